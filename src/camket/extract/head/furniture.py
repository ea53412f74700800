"""What a web page sets around its story and a copy takes along: menus, its own name, pictures and their captions."""

from __future__ import annotations

import re

from camket.extract.head.lines import Line
from camket.extract.head.local import plainly
from camket.extract.head.told_last import is_before_the_lead
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER

_ENTRY = (
    r"(?:trang chủ|tin tức|tin nổi bật|tin tổng hợp|tất cả chuyên mục|chuyên mục|danh mục|in trang|chia sẻ|quay lại"
    r"|đăng nhập|đăng xuất|đăng ký(?: ấn phẩm| thành viên)?"
    r"|tìm kiếm|logo|banner|menu|home|liên hệ|sơ đồ trang|rss|english|tiếng việt"
    r"|skip to (?:main )?content|(?:truy cập|chuyển đến|bỏ qua) nội dung(?: luôn| chính)?)"
)
_TOOLS = r"(?:(?:bản in|in bài(?: viết)?|g[ửở]i (?:bài(?: viết)?|email|mail)|print|cỡ chữ|xem với cỡ chữ)\s*)+"
"""What a page offers to do with its story: `Bản in     Gởi bài viết`."""
_MENU = expression(rf"{_TOOLS}$|{_ENTRY}(?: ?[|/].*)?$|[\W_]+$")
_MENU_END = expression(r"(?::|\.(?:jpe?g|png|gif|webp)\)?)$")
_LONGEST_END = 8
"""Letters that hold the end of a file's name."""
_PATH = (">", "»", "›")
_LONGEST_NAME = 5
"""Words of a page's name; a longer line that is printed twice is the title."""
_SITE_ENTRY = expression(
    r"(?:logo|banner|menu|home|trang chủ|đăng nhập|đăng ký ấn phẩm|skip to (?:main )?content"
    r"|(?:truy cập|chuyển đến|bỏ qua) nội dung(?: luôn| chính)?)(?: ?[|/].*)?$"
)
_OWN = (
    r"Báo|Đài|Truyền hình|Truyền thanh|Phát thanh|Tạp chí|(?:Đài )?(?:Phát|Truyền) thanh (?:-|và) Truyền hình"
    r"|BÁO|ĐÀI|TRUYỀN HÌNH|(?:CỔNG|TRANG) THÔNG TIN(?: ĐIỆN TỬ)?(?: TỈNH| THÀNH PHỐ| HUYỆN| THỊ XÃ| XÃ| PHƯỜNG)?"
    r"|(?:Cổng|Trang) [Tt]hông tin(?: [Đđ]iện tử)?(?: tỉnh| thành phố| huyện| thị xã| xã| phường)?"
)
_OWN_NAME = expression(
    rf"(?:{_OWN})"
    r"(?: (?:và|-|–|[Pp]hát thanh|[Tt]ruyền hình|điện tử|tổng hợp|tỉnh|thành phố|huyện|thị xã|quận|xã|phường"
    rf"|[{UPPER}][\w'’]*))+"
)
_OF_THE_NATION = (
    r"(?i:nhân dân|tuổi trẻ|thanh niên|tiền phong|lao động|người lao động|pháp luật|công lý|công thương|đầu tư|kinh tế"
    r"|tài chính|thời báo|quân đội|biên phòng|công an|đại đoàn kết|đại biểu|tin tức|chính phủ|giao thông|xây dựng"
    r"|dân trí|dân việt|phụ nữ|nông nghiệp|tài nguyên|khoa học|giáo dục|sức khỏe|kiểm toán|đấu thầu|hải quan|văn hóa"
    r"|thế giới|cựu chiến binh|điện tử|đảng cộng sản|việt nam|doanh nhân|diễn đàn|nhà báo|cộng sản|quốc tế)(?!\w)"
)
"""Papers that are named after no place."""
_OF_A_PLACE = expression(
    rf"^(?:{_OWN}) (?P<place>(?!{_OF_THE_NATION})[{UPPER}][\w'’]*"
    rf"(?: (?:- )?(?!Online)[{UPPER}][\w'’]*){{1,3}})"
    r"(?: điện tử| (?i:online))?$",
    re.MULTILINE,
)
_CAPTION = expression(
    r"(?:(?:quang|toàn) cảnh (?:tại |buổi |phiên |chương trình |lễ )?(?:buổi|hội nghị|kỳ họp|phiên|đại hội|lễ|cuộc họp"
    r"|hội thảo)(?!\w).{0,60}|(?:các )?đại biểu (?:dự|tham dự|tham gia|thảo luận|chụp ảnh).{0,80}\.)"
    r"|.{0,160}(?<!\w)ảnh ?: ?[^.:]{2,40}[.)]*"
)


