"""By how much something moved, told in a way of its own: in brackets with a sign, in points behind a share."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.question import Link
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.rules.quantity.item import Quantity

_SIGNED = expression(r" ?\( ?\+ ?")


_GREW = expression(r"(?<!\w)(?P<verb>tăng|giảm)(?: [^\W\d]+){0,2} [\d.,]+ ?%$")


def step_in_brackets(reading: Reading, slot: Slot, left: str) -> int:
    """The sign that a number in brackets gives its own value, by which in its own unit something grew; 0 for others.

    `giảm 1,1% (-717 ha)` has a sign itself, `giảm 0,3% (114 ha)` that of the words before.
    """
    if slot.quantity.unit == "percent":
        return 0
    if beside := _step_beside_a_growth(reading, slot):
        return beside
    if not reading.low.endswith("%", 0, slot.left):
        return 0
    signed = slot.quantity.value < 0 or reading.low.startswith("+", slot.start)
    if _SIGNED.fullmatch(left) is not None or (signed and left.strip() == "("):
        return 1
    if left.strip() != "(" or not reading.low.startswith(")", slot.end):
        return 0
    grew = _GREW.search(reading.low, slot.sentence.start, slot.left)
    return 0 if grew is None else 1 if grew["verb"] == "tăng" else -1


_IS_BY = expression(
    r"(?<!\w)(?P<verb>tăng|giảm)(?: [^\W\d]+){0,2} [\d.,]+ ?%(?: so (?:với )?[^,;()%]{0,40})?"
    r"(?:, ?| ?\( ?)(?:bằng|tương đương|tương ứng|ứng với|tức(?: là)?)(?: khoảng| gần| hơn| trên)? $"
)
_IS_BY_WORDS = ("bằng ", "tương đương ", "tương ứng ", "ứng với ", "tức ", "là ", "khoảng ", "gần ", "hơn ", "trên ")


def _step_beside_a_growth(reading: Reading, slot: Slot) -> int:
    """The sign of a number that says a growth again in the thing's unit: `tăng 2,6%, bằng 7.300 con`; 0 for others.

    It is less than the value that grew, which the sentence tells before.
    """
    low = reading.low
    if not low.endswith(_IS_BY_WORDS, 0, slot.start):
        return 0
    grew = _IS_BY.search(low, slot.sentence.start, slot.start)
    if grew is None:
        return 0
    for one in reversed(reading.items("quantity", slot.sentence.start, grew.start())):
        if isinstance(one.item, Quantity) and one.item.unit == slot.quantity.unit:
            less = slot.quantity.value < one.item.value
            return (1 if grew["verb"] == "tăng" else -1) if less else 0
    return 0


_BESIDE = expression(r"(?<![\w+])\+\d[\d.,]* ?%|(?<!\w)so (?:với )?(?:cùng|tháng|quý|năm|kỳ|vụ|đầu)(?!\w)")
_STANDS_BELOW = expression(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ suất|lợi nhuận|chênh lệch|lãi suất)(?!\w)[^,;:]{0,60}$")


def grows_by_its_sign(reading: Reading, slot: Slot) -> bool:
    """Whether a percent tells by its sign how much something grew: `khai khoáng +4,2%; chế biến -1,3%`.

    A minus alone can also be what a rate is; so others must be told with a plus, or what it is compared with.
    """
    low = reading.low
    if low.startswith("+", slot.start):
        return True
    if slot.quantity.value >= 0 or _STANDS_BELOW.search(low, slot.clause_start, slot.start):
        return False
    return low.startswith("-", slot.start) and _BESIDE.search(low, slot.sentence.start, slot.sentence.end) is not None


_GOES_ON_MOVING = expression(r" ?, ?(?:và )?(?:tăng|giảm)(?: thêm| nhẹ| mạnh)? ?|(?:,? và| ?\() ?(?:tăng|giảm) ")
_SET_MOVES = expression(r"[^,;.\d]{0,70}, (?:tăng|giảm)(?: thêm)? ")
"""`85% trường học đạt chuẩn quốc gia, tăng 2,5% so với năm 2024`"""
_STRUCTURE = expression(r"(?<!\w)(?:cơ cấu|tỷ trọng)(?!\w)")
_SHARE_BEFORE = expression(
    r"(?<!\w)(?:chiếm(?: tỷ (?:lệ|trọng))?|tỷ trọng(?: [^\W\d]+){1,6} (?:đạt|chiếm|là|còn)"
    r"|chỉ số [^,;\d]{3,50} (?:đạt|là)|(?:sipas|par index|par-index|ict index)(?: [^,;\d]{2,30})?)"
    r"(?: khoảng| gần| hơn| trên)? [\d.,]+ ?%$"
)


def moves_a_share(reading: Reading, slot: Slot) -> bool:
    """Whether a share moves by so many points: `công nghiệp chiếm 44,9%, tăng 1,3%`; after a sum, the sum grows.

    So does how many do something: `người dân hài lòng đạt 92%, tăng 2%`.
    """
    if _moves_what_is_done(reading, slot):
        return True
    told = reading.items("quantity", slot.clause_start, slot.left)
    if len(told) != 1:
        return False
    if isinstance(told[0].item, Quantity) and told[0].item.unit == "percent" and told[0].item.noun:
        return _SET_MOVES.fullmatch(reading.low, slot.left, slot.start) is not None
    if not _GOES_ON_MOVING.fullmatch(reading.low, slot.left, slot.start):
        return False
    of_percent = isinstance(told[0].item, Quantity) and told[0].item.unit == "percent"
    listed = _STRUCTURE.search(reading.low, slot.sentence.start, slot.start) if of_percent else None
    if listed is not None and "(" in reading.low[slot.left : slot.start]:
        return True  # `cơ cấu kinh tế: nông nghiệp 19% (giảm 1,8%)`
    return _SHARE_BEFORE.search(reading.low, max(slot.clause_start, slot.left - 90), slot.left) is not None


_DOES_SO = expression(
    r"(?<!\w)(?:tham gia|hài lòng|bao phủ|che phủ|sử dụng|công suất|hiệu suất|lấp đầy|đúng hạn|có việc làm|tốt nghiệp"
    r"|đồng thuận|biết chữ|tiêm|khỏi bệnh|thu gom|đến trường|đi học|kết nối|phủ sóng|trực tuyến|số hóa|đạt chuẩn"
    r"|hoàn thành (?:tốt|xuất sắc) nhiệm vụ|phổ cập)(?!\w)"
)
"""What some of a set do or are, so that a percent behind it is how many do, and no part of a plan."""
_IS_SO_MUCH = expression(r" (?:đạt|là|còn|chiếm)(?: [^\W\d]+){0,2} [\d.,]+ ?%$")


def _moves_what_is_done(reading: Reading, slot: Slot) -> bool:
    """Whether so many more of a set do something: `học sinh tham gia BHYT đạt 98,7%, tăng 1,1%`."""
    if not _GOES_ON_MOVING.fullmatch(reading.low, slot.left, slot.start):
        return False
    begin = max(slot.clause_start, slot.left - _SUBJECT)
    told = _IS_SO_MUCH.search(reading.low, begin, slot.left)
    return told is not None and _DOES_SO.search(reading.low, begin, told.start()) is not None


def does_so(reading: Reading, slot: Slot) -> bool:
    """Whether a percent tells how many of a set do or are what stands before it."""
    return _DOES_SO.search(reading.low, max(slot.left, slot.start - _SUBJECT), slot.start) is not None


_SUBJECT = 90
_GROWTH_AND_ITS_PLAN = expression(
    r"(?<!\w)(?:tăng|giảm)(?: trưởng| khoảng| gần| hơn| trên)* [\d.,]+ ?% ?"
    r"\((?:kế hoạch|kh|mục tiêu|chỉ tiêu)[^()\d]{0,24}$"
)


def grows_beside_its_plan(reading: Reading, slot: Slot) -> bool:
    """Whether it is the plan of a growth: `tăng 6,47% (kế hoạch 9,05%)`."""
    return _GROWTH_AND_ITS_PLAN.search(reading.low, slot.clause_start, slot.start) is not None


_BY_MORE = expression(r"(?: [^,;.\d]{1,40})?, (?:và )?(?:tăng|giảm)(?: thêm| được)?(?: khoảng| hơn| gần)? ?")


_BY_A_RATE = expression(r" \((?:(?:tỷ lệ|tỉ lệ) )?(?:tăng|giảm|tương ứng|bằng)? ?[\d.,]+ ?%")


def counts_the_same(reading: Reading, slot: Slot) -> bool:
    """Whether the same things were counted right before those by which they grew: `có 12 dự án, giảm 4 dự án`.

    So do a percent behind them: `giảm 58 vụ (tỷ lệ giảm 55,8%)`.
    """
    if _BY_A_RATE.match(reading.low, slot.end) is not None:
        return True
    if slot.quantity.noun is None or _BY_MORE.fullmatch(reading.low, slot.left, slot.start) is None:
        return False
    told = reading.items("quantity", slot.clause_start, slot.left)
    before = told[-1].item if told else None
    return isinstance(before, Quantity) and before.noun == slot.quantity.noun


_DEFICIT = expression(r"(?<!\w)(?:nhập siêu|thâm hụt)(?!\w)")


def sign_of_level(reading: Reading, slot: Slot, linked: Link) -> int:
    """-1 where a balance of trade is told of as a deficit, the same series with the sign turned; else 1."""
    if linked.indicator != "trade_surplus":
        return 1
    first, last = min(linked.start, slot.start), max(linked.end, slot.start)
    return -1 if _DEFICIT.search(reading.low, first, last) is not None else 1


_MOVES_ON = expression(r"(?: (?:vào )?(?:năm|quý|tháng) [\d/]+)? (?:xuống|lên|còn)(?: còn| mức| khoảng)* \d")


def moves_on(reading: Reading, slot: Slot) -> bool:
    """Whether the next number tells to where it moved: `giảm tỷ trọng nông nghiệp (19,3% năm 2014 xuống 15,2%)`."""
    return _MOVES_ON.match(reading.low, slot.end) is not None


_AND = expression(r"\s*(?:[,;]|và|, và)\s*")
_IN_TURN = expression(
    r"(?<!\w)((?:tăng|giảm) )(?:trưởng )?(?:lần lượt|tương ứng)|(?:lần lượt|tương ứng) ((?:tăng|giảm) )"
)


_BOTH = expression(r"(?<!\w)(?P<verb>(?:tăng|giảm) )(?:thêm |lần lượt )?[\d.,]+ ?%$")
_TWO = 30


def said_in_turn(reading: Reading, slot: Slot) -> str:
    """The verb of a list for those after its first: `A, B giảm lần lượt 2,3% và 6,9%`."""
    if not _AND.fullmatch(reading.low, slot.left, slot.start):
        return ""
    both = (
        _BOTH.search(reading.low, max(slot.clause_start, slot.left - _TWO), slot.left) if slot.first is False else None
    )
    if both is not None and reading.low.startswith(" và ", slot.left):
        return str(both["verb"])
    verbs = list(_IN_TURN.finditer(reading.low, slot.sentence.start, slot.start))
    return str(verbs[-1][1] or verbs[-1][2]) if verbs else ""
