"""Which times of a sentence its quantities can hold at."""

from __future__ import annotations

from msgspec.structs import replace

from camket.extract.figures.clause import Slot
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.rule import Made
from camket.rules.period.item import When

_UNUSED_MODES = frozenset(("base", "since"))


def usable_times(reading: Reading, slot: Slot) -> list[tuple[Made, When]]:
    """The times of the sentence that a figure can hold at: none inside a paper's name or the term of an office."""
    found = []
    for one in reading.items("period", slot.sentence.start, slot.sentence.end):
        when = one.item
        if not isinstance(when, When) or when.mode in _UNUSED_MODES:
            continue
        if _in_a_name(reading, one, slot) or is_base(reading, one, slot) or _in_other_parentheses(reading, one, slot):
            continue
        if when.high_year is not None and _of_a_standard(reading, one):
            continue
        if (when.high_year or when.span or when.word == "plan") and _of_a_record(reading, one):
            continue
        if _in_the_name_of_an_event(reading, one) or _is_a_stamp(reading, one):
            continue
        if when.high_year is not None and one.start > slot.start and is_awarded(reading, slot):
            continue
        if one.end < slot.start and _of_a_value_set_beside(reading, one):
            continue
        if _of_an_event(reading, one) or _of_a_plan(reading, one, slot) or _of_a_condition(reading, one, slot):
            continue
        found.append((one, when))
    return _of_results(reading, found, slot) if len(found) > 1 else found


_TASKS_OF = Ending(
    r"(?<!\w)(?:nhiệm vụ|phương hướng|giải pháp)"
    r"(?: (?:trọng tâm|chủ yếu|công tác|của|trong|những|những tháng|cho))* $"
)


def is_of_tasks(reading: Reading, one: Made) -> bool:
    """Whether a time is that of what is to be done: `tình hình tháng 02, nhiệm vụ trọng tâm tháng 3 năm 2023`."""
    return _TASKS_OF.search(reading.low, max(0, one.start - 40), one.start) is not None


def _of_results(reading: Reading, found: list[tuple[Made, When]], slot: Slot) -> list[tuple[Made, When]]:
    """Without the times of tasks that a meeting set beside those of what it looks back on.

    `đánh giá tình hình 9 tháng và nhiệm vụ quý IV, ... Kết quả, thu ngân sách đạt 210 tỷ đồng`
    """
    tasks = [
        pair for number, pair in enumerate(found)
        if number and pair[0].end <= slot.start and is_of_tasks(reading, pair[0])
        and reading.low.find(":", pair[0].end, slot.start) < 0 and reading.low.find(",", pair[0].end, slot.start) >= 0
        and not is_of_tasks(reading, found[number - 1][0])
    ]  # fmt: skip
    return [pair for pair in found if pair not in tasks] if tasks else found


_HAPPENED = Ending(
    r"(?<!\w)(?:thành lập|phê duyệt|ban hành|công nhận|khởi công|thông xe|khánh thành|đi vào hoạt động|ra quyết định"
    r"|chia tách|tái lập|ký|giá so sánh|giá cố định)(?: (?:từ|vào|trong|ngày))* ?$"
)
_OF_A_PLAN = expression(r"% (?:so với |của )?(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?: [^\W\d]+){0,3} $")


_SET_BESIDE = expression(
    r"(?<!\w)(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm)? ?hơn(?: hẳn| nhiều| khá nhiều)?(?: so với)?"
    r" (?:mức|con số|tốc độ)(?: tăng trưởng| tăng| giảm| bình quân)?(?: khoảng| gần| trên)?"
    r" [\d.,]+ ?(?:%|[^\W\d]+(?: [^\W\d]+){0,3})? ?(?:của |trong |vào )$"
)


_OF = expression(r" (?:của|trong|vào) ")


def _of_a_value_set_beside(reading: Reading, one: Made) -> bool:
    """Whether a time is that of another value, named to compare with: `tăng 7,7%, cao hơn mức 1,2% của năm 2021`."""
    if not reading.low.endswith(("của ", "trong ", "vào "), 0, one.start):
        return False
    near = max(0, one.start - 80)
    return (
        reading.low.find("hơn ", near, one.start) >= 0 and _SET_BESIDE.search(reading.low, near, one.start) is not None
    )


def _of_a_plan(reading: Reading, one: Made, slot: Slot) -> bool:
    """Whether a time is the plan's, not the result's; the plan's own number may stand behind it in parentheses."""
    if reading.low[one.end : slot.start].strip() == "(":
        return False
    return _OF_A_PLAN.search(reading.low, max(0, one.start - 50), one.start) is not None


