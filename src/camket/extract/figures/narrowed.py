"""Words beside a name that make it less than the thing: `GDP của ngành xây dựng`, `xuất khẩu sang Mỹ`."""

from __future__ import annotations

from camket import catalogue
from camket.extract.figures.named import GROWS
from camket.extract.figures.qualified import is_qualified
from camket.extract.figures.question import Question
from camket.grammar.ending import Ending
from camket.grammar.expression import expression
from camket.grammar.scan import Mark

_LED = 50
_PROGRAMME = Ending(
    r"(?<!\w)(?:chương trình|đề án|quỹ|ban chỉ đạo|phong trào)"
    r"(?: (?:mục tiêu|quốc gia|mtqg|về|xây dựng|phát triển)){0,4} $"
)


def _is_a_programme(asked: Question, mark: Mark) -> bool:
    """Whether a name is but a programme's, of whose money is told: `Chương trình giảm nghèo bền vững đạt 34%`."""
    low = asked.reading.low
    if asked.unit != "percent" or low.startswith(":", mark.end):
        return False
    return mark.end <= asked.slot.start and _PROGRAMME.search(low, max(0, mark.start - _LED), mark.start) is not None


_LESS = expression(r"(?<!\w)(?:không|chưa) (?:tính|kể|bao gồm)(?!\w)|(?<!\w)loại trừ(?!\w)")
_WITHOUT_LAND = expression(
    r"(?:trừ|kể|tính|gồm)(?: các)?(?: khoản)?(?: thu)?(?: từ)? (?:tiền (?:sử dụng )?đất|xổ số|thu tiền)"
)
"""Domestic revenue is often told without what land and the lottery bring."""
_OF_ONE_BRANCH = expression(
    r" (?:của )?(?:ngành (?!kinh tế)|(?:khu vực |lĩnh vực )?"
    r"(?:nông nghiệp|nông, lâm|lâm nghiệp|công nghiệp|dịch vụ|thương mại))"
)
_BY_OWNER = expression(
    r"khu vực (?:kinh tế )?(?:trong nước|(?:có )?vốn (?:đầu tư )?(?:trực tiếp )?nước ngoài|fdi)(?: [^\W\d]+){0,3} $"
)
_WITH_WHOM = expression(
    r" (?:hàng hóa )?(?:sang|vào|đi|tới|với|từ) (?:các )?(?:thị trường (?!thế giới|quốc tế|nước ngoài|trong nước)"
    r"|(?:hoa kỳ|mỹ|eu|nhật bản|hàn quốc|trung quốc|châu âu|asean|các nước)(?!\w))"
    r"| (?:của )?(?:các )?(?:khu vực|doanh nghiệp|thành phần)(?: kinh tế)?"
    r" (?:có vốn|vốn|fdi|trong nước|nhà nước|tư nhân)"
    r"| (?:(?:các )?(?:mặt hàng|hàng hóa|hàng) )?(?:có|chịu|không|không có|không chịu|miễn) thuế(?!\w)"
)
"""Behind a trade, with whom it is or whose: `xuất khẩu sang Hoa Kỳ`, `của các doanh nghiệp có vốn nước ngoài`."""
_WEIGHED = expression(
    r" (?:được |đạt |hơn |gần |khoảng |trên )*[\d.,]+ (?:nghìn |triệu |ngàn |vạn )?"
    r"(?:tấn|chiếc|con|xe|m3|bộ|container|teu|lít|thùng|kg|cây|quả|lô)(?!\w)"
)
"""`xuất khẩu 24 triệu tấn xi măng`"""
_FROM_WHERE = expression(
    r" (?:hàng hóa |hàng )?(?:của (?:việt nam|nước ta|cả nước|tỉnh|thành phố)(?: [^\W\d]+){0,2} )?"
    r"(?:sang|từ|vào|với|tới) (?:các )?(?:nước này|thị trường này|quốc gia này|thái lan|singapore|malaysia|indonesia"
    r"|lào|campuchia|ấn độ|nga|anh|đức|pháp|australia|úc|canada|philippines|đài loan|hồng kông|mexico|myanmar|brazil"
    r"|chile|anh quốc|hà lan|italia|tây ban nha|bỉ|hoa kỳ|mỹ|eu|nhật bản|hàn quốc|trung quốc|châu âu|châu phi|châu mỹ"
    r"|asean)(?!\w)"
)
"""`nhập khẩu hàng hóa của Việt Nam từ Thái Lan`"""
_GOODS_TRADED = expression(
    r"(?<!\w)(?:(?:sản phẩm|mặt hàng|nhóm hàng|hàng(?! hóa| hoá)|nông sản|thủy sản|trái cây)"
    r"(?: [^\W\d]+|,){0,12} tham gia|thị trường) $"
)
_OF_A_MARKET = expression(
    r"(?<!\w)(?:là|đứng thứ [^\W\d]+ là) thị trường (?:xuất khẩu |nhập khẩu )?(?!chung)"
    r"|(?:sang|vào|tới|từ) (?:các )?thị trường (?!thế giới|quốc tế|nước ngoài|trong nước)"
)
"""A sentence on one market: its trade, surplus or deficit is with that market."""
_OF_LOCAL_BUDGET = expression(r"thu (?:ngân sách địa phương|nsđp)(?!\w)")
"""What a local budget may spend, transfers to it among it, is not what was collected in the place."""
_GOODS_ALONE = ("doanh thu bán lẻ",)
_OF_MANUFACTURING = (" chế biến", " khai khoáng", " hỗ trợ", " công nghệ cao")
"""Behind `công nghiệp` what makes it a part of industry: `tỷ trọng công nghiệp chế biến, chế tạo trong GRDP`."""
_PARTS = {
    "gdp_share_industry_construction": _OF_MANUFACTURING,
    "population": (" đô thị", " thành thị", " nông thôn", " nam ", " nữ", " từ 15 tuổi", " trong độ tuổi"),
}
"""By indicator, what behind its name makes it a part of the thing."""
_INTEREST = expression(r"(?<!\w)lãi suất(?!\w)[^,;]{0,80}$")
"""`lãi suất cho vay mua nhà ở xã hội bằng 5,4%/năm`"""
_TRADED = frozenset(("exports", "imports", "trade_surplus", "trade_total"))


