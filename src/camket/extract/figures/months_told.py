"""The months that a story tells of, and how far they hold on over figures without a time of their own.

A story says once when its results are of, mostly in the first paragraph (`tháng 1`, `quý III`, `9 tháng`). Those
months govern what was done, made, earned or grew in them until another time is said, over the next two paragraphs
at a time: each figure that they date carries them on.

| sentence behind `tháng 1, IIP tăng 6,2%` | time |
| --- | --- |
| `Ngoài ra, thu ngân sách ước đạt 1.245 tỉ đồng, bằng 11,6% dự toán.` | the month: taken in, a share of a plan |
| `Có 96 doanh nghiệp được cấp phép, tăng 12,4% so với cùng kỳ.` | the month: what is compared with the same months |
| `Bên cạnh đó, ngành du lịch đón 210.000 lượt khách.` | the month: counted as they come |
| `Hiện tỉnh có 45 doanh nghiệp xuất khẩu.`, `Diện tích rừng đạt 5.000 ha.` | the paper's day: what is there |
| `Trước đây, đơn vị từng rà soát 1.020 doanh nghiệp.` | none: a time gone by that nobody told |
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from camket.extract.figures.by_day import told_by_day
from camket.extract.figures.carry import Carry
from camket.extract.figures.clause import Slot
from camket.extract.figures.kinds import RECURS, is_flow, is_stock
from camket.extract.figures.present import is_growing
from camket.extract.figures.question import Link
from camket.extract.figures.roles import Ruling
from camket.extract.figures.unsaid import happened
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When
from camket.rules.quantity.item import Quantity

_NEAR = 2
"""How many paragraphs on the months told of are still those of what goes on about them."""


class Months(NamedTuple):
    """The last months, quarter or half of a year told of results, and the paragraph in which they last dated one."""

    when: When
    paragraph: int

    def hold_in(self, paragraph: int) -> bool:
        """Whether a paragraph is near enough for them to hold; a month up to which something was counted does not."""
        return self.when.mode == "in" and paragraph - self.paragraph <= _NEAR


_ANYWHERE = 10**6
"""The paragraph of months that hold in all of a story."""


def months_of_the_story(reading: Reading, scene: Scene) -> Months | None:
    """Those that the title or the lead of a story names, which its first paragraphs are about.

    A story that names none, but tells of `tháng qua` or compares with `tháng trước`, is all about the month gone by.
    """
    if not scene.is_story:
        return None
    titled = scene.titled.dated(scene.year) if scene.titled is not None else None
    if titled is not None and not (titled.month is titled.quarter is titled.half is None):
        return Months(titled, 0)
    times = [one.item for one in reading.made.get("period", ()) if isinstance(one.item, When)]
    gone = [when for when in times if when.word in ("month_gone", "quarter_gone", "step")]
    if not gone or any(_is_some_months(when) for when in times):
        return None
    named = next((when for when in gone if when.word != "step"), When(word="month_gone"))
    told = told_by_day(named, scene)
    return Months(told, _ANYWHERE) if told is not None and told.year is not None else None


def _is_some_months(when: When) -> bool:
    part = when.month is not None or when.quarter is not None or when.half is not None
    return part and when.day is None and when.mode in ("in", "until", "at") and not when.word


_THERE = expression(
    r"(?<!\w)(?:lũy kế|tổng số|tổng cộng|(?<!thực )(?<!thể )(?<!phát )hiện|đang|còn hiệu lực|vốn điều lệ|công suất"
    r"|quy mô|diện tích(?! (?:gieo|trồng|xuống|thu))|dân số|tổng tài sản|dư nợ|nợ|huy động|tỷ lệ|tổng vốn đầu tư"
    r"|(?<!tổng )mức|(?<!đánh )giá(?! trị)|lương(?! thực)|thu nhập|mỗi|hằng|hàng(?= (?:năm|tháng|ngày|tuần))|từng"
    r"|(?<!sở )(?<!bộ )(?<!so với )kế hoạch|dự kiến|sẽ|nguồn vốn|tổng mức đầu tư|tổng chiều dài)(?!\w)"
)
"""What is there at a time, or comes back, though it be told beside results."""
_LOOKS_BACK = expression(
    r"(?:so với |so |bằng |cùng )?(?:cùng (?:kỳ|thời điểm|thời gian)|(?:tháng|quý) (?:trước|liền trước))"
)
_SAME = ("cùng ", "tháng trước", "quý trước", "liền trước")
_COMES_IN = expression(
    r"(?<!\w)(?:doanh thu|thu ngân sách|thu nội địa|kim ngạch|xuất khẩu|nhập khẩu|sản lượng|giải ngân|doanh số"
    r"|lợi nhuận|trị giá|giá trị|tổng thu|số thu|tổng mức bán lẻ|tiêu thụ|đón|phục vụ|xảy ra|ghi nhận|cấp mới"
    r"|thu hút|thành lập mới|đăng ký mới|cấp phép|quay (?:lại|trở lại)|hoạt động trở lại|giải thể"
    r"|tạm (?:ngừng|dừng))(?!\w)"
)
_COMES_IN_BEHIND = expression(
    r" (?:[^\W\d]+ ){0,2}?(?:được cấp|thành lập|đăng ký|quay|hoạt động trở|giải thể|tạm (?:ngừng|dừng)|được)(?!\w)"
)


_LEADS_WITH = expression(
    r"(?: [^\W\d]+){0,6}?,? (?:với|đạt) (?:[^\W\d]+ ){0,5}?\d[\d.,]* (?:tỷ|triệu|tỉ|nghìn|ngàn|dự án|lượt|doanh)"
)
"""A place held with so much of those months: `dẫn đầu cả nước với 4,15 tỷ USD`."""
_GROWS_BEHIND = expression(r",? (?:và )?(?:tăng|giảm)(?: khoảng| hơn| gần| trên)? \d[\d.,]* ?%")
"""What is told with how much it rose is of those months: `ước đạt 4,1 tỷ USD, tăng 6,2%`."""


_AS_A_PLACE = expression(
    r"(?<!\w)(?:dẫn đầu|đứng (?:đầu|thứ \w+)|vị trí thứ \w+|xếp thứ \w+|tiếp (?:theo|đến))[^.;\d]{0,60} (?:với|đạt)"
    r"(?: tổng)?(?: số| giá trị| trị giá)?(?: vốn| kim ngạch| doanh thu)?(?: đầu tư| đăng ký| đạt| là)*"
    r"(?: hơn| gần| trên| khoảng)? ?$"
)
"""`Singapore dẫn đầu với tổng vốn đầu tư 680 triệu USD`"""
_SHARE_OF_IT = expression(
    r" (?:trên |trong )?tổng (?:số )?(?:thu|vốn|kim ngạch|giá trị|trị giá|sản lượng|doanh thu|lượng|lượt)(?!\w)"
)
"""A share of what was made or came in: `chiếm 33,8% tổng vốn đầu tư`."""


def goes_on_of_them(reading: Reading, slot: Slot, linked: Link, said: Ruling) -> bool:
    """Whether a figure without a time is one of what was done, made, earned or grew over the months told of."""
    if said.role not in ("actual", "estimate") or slot.quantity.comparator == "ge":
        return False
    if slot.quantity.per == "year":
        return False
    if slot.quantity.unit == "rank":
        return _LEADS_WITH.match(reading.low, slot.end, slot.clause_end) is not None
    if is_growing(reading, slot):
        return True
    low = reading.low
    if _AS_A_PLACE.search(low, slot.left, slot.start) or _SHARE_OF_IT.match(low, slot.end):
        return slot.quantity.measure in (None, "level") and RECURS.search(low, slot.clause_start, slot.start) is None
    if not slot.first and low.find("trong đó", slot.left, slot.start) >= 0:
        return False  # a part is of the time of its whole
    if is_stock(linked) or _THERE.search(low, slot.clause_start, slot.start):
        return False
    if slot.quantity.measure == "share_of_plan":
        return True
    behind = low[slot.end : slot.clause_end]
    if holds(behind, _SAME) and _LOOKS_BACK.search(behind) is not None:
        return True
    return slot.quantity.unit != "percent" and _came_in(reading, slot, linked)


def _came_in(reading: Reading, slot: Slot, linked: Link) -> bool:
    """Whether so much was made, earned, counted as it came or done, and not there."""
    low = reading.low
    if is_flow(linked) or happened(reading, slot) or _COMES_IN.search(low, slot.clause_start, slot.start):
        return True
    if _COMES_IN_BEHIND.match(low, slot.end, slot.right) is not None:
        return True
    return _GROWS_BEHIND.match(low, slot.end, slot.clause_end) is not None


_THE_SAME_TIME = expression(
    r"(?:(?:cũng )?(?:trong|vào) )?(?:cùng |khoảng )?(?:thời gian|giai đoạn|thời điểm|quý|năm|kỳ|đợt)(?: cao điểm)?"
    r" (?:này|trên|đó|nói trên)(?!\w)(?! năm)"
)
_OPENINGS = ("cũng ", "trong ", "vào ", "cùng ", "khoảng ", "thời ", "giai ", "quý ", "năm ", "kỳ ", "đợt ")


def is_the_same(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says that it is of the time told of before: `Cùng thời gian trên, lực lượng xử lý ...`."""
    if not reading.low.startswith(_OPENINGS, sentence.start):
        return False
    return _THE_SAME_TIME.match(reading.low, sentence.start, sentence.end) is not None


