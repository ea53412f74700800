"""A numeral and the unit after it."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.rule import Found, Rule, example
from camket.model.fact import Comparator
from camket.rules.numeral.item import Numeral
from camket.rules.quantity.item import Quantity, comparator_before

_NOT_FIGURES = frozenset(("time",))
_TAIL: dict[str, Comparator] = {"trở lên": "ge", "trở xuống": "le", "trở đi": "ge"}


def _measured(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral):
        return None
    base, factor, kind = found.value("unit", "unit").split(" ")
    if kind in _NOT_FIGURES or (kind == "rank"):
        return None
    return _quantity(found, numeral, base, Decimal(factor))


def _quantity(found: Found, numeral: Numeral, unit: str, factor: Decimal) -> Quantity:
    comparator = comparator_before(found)
    if found["tail"]:
        comparator = _TAIL[found["tail"]]
    elif numeral.high is not None:
        comparator = "range"
    noun = found["noun"] or (found["unit"] if unit in ("count", "person", "household") else "")
    return Quantity(
        value=numeral.value * factor,
        high=None if numeral.high is None else numeral.high * factor,
        unit=unit,
        comparator=comparator,
        per=found.value("per", "per") if found["per"] else None,
        noun=noun or None,
        step=None if numeral.step is None else numeral.step * factor,
    )


MEASURED = Rule(
    name="quantity/measured",
    anchor="numeral",
    pattern=(
        r"\s?(?P<unit>{unit})(?![^\W\d_])(?:\s?(?P<per>{per})(?!\w))?"
        r"(?: (?:tổng số |số |các |tổng )?(?P<noun>{noun})(?!\w))?(?: (?P<tail>trở lên|trở xuống)(?!\w))?"
    ),
    produce=_measured,
    examples=(
        example("GRDP đạt 14,14%", "14,14% => 14.14 percent"),
        example("thu trên 165.000 tỷ đồng", "trên 165.000 tỷ đồng => gt 165000000000000 VND"),
        example("xuất nhập khẩu 92.070 triệu USD", "92.070 triệu USD => 92070000000 USD"),
        example("bình quân tăng 4,7%/năm", "4,7%/năm => 4.7 percent /year"),
        example("GRDP tăng 5-6%", "5-6% => range 5..6 percent"),
        example("hoàn thành tốt nhiệm vụ đạt 80% trở lên", "80% trở lên => ge 80 percent"),
        example("Hoàn thành 100% xã đạt chuẩn", "100% xã => 100 percent"),
        example("toàn tỉnh có 8.770 doanh nghiệp", "8.770 doanh nghiệp => 8770 count"),
        example("gần 5.600 USD/người", "gần 5.600 USD/người => approx 5600 USD /person"),
        example(
            "khoảng 2,5-3 ngàn tỷ đồng mỗi năm",
            "khoảng 2,5-3 ngàn tỷ đồng mỗi năm => range 2500000000000..3000000000000 VND /year",
        ),
        example("tăng thêm một triệu người", "một triệu người => 1000000 person"),
        example("khu tái định cư khoảng 10ha", "khoảng 10ha => approx 10 ha"),
        example("tỷ lệ thất nghiệp không quá 2,5%", "không quá 2,5% => le 2.5 percent"),
        example("tăng 1,2 điểm phần trăm", "1,2 điểm phần trăm => 1.2 percentage_point"),
        example("đường dài gần 90 km", "gần 90 km => approx 90 km"),
    ),
    counter_examples=("sau 23 năm tái lập tỉnh", "trong 5 ngày làm việc", "Quốc lộ 18"),
)

_BARE_MONEY = Decimal(10**9)


def _bare(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral) or (numeral.unit is None and numeral.scale < _BARE_MONEY):
        return None
    return _quantity(found, numeral, numeral.unit or "VND", Decimal(1))


BARE = Rule(
    name="quantity/bare_money",
    anchor="numeral",
    pattern=r"(?:\s?(?P<per>{per})(?!\w))?",
    produce=_bare,
    weight=-1,
    examples=(
        example("Bình Dương 2.055 tỷ, Long An", "2.055 tỷ => 2055000000000 VND"),
        example("thu nhập 7,84 trđ/tháng", "7,84 trđ/tháng => 7840000 VND /month"),
    ),
    counter_examples=("4,25 triệu lượt khách", "3 tỷ USD", "khoảng 3 triệu"),
)
