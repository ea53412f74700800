"""What papers say of a task: who, by when, how late, by which paper; each in the words of an official."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from camket import catalogue
from camket.model.message import message
from camket.model.task import Standing, TaskSource
from camket.report.dates import day as shown_day
from camket.words import say, sentences, term
from camket.work.tracking.bodies import name_of
from camket.work.tracking.exporting import due_in_words, state_in_words

_YEAR = re.compile(r"^(?:19|20)\d\d/")


class BasisPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that gave tasks: `Thông báo số 215/TB-VP ngày 02/3/2026` and what it is about.

    Attributes:
        number: as printed.
        day: of the paper.
        subject: what it is about, as the paper itself says; empty where not known.
    """

    number: str
    day: date | None = None
    subject: str = ""


def begun(text: str) -> str:
    """The words of a task as a cell begins them, with a capital."""
    return text[:1].upper() + text[1:]


def paper_named(number: str, day: date | None) -> str:
    """A paper by type, number and day: `Thông báo số 215/TB-VP ngày 02/3/2026`; without its type where that is new."""
    kind = _kind(number)
    code = "word.paper" if day is None else "word.paper_of"
    told = say(message(code, number=number, day=shown_day(day) if day is not None else ""))
    return f"{kind} {told}" if kind else told[:1].upper() + told[1:]


def _kind(number: str) -> str:
    """The type of a paper by the code in its number; a letter has none, its issuer stands there."""
    sign = _YEAR.sub("", number.partition("/")[2]).partition("-")[0]
    party = number.partition("-")[2].partition("/")[0] if "-" in number else ""
    for kind in catalogue.load_document_types():
        if sign and sign in kind.state_codes:
            return kind.name.vi
    for kind in catalogue.load_document_types():
        if party and party in kind.party_codes and "/" not in number.partition("-")[0]:
            return kind.name.vi
    return term("word.letter") if sign else ""


def source_of(standing: Standing) -> str:
    """The papers that gave a task, one a line; who gave it where there is none."""
    named = [_source(each) for each in standing.task.sources]
    told = [each for each in named if each] or [name_of(standing.task.giver)]
    return "\n".join(filter(None, told))


def _source(source: TaskSource) -> str:
    return paper_named(source.number, source.day) if source.number else ""


def dues_of(standing: Standing) -> str:
    """The due of a task: the current one, and the first one where it was put off; in words where it is no day."""
    if standing.due is None:
        return due_in_words(standing.task.due) or term("word.no_due")
    if standing.first_due == standing.due or standing.first_due is None:
        return shown_day(standing.due)
    return say(message("word.put_off", due=shown_day(standing.due), first=shown_day(standing.first_due)))


def judged(standing: Standing) -> str:
    """How a task stands, with the days by which it is late."""
    if standing.task.due.kind == "recurring":
        return term("word.recurring")
    told = state_in_words(standing)
    if standing.days_late and not standing.excused:
        return say(message("word.late_by", status=told, days=standing.days_late))
    if standing.excused:
        return say(message("word.excused", status=told))
    return told


def bodies_of(bodies: Iterable[str]) -> str:
    """Names of bodies, one a line."""
    return "\n".join(map(name_of, bodies))


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """`hoàn thành đúng hạn 3; đang thực hiện, quá hạn 1`: what there is none of is left out."""
    told = []
    for code, count in counts:
        if count and code in sentences("vi"):
            name = term(code)
            told.append(f"{name[:1].lower()}{name[1:]}: {count}")
    return "; ".join(told)
