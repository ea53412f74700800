"""Which quantities are figures: none that only date, number or name something."""

from __future__ import annotations

from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.rules.book import words_of
from camket.rules.quantity.item import Quantity

_ORDINARY = Ending(
    r"(?:lần thứ|khóa|kỳ họp thứ|điều|khoản|(?<!dứt )điểm|mục|phụ lục|chương|(?<!dân )(?<!tổng )(?<!con )số"
    r"|khu vực|phân khu|tiểu khu|quận|tổ|đợt|lớp|(?<!các )(?<!mọi )loại"
    r"|ban chỉ đạo|cơ sở|tuyến|đường|quốc lộ|tỉnh lộ|vành đai|giai đoạn)\s*$"
)
_NEVER_ORDINAL = frozenset(("percent", "VND", "USD", "ha", "tonne"))
_GROWS = expression(r"(?: (?!tăng|giảm)[^\W\d]+){0,5} (?:tăng|giảm)(?: trưởng)? [\d]+[,\d]*%")
_AGAIN = 100
_MET = Ending(
    r"(?<!\w)(?P<met>(?:xã|phường|huyện|thôn|trường|đơn vị|hộ)(?: trong tỉnh| trên địa bàn)?"
    r" (?:đạt|hoàn thành|duy trì|giữ vững)"
    r"(?: chuẩn| đủ)?(?: từ)?|không còn xã(?: đạt)?(?: dưới)?) $"
)


_WHO_EARN = Ending(
    r"(?<!\w)(?:hộ|người|gia đình|đối tượng|lao động)(?: nghèo| cận nghèo| gia đình)*(?: có)?(?: mức)? thu nhập"
    r"(?: bình quân)?(?: đầu người)?\s*$"
)
"""Which people are meant: `không còn hộ nghèo có thu nhập dưới 4 triệu đồng/người/năm`."""
_SET_APART = expression(
    r"\d (?:mặt hàng|nhóm hàng|ngành hàng|thị trường|sản phẩm|doanh nghiệp|dn|hộ|trang trại|hợp tác xã|htx|quốc gia)"
    r"(?: (?!với|tổng)[^\W\d]+){0,4}? (?:có|đạt|xuất khẩu|xk|nhập khẩu|nk)(?: (?!với|tổng)[^\W\d]+){0,5}? $"
)
"""Which of some things are counted: `31 mặt hàng đạt kim ngạch trên 1 tỷ USD`."""
_OF_A_TERM = expression(r" (?:[ivx]+|\d+)(?!\w)")
_IN_ALL = Ending(r"(?<!\w)tai nạn(?: giao thông)?[^.;\d]{0,40} (?:giảm|tăng)(?: trên| ở)?(?: cả)? $")
"""In how many respects accidents fell, which counts none: `tai nạn giao thông giảm cả 3 tiêu chí`."""
_ONCE = Ending(
    r"(?<!\w)(?:chế độ|trợ cấp|hỗ trợ|phụ cấp|chi trả|thanh toán|nộp|mỗi năm|mỗi tháng|mỗi tuần|mỗi ngày)\s*$"
)
"""`hưởng chế độ 1 lần`"""


def _tells_no_number(reading: Reading, one: Made, quantity: Quantity) -> bool:
    """Whether a number names a plenum (`Hội nghị Trung ương 3 khóa IX`), says who is meant or how often one is paid."""
    low = reading.low
    if quantity.noun in ("khóa", "khoá"):
        return low.endswith("trung ương ", 0, one.start) and _OF_A_TERM.match(low, one.end) is not None
    if quantity.noun == "tiêu chí":
        return _IN_ALL.search(low, max(0, one.start - 80), one.start) is not None
    if quantity.unit == "other:times":
        return _ONCE.search(low, max(0, one.start - 20), one.start) is not None
    if quantity.unit not in ("VND", "USD") or quantity.comparator not in ("lt", "le", "gt", "ge"):
        return False
    if _SET_APART.search(low, max(0, one.start - 80), one.start) is not None:
        return True
    if quantity.unit != "VND" or quantity.comparator in ("gt", "ge"):
        return False
    return _WHO_EARN.search(low, max(0, one.start - 60), one.start) is not None


