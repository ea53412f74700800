"""Words right beside a name that make it less than its indicator, or another thing, indicator by indicator.

`xuất khẩu toàn ngành nông nghiệp` is not what a place exports, `thu nhập bình quân khu vực nông thôn` not what its
people earn, and what one project was paid is not what the place disbursed.
"""

from __future__ import annotations

from camket.extract.figures.by_criteria import counts_by_criteria
from camket.extract.figures.question import Question
from camket.extract.lexicon import WEAK_INDICATOR
from camket.grammar.expression import expression
from camket.grammar.scan import Mark

_PLACED = r" (?:(?:của|ở|tại|trong|trên|với|đối với|cho|đầu người|người dân|dân cư|các|những|toàn|địa bàn|người) )*"
"""Words that lead from a name to those or to the place whose it is, and say nothing themselves."""
_NO_TOWN = r"nông thôn|thành thị|đô thị|miền núi|vùng cao|vùng sâu|biên giới|ven biển|bãi ngang"
_BRANCH = (
    r"(?:(?:nhóm |phân |tiểu |nội bộ |toàn )?ngành|(?:nhóm )?mặt hàng|nhóm hàng|sản phẩm|lĩnh vực|nhóm|khu vực|khối)"
    r"(?! (?:này|kinh tế trọng điểm|miền|công thương)| (?:của )?tỉnh(?!\w)|[ ,]*(?:đạt|ước|tăng|giảm)(?!\w))"
)
_TRADED_BY = (
    rf"{_PLACED}{_BRANCH} | toàn ngành(?! kinh tế)(?!\w)| qua cửa khẩu | dịch vụ(?!\w)"
    r"| của [^\W\d]+(?: [^\W\d]+){0,2} (?:sang|vào|tới) (?!các nước(?!\w)|thế giới)"
)
_LENT = (
    r" (?:cho vay )?(?:chính sách|ưu đãi|tiêu dùng|bất động sản|nhà ở|ngắn hạn|trung(?: hạn|, dài| và dài)|dài hạn"
    r"|ngoại tệ|bằng (?:ngoại tệ|đồng)|ủy thác|xanh|nông nghiệp|nông thôn|xuất khẩu|ưu tiên|bán lẻ|phục vụ"
    r"|đầu tư|công nghiệp|dịch vụ|theo (?:chương trình|nghị định))(?!\w)"
    rf"|(?: cho vay)?{_PLACED}(?:(?:các )?(?:lĩnh vực|ngành|chương trình|hoạt động)|hộ|học sinh|hợp tác xã"
    r"|doanh nghiệp (?:nhỏ|vừa|nhà nước|fdi)|ngân hàng(?! trên| và)|chi nhánh|agribank|vietinbank|bidv|nhcsxh"
    r"|phòng giao dịch|quỹ (?:tín dụng|hỗ trợ)|hội)(?!\w)"
)
_PAID_OUT = (
    r" (?:của )?(?:nguồn |vốn |nguồn vốn )*(?:các )?(?:chương trình(?! mục tiêu, dự án)|ctmtqg|oda|vay|nước ngoài"
    r"|trái phiếu|sự nghiệp|kéo dài|hỗ trợ(?! đầu tư)|(?:ngân sách )?(?:trung ương|cấp tỉnh|cấp huyện|cấp xã)"
    r"|ngân sách (?:tỉnh|huyện|thành phố|địa phương)|dự án |gói thầu |công trình )(?!\w)"
)
_BEHIND = {
    "agricultural_output": r" (?:trên|/|bình quân trên) ?(?:1 |một )?(?:ha|đơn vị|héc)",
    "budget_expenditure": r" (?:cho|về|dành cho|(?:cấp )?(?:thường xuyên|đầu tư)|cấp (?:tỉnh|huyện|xã))(?! toàn)(?!\w)",
    "budget_revenue": (
        rf" từ (?!kinh tế|nội địa|đầu năm|đầu nhiệm kỳ|ngày|tháng|năm|quý|\d)[^\W\d]"
        rf"|{_PLACED}(?:khu vực|khối|doanh nghiệp|ngành hải quan|hải quan)(?!\w)"
    ),
    "cpi": rf"{_PLACED}(?:{_BRANCH}|khu vực) |, (?:trong đó )?nhóm ",
    "credit": _LENT,
    "digital_economy_share": r" (?:ict|lõi|nền tảng|ngành|lĩnh vực)(?!\w)",
    "domestic_revenue": rf"{_PLACED}(?:khu vực|doanh nghiệp)(?!\w)",
    "exports": _TRADED_BY,
    "fdi_registered": (
        r" (?:công nghệ cao|bình quân)(?!\w)"
        r"| (?:đăng ký )?(?:vào|trong|cho|đổ vào) (?:các )?(?:lĩnh vực|ngành|bất động sản|khu công nghiệp|kcn)"
    ),
    "forest_cover": r" (?:cây xanh|đô thị)(?!\w)",
    "iip": (
        rf"{_PLACED}(?:(?:nhóm |phân )?ngành|lĩnh vực|khu vực)(?! (?:công nghiệp(?! chế| khai| hỗ)|này|của)(?!\w))"
        r"(?= [^\W\d])| (?:chế biến|khai khoáng|hỗ trợ)(?!\w)"
    ),
    "imports": _TRADED_BY,
    "income_per_capita": (
        rf"{_PLACED}(?:khu vực |vùng |hộ (?:dân )?)?(?:{_NO_TOWN}|(?:lao động|công nhân|cán bộ|thành viên|xã viên"
        r"|hộ|đồng bào|dân tộc|dtts|viên chức|công chức|giáo viên|ngư dân|nông dân|hội viên|đoàn viên|hợp tác xã"
        r"|doanh nghiệp|khu vực fdi)(?!\w))"
    ),
    "industrial_output": (
        r"(?: -|,| và)? (?:xây dựng|hỗ trợ|chế biến|khai khoáng|chế tạo|công nghệ cao|điện|may)(?!\w)"
        r"|(?: -|,| và) (?:thương mại|dịch vụ|nông nghiệp)"
        rf"|{_PLACED}(?:khu vực|khối|doanh nghiệp) (?!công nghiệp)"
    ),
    "labour_productivity": rf"{_PLACED}(?:ngành|lĩnh vực|khu vực|doanh nghiệp|công nghiệp|dịch vụ|nông)(?!\w)",
    "national_standard_schools": r" (?:chất lượng|kiểm định|phổ cập|văn hóa|xanh|an toàn)(?!\w)",
    "pci": r" thành phần(?!\w)",
    "poverty_rate": (
        rf"{_PLACED}(?:khu vực |vùng |xã |huyện |thôn |bản |vùng )*(?:{_NO_TOWN}|đặc biệt|khó khăn|dân tộc|nghèo(?!\w)"
        r"|135|30a|dtts)"
    ),
    "public_investment_disbursement": _PAID_OUT,
    "total_investment": (
        r" (?:từ |bằng )?(?:nguồn |vốn )*(?:ngân sách|khu vực|nhà nước|tư nhân|ngoài nhà nước|xây dựng|lưới)(?!\w)"
    ),
    "new_enterprises": r" (?:thu|có thể|phải|bắt đầu|được hưởng)(?!\w)",
    "tourism_arrivals": r" (?:qua (?:các |\d+ )?(?:cảng|sân|cửa|ga|bến|đường)|đi|vận chuyển)(?!\w)",
    "tourism_revenue": r" (?:lữ hành|lưu trú|nội địa|quốc tế)(?!\w)",
    "trade_surplus": _TRADED_BY + r"| (?:nông|thủy|lâm)(?: |,)",
    "trade_total": _TRADED_BY,
}
"""By indicator, what behind its name makes it a part or another thing."""
_ITS_BRANCH = (
    r"(?<!\w)(?:(?<!bộ )(?<!sở )ngành(?! kinh tế| công thương| hải quan)|nhóm hàng|mặt hàng|sản phẩm|lĩnh vực)"
    r"(?:(?: [^\W\d]+,?){0,5} [^\W\d]+)? $"
)
_WHOSE = (
    r"|(?:^|[.;] ?|, ?)(?:[^,;.]{0,40} )?(?:toàn )?(?<!bộ )(?<!sở )ngành(?! kinh tế| công thương| hải quan| thuế)"
    r"(?: [^\W\d]+){1,4} (?:đang|đã|sẽ|đặt|phấn đấu|đạt|có|ước|dự kiến|tiếp tục|cũng|mang|thu)(?!\w)[^,;.]{0,60}$"
    r"|(?<!\w)(?:thuế|thuế suất|hạn ngạch|doanh nghiệp|dn|chi phí|tờ khai|thủ tục|đơn hàng) $"
)
_WEIGHED = (
    r"|(?<!\w)(?:khối lượng|sản lượng|lượng|số lượng|đơn giá|(?<!trị )giá(?! trị)|thị trường)(?: [^\W\d]+){0,4} $"
)
_AHEAD = {
    "clean_water_rate": r"(?<!\w)tiêu chí(?: về)? $|(?<!\w)(?:thất thoát|thất thu|công suất)(?: [^\W\d]+){0,2} $",
    "credit": (
        r"(?<!\w)(?:gói(?: hỗ trợ| vay| cho vay)?|gói [^,;.\d]{2,20}|tổ chức|hỗ trợ|hạn mức) $"
        r"|(?<!\w)(?:[^\W\d]*bank|ngân hàng chính sách xã hội|nhcsxh|bidv|quỹ tín dụng"
        r"|phòng giao dịch|hội (?:nông dân|phụ nữ|cựu chiến binh|liên hiệp phụ nữ))(?!\w)[^;.]{0,60}$"
    ),
    "digital_economy_share": (
        r"(?<!\w)(?:doanh nghiệp|hộ|người|cơ quan)(?!\w)[^,;.\d]{0,40}(?:tham gia|ứng dụng|sử dụng) $"
    ),
    "domestic_revenue": r"(?<!\w)doanh $",
    "health_insurance_coverage": (
        r"(?<!\w)(?:mức|tiền|số tiền|số thu|thu|chi|quỹ|nợ|đóng|chậm đóng|khám chữa bệnh|khám, chữa bệnh|thanh toán)"
        r"(?: (?:đóng|nộp|chậm|chi|thu|từ|của|về|phí|khám|chữa|bệnh|bhxh,?|bảo hiểm xã hội,?))* $"
    ),
    "exports": _ITS_BRANCH + _WHOSE + _WEIGHED,
    "imports": _ITS_BRANCH + _WHOSE + _WEIGHED,
    "jobs_created": (r"(?<!\w)(?:giới thiệu|tư vấn|tìm|tìm kiếm|kết nối|sàn giao dịch|phiên giao dịch) $"),
    "income_per_capita": r"(?<!\w)(?:chuẩn|tiêu chí) (?:hộ )?(?:cận )?nghèo(?: [^\W\d]+){0,3} ?\((?:là |có |mức )*$",
    "new_rural_communes": (
        r"(?<!\w)(?:tỷ lệ|số|%)(?: số)? (?:thôn|bản|ấp|khóm|làng|xóm|khu dân cư|khu|hộ|gia đình|thôn, bản)"
        r"(?: (?:đạt|chuẩn|được|công nhận|danh hiệu|tiêu chí))* $"
    ),
    "online_services": r"(?<!\w)(?:hồ sơ|giao dịch|thanh toán)(?!\w)[^,;.\d]{0,40} (?:qua|trên|bằng) (?:các )?$",
    "pci": r"(?<!\w)thành phần(?: của)? $",
    "public_investment_disbursement": (
        r"(?:^|[;.] ?|, (?:trong đó,? |riêng )?)(?<!các )"
        r"(?:dự án|tiểu dự án|gói thầu|công trình|ban quản lý|ban qlda|sở)"
        r" (?!án|trên|đầu tư công)[^,;.\d]{2,60}$"
    ),
    "tourism_arrivals": r"(?<!\w)(?:vận chuyển|vận tải|sân bay|cảng hàng không|nhà ga)(?!\w)[^,;.]{0,60}$",
    "trade_surplus": _ITS_BRANCH + _WHOSE,
    "trade_total": _ITS_BRANCH + _WHOSE,
}
"""By indicator, what before its name makes it another thing; looked for from where the clause begins."""
_BACK = 120
_PAYS_IN = expression(
    r"(?<!\w)(?:công ty|doanh nghiệp|dn|tập đoàn|hợp tác xã|htx|nhà máy|cơ sở|khu vực|khu công nghiệp|kcn|dự án"
    r"|hộ kinh doanh)(?!\w)[^;.]{0,60}$"
)
"""Those who pay into the budget: `Công ty đã nộp ngân sách 35 tỷ đồng` is not what the place collected."""
_PASSENGERS = expression(
    r"(?<!\w)(?:vận chuyển|vận tải|luân chuyển|sân bay|cảng hàng không|hành khách|bến xe|nhà ga|tuyến xe|metro)(?!\w)"
)
_NO_VISITORS = expression(r" (?:hàng|xnc|xuất nhập cảnh|xuất cảnh|nhập cảnh|vay|mua|đi tàu|đi xe)(?!\w)")
"""`hơn 50 triệu khách hàng`, `693.000 lượt khách xuất nhập cảnh`"""
_HELPED = expression(
    r" (?:đã |đang |mới )?(?:được|vay|nhận|có nhu cầu|tham gia|đăng ký|khó khăn|tại (?:xã|thôn|huyện))(?!\w)"
)
_GIVEN_TO = expression(r"(?<!\w)(?:tặng|trao|hỗ trợ|thăm|giúp|cho|quà|vay vốn)(?!\w)[^,;.\d]{0,40}$")
"""Poor households that something is given to are not all that there are: `trao quà cho 88 hộ nghèo`."""
_PER_TEN_THOUSAND = expression(r"vạn dân|1?10[.,]?000 (?:người )?dân|10 nghìn dân|10 ngàn dân|10[.]000 người")
_MOST_FOR_TEN_THOUSAND = 100
_OF_COMMUNES = frozenset(("xã", "đơn vị", "đơn vị cấp xã", "xã, phường", "số xã"))
_SHARES = "gdp_share_"
_STRUCTURE = expression(
    r"(?<!\w)cơ cấu (?P<of>lao động|vốn|đầu tư|dân số|tín dụng|dư nợ|sử dụng|nguồn|đất|thu|chi|cây trồng|giống"
    r"|việc làm|nhân lực)?"
)
_NO_ECONOMY = expression(
    r"(?<!\w)(?:lao động|công nhân|làm việc|dân số|doanh nghiệp|học sinh|vốn|dư nợ|cho vay|tín dụng|nhân lực|việc làm"
    r"|dự án|điện năng)(?!\w)"
)
_PER_PEOPLE = expression(
    r" ?/ ?(?:\d|vạn|nghìn)| (?:trên|cho) (?:mỗi |1 )?(?:vạn|nghìn|1[.,]000|10[.,]000) (?:người )?dân"
)
_OF_A_SECTOR = frozenset(
    (
        *("exports", "imports", "trade_total", "trade_surplus", "budget_revenue", "domestic_revenue"),
        *("industrial_output", "total_investment"),
    )
)
_ONE_SECTOR = expression(
    r"\s*(?:[^,;.]{0,40}, )?(?:riêng |các )?(?:khu vực|doanh nghiệp|dn|khối)(?: doanh nghiệp)?"
    r" (?:fdi|đtnn|có vốn (?:fdi"
    r"|(?:đầu tư (?:trực tiếp )?)?nước ngoài)|đầu tư (?:trực tiếp )?nước ngoài|tư nhân|trong nước|nhà nước)(?!\w)"
    r"(?:(?!toàn tỉnh|cả tỉnh|toàn thành phố|cả nước|của tỉnh).)*$"
)
"""A sentence of what one sector gives: `Khu vực FDI tạo việc làm cho 90.000 lao động, xuất khẩu 3 tỷ USD`."""
_INSIDE = expression(
    r"(?:trong|nội bộ|cơ cấu)(?: cơ cấu| nội bộ)?(?: giá trị sản xuất| sản xuất)?(?: ngành| nội bộ ngành)? $"
)
_behind = {name: expression(words) for name, words in _BEHIND.items()}
_ahead = {name: expression(words) for name, words in _AHEAD.items()}


