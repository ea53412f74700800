"""A numeral and the unit after it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.rule import Found, Rule, example
from camket.model.fact import Comparator
from camket.rules.numeral.item import Numeral
from camket.rules.quantity.item import Quantity, comparator_of
from camket.rules.quantity.times import says_how_often

_LASTING = expression(r"(?:tuổi thọ|sống khỏe|lưu trú)[^;.]*$")
"""Of these an age or a number of days is the figure itself; elsewhere it is how long something lasts."""
_PER_ONE = expression(r"(?:trên|bình quân|mỗi) $")
_PER_MANY = expression(
    r"(?:bác s[iĩỹ]|dược s[iĩỹ]|điều dưỡng|giường(?: bệnh)?|sinh viên(?: đại học)?)(?: bình quân)? trên $"
)
_MANY = frozenset((1_000, 10_000, 100_000))
_YEAR = expression(r"(?:19|20)\d\d")
_ONE_GROUP = expression(r"[1-9]\d{0,2}\.\d{3}")


def _measured(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral) or found.anchor is None or found.anchor.rule == "numeral/fraction":
        return None
    if found.low.endswith("năm ", 0, found.start) and _YEAR.fullmatch(found.low, found.anchor.start, found.anchor.end):
        return None  # `năm 2025 tỉnh dự kiến thu hút` counts no provinces
    if found["unit"] in _WHOSE and _NAMED_BY_A_NUMBER.search(found.before):
        return None
    base, factor, kind = _unit(found.value("unit", "unit"))
    if _only_counts(found):
        base, factor = "count", Decimal(1)
    if base == "other:times" and says_how_often(found.before):
        return None
    if kind == "rank" or (kind == "time" and not _LASTING.search(found.before)) or _is_per(found, numeral, kind):
        return None
    return _quantity(found, _sensible(found, numeral, base), base, factor)


_NAMED_BY_A_NUMBER = expression(
    r"(?<!\w)(?:ban chỉ đạo|bcđ|đoàn (?:thanh tra|kiểm tra|công tác)|tổ công tác|tiểu ban|chuyên án|đề án)(?: số)? $"
)
"""What is called by a number, behind which stands whose it is: `Ban Chỉ đạo 138 tỉnh`."""
_WHOSE = frozenset(("tỉnh", "thành phố", "huyện", "xã", "phường", "sở", "ngành", "trung ương", "cơ quan", "địa phương"))
_AT = ("tại ", "ở ", "trong số ")
"""Points at which something is stand somewhere: `186 hộ tại 4 điểm có nguy cơ sạt lở`."""
_OF_GUNS = expression(r" (?:súng|pháo|cối)(?!\w)")
_GUNS = expression(r"(?<!\w)(?:súng|vũ khí|pháo|đạn)(?!\w)[^.;]*$")
"""Guns are told by the word for mouths that also counts people: `06 khẩu súng`."""


def _only_counts(found: Found) -> bool:
    """Whether a word that is a unit elsewhere only counts things here: points of a map, guns, samples."""
    match found["unit"]:
        case "điểm":
            return found.before.endswith(_AT)
        case "khẩu":
            return _OF_GUNS.match(found.after) is not None or _GUNS.search(found.before[-40:]) is not None
        case "mẫu":
            return _is_a_sample(found)
        case _:
            return False


_TESTED = expression(
    r"(?<!\w)(?:xét nghiệm|kiểm (?:tra|nghiệm|định)|phân tích|giám sát|thử|test|pcr|quan trắc|bệnh phẩm|lấy|gửi"
    r"|phát hiện|dương tính|âm tính)(?!\w)[^.;\n]*$"
)
_FARMED = expression(
    r"(?<!\w)(?:diện tích|gieo|cấy|trồng|canh tác|ruộng|đất|đồng|ao|đầm|vườn|lúa|ngô|màu|thu hoạch|nuôi)(?!\w)"
)


def _is_a_sample(found: Found) -> bool:
    """Whether `mẫu` are samples and no land: `xét nghiệm 43.988 mẫu`, not `gieo cấy 12 mẫu`, `3 mẫu ruộng`."""
    if _TESTED.search(found.before) is not None:
        return True
    beside = found.after[:_BESIDE].partition(".")[0]
    return _FARMED.search(found.before[-_NEAR:]) is None and _FARMED.search(beside) is None


_BESIDE, _NEAR = 20, 60


@cache
def _unit(written: str) -> tuple[str, Decimal, str]:
    """A unit of the word list: the unit that it is so many times, how many, and what it measures."""
    base, factor, kind = written.split(" ")
    return base, Decimal(factor), kind


def _is_per(found: Found, numeral: Numeral, kind: str) -> bool:
    """Whether the number is but what another is said per: `giá trị trên 1 ha`, `số bác sĩ trên 10.000 dân`."""
    if numeral.value == 1 and kind in ("area", "person", "household"):
        return _PER_ONE.search(found.before) is not None
    return kind == "person" and numeral.value in _MANY and _PER_MANY.search(found.before) is not None


def _sensible(found: Found, numeral: Numeral, unit: str) -> Numeral:
    """One group of three digits is thousands, but no percentage comes in thousands: `5.852%` is under six."""
    start, end = (found.anchor.start, found.anchor.end) if found.anchor else (0, 0)
    if unit != "percent" or numeral.high is not None or not _ONE_GROUP.fullmatch(found.low, start, end):
        return numeral
    return Numeral(value=numeral.value / 1000, step=Decimal("0.001"))


def _quantity(found: Found, numeral: Numeral, unit: str, factor: Decimal) -> Quantity:
    comparator: Comparator = comparator_of(found)
    if numeral.high is not None and not found["tail"]:
        comparator = "range"
    if unit == "percentage_point" and found["noun"]:
        found.end = found.match.start("noun") - 1  # points are of a rate, they count nothing
    if unit == "score" and numeral.value == int(numeral.value) and _counts_places(found):
        unit = "count"
    counts = unit in ("count", "person", "household")
    noun = found["noun"] if unit != "percentage_point" else ""
    if unit == "percent" and noun in _BODIES:
        found.end, noun = found.match.start("noun") - 1, ""
    if noun in _PLACES and (counts or unit in ("ha", "km")):
        found.end, noun = found.match.start("noun") - 1, ""
    return Quantity(
        value=numeral.value * factor,
        high=None if numeral.high is None else numeral.high * factor,
        unit=unit,
        comparator=comparator,
        per=_per(found),
        noun=_whole_noun(found["unit"], noun) if counts and noun else noun or (found["unit"] if counts else None),
        step=None if numeral.step is None else numeral.step * factor,
    )


_SITES = expression(
    r" (?!(?:phần|so|và|tăng|giảm|trên|trong|của|cao|thấp|đạt|xếp|năm|là|ở|về|với|cho|hơn|chiếm|đứng|số|tuyệt|tối|bình"
    r"|trung|chuẩn|thi|tương|nhưng|thuộc|mỗi|từ|đến|theo|tại|do|được|khi|nên|mà|còn|chỉ|để|vào|lên|xuống|trở|gồm|nếu"
    r"|cả|một|các|so|sau|trước|tụt|vượt|kém|thì|này|đó|cộng|thưởng|quy|liệt|môn|thang|mức|phấn|đưa|qua)(?!\w))[^\W\d]"
)
_LIE = expression(
    r"(?<!\w)(?:sạt lở|sụp lún|ngập|ngập úng|cháy|sạt trượt|rò rỉ|đứt gãy|nứt)(?: tại| ở| khoảng| thêm)* $"
)


def _counts_places(found: Found) -> bool:
    """Whether `điểm` are places and no score: `7 điểm du lịch cộng đồng`, `quốc lộ bị sạt lở 21 điểm`."""
    return _SITES.match(found.after) is not None or _LIE.search(found.before) is not None


def _whole_noun(unit: str, noun: str) -> str:
    """What is counted where two nouns stand together: a group of firms is no firm (`4 chi bộ doanh nghiệp`)."""
    return f"{unit} {noun}" if unit in _GROUPS else noun


_GROUPS = frozenset(
    ("chi bộ", "đảng bộ", "hội", "chi hội", "hiệp hội", "câu lạc bộ", "cụm", "nhóm", "ban", "tổ", "đội", "chương trình")
)
_BODIES = frozenset(("tổng cục", "chi cục"))
"""Of these stands no share, but who told of one, where a line has lost its stop: `tăng 0,51% Tổng cục Thống kê ...`."""
_PLACES = frozenset(("nước", "khu", "phường", "xã", "huyện", "quận", "tỉnh", "trường", "thị trấn"))
"""Where what is counted stands or comes from: `437 người nước ngoài`, `1.330 căn hộ khu A`, `38 ha phường B`."""
_YEARLY = expression(r"(?:^|[,;:(] ?)(?:bình quân )?(?:mỗi|hằng|hàng) năm(?!\w)[^,;\d]{0,40}$|(?:mỗi|hằng|hàng) năm $")
_EACH_YEAR = ("mỗi năm", "hằng năm", "hàng năm")
_YEARLY_BEHIND = expression(r"(?: [^\W\d]+){0,3} (?:mỗi|hằng|hàng) năm(?!\w)")


def _per(found: Found) -> str | None:
    """What a number is said per: of `7,1 triệu đồng/người/tháng` the month; `mỗi năm` may open the clause."""
    for group in ("over", "per"):
        if found[group]:
            return found.value("per", group)
    before, after = found.before, found.after
    early = holds(before, _EACH_YEAR) and _YEARLY.search(before)
    return "year" if early or (holds(after, _EACH_YEAR) and _YEARLY_BEHIND.match(after)) else None


_VERBS = (
    r"giải (?:ngân|quyết|phóng|trình|thể|tỏa|đáp)|ban hành|sở hữu|hội (?:họp|nhập|đủ)|bộ phận|xã hội"
    r"|trái (?:cây|phiếu|phép|vụ)"
)
"""Verbs that begin like a thing that is counted: `8 chủ đầu tư giải ngân thấp` counts no prizes."""

MEASURED = Rule(
    name="quantity/measured",
    anchor="numeral",
    pattern=(
        r"\s?(?!lần lượt)(?P<unit>{unit})(?:(?<=%)|(?![^\W\d_]))"
        r"(?:\s?(?P<per>{per})(?!\w))?(?:\s?(?P<over>{per})(?!\w))?"
        rf"(?: (?:tổng số |số |các |tổng )?(?!{_VERBS})(?P<noun>{{noun}})(?!\w))?"
        r"(?: (?P<tail>trở lên|trở xuống)(?!\w))?"
    ),
    produce=_measured,
    examples=(
        example("GRDP đạt 14,14%", "14,14% => 14.14 percent"),
        example("còn 8 chủ đầu tư giải ngân thấp", "8 chủ đầu tư => 8 count"),
        example("có 8 chỉ tiêu xã hội", "8 chỉ tiêu => 8 count"),
        example("cho 437 người nước ngoài nhập cảnh", "437 người => 437 person"),
        example("thu trên 165.000 tỷ đồng", "trên 165.000 tỷ đồng => gt 165000000000000 VND"),
        example("xuất nhập khẩu 92.070 triệu USD", "92.070 triệu USD => 92070000000 USD"),
        example("thu giữ 06 khẩu súng các loại", "06 khẩu => 6 count"),
        example("đề án của 5 tỉnh", "5 tỉnh => 5 count"),
        example("xét nghiệm PCR 43.988 mẫu", "43.988 mẫu => 43988 count"),
        example("trong đó 35 mẫu nghi nhiễm", "35 mẫu => 35 count"),
        example("cả thôn gieo cấy 12 mẫu", "12 mẫu => 4.32 ha"),
        example("nhận khoán 3 mẫu ruộng", "3 mẫu => 1.08 ha"),
        example("bằng 97,5%CK", "97,5% => 97.5 percent"),
        example("trao huy hiệu cho 9 đ/c", "9 đ/c => 9 person"),
        example("bình quân tăng 4,7%/năm", "4,7%/năm => 4.7 percent /year"),
        example("GRDP tăng 5-6%", "5-6% => range 5..6 percent"),
        example("hoàn thành tốt nhiệm vụ đạt 80% trở lên", "80% trở lên => ge 80 percent"),
        example("Hoàn thành 100% xã đạt chuẩn", "100% xã => 100 percent"),
        example("toàn tỉnh có 8.770 doanh nghiệp", "8.770 doanh nghiệp => 8770 count"),
        example("gần 5.600 USD/người", "gần 5.600 USD/người => approx 5600 USD /person"),
        example(
            "khoảng 2,5-3 ngàn tỷ đồng mỗi năm",
            "khoảng 2,5-3 ngàn tỷ đồng mỗi năm => range 2500000000000..3000000000000 VND /year",
        ),
        example("tăng thêm một triệu người", "một triệu người => 1000000 person"),
        example("khu tái định cư khoảng 10ha", "khoảng 10ha => approx 10 ha"),
        example("tỷ lệ thất nghiệp không quá 2,5%", "không quá 2,5% => le 2.5 percent"),
        example("tăng 1,2 điểm phần trăm", "1,2 điểm phần trăm => 1.2 percentage_point"),
        example("đường dài gần 90 km", "gần 90 km => approx 90 km"),
        example("thu nhập 7,1 triệu đồng/người/tháng", "7,1 triệu đồng/người/tháng => 7100000 VND /month"),
        example("GRDP tăng 5.852%", "5.852% => 5.852 percent"),
        example("tăng từ 10% trở lên", "từ 10% trở lên => ge 10 percent"),
        example("tỷ lệ đô thị hóa đạt từ 45%", "từ 45% => ge 45 percent"),
        example("khống chế tỷ lệ nợ xấu thấp hơn 3%", "thấp hơn 3% => lt 3 percent"),
        example("giảm 0,2 điểm phần trăm hộ nghèo mỗi năm", "0,2 điểm phần trăm => 0.2 percentage_point /year"),
        example("mỗi năm hoàn thành 3.000 căn", "3.000 căn => 3000 count /year"),
        example("tuổi thọ bình quân 74,5 tuổi", "74,5 tuổi => 74.5 years"),
        example("tỷ lệ bao phủ ≥ 95%", "≥ 95% => ge 95 percent"),
    ),
    counter_examples=(
        "sau 23 năm tái lập tỉnh",
        "trong 5 ngày làm việc",
        "Quốc lộ 18",
        "giá trị sản xuất trên 1 ha",
        "số bác sĩ trên 10.000 dân",
        "chiếm ba phần tư dân số",
        "năm 2025 tỉnh dự kiến thu hút",
        "Ban Chỉ đạo 138 tỉnh ban hành kế hoạch",
        "theo Đoàn kiểm tra 556 tỉnh",
    ),
)


def _quoted(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral):
        return None
    base, factor, _ = _unit(found.value("noun", "unit"))
    return _quantity(found, numeral, base, factor)


QUOTED = Rule(
    name="quantity/quoted",
    anchor="numeral",
    cues=('"',),
    pattern=r' "(?P<unit>{noun})"',
    produce=_quoted,
    examples=(example("tháo gỡ 5 “điểm nghẽn” của tỉnh", "5 “điểm nghẽn” => 5 count"),),
    counter_examples=("tháo gỡ “điểm nghẽn”", "5 “bước” của quy trình"),
)

_BARE_MONEY = Decimal(10**9)


def _bare(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral) or (numeral.unit is None and numeral.scale < _BARE_MONEY):
        return None
    return _quantity(found, numeral, numeral.unit or _currency(found), Decimal(1))


_TRADE = expression(r"(?<!thu )(?<!\w)(?:xuất khẩu|nhập khẩu|xuất nhập khẩu|xuất siêu|nhập siêu|fdi)(?!\w)[^;.]*$")
_IN_DONG = expression(r"(?<!\w)(?:thu|thuế|ngân sách|thu từ xuất nhập khẩu|đồng)(?!\w)")


def _currency(found: Found) -> str:
    """A bare sum of foreign trade is in dollars, any other in đồng."""
    trade = _TRADE.search(found.before)
    return "USD" if trade and not _IN_DONG.search(found.before) else "VND"


BARE = Rule(
    name="quantity/bare_money",
    anchor="numeral",
    pattern=r"(?<=[^\W\d_])(?:\s?(?P<per>{per})(?!\w))?(?: (?P<tail>trở lên|trở xuống)(?!\w))?",
    produce=_bare,
    weight=-1,
    examples=(
        example("Bình Dương 2.055 tỷ, Long An", "2.055 tỷ => 2055000000000 VND"),
        example("thu nhập 7,84 trđ/tháng", "7,84 trđ/tháng => 7840000 VND /month"),
        example("kim ngạch xuất khẩu đạt 20 tỷ", "20 tỷ => 20000000000 USD"),
    ),
    counter_examples=(
        "4,25 triệu lượt khách",
        "3 tỷ USD",
        "khoảng 3 triệu",
        "12\tTỷ lệ che phủ rừng",
    ),
)
