"""Holidays: what befalls in one is of its month (`dịp nghỉ lễ 2/9`, `kỳ nghỉ Tết Nguyên đán`)."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.rules.period.item import When

_OF_NEW_YEAR = {
    2010: 2, 2011: 2, 2012: 1, 2013: 2, 2014: 1, 2015: 2, 2016: 2, 2017: 1, 2018: 2, 2019: 2, 2020: 1, 2021: 2,
    2022: 2, 2023: 1, 2024: 2, 2025: 1, 2026: 2, 2027: 2, 2028: 1, 2029: 2, 2030: 2,
}  # fmt: skip
"""The month in which the lunar year begins, by the calendar of Vietnam."""
_SECOND_HALF = "08"


_TIME = r"(?:dịp|kỳ|đợt|những ngày|trong \d ngày|\d ngày|mùa)"
_LEAD = (
    rf"(?<!nhân )(?<!mỗi )(?<!hằng năm )(?<!hướng tới )(?:trong )?{_TIME}(?: nghỉ)?(?: lễ)?(?: và)?(?: ngày)?(?: tết)? "
)
_OFF = r"(?<!nhân )(?:dịp )?nghỉ (?:lễ|tết)(?: \(?\d ngày\)?)? "
_NAME = (
    r"(?P<national>quốc khánh(?: \(?2 ?[/-] ?9\)?)?|2 ?[/-] ?9)"
    r"|(?P<spring>(?:giải phóng miền nam,? ?)?\(?30 ?[/-] ?4"
    r"(?P<may>(?: ?[-,] ?| và )(?:ngày )?(?:quốc tế lao động )?\(?0?1 ?[/-] ?5)?)"
    r"|(?P<kings>giỗ tổ)"
    r"|(?P<solar>tết dương lịch|dương lịch)"
    r"|(?P<lunar>tết nguyên đán|nguyên đán|tết cổ truyền|tết)"
)
_MONTHS = {"national": (9, None), "kings": (4, None), "solar": (1, None)}
_LUNAR_YEARS = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_STEMS = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")
"""By the last digit of the year."""
_SIGNS = ("thân", "dậu", "tuất", "hợi", "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi")
"""By the rest of the year's division by twelve."""
_YEAR = (
    rf"(?: (?P<stem>{'|'.join(_STEMS)}) (?P<sign>{'|'.join(_SIGNS)}))?"
    r"(?: ?[-/]? ?\(?(?:năm )?(?P<year>20\d\d)(?!\d))?"
)
_REASON = expression(
    r"(?<!\w)(?:do|vì|bởi|trùng(?: với| vào)?|cận kề|cận|gần|trước|sau|tới|đến|chuẩn bị [^,;.]{0,40}"
    r"|phục vụ [^,;.]{0,40})"
    r" $"
)
"""What makes of a holiday why something came about, or what is prepared for."""


def _named_year(found: Found) -> int | None:
    """The year by its number, else by its name in the cycle of sixty: `Quý Mão` is 2023."""
    if found["year"]:
        return int(found["year"])
    if not found["stem"]:
        return None
    last, rest = _STEMS.index(found["stem"]), _SIGNS.index(found["sign"])
    return next((year for year in _OF_NEW_YEAR if year % 10 == last and year % 12 == rest), None)


def _holiday(found: Found) -> When | None:
    if not found.match[0].startswith("trong ") and _REASON.search(found.before[-60:]):
        return None
    year = _named_year(found)
    if found["lunar"]:
        return When(year=year, word="tet")
    if found["spring"]:
        return When(year=year, month=4, last_month=5 if found["may"] else None)
    month, last = next(months for name, months in _MONTHS.items() if found[name])
    return When(year=year, month=month, last_month=last)


HOLIDAY = Rule(
    name="period/holiday",
    pattern=rf"(?<!\w)(?:{_LEAD}|{_OFF})(?:tết )?(?:{_NAME})(?!\w){_YEAR}",
    produce=_holiday,
    cues=("quốc khánh", "2/9", "2-9", "30/4", "30-4", "giỗ tổ", "dương lịch", "nguyên đán", "nghỉ tết", "dịp tết",
          "tết cổ truyền"),
    weight=3,
    examples=(
        example("Trong dịp nghỉ lễ 2/9, tỉnh đón 61.000 lượt khách", "Trong dịp nghỉ lễ 2/9 => ?-09"),
        example("Dịp lễ Quốc khánh 2-9 năm 2023, lượng khách", "Dịp lễ Quốc khánh 2-9 năm 2023 => 2023-09"),
        example("Kỳ nghỉ lễ 30/4 - 1/5 đón 95.000 lượt", "Kỳ nghỉ lễ 30/4 - 1/5 => ?-04/?-05"),
        example("dịp Giỗ Tổ Hùng Vương", "dịp Giỗ Tổ => ?-04"),
        example("Kỳ nghỉ Tết Dương lịch 2024 đón", "Kỳ nghỉ Tết Dương lịch 2024 => 2024-01"),
        example("trong dịp Tết Nguyên đán Quý Mão 2023", "trong dịp Tết Nguyên đán Quý Mão 2023 => tet 2023"),
        example("dịp Tết Tân Sửu, siêu thị bán", "dịp Tết Tân Sửu => tet 2021"),
    ),
    counter_examples=("nhân dịp Quốc khánh 2/9, tỉnh khởi công", "chào mừng Quốc khánh",
        "số thu giảm do kỳ nghỉ Tết Nguyên đán", "ngày 2/9 đón 900 khách"),
)  # fmt: skip


def lunar_new_year(year: int | None, day: str | None = None) -> str | None:
    """The month of the lunar new year, in the guide's form; None outside the years that are known.

    Where no `year` is told it is that of the paper's `day`, the next one in the later half of a year.
    """
    if year is None and day is not None:
        year = int(day[:4]) + (day[5:7] >= _SECOND_HALF)
    month = _OF_NEW_YEAR.get(year or 0)
    return f"{year}-{month:02}" if month is not None else None
