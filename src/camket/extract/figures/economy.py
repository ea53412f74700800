"""Growth with no other noun, which is the economy's: `tăng trưởng 6,03%`, `kịch bản cao tăng trên 10%`."""

from __future__ import annotations

from msgspec.structs import replace

from camket.extract.figures.question import Link, Question, fits
from camket.extract.lexicon import AREA
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.scan import Mark

_GROWTH_NOUN = expression(r"(?<!\w)(?:tăng trưởng|tốc độ tăng|mức tăng|đà tăng|nhịp tăng|phát triển kinh tế)(?!\w)")
THIS = expression(r"(?:chỉ tiêu|mức|con số|kết quả|số|tỷ lệ|tốc độ|lượng|tổng số|chỉ số) (?:thu |chi |tiền )?này(?!\w)")
_OF_A_BRANCH = expression(r"(?<!\w)(?<!các )ngành (?!kinh tế)[^\W\d]+(?: [^\W\d]+){0,3} $")
"""`ngành xây dựng tăng trưởng 9,2%` is no growth of the economy."""
_OF_A_FIELD = expression(
    r" (?:bình quân )?(?:của |trong )?(?:toàn )?(?:các )?(?:lĩnh vực|ngành|nhóm ngành|tiểu ngành)(?! kinh tế)(?!\w)"
    r"| (?:bình quân )?(?:của )?(?:tổng )?"
    r"(?:giá trị sản xuất|chăn nuôi|trồng trọt|lâm nghiệp|thủy sản|tín dụng|dư nợ|huy động vốn)(?!\w)"
)
_SCENARIO = expression(r"kịch bản[^,;.]{0,30} (?:tăng|đạt|là)(?!\w)")
_GROWN = expression(
    r" (?:xk|nk|xnk|xuất khẩu|nhập khẩu|xuất nhập khẩu|doanh thu|lợi nhuận|doanh số|khách|sản lượng|số lượng|lượng|vốn"
    r"|tín dụng|dư nợ|tiền gửi|tmđt|thương mại|du lịch|công nghiệp|nông|lâm|thủy sản|thuỷ sản|dịch vụ|xây dựng"
    r"|bán lẻ|tiêu dùng|giá|giá trị|kim ngạch|thị trường|thị phần|nhu cầu|thu |chi |đàn |gdp toàn ngành|năng suất"
    r"|đầu tư|dân số|lao động|thuê bao|người dùng|huy động|nhân lực|sản xuất|hàng hóa|logistics)"
)
"""What is said to grow right behind the word: `tốc độ tăng lợi nhuận`."""
_OTHERS_GROW = expression(
    r"(?<!\w)(?:doanh thu|lợi nhuận|doanh số|sản lượng|sản xuất|thị trường|công ty|tập đoàn|ngân hàng|tín dụng|tiền gửi"
    r"|huy động|lượng|số lượng|lượt|khách|du lịch|bán lẻ|tiêu dùng|vận tải|sản phẩm|mặt hàng|giá|giá trị|đàn|nhập khẩu"
    r"|xuất khẩu|thương mại|tmđt|bảo hiểm|cổ phiếu|vốn|thu|chi|dịch vụ|công nghiệp|nông nghiệp|xây dựng|thủy sản"
    r"|chăn nuôi|doanh nghiệp|xk|nk|xnk|thị phần|nhu cầu|mảng|kim ngạch|lãi suất|linh kiện|phụ tùng|máy móc|thiết bị"
    r"|dệt may|da giày|giày dép|gạo|tôm|cá tra|cá ngừ|cà phê|hồ tiêu|rau quả|hạt điều|gỗ|chỉ số"
    r"|kinh tế (?:tư nhân|số|biển|tập thể|xanh|rừng))(?!\w)[^,;:.\d()]{0,50}"
    r"(?: (?:tốc độ|mức|mục tiêu|đà|nhịp độ))?(?: đạt| có| vẫn| tiếp tục| duy trì| giữ| sẽ| đã| được)* $"
)
_OF_ITS_OWN = expression(
    r"(?:tốc độ |mức |đà )?tăng trưởng (?:chung )?của (?:toàn |cả )?"
    r"(?:tỉnh|thành phố|nước|huyện|vùng|địa phương|việt nam)(?!\w)"
)
"""`linh kiện giảm mạnh kéo tăng trưởng của tỉnh xuống âm 9%`"""
_FROM_VERB = expression(
    r"(?<!\w)(?:kéo|khiến|làm|thúc đẩy|góp phần|đóng góp|hỗ trợ|để|nhằm|cho|vào|với|và|phục vụ|bảo đảm|so)(?!\w)"
)


