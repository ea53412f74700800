"""What a paper tells as it is or was, though it sets aims: what was done, counted up to a day, what a place has.

The type of a paper gives its numbers their role only where nothing in the sentence says otherwise.
"""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.timing import is_ahead
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding
from camket.rules.period.item import When

_DONE = expression(
    r"(?<!\w)đã (?!(?:được )?(?:đề ra|giao|xác định|phê duyệt|cam kết|duyệt|đăng ký|thông qua|đặt ra|nêu|ban hành|ký"
    r"|quy định|thống nhất|lập|có (?:chủ trương|quyết định))(?!\w))"
)
_TO_DO = expression(
    r"(?<!\w)(?:sẽ|cần|phải(?! (?:tạm )?(?:ngừng|dừng|nộp|chịu))|phấn đấu|tiếp tục|nhằm|để|bảo đảm|đảm bảo|mục tiêu"
    r"|chỉ tiêu|kế hoạch|dự kiến|dự toán|định mức|mức (?:chi|hỗ trợ|thu|đóng)|tối đa|tối thiểu|khi|nếu|trường hợp"
    r"|(?<!các )(?<!những )(?<!số )(?:đề nghị|yêu cầu)|theo quy hoạch|thì|còn thiếu)(?!\w)"
)
"""What turns from what was done to what is to be."""
_COUNTED_FROM = Holding(
    r"(?<!\w)(?:tính )?từ (?:ngày )?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})? (?:đến|tới)(?: hết)? (?:ngày )?\d{1,2}[/-]\d"
    r"|(?<!\w)(?:tại|ở) thời điểm (?=\d|ngày|tháng|năm|cuối|đầu|hiện|báo cáo|lập|kiểm|rà|thống|điều)"
    r"|(?<!\w)tính đến (?:ngày |hết |cuối |tháng |thời điểm|nay)"
    r"|(?<!\w)theo (?:báo cáo|số liệu|kết quả)(?: [^\W\d]+){0,3}? "
    r"(?:rà soát|thống kê|điều tra|khảo sát|kiểm kê|tổng hợp)",
    ("từ ", "thời điểm", "tính đến", "theo "),
)
"""How a count begins, of what was there or came up to a day."""
_LOOKS_BACK = expression(r"so với (?:cùng kỳ|tháng trước|quý trước|tuần trước|kỳ trước)(?!\w)")
_GROUND = expression(r"(?<!\w)diện tích (?:đất )?tự nhiên(?!\w)|(?<!\w)nhân khẩu(?!\w)")
_NEAR = 36
_MADE_OF = expression(
    r"(?<!\w)(?:gồm|bao gồm|chia (?:làm|thành)|còn lại|trên cơ sở|trực thuộc|hiện hữu)(?: có)?"
    r"(?: toàn bộ| khoảng| gần| hơn| trên)? $"
)
_A_PLACE = expression(
    r"(?<!\w)(?:huyện|xã|thị xã|thành phố|tỉnh|phường|thị trấn|quận|nội thị|ngoại thị|nội thành|địa giới)(?!\w)"
)
"""What is made of communes; an area of tea or a programme takes them in."""
_UNITS_OF_A_PLACE = expression(
    r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|thôn|ấp|bản|buôn|khu phố|tổ dân phố|đơn vị hành chính"
    r"|xã, phường|dân tộc)(?!\w)(?! (?:đạt|nông thôn mới|hoàn thành|được công nhận|thuộc diện))"
)


def tells_what_is(reading: Reading, slot: Slot, scene: Scene) -> bool:
    """Whether a sentence tells of its number how it is or was, and not what is to be.

    `Bộ đã trực tiếp giải quyết ... 29 lượt`, `tính từ ngày 16/01/2030 đến 15/02/2030 có 62 lượt người`, `Thị xã có
    28.202 ha diện tích tự nhiên`, `gồm 23 xã`.
    """
    if _is_assessed(reading, slot):
        return True
    if _is_told_as_done(reading, slot) or _is_what_a_place_has(reading, slot):
        return not any(
            isinstance(one.item, When) and is_ahead(one.item, scene)
            for one in reading.items("period", slot.clause_start, slot.start)
        )
    return False


