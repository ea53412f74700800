"""Sentences that go on about what the one before told: `Trong đó, ...`, `Số vốn này bằng ...`, `So cùng kỳ, ...`."""

from __future__ import annotations

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence

OPENS_NOW = expression(
    r"(?:tính )?(?:đến nay|đến thời điểm|hiện nay|hiện tại|hiện|từ đầu năm|thời gian qua|vừa qua)(?!\w)"
    r"|tính đến (?:hết )?(?:ngày|tháng|quý) \d"
)
"""A sentence that tells of what there is goes on with no aim of the one before."""
DONE_HERE = expression(
    r"(?<!\w)(?:đã (?!được |đề ra|giao|xác định|phê duyệt|cam kết|duyệt|đăng ký|thông qua|đặt ra|nêu)"
    r"|vẫn còn(?!\w)|(?<!tháng )(?<!ngày )còn lại (?=(?:là |hơn |gần |khoảng |trên )?\d)"
    r"|mới (?:giao|giải ngân|thu|thực hiện|phân bổ|bố trí)(?: được)? (?=(?:hơn |gần |khoảng |trên )?\d)"
    r"|chưa (?:giao|giải ngân|phân bổ|bố trí|thực hiện|thu|nộp)(?!\w))"
)
"""So does one that tells what was done: `Huyện phấn đấu tăng 11%. Toàn huyện đã xây 298 căn nhà`."""
LOOKS_BACK = expression(r"so (?:với )?(?:đầu năm|cùng kỳ|tháng trước|quý trước|cuối năm)")
"""What is compared with a time gone by was reached: `Nợ thuế còn 187 tỷ đồng, giảm 42 tỷ đồng so với đầu năm`."""


def looks_back(reading: Reading, sentence: Sentence) -> bool:
    """Whether a forecast is one of a time gone by: `Dự kiến tháng 5 đạt 846 tỷ đồng, so tháng trước tăng 6%`."""
    return LOOKS_BACK.search(reading.low, sentence.start, sentence.end) is not None


_ABOUT_IT = expression(
    r"trong (?:số )?đó(?!\w)|(?:số|mức|con số|kết quả|tổng số)(?: [^\W\d]+){0,3} này(?!\w)|so (?:với )?cùng kỳ,"
    r"|kết quả(?: là)?(?=:|,| (?:đã |có |thu |đã có )?\d)"
)
_OPENINGS = ("trong ", "số ", "mức ", "con số", "kết quả", "tổng số", "so ")
_MARKS = ("-", "+", "•", "*")
_LIST_GOES_ON = expression(
    rf"(?:cùng với đó|bên cạnh đó|đồng thời|ngoài ra|trong đó|cụ thể|theo đó|riêng)|{_ABOUT_IT.pattern}"
)


def goes_on_about_it(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence gives parts of the number before it, or says more of it."""
    start = sentence.start
    if reading.low.startswith(_MARKS, start):
        start += 1 + reading.low.startswith(" ", start + 1)
    if not reading.low.startswith(_OPENINGS, start):
        return False
    return _ABOUT_IT.match(reading.low, start) is not None


_PARTS = expression(r"trong (?:số )?đó(?!\w)")


def says_more_of_it(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says more of the number before it, and not of parts: `Số vốn này bằng 42,9% kế hoạch`."""
    return goes_on_about_it(reading, sentence) and _PARTS.search(reading.low, sentence.start, sentence.end) is None


def list_goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Whether a paragraph goes on with what the one before promised or foresaw."""
    return _LIST_GOES_ON.match(reading.low, sentence.start) is not None


_ITEM = expression(r"\s*[-+•*] ?[^\W\d_]")


def item_goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Whether a line is an item that the sentence above goes on with: its first letter is a small one."""
    mark = _ITEM.match(reading.text, reading.text.rfind("\n", 0, sentence.start) + 1)
    return mark is not None and reading.text[mark.end() - 1].islower()


_SETS_AIMS = expression(
    r"(?<!\w)(?:xác định|đề ra|đặt ra|thông qua|quyết nghị)(?! kết quả)(?: [^\W\d]+){0,6}"
    r" \d{1,2} (?:nhóm )?(?:chỉ tiêu|mục tiêu)(?!\w)"
)


def sets_aims(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells that aims were set, which the next ones name: `Đại hội đề ra 18 chỉ tiêu chủ yếu`."""
    words = reading.low[sentence.start : sentence.end]
    return ("chỉ tiêu" in words or "mục tiêu" in words) and _SETS_AIMS.search(words) is not None