def _of_a_condition(reading: Reading, one: Made, slot: Slot) -> bool:
    """Whether a time tells only since when a condition is to hold: `nếu mở cửa ngay từ đầu năm, lượng khách ...`."""
    if not isinstance(one.item, When) or one.item.word != "year_so_far":
        return False
    return _IF.search(reading.low, slot.sentence.start, one.start) is not None


_IF = expression(r"(?<!\w)nếu(?!\w)")
_RECORD = Ending(
    r"(?<!\w)(?:cao|thấp|lớn|nhiều|ít|tốt|mạnh|nhanh|ấn tượng) nhất(?: cả nước)?,?"
    r"(?: kể)?(?: từ| trong| của| giai đoạn| vòng)* ?$"
)


def _of_a_record(reading: Reading, one: Made) -> bool:
    """Whether years only say among which a value stands out: `tăng 7,9%, cao nhất trong 10 năm qua`."""
    if _RECORD.search(reading.low, max(0, one.start - 30), one.start):
        return True
    inside = reading.low.find(" nhất ", one.start, one.end)
    return inside >= 0


_STANDARD = Ending(
    r"(?:(?:theo |\()(?:tiêu )?chuẩn|chuẩn nghèo|bộ tiêu chí)"
    r"(?: (?:nghèo|mới|đa chiều|quốc gia|giai đoạn|áp dụng|cho))* ?$"
)


def _of_a_standard(reading: Reading, one: Made) -> bool:
    """Whether years are those of a standard: `tỷ lệ hộ nghèo theo chuẩn nghèo giai đoạn 2022-2025`."""
    return _STANDARD.search(reading.low, max(0, one.start - 60), one.start) is not None


_MET = Ending(
    r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|bế mạc|họp báo|kỳ họp|hội nghị|cuộc họp|buổi làm việc|phiên họp)"
    r"(?: (?:vào|trong|sáng|chiều|tối|ngày))* ?$"
)
"""What a day is only that of: `hội nghị diễn ra ngày 12/1/2024`."""


def _of_an_event(reading: Reading, one: Made) -> bool:
    """Whether a time tells only when something came about, not what it had then (`thành lập năm 2006 với 9 xã`)."""
    now = isinstance(one.item, When) and one.item.word == "now"  # `từ khi thành lập đến nay`
    met = isinstance(one.item, When) and one.item.day is not None and one.item.mode == "at"
    if met and _MET.search(reading.low, max(0, one.start - 40), one.start) is not None:
        return True
    if now or _HAPPENED.search(reading.low, max(0, one.start - 40), one.start) is None:
        return False
    if _AS_IT_BEGAN.search(reading.low, max(0, one.start - 60), one.start) is not None:
        return False
    if _FOUNDED.search(reading.low, max(0, one.start - 70), one.start) is not None:
        return False
    return _HAD_THEN.match(reading.low, one.end) is None


_BEHIND_A_STAMP = expression(r"\) ?[-–:]")


def _is_a_stamp(reading: Reading, one: Made) -> bool:
    """Whether a day is that of the story, set before its first words: `(08/10/2022) - Theo Sở Công Thương ...`."""
    if not reading.low.endswith("(", 0, one.start) or _BEHIND_A_STAMP.match(reading.low, one.end) is None:
        return False
    return not reading.low[reading.sentence_at(one.start).start : one.start - 1].strip()


_EVENT = expression(
    r"(?<!\w)(?:ngày hội|tuần lễ|lễ hội|hội chợ|hội thi|cuộc thi|hội thao|liên hoan|festival|diễn đàn|ngày sách|hội báo"
    r"|giải (?:chạy|đua|bóng)|ngày chuyển đổi số|ngày [^\W\d]+ [^\W\d]+ (?:việt nam|quốc gia|thế giới)"
    r"|hội nghị xúc tiến|(?:phiên|sàn) giao dịch|tháng hành động|chiến dịch|lễ phát động)(?: [^\W\d]+){0,9},? $"
)
_EVENTS = (
    "ngày ",
    "tuần lễ",
    "lễ ",
    "hội ",
    "thi ",
    "liên hoan",
    "festival",
    "diễn đàn",
    "giải ",
    "giao dịch",
    "chiến dịch",
)


def _in_the_name_of_an_event(reading: Reading, one: Made) -> bool:
    """Whether a year only tells which fair, forum or festival is meant, whose day the sentence says before.

    `Ngày 18/8/2022, Sở tổ chức Ngày hội việc làm năm 2022 với 2.300 người tham gia`: so many came on that day.
    """
    when = one.item
    if not isinstance(when, When) or when.year is None or when.day is not None or when.high_year is not None:
        return False
    near = max(0, one.start - 90)
    if not holds(reading.low[near : one.start], _EVENTS) or _EVENT.search(reading.low, near, one.start) is None:
        return False
    begin = reading.sentence_at(one.start).start
    return any(
        isinstance(day.item, When) and day.item.day is not None and day.item.mode == "at"
        for day in reading.items("period", begin, one.start)
    )


