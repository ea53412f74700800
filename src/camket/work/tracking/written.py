"""Days of cells in other writings than those of papers, put as papers write them: `30-Jun-26`, `2026/06/30`."""

from __future__ import annotations

import re

from camket.grammar.fold import Folded

_ENGLISH = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_IN_WORDS = {
    name: number
    for number, names in enumerate(
        (("giêng",), ("hai",), ("ba",), ("tư", "bốn"), ("năm",), ("sáu",), ("bảy",), ("tám",), ("chín",), ("mười",),
         ("mười một",), ("mười hai", "chạp")), 1
    )
    for name in names
}  # fmt: skip
_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>20\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(rf"(?<!\w)(?P<day>\d{{1,2}})[- ]{_NAME}[- ,.]+(?P<year>\d{{4}}|\d\d)(?!\d)")
_NAME_FIRST = re.compile(rf"(?<!\w){_NAME} (?P<day>\d{{1,2}}),? (?P<year>20\d\d)(?!\d)")
_MONTH = re.compile(rf"(?<!\w){_NAME}[- ](?P<year>\d{{4}}|\d\d)(?!\d)")
_MONTH_IN_WORDS = re.compile(
    r"(?<!\w)tháng (?P<word>mười một|mười hai|giêng|chạp|hai|ba|tư|bốn|năm(?! ?\d)|sáu|bảy|tám|chín|mười)(?!\w)"
)


def as_papers_write(cell: str) -> str:
    """The text of a cell with its days as papers write them; the text itself where it has none to change."""
    told = Folded(cell).low
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _NAME_FIRST):
        told = pattern.sub(lambda found: f"{found['day']}/{_month(found)}/{_year(found)}", told)
    told = _MONTH.sub(lambda found: f"{_month(found)}/{_year(found)}", told)
    told = _MONTH_IN_WORDS.sub(lambda found: f"tháng {_IN_WORDS[found['word']]}", told)
    return cell if told == Folded(cell).low else told


def _month(found: re.Match[str]) -> str:
    parts = found.groupdict()
    return str(_ENGLISH[parts["name"]]) if parts.get("name") else parts["month"]


def _year(found: re.Match[str]) -> str:
    return found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
