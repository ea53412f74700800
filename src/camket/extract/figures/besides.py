"""Numbers that stand beside others as those of a plan, of a scenario, or of what there is now."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_AGAINST = expression(r"/\d")


_ESTIMATED_BEHIND = expression(
    r" ?\((?:dự )?ước (?:thực hiện |tính |đạt )?(?:đến |hết |cả )*(?:năm|tháng|quý) [\d/ivx]+\)"
)


def is_estimated_behind(reading: Reading, slot: Slot) -> bool:
    """Whether brackets call it an estimate of a time: `lên 115 triệu đồng (ước thực hiện năm 2020)`."""
    return reading.low.startswith(("(", " ("), slot.end) and _ESTIMATED_BEHIND.match(reading.low, slot.end) is not None


def is_against_a_plan(reading: Reading, slot: Slot) -> bool:
    """Whether the plan stands behind a stroke: `43,2/45%`, `(25.694/39.826 tỷ đồng)` give first what was reached."""
    if not reading.low.startswith("/", slot.end):
        return False
    tally = slot.quantity.unit in ("rank", "count") and slot.made.rule != "quantity/actual_of"
    return not tally and _AGAINST.match(reading.low, slot.end) is not None


_BESIDE_ITS = Ending(
    r"(?<!\w)(?:cao hơn|thấp hơn|vượt|so với|hơn|kém) (?:so với )?mức(?: tăng| giảm| bình quân)?"
    r"(?: khoảng| gần| hơn| trên)? $"
)
_OF_ANOTHER = expression(r" (?:của|ở|tại) (?:khu vực|vùng|nhóm|ngành|lĩnh vực|cả nước|toàn quốc|bình quân)(?!\w)")


def is_of_another(reading: Reading, slot: Slot) -> bool:
    """Whether it is what another part has: `thành thị tăng 0,34%, cao hơn mức tăng 0,14% của khu vực nông thôn`."""
    if _OF_ANOTHER.match(reading.low, slot.end) is None:
        return False
    return _BESIDE_ITS.search(reading.low, max(slot.sentence.start, slot.start - 48), slot.start) is not None


_BRACKETS = ("(", "(+")
_OF_THE_PLAN = expression(
    r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|so với nghị quyết)(?: [^\d(),;.]{1,48}?)?"
    r"(?: (?:đến )?năm \d{4}(?: của [^\W\d]+)?)?(?: ?\(\+?\d[^()]{0,14}\) và (?:của )?[^\d(),;.]{2,24})? ?\(\+?$"
)
"""`thấp hơn chỉ tiêu của Quốc hội (12%) và Chính phủ (11%)`"""
_BEHIND_A_STROKE = expression(r"(?:\d%?|\d (?:nghìn |triệu |tỷ )*(?:đồng|ha|tấn|usd|km))\s?/\s?$")
_AS_PLANNED = expression(r"\s(?:như|so với|của) (?:kế hoạch|mục tiêu|chỉ tiêu|dự toán|nghị quyết)")
_NOT_REACHED = Ending(r"(?:không|chưa) (?:đạt|được)(?: mức| con số)? $")


_AGAINST_THE_PLAN = expression(
    r"(?<!\w)so với (?:mức )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)"
    r"(?: (?!(?:và|với|tăng|giảm|đạt|bằng|vượt|thu|chi|hơn|gần|trên|cùng|lên|còn|có"
    r"|khoảng)(?!\w))[^\W\d]+|(?<=năm) 20\d\d){0,5} $"
)
_BEHIND_ITS_SHARE = Ending(
    r"\d ?% (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu)"
    r"(?: (?:pháp lệnh|phấn đấu|được|giao|năm|cả năm|trung ương|hđnd|tỉnh|đề ra))*(?: là)?(?: gần| trên| hơn)? $"
)
"""`đạt 84,7% dự toán pháp lệnh 115.000 tỷ đồng`"""
_OVER_THE_PLAN = Ending(r"(?<!\w)(?:vượt|hơn) (?:mức )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu) $")
_GIVEN_IT = expression(r"(?: [^\W\d]+| \([^()]{0,20}\)){0,14} (?:giao|đề ra|thông qua)(?!\w)")


def is_named_plan(reading: Reading, slot: Slot) -> bool:
    """Whether the plan is named with its number: `so với chỉ tiêu 1,7 tỷ USD`, `vượt chỉ tiêu 900 căn được giao`."""
    near = max(slot.sentence.start, slot.start - 56)
    if reading.low.find("so với", near, slot.start) >= 0 and _AGAINST_THE_PLAN.search(reading.low, near, slot.start):
        return True
    summed = slot.quantity.unit in ("VND", "USD", "tonne", "ha")
    if summed and _BEHIND_ITS_SHARE.search(reading.low, near, slot.start):
        return True
    return (
        _OVER_THE_PLAN.search(reading.low, near, slot.start) is not None
        and _GIVEN_IT.match(reading.low, slot.end, slot.right) is not None
    )


_SET_FORTH = Ending(
    r"(?<!\w)(?:so với|cao hơn|thấp hơn|vượt) (?:so với )?(?:mức|con số|chỉ tiêu|mục tiêu)(?: [^\W\d]+){0,4}?"
    r" (?:đề ra|đặt ra|giao|đăng ký|xác định)(?: [^,;()]{0,40})? (?:là|chỉ là) $"
)
"""`cao hơn mức bình quân đã đề ra theo Nghị quyết 01 là 17%/năm`"""
_YEARLY = expression(r"(?<!\w)năm(?: 20\d\d)?(?: là)? $")


def ends_on_the_year(reading: Reading, slot: Slot) -> bool:
    """Whether a plan's number stands behind a stroke or its year: `53% so với kế hoạch cả năm 2020 là 405.000 tỷ`."""
    low, near = reading.low, max(slot.sentence.start, slot.start - 16)
    return low.endswith("/", 0, slot.start) or _YEARLY.search(low, near, slot.start) is not None