_ARTICLES = expression(r"(?<!\w)điều (?:\d+, )*\d+(?: và|,) $")


def is_figure(reading: Reading, one: Made) -> bool:
    """Neither part of a date, a paper's name or a tally, nor an ordinal; the name of a plan may end it."""
    times = reading.overlapping("period", one.start, one.end)
    if times and any(time.start <= one.start for time in times):
        return False  # a time may end the words of a plan: `116% so với kế hoạch cả năm 2023`
    if reading.overlapping("tally", one.start, one.end):
        return False
    named = reading.overlapping("reference", one.start, one.end)
    if named and named[0].start <= one.start:
        return False
    again = reading.low.rfind("bằng chữ", max(0, one.start - _AGAIN), one.start)
    if again >= 0 and not set("()") & set(reading.low[again : one.start]):
        return False  # `7.093.800 triệu đồng (Bằng chữ: Bảy nghìn ... tỷ đồng)` tells a sum again
    listed = reading.low.endswith((" và ", ", "), 0, one.start)
    if listed and _ARTICLES.search(reading.low, max(0, one.start - _AGAIN), one.start):
        return False
    if reading.low.startswith("con số", one.end - len("con")):
        return False  # `tăng trưởng 2 con số`
    measured = isinstance(one.item, Quantity) and one.item.unit in _NEVER_ORDINAL
    if isinstance(one.item, Quantity) and _tells_no_number(reading, one, one.item):
        return False
    if not measured and _ORDINARY.search(reading.low, max(0, one.start - 14), one.start):
        return False
    return not _names_a_set(reading, one)


_PLACES = frozenset(("xã", "phường", "huyện", "tỉnh", "thành phố", "thị xã", "quận", "địa phương", "thị trấn"))
_NO_COUNT = {
    "đợt": expression(r" (?:liên tiếp|cho)(?!\w)|[,.;)]"),
    "ca": expression(r",? \d kíp"),
    "kíp": expression(""),
}
"""How often or in how many shifts something is done: `tăng 3 đợt liên tiếp`, `thi công 3 ca, 4 kíp`."""
_OF_THOSE_KNOWN = expression(r" (?:cũ|trọng điểm|lớn cộng lại|lớn khác)(?!\w)")
"""`sản lượng của 3 tỉnh trọng điểm`, `tổng hợp từ 3 xã cũ`"""
_WITHIN = ("thuộc ", "tại ", "ở ", "của ")
_OF_THESE = expression(r" (?:trực thuộc|nêu trên|nói trên|kể trên|trên đây|này|đó)(?!\w)")
"""`trong 3 đơn vị nêu trên`"""
_KNOWN_MARKETS = expression(
    r"(?: [^\W\d]+){0,8}? (?:lớn nhất|lớn|chủ lực|hàng đầu|trọng điểm|chính|nêu trên|nói trên|kể trên|này|đó)(?!\w)"
)
"""`Mỹ và EU tiếp tục là 2 thị trường xuất khẩu lớn nhất`, `riêng 2 thị trường nêu trên đạt 8,5 tỷ USD`"""
_AMONG = ("trong ", "số ", "trên ")
_IN_ORDER = expression(
    r"(?<!\w)(?:thứ (?:\d+|nhất|hai|nhì|ba|tư|năm)|đứng đầu|dẫn đầu|đứng cuối|cao nhất|thấp nhất|hạng \d+)"
    r" (?:trong|trên)(?: tổng)?(?: số)? $"
)
"""`đứng thứ 2 trong 6 tỉnh Bắc Trung Bộ`"""
_LISTED_PLACES = expression(rf",?(?: gồm| là|:)(?::)? ?(?:(?:xã|huyện|tỉnh|phường|thành phố) )?[{UPPER}]")