_AS_IT_BEGAN = expression(
    r"(?<!\w)(?:khi|lúc|thời điểm|ngày đầu|buổi đầu|ngay sau khi)(?: mới| bắt đầu)? "
    r"(?:thành lập|tái lập|chia tách|đi vào hoạt động)(?: [^\W\d]+){0,3} $"
)
"""`Khi mới thành lập năm 1997, thành phố chỉ có 9 phường`"""
_MORE_THAN = Ending(
    r"(?<!\w)(?:cao|thấp|nhanh|chậm|lớn) hơn (?:so với )?(?:tốc độ|mức|đà)(?: tăng trưởng| tăng| giảm)?"
    r"(?: của| trong)* $"
)
_ITS_NUMBER = expression(r"(?: (?:chỉ|là|đạt|tăng|giảm|chỉ tăng|chỉ đạt))* ?\(?")


def time_of_the_lesser(reading: Reading, slot: Slot) -> When | None:
    """The time of a number with which another is compared, that stands right behind or before it.

    `cao hơn mức tăng 1,18% của năm 2021`; `tăng 8,15% (cao hơn tốc độ tăng 9 tháng đầu năm 2014 chỉ 7,77%)`: the
    second is of 2014.
    """
    if reading.low.find("hơn", max(slot.sentence.start, slot.start - 70), slot.start) < 0:
        return None
    behind = next(iter(reading.items("period", slot.end, slot.right)), None)
    if behind is not None and isinstance(behind.item, When) and _of_a_value_set_beside(reading, behind):
        return replace(behind.item, mode="in") if _OF.fullmatch(reading.low, slot.end, behind.start) else None
    times = reading.items("period", max(slot.sentence.start, slot.start - 50), slot.start)
    if not times or not isinstance(times[-1].item, When) or times[-1].item.year is None or times[-1].item.word:
        return None
    last = times[-1]
    if _ITS_NUMBER.fullmatch(reading.low, last.end, slot.start) is None:
        return None
    if _MORE_THAN.search(reading.low, max(0, last.start - 60), last.start) is None:
        return None
    return replace(times[-1].item, mode="in")


_FOUNDED = expression(
    r"(?<!\w)số (?:lượng )?(?:doanh nghiệp|dn|hợp tác xã|htx|tổ hợp tác|hộ kinh doanh)(?: [^\W\d]+){0,3} thành lập"
    r"(?: (?:từ|vào|trong))* ?$"
)
"""What is counted as it is founded: `số doanh nghiệp mới được thành lập giai đoạn 2021-2025: 100`."""
_HAD_THEN = expression(r",? (?:ban đầu )?(?:với|gồm|bao gồm|trên cơ sở)(?!\w)")


def _in_other_parentheses(reading: Reading, one: Made, slot: Slot) -> bool:
    """Whether a time stands in parentheses with a number of their own: `72 triệu đồng (năm 2024: 68,4 triệu đồng)`."""
    opened = reading.low.rfind("(", slot.sentence.start, one.start)
    closed = reading.low.find(")", opened, slot.sentence.end) if opened >= 0 else -1
    if closed < one.end or opened <= slot.start < closed:
        return False
    return bool(reading.items("quantity", opened, closed))


_LONGEST_TITLE = 300


def in_closed_quotes(reading: Reading, one: Made, slot: Slot) -> bool:
    """Whether something stands in quotation marks closed before the quantity: in a title or in what someone said."""
    low = reading.low
    closed = low.find('"', one.end, slot.start)
    if closed < 0:
        return False
    begin = max(slot.sentence.start, one.start - _LONGEST_TITLE)
    return low.count('"', begin, one.start) % 2 == 1


def _in_a_name(reading: Reading, one: Made, slot: Slot) -> bool:
    if in_closed_quotes(reading, one, slot):
        return True
    if any(
        name.start < one.start and one.end <= name.end
        for name in reading.items("reference", slot.sentence.start, slot.sentence.end)
    ):
        return True
    opens = one.start - slot.sentence.start < 24 or _OPENS.search(reading.low, max(0, one.start - 8), one.start)
    office = reading.low.startswith(("nhiệm kỳ", "khóa"), one.start) or reading.low.endswith("nhiệm kỳ ", 0, one.start)
    return office and not opens


