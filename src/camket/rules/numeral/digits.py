"""Numbers in digits."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from camket.grammar.engine import DIGITS
from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.rules.numeral.item import (
    CLOSED,
    OPEN,
    SIGNED,
    SIGNS,
    SIZE_ENDS,
    WRITTEN,
    Numeral,
    decimal,
    parsed,
    sized,
    step,
)


def _single(found: Found) -> Numeral:
    size = found.value("magnitude", "size") if found["size"] else "1"
    digits, *signs = found.match.group("digits", *SIGNS)
    sign = next((name for name, told in zip(SIGNS, signs, strict=True) if told is not None), None)
    if sign is None:
        return _numeral(digits, size, negative=False)
    found.start -= len(SIGNS[sign])
    return _numeral(digits, size, negative=sign != "plus")


@lru_cache(maxsize=4096)
def _numeral(digits: str, size: str, *, negative: bool) -> Numeral:
    """Papers repeat few numbers often: years, days, round sums."""
    factor, unit = parsed(size)
    value = decimal(digits) * factor
    return Numeral(value=-value if negative else value, step=step(digits) * factor, scale=factor, unit=unit)


_IN_A_ROW = expression(r"%? ?[-–] ?\d[\d,.]* ?%")
_BEHIND_A_ROW = expression(r"\d ?% ?[-–] ?$")
"""Rows of shares are no ranges: `nông nghiệp - công nghiệp - dịch vụ là 20% - 45% - 35%`."""


def _range(found: Found) -> Numeral | None:
    factor, unit = sized(found, "size")
    first_factor = sized(found, "first_size")[0] if found["first_size"] else factor
    low, high = decimal(found["low"]) * first_factor, decimal(found["high"]) * factor
    if low >= high or _IN_A_ROW.match(found.after) or _BEHIND_A_ROW.search(found.before):
        return None
    return Numeral(value=low, high=high, step=step(found["high"]) * factor, scale=factor, unit=unit)


SINGLE = Rule(
    name="numeral/digits",
    anchor=DIGITS,
    pattern=rf"(?:{SIGNED}|{OPEN})(?P<digits>{WRITTEN})(?:(?:\s?| {{2}})(?P<size>{{magnitude}}){SIZE_ENDS})?{CLOSED}",
    produce=_single,
    examples=(
        example("tăng 14,14%", "14,14 => 14.14"),
        example("kim ngạch 92.070 triệu USD", "92.070 triệu => 92070000000"),
        example("thu trên 33 nghìn tỷ đồng", "33 nghìn tỷ => 33000000000000"),
        example("xuất khẩu 131,8  triệu USD", "131,8  triệu => 131800000"),
        example("thu 375 700 tỷ đồng", "375 700 tỷ => 375700000000000"),
        example("tỷ trọng dịch vụ 38.81%", "38.81 => 38.81"),
        example("GRDP giảm âm 6,18%", "âm 6,18 => -6.18"),
        example("tăng trưởng -9,28%", "-9,28 => -9.28"),
        example("khai khoáng +4,2% so với tháng trước", "+4,2 => 4.2"),
        example("khu tái định cư 10ha", "10 => 10"),
        example("có 04 khâu đột phá", "04 => 4"),
        example("12 Tỷ lệ hộ nghèo", "12 => 12"),
        example("14\tTỷ trọng dịch vụ", "14 => 14"),
        example("đầu tư 10 tỷ giá trị hợp đồng", "10 tỷ => 10000000000"),
        example("dân số 3 567 943 người", "3 567 943 => 3567943"),
        example("kim ngạch 1,250.5 triệu USD", "1,250.5 triệu => 1250500000"),
        example("tỷ lệ hộ nghèo còn 0.852%", "0.852 => 0.852"),
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
    anchor=DIGITS,
    cues=("-", "÷", "~", "đến", "tới"),
    before=rf"{OPEN}(?<!tháng )(?<!ngày )(?<!quý )(?:(?<!\w)từ )?",
    pattern=(
        rf"(?P<low>{WRITTEN})\s?(?P<first_size>{{magnitude}})?\s?(?P<unit>%|đồng|usd)?"
        rf"\s?(?:-|÷|~|đến|tới)\s?(?P<high>{WRITTEN})(?:\s?(?P<size>{{magnitude}}){SIZE_ENDS})?{CLOSED}"
    ),
    produce=_range,
    weight=1,
    examples=(
        example("GRDP tăng 5-6%", "5-6 => 5..6"),
        example("GRDP tăng 5% - 6%", "5% - 6 => 5..6"),
        example("GRDP tăng 5 ÷ 6%", "5 ÷ 6 => 5..6"),
        example("kế hoạch đề ra (từ 7,3 – 7,5%)", "từ 7,3 – 7,5 => 7.3..7.5"),
        example("đạt từ 5 đến 6 triệu đồng", "từ 5 đến 6 triệu => 5000000..6000000"),
        example("khoảng 2,5-3 ngàn tỷ đồng", "2,5-3 ngàn tỷ => 2500000000000..3000000000000"),
        example("từ 900 triệu đồng đến 1,2 tỷ đồng", "từ 900 triệu đồng đến 1,2 tỷ => 900000000..1200000000"),
    ),
    counter_examples=(
        *("trong hai ngày (13 - 14/4)", "số 6-5", "tháng 9-2022"),
        "nông nghiệp - công nghiệp - dịch vụ là 20% - 45% - 35%",
    ),
)


_PARTS = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3, "": 1}


def _compound(found: Found) -> Numeral | None:
    """The sum of parts, each of which has a smaller magnitude than the one before."""
    words = found["parts"].split()
    sizes = [_PARTS[word] for word in words[1::2]] + [1] * (len(words) % 2)
    if any(later >= earlier for earlier, later in pairwise(sizes)):
        return None
    value = sum(decimal(digits) * size for digits, size in zip(words[::2], sizes, strict=True))
    return Numeral(value=Decimal(value), step=Decimal(sizes[-1]), scale=Decimal(sizes[-1]))


COMPOUND = Rule(
    name="numeral/compound",
    anchor=DIGITS,
    cues=("triệu", "nghìn", "ngàn"),
    before=OPEN,
    pattern=(
        r"(?P<parts>\d{1,3}(?:\.\d{3})? (?:tỷ|tỉ|triệu)(?: \d{1,3} (?:triệu|nghìn|ngàn))+"
        r"(?: \d{3}(?= ?đồng))?)(?![^\W\d_])"
    ),
    produce=_compound,
    weight=2,
    examples=(
        example("thu được 8 tỷ 640 triệu đồng", "8 tỷ 640 triệu => 8640000000"),
        example("thu nhập đạt 34 triệu 170 ngàn đồng/năm", "34 triệu 170 ngàn => 34170000"),
        example("nợ 1 tỷ 250 triệu 300 nghìn đồng", "1 tỷ 250 triệu 300 nghìn => 1250300000"),
    ),
    counter_examples=("từ 8 tỷ đến 640 triệu đồng", "8 tỷ, 640 triệu", "3 triệu 250 triệu"),
)


def _thousands(found: Found) -> Numeral:
    factor = Decimal(_PARTS[found["size"]])
    return Numeral(value=(Decimal(found["upper"]) * 1000 + Decimal(found["lower"])) * factor, step=factor, scale=factor)


THOUSANDS = Rule(
    name="numeral/thousands",
    anchor=DIGITS,
    cues=("nghìn", "ngàn"),
    before=OPEN,
    pattern=rf"(?P<upper>\d{{1,3}}) (?:nghìn|ngàn) (?P<lower>\d{{3}}) (?P<size>tỷ|tỉ|triệu){SIZE_ENDS}",
    produce=_thousands,
    weight=2,
    examples=(example("tổng thu 3 nghìn 250 tỷ đồng", "3 nghìn 250 tỷ => 3250000000000"),),
    counter_examples=("3 nghìn tỷ đồng", "250 tỷ đồng"),
)


def _and_a_half(found: Found) -> Numeral:
    factor, unit = sized(found, "size")
    return Numeral(value=(decimal(found["digits"]) + Decimal("0.5")) * factor, scale=factor, unit=unit)


AND_A_HALF = Rule(
    name="numeral/and_a_half",
    anchor=DIGITS,
    cues=("rưỡi",),
    before=OPEN,
    pattern=r"(?P<digits>\d{1,3}) (?P<size>{magnitude}) rưỡi(?!\w)",
    produce=_and_a_half,
    weight=2,
    examples=(example("mỗi hộ được hỗ trợ 2 triệu rưỡi đồng", "2 triệu rưỡi => 2500000"),),
    counter_examples=("gấp rưỡi năm 2020", "2 triệu đồng"),
)