def is_qualified(asked: Question, mark: Mark) -> bool:
    """Whether the words beside a name make it less than its indicator, or another thing."""
    low, name = asked.reading.low, mark.value
    behind, ahead = _behind.get(name), _ahead.get(name)
    if behind is not None and behind.match(low, mark.end) is not None:
        return True
    begin = max(asked.slot.clause_start, mark.start - _BACK)
    if ahead is not None and mark.start > begin and ahead.search(low[begin : mark.start]) is not None:
        return True
    if name.startswith(_SHARES) and _CLASS_OF_PLACES.search(low, begin, mark.start) is not None:
        return True  # `các xã khu vực III được hỗ trợ 80%`
    if name in _OF_A_SECTOR and _ONE_SECTOR.match(low, asked.slot.sentence.start, mark.start) is not None:
        return True
    if name == "enterprises" and _is_of_some_firms(asked, mark):
        return True
    if name == "enterprises" and mark.kind == WEAK_INDICATOR and asked.unit == "percent":
        return _FIRMS_MOVE.match(low, mark.end) is None  # `doanh nghiệp có doanh thu tăng trên 51%`
    if name == "fdi_registered" and mark.kind == WEAK_INDICATOR and _is_of_all(asked):
        return True
    if name == "budget_revenue" and low.startswith("nộp", mark.start):
        return _PAYS_IN.search(low, begin, mark.start) is not None
    if name.startswith(_SHARES) and mark.kind == WEAK_INDICATOR and not _tells_of_economy(asked, mark):
        return True
    return name.startswith(_SHARES) and is_in_another_structure(asked, mark)