_WORK_DONE = expression(
    r"(?<!\w)đã (?:thực hiện|đạt|hoàn thành|thu hút|huy động|giải ngân|đầu tư|xây dựng|tăng|giảm|hỗ trợ|giải quyết"
    r"|tổ chức|tiếp nhận|khởi công|khánh thành|công nhận|thành lập|kết nạp|bố trí|trồng)(?!\w)[^;.]*$"
)
_COMES_TO_IT = expression(
    r"(?<!\w)(?:dự|tham dự|triệu tập|tham gia)(?!\w)[^.;]{0,240}?\d{1,4} đại biểu(?!\w)"
    r"|(?<!\w)(?:khai mạc|diễn ra|tổ chức)(?!\w)[^.;]{0,80}? với (?:sự (?:tham dự|tham gia"
    r"|có mặt) của )?\d{1,4} đại biểu(?!\w)"
    r"|\d{1,4} đại biểu (?:đại diện|thay mặt)(?!\w)"
    r"|(?<!\w)(?:đã bầu|được bầu|bầu ra|tái cử|tái đắc cử|trúng cử|đắc cử)(?!\w)"
)


def comes_to_a_congress(reading: Reading, slot: Slot, scene: Scene) -> bool:
    """Whether those are counted who came to a congress or were elected there: `Dự Đại hội có 148 đại biểu`."""
    if slot.quantity.unit not in ("person", "count") or scene.head.event != "congress":
        return False
    return _COMES_TO_IT.search(reading.low, slot.sentence.start, slot.sentence.end) is not None


def is_told_as_done(reading: Reading, slot: Slot, scene: Scene) -> bool:
    """Whether so much was done or came, though the years named go on: `giai đoạn 2021-2025, đã chi 90 tỷ đồng`."""
    if comes_to_a_congress(reading, slot, scene):
        return True
    before = reading.low[slot.clause_start : slot.start]
    done = _WORK_DONE.search(before) if "đã " in before else None
    return done is not None and _TO_DO.search(before, done.end() - len(done[0])) is None


_ASSESSED = expression(
    r"(?:[ivx]+[.)] |\d+[.)] |[-+*] )?(?:đại hội |hội đồng nhân dân |hđnd )?[^;:]{0,40}?(?:tán thành|thống nhất"
    r"|nhất trí)(?!\w)"
    r"[^;:]{0,60}?(?<!\w)đánh giá(?!\w)[^;:]{0,170}:"
)


def _is_assessed(reading: Reading, slot: Slot) -> bool:
    """Whether a resolution agrees with what was reached: `Tán thành đánh giá kết quả thực hiện ...: GRDP tăng 9,1%`."""
    begin = slot.sentence.start
    if reading.low.find("đánh giá", begin, slot.start) < 0:
        return False
    return _ASSESSED.match(reading.low, begin, slot.start) is not None


def _is_told_as_done(reading: Reading, slot: Slot) -> bool:
    low, begin = reading.low, slot.sentence.start
    done = list(_DONE.finditer(low, begin, slot.start)) if low.find("đã ", begin, slot.start) >= 0 else []
    said = done[-1] if done else _COUNTED_FROM.search(low, begin, slot.start)
    if said is not None:
        return _TO_DO.search(low, said.end(), slot.start) is None
    behind = low.find("so với", slot.end, slot.sentence.end) >= 0
    if not behind or _LOOKS_BACK.search(low, slot.end, slot.sentence.end) is None:
        return False
    return _TO_DO.search(low, begin, slot.start) is None


def _is_what_a_place_has(reading: Reading, slot: Slot) -> bool:
    """Whether its ground or people are counted, or the units that it is made of."""
    low, quantity = reading.low, slot.quantity
    if quantity.measure not in (None, "level"):
        return False
    near = low[max(slot.sentence.start, slot.start - _NEAR) : min(slot.sentence.end, slot.end + _NEAR)]
    if quantity.unit in ("ha", "person") and ("tự nhiên" in near or "nhân khẩu" in near):
        return _GROUND.search(near) is not None
    if quantity.unit != "count":
        return False
    if _UNITS_OF_A_PLACE.match(quantity.noun or "") is None:
        return False
    made = _MADE_OF.search(low, max(slot.sentence.start, slot.start - _NEAR), slot.start)
    return made is not None and _A_PLACE.search(low, slot.sentence.start, made.start()) is not None


_LIES_AT = ("tại ", "của ", "đối với ")


def is_where_something_lies(reading: Reading, slot: Slot) -> bool:
    """Whether those are counted with whom a task deals as they are there: `gỡ vướng mắc tại 14 dự án`."""
    return slot.quantity.unit in ("count", "household") and reading.low.endswith(_LIES_AT, 0, slot.start)
