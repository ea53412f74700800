"""A number of a row that was run into one line, behind its unit and before the body in charge: `% ≥ 55 Bộ ...`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.model.fact import Comparator
from camket.rules.numeral.item import Numeral
from camket.rules.quantity.item import Quantity

_PERCENT = expression(r"(?<![\d,.])(?:^|\s)%(?: (?:gdp|grdp|(?:tổng|dân số|số) [^\d%;:.]{2,24}))?\s*$")
_PLACES = expression(r"(?<!\w)(?:thứ bậc|thứ hạng|xếp hạng|hạng|bậc)\s*$")
_PLACES_SAID = expression(r"(?<!\w)(?:thứ bậc|thứ hạng|xếp hạng) (?:[≤<>≥]=? ?)?\d+ [^;.\d]{3,24};\s*$")
_COUNTED = expression(r"(?<!\w)(?P<noun>doanh nghiệp|dự án|xã|trường|cơ sở|sản phẩm|đơn vị|mô hình|công trình)\s*$")
_NEAR = 48


_BOUNDS: dict[str, Comparator] = {"≥": "ge", ">=": "ge", "≤": "le", "<=": "le", ">": "gt", "<": "lt"}
_BOUND = expression(r"(?:[≥≤]|[<>]=?) ?$")


def _bound(found: Found) -> Comparator:
    """The sign that bounds the number, with which the quoted extent then begins."""
    sign = _BOUND.search(found.low, max(found.bounds[0], found.start - 4), found.start)
    if sign is None:
        return "eq"
    found.start = sign.start()
    return _BOUNDS[sign[0].strip()]


def _of_column(found: Found) -> Quantity | None:
    numeral, anchor = found.anchor.item if found.anchor else None, found.anchor
    if not isinstance(numeral, Numeral) or anchor is None or numeral.unit is not None:
        return None
    comparator = _bound(found)
    before = found.low[max(found.bounds[0], found.start - _NEAR) : found.start]
    region = found.match["region"] is not None
    found.end = anchor.end
    if numeral.high is not None:
        comparator = "range"
    if _PERCENT.search(before) is not None and not region:
        return _quantity(numeral, "percent", comparator)
    if comparator == "eq":
        return None
    if _PLACES.search(before) is not None or (region and _PLACES_SAID.search(before) is not None):
        return Quantity(value=numeral.value, unit="rank", comparator=comparator, measure="rank")
    counted = _COUNTED.search(before)
    if counted is None:
        return None
    return _quantity(numeral, "count", comparator, counted["noun"])


def _quantity(numeral: Numeral, unit: str, comparator: Comparator, noun: str | None = None) -> Quantity:
    return Quantity(
        value=numeral.value,
        high=numeral.high,
        unit=unit,
        comparator=comparator,
        noun=noun,
        step=numeral.step,
    )


OF_COLUMN = Rule(
    name="quantity/of_column",
    anchor="numeral",
    pattern=(
        r"(?= (?:bộ|văn phòng|ngân hàng|sở|ban|ủy ban|ubnd|hđnd|cục|tổng cục|thanh tra|công an|kho bạc|chi cục|các"
        r" (?:bộ|sở|địa phương)|(?P<region>đông nam á|thế giới|châu á|asean|toàn quốc|cả nước))(?!\w)|\s*$)"
    ),
    produce=_of_column,
    weight=3,
    examples=(
        example("Tỉ lệ đóng góp của TFP % ≥ 55 Bộ Kế hoạch và Đầu tư", "≥ 55 => ge 55 percent"),
        example("Tỷ lệ hồ sơ trực tuyến % 90 Văn phòng UBND", "90 => 90 percent"),
        example("Quy mô kinh tế số % GDP ≥ 30 Bộ Công Thương", "≥ 30 => ge 30 percent"),
        example(
            "Năng lực cạnh tranh Thứ bậc ≤ 3 Đông Nam Á; ≤ 50 Thế giới",
            "≤ 3 => le 3 rank rank",
            "≤ 50 => le 50 rank rank",
        ),
        example("Số doanh nghiệp ngang tầm Doanh nghiệp >= 5 Bộ Công Thương", ">= 5 => ge 5 count"),
    ),
    counter_examples=("năm 2025 Bộ Công Thương", "tăng 8% 12 Bộ", "gồm 12 Bộ"),
)