def _is_of_some_firms(asked: Question, mark: Mark) -> bool:
    """`0,65 doanh nghiệp/1.000 dân`, `số doanh nghiệp tham gia làm thủ tục hải quan là 187 doanh nghiệp`."""
    low = asked.reading.low
    if _PER_PEOPLE.match(low, mark.end) is not None:
        return True
    return mark.end <= asked.slot.start and _THEY_DO.match(low, mark.end) is not None


_CLASS_OF_PLACES = expression(r"(?<!\w)(?:xã|thôn|bản|phường|thị trấn|hộ)(?: (?:nghèo|thuộc|ở|vùng))* $")
_OPENING = 700
"""Letters in which a story tells what it is about."""
_FROM_ABROAD = expression(
    r"(?<!\w)(?:fdi|nước ngoài|đtnn|ngoại|usd\)|nhật bản|hàn quốc|singapore|trung quốc|đài loan)(?!\w)"
)
"""Without a word of those from abroad, capital registered is of all: `65 dự án với vốn đăng ký 16,8 tỷ USD`."""
_OF_PROJECTS = expression(r"(?<!\w)(?:dự án|khu kinh tế|khu công nghiệp|kcn|kkt|cụm công nghiệp)(?!\w)")


_FROM_HOME = expression(r"(?<!\w)(?:dự án|doanh nghiệp|dn|nhà đầu tư|vốn|đầu tư) trong nước(?!\w)")