def _is_of_another(asked: Question, growth: int) -> bool:
    """Whether what grows is named right before the word: `doanh thu bán lẻ của công ty tăng trưởng 18,2%`."""
    low = asked.reading.low
    if _OF_ITS_OWN.match(low, growth):
        return False
    told = _OTHERS_GROW.search(low, max(asked.left, asked.slot.clause_start, growth - _BEFORE_GROWTH), growth)
    return told is not None and _FROM_VERB.search(told[0]) is None


_BEFORE_GROWTH = 90


def of_a_field(asked: Question, mark: Mark) -> bool:
    """Whether what grows is named beside the word, and is not the economy."""
    if mark.value != "growth_overall":
        return False
    low, start = asked.reading.low, asked.slot.start
    if _OF_A_FIELD.match(low, mark.end, start) or _GROWN.match(low, mark.end, start):
        return True
    if _is_of_another(asked, mark.start):
        return True
    if any(_OF_A_FIELD.match(low, words.end(), start) for words in _GROWTH_NOUN.finditer(low, mark.end, start)):
        return True  # `kinh tế tăng trưởng khá, tốc độ tăng giá trị sản xuất đạt 14%`
    return "ngành " in asked.gap and _OF_A_BRANCH.search(asked.reading.low, asked.slot.left, mark.start) is not None


def growth_of_the_economy(asked: Question) -> Link | None:
    """`tăng trưởng 6,03%` and `kịch bản cao tăng trên 10%` with no other noun."""
    if asked.unit != "percent":
        return None
    if _SCENARIO.search(asked.reading.low, asked.slot.clause_start, asked.slot.start):
        return Link("growth_overall", asked.left, asked.slot.start, "growth_word")
    if asked.earlier is not None and THIS.match(asked.reading.low, asked.slot.sentence.start):
        goes_on = fits(asked.earlier.indicator, asked.unit) or asked.earlier.indicator.startswith("other:")
        return replace(asked.earlier, how="carried") if goes_on else None
    begin = asked.slot.left
    if asked.gap.find(" như:") >= 0 or asked.gap.find(" sau:") >= 0:
        begin = asked.reading.low.rfind(":", begin, asked.slot.start)  # `có mức tăng khá như: Gạo tăng 26%`
    words = list(_GROWTH_NOUN.finditer(asked.reading.low, begin, asked.slot.start))
    if words and _RATE_SINCE.search(asked.reading.low, words[-1].end(), asked.slot.start):
        return None  # `Chiến lược phát triển kinh tế nêu: tỷ lệ nhà ở kiên cố đạt 70%`
    if words and _OF_A_FIELD.match(asked.reading.low, words[-1].end(), asked.slot.start):
        return None  # `tốc độ tăng giá trị sản xuất` is none of the economy
    if words and (_GROWN.match(asked.reading.low, words[-1].end(), asked.slot.start) or not is_told_of(asked)):
        return None
    if words and _is_of_another(asked, words[-1].start()):
        return None
    return Link("growth_overall", words[-1].start(), words[-1].end(), "growth_word") if words else None