_OPENS = Ending(r"(?:trong|qua|cả)\s*$")
_SUMS_UP = ("bình quân", "tính chung", "lũy kế", "cộng dồn")
_COMPARED = expression(r"(?:(?<!\w)(?:so với|so cùng|cao hơn|thấp hơn)(?!\w)|% với)[^,;(]{0,60}$")
_GROWN = expression(r"(?<!\w)(?:tăng|giảm)(?: khoảng| gần| hơn| trên)? [\d.,]+ ?% $")
_MOVES_FROM = expression(r"(?<!\w)(?:giảm|tăng|nâng|hạ)(?: mạnh| dần| nhanh)? từ [\d.,]+ ?% $")
_EQUALS = expression(r"(?<!\w)bằng [\d.,]+ ?% $")
_LIKE = ("tương đương ", "tương đương với ", "ngang bằng ", "ngang với ", "bằng với ", "xấp xỉ ")
_OF_BEFORE = expression(r"(?:cùng kỳ|cùng thời điểm|(?:năm|vụ|quý|tháng|kỳ) (?:trước|ngoái))(?!\w)")
_TIMES_OF = Ending(r"lần(?: so với)?\s*$")


def is_base(reading: Reading, one: Made, slot: Slot) -> bool:
    """Whether a time is what something is compared with: `so với tổng xuất khẩu năm 2024`, `gấp 1,8 lần năm 2015`."""
    if isinstance(one.item, When) and one.item.mode == "base":
        return True
    before = reading.low[max(slot.sentence.start, one.start - 70) : one.start]
    if before.endswith("trong đó ") or (before.endswith("và ") and reading.low.startswith(_SUMS_UP, one.start)):
        return False  # `tăng 2,9% so với đầu năm và bình quân 10 tháng tăng 8,6%`, `... trong đó quý III đạt 2 tỷ đồng`
    if before.endswith("% ") and _MOVES_FROM.search(before) is not None:
        return False  # `tỷ lệ lao động nông nghiệp so với tổng số giảm từ 68% năm 2015 xuống 60%`
    if before.endswith("% ") and _EQUALS.search(before) is not None:
        return True  # `bằng 101,3% tháng 4`
    if before.endswith("% ") and _GROWN.search(before) and _OF_BEFORE.match(reading.low, one.start):
        return True  # `8 ha, tăng 33,3% năm trước`
    if before.endswith(_LIKE) and _OF_BEFORE.match(reading.low, one.start):
        return True  # `sản lượng đạt 3,9 triệu tấn, tương đương năm trước`
    return bool(_COMPARED.search(before) or _TIMES_OF.search(before))


def dated_though_present(reading: Reading, slot: Slot, inside: list[tuple[Made, When]]) -> tuple[Made, When] | None:
    """The time that opens a clause whose verb stands in the present: `quý I/2025, sản lượng hiện đạt 1,3 triệu tấn`."""
    if inside[-1][1].word != "now" or _REACHES_NOW.fullmatch(reading.low, inside[-1][0].start, slot.start) is None:
        return None
    told = next((pair for pair in reversed(inside[:-1]) if not pair[1].word), None)
    if told is None or told[1].mode != "in" or reading.items("quantity", told[0].end, slot.start - 1):
        return None
    return told


_REACHES_NOW = expression(r"hiện (?:đã |mới |chỉ )?(?:đạt|được|ở mức|ước đạt)(?: khoảng| gần| trên| hơn)? ?")


_AWARDS = expression(r"(?<!\w)(?:khen thưởng|tặng|trao|biểu dương|tuyên dương|vinh danh)(?!\w)[^.;]{0,140}$")
_IS_AWARDED = expression(
    r"[^.;]{0,24}?(?<!\w)được(?!\w)[^.;]{0,40}?(?<!\w)(?:tặng|trao|khen thưởng|biểu dương|vinh danh)(?!\w)"
)
_AT_THE_EVENT = ("tại hội nghị", "tại đại hội", "tại buổi lễ", "tại lễ", "tại chương trình", "nhân dịp", "dịp này")
_COUNTED = ("count", "person", "household")


def is_awarded(reading: Reading, slot: Slot) -> bool:
    """Whether those are counted who were honoured at the event: `Tại hội nghị, huyện tặng giấy khen cho 14 hộ`.

    Years behind them are those of what they are honoured for.
    """
    low, sentence = reading.low, slot.sentence
    if slot.quantity.unit not in _COUNTED or not holds(low[sentence.start : slot.start], _AT_THE_EVENT):
        return False
    if _AWARDS.search(low, sentence.start, slot.start) is not None:
        return True
    return _IS_AWARDED.match(low, slot.end, sentence.end) is not None
