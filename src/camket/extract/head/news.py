"""The head of a news article: its title, when it was published, and the day it tells of."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from camket.extract.head.furniture import is_caption, is_menu, is_own_name, is_site_entry
from camket.extract.head.lines import Line, as_written, foot_lines
from camket.extract.head.motto import MOTTO
from camket.extract.lexicon import AREA
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_STAMP = expression(
    rf"(?<![\d/])(?:(?P<y1>{_YEAR})-(?P<m1>\d\d)(?:-(?P<d1>\d\d))?(?!\d)"
    rf"|(?P<d2>{_DAY}) ?[/.-] ?(?P<m2>{_MONTH}) ?[/.-] ?(?P<y2>{_YEAR})(?!\d)"
    rf"|(?P<d3>{_DAY}) tháng (?P<m3>{_MONTH})(?:,| năm|, năm) (?P<y3>{_YEAR})(?!\d))"
)
_CLOCK = expression(r"\d{1,2} ?(?::|h|giờ) ?\d{0,2}(?::\d\d)?(?: ?phút)?")
_BESIDE_A_STAMP = expression(
    r"(?<!\w)(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|đăng(?: ngày)?|ngày đăng|cập nhật"
    r"|xuất bản|lúc|date|gmt|am|pm|sa|ch|(?:số )?lượt (?:xem|đọc|truy cập)|số lần (?:xem|đọc)|in bài viết|bản in)(?!\w)"
)
_NO_STAMP = expression(
    r"(?<!\w)(?:ảnh|chụp|sinh|hội nghị|(?<!cập nhật )đến|trước|từ|hạn|số(?! lượt| lần (?:xem|đọc))|giấy phép|khai mạc"
    r"|bế mạc)(?!\w)"
)
_LINE_START_STAMP = expression(rf"\s*(?:date:? )?{_YEAR}-\d\d(?:-\d\d)?\s+")
_STORY_STAMP = expression(
    rf"(?:{_YEAR}-\d\d-\d\d|\({_DAY} ?[/.-] ?{_MONTH} ?[/.-] ?{_YEAR}\)) ?[-–] ?(?!\d)"
    rf"|\s*date:? {_YEAR}-\d\d(?:-\d\d)?\s+(?!\d+(?! tháng))"
)

_FOOT_LENGTH = 1500
_VISIT_WITHIN = 4
"""Lines between the day of the visit to a page, above its title, and that of the story."""
_TITLE_WITHIN = 10
"""Lines among which the title stands: a copied page can have its menu above."""
_YEARS_IN_A_STAMP = ("/20", "-20", ".20", "/ 20", "- 20", "năm 20", "\n20")
_LONGEST_TITLE, _LONGEST_STAMP, _LONGEST_RUBRIC_WORDS = 250, 90, 5
_SHORT_RUBRIC = 4
_LONGEST_HEADLINE = 110
"""Letters of a title that ends with a full stop."""


class Title(NamedTuple):
    """Where the title stands (None: the text has none) and where the text after it begins."""

    line: Line | None
    after: int


def find_title(reading: Reading, top: list[Line], known: str | None) -> Title:
    """The first line that can be a title, else none where running text comes first.

    Passed over are menu lines (`Sự kiện - chuyên đề:`, `Trang chủ > Tin tức`), with what stands above those of a site's
    head (`Đăng nhập`), the page's own name, captions, lines that hold only a date, and a rubric: up to four words above
    the line that is the title. A line is running text where it opens with a dateline, is longer than 250 letters, or is
    a long sentence. Where the title is `known` from metadata, its own line is passed.
    """
    lines = [one for one in _below_site(reading, top[:_TITLE_WITHIN]) if not is_menu(reading.low[one.start : one.end])]
    for number, line in enumerate(lines):
        start = _past_stamp(reading, line)
        low = reading.low[start : line.end]
        if known is not None and as_written(reading, *line) == known:
            return Title(line, line.end)
        following = lines[number + 1] if number + 1 < len(lines) else None
        beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
        if is_stamp_line(reading, line) or is_own_name(reading, line, beside) or is_caption(low):
            continue
        if MOTTO.match(reading.text, start, line.end):
            continue
        flat = _IN_ONE_LINE.match(reading.text, start, line.end)
        if flat is not None:
            return Title(Line(start, flat.end()), flat.end())
        if known is not None or (_is_running_text(low) and not _names_a_paper(reading, low, lines[number + 1 :])):
            return Title(None, start)
        if following is not None and _is_rubric(reading, line, following):
            continue
        return Title(Line(start, line.end), line.end)
    return Title(None, lines[-1].end if lines else 0)


_IN_ONE_LINE = expression(
    r"(?i:báo cáo|kế hoạch|nghị quyết|tình hình|thông cáo báo chí) [^\n.;:]{8,160}? (?:năm|giai đoạn) 20\d\d"
    r"(?: ?[-–] ?20\d\d)?(?= (?:1|I|A|PHẦN (?:THỨ NHẤT|I))[.:] )"
)
"""The title of a paper that a copy has in one line with its first part."""


def _below_site(reading: Reading, lines: list[Line]) -> list[Line]:
    """The lines below the head of a site, of those above its running text."""
    last = -1
    for number, line in enumerate(lines[:-1]):
        low = reading.low[line.start : line.end]
        if _is_running_text(low):
            break
        last = number if is_site_entry(low) else last
    return lines[last + 1 :]


def _past_stamp(reading: Reading, line: Line) -> int:
    stamp = _LINE_START_STAMP.match(reading.low, line.start, line.end)
    return stamp.end() if stamp else line.start


_PAPER = expression(
    r"(?:quyết định|nghị quyết|chỉ thị|thông tư|kế hoạch) "
    r"(?:về|v/v|phê duyệt|phê chuẩn|ban hành|quy định|thông qua|sửa đổi|điều chỉnh)(?!\w)"
)
_LONGEST_PAPER, _GROUNDS_WITHIN = 400, 4


def _names_a_paper(reading: Reading, low: str, below: list[Line]) -> bool:
    """Whether a long line names a paper copied without its head, the grounds of which stand below."""
    if len(low) > _LONGEST_PAPER or _PAPER.match(low) is None:
        return False
    return any(reading.low.startswith(("căn cứ", "- căn cứ"), line.start) for line in below[:_GROUNDS_WITHIN])


def _is_running_text(low: str) -> bool:
    opens_story = _DATELINE_FIRST.match(low) is not None and (len(low) > 100 or low.endswith("."))
    return len(low) > _LONGEST_TITLE or opens_story or (len(low) > _LONGEST_HEADLINE and low.endswith("."))


_BODY_LINE = expression(r"(?:sở|ủy ban nhân dân|ubnd|cục|chi cục|hội đồng nhân dân|tỉnh ủy|thành ủy|văn phòng)(?!\w)")


_BESIDE_A_TITLE = (
    "(kèm theo ",
    "(ban hành kèm theo ",
    "(gửi kèm ",
    "kèm theo ",
    "(đơn vị tính",
    "(đvt",
    "đơn vị tính",
    "(dự thảo",
)
"""How lines begin below the title of an annex or of a table."""


def _is_rubric(reading: Reading, line: Line, following: Line) -> bool:
    """A short line above the title: in capitals, or not above five words and followed by a longer one like a title."""
    words = reading.text[line.start : line.end].split()
    after = reading.low[following.start : following.end]
    if after.startswith(_BESIDE_A_TITLE):
        return False
    if after.startswith(f"{reading.low[line.start : line.end]} ") and not _is_running_text(after):
        return True  # `Tình hình kinh tế - xã hội` over `Tình hình kinh tế - xã hội 9 tháng đầu năm 2015`
    body = _BODY_LINE.match(reading.low, line.start) is not None and reading.text[line.start : line.end].isupper()
    if (len(words) > _LONGEST_RUBRIC_WORDS and not body) or is_stamp_line(reading, following) or len(after) < 25:
        return False
    if reading.text[line.start : line.end].isupper() or len(words) < _SHORT_RUBRIC:
        return not _is_running_text(after)
    longer = not after.endswith((".", ":", ",")) and len(after.split()) > len(words)
    return longer and not _is_running_text(after) and not reading.marked(AREA, line.start, line.end)


def is_stamp_line(reading: Reading, line: Line) -> bool:
    """Whether a line says little more than a date."""
    return _stamp(reading, line) is not None


def find_published(reading: Reading, top: list[Line]) -> str | None:
    """The day of publication from a date line near the top, else near the foot: `Thứ Năm, 15-04-2021, 18:38`.

    A date line is short and holds besides the date little more than clock, weekday or label (`Đăng ngày`) and a name.
    `date 2024-06` at the head of a text gives the month.
    """
    tail = reading.low[-_FOOT_LENGTH:]
    foot = foot_lines(reading, 8) if "20" in tail and any(year in tail for year in _YEARS_IN_A_STAMP) else []
    lines = (*top[:8], *foot)
    for number, line in enumerate(lines):
        found = _stamp(reading, line)
        if found is not None and not reading.low.startswith("hôm nay", line.start):
            below = lines[number + 1 : number + (2 if _has_clock(reading, line) else 1 + _VISIT_WITHIN)]
            return next(filter(None, (_stamp_with_clock(reading, under) for under in below)), None) or found
    opening = _LINE_START_STAMP.match(reading.low)
    for line in top[1:6] if opening is None else ():
        opening = opening or _STORY_STAMP.match(reading.low, line.start, line.end)
    return _iso(_STAMP.search(opening[0])) if opening else None


def _stamp_with_clock(reading: Reading, line: Line) -> str | None:
    """A day with its hour: below another day that is the story's, the one above is of the visit to the page."""
    return _stamp(reading, line) if _has_clock(reading, line) else None


