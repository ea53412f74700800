"""Which place a quantity is said of: the paper's, unless the words around it name another."""

from __future__ import annotations

from collections.abc import Mapping

from camket.extract.figures.against import is_against_others
from camket.extract.figures.clause import Slot
from camket.extract.figures.level import kinds, of_own_level, of_province
from camket.extract.figures.markets import nation_told
from camket.extract.figures.of_region import goes_on_of_a_region, of_a_region
from camket.extract.figures.parted import LOCAL_KINDS, NAME, merged_into
from camket.extract.figures.placed import is_far_from, placed_behind
from camket.extract.figures.question import Link
from camket.extract.lexicon import AREA
from camket.extract.nations import NATIONS
from camket.extract.scene import Scene, area_names
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.forms import form_behind
from camket.grammar.holding import holds
from camket.grammar.scan import Mark
from camket.rules.quantity.item import Quantity

COUNTRY = "cả nước"
_OCEAN = "thái bình dương"
_DIRECTLY = expression(
    r"(?:(?:chỉ|mới|cũng|vẫn|đã|ước|hiện|còn|đạt|được|là|tăng|giảm|tăng trưởng|thu|xếp|đứng|đứng ở|ở|có|giữ"
    r"|đang|quốc gia|địa phương)"
    r"(?: |$))*|\) dài"
)
_BENCHMARK = expression(
    r"(?:bình quân|trung bình|mức)(?: chung| tăng trưởng| tăng)* (?:của )?(?:cả nước|toàn quốc|vùng)|điểm trung vị"
)
_COUNTRY_BESIDE = expression(
    r"\((?:bình quân |mức )?(?:cả nước|toàn quốc)(?: (?:quý [ivx\d]+|\d+ tháng(?: đầu năm)?|năm)(?: (?:năm )?\d{4})?)?"
    r"(?: là| đạt| tăng| giảm| ước| ước tăng)?:? \+?$"
    r"|(?:kế hoạch|mục tiêu|chỉ tiêu)(?: chung)? (?:của|do) (?:chính phủ|quốc hội|trung ương)(?: giao)? ?\(\+?$"
)
"""`tăng 8,1% (cả nước 6,8%)`, `giảm 3,1% (cả nước quý I +4,48%)`, `kế hoạch của Chính phủ (6,5%)`"""
_PAIR = expression(r" so với (?:[+-]?\d[\d.,]* ?%?)?\)?$")
_OF_A_PAIR = expression(r"(?:cả nước|toàn quốc)(?: [^\W\d]+){0,3} \([\d.,]+ ?%$")
_IN_BRACKETS = 40
_OF_THE_NATION = expression(
    r"(?<!\w)(?:tăng trưởng|gdp|cpi|lạm phát|tổng sản phẩm|kim ngạch|xuất khẩu|nhập khẩu|thu ngân sách"
    r"|năng suất lao động)"
    r"(?: kinh tế| gdp)*(?: của)? (?P<area>cả nước|toàn quốc|toàn cầu|thế giới)(?!\w)[^;:()]*$"
)
"""`dự báo tăng trưởng cả nước liên tục được điều chỉnh từ 5,8% xuống 5,6%`"""
_NATIONS = ("cả nước", "toàn quốc", "toàn cầu", "thế giới")
_BY_SO_MUCH = Ending(
    r"(?<!\w)(?:cao|thấp|lớn|nhỏ|nhiều|ít) hơn(?: (?:mức )?(?:bình quân |trung bình )?(?:chung )?(?:của )?(?:cả nước"
    r"|toàn quốc))?(?: khoảng| gần| tới| đến)? $"
)
_APART = expression(r"[,(;]")
_WIDE = ("cả nước", "toàn quốc", "vùng", "trung vị")
_AT_GATES = Ending(r"(?:tại|qua|ở) (?:các )?[^\W\d]+(?: [^\W\d]+){0,3} (?:trên|trong|của) $")
"""`xuất khẩu của doanh nghiệp thành phố tại các cửa khẩu trên cả nước`"""
_COMPARED = expression(r"(?:cao hơn|thấp hơn|lớn hơn|so với|trong khi|kém|sau|vượt|gấp(?: đôi| ba| rưỡi)?)[^,;]{0,40}$")
_OF_THE_COUNTRY = expression(r"\s*(?:của |trong |là của )?(?:cả nước|toàn quốc)(?!\w)")