def _is_of_all(asked: Question) -> bool:
    """Whether projects have registered capital, and no word tells that they are of those from abroad."""
    low, begin = asked.reading.low, asked.slot.sentence.start
    near = _FROM_ABROAD.search(low, max(0, begin - _AROUND), asked.slot.start)
    home = _FROM_HOME.search(low, max(0, begin - _AROUND), asked.slot.start)
    if near is not None and home is not None and _FROM_ABROAD.search(low, begin, asked.slot.start) is None:
        return True  # `30 dự án trong nước và 6 dự án FDI. ... tổng vốn đăng ký tăng 40%` is that of both
    if _OF_PROJECTS.search(low, begin, asked.slot.start) is None:
        return False
    return near is None and _FROM_ABROAD.search(low, 0, min(_OPENING, begin)) is None


_THEY_DO = expression(
    r" (?:(?:đã|đang|được|mới|có thể|chưa|không|thường xuyên|còn) )*(?:tham gia|làm thủ tục|thực hiện|có |xuất khẩu"
    r"|nhập khẩu|xuất nhập khẩu|xnk|xk|nk|đến |vay|nợ|kê khai|nộp|sử dụng|hưởng|thuộc|thành viên|gia hạn|việt nam có"
    r"|trong (?:lĩnh vực|ngành)|hoạt động (?:trong|thường|xuất))"
)
_FIRMS_MOVE = expression(
    r"(?: đang hoạt động| trên địa bàn| của (?:tỉnh|cả nước))*(?: cả nước)?(?: năm \d{4})? ?"
    r"(?:đã |ước |cũng )?(?:tăng|giảm|bằng)"
)
_ECONOMY = expression(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|grdp|gdp|kinh tế|giá trị tăng thêm|tổng sản phẩm)(?!\w)")
_AROUND = 250


