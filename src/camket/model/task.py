"""Work that a paper gives: tasks, what happens to them, and the papers that decide it.

A task is what was given, and never changes; what happens to it is a list of events, each with the day that counts (of
its paper) and the moment at which it was entered. Where a task stands on a day is worked out from both
(`camket.work`), never kept.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from camket.model.message import Message
from camket.model.span import Span

DueKind = Literal["none", "fixed", "relative", "recurring", "conditional", "standing"]
"""No due; a day; so many days after a paper comes; every month or quarter; after an event; as long as it holds."""
GiverLevel = Literal["centre", "party", "council", "committee", "chair", "department", "commune", ""]
"""The Government and its ministries; the Party's committee of the province; the people's council; the people's
committee; its chairman; a department; a commune; empty where no paper tells."""
SourceKind = Literal["paper", "news", "oral"]
"""A signed paper is the basis of a task; news and oral orders give an expected task that waits for one."""
EventKind = Literal[
    "based",
    "taken",
    "declined",
    "dated",
    "progressed",
    "reported",
    "waiting",
    "confirmed",
    "returned",
    "reopened",
    "asked",
    "refused",
    "extended",
    "excused",
    "handed_over",
    "dropped",
    "replaced",
    "merged",
    "assigned",
]
"""Got its paper; received; said not to be ours; the event that its due hangs on has come; progress told; reported with
evidence; submitted to a higher level; confirmed done; sent back; opened again; a later due asked for; that was refused;
due put off; objective cause acknowledged; given to another body; stopped; replaced by another task; the same as another
task; a leader, an officer or the key flag set."""
TaskState = Literal[
    "expected", "given", "declined", "taken", "reported", "waiting", "confirmed", "returned", "dropped", "closed"
]
"""`declined` waits for the office to hand it over or back; `closed` is replaced by another task or merged into one."""
Outcome = Literal["done_in_time", "done_late", "open_in_time", "open_overdue", "out"]
"""What timeliness is on a day; `out` is expected, dropped, replaced, merged, not tracked, or a recurring task that is
counted by its occurrences: it stands in no share."""
Alarm = Literal["due_today", "due_soon", "overdue_long", "no_due_long", "not_updated"]


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """When a task is due.

    Attributes:
        kind: how it is told.
        day: the last day that is in time; of a relative or conditional due once its event is known, of a recurring
            one the first; None while it is not known.
        days: of a relative due, how many days after the event.
        months: of one told in months instead.
        working: whether the days are working days.
        every: of a recurring due, how often: `P7D`, `P14D`, `P1M`, `P3M`, `P6M`, `P1Y`.
        event: of a conditional or relative due, in the words of the paper; of a relative one empty where the paper does
            not say from when it runs: then it runs from the day of the paper.
        words: the paper's words for it (`trước ngày 30/6/2026`); empty where a person typed a day.
    """

    kind: DueKind = "none"
    day: date | None = None
    days: int = 0
    months: int = 0
    working: bool = False
    every: str = ""
    event: str = ""
    words: str = ""


class TaskSource(msgspec.Struct, frozen=True, kw_only=True):
    """A paper or a voice that gives a task.

    Attributes:
        kind: what it is.
        document: id of the paper in the registry; empty for an oral order or a paper that is not there.
        mention: id of the directive; empty where a person typed the task.
        number: of the paper, as printed (`215/TB-VP`); empty where it has none.
        day: of the paper, or on which it was said.
        giver: who gives the task there.
        level: at which level.
        quote: the sentence.
        span: where it stands in the paper's text; None where it stands in none.
        place: under which marks of the paper, as `II.3.b`; empty where it has none.
    """

    kind: SourceKind = "paper"
    document: str = ""
    mention: str = ""
    number: str = ""
    day: date | None = None
    giver: str = ""
    level: GiverLevel = ""
    quote: str = ""
    span: Span | None = None
    place: str = ""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What was given to whom.

    Bodies are ids of the catalogue (`so-tai-chinh`), or their names as written where it has none.

    Attributes:
        id: lasting; unique in a registry.
        text: what is to be done.
        sources: where it is said, the basis paper first.
        giver: who gives it.
        level: at which level.
        area: slug of the province or commune.
        lead: the one body that leads; empty where none is named, which is a finding.
        supporting: the bodies that help.
        product: what is to come out of it (`báo cáo`, `đề án`, `quyết định`); empty where nothing tells.
        due: first due.
        given: the day of its basis paper.
        entered_at: when it was entered; a task is not known before.
        entered_by: by whom.
        key: whether it is a key task.
        tracked: False for a general instruction that nobody is asked about.
        parent: id of the task or node of a programme that it belongs to; empty for none.
        leader: the leader in charge, by office or name.
        officer: who follows it, by account name.
        recurs: of a recurring task, the id of the one it repeats; empty else.
    """

    id: str
    text: str
    sources: tuple[TaskSource, ...] = ()
    giver: str = ""
    level: GiverLevel = ""
    area: str = ""
    lead: str = ""
    supporting: tuple[str, ...] = ()
    product: str = ""
    due: Due = Due()
    given: date | None = None
    entered_at: datetime
    entered_by: str = ""
    key: bool = False
    tracked: bool = True
    parent: str = ""
    leader: str = ""
    officer: str = ""
    recurs: str = ""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What shows that a task was done: a paper, a figure of the registry, a file.

    Attributes:
        kind: which of them.
        ref: the paper's id, the statement's id, or the digest of the file.
        number: the paper's number, as printed.
        day: of the paper: the day of completion.
        name: what the screens call it.
    """

    kind: Literal["paper", "figure", "file"] = "paper"
    ref: str = ""
    number: str = ""
    day: date | None = None
    name: str = ""


class TaskEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a task. None is changed or removed; a mistake is followed by another event.

    Attributes:
        task: id of the task.
        number: its place among the events of the task, from 1.
        kind: what happened.
        day: the day that counts: of the paper that shows or decides it, else of the deed.
        at: when it was entered, with its time zone.
        who: the account that entered it.
        body: the body that the account acts for; empty for the office.
        role: the account's role.
        paper: the paper that decides it, or that goes out with it.
        evidence: what shows it.
        due: of an extension or a handing over, the new due; of `asked`, the one that is asked for.
        lead: of a handing over, the new lead.
        other: id of the task that replaces this one, or that it is merged into.
        percent: of progress, 0 to 100; None where nobody said.
        leader, officer, key: of an assignment; None where it stays.
        words: the person's own: result, obstacle, reason.
    """

    task: str
    number: int
    kind: EventKind
    day: date
    at: datetime
    who: str
    body: str = ""
    role: str = ""
    paper: TaskSource | None = None
    evidence: tuple[Evidence, ...] = ()
    due: Due | None = None
    lead: str = ""
    other: str = ""
    percent: int | None = None
    leader: str | None = None
    officer: str | None = None
    key: bool | None = None
    words: str = ""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A body that led a task before it was handed over, and by how many days it was late then: that stays with it."""

    body: str
    until: date
    days_late: int = 0


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a task stands on a day, by what was entered until then.

    Attributes:
        task: the task.
        day: the day.
        state: its state.
        outcome: its timeliness.
        alarms: what should be looked at.
        lead: the body that leads now.
        first_due, due: the days; None where there is none or it is not known yet.
        extended: how often its due was put off.
        done_on: the day of completion, which is that of the product paper; None while it is not confirmed.
        counted_on: the day that timeliness goes by: of completion, of the first hand-in where the rules say so, of the
            submission to a higher level; None while the clock runs.
        days_late: by which it is, or was done, past its due; 0 in time.
        excused: whether a paper of the competent level acknowledged an objective cause: then it is in time, whatever
            `days_late` says.
        asked: whether a later due was asked for and not answered.
        paused: days for which a higher level had it before it sent it back; they are added to the due.
        held: the bodies that led it before.
        reasons: why it stands so where that is not plain.
        updated: the last day on which anything was heard of it; None where nothing was.
        percent: as last told.
        key, leader, officer: as last set.
    """

    task: Task
    day: date
    state: TaskState
    outcome: Outcome
    alarms: tuple[Alarm, ...] = ()
    lead: str = ""
    first_due: date | None = None
    due: date | None = None
    extended: int = 0
    done_on: date | None = None
    counted_on: date | None = None
    days_late: int = 0
    excused: bool = False
    asked: bool = False
    paused: int = 0
    held: tuple[Held, ...] = ()
    reasons: tuple[Message, ...] = ()
    updated: date | None = None
    percent: int | None = None
    key: bool = False
    leader: str = ""
    officer: str = ""