_RATE_OF = expression(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?! (?:tăng|giảm)(?!\w)) ")
_SECTOR_SHARES = "gdp_share_"
_NO_ECONOMY = expression(
    r"(?<!\w)(?:lao động|công nhân|làm việc|dân số|hộ|người|doanh nghiệp|học sinh|nữ|cán bộ|vốn đầu tư|dư nợ|đất)(?!\w)"
)
"""What can be in a sector without being of what the economy makes: `tỷ trọng lao động trong khu vực nông nghiệp`."""


def is_of_a_rate(asked: Question, mark: Mark) -> bool:
    """Whether a name is only what a rate without a name in the catalogue is of.

    `Tỷ lệ hợp tác xã dùng nền tảng số đạt 50%` tells neither how many cooperatives there are nor that they grow;
    `tỷ trọng lao động nông nghiệp` is no share of the economy, `80% người ... một trong các dịch vụ` none of services.
    """
    if asked.unit != "percent":
        return False
    low, of_sector = asked.reading.low, mark.value.startswith(_SECTOR_SHARES)
    if of_sector and mark.start >= asked.slot.end and asked.slot.quantity.noun:
        return True
    rates = [each.end() for each in _RATE_OF.finditer(low, asked.left, min(mark.start, asked.slot.start))]
    if not rates:
        return False
    if of_sector:
        return _NO_ECONOMY.search(low, rates[-1], mark.start) is not None
    return catalogue.indicator(mark.value).percent == "growth" and not GROWS.search(low, rates[-1], asked.slot.start)


_LENDS = expression(
    r"(?<!\w)(?:ngân hàng|tín dụng|cho vay|vay vốn|vốn vay ưu đãi|gói (?:hỗ trợ|tín dụng)"
    r"|(?:để |nhằm )?hỗ trợ (?:người|hộ|doanh nghiệp|lao động))(?!\w)"
)
"""What is paid out to borrowers or those in need is no public investment: `Ngân hàng đã giải ngân 50 tỷ đồng`."""


def _lends(asked: Question, mark: Mark) -> bool:
    """Whether `giải ngân` alone is told of loans or of help."""
    if "đầu tư" in asked.reading.low[mark.start : mark.end]:
        return False
    around = asked.reading.low[asked.slot.clause_start : min(asked.slot.clause_end, asked.slot.end + 60)]
    return _LENDS.search(around) is not None and "đầu tư công" not in around