def _tells_of_economy(asked: Question, mark: Mark) -> bool:
    """Whether the text around speaks of the economy: `dịch vụ 2%` alone may be a tax, `dịch vụ 45%` of it."""
    slot = asked.slot
    before = asked.reading.low[slot.sentence.start : mark.start].rstrip()
    if not before or before.endswith((",", ";", ":", "ngành", "khu vực", "trong đó")):
        return True
    return _ECONOMY.search(asked.reading.low, max(0, slot.sentence.start - _AROUND), slot.end + _BACK) is not None


def is_in_another_structure(asked: Question, mark: Mark) -> bool:
    """Whether a sector has its share of something else than the economy: `cơ cấu lao động: nông nghiệp 35%`."""
    low = asked.reading.low
    if low.startswith(",", mark.end) and _INSIDE.search(low, asked.slot.clause_start, mark.start) is not None:
        return True  # `trong cơ cấu ngành nông nghiệp, chăn nuôi chiếm 48%`
    structures = list(_STRUCTURE.finditer(low, asked.slot.sentence.start, mark.start))
    if structures:
        return structures[-1]["of"] is not None
    return _NO_ECONOMY.search(low, max(asked.left, asked.slot.clause_start), mark.start) is not None


def in_the_economy(asked: Question, end: int) -> bool:
    """Whether the structure of the economy is told of in the sentence up to a place."""
    structures = list(_STRUCTURE.finditer(asked.reading.low, asked.slot.sentence.start, end))
    return bool(structures) and structures[-1]["of"] is None