def _names_a_set(reading: Reading, one: Made) -> bool:
    """Which are meant, not how many there are: `trong 4 chỉ tiêu đạt thấp`, `4 ngành trọng điểm tăng 11%`."""
    noun = one.item.noun if isinstance(one.item, Quantity) else None
    if noun is None:
        return False
    before = reading.low[max(0, one.start - 8) : one.start]
    whole = isinstance(one.item, Quantity) and one.item.value == one.item.value.to_integral_value()
    if noun == "tiêu chí" and whole and _MET.search(reading.low, max(0, one.start - 50), one.start):
        return True  # `8 xã đạt 19 tiêu chí` counts communes
    if noun == "buổi" and isinstance(one.item, Quantity) and (one.item.per or reading.low.startswith("/", one.end)):
        return True  # `học 2 buổi/ngày` is a way of schooling
    of_no_count = _NO_COUNT.get(noun) or (_OF_THOSE_KNOWN if noun in _PLACES else None)
    if of_no_count is not None and of_no_count.match(reading.low, one.end):
        return True
    if noun in words_of("role")["plan_part"] and before.endswith(("trong ", "đối với ")):
        return True
    if before.endswith("trong ") and _OF_THESE.match(reading.low, one.end):
        return True
    if _is_known_by_now(reading, one, noun):
        return True
    if isinstance(one.item, Quantity) and _is_called_so(reading, one, one.item):
        return True
    if noun in _PLACES and before.endswith(_WITHIN) and _LISTED_PLACES.match(reading.text, one.end):
        return True
    return before.endswith("toàn bộ ") or (_is_few(one) and _GROWS.match(reading.low, one.end) is not None)


def _is_few(one: Made) -> bool:
    """Whether so few things are counted that a growth behind them is theirs: not `30.338 lượt tăng 49,3%`."""
    return isinstance(one.item, Quantity) and one.item.unit == "count" and one.item.value < _SET_OF


_SET_OF = 30


def _is_known_by_now(reading: Reading, one: Made, noun: str) -> bool:
    """Whether a few markets or places are meant that are known: by their size, or as those of an order."""
    before = reading.low[max(0, one.start - 40) : one.start]
    if noun.startswith("thị trường") and isinstance(one.item, Quantity) and one.item.value < _FEW:
        return before.endswith(_OF_THEM) or _KNOWN_MARKETS.match(reading.low, one.end) is not None
    return noun in _PLACES and before.endswith(_AMONG) and _IN_ORDER.search(before) is not None


_OF_THEM = ("của ", "riêng ", "tại ", "ở ", "cả ")
_CALLED_SO, _FEW = 4, 10
"""So often a paper says a small number of things again where they are but what it deals with."""


def _is_called_so(reading: Reading, one: Made, quantity: Quantity) -> bool:
    """Whether a paper calls so what it is about: `tiến độ của 02 công trình`, time and again."""
    if quantity.unit != "count" or quantity.value >= _FEW or quantity.noun in words_of("role")["plan_part"]:
        return False
    words = reading.low[one.start : one.end]
    if quantity.value == 1 or reading.low.count(words) < _CALLED_SO:
        return False
    return sum(reading.low[each.start : each.end] == words for each in reading.made["quantity"]) >= _CALLED_SO


_PICTURE = expression(r"(?<!\w)ảnh: ?\w")
_CAPTION = 320
"""Letters of the longest line under a picture."""


def is_of_a_picture(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence stands in the line under a picture, which ends in whose it is: `... đạt 77%. Ảnh: P.V.`."""
    begin = reading.low.rfind("\n", 0, sentence.start + 1) + 1
    end = reading.low.find("\n", sentence.start + 1)
    end = len(reading.low) if end < 0 else end
    return end - begin < _CAPTION and _PICTURE.search(reading.low, begin, end) is not None
