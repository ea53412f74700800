"""What a paper decides about tasks given before: replaced, not to be gone on with, put off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from camket.grammar.fold import Folded, fold
from camket.model.document import Document
from camket.model.task import Due
from camket.work.due import due_from_words
from camket.work.marks import cited_marks
from camket.work.rules import WorkRules

ClosingKind = Literal["replaced", "dropped", "extended"]
_TYPES = r"(?:thông báo|công văn|kết luận|quyết định|chỉ thị|kế hoạch|văn bản|nghị quyết|chương trình|công điện)"
_NUMBER = rf"(?:{_TYPES} )?số:? ?(?P<number>\d{{1,5}}[a-z]?(?:/\d{{4}})?[-/][a-zđ][a-zđ&\-/]*)"
_MARKS = r"(?P<marks>(?:(?:điểm|khoản|mục|phần|điều|ý) (?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-zđ])(?:,? ))*)"
_REPLACES = re.compile(rf"(?<!\w)thay thế (?:cho )?(?P<about>[^.;\n]{{0,60}}?){_MARKS}(?:của )?{_NUMBER}")
_DROPS = re.compile(
    r"(?<!\w)(?:không tiếp tục (?:thực hiện|triển khai)|dừng (?:thực hiện|triển khai)|thôi (?:thực hiện|giao)|"
    rf"chấm dứt (?:thực hiện)?|đưa ra khỏi danh mục)(?P<about>[^.;\n]{{0,120}}?){_MARKS}(?:của |tại )?{_NUMBER}"
)
_EXTENDS = re.compile(
    r"(?<!\w)(?:gia hạn|lùi|kéo dài|điều chỉnh)(?P<about>[^.;\n]{0,160}?)(?P<until> (?:đến|sang|đến hết|đến trước)"
    r" (?:hết |trước )?(?:ngày |tháng |quý )[^,.;()\n]{1,40})(?P<time> ?\(?lần (?:thứ )?\d\)?)?"
)
_OF_TIME = re.compile(r"thời (?:hạn|gian)|gia hạn|tiến độ|lùi")
_CITES = re.compile(rf"{_MARKS}(?:của |tại )?{_NUMBER}")


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a paper that decide about tasks of an older one.

    Attributes:
        kind: replaced by this paper, not to be gone on with, or put off.
        number: of the older paper, as printed; empty where an extension names none.
        place: which marks of it (`3.b`); empty for all of it.
        due: of an extension, the new due.
        quote: the words; start, end: where they stand.
    """

    kind: ClosingKind
    number: str = ""
    place: str = ""
    due: Due | None = None
    quote: str = ""
    start: int = 0
    end: int = 0


def closings(document: Document, day: date | None, rules: WorkRules) -> tuple[Closing, ...]:
    """What a paper decides about tasks given before, in the order of its text."""
    folded = Folded(document.text)
    found = [*_ended(folded, "replaced", _REPLACES), *_ended(folded, "dropped", _DROPS), *_extended(folded, day, rules)]
    return tuple(sorted(found, key=lambda each: each.start))


def _ended(folded: Folded, kind: ClosingKind, pattern: re.Pattern[str]) -> Iterator[Closing]:
    for match in pattern.finditer(folded.low):
        yield _closing(folded, kind, match, number=folded.quote(*match.span("number")), marks=match["marks"])


def _extended(folded: Folded, day: date | None, rules: WorkRules) -> Iterator[Closing]:
    for match in _EXTENDS.finditer(folded.low):
        due = due_from_words(folded.quote(*match.span("until")), day, rules)
        if due.day is None or not _OF_TIME.search(match[0], 0, len(match[0]) - len(match["until"])):
            continue
        cited = _CITES.search(match["about"])
        number = match.start("about") + cited.start("number") if cited is not None else 0
        yield _closing(
            folded,
            "extended",
            match,
            number=folded.quote(number, number + len(cited["number"])) if cited is not None else "",
            marks=cited["marks"] if cited is not None else "",
            due=due,
        )


def _closing(
    folded: Folded, kind: ClosingKind, match: re.Match[str], *, number: str, marks: str, due: Due | None = None
) -> Closing:
    span = folded.span(*match.span())
    return Closing(
        kind=kind,
        number=number.strip(),
        place=cited_marks(marks),
        due=due,
        quote=folded.source[span.start : span.end],
        start=span.start,
        end=span.end,
    )


def is_same_number(one: str, other: str) -> bool:
    """Whether two numbers of papers are one: `215/TB-VP`, `Số 215 /TB-VP`."""
    left, right = (re.sub(r"[\s.]|^số:?", "", fold(each)).replace("–", "-") for each in (one, other))
    return bool(left) and left == right
