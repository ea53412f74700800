"""Fold what happened to a task, event by event, into where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from camket.model.message import Message, message
from camket.model.task import EventKind, Held, Task, TaskEvent, TaskState
from camket.work.days import written
from camket.work.due import day_after
from camket.work.life import load_life
from camket.work.needs import VIETNAM, day_of_completion
from camket.work.rules import WorkRules

_HEARD: frozenset[EventKind] = frozenset(("taken", "declined", "progressed", "reported", "waiting", "asked"))
"""What a body says: after these a task is no longer without news."""


class Fold:
    """The fold of the events until now; `apply` takes them in the order in which they were entered."""

    def __init__(self, task: Task, rules: WorkRules) -> None:
        self.task = task
        self.rules = rules
        self.state: TaskState = "expected" if _is_expected(task) else "given"
        self.lead = task.lead
        self.first_due = self.due = self.judged = task.due.day
        self.extensions: list[str] = []
        self.done_on: date | None = None
        self.counted_on: date | None = None
        self.excused = self.asked = False
        self.paused = 0
        self.held: list[Held] = []
        self.reasons: list[Message] = []
        self.updated: date | None = None
        self.percent: int | None = None
        self.key, self.leader, self.officer = task.key, task.leader, task.officer
        self._hand_ins: list[date] = []
        self._submitted: date | None = None
        self._last_done: date | None = None
        self._sent_back: date | None = None
        self._due_since = date.min

    @property
    def due_with_pause(self) -> date | None:
        """The day that timeliness is judged by: the due with the days added for which a higher level had the work."""
        return self.judged + timedelta(days=self.paused) if self.judged is not None else None

    def days_late(self, day: date) -> int:
        """By how many days the work is, or was done, past its due; 0 in time, without a due, and where it is out."""
        due = self.due_with_pause
        if due is None or self.state in ("expected", "dropped", "closed"):
            return 0
        return max(0, ((self.counted_on or day) - due).days)

    def apply(self, event: TaskEvent, day: date) -> None:
        """Take one event in, as seen on a day."""
        if event.kind in _HEARD:
            self.updated = max(self.updated or date.min, min(event.at.astimezone(VIETNAM).date(), day))
        before = self.state
        handle = _HANDLERS.get(event.kind)
        if handle is not None:
            handle(self, event)
        move = load_life().move(event.kind, before)
        if move is not None and move.to:
            self.state = move.to

    def _dated(self, event: TaskEvent) -> None:
        told = event.due.day if event.due is not None else None
        known = told if told is not None else day_after(self.task.due, event.day, self.rules)
        if known is not None and self.task.due.day is None and not self.extensions:
            self.first_due = self.due = self.judged = known

    def _progressed(self, event: TaskEvent) -> None:
        if event.percent is not None:
            self.percent = event.percent

    def _reported(self, event: TaskEvent) -> None:
        self._progressed(event)
        done = day_of_completion(event)
        if self._sent_back is not None:
            done = max(done, self._sent_back)
        self.done_on = None
        self.counted_on = min(done, self._submitted) if self._submitted is not None else done
        self._hand_ins.append(self.counted_on)
        self._last_done = done

    def _waiting(self, event: TaskEvent) -> None:
        self._submitted = self.counted_on = event.day

    def _returned(self, event: TaskEvent) -> None:
        if self.state == "declined":
            return
        self._run_on(event.day)
        self._sent_back = event.day

    def _run_on(self, day: date) -> None:
        """The clock of the body runs again."""
        if self.state == "waiting" and self._submitted is not None and self.rules.waiting_sent_back == "added":
            self.paused += max(0, (day - max(self._submitted, self._due_since)).days)
        self._submitted = self.counted_on = None

    def _confirmed(self, _: TaskEvent) -> None:
        if not self._hand_ins:
            return
        self.done_on = self._last_done
        self.counted_on = self._hand_ins[0 if self.rules.returned_counts_from == "first" else -1]
        self.percent = 100

    def _reopened(self, event: TaskEvent) -> None:
        self.done_on = self.counted_on = self._submitted = None
        self._hand_ins.clear()
        self._sent_back = event.day
        self.percent = None
        self._forget("work.closed")

    def _forget(self, code: str) -> None:
        """A reason that holds no more is not said any more."""
        self.reasons = [each for each in self.reasons if not each.code.startswith(code)]

    def _asked(self, _: TaskEvent) -> None:
        self.asked = True

    def _refused(self, _: TaskEvent) -> None:
        self.asked = False

    def _extended(self, event: TaskEvent) -> None:
        if event.due is None or event.due.day is None:
            return
        self.asked = False
        late = self.counted_on is None and self.due_with_pause is not None and event.day > self.due_with_pause
        paper = _paper_of(event)
        if paper not in self.extensions:
            self.extensions.append(paper)
        self.due = event.due.day
        self.first_due = self.first_due or self.due
        if late and self.rules.late_extension == "stays_late":
            self.reasons.append(message("work.extended_in_vain", paper=paper, day=written(event.day)))
            return
        if late:
            self.reasons.append(message("work.extended_late", paper=paper, day=written(event.day)))
        self._judge_by(self.due, event.day)

    def _judge_by(self, due: date, since: date) -> None:
        """From now on another due counts; whoever set it knew for how long a higher level had had the work."""
        self.judged, self.paused, self._due_since = due, 0, since

    def _excused(self, event: TaskEvent) -> None:
        self.asked = False
        self.excused = True
        self.reasons.append(message("work.excused", paper=_paper_of(event), words=event.words))

    def _handed_over(self, event: TaskEvent) -> None:
        late = 0 if self.excused else self.days_late(event.day)
        self.held.append(Held(body=self.lead, until=event.day, days_late=late))
        self._run_on(event.day)
        self._hand_ins.clear()
        self._sent_back = None
        self.lead = event.lead
        self.excused = self.asked = False
        self._forget("work.excused")
        if event.due is not None and event.due.day is not None:
            self.due = event.due.day
            self.first_due = self.first_due or self.due
            self._judge_by(self.due, event.day)

    def _closed(self, event: TaskEvent) -> None:
        self.counted_on = None
        self.reasons.append(message(f"work.closed.{event.kind}", paper=_paper_of(event), other=event.other))

    def _assigned(self, event: TaskEvent) -> None:
        self.leader = self.leader if event.leader is None else event.leader
        self.officer = self.officer if event.officer is None else event.officer
        self.key = self.key if event.key is None else event.key


def fold_events(task: Task, known: Sequence[TaskEvent], day: date, rules: WorkRules) -> Fold:
    """What of the known events counts on a day, folded."""
    fold = Fold(task, rules)
    for event, since in zip(known, _counting_since(known), strict=True):
        if since <= day:
            fold.apply(event, day)
    return fold


def _counting_since(known: Sequence[TaskEvent]) -> Iterator[date]:
    """From which day each event counts for those who know of it later.

    From its own; work that was handed in again, from its return; a confirmation, from the work that it confirms.
    """
    done = sent_back = date.min
    for event in known:
        if event.kind in ("returned", "reopened"):
            sent_back = event.day
        if event.kind == "reported":
            done = max(day_of_completion(event), sent_back)
        yield done if event.kind in ("reported", "confirmed") else event.day


def _is_expected(task: Task) -> bool:
    return bool(task.sources) and all(each.kind != "paper" for each in task.sources)


def _paper_of(event: TaskEvent) -> str:
    return (event.paper.number or event.paper.document) if event.paper is not None else ""


_HANDLERS: Mapping[EventKind, Callable[[Fold, TaskEvent], None]] = {
    "dated": Fold._dated,
    "progressed": Fold._progressed,
    "reported": Fold._reported,
    "waiting": Fold._waiting,
    "returned": Fold._returned,
    "confirmed": Fold._confirmed,
    "reopened": Fold._reopened,
    "asked": Fold._asked,
    "refused": Fold._refused,
    "extended": Fold._extended,
    "excused": Fold._excused,
    "handed_over": Fold._handed_over,
    "dropped": Fold._closed,
    "replaced": Fold._closed,
    "merged": Fold._closed,
    "assigned": Fold._assigned,
}