_OF_A_SCENARIO = expression(
    r"(?<!\w)(?:so với|bằng|cao hơn|thấp hơn|vượt|đạt|theo) (?:mức )?kịch bản"
    r"(?: (?:[^\W\d]+|\d{1,2}|20\d\d)){0,10} ?\(\+?$"
)


def is_the_scenarios(reading: Reading, slot: Slot) -> bool:
    """Whether the number is what a scenario has, in parentheses: `thấp hơn kịch bản tăng trưởng quý III (7,4%)`."""
    low = reading.low
    if not low.endswith(_BRACKETS, 0, slot.start) or low.find("kịch bản", slot.clause_start, slot.start) < 0:
        return False
    near = max(slot.sentence.start, slot.start - 96)
    return _OF_A_SCENARIO.search(low, near, slot.start) is not None


def is_the_plan(reading: Reading, slot: Slot) -> bool:
    """Whether the number is that of the plan.

    In parentheses behind its name (`cao hơn kế hoạch (6,5%)`, `bằng 94,5% kế hoạch (92.070 triệu USD)`), behind the
    stroke of `43,2/45%`, or what was not reached (`không đạt 8,5% như kế hoạch`).
    """
    low = reading.low
    if is_against_a_plan(reading, slot):
        return False
    if low.endswith(_BRACKETS, 0, slot.start) and _OF_THE_PLAN.search(
        low, max(slot.sentence.start, slot.start - 76), slot.start
    ):
        return True
    if is_named_plan(reading, slot):
        return True
    told = low.endswith(" là ", 0, slot.start)
    if told and _SET_FORTH.search(low, max(slot.sentence.start, slot.start - 110), slot.start) is not None:
        return True
    near = max(slot.sentence.start, slot.start - 22)
    if low.find("/", near, slot.start) >= 0 and _BEHIND_A_STROKE.search(low, near, slot.start):
        return True
    return bool(
        _NOT_REACHED.search(low, max(slot.sentence.start, slot.start - 30), slot.start)
        and _AS_PLANNED.match(low, slot.end)
    )


_STANDS_NOW = Ending(r"\((?:hiện|hiện còn|hiện nay|hiện tại|hiện nợ|hiện đạt|hiện có|hiện là)(?: khoảng| gần| trên)? $")
"""What stands in brackets as it is now beside what is to be done: `thu hồi nợ đọng (hiện khoảng 400 tỷ đồng)`."""


def stands_now(reading: Reading, slot: Slot) -> bool:
    """Whether brackets beside a task give what there is."""
    return _STANDS_NOW.search(reading.low, max(slot.sentence.start, slot.start - 24), slot.start) is not None


_ESTIMATES_ALL = expression(
    r"(?:[-+•*–] ?)?(?:[^\W\d][^:;,.\d]{2,40}: )?(?:ước tính|dự ước|sơ bộ)(?: tổng)? "
    r"(?!đạt|khoảng|trên|gần|hơn|tăng|giảm)[^\W\d]"
)
"""What opens a sentence of estimates: `Ước tính tổng số lợn tăng 6,8%; tổng số bò tăng 3,4%`."""


def estimates_all(reading: Reading, slot: Slot) -> bool:
    """Whether its sentence opens as one of estimates, so that all of it are."""
    return _ESTIMATES_ALL.match(reading.low, slot.sentence.start) is not None