_WORKERS = ("lao động", "công nhân", "người lao động")


def _of_workers(asked: Question) -> bool:
    """Whether an income is that of workers counted right before: `cho 900 lao động, thu nhập bình quân 9 triệu`."""
    told = asked.reading.items("quantity", asked.slot.clause_start, asked.slot.left)
    noun = getattr(told[-1].item, "noun", None) if told else None
    return noun in _WORKERS and asked.gap.startswith((", thu nhập", ", với thu nhập", " với thu nhập", " với mức thu"))


def is_narrowed(asked: Question, mark: Mark) -> bool:
    """Whether words beside a name make it less than the thing: `GRDP không tính lọc hóa dầu`, `GDP của ngành xây dựng`.

    So do those that tell of whom a trade is: `khu vực kinh tế trong nước xuất siêu`.
    """
    low = asked.reading.low
    if asked.unit == "percent" and _INTEREST.search(low, asked.slot.clause_start, asked.slot.start):
        return True
    if (
        low.startswith(_PARTS.get(mark.value, ()), mark.end)
        or is_qualified(asked, mark)
        or _is_a_programme(asked, mark)
    ):
        return True
    if mark.value == "income_per_capita" and _of_workers(asked):
        return True
    if _is_another(asked, mark) or (mark.value in _TRADED and _is_with_some(asked, mark)):
        return True
    between = low[mark.end : asked.slot.start]
    if mark.value == "domestic_revenue" and _WITHOUT_LAND.search(between) is not None:
        return False
    return any(word in between for word in ("không ", "chưa ", "loại trừ")) and _LESS.search(between) is not None


def _is_another(asked: Question, mark: Mark) -> bool:
    """Whether the words make the name that of another thing, or of one branch: `bội chi ngân sách`, `GDP của ngành`."""
    low, name = asked.reading.low, mark.value
    if name == "budget_expenditure":
        return low.endswith("bội ", 0, mark.start)
    if name == "budget_revenue":
        return _OF_LOCAL_BUDGET.search(low, mark.start, mark.end + len(" địa phương")) is not None
    if name == "retail_sales":
        return low.startswith(_GOODS_ALONE, mark.start - len("doanh thu "))
    if name == "public_investment_disbursement":
        return _lends(asked, mark) or _is_planned_for_years(asked, mark)
    return name == "grdp" and _OF_ONE_BRANCH.match(low, mark.end) is not None


def _is_planned_for_years(asked: Question, mark: Mark) -> bool:
    """Whether the capital is that of a plan of several years, of which nothing says that it was paid out."""
    low = asked.reading.low
    if "giải ngân" in low[max(asked.slot.clause_start, mark.start - 20) : asked.slot.start]:
        return False
    return _OF_SEVERAL_YEARS.match(low, mark.end) is not None


_OF_SEVERAL_YEARS = expression(r" (?:theo )?(?:kế hoạch )?(?:đầu tư công )?trung hạn(?!\w)")


def _is_with_some(asked: Question, mark: Mark) -> bool:
    """Whether a trade is that of one kind of owner, with one market, or with whom its words behind tell."""
    low, begin = asked.reading.low, max(asked.slot.clause_start, mark.start - 60)
    if _BY_OWNER.search(low, begin, mark.start) or _is_of_one_market(asked, mark):
        return True
    end = max(mark.end, asked.slot.start)
    if _WEIGHED.match(low, mark.end) is not None or _FROM_WHERE.match(low, mark.end, end) is not None:
        return True
    return _WITH_WHOM.match(low, mark.end, end) is not None


def _is_of_one_market(asked: Question, mark: Mark) -> bool:
    """`Trung Quốc là thị trường lớn nhất, kim ngạch xuất khẩu đạt ...`; `sản phẩm trái cây tham gia xuất khẩu`."""
    low, sentence = asked.reading.low, asked.slot.sentence
    if "thị trường" in low[sentence.start : mark.start] and _OF_A_MARKET.search(low, sentence.start, mark.start):
        return True
    return _GOODS_TRADED.search(low, max(sentence.start, mark.start - 90), mark.start) is not None
