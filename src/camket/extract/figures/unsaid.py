"""The time of what its sentence dates by no word: counted at a meeting, given there, standing, asked."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.kinds import RECURS
from camket.extract.figures.question import Link
from camket.extract.figures.roles import Ruling
from camket.extract.figures.stated import comes_to_a_congress
from camket.extract.figures.timing import Timing
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.model.fact import Role
from camket.rules.period.item import When


def unsaid(reading: Reading, slot: Slot, linked: Link, said: Ruling, scene: Scene) -> Timing | None:
    """The timing of a quantity without a time of its own; None where what was handed down is to stand."""
    if said.role in ("actual", "projection") and _passed_here(reading, slot, scene):
        return Timing(scene.now, stated=False, how="so_far")
    if said.role == "actual" and scene.now is not None and comes_to_a_congress(reading, slot, scene):
        return Timing(scene.now, stated=False, how="so_far")
    if said.role == "actual" and in_some_year(reading, slot):
        return Timing(None, stated=False, how="standing")
    if said.how == "asked":
        return Timing(None, stated=False, how="asked")
    named = not linked.indicator.startswith("other:")
    if said.role in ("actual", "projection") and _is_standing(reading, slot, named=named):
        return Timing(None, stated=False, how="standing")
    return None


_SOME_YEAR = expression(
    r"(?<!\w)có (?:những )?(?:năm|thời điểm|lúc|tháng|quý)(?! \d)(?! (?:học|nay))(?!\w)[^,;.\d]{0,40}$"
)


def in_some_year(reading: Reading, slot: Slot) -> bool:
    """Whether a value was reached in some year that is not told: `tăng trưởng liên tục, có năm tăng trên 18%`."""
    if reading.low.find("có ", slot.left, slot.start) < 0:
        return False
    return _SOME_YEAR.search(reading.low, slot.left, slot.start) is not None


_DAILY = expression(r"(?<!\w)(?:mỗi|hằng|hàng) ngày(?!\w)")
_SHARE = expression(r"(?<!\w)(?:chiếm|đóng góp)(?!\w)")
_OF_ALL = expression(
    r"(?<!\w)(?<!đầu )(?<!nhất )(?<!bình quân )(?<!trung bình )(?<!bình quân chung )(?:cả nước|toàn quốc)(?!\w)"
)


def _is_standing(reading: Reading, slot: Slot, *, named: bool) -> bool:
    """Whether a quantity without a time belongs to none.

    What comes back every year (`mỗi năm có hơn 1,5 triệu người nhập cư`) and what a place is to the country
    (`chiếm 19% dân số cả nước`). Sums per year are such, but for those that are `named`: an income is of some year.
    """
    before = reading.low[slot.clause_start : slot.start]
    if slot.first and slot.quantity.unit != "percent" and "ngày" in before and _DAILY.search(before):
        return True
    if slot.quantity.unit == "percent" and slot.quantity.per == "year":
        return False  # a mean per year is of the years spoken of: `thu vượt dự toán hằng năm, bình quân tăng 9%/năm`
    yearly = slot.quantity.per == "year" and slot.quantity.unit == "VND" and not named and "thu nhập" not in before
    if (" năm" in before and RECURS.search(before)) or yearly:
        return True
    around = reading.low[slot.sentence.start : slot.sentence.end]
    if "cũng chiếm" in before:
        around = reading.low[max(0, slot.sentence.start - 200) : slot.sentence.end]
    return slot.quantity.unit == "percent" and _SHARE.search(before) is not None and _OF_ALL.search(around) is not None


_PAPERS = frozenset(
    ("nghị quyết", "tờ trình", "báo cáo", "dự thảo", "dự thảo nghị quyết", "dự án luật", "dự luật", "luật")
)
_PASSED = expression(r"(?<!\w)(?:thông qua|xem xét|cho ý kiến|biểu quyết|thảo luận|trình kỳ họp)(?!\w)")


_AWARDED = expression(
    r"(?<!\w)(?:tại|nhân|trong) (?:hội nghị|buổi lễ|lễ|diễn đàn|sự kiện|đại hội|chương trình|dịp)(?!\w)[^.;]{0,80}"
    r"(?<!\w)(?:trao|ký kết|tặng|khen thưởng)(?!\w)|(?<!\w)(?:đợt|dịp) này(?!\w)"
)


def _passed_here(reading: Reading, slot: Slot, scene: Scene) -> bool:
    """Whether something is counted that the meeting told of passed, heard or gave: `kỳ họp thông qua 25 nghị quyết`."""
    if scene.now is None or not scene.is_story:
        return False
    if _AWARDED.search(reading.low, slot.sentence.start, slot.start):
        return True
    if slot.quantity.noun not in _PAPERS:
        return False
    return _PASSED.search(reading.low, slot.sentence.start, slot.start) is not None


_HAPPENS_TO = expression(r" (?:đã |cũng )?(?:bị|phải|được (?!công nhận|đầu tư|xây dựng|xếp hạng))(?!\w)")
_DONE_TO = expression(
    r"(?<!\w)(?:tổ chức|cấu hình|tư vấn|hướng dẫn|hỗ trợ|tiếp nhận|giải quyết|xử lý|xử phạt|kiểm tra|thanh tra"
    r"|phát hiện|cấp(?: mới)?"
    r"|ban hành|phê duyệt|đào tạo|tập huấn|khởi công|khánh thành|bàn giao|trao|kết nạp|thi hành|xảy ra"
    r"|thu hút(?: được)?|thu giữ|khởi tố|xét xử|bắt giữ|vận động|tặng|sửa chữa|trồng(?: mới)?|cung cấp|thực hiện"
    r"|tuyển(?: mới| dụng)?|đưa"
    r"|xây dựng|khám|hoàn thành|công nhận|tạo việc làm|rà soát|số hóa|thẩm định)"
    r"(?!\w)[^,;.\d]{0,70}$"
)
"""Verbs of work of which so much is done over a time."""
_WORK_NEAR = 100
"""Letters that hold such a verb with what may stand behind it."""


def happened(reading: Reading, slot: Slot) -> bool:
    """Whether things are counted by what was done with them or befell them over a time: `đã tổ chức 3 lớp`."""
    if slot.quantity.unit not in ("count", "person", "household") or slot.quantity.per is not None:
        return False
    if _HAPPENS_TO.match(reading.low, slot.end, slot.right):
        return True
    return _DONE_TO.search(reading.low, max(slot.left, slot.start - _WORK_NEAR), slot.start) is not None


_AHEAD = expression(r"(?<!\w)(?:sắp tới|tới đây|thời gian tới|giai đoạn tới|trong tương lai|những năm tới)(?!\w)")
_AHEAD_WORDS = (" tới", "tới đây", "tương lai", "sắp ")


def looks_ahead(reading: Reading, slot: Slot, role: Role, told: When | None) -> bool:
    """Whether what is to come some time (`Sắp tới, công ty sẽ đầu tư ...`) is of no time of results told before.

    Nor is an aim of the day on which it was set: `Sáng 12/8, Đại hội bế mạc. Phấn đấu thu nhập đạt 60 triệu đồng`.
    """
    if told is None or role not in ("target", "projection") or told.mode in ("by", "before"):
        return False
    if role == "target" and told.day is not None and told.mode in ("at", "in"):
        return True
    low, start = reading.low, slot.sentence.start
    return holds(low[start : slot.start], _AHEAD_WORDS) and _AHEAD.search(low, start, slot.start) is not None
