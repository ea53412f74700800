"""What is of the present, whatever time was handed down: what is still there, what a stock is, what is told of now."""

from __future__ import annotations

from camket import catalogue
from camket.extract.figures.carry import Carry
from camket.extract.figures.clause import Slot
from camket.extract.figures.kinds import is_stock
from camket.extract.figures.question import Link
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.rules.period.item import When

_GROWING = expression(r"(?<!\w)(?:tăng|giảm)(?!\w)[^,;.]{0,24}$")
_LEFT_OVER = Ending(
    r"(?:(?<!\w)(?:vẫn còn|hiện còn|toàn (?:tỉnh|huyện|xã) còn)|[;,.:\n] ?còn(?: vướng| tồn)?)"
    r"(?: trên| hơn| gần| khoảng)? ?$"
)
_THERE_ARE = expression(r"(?:^|[.\n] ?|(?<!\w)(?:xã|huyện|tỉnh|thị xã|thành phố|địa phương|toàn [^\W\d]+) )có ?$")
"""`Xã có 3 trường đạt chuẩn`, told in a new paragraph."""
_OPENS_WITHIN = 16


def holds_now(reading: Reading, slot: Slot, linked: Link, carry: Carry, *, story: bool) -> bool:
    """Whether a quantity does not hold over the time handed down: what is still there, a rate of several years."""
    when = carry.when
    if when is None or slot.quantity.measure not in (None, "rank"):
        return False
    left_over = _LEFT_OVER.search(reading.low, max(0, slot.left - 2), slot.start)
    if left_over is not None and slot.quantity.unit != "percent":
        return when.day is None  # on a day that is told of, so much was left on it
    if is_stock(linked) and not carry.is_year() and when.mode not in ("at", "until"):
        return True
    if carry.hopped and story and linked.indicator.startswith("other:"):
        grows = _GROWING.search(reading.low, slot.left, slot.start) is not None
        return slot.quantity.unit in ("percent", "rank", "other:times") and not grows
    if carry.hopped and story and slot.quantity.unit in ("count", "household", "person"):
        return _THERE_ARE.search(reading.low, slot.left, slot.start) is not None
    if when.high_year is None or (slot.quantity.per == "year" and slot.quantity.unit == "percent"):
        return False  # `nhiệm kỳ 2020-2025, hộ nghèo giảm bình quân 6%/năm` is of those years
    if linked.indicator.startswith("other:"):
        return slot.quantity.unit == "percent"
    return catalogue.indicator(linked.indicator).aggregate != "sum"


def goes_on_of_now(reading: Reading, slot: Slot, own: When | None, carry: Carry) -> bool:
    """Whether a level goes on about what is there now (`Đến nay có 500 dự án. Hàn Quốc dẫn đầu với 120 dự án`)."""
    counted = slot.quantity.unit in ("count", "person", "household")
    now = counted and own is None and carry.when is not None and carry.when.word == "now"
    return now and not _GROWING.search(reading.low, slot.left, slot.start)


def opens_with_now(reading: Reading, slot: Slot) -> bool:
    """Whether the sentence is of now from its first words on."""
    first = reading.items("period", slot.sentence.start, slot.start)
    opens = bool(first) and first[0].start - slot.sentence.start <= _OPENS_WITHIN
    return opens and isinstance(first[0].item, When) and first[0].item.word == "now"


def is_growing(reading: Reading, slot: Slot) -> bool:
    """Whether a percent is told as that of a rise or fall."""
    return slot.quantity.unit == "percent" and _GROWING.search(reading.low, slot.left, slot.start) is not None
