"""Numbers in digits."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.engine import DIGIT
from camket.grammar.rule import Found, Rule, example
from camket.rules.numeral.item import CLOSED, DIGITS, OPEN, Numeral, decimal, step


def _size(found: Found, group: str) -> tuple[Decimal, str | None]:
    if not found[group]:
        return Decimal(1), None
    factor, _, unit = found.value("magnitude", group).partition(" ")
    return Decimal(factor), unit or None


def _single(found: Found) -> Numeral:
    digits = found["digits"]
    factor, unit = _size(found, "size")
    sign = -1 if found["minus"] else 1
    return Numeral(value=sign * decimal(digits) * factor, step=step(digits) * factor, scale=factor, unit=unit)


def _range(found: Found) -> Numeral | None:
    factor, unit = _size(found, "size")
    first_factor = _size(found, "first_size")[0] if found["first_size"] else factor
    low, high = decimal(found["low"]) * first_factor, decimal(found["high"]) * factor
    if low >= high:
        return None
    return Numeral(value=low, high=high, step=step(found["high"]) * factor, scale=factor, unit=unit)


SINGLE = Rule(
    name="numeral/digits",
    pattern=rf"{OPEN}(?P<minus>âm |-(?=\d))?(?P<digits>{DIGITS})(?:\s?(?P<size>{{magnitude}})(?![^\W\d_]))?{CLOSED}",
    cues=(DIGIT,),
    produce=_single,
    examples=(
        example("tăng 14,14%", "14,14 => 14.14"),
        example("kim ngạch 92.070 triệu USD", "92.070 triệu => 92070000000"),
        example("thu trên 33 nghìn tỷ đồng", "33 nghìn tỷ => 33000000000000"),
        example("thu 375 700 tỷ đồng", "375 700 tỷ => 375700000000000"),
        example("tỷ trọng dịch vụ 38.81%", "38.81 => 38.81"),
        example("GRDP giảm âm 6,18%", "âm 6,18 => -6.18"),
        example("tăng trưởng -9,28%", "-9,28 => -9.28"),
        example("khu tái định cư 10ha", "10 => 10"),
        example("có 04 khâu đột phá", "04 => 4"),
    ),
    counter_examples=(
        "đạt 22/26 chỉ tiêu",
        "theo Nghị quyết số 18-NQ/TW",
        "ngày 24/11/2024",
        "dịch Covid-19",
        "Báo cáo 123/BC-UBND",
    ),
)

RANGE = Rule(
    name="numeral/range",
    pattern=(
        rf"{OPEN}(?<!tháng )(?<!ngày )(?<!quý )(?:từ )?(?P<low>{DIGITS})\s?(?P<first_size>{{magnitude}})?\s?(?P<unit>%"
        rf"|đồng|usd)?"
        rf"\s?(?:-|đến|tới)\s?(?P<high>{DIGITS})(?:\s?(?P<size>{{magnitude}})(?![^\W\d_]))?{CLOSED}"
    ),
    cues=(DIGIT,),
    produce=_range,
    weight=1,
    examples=(
        example("GRDP tăng 5-6%", "5-6 => 5..6"),
        example("GRDP tăng 5% - 6%", "5% - 6 => 5..6"),
        example("kế hoạch đề ra (từ 7,3 – 7,5%)", "từ 7,3 – 7,5 => 7.3..7.5"),
        example("đạt từ 5 đến 6 triệu đồng", "từ 5 đến 6 triệu => 5000000..6000000"),
        example("khoảng 2,5-3 ngàn tỷ đồng", "2,5-3 ngàn tỷ => 2500000000000..3000000000000"),
        example("từ 900 triệu đồng đến 1,2 tỷ đồng", "từ 900 triệu đồng đến 1,2 tỷ => 900000000..1200000000"),
    ),
    counter_examples=("trong hai ngày (13 - 14/4)", "số 6-5", "tháng 9-2022"),
)