def _has_clock(reading: Reading, line: Line) -> bool:
    return _CLOCK.search(reading.low, line.start, line.end) is not None


def _stamp(reading: Reading, line: Line) -> str | None:
    start, end = line
    if end - start > _LONGEST_STAMP:
        return None
    low = reading.low[start:end]
    if low[-1:] == "." or ("20" not in low and "19" not in low):
        return None
    match = _STAMP.search(low)
    if match is None or _NO_STAMP.search(low):
        return None
    rest = low[: match.start()] + low[match.end() :]
    rest, clocks = _CLOCK.subn("", rest)
    rest, labels = _BESIDE_A_STAMP.subn("", rest)
    letters = sum(map(str.isalnum, rest))
    return _iso(match) if letters <= (24 if clocks or labels else 8) else None


def _iso(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    found = next((match[f"y{form}"], match[f"m{form}"], match[f"d{form}"]) for form in "123" if match[f"y{form}"])
    year, month, day = int(found[0]), int(found[1]), int(found[2] or 1)
    if not is_day(year, month, day):
        return None
    return f"{year}-{month:02}-{day:02}" if found[2] else f"{year}-{month:02}"


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


class Dateline(NamedTuple):
    """The day that a text tells of, with its place; `today` where it is said as the day of publication."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    today: bool


_PARTS = ("ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm")
_PART = r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm)(?: (?:ngày|sáng|trưa|chiều|tối|đêm|qua|nay|hôm))*"
_RANGE = rf"(?:{_DAY}(?: ?[/.-] ?{_MONTH})? ?(?:-|và|,|đến ngày|đến) ?){{0,3}}"
_DAY_MONTH = expression(
    rf"(?P<day>\d\d?)(?: ?[/.-] ?|\stháng )(?P<month>{_MONTH})(?!\d)(?:(?: ?[/.-] ?|,?\snăm )(?P<year>{_YEAR}))?"
    r"(?![\d/%]|[.,-]\d)"
)
_OVER_THE_EDGE = len("tháng 11 năm 2025")
"""So far can a date that the edge of a page has cut reach into the next line."""
_LEAD_IN = expression(rf"(?<!\w)(?P<part>{_PART}),? ?\(?(?P<range>{_RANGE})$")
_DATELINE_FIRST = expression(rf"{_PART},? ?\(?{_RANGE}{_DAY}(?: ?[/.-] ?| tháng ){_MONTH}(?!\d)")
_NOT_OF_THE_EVENT = expression(
    r"(?:trước|hạn|chậm nhất|kể từ|tính đến|đến|hết|sinh|muộn nhất|lúc|qua đời|thành lập|hiệu lực|thời điểm"
    r"|phê chuẩn|ký kết)"
    r"(?: hết| vào| cuối| từ)? $"
)
_OF_A_PAPER = expression(
    r"(?:quyết định|nghị quyết|chỉ thị|kết luận|kế hoạch|công văn|thông báo|nghị định|thông tư|tờ trình|văn bản"
    r"|báo cáo|luật|chương trình|quy định|hướng dẫn|công điện|số)(?: số:?)? ?[\w/.-]{0,25},?"
    r"(?: của (?:[^\W\d]+ ){0,6}[^\W\d]+)? $"
)


def find_dateline(reading: Reading, lead: list[Line]) -> Dateline | None:
    """The first day said in the lead: `Chiều 15-4, tại`, `khai mạc sáng 25/9`, `ngày 13/01/2025`.

    Of a range the last day counts (`Trong hai ngày (13 - 14/4)`). Deadlines, birthdays and the dates of papers
    (`Quyết định số 645 ngày 06/5/2014`) are none.
    """
    for line in lead:
        for match in _DAY_MONTH.finditer(reading.low, line.start, line.end + _OVER_THE_EDGE):
            found = _dateline(reading.low, match) if match.start() < line.end else None
            if found is not None:
                return found
    return next((found for line in lead if (found := _counted_to(reading, line)) is not None), None)


_COUNTED_TO = expression(
    rf"\s*(?:tính )?đến (?:hết )?(?P<at>ngày {_DAY}/{_MONTH}(?:/(?P<year>{_YEAR}))?), [^.;\n]{{0,90}}?(?<!\w)đã "
)
"""The day to which a story counts, where it opens a paragraph and no other is told: `Đến ngày 2/10, 9 huyện đã ...`."""


def _counted_to(reading: Reading, line: Line) -> Dateline | None:
    if "ến" not in reading.low[line.start : line.start + len(" tính đến")]:
        return None
    told = _COUNTED_TO.match(reading.low, line.start, line.end)
    if told is None:
        return None
    day, month = (int(part) for part in told["at"].removeprefix("ngày ").split("/")[:2])
    year = int(told["year"]) if told["year"] else None
    if not is_day(year or 2000, month, day):
        return None
    return Dateline(told.start("at"), told.end("at"), day, month, year, today=False)


def _dateline(low: str, match: re.Match[str]) -> Dateline | None:
    from_ = max(0, match.start() - 50)
    lead_in = _LEAD_IN.search(low, from_, match.start()) if holds(low[from_ : match.start()], _PARTS) else None
    if lead_in is None:
        return None
    before = low[max(0, lead_in.start() - 80) : lead_in.start()]
    since = before.endswith("từ ") and not lead_in["range"]
    of_a_paper = lead_in["part"] == "ngày" and _OF_A_PAPER.search(before) is not None
    if since or of_a_paper or _NOT_OF_THE_EVENT.search(before):
        return None
    day, month = int(match["day"]), int(match["month"])
    year = int(match["year"]) if match["year"] else None
    if not is_day(year or 2000, month, day):
        return None
    return Dateline(lead_in.start(), match.end(), day, month, year, lead_in["part"].endswith("nay"))


_TODAY = expression(r"(?<!\w)(?:sáng|trưa|chiều|tối|hôm|ngày hôm) nay(?!\w)(?! (?:là|đã là|của|trên))")


def says_today(reading: Reading, lead: list[Line]) -> bool:
    """Whether the lead tells of the day of publication without naming it: `Sáng nay, ...`."""
    return bool(lead) and _TODAY.search(reading.low, lead[0].start, lead[-1].end) is not None