_RATE_SINCE = expression(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng) (?!tăng|này|đó)[^\W\d]")
_ECONOMY = expression(
    r"(?<!\w)(?:grdp|gdp|tổng sản phẩm|(?<!khu )(?<!thời báo )kinh tế(?! (?:số|tư nhân|biển|tập thể|xanh|rừng|cửa khẩu"
    r"|hợp tác|hộ|trang trại|đêm)(?!\w)))(?!\w)"
)
_NEAR, _BEHIND = 700, 160
"""Letters before and behind growth without a noun in which the economy is spoken of."""


def is_told_of(asked: Question) -> bool:
    """Whether the text around speaks of the economy, or its title does, or of no business at all.

    Where it speaks of trade and firms alone, growth is that of something else.
    """
    reading, slot = asked.reading, asked.slot
    if asked.earlier is not None and asked.earlier.indicator in _ITS_GROWTH:
        return True
    if _ECONOMY.search(reading.low, max(0, slot.start - _NEAR), slot.end + _BEHIND) is not None:
        return True
    if _of_a_place(asked) or _BUSINESS.search(reading.low, max(0, slot.start - _NEAR), slot.end + _BEHIND) is None:
        return True
    if _OPENS.search(reading.low, max(slot.clause_start - 2, slot.start - _SHORT), slot.start):
        return "grdp" in reading.low or _OF_A_PLACE.search(reading.low) is not None
    return _ECONOMY.search(reading.low, 0, _end_of_the_opening(reading)) is not None


def _of_a_place(asked: Question) -> bool:
    """Whether a place is said to grow: `quý 4 cả nước tăng trưởng đạt 7,01%`, `Tỉnh phấn đấu tăng trưởng 8%`."""
    if _PLACE_FIRST.match(asked.reading.low, asked.slot.clause_start, asked.slot.start):
        return True
    if _OF_ITS_OWN.search(asked.reading.low, asked.slot.clause_start, asked.slot.start):
        return True
    grown = _GROWS.search(asked.reading.low, max(asked.slot.clause_start, asked.slot.start - _SHORT), asked.slot.start)
    return grown is not None and any(
        mark.end == grown.start() for mark in asked.reading.marked(AREA, max(0, grown.start() - 30), grown.start())
    )


_PLACE_FIRST = expression(
    r"\s*(?:(?:năm|quý|tháng|giai đoạn)[^,;]{0,30}, )?(?:toàn |cả )?"
    r"(?:tỉnh|thành phố|huyện|thị xã|địa phương|nước|vùng|tp|ubnd|hđnd|chính phủ|quốc hội|việt nam|đại hội|nghị quyết)"
    r"(?! ủy| đoàn)(?!\w)[^,;\d]{0,60} tăng trưởng(?: đạt| là| trên)* ?$"
)
_BUSINESS = expression(
    r"(?<!\w)(?:xuất khẩu|xk|nk|kim ngạch|doanh thu|lợi nhuận|công ty|tập đoàn|ngân hàng|thị phần|thị trường|đơn hàng"
    r"|mặt hàng|khách hàng|cổ phiếu|lãi suất|tctd|hải quan|dn)(?!\w)"
)
_GROWS = expression(r" (?:đã |có |đạt |ước |sẽ )*(?:tốc độ |mức )?tăng trưởng(?: (?:đạt|ước|ước đạt|là|chỉ))* ?$")
_OPENS = expression(
    r"(?:^|[.;:,\n-] ?)(?:phấn đấu |đặt mục tiêu |mục tiêu |chỉ tiêu |dự kiến |dự báo |đạt )?"
    r"(?:tốc độ |mức )?tăng trưởng(?: (?:cả )?(?:năm )?20\d\d)?(?: (?:đạt|ước|ước đạt|là))* ?$"
)
_SHORT = 60
_OF_A_PLACE = expression(r"kinh tế(?: -|,)? xã hội")
"""`Năm 2024, tăng trưởng 6,03%` of a paper that speaks of the economy somewhere."""


_ITS_GROWTH = ("grdp", "growth_overall")


def _end_of_the_opening(reading: Reading) -> int:
    return reading.sentences[min(2, len(reading.sentences) - 1)].end if reading.sentences else 0