def area_before(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The area named right before the quantity (`Bình Dương 2.055 tỷ`), or the several that are."""
    by_so_much = slot.quantity.unit == "percentage_point" and _BY_SO_MUCH.search(reading.low, slot.left, slot.start)
    if by_so_much or _opens_a_pair(reading, slot):
        return None
    marks = reading.marked(AREA, slot.left, slot.start)
    names = area_names(scene.day) if marks else {}
    for mark in reversed(marks):
        if _is_investor(reading, mark, names, slot) or is_far_from(reading, mark, slot):
            continue
        if _of_a_rank(reading, mark.start) or _is_partner(reading, mark, names) or _names_a_body(reading, mark):
            continue
        if _AT_GATES.search(reading.low, max(0, mark.start - 40), mark.start):
            continue
        gap = reading.low[form_behind(reading.low, mark.end).end : slot.start].strip(" (:-")
        if mark.value in names and _DIRECTLY.fullmatch(gap) and not reading.low.endswith(_OCEAN, 0, mark.end):
            return _listed(reading, mark, names) or names[mark.value]
    return of_own_level(reading, slot, scene)


def _opens_a_pair(reading: Reading, slot: Slot) -> bool:
    """Whether it is the place's own of two: `cao hơn bình quân cả nước (15,07% so với 9,64%)`."""
    return reading.low.endswith("(", 0, slot.start) and _PAIR.match(reading.low, slot.end, slot.right) is not None


_LIST = expression(r"(?:các|\d+|hai|ba|bốn|năm) (?:(?:tỉnh|thành phố|tp\.?|địa phương)(?:,? thành phố)?:? )?$")
_JOINS = (", ", " và ")


def _listed(reading: Reading, last: Mark, names: Mapping[str, str]) -> str | None:
    """The places of a list that ends with this one: `của 4 thành phố Hà Nội, Hải Phòng, Đà Nẵng và Cần Thơ là`."""
    if not reading.low.startswith(" và ", last.start - 4):
        return None
    found, start = [names[last.value]], last.start
    known = (mark for mark in reading.marked(AREA, max(0, last.start - 120), last.start) if mark.value in names)
    for mark in sorted(known, key=lambda mark: -mark.start):
        if reading.low[mark.end : start] not in _JOINS:
            break
        found, start = [names[mark.value], *found], mark.start
    if len(found) == 1 or _LIST.search(reading.low, max(0, start - 30), start) is None:
        return None
    return f"{', '.join(found[:-1])} và {found[-1]}"


_BODIES = ("cục", "công ty", "chi nhánh", "trường", "bệnh viện", "nhà máy", "kho bạc", "ngân hàng", "cảng", "sân bay")
_OF_A_BODY = expression(rf"(?<!\w)(?:{'|'.join(_BODIES)})(?: [^\W\d]+){{0,4}} $")


def _names_a_body(reading: Reading, mark: Mark) -> bool:
    """Whether an area ends the name of a body or a work: `Chi cục Hải quan Thái Bình (83,04%)`."""
    near = reading.low[max(0, mark.start - 36) : mark.start]
    return any(body in near for body in _BODIES) and _OF_A_BODY.search(near) is not None


_WITH = Ending(r"(?<!\w)(?:sang|từ|tới|vào|đến|với|thị trường)\s*$")


def _is_partner(reading: Reading, mark: Mark, names: Mapping[str, str]) -> bool:
    """Whether a nation is one that the place trades with: `xuất khẩu sang Hoa Kỳ đạt 900 triệu USD`."""
    if kinds().get(names.get(mark.value, "")) != "nation":
        return False
    return _WITH.search(reading.low, max(0, mark.start - 12), mark.start) is not None


_BUSINESS = expression(
    r"(?<!\w)(?:vốn|dự án|đầu tư|fdi|khách|thị trường|đối tác|kim ngạch|xuất khẩu|nhập khẩu|usd)(?!\w)"
)


def _is_investor(reading: Reading, mark: Mark, names: Mapping[str, str], slot: Slot) -> bool:
    """Whether a nation only does business here: `Hàn Quốc dẫn đầu với 124 dự án`; so much is done in the place."""
    if kinds().get(names.get(mark.value, "")) != "nation":
        return False
    return _BUSINESS.search(reading.low, slot.sentence.start, min(slot.sentence.end, slot.end + 40)) is not None


_IN_A_PROVINCE = expression(
    rf"(?:(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu) {NAME}|[Qq]uận \d{{1,2}}), $"
)
"""What a province only tells the place of: `phường Tam Thắng, TPHCM có`."""
_BEHIND_A_PART = (", ", ", \n")


def _tells_where(reading: Reading, first: int, start: int) -> bool:
    """Whether a province's name at a place only tells where the part named right before it lies."""
    close = reading.low.endswith(_BEHIND_A_PART, first, start)
    return close and _IN_A_PROVINCE.search(reading.text, first, start) is not None


_SUBJECT_BEFORE = expression(
    r"(?:^|[;:.] |trong (?:số )?đó,? |riêng |còn |, (?:trong khi )?)(?:tỉnh |thành phố |tp\.? |vùng |toàn vùng )?$"
)
_SUBJECT_AFTER = expression(
    r" (?:cũng |đã |chỉ |mới |ước )*(?:đạt|có|tăng|giảm|thu|xếp|đứng|dẫn đầu|còn|ước|gieo|cấy|trồng"
    r"|xuống giống|triển khai|xây dựng|huy động|giải ngân|thực hiện|hoàn thành|thu hút|xuất khẩu|sản xuất|đón|đầu tư"
    r"|phấn đấu|công nhận|bố trí|chiếm|ghi nhận|cao nhất|thấp nhất|(?:ở|nằm ở|giữ) (?:vị trí|mức|tốp|nhóm|thứ))(?!\w)"
)


_BODY_OF = expression(
    r"(?:^|[;:.] |trong (?:số )?đó,? |như |theo đó,? )(?:chi )?(?:cục|sở|kho bạc)(?: [^\W\d]+){1,3}? "
    r"(?:tỉnh |thành phố |tp\.? ?)?$"
)
"""What a story of the nation tells of a body of one province is of that: `Cục Hải quan Khánh Hòa thu đạt 5 tỷ đồng`."""


_SET_IN = expression(
    r"(?:^|(?<!\w)(?:đặc biệt|riêng|cụ thể|ngoài ra|tương tự|trong đó|còn|trong khi|hiện nay|hiện|theo đó),? )"
    r"(?:riêng )?(?:tại|ở) (?:tỉnh |thành phố |tp\.? ?)?$"
)
_SO_SET = expression(r", | (?:cũng |hiện |nay )*(?:có|đã|chỉ|mới|đang|còn|đạt)(?!\w)")
_MEETS = expression(
    r"(?<!\w)(?:tổ chức|diễn ra|hội nghị|hội thảo|tọa đàm|diễn đàn|họp|phiên|lễ|đoàn|phối hợp|công bố|cho biết"
    r"|phát biểu|bộ|thủ tướng|chính phủ|hiệp hội|huyện|thị xã|quận|xã|phường)(?!\w)"
)
"""What is held in a place without being of it (`Tại Hà Nội, Bộ Công Thương công bố ...`), or a part of it."""


def _is_set_in(reading: Reading, slot: Slot, mark: Mark) -> bool:
    """Whether a clause says first where what it tells is: `Đặc biệt, tại TP HCM, tỷ lệ này chiếm 68%`."""
    if _SET_IN.search(reading.low[slot.clause_start : mark.start].lstrip()) is None:
        return False
    behind = form_behind(reading.low, mark.end).end
    set_so = _SO_SET.match(reading.low, behind) is not None and not reading.marked(AREA, behind, slot.start)
    return set_so and _MEETS.search(reading.low, behind, slot.start) is None


def subject_area(reading: Reading, slot: Slot, linked: Link, scene: Scene) -> str | None:
    """The area whose the thing is said to be, else the one that the clause begins with as its subject."""
    told = placed_behind(reading, slot, area_names(scene.day)) or nation_told(reading, slot)
    return told or _whose(reading, slot, linked, scene) or _subject(reading, slot, scene)


def _subject(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The subject of the clause, if it is an area: `Trong đó, Đồng Tháp đạt sản lượng lớn nhất với ...`."""
    marks = reading.marked(AREA, slot.clause_start, slot.start)
    names = area_names(scene.day) if marks else {}
    nation = _nation(reading, slot)
    if nation is not None:
        return nation
    for mark in reversed(marks):
        if _is_investor(reading, mark, names, slot) or _tells_where(reading, slot.clause_start, mark.start):
            continue
        before = reading.low[slot.clause_start : mark.start].lstrip()
        opens = _SUBJECT_BEFORE.search(before) or (
            kinds().get(scene.area or "") == "country" and _BODY_OF.search(before)
        )
        if mark.value in names and _is_set_in(reading, slot, mark):
            return names[mark.value]
        if opens and mark.value in names and _SUBJECT_AFTER.match(reading.low, form_behind(reading.low, mark.end).end):
            return names[mark.value]
        behind = reading.low[mark.end : slot.start]
        told_of = behind.startswith(" với ") or (behind.startswith(" (") and ")" not in behind)
        if told_of and reading.low.endswith(_NEXT_IS, 0, mark.start) and mark.value in names:
            return names[mark.value]
        if mark.value in names and of_a_region(reading, slot, mark, names[mark.value]):
            return names[mark.value]
    return _subject_behind(reading, slot, scene) or of_province(reading, slot, scene)


_NEXT_IS = (" là ", " đứng sau ", " xếp sau ", " chỉ sau ", " sau ")
"""What leads to a place that is told of next: `là Bắc Ninh với 54%`, `đứng sau Thanh Hóa với 3,5 triệu đồng`."""
_WHOSE = expression(
    r"(?:/(?:người|tháng|năm))* (?:chung )?(?:(?:của|ở|tại|trên|trong) )?"
    r"(?:(?:toàn )?vùng |(?:địa bàn )?(?:tỉnh |thành phố |tp\.? ?))?"
)
"""What leads from a thing to the place whose it is: `tỷ lệ hộ nghèo của cả nước năm 2004 còn 8,2%`."""


def _whose(reading: Reading, slot: Slot, linked: Link, scene: Scene) -> str | None:
    """The place that stands right behind the name of the thing, in a sentence that names no other before the quantity.

    `Tỷ lệ hộ nghèo của cả nước năm 1998 là 37%, năm 2002 còn 29%`
    """
    if linked.indicator.startswith("other:") or not slot.sentence.start <= linked.start < linked.end < slot.start:
        return None
    led = _WHOSE.match(reading.low, linked.end)
    marks = reading.marked(AREA, linked.end, slot.start) if led is not None else ()
    names = area_names(scene.day) if marks else {}
    if led is None or not marks or len({mark.value for mark in marks}) > 1 or marks[0].value not in names:
        return None
    if marks[0].start not in (led.end(), linked.end + 1) or _is_investor(reading, marks[0], names, slot):
        return None
    return None if _COMPARED.search(reading.low, slot.clause_start, linked.start) else names[marks[0].value]


_GOES_ON_OF_IT = expression(r"[;,] ?(?:và )?(?:có|gồm|bao gồm|còn|với|trong đó)(?!\w)[^;]*$")


_SHARE_OF_IT = expression(r"[,(]? ?(?:và )?(?:chiếm|tương đương|tương ứng|bằng)(?: tỷ lệ| khoảng| gần| hơn| trên)* ")
"""`cả nước còn 3,9 triệu hộ nghèo, chiếm 22%`"""


def area_told(reading: Reading, slot: Slot, sentence: int, area: str | None) -> str | None:
    """The area of the quantity before, in a sentence, where a clause of it has no subject of its own.

    `Thị xã có 28.202 ha; có 20 đơn vị hành chính`
    """
    if area is None or sentence != slot.sentence.number:
        return None
    if slot.quantity.unit == "percent" and _SHARE_OF_IT.fullmatch(reading.low, slot.left, slot.start):
        return None if area in NATIONS else area
    semicolon = reading.low.rfind(";", slot.sentence.start, slot.start)
    if goes_on_of_a_region(reading, slot, area):
        return area
    goes_on = semicolon >= 0 and _GOES_ON_OF_IT.match(reading.low, semicolon, slot.start) is not None
    return area if goes_on else None


_WITH_SO_MUCH = expression(r"(?:với|nhờ|nhờ có|đạt) ")
_DOES = expression(r" (?:là|đứng|xếp|dẫn đầu|trở thành|tiếp tục|vươn|vượt|giữ)(?!\w)")


def _subject_behind(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The area that a sentence tells at last of whom it speaks: `Với mức tăng 11,5%, Thanh Hóa là địa phương ...`."""
    if not reading.low.startswith(", ", slot.end) or _WITH_SO_MUCH.match(reading.low, slot.sentence.start) is None:
        return None
    for mark in reading.marked(AREA, slot.end, min(slot.sentence.end, slot.end + 40)):
        kind = reading.low[slot.end + 2 : mark.start]
        names = area_names(scene.day)
        if (
            kind.strip() in ("", "tỉnh", "thành phố", "tp")
            and mark.value in names
            and _DOES.match(reading.low, mark.end)
        ):
            return names[mark.value]
    return None


def _nation(reading: Reading, slot: Slot) -> str | None:
    """The country or the world, where the clause speaks of its growth, its trade and no other place after that."""
    clause = reading.low[slot.clause_start : slot.start]
    found = _OF_THE_NATION.search(clause) if holds(clause, _NATIONS) else None
    if found is None or reading.marked(AREA, slot.clause_start + found.end("area"), slot.start):
        return None
    if _COMPARED.search(clause[: found.start()]):
        return None
    return COUNTRY if found["area"] in _NATIONS[:2] else "thế giới"


def is_peer(named: str | None, area: str | None, scene: Scene) -> bool:
    """Whether what an area has is a comparison: that of a nation named, or of another province beside a province's."""
    kind_of = kinds()
    kind, own = kind_of.get(area or ""), kind_of.get(scene.area or "")
    if kind == "nation":
        return area == named
    return (
        area != scene.area
        and kind in LOCAL_KINDS
        and own in LOCAL_KINDS
        and area not in merged_into(scene.area, scene.day)
    )


_AMONG = expression(
    r"(?<!\w)(?:thứ (?:\d+|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|nhất|nhì)|đầu tiên|sớm nhất|duy nhất"
    r"|một trong [^,;.]{1,40}|trong (?:số|nhóm|tốp) [^,;.]{1,40})(?: của| trong| trên)? $"
)


def _of_a_rank(reading: Reading, start: int) -> bool:
    """Whether an area only says among whom a rank holds: `thứ 8 cả nước - tăng 36 bậc`, `đầu tiên trong cả nước có`."""
    if _AMONG.search(reading.low, max(0, start - 60), start):
        return True
    return any(
        isinstance(one.item, Quantity) and one.item.unit == "rank" and one.end >= start - 1
        for one in reading.items("quantity", start - 40, start)
    )


def compared_area(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The country or another area whose figure is given for comparison; None for a figure of its own."""
    if (
        slot.quantity.unit in ("rank", "other:times")
        or is_against_others(reading, slot)
        or _opens_a_pair(reading, slot)
    ):
        return None
    left, right = reading.low[slot.left : slot.start], reading.low[slot.end : slot.right]
    if left == " so với " and _OF_A_PAIR.search(reading.low, max(slot.clause_start, slot.left - 70), slot.left):
        return COUNTRY
    if "(" in left[-_IN_BRACKETS:] and _COUNTRY_BESIDE.search(left):
        return COUNTRY
    if (slot.quantity.unit == "percentage_point" or right.startswith(" so với")) and _BY_SO_MUCH.search(left):
        return None  # `thấp hơn 0,4 điểm phần trăm so với bình quân cả nước` is the place's own
    if right.startswith(")"):
        right = ""
    if holds(left, _WIDE) or holds(right, _WIDE):
        said_before = reading.low[max(slot.clause_start, slot.start - 60) : slot.start]
        near = f"{left} {_APART.split(right[:40], maxsplit=1)[0]}"
        if (_OF_THE_COUNTRY.match(right) and _COMPARED.search(said_before)) or _BENCHMARK.search(near):
            return COUNTRY
    if not left.rstrip().endswith("("):
        return None
    named = area_before(reading, slot, scene)
    beside = _COMPARED.search(left) is not None and named is not None and named != scene.area
    return named if beside else None