_OF_A_PICTURE = expression(r"(?<!\w)ảnh ?: ?$")
_AT_AN_END = expression(r"[ .)]*(?:\n|$)")


def is_menu(low: str) -> bool:
    """Whether a line is an entry of a menu, a path (`Trang chủ > Tin tức`), a mark without words or a file's name."""
    if holds(low, _PATH) or _MENU.match(low) is not None:
        return True
    return _MENU_END.search(low, max(0, len(low) - _LONGEST_END)) is not None


def is_site_entry(low: str) -> bool:
    """Whether a line is an entry that only the head of a site has: what stands above it is the site's as well."""
    return _SITE_ENTRY.match(low) is not None


def is_caption(low: str) -> bool:
    """Whether a line says what a picture shows: `Quang cảnh kỳ họp.`, `... tại hội nghị. Ảnh: P.V`."""
    return ("ảnh" in low or "đại biểu" in low) and _CAPTION.fullmatch(low) is not None


_SHOWN = expression(
    r"ảnh(?: minh họa)?(?!\w)[^\n]{0,60}$|[^\n]{0,160}(?<!\w)nguồn ?: ?(?:internet|st|tl|sưu tầm)[ .)]*$"
)


def without_captions(reading: Reading, lines: list[Line]) -> list[Line]:
    """The lines that do not only say what a picture shows or where it is from: `Ảnh minh họa. Nguồn: Internet`."""
    low = reading.low
    said = [low[line.start : line.end] for line in lines]
    return [
        line
        for line, words in zip(lines, said, strict=True)
        if not ("ảnh" in words and is_caption(words)) and _SHOWN.match(words) is None
    ]


def is_own_name(reading: Reading, line: Line, beside: list[Line]) -> bool:
    """Whether a line is the name of the page: that of a paper or a station, or a line that is printed twice."""
    if not beside:
        return False
    if _OWN_NAME.fullmatch(reading.text, *line) is not None:
        return True
    low = reading.low[line.start : line.end]
    return low.count(" ") < _LONGEST_NAME and any(reading.low[other.start : other.end] == low for other in beside)


def place_of_page(reading: Reading, end: int) -> str | None:
    """The place that a paper or station is named after whose name stands above: `Truyền hình Đại Lộc`."""
    if not reading.text[:end].strip():
        return None
    names = (plainly(found["place"]) for found in _OF_A_PLACE.finditer(reading.text, 0, end))
    return next(names, None)


def is_byline(reading: Reading, start: int, end: int) -> bool:
    """Whether a province's name, alone on its line and nowhere else, is that of who wrote the story: `Thái Bình`.

    So it is right before a lead at the foot, and beside a picture of the same author's (`Ảnh: Thái Bình`).
    """
    low = reading.low
    if _OF_A_PICTURE.search(low, max(0, start - 8), start) is not None and _AT_AN_END.match(low, end) is not None:
        return True
    if low[max(0, start - 1) : start] != "\n" or low[end : end + 1] not in ("", "\n"):
        return False
    if is_before_the_lead(reading, end):
        return True
    name = low[start:end]
    return low.count(name) == 1 + low.count(f"ảnh: {name}") + low.count(f"ảnh {name}")
