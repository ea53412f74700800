"""What a paper without an official head is: copied without it, a table, a speech, or running text of the press."""

from __future__ import annotations

from camket.extract.head.kind import kind_of_type, types_by_name
from camket.extract.head.lines import Line
from camket.extract.head.news import Dateline
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.numbering import mark_at
from camket.model.document import Document, DocumentKind

_TITLE_LINES = 4


def whole_title(reading: Reading, first: Line, top: list[Line]) -> Line:
    """The title with the lines in capitals that go on with it."""
    if not reading.text[slice(*first)].isupper():
        return first
    last = first
    for line in [one for one in top if one.start > first.start][: _TITLE_LINES - 1]:
        in_table = "\t" in reading.folded.quote(*line)
        if in_table or not reading.text[slice(*line)].isupper() or mark_at(reading.text, *line) is not None:
            break
        last = line
    return Line(first.start, last.end)


_SHEETS = ("csv", "ods", "xls", "xlsb", "xlsx")
_GROUNDS = expression(r"[-+•*]? ?(?:căn cứ|xét|theo đề nghị|sau khi xem xét) ")
"""How the lines begin that tell on what law a paper stands."""


_CARRIES_OUT = expression(
    r"[-+•*]? ?(?:để )?(?:(?:tiếp tục )?thực hiện|triển khai(?: thực hiện)?|thi hành|chấp hành) "
    r"(?:nghị quyết|quyết định|chỉ thị|kết luận|chương trình|kế hoạch|đề án|luật|nghị định|thông tư|công văn|công điện"
    r"|văn bản|thông báo|hướng dẫn|ý kiến chỉ đạo)(?!\w)[^\n]{0,60}?(?<!\w)(?:số \d|của |ngày \d|\d+[-/])"
)
"""How a paper begins that is made to carry out another one: `Thực hiện Quyết định số 15/2031/QĐ-TTg ...`."""
_PAGE_OF = expression(r"(?:page|trang) \d{1,3} ?[-–:] ?(?=\w)")
"""What a copy of a single page sets before the type of its paper."""


_WHO_DECIDES = expression(r"(?:hội đồng nhân dân|hđnd|ủy ban nhân dân|ubnd) ")
"""A body that stands above the title of its paper."""
_CONCLUSION = expression(r"thông báo (?:kết luận|ý kiến (?:kết luận|chỉ đạo)) của ")
"""How a notice begins that is copied without its head."""
_OF_A_TIME = r"[^\n]{0,90}(?:năm|giai đoạn|tháng \d{1,2}/|quý [ivx\d]+/) ?20\d\d"
_OF_MONTHS = r"[^\n]*(?:\d tháng|tháng \d|quý )"
_REPORTS = expression(
    r"(?:(?:\d|[ivx])+\. )?(?:(?:đánh giá |thông cáo báo chí (?:về )?)?tình hình|kết quả|báo cáo"
    rf"|(?:các |một số )(?:\d+ )?chỉ tiêu(?={_OF_MONTHS})){_OF_A_TIME}"
)
_PLANS = expression(
    rf"(?:các |một số )?(?:\d+ )?(?:nhóm )?(?:chỉ tiêu|mục tiêu)(?: chủ yếu| phấn đấu| kế hoạch)"
    rf"(?!{_OF_MONTHS}){_OF_A_TIME}"
    r"|(?:các |hệ thống )?(?:chỉ tiêu|mục tiêu)(?: [^\W\d]+| -|,){0,9} (?:năm|giai đoạn|đến năm) 20\d\d(?: ?- ?20\d\d)?"
    r"(?= *(?:\n|$))"
)


def copied_kind(
    reading: Reading, top: list[Line], title: Line | None, lead: list[Line], dateline: Dateline | None
) -> DocumentKind | None:
    """The kind of a paper copied without its head; None where it is none.

    Its title names the type, and its grounds or its first part stand below; or it says what time it reports on or
    plans for, and no event of a day is told.
    """
    if top and _CONCLUSION.match(reading.low, top[0].start):
        return "notice"
    if title is None:
        return None
    if dateline is None and _REPORTS.match(reading.low, title.start, title.end):
        return "report"
    if dateline is None and _PLANS.match(reading.low, title.start, title.end):
        return "plan"
    page = _PAGE_OF.match(reading.low, title.start, title.end)
    grounded = any(_GROUNDS.match(reading.low, line.start) for line in lead)
    if not (grounded or page or (dateline is None and (_parted(reading, lead) or _carries_out(reading, lead)))):
        return None
    named = lead[0] if lead and _WHO_DECIDES.match(reading.low, title.start) else title
    words = reading.low[page.end() if page and named is title else named.start : named.end].split()
    names = types_by_name()
    known = (names.get(" ".join(words[:count])) for count in range(min(6, len(words)), 0, -1))
    return next((kind_of_type(type_) for type_ in known if type_ is not None), None)


def stands_on(reading: Reading, line: Line) -> bool:
    """Whether a line names the papers that this one stands on, whose days are not its own."""
    return _GROUNDS.match(reading.low, line.start) is not None or _CARRIES_OUT.match(reading.low, *line) is not None


def _carries_out(reading: Reading, lead: list[Line]) -> bool:
    """Whether the first line under the title tells what paper this one carries out."""
    return bool(lead) and _CARRIES_OUT.match(reading.low, *lead[0]) is not None


def _parted(reading: Reading, lead: list[Line]) -> bool:
    """Whether the first line under the title is the heading of a part: `I. ĐÁNH GIÁ CHUNG`, `Điều 1. ...`."""
    mark = mark_at(reading.text, lead[0].start, lead[0].end) if lead else None
    return mark is not None and mark.kind in ("article", "capital", "roman")


_OFFICE = ("docx", "doc", "rtf", "odt", "pdf", "picture")
_OF_THE_PRESS = expression(
    r"(?<!\w)(?:ảnh|nguồn|tin,? ảnh|theo|bài(?: và|,) ảnh) ?: ?\S"
    r"|\((?:ttxvn|vov|vtv|vgp|chinhphu\.vn|dân trí|[^\s()]+\.vn)\)"
    r"|(?:^|\n)[^\n]{0,60}(?:báo|đài|cổng thông tin) [^\n]{2,40} ?[-–] "
)
_SPOKEN = expression(r"(?:kính )?thưa (?:các|quý|đồng chí|toàn thể|hội nghị|đại hội|quốc hội)(?!\w)|kính thưa ?:")


def unofficial_kind(reading: Reading, document: Document, lead: list[Line], *, told: bool) -> DocumentKind:
    """Running text is news; a workbook, a table, a speech or a few short lines are not.

    Files of an office and speeches are news only where a day is told or something else shows the press.
    """
    if document.format in _SHEETS:
        return "other"
    spoken = any(_SPOKEN.match(reading.low, line.start) for line in lead)
    if (spoken or document.format in _OFFICE) and not told and _OF_THE_PRESS.search(reading.low) is None:
        return "other"
    in_table = any(block.kind == "table_cell" for block in document.blocks)
    longest = max((line.end - line.start for line in lead), default=0)
    return "news" if longest > 80 and not (in_table and longest < 200) else "other"
