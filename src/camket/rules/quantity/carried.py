"""Numbers whose unit stands behind another: of a list, of `từ A lên B`, of the plan behind a stroke."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.engine import BEHIND_STROKE, STROKE
from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.rules.numeral.item import OPEN, WRITTEN, Numeral, decimal, step
from camket.rules.quantity.item import Quantity

_COUNTED = ("count", "person", "household")
_LISTS = expression(r"(?<!\w)(?:lần lượt|tương ứng)(?!\w)(?:[^.]|\.(?=\d))*$")
_FROM = expression(r"(?<!\w)từ (?:mức |khoảng |gần |hơn |trên )?$")
_UNIT = r"(?:\s?(?P<size>{magnitude})(?!\w))?\s?(?P<unit>{unit})(?![^\W\d_])"


def _carried(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral) or numeral.scale != 1 or numeral.high is not None or found.anchor is None:
        return None
    if not (_FROM if found["to"] else _LISTS).search(found.before):
        return None
    made = _with_unit(found, numeral.value, numeral.step)
    found.end = found.anchor.end
    return made


def _with_unit(found: Found, value: Decimal, last: Decimal | None) -> Quantity | None:
    unit, factor, kind = found.value("unit", "unit").split(" ")
    if kind in ("time", "rank"):
        return None
    scale = Decimal(found.value("magnitude", "size").split(" ")[0]) if found["size"] else Decimal(1)
    scale *= Decimal(factor)
    return Quantity(value=value * scale, unit=unit, step=None if last is None else last * scale)


CARRIED = Rule(
    name="quantity/carried_unit",
    anchor="numeral",
    cues=("lần lượt", "tương ứng", "từ"),
    pattern=(
        rf"(?:(?:\s?[,;]| và|, và|; và| -) (?:{WRITTEN})(?![^\W\d_]|%))*?(?:(?:\s?[,;]| và|, và|; và| -)"
        r"|(?P<to>(?: (?:vào |trong )?năm \d{4})? (?:lên|xuống|còn|lên tới|lên đến|xuống còn)"
        r"(?: khoảng| gần| hơn| trên)?)) "
        rf"(?:{WRITTEN}){_UNIT}"
    ),
    produce=_carried,
    examples=(
        example("lần lượt là 71,3; 19,5 và 6,3%", "71,3 => 71.3 percent", "19,5 => 19.5 percent"),
        example(
            "lần lượt đạt 21.400, 24.900, 27.600 tỷ đồng",
            "21.400 => 21400000000000 VND",
            "24.900 => 24900000000000 VND",
        ),
        example("tăng từ 36,5 lên 45,2%", "36,5 => 36.5 percent"),
        example("tăng từ 1.200 lên 1.500 doanh nghiệp", "1.200 => 1200 count"),
    ),
    counter_examples=("bằng 71,3; 19,5 và 6,3%", "từ 36,5% lên 45,2%", "lần lượt 3 xã, 5%"),
)


def _is_a_plan(found: Found) -> bool:
    """Whether `A/B` with one unit is what was reached and what was planned: no tally, no date, no fraction."""
    actual, plan = decimal(found["actual"]), decimal(found["plan"])
    kind = found.value("unit", "unit").rsplit(" ", 1)[1]
    year = "," not in found["plan"] and 1900 <= plan <= 2100 and actual <= 12
    day = found["plan"].isdigit() and plan <= 12 and not found["percent"]
    tally = kind in _COUNTED and actual <= plan  # `8.700/6.500 đảng viên` is more than was planned
    return not (tally or year or day)


def _actual(found: Found) -> Quantity | None:
    if not _is_a_plan(found):
        return None
    found.end = found.match.end("percent") if found["percent"] else found.match.end("actual")
    return _with_unit(found, decimal(found["actual"]), step(found["actual"]))


def _plan(found: Found) -> Quantity | None:
    if not _is_a_plan(found):
        return None
    found.start = found.match.start()
    return _with_unit(found, decimal(found["plan"]), step(found["plan"]))


_REACHED = rf"{OPEN}(?<!ngày )(?<!tháng )(?<!quý )(?<!thứ )(?<!hạng )"
_STROKE = rf"(?P<actual>{WRITTEN})(?P<percent>%?)\s?/\s?"

ACTUAL = Rule(
    name="quantity/actual_of",
    anchor=STROKE,
    before=_REACHED,
    pattern=rf"{_STROKE}(?P<plan>{WRITTEN}){_UNIT}",
    produce=_actual,
    weight=1,
    examples=(
        example("tỷ lệ đô thị hóa đạt 43,2/45%", "43,2 => 43.2 percent"),
        example("giải ngân 5.200/8.000 tỷ đồng", "5.200 => 5200000000000 VND"),
        example("kết nạp 8.700/6.500 đảng viên", "8.700 => 8700 person"),
    ),
    counter_examples=("đạt 12/18 chỉ tiêu", "tháng 12/2025 tỷ lệ", "ngày 30/6 đạt 45%", "đạt 4,7%/năm"),
)

PLAN = Rule(
    name="quantity/plan_of",
    anchor=BEHIND_STROKE,
    before=rf"{_REACHED}{_STROKE}",
    pattern=rf"(?P<plan>{WRITTEN}){_UNIT}",
    produce=_plan,
    weight=1,
    examples=(example("tỷ lệ đô thị hóa đạt 43,2%/45%", "45% => 45 percent"),),
    counter_examples=("đạt 12/18 chỉ tiêu", "tháng 12/2025 tỷ lệ", "đạt 45%"),
)


def _plan_in_full(found: Found) -> Quantity | None:
    """The plan where both numbers have their unit, the same one."""
    if not found["unit"].endswith(found["same"]):
        return None
    found.start = found.match.start()
    return _with_unit(found, decimal(found["plan"]), step(found["plan"]))


PLAN_IN_FULL = Rule(
    name="quantity/plan_in_full",
    anchor=BEHIND_STROKE,
    cues=("đồng/", "ha/", "tấn/", "usd/", "km/"),
    before=r"(?P<same>đồng|ha|tấn|usd|km)\s?/\s?",
    pattern=rf"(?P<plan>{WRITTEN}){_UNIT}",
    produce=_plan_in_full,
    weight=1,
    examples=(example("thu 412 tỷ đồng/850 tỷ đồng", "850 tỷ đồng => 850000000000 VND"),),
    counter_examples=("đạt 241 triệu đồng/1 ha", "lãi 30 triệu đồng/2 tháng"),
)
