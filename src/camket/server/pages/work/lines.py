"""Tasks as lists show them on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from django.http import HttpRequest
from django.urls import reverse

from camket.model.message import message
from camket.model.task import Outcome
from camket.report.dates import day as written
from camket.report.layout import shortened
from camket.server.pages.exports import Row
from camket.server.pages.naming import body_name
from camket.server.registry.models import TaskSpan
from camket.words import Language, say, term

_LONGEST, _LONGEST_DUE = 160, 80
TONES: dict[str, str] = {
    "done_in_time": "good", "done_late": "warn", "open_in_time": "fair", "open_overdue": "bad", "out": "quiet",
}  # fmt: skip

COLUMNS = (
    "tasks.column.number", "tasks.column.text", "tasks.column.lead", "tasks.column.due", "tasks.column.first_due",
    "tasks.column.state", "tasks.column.outcome", "tasks.column.late", "tasks.column.percent", "tasks.column.officer",
    "column.link",
)  # fmt: skip
"""Of files of short lists of tasks; `/nhiem-vu` tells more of each."""


class TaskLine(msgspec.Struct, frozen=True, kw_only=True):
    """A task in a list.

    Attributes:
        number, address, text: which, where its page is, what is to be done, shortened.
        key: whether it is a key task.
        lead, lead_address: who leads, and its page; empty where nobody does.
        due: the current due; with the first one in `first_due` where it was put off.
        state: where its life stands, in words.
        outcome, tone: its timeliness in words, and the colour of that.
        late: by how many days it is late, in words; empty in time.
        progress: as last told, in percent; empty where nobody said.
        officer: who follows it.
    """

    number: int
    address: str
    text: str
    key: bool
    lead: str
    lead_address: str
    due: str
    first_due: str
    state: str
    outcome: str
    tone: str
    late: str
    progress: str
    officer: str


def outcome_on(span: TaskSpan, day: date) -> Outcome:
    """The outcome of a span on one of its days; the same as `camket.server.registry.spans.outcome_is`."""
    if not span.counted:
        return "out"
    if span.open:
        return "open_overdue" if span.late_from is not None and span.late_from <= day else "open_in_time"
    return "done_late" if span.late_from is not None else "done_in_time"


def days_late(span: TaskSpan, day: date) -> int:
    """By how many days a task is, or was done, too late; 0 in time."""
    if span.late_from is None or outcome_on(span, day) not in ("open_overdue", "done_late"):
        return 0
    return ((span.counted_on or day) - span.late_from).days + 1


def text_of(text: str, language: Language) -> str:
    """What is to be done, or that its words went with a withdrawn paper."""
    return shortened(text, _LONGEST) if text else term("tasks.forgotten", language)


def line(span: TaskSpan, day: date, language: Language, *, as_of: str = "") -> TaskLine:
    """A task as lists show it.

    Args:
        span: with its task.
        day: the day of the list.
        language: of the page.
        as_of: the question of the address that its links keep; empty for today.
    """
    outcome, late = outcome_on(span, day), days_late(span, day)
    return TaskLine(
        number=span.task_id,
        address=reverse("task", args=[span.task_id]) + as_of,
        text=text_of(span.task.text, language),
        key=span.key,
        lead=body_name(span.lead, language),
        lead_address=reverse("body", args=[span.lead]) + as_of if span.lead else "",
        due=due_words(span, language),
        first_due=written(span.first_due, language) if span.extended and span.first_due is not None else "",
        state=term(f"work.state.{span.state}", language),
        outcome=term(f"work.outcome.{outcome}", language) if outcome != "out" else "",
        tone=TONES[outcome],
        late=say(message("tasks.late", count=late), language) if late else "",
        progress=f"{span.percent}%" if span.percent is not None else "",
        officer=span.officer,
    )


def due_words(span: TaskSpan, language: Language) -> str:
    """The current due as lists write it: its day, else the words of its paper, else how it is told."""
    if span.due is not None:
        return written(span.due, language)
    if span.task.due.get("words"):
        return shortened(span.task.due["words"], _LONGEST_DUE)
    return term(f"tasks.due.{span.task.due.get('kind', 'none')}", language)


def picked(keys: Iterable[int]) -> list[TaskSpan]:
    """Spans by their keys, in that order, with their tasks: so a list is put in order without carrying its texts."""
    order = list(keys)
    held = {span.id: span for span in TaskSpan.objects.filter(id__in=order).select_related("task")}
    return [held[key] for key in order]


def lines(spans: Iterable[TaskSpan], day: date, language: Language, *, as_of: str = "") -> tuple[TaskLine, ...]:
    """Tasks as lists show them, in the order given."""
    return tuple(line(span, day, language, as_of=as_of) for span in spans)


def cells(request: HttpRequest, spans: Iterable[TaskSpan], day: date, language: Language) -> Iterator[Row]:
    """Tasks as lines of a file under `COLUMNS`, their texts whole."""
    for span in spans:
        shown = line(span, day, language)
        first = span.first_due if span.extended else None
        yield (
            span.task_id, span.task.text or shown.text, shown.lead, span.due or shown.due, first, shown.state,
            shown.outcome, days_late(span, day) or None, span.percent, span.officer,
            request.build_absolute_uri(shown.address),
        )  # fmt: skip
