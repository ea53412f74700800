"""What rows take from around them: the title and name of their sheet, the headings that they stand under."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from camket import catalogue
from camket.model.task import GiverLevel
from camket.work.bodies import bodies_named
from camket.work.tracking.bodies import body_named, has_id, is_body
from camket.work.tracking.days import days_in
from camket.work.tracking.giving import Giver, giver_told, issuer_of
from camket.work.tracking.lines import Line, heading_of
from camket.work.tracking.papers import PaperFound, level_of, papers_in
from camket.work.tracking.reading import Field, any_of, squeezed, words
from camket.work.tracking.statuses import state_of_heading

_AS_OF = re.compile(r"(?:tính đến|cập nhật|đến hết|đến|ngày lập|ngày)(?: hết)?(?: ngày)?:? ?$")
_YEAR = re.compile(r"(?:năm|quý [ivx\d]+ ?[/-]|tháng \d{1,2} ?[/-]|^|[^\d/.-])\s*(20\d\d)(?![\d/.-])")
_GIVES = re.compile(r"giao(?! thông)|chỉ đạo|kết luận")
_REPORT = re.compile(r"[/-](?:bc|ttr|gm|pc)-")
_LETTER = re.compile(r"/(?:s[a-zđ]{1,5}|ubnd|vp|vpubnd)-")
"""Reports give no task; a letter may, and may be what the list is sent with."""
_COMES_WITH = re.compile(r"(?<!\w)(?:kèm theo|gửi kèm|đính kèm)(?!\w)")
_GIVEN_BY = re.compile(r"(?<!\w)(?:theo|thực hiện|triển khai|tại|của)(?!\w)[^,;]*$")
_WORKS = re.compile(
    r"(?:văn phòng|ban quản lý|bql|sở|(?:ubnd|ủy ban nhân dân) (?:các )?(?:xã|phường|đặc khu|thị trấn)) "
)
"""Bodies that do the work, though the words of one that gives it stand in their name: `Văn phòng UBND tỉnh`."""
_COMMUNE = re.compile(
    r"(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN) (?P<kind>XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN) (?P<name>[^a-z]+)"
)


class Around(NamedTuple):
    """What stands around rows.

    Attributes:
        body: who leads where a row does not say.
        papers: those that give tasks where a row names none.
        giver, level: who gives them.
        year: of days without a year.
        group: the nearest heading that is none of these.
        state: words for the state of all that follows: `Nhiệm vụ đã hoàn thành`.
    """

    body: str = ""
    papers: tuple[PaperFound, ...] = ()
    giver: str = ""
    level: GiverLevel = ""
    year: int | None = None
    group: str = ""
    state: str = ""


class Titles(NamedTuple):
    """What the title of a sheet says: as of which day it speaks, and what it gives its rows."""

    day: date | None
    around: Around


def titles_of(name: str, lines: Iterable[Line], columns: Collection[Field]) -> Titles:
    """What the name of a sheet and the rows above its table say.

    Args:
        name: of the sheet.
        lines: the rows above the head.
        columns: what the table tells itself: with a column of papers a paper of the title gives nothing, with one of
            leads a body of the title leads nothing.
    """
    texts = [part for line in lines for part in line.text.splitlines() if part.strip()]
    folded = [squeezed(text) for text in texts]
    body = next((body_named(text) for text in (name, *map(_after_colon, texts)) if _may_lead(text)), "")
    if not body and "lead" not in columns:
        body = _only_body(texts)
    giver = next((told for text in (*texts, " ".join(texts), name) if (told := giver_told(text)).level), Giver())
    named = [(paper, _gives_tasks(paper.number, text)) for text in texts for paper in papers_in(text)]
    papers = () if "paper" in columns else tuple(paper for paper, gives in named if gives)
    years = [int(found[1]) for text in (squeezed(name), *folded) for found in _YEAR.finditer(text)]
    enclosed = (paper.day for paper, gives in named if paper.day is not None and not gives)
    day = _as_of(folded) or next(enclosed, None)
    year = max(years, default=None) or (day.year if day else None)
    state = next(filter(None, map(state_of_heading, (*texts, name))), "")
    return Titles(day, Around(body, papers[:1], giver.body, giver.level, year, state=state))


def _only_body(texts: Iterable[str]) -> str:
    """The one department that a title names; empty where it names none, or several."""
    found = {each.id for text in texts for each in bodies_named(text) if each.kind == "body" and _works(each.id)}
    return next(iter(found)) if len(found) == 1 else ""


def _may_lead(text: str) -> bool:
    """Whether a sheet or a title is of a body that may lead: `Chính phủ giao` names one that does not."""
    return _is_sure_body(text) and (_works(body_named(text)) or not _gives(text))


def _works(body: str) -> bool:
    """Whether it is a department or board, and no body that gives tasks."""
    return catalogue.body(body).level == "department"


def _after_colon(text: str) -> str:
    head, colon, told = text.partition(":")
    return (
        told.strip() if colon and squeezed(head) in ("đơn vị", "cơ quan", "cơ quan chủ trì", "đơn vị chủ trì") else ""
    )


def _is_sure_body(text: str) -> bool:
    return bool(text) and has_id(text)


def _gives(text: str) -> bool:
    folded = squeezed(text)
    return _GIVES.search(folded) is not None and any(any_of(each.says).search(folded) for each in words().levels)


def _gives_tasks(number: str, text: str) -> bool:
    """Whether a paper that a title names gives its tasks, and is none that the list only comes with."""
    sign = squeezed(number)
    if _LETTER.search(sign):
        before = squeezed(text.partition(number)[0])
        return _GIVEN_BY.search(before) is not None and _COMES_WITH.search(before) is None
    return _REPORT.search(sign) is None


def _as_of(folded: Sequence[str]) -> date | None:
    for text in folded:
        for found in days_in(text):
            before = text[: found.start].rstrip(" (")
            if found.day is not None and _AS_OF.search(f"{before} ") and not papers_in(text.upper()):
                return found.day
    return None


class Headings:
    """The headings above a row, the outer ones first; one of a rank ends those of its rank and below."""

    def __init__(self, around: Around) -> None:
        self._outer = around
        self._open: list[tuple[str, Around]] = []

    @property
    def around(self) -> Around:
        """What the headings say together, the inner before the outer, and all before the title."""
        told = self._outer
        for _, inner in self._open:
            told = Around(
                inner.body or told.body, inner.papers or told.papers, inner.giver or told.giver,
                inner.level or told.level, inner.year or told.year, inner.group or told.group,
                inner.state or told.state,
            )  # fmt: skip
        return told

    def take(self, line: Line) -> None:
        """A heading: a body, a paper, who gives, or a subject."""
        styles = [style for style, _ in self._open]
        if line.style in styles:
            del self._open[styles.index(line.style) :]
        self._open.append((line.style, self._read(heading_of(line.text))))

    def _read(self, text: str) -> Around:
        papers = papers_in(text)
        if papers:
            told = giver_told(text)
            body = told.body if told.level else issuer_of(papers[0].number).body
            return Around(papers=papers, giver=body, level=level_of(papers[0].number, text), group=text)
        year = next((int(found[1]) for found in _YEAR.finditer(squeezed(text))), None)
        giver = giver_told(text, alone=not _leads(text))
        if giver.level:
            return Around(giver=giver.body, level=giver.level, year=year, group=text)
        state = state_of_heading(text)
        if is_body(text) and not state:
            return Around(body=body_named(_without_capitals(text)), group=text)
        return Around(year=year, group=text, state=state)


def _without_capitals(text: str) -> str:
    """The name of a commune out of a heading in capitals, as its own rows write it: `UBND phường Kinh Bắc`."""
    found = _COMMUNE.fullmatch(" ".join(text.split()))
    return f"UBND {found['kind'].lower()} {found['name'].title()}" if found is not None else text


def _leads(text: str) -> bool:
    """Whether a heading is a body that does the work, and none that gives it."""
    if _WORKS.match(squeezed(text)):
        return True
    return _is_sure_body(text) and level_of("", text) not in ("centre", "party", "council", "chair", "committee")
