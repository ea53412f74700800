"""The day up to which a story counts, and how far it holds on over what is counted after it.

A story says once up to when it counts, mostly in its first paragraph (`đến ngày 10.4`, `tính đến hết tháng 6`) or in
the heading over its counts (`Kết quả các tiêu chí (đến hết năm 2015):`). That close governs what is counted after it
until another time is said, over the next two paragraphs at a time: each figure that it dates carries it on.

| sentence behind `đến ngày 10.4, tỉnh giải ngân 842 tỷ đồng` | time |
| --- | --- |
| `Riêng huyện A mới giải ngân 7,5% kế hoạch.` | the day: a part of what was counted |
| `Có 5 huyện giải ngân cao hơn bình quân.` | the day: counted then |
| `Hiện tỉnh có 12 khu công nghiệp.` | the paper's day, which its own word tells |
| `Mức phí là 50.000 đồng/lần.`, `Mỗi năm, tỉnh đón 9 triệu lượt khách.` | none: a rule, what comes back |
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from camket.extract.figures.clause import Slot
from camket.extract.figures.kinds import is_flow
from camket.extract.figures.question import Link
from camket.extract.figures.roles import Ruling
from camket.extract.figures.timing import is_ahead
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When

_NEAR = 2
"""How many paragraphs on the close told of is still that of what is counted."""
_COUNTED = frozenset(("count", "person", "household", "ha", "percent", "tonne", "km"))
_MONEY = frozenset(("VND", "USD"))


class Close(NamedTuple):
    """The day, month or year up to which was counted, the paragraph in which it last dated a figure, and of what."""

    when: When
    paragraph: int
    things: frozenset[str]

    def holds_in(self, paragraph: int) -> bool:
        """Whether a paragraph is near enough for it to hold."""
        return paragraph - self.paragraph <= _NEAR

    def time_of(self, slot: Slot, linked: Link) -> When:
        """Its time for a figure: what grew or came in up to a month did so over the months from the year's first."""
        month = self.when.month
        over = slot.quantity.measure == "growth" or is_flow(linked)
        if self.when.day is not None or month is None or month == 1:
            return self.when
        if not over:
            of_a_flow = slot.quantity.unit == "percent" and linked.indicator.startswith("other:")
            there = slot.quantity.unit in _COUNTED and not of_a_flow
            return replace(self.when, mode="at") if there else self.when
        return When(year=self.when.year, month=1, last_month=month)

    def goes_on(self, paragraph: int, linked: Link, slot: Slot) -> Close:
        """The same, having dated a figure more."""
        return Close(self.when, paragraph, self.things | {linked.indicator, slot.quantity.noun or ""})


_UP_TO = ("tính đến", "tính tới", "lũy kế", "đến", "tới", "hết", "thời điểm", "từ")


def is_close(reading: Reading, sentence: Sentence, when: When, scene: Scene) -> bool:
    """Whether a time is one up to which a sentence counts: a day, or the end of a month or year, that is not ahead."""
    if when.word or when.mode not in ("until", "at") or not (when.high_year is when.span is when.last_month is None):
        return False
    if not (when.quarter is when.half is None) or is_ahead(when, scene):
        return False
    said = (one for one in reading.items("period", sentence.start, sentence.end) if one.item == when)
    return any(reading.low.startswith(_UP_TO, one.start) for one in said)


_HEADS = expression(r"\((?:tính )?(?:đến|tới)[^()]{0,40}\) ?: ?$")
_AIMS = expression(r"(?<!\w)(?:mục tiêu|chỉ tiêu|kế hoạch|phấn đấu|nhiệm vụ|dự kiến)(?!\w)")


def close_of_a_heading(reading: Reading, sentence: Sentence, scene: Scene) -> When | None:
    """The close that the brackets at the end of a heading name: `Kết quả các tiêu chí (đến hết năm 2015):`."""
    end = sentence.end
    if not reading.low[max(sentence.start, end - 3) : end].rstrip().endswith("):"):
        return None
    if _HEADS.search(reading.low, sentence.start, end) is None or _AIMS.search(reading.low, sentence.start, end):
        return None
    last = next((one.item for one in reversed(reading.items("period", sentence.start, end))), None)
    return last if isinstance(last, When) and is_close(reading, sentence, last, scene) else None


def close_of_a_tally(reading: Reading, sentence: Sentence, scene: Scene) -> When | None:
    """The close at which a sentence counts n of m: `Tính đến giữa tháng 2, huyện đạt 5/9 tiêu chí`."""
    if not reading.items("tally", sentence.start, sentence.end):
        return None
    times = [one.item for one in reading.items("period", sentence.start, sentence.end) if isinstance(one.item, When)]
    if not times or not is_close(reading, sentence, times[0], scene):
        return None
    return times[0].dated(scene.year)


_STANDS = expression(
    r"(?<!\w)(?:quy định|theo luật|nghị định|thông tư|mức (?:phí|hỗ trợ|thu|phạt|lương|đóng|hưởng|giá|thuế)|lãi suất"
    r"|thuế suất|hạn ngạch|hợp đồng"
    r"|giá(?! trị)|lương(?! thực)|mỗi|hằng|hàng(?= (?:năm|tháng|ngày|tuần))|bình quân mỗi|từng|vốn điều lệ|công suất"
    r"|tổng mức đầu tư|quy mô|diện tích (?:đất )?tự nhiên|tối thiểu|tối đa|dài|rộng|cao khoảng|ít nhất|nếu"
    r"|dự kiến|sẽ|thường|trước đây|trước đó|ban đầu|khi đó|lúc đó|định mức|tiêu chuẩn|điều kiện|trị giá)(?!\w)"
)
"""What is told of as a rule, a size or what comes back, and not as counted up to a day."""
_HERE = expression(
    r"(?<!\w)(?:tại|trong|chiều|sáng|tối) (?:buổi|hội nghị|hội thảo|lễ|cuộc họp|phiên|chương trình|dịp)(?!\w)"
)
"""Whose numbers are of the event told of."""
_GOES_ON = expression(
    r"(?:[-+*•] ?)?(?:trong (?:số )?đó|cụ thể|theo đó|riêng|ngoài ra|bên cạnh đó|cùng với đó|đồng thời|số |tổng |về "
    r"|còn lại|nhóm |tương tự|trước đó|các |có \d|[^,;.\d]{0,40}(?<!\w)cũng (?:có|đạt|là))"
)
"""How a sentence begins that goes on with what was counted."""
_WHOLE_DAY = len("at:2026-02-05")


def counted_on(reading: Reading, slot: Slot, linked: Link, said: Ruling, close: Close, scene: Scene) -> bool:
    """Whether a figure without a time is one of what was counted up to the close told of before."""
    quantity = slot.quantity
    if said.role not in ("actual", "estimate") or quantity.per is not None or quantity.comparator == "ge":
        return False
    if said.how in ("plan", "project", "past") or quantity.measure in ("change", "rank"):
        return False
    low = reading.low
    if _STANDS.search(low, slot.sentence.start, slot.start) or _HERE.search(low, slot.sentence.start, slot.start):
        return False
    same = linked.indicator in close.things or (quantity.noun or "-") in close.things
    if quantity.measure == "share_of_plan" or (same and not linked.indicator.startswith("other:")):
        return True
    if quantity.unit in _MONEY:
        return same or is_flow(linked) or _GOES_ON.match(low, slot.sentence.start) is not None
    if quantity.measure == "growth" or quantity.unit not in _COUNTED:
        return False
    vague = scene.now is None or len(scene.now) < _WHOLE_DAY
    return same or vague or _GOES_ON.match(low, slot.sentence.start) is not None
