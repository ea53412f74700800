"""Multiples: `gấp 1,23 lần`, `tăng 1,5 lần`, `gấp đôi`."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.model.fact import Comparator
from camket.rules.numeral.item import Numeral, words_value
from camket.rules.quantity.item import Quantity, comparator_before


def _times(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral):
        return None
    comparator = comparator_before(found)
    lead = found.low[max(found.bounds[0], found.start - 6) : found.start]
    if says_how_often(found.before):
        return None
    if lead.endswith("gấp "):
        found.start -= 4
        comparator = _said_before(found) or comparator
    if lead.endswith(("thứ ", "mỗi ")) or not lead.strip():
        return None
    return Quantity(
        value=numeral.value,
        high=numeral.high,
        unit="other:times",
        comparator="range" if numeral.high is not None else comparator,
        step=numeral.step,
    )


_ABOUT: dict[str, Comparator] = {"hơn": "gt", "trên": "gt", "gần": "approx", "khoảng": "approx"}
_BEFORE = expression(r"(?<!\w)(?P<about>gần|khoảng|trên) $")


def _said_before(found: Found) -> Comparator | None:
    """How near a multiple is by the word before `gấp` (`gần gấp 3 lần`), which is then of its quote."""
    said = _BEFORE.search(found.low, max(found.bounds[0], found.start - 7), found.start)
    if said is None:
        return None
    found.start = said.start()
    return _ABOUT[said["about"]]


_HOW_OFTEN = expression(
    r"(?<!\w)(?:họp|báo cáo|kiểm tra|sinh hoạt|tổ chức|tiến hành|rà soát|giao ban|cập nhật|định kỳ"
    r"|(?:mỗi|hằng|hàng) (?:năm|tháng|tuần|quý|ngày))(?: [^\W\d]+){0,4} (?:ít nhất |tối thiểu |khoảng |từ )?"
    r"(?<!tăng )(?<!giảm )(?<!gấp )(?<!bằng )(?<!hơn )$"
)


def says_how_often(before: str) -> bool:
    """Whether so many times are no multiple but how often something is done: `mỗi tuần họp 1 lần`."""
    return _HOW_OFTEN.search(before) is not None


TIMES = Rule(
    name="quantity/times",
    anchor="numeral",
    cues=("lần",),
    pattern=r" lần(?! (?:lượt|thứ|đầu|họp|gia hạn|bầu))(?!\w)",
    produce=_times,
    weight=1,
    examples=(
        example("đạt hơn 62.300 tỷ đồng, gấp 1,23 lần so với năm 2015", "gấp 1,23 lần => 1.23 other:times"),
        example("doanh nghiệp tăng 1,23 lần so với năm 2015", "1,23 lần => 1.23 other:times"),
        example("thu nhập gấp khoảng 1,5 lần khu vực tư nhân", "gấp khoảng 1,5 lần => approx 1.5 other:times"),
        example("vốn đăng ký gần gấp 3 lần cùng kỳ", "gần gấp 3 lần => approx 3 other:times"),
        example("mỗi năm tăng 1,5 lần", "1,5 lần => 1.5 other:times"),
        example("năng suất cao gấp 10-15 lần", "gấp 10-15 lần => range 10..15 other:times"),
    ),
    counter_examples=("Đại hội lần thứ XX", "họp 2 lần thứ nhất", "mỗi tuần Ban chỉ đạo họp 1 lần"),
)

_WORDS = {"đôi": Decimal(2), "rưỡi": Decimal("1.5"), "tư": Decimal(4)}


def _double(found: Found) -> Quantity:
    word = found["word"] or found["count"]
    if found["lead"] != "gấp":
        found.start = found.match.start("quote")
    before = _said_before(found) if found["lead"] == "gấp" else None
    value = _WORDS.get(word) or words_value(word) or Decimal(2)
    return Quantity(value=value, unit="other:times", comparator=before or _ABOUT.get(found["about"], "eq"))


DOUBLE = Rule(
    name="quantity/double",
    pattern=(
        r"(?P<lead>gấp|(?:tăng|bằng)(?= [^\d,;.]{0,12}lần)) (?P<quote>(?:(?P<about>hơn|trên|gần|khoảng) )?"
        r"(?:(?P<word>đôi|rưỡi|tư|hai|ba|bốn)(?: lần)?|(?P<count>năm|sáu|bảy|tám|chín|mười) lần))(?!\w)"
    ),
    anchor=CUE,
    cues=("gấp", "tăng", "bằng"),
    produce=_double,
    examples=(
        example("kim ngạch gấp đôi năm 2015", "gấp đôi => 2 other:times"),
        example("gấp hơn hai lần năm 2015", "gấp hơn hai lần => gt 2 other:times"),
        example("thu hút vốn gần gấp đôi cùng kỳ", "gần gấp đôi => approx 2 other:times"),
        example("gấp năm lần năm 2015", "gấp năm lần => 5 other:times"),
        example("tăng ba lần so với năm 2015", "ba lần => 3 other:times"),
    ),
    counter_examples=("khẩn trương, gấp rút", "họp ba lần", "tăng hai con số"),
)
