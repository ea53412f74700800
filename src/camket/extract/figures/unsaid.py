"""The time of what its sentence dates by no word: counted at a meeting, done in the months told of, standing, asked."""

from __future__ import annotations

import re

from camket.extract.figures.clause import Slot
from camket.extract.figures.kinds import RECURS
from camket.extract.figures.question import Link
from camket.extract.figures.roles import Ruling
from camket.extract.figures.timing import Carry, Timing, timing
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.rules.period.item import When


def unsaid(reading: Reading, slot: Slot, linked: Link, said: Ruling, when: Timing, scene: Scene) -> Timing | None:
    """The timing of a quantity without a time of its own; None where what was handed down (`when`) is to stand."""
    if said.role in ("actual", "projection") and _passed_here(reading, slot, scene):
        return Timing(scene.now, stated=False, how="so_far")
    months = _done_over(reading, slot, scene) if when.how == "default" and said.role == "actual" else None
    if months is not None:
        return timing(months, said.role, slot.quantity, scene, Carry(), when.base)
    if said.role == "actual" and _attends(reading, slot, scene):
        return Timing(scene.now, stated=False, how="so_far")
    if said.how == "asked":
        return Timing(None, stated=False, how="asked")
    named = not linked.indicator.startswith("other:")
    if said.role in ("actual", "projection") and _is_standing(reading, slot, named=named):
        return Timing(None, stated=False, how="standing")
    return None


_SHARE = re.compile(r"(?<!\w)(?:chiếm|đóng góp)(?!\w)")
_OF_ALL = re.compile(r"(?<!\w)(?<!bình quân )(?<!trung bình )(?<!bình quân chung )(?:cả nước|toàn quốc)(?!\w)")


def _is_standing(reading: Reading, slot: Slot, *, named: bool) -> bool:
    """Whether a quantity without a time belongs to none.

    What comes back every year (`mỗi năm có hơn 1,5 triệu người nhập cư`) and what a place is to the country
    (`chiếm 19% dân số cả nước`). Sums per year are such, but for those that are `named`: an income is of some year.
    """
    before = reading.low[slot.clause_start : slot.start]
    if slot.quantity.unit == "percent" and slot.quantity.per == "year":
        return False  # a mean per year is of the years spoken of: `thu vượt dự toán hằng năm, bình quân tăng 9%/năm`
    yearly = slot.quantity.per == "year" and slot.quantity.unit == "VND" and not named
    if (" năm" in before and RECURS.search(before)) or yearly:
        return True
    around = reading.low[slot.sentence.start : slot.sentence.end]
    if "cũng chiếm" in before:
        around = reading.low[max(0, slot.sentence.start - 200) : slot.sentence.end]
    return slot.quantity.unit == "percent" and _SHARE.search(before) is not None and _OF_ALL.search(around) is not None


_PAPERS = frozenset(
    ("nghị quyết", "tờ trình", "báo cáo", "dự thảo", "dự thảo nghị quyết", "dự án luật", "dự luật", "luật")
)
_PASSED = re.compile(r"(?<!\w)(?:thông qua|xem xét|cho ý kiến|biểu quyết|thảo luận|trình kỳ họp)(?!\w)")


def _passed_here(reading: Reading, slot: Slot, scene: Scene) -> bool:
    """Whether papers are counted that the meeting told of passed or heard: `kỳ họp đã thông qua 25 nghị quyết`."""
    if slot.quantity.noun not in _PAPERS or scene.now is None or scene.head.type not in ("news", "other"):
        return False
    return _PASSED.search(reading.low, slot.sentence.start, slot.start) is not None


_DONE_OVER = re.compile(
    r"(?<!\w)(?:tổ chức|cấp|giải quyết|tiếp nhận|xử lý|hỗ trợ|xây dựng|đào tạo|tuyển(?: mới| dụng)?|khám|kiểm tra"
    r"|phát hiện|ban hành|hoàn thành|công nhận|kết nạp|hướng dẫn|tư vấn|cấu hình|trao|tặng|sửa chữa|trồng|tạo việc làm"
    r"|rà soát|số hóa|tập huấn|thẩm định|phê duyệt)(?!\w)[^;.]{0,60}$"
)
"""Verbs of work of which so much is done over a time."""


def _done_over(reading: Reading, slot: Slot, scene: Scene) -> When | None:
    """The months that the title or lead is of, for what was done in them: `Thành phố đã tổ chức 3 khóa huấn luyện`."""
    if scene.titled is None or slot.quantity.unit not in ("count", "person", "household"):
        return None
    done = _DONE_OVER.search(reading.low, slot.clause_start, slot.start)
    return scene.titled if done is not None else None


_ATTENDS = re.compile(r"(?<!\w)(?:dự|tham dự|triệu tập|tham gia)(?!\w)[^.;]{0,40}?\d{1,4} đại biểu(?!\w)")


def _attends(reading: Reading, slot: Slot, scene: Scene) -> bool:
    """Whether those are counted who came to a congress: `Dự Đại hội có 148 đại biểu đại diện cho 712 đảng viên`."""
    if slot.quantity.unit not in ("person", "count") or scene.now is None or scene.head.event != "congress":
        return False
    return _ATTENDS.search(reading.low, slot.sentence.start, slot.sentence.end) is not None