def counts_others(asked: Question, indicator: str, end: int) -> bool:
    """Whether a noun that counts an indicator counts others here; `end` is where the noun's words end.

    Passengers are no visitors, the beds of one hospital no beds for each ten thousand people.
    """
    low, slot = asked.reading.low, asked.slot
    behind = _behind.get(indicator)
    if behind is not None and behind.match(low, end) is not None:
        return True
    if indicator == "tourism_arrivals":
        return (
            _PASSENGERS.search(low, slot.clause_start, slot.start) is not None
            or _NO_VISITORS.match(low, end) is not None
        )
    if indicator == "poor_households":
        return _HELPED.match(low, end) is not None or _GIVEN_TO.search(low, slot.clause_start, slot.start) is not None
    if indicator in ("doctors_per_10k", "hospital_beds_per_10k"):
        told = _PER_TEN_THOUSAND.search(low, slot.sentence.start, slot.sentence.end)
        return told is None or slot.quantity.value > _MOST_FOR_TEN_THOUSAND
    if indicator == "enterprises":
        return _GONE.search(low, slot.clause_start, slot.start) is not None or not _are_all(asked, end)
    if indicator == "ocop_products":
        return _STARS.match(low, end) is not None
    return False


_FIRMS_THERE = expression(
    r"(?<!\w)(?:toàn (?:tỉnh|thành phố|huyện|xã|quốc|thị xã|quận|vùng|ngành kinh tế)|cả nước|trên địa bàn"
    r"|(?:tổng )?số (?:lượng )?(?:doanh nghiệp|dn)(?: đang hoạt động| đăng ký| trên địa bàn| trong cả nước)?"
    r"(?! [^\W\d]+ gia)"
    r"|lũy kế|tỉnh|thành phố|huyện|thị xã|quận|tp|việt nam|nước ta|địa phương|phát triển(?: mới)?|hiện có|hiện nay có"
    r"|thành lập(?: mới)?|mục tiêu|phấn đấu|khu vực (?:doanh nghiệp|kinh tế tư nhân|dn))(?!\w)[^;.]{0,90}$"
)
_DEALT_WITH = expression(
    r"(?<!\w)(?:công nhận|áp dụng|hỗ trợ|kiểm tra|thanh tra|xử phạt|xử lý|khảo sát|tập huấn|đối thoại|tham gia|thủ tục"
    r"|hải quan|rà soát|đối tác|ký kết|gia hạn|vay|xuất khẩu|nhập khẩu|xnk|xk|thành viên|cung ứng|tuyên dương|vinh danh"
    r"|bình chọn|lọt|giao dịch|niêm yết|thuộc|chuyên|trong đó có|nợ|kê khai|kết nối|gặp gỡ|làm việc|thu hút được"
    r"|cho|với|của|đối với|trong tổng số|lĩnh vực|ngành)(?!\w)[^,;.\d]{0,40}$"
)
_SOME_OF_THEM = expression(
    r" (?:(?:đã |đang |được |mới |có thể |chưa |không |thường xuyên |cũng )*"
    r"(?:có (?:hoạt động|doanh|vốn|quy mô|lãi|lỗ|phát|kim ngạch|nhu cầu|báo cáo)"
    r"|đăng ký (?:giải thể|tạm|ngừng|tham gia|thay|hoạt động trở|nhu cầu)|không|tham gia|thực hiện|sử dụng|hưởng"
    r"|tiếp cận|vay|kê khai|nộp|xuất khẩu|nhập khẩu|xuất nhập khẩu|xnk|xk|nk|đến|là|lọt|gia hạn|đạt|trong nước"
    r"|nước ngoài|fdi|tạm|thuộc|ký|hoàn thành|(?:hoạt động )?trong (?:lĩnh vực|ngành)"
    r"|hoạt động (?:thường|sản xuất|tại|ở|hiệu))(?!\w)|,? (?:tổ chức|cá nhân) và)"
)


