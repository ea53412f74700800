"""The table "results of carrying out notice no. ...", landscape: a row for each task of the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import get_args

from camket.model.message import message
from camket.model.task import Outcome
from camket.report.dates import day as shown_day
from camket.report.word.office import Heading, Office, foot, letterhead, title
from camket.report.word.page import Column, Page, Text
from camket.report.word.tasks import BasisPaper, begun, bodies_of, counted, dues_of, judged, paper_named
from camket.words import say, term
from camket.work.tracking.bodies import name_of
from camket.work.tracking.exporting import Kept, evidence_of, last_told

_COLUMNS: tuple[tuple[str, float], ...] = (
    ("number", 12), ("order", 52), ("lead", 26), ("supporting", 26), ("due", 23), ("result", 38), ("product", 27),
    ("judged", 22), ("obstacle", 25), ("proposal", 25),
)  # fmt: skip
_SIZE = 11
_MIDDLE = frozenset(("number", "due"))


def results_table(
    paper: BasisPaper, tasks: Sequence[Kept], day: date, office: Office, *, number: str = "", dated: date | None = None
) -> bytes:
    """The Word file of the table; the same bytes for the same tasks.

    Args:
        paper: whose tasks these are.
        tasks: as they stand on the day, in the order of the paper.
        day: as of which the table speaks.
        office: who issues it.
        number: of the table itself; left open where not given.
        dated: its day; left open where not given.

    Raises:
        UsageError: `word.needs_docx` where python-docx is not installed.
    """
    tasks = [each for each in tasks if not _is_carried_on(each, tasks)]
    page = Page(landscape=True)
    letterhead(page, office, Heading(number=number, sign=f"BC-{office.sign}", day=dated, year=day.year))
    named = paper_named(paper.number, paper.day)
    lines = [say(message("word.results_of", paper=named))]
    if paper.subject:
        lines.append(paper.subject)
    title(page, term("word.report"), *lines, note=say(message("word.as_of", day=shown_day(day))))
    page.body(Text(_summary(tasks), size=13))
    page.gap(6)
    columns = [
        Column(term(f"word.column.{name}"), width, "center" if name in _MIDDLE else "left") for name, width in _COLUMNS
    ]
    page.table(columns, [_row(place, kept) for place, kept in enumerate(tasks, 1)], size=_SIZE)
    page.gap(10)
    foot(page, office)
    return page.bytes()


def _is_carried_on(kept: Kept, tasks: Sequence[Kept]) -> bool:
    """Whether a task is closed because others of the table carry it on: it was split among them, or merged into one."""
    if kept.standing.state != "closed":
        return False
    into = {each.other for each in kept.events if each.other}
    own = kept.standing.task.id
    return any(each.standing.task.parent == own or each.standing.task.id in into for each in tasks)


def _summary(tasks: Sequence[Kept]) -> str:
    counts = Counter(each.standing.outcome for each in tasks)
    codes = {outcome: f"work.outcome.{outcome}" for outcome in get_args(Outcome)} | {"out": "word.out"}
    told = counted((code, counts[outcome]) for outcome, code in codes.items())
    return say(message("word.results_summary", count=len(tasks), told=told or term("word.nothing")))


def _asked(kept: Kept) -> str:
    """The extension that a body asks for, as long as nobody has answered."""
    if not kept.standing.asked:
        return ""
    return next((each.words for each in reversed(kept.events) if each.kind == "asked"), "")


def _row(number: int, kept: Kept) -> list[str]:
    standing = kept.standing
    told = last_told(kept.events)
    ended = standing.state in ("dropped", "closed")
    result = "\n".join(map(say, standing.reasons)) if ended else told.result
    product = evidence_of(kept.events).replace("; ", "\n")
    if not product and standing.task.product and not ended:
        product = say(message("word.awaited", product=standing.task.product))
    return [
        str(number),
        begun(standing.task.text),
        name_of(standing.lead),
        bodies_of(standing.task.supporting),
        dues_of(standing),
        result,
        product,
        judged(standing),
        told.obstacle,
        told.proposal or _asked(kept),
    ]