_GONE_BY = expression(
    r"(?:trước đây|trước kia|trước đó|thời gian trước|những năm trước|nhiều năm trước|ngày trước|khi đó|lúc đó|hồi đó"
    r"|trước khi)(?!\w)"
)
_HEADED = ": trước "
"""`Nhóm tiêu chí kinh tế: trước khi xây dựng nông thôn mới, huyện có 1 xã đạt`"""


def tells_of_long_ago(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence turns to a time gone by that it does not date: `Trước đây, đơn vị từng rà soát ...`."""
    begin = reading.low.find(_HEADED, sentence.start, sentence.end)
    begin = sentence.start if begin < 0 else begin + 2
    if not reading.low.startswith(("trước", "thời", "những", "nhiều", "ngày", "khi", "lúc", "hồi"), begin):
        return False
    if _GONE_BY.match(reading.low, begin) is None:
        return False
    return not reading.items("period", sentence.start, sentence.end)


_OF_LATE = expression(r"(?:mới đây|gần đây|vừa qua|hiện|nay|đến nay|hôm qua|thời gian gần đây|sau đó|từ đó)(?!\w)")


def tells_of_late(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence turns back from a time gone by: it has a time of its own, or opens with `Mới đây`."""
    if reading.items("period", sentence.start, sentence.end):
        return True
    return _OF_LATE.match(reading.low, sentence.start, sentence.end) is not None


def of_its_whole(part: Quantity, lately: Sequence[tuple[Quantity, When | None]], carry: Carry) -> Carry:
    """The time handed to parts (`Trong đó, ...`): that of the last of their kind, not of another kind behind it.

    `Hiện toàn vùng có 551.669 ha cà phê, sản lượng năm 2012 đạt 1,2 triệu tấn. Trong đó, A có 201.341 ha`: A has now.
    """
    wholes = [when for one, when in lately if (one.unit, one.noun) == (part.unit, part.noun)]
    if not wholes or not lately or (lately[-1][0].unit, lately[-1][0].noun) == (part.unit, part.noun):
        return carry
    return replace(carry, when=wholes[-1]) if wholes[-1] is not None else carry