_IN_OPERATION = " đang hoạt động"


def _are_all(asked: Question, end: int) -> bool:
    """Whether firms are counted as a place has them, not those with which something is done or that do something.

    `toàn tỉnh hiện có 8.770 doanh nghiệp đang hoạt động`, but `đối thoại với 300 doanh nghiệp`, `1.640 doanh nghiệp
    tham gia hệ thống`.
    """
    low, slot = asked.reading.low, asked.slot
    if _SOME_OF_THEM.match(low, end) is not None:
        return False
    if low.endswith(_IN_OPERATION, 0, end) or low.startswith(_IN_OPERATION, end):
        return True
    before = low[slot.sentence.start : slot.start]
    return _FIRMS_THERE.search(before) is not None and _DEALT_WITH.search(before) is None


_GONE = expression(
    r"(?<!\w)(?:giải thể|tạm ngừng|ngừng hoạt động|phá sản|rút lui|quay trở lại|tạm dừng|bỏ địa chỉ|phát sinh)(?!\w)"
    r"[^,;.\d]{0,30}$"
)
"""`Tạm ngừng hoạt động: 80.800 doanh nghiệp`"""
_STARS = expression(r" (?:đạt |hạng |được công nhận )?(?:[345]|ba|bốn|năm) sao(?! (?:trở|đến|và))")


def counts_no_such(asked: Question, mark: Mark) -> bool:
    """Whether what is counted is nothing of a general name: `45 thôn đạt chuẩn nông thôn mới`, `6 xã đạt 15 tiêu chí`.

    So are firms, parks and teams founded no agencies.
    """
    noun = asked.slot.quantity.noun
    if mark.value == "population" and noun is not None:
        return asked.unit == "count"
    if mark.value in ("agencies_created", "agencies_merged") and noun is not None:
        return _IS_AGENCY.match(noun) is None
    if mark.value != "new_rural_communes" or noun is None:
        return False
    if noun not in _OF_COMMUNES and not noun.startswith("xã"):
        return True
    return counts_by_criteria(asked)


_IS_AGENCY = expression(
    r"(?:(?:các |tổ chức )?cơ quan|đơn vị(?! (?:hành chính|cấp xã|cấp huyện))|đầu mối|(?:tổng |chi )?cục|sở|ban|phòng"
    r"|văn phòng|trung tâm|bộ|vụ|viện|(?:chi |ban )?đảng (?:bộ|ủy|đoàn)|chi bộ|cấp ủy|tổ chức|hội)(?!\w)"
)
"""Bodies of the Party and the State: parks, firms, villages, teams and offices to let are none."""
