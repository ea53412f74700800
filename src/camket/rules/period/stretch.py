"""Stretches of months and of half a month: `từ tháng 3 đến tháng 9`, `kỳ 1 tháng 12`, `3 tháng gần đây`."""

from __future__ import annotations

from calendar import monthrange

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.period.item import When
from camket.rules.period.lead import LEAD, mode_of

_A_MONTH = r"(?:0?[1-9]|1[0-2])"
_LEAP_YEAR = 2024
"""Stands in where no year is told: a February then has 29 days."""


def _from_to(found: Found) -> When | None:
    first, last = int(found["first"]), int(found["last"])
    begins, ends = (int(found[group]) if found[group] else None for group in ("begins", "ends"))
    if begins is not None and ends is None and first < last:
        ends = begins  # `từ tháng 3/2020 đến tháng 9`
    begins = begins or (ends - (first > last) if ends is not None else None)
    if begins is not None and ends is not None and begins < ends:
        return When(year=begins, high_year=ends, month=first, last_month=last)
    if first >= last or begins != ends:
        return None
    halves = {(1, 6): 1, (7, 12): 2}
    half = halves.get((first, last))
    return When(year=ends, half=half) if half else When(year=ends, month=first, last_month=last)


FROM_TO = Rule(
    name="period/from_month_to_month",
    anchor=CUE,
    cues=("từ tháng", "từ đầu tháng", "từ giữa tháng", "từ cuối tháng"),
    pattern=(
        rf"từ (?:đầu |giữa |cuối )?tháng (?P<first>{_A_MONTH})(?:(?:/| năm )(?P<begins>20\d\d))?"
        rf"(?: (?:đến|tới)(?: hết| cuối| giữa| đầu)?| ?[-–])(?: tháng)? (?P<last>{_A_MONTH})"
        r"(?:(?: ?/ ?| năm )(?P<ends>20\d\d))?(?![\d/%]|[.,]\d| (?:tỷ|tỉ|triệu|nghìn|lần))"
    ),
    produce=_from_to,
    weight=4,
    examples=(
        example("giảm sâu từ tháng 3 đến tháng 9", "từ tháng 3 đến tháng 9 => ?-03/?-09"),
        example("áp dụng từ tháng 9 đến tháng 12/2020", "từ tháng 9 đến tháng 12/2020 => 2020-09/2020-12"),
        example("chi trả từ tháng 9 đến 12/2020", "từ tháng 9 đến 12/2020 => 2020-09/2020-12"),
        example("từ tháng 11/2019 đến tháng 2/2020, bắt 9 vụ", "từ tháng 11/2019 đến tháng 2/2020 => 2019-11/2020-02"),
        example("mùa mưa từ tháng 11 đến tháng 4 năm 2020", "từ tháng 11 đến tháng 4 năm 2020 => 2019-11/2020-04"),
        example("từ tháng 7 đến hết tháng 12/2024", "từ tháng 7 đến hết tháng 12/2024 => 2024-H2"),
    ),
    counter_examples=("từ tháng 9 đến nay", "từ đầu năm đến tháng 6", "từ tháng 3 đến 5%"),
)


def _two_months(found: Found) -> When | None:
    first, last = int(found["first"]), int(found["last"])
    if last != first + 1:
        return None
    return When(year=int(found["year"]) if found["year"] else None, month=first, last_month=last, mode=mode_of(found))


TWO_MONTHS = Rule(
    name="period/two_months",
    anchor=CUE,
    cues=("tháng",),
    before=rf"{LEAD}(?:trong )?(?:(?:2|hai) )?",
    pattern=(
        rf"tháng (?P<first>{_A_MONTH}) và (?:tháng )?(?P<last>{_A_MONTH})(?:(?: ?/ ?| năm )(?P<year>20\d\d))?"
        r"(?![\d/%]|[.,]\d| (?:tháng|tỷ|tỉ|triệu|nghìn|lần|năm))"
    ),
    produce=_two_months,
    weight=4,
    examples=(
        example("trong 2 tháng 8 và 9/2020 đạt 5,8 triệu USD", "trong 2 tháng 8 và 9/2020 => 2020-08/2020-09"),
        example("tháng 1 và tháng 2/2021, tỉnh đón", "tháng 1 và tháng 2/2021 => 2021-01/2021-02"),
    ),
    counter_examples=("tháng 9 và 9 tháng năm 2022", "tháng 3 và tháng 5 năm 2020"),
)


def _half_of_a_month(found: Found) -> When | None:
    month = int(found["month"])
    year = int(found["year"]) if found["year"] else None
    if found["part"] in ("1", "i", "đầu"):
        begins, ends = 1, 15
    else:
        begins, ends = 16, monthrange(year or _LEAP_YEAR, month)[1]
    return When(year=year, month=month, day=ends, since=(None, month, begins), mode=mode_of(found))


HALF_OF_A_MONTH = Rule(
    name="period/half_of_a_month",
    anchor=CUE,
    cues=("kỳ 1 tháng", "kỳ 2 tháng", "kỳ i tháng", "kỳ ii tháng", "nửa", "15 ngày"),
    before=rf"{LEAD}(?:trong )?",
    pattern=(
        rf"(?:kỳ|nửa|15 ngày) (?P<part>1|2|ii|i|đầu|cuối)(?: của)? tháng (?P<month>{_A_MONTH})(?!\d)"
        r"(?:(?: ?/ ?| năm )(?P<year>20\d\d))?(?!\d)"
    ),
    produce=_half_of_a_month,
    weight=4,
    examples=(
        example("trong kỳ 1 tháng 12/2018 xuất khẩu đạt", "trong kỳ 1 tháng 12/2018 => 2018-12-01/2018-12-15"),
        example("nửa đầu tháng 9 nhập siêu", "nửa đầu tháng 9 => ?-09-01/?-09-15"),
        example("giảm 15,7% so với kỳ 2 tháng 8/2020", "so với kỳ 2 tháng 8/2020 => base 2020-08-16/2020-08-31"),
        example("15 ngày cuối tháng 11", "15 ngày cuối tháng 11 => ?-11-16/?-11-30"),
    ),
    counter_examples=("kỳ 1 năm học", "nửa đầu năm 2020", "15 ngày đầu năm"),
)

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}

LATELY = Rule(
    name="period/months_of_late",
    anchor=CUE,
    cues=("tháng",),
    before=r"(?:trong |qua |suốt )?(?<![\d,.])(?P<count>[2-9]|1[0-2]|hai|ba|bốn|năm|sáu) ",
    pattern=(
        r"tháng (?:liên tiếp |liền )?(?:gần đây(?: nhất)?|gần nhất|trở lại đây|vừa rồi)(?!\w)"
        r"|tháng (?:liên tiếp|liền)(?: qua| vừa qua)?(?! (?:kể từ|của|năm 20|đầu|trước))(?!\w)"
    ),
    produce=lambda found: When(word="months_gone", span=-(_COUNTS.get(found["count"]) or int(found["count"]))),
    weight=3,
    examples=(
        example("trong 3 tháng gần đây, xuất khẩu tăng", "trong 3 tháng gần đây => months_gone"),
        example("4 tháng liên tiếp trở lại đây đều trên 1 tỷ USD", "4 tháng liên tiếp trở lại đây => months_gone"),
    ),
    counter_examples=("9 tháng đầu năm", "trong 9 tháng qua", "3 tháng liền kể từ tháng 5"),
)
