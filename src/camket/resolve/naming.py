"""What the name of a plan says: a congress with its number and term, an emulation programme, a yearly plan."""

from __future__ import annotations

from typing import NamedTuple

from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.model.period import Period, parse_period, year_of
from camket.model.plan import PlanKind

_ROMAN = r"(?P<number>[ivxlc]+|\d{1,2})"
_CONGRESS = expression(r"(?<!\w)đại hội(?!\w)")
_NUMBER = expression(rf"lần thứ {_ROMAN}(?!\w)")
_BARE_NUMBER = expression(rf"đại hội (?:đảng (?:bộ )?(?:tỉnh |thành phố )?)?(?:khóa )?{_ROMAN}(?!\w)")
_TERM = expression(r"nhiệm kỳ (?P<first>\d{4}) ?- ?(?P<last>\d{4})")
_NATIONAL = expression(r"đại hội [ivxlc]+ của đảng|đại hội đảng toàn quốc|đại biểu toàn quốc|toàn quốc lần thứ")
_ORGANISATION = expression(
    r"đảng bộ (?P<area>(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường) (?!lần |nhiệm |khóa )[^,;()]+?)"
    r"(?= lần thứ| nhiệm kỳ| khóa|,|;|\(|$)"
)
_EMULATION = expression(r"(?<!\w)thi đua(?!\w)")
_LONG = expression(r"(?<!\w)(?:quy hoạch|chương trình|đề án|chiến lược|đề xuất|dự án)(?!\w)")
_PLAIN = expression(r"kế hoạch|nghị quyết|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ|phát triển|giao(?!\w)")
_YEAR = expression(r"(?<!\w)năm (?P<year>\d{4})(?! ?-)")
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class PlanName(NamedTuple):
    """What was read off a name.

    Attributes:
        kind: None where the name alone does not tell (`kế hoạch`, `nghị quyết`).
        number: of a congress.
        period: its term, or its year.
        area: the area that the name holds, as written in folded form; `cả nước` for the Party's national congress.
    """

    kind: PlanKind | None
    number: int | None = None
    period: Period | None = None
    area: str | None = None


def read_name(text: str) -> PlanName:
    """Read the name of a plan, as in `Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025`."""
    name = fold(text)
    if _CONGRESS.search(name):
        return _congress(name)
    year = _YEAR.search(name)
    period = year_of(int(year["year"])) if year else None
    if _EMULATION.search(name):
        return PlanName("emulation", period=period)
    if _LONG.search(name) or not (_PLAIN.search(name) or _YEAR.fullmatch(name)):
        return PlanName("programme", period=period)
    return PlanName("yearly" if period else None, period=period)


def roman(text: str) -> int | None:
    """The number of a Roman or plain numeral; None where it is none (`ivx`, 0)."""
    if text.isdigit():
        return int(text) or None
    values = [_DIGITS[letter] for letter in text]
    number = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return number if number > 0 and to_roman(number) == text else None


def to_roman(number: int) -> str:
    """The Roman numeral, in small letters."""
    text = ""
    for value, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv")):
        text += letters * (number // value)
        number %= value
    return text + "i" * number


def _congress(name: str) -> PlanName:
    numbered = _NUMBER.search(name) or _BARE_NUMBER.search(name)
    term = _TERM.search(name)
    organisation = _ORGANISATION.search(name)
    area = "cả nước" if _NATIONAL.search(name) else (organisation["area"] if organisation else None)
    return PlanName(
        "congress",
        number=roman(numbered["number"]) if numbered else None,
        period=parse_period(f"{term['first']}/{term['last']}") if term else None,
        area=area,
    )
