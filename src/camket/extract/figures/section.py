"""The sections: a heading says whether what follows was reached, is aimed at or foreseen, and when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.numbering import mark_at
from camket.grammar.sentence import Sentence
from camket.model.document import DocumentKind
from camket.model.fact import Role
from camket.rules.period.item import When

_TARGETS = expression(
    r"mục tiêu|chỉ tiêu|phương hướng|dự kiến kế hoạch|(?<!thực hiện )kế hoạch (?:năm|giai đoạn) 20"
    r"|nhiệm vụ(?: trọng tâm| chủ yếu)*(?:$|[:,]| \d| và| đến"
    r"| năm| quý| tháng)"
)
_RESULTS = expression(
    r"kết quả|tình hình|đánh giá|thực trạng|tồn tại|hạn chế|thực hiện (?:các )?chỉ tiêu|thực hiện nghị quyết"
    r"|hiện trạng|đặc điểm|điều kiện tự nhiên|vị trí địa lý|khái quát|quá trình (?:thực hiện|triển khai|hình thành)"
    r"|thành tựu|ưu điểm|bối cảnh|sự cần thiết|(?:việc|điều|mặt) (?:đã )?(?:làm|đạt) được"
)
FORECAST = expression(
    r"(?<!\w)(?<!công tác )(?:dự báo(?! (?:khí tượng|thời tiết|thiên tai)|,)|dự tính|triển vọng"
    r"|dự kiến(?! (?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|giao|phân bổ|bố trí))"
    r"|nhu cầu(?! (?:vốn|kinh phí|đầu tư)))(?!\w)"
)
"""What makes a heading or a title one of what is foreseen."""
SCENARIOS = expression(r"(?<!\w)(?:kịch bản|(?:các|theo|so sánh) phương án|phương án (?:tăng trưởng|phát triển))(?!\w)")
FORESEEN: frozenset[Role] = frozenset(("projection", "scenario"))
"""Roles of what may come about, which nothing that is past can have."""
_REQUESTS = expression(r"kiến nghị|đề xuất")
_LED = expression(r":\s*\n(?=\s*(?:[-+•*]|\(?(?:\d{1,2}|[a-zđ])[.)]))")
_TITLED = expression(
    r"(?:\A|(?<=\n))(?:\S{1,8} )?(?:(?i:các|một số|hệ thống) )?(?i:chỉ tiêu|mục tiêu)[^\n.;:]{0,120}"
    r"(?P<list>\s*\n(?:\s*(?:(?i:về)|Lĩnh vực) [^\n\d.;]{3,40}\n)?)"
    r"(?=\s*(?:[-+•*]|\(?(?:\d{1,2}|[a-zđ])[.)]))"
)
"""A title over a list: `Các chỉ tiêu chủ yếu (nhiệm kỳ 2020-2025)`."""
_OF_AIMS = ("chỉ tiêu", "mục tiêu")
_REACHED = expression(
    r"(?:kết quả|thành tựu|thành tích|con số|dấu ấn|điểm nhấn|điểm sáng)(?!\w)"
    r"[^\n.;:]{0,110}?"
    r"(?P<list>:?\s*\n|:? (?=[*•]))(?=\s*(?:[-+•*]|\(?(?:\d{1,2}|[a-zđ])[.)]))"
)
"""A title over a list of results: `Một số thành tựu nổi bật trong nhiệm kỳ 2015-2020`."""
_OF_RESULTS = ("kết quả", "thành tựu", "thành tích", "con số", "dấu ấn", "điểm nhấn", "điểm sáng")
_IN_LINE = expression(
    r"(?:\A|\n)(?:[^\n.;:]{1,24} )?"
    r"(?P<title>(?i:(?:các |một số |hệ thống )?(?:chỉ tiêu|mục tiêu)) [^\n.;:]{3,90}?"
    r" (?i:năm|nhiệm kỳ|giai đoạn) (?P<year>20\d\d)(?: ?- ?(?P<last>20\d\d))?\)?)"
    r"[:.]? (?:[^\n.:]{1,24}\. ?[^\n.:;\d]{3,40}(?: \(\d{1,3} chỉ tiêu\))?:? )?(?=(?:1|I)[.)-] )[^\n]*"
)
"""The same with its numbered list in the same line: `Các chỉ tiêu kinh tế - xã hội năm 2018 1. Tăng trưởng ...`,
`CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2020-2025 I. Về kinh tế (11 chỉ tiêu) 1. Thu ngân sách ...`."""
_AIMS = expression(r"(?:mục tiêu|chỉ tiêu|chi tiêu(?= (?:phát triển|kinh tế|chủ yếu|cụ thể)))(?!\w)")
_AHEAD = expression(
    r"mục tiêu|phấn đấu|nhiệm kỳ|giai đoạn|(?:đến|hết|cuối) năm|đề ra|kế hoạch|nghị quyết|đặt ra|xác định"
    r"|thông qua|giao(?= các ch[ỉi])"
    r"|chỉ tiêu (?:[^.:\n]{1,60} )?(?:chủ yếu|cơ bản)(?!\w)|chỉ tiêu [^.:\n]{1,90} năm 20\d\d$"
)
_BEHIND = expression(
    r"(?<!\w)(?:đạt|đã|ước|kết quả|tháng|so với|vượt|hoàn thành|thực hiện)(?!\w)(?! (?:thắng lợi|tốt))"
)
"""What makes a list one of aims, and what makes it one of results."""
_BARE_YEAR = expression(r" (20[1-4]\d) (?=(?:được|do|của|như|gồm|cụ thể|là))")
"""A year without its word: `chỉ tiêu phát triển kinh tế - xã hội 2026 được Quốc hội thông qua`."""
_YEARS = expression(r"(?:năm|giai đoạn|đến|-) ?20\d\d")
_ITS_ITEMS = expression(
    r"\((?:gồm )?\d{1,3} (?:nhóm )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|nội dung|dự án)[^()\d]{0,30}\)"
)
"""How many items stand below a heading: `1. Phát triển kinh tế số đến năm 2030 (16 mục tiêu)`."""
_OF_A_STATE = expression(
    r"\s*(?:(?i:về|đánh giá|kết quả thực hiện) )?(?i:tình hình|kết quả|nhiệm vụ|phương hướng|công tác)(?!\w)"
)
_MONTHS = expression(
    r"(?<!\d)\d{1,2} tháng(?: đầu năm| cuối năm)?|tháng \d{1,2}(?:/20\d\d)?(?!\d)|(?i:quý [1-4])(?!\d)"
)
"""The months that a heading is of: `1. Về tình hình kinh tế - xã hội 9 tháng`."""
_SURVEY = expression(r"theo (?:số liệu |kết quả )?(?:thống kê|điều tra|tổng điều tra|rà soát) (?=\w+ )")
_FOLLOWS = expression(r"(?:như sau|cụ thể|trong đó|gồm)(?: là)? ?$")
_LETTERHEAD = expression(r"cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam")
"""A line of the letterhead, which in files with columns stands behind the subject and heads nothing."""
_ALWAYS = {"capital": 1, "roman": 2, "article": 2}
"""The level of marks that open a heading, whatever it holds."""
_LONGEST = 160
_LONGEST_NUMBER = 40
_TITLE_OPENS = 60
"""So far from the beginning of its sentence a title can stand, behind its day or place."""


class Section(NamedTuple):
    """What a heading hands to its paragraphs. `level` 1 is the highest; `start` is the heading's place.

    `asks`: the section holds what is asked of others, of which no report's time tells when it holds; `counted`: a list
    all of whose items were counted at its time.
    """

    start: int
    level: int
    role: Role | None = None
    when: When | None = None
    asks: bool = False
    counted: bool = False

    def years_of(self, when: When | None) -> When | None:
        """A time as it is meant here: `trong 5 năm` are the years that the heading names."""
        named = self.when is not None and self.when.high_year is not None
        return self.when if named and when is not None and when.word == "plan" else when


_NONE = Section(0, 0)


def find_sections(reading: Reading, kind: DocumentKind) -> list[Section]:
    """All headings in order, each with the role and time that it or a heading above it sets.

    The headlines of the news are none: they tell a story, not an order. A line that leads to a list of aims rules the
    list in any paper.
    """
    found = [] if kind in ("news", "other") else _of_headings(reading)
    return _with_lists(found, (*_aims_in_line(reading), *_lists(reading), *_surveys(reading), *_results(reading)))


def _of_headings(reading: Reading) -> list[Section]:
    found: list[Section] = []
    open_sections: list[Section] = []
    for sentence in reading.sentences:
        level = _level(reading, sentence)
        if level is None:
            continue
        open_sections = [one for one in open_sections if one.level < level]
        above = open_sections[-1] if open_sections else _NONE
        section = _section(reading, sentence, level, above)
        open_sections.append(section)
        found.append(section)
    return found


def _surveys(reading: Reading) -> Iterator[_List]:
    """The items behind one that says whose count all are: `- Theo thống kê tháng 10/2024, xã có ...`."""
    for said in _SURVEY.finditer(reading.low):
        sentence = reading.sentence_at(said.start())
        when, start = _when(reading, sentence), reading.low.find("\n", sentence.end - 1) + 1
        own = _sign(reading.text, _line_start(reading, sentence))
        if when is not None and start and own is not None and own == _sign(reading.text, start):
            yield _List(start, _items_end(reading, None, start), when)


class _List(NamedTuple):
    """A list of one time, from its first item to the line behind its last; `role` is that of aims, else None."""

    start: int
    end: int
    when: When | None
    role: Role | None = None


def _leads(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where the words end that lead to a list, and where its first item begins."""
    text = reading.text
    if "\n" not in text:
        return
    yield from (led.span() for led in _LED.finditer(text))
    if holds(reading.low, _OF_AIMS):
        yield from (titled.span("list") for titled in _TITLED.finditer(text))


def _lists(reading: Reading) -> Iterator[_List]:
    """`Các chỉ tiêu chủ yếu nhiệm kỳ 2020-2025:`, `Diện tích gieo trồng tháng 8/2024 như sau:` over marked items."""
    for said, list_start in _leads(reading):
        lead = reading.sentence_at(said - 1)
        words = reading.low[lead.start : said]
        named = _AIMS.search(words)
        when = (named and _year_of_aims(reading, lead, lead.start + named.end())) or _when(reading, lead, points=True)
        aims = named and not _BEHIND.search(words) and (_AHEAD.search(words) or _sets_bounds(reading, list_start))
        if aims or (when is not None and _FOLLOWS.search(words)):
            end = _list_end(reading.text, list_start) if aims else _items_end(reading, lead, list_start)
            yield _List(list_start, end, when, "target" if aims else None)


_BOUND = expression(r"\d ?%?(?: [^\W\d]+){0,2} trở lên(?!\w)|(?<!\w)(?:ít nhất|tối thiểu) (?:từ )?\d")
_ENOUGH = 3
"""Bounds in a list by which it is one of aims: nothing is counted as so much or more."""


def _sets_bounds(reading: Reading, start: int) -> bool:
    """Whether a list tells what is to be reached at least: `- Giải quyết việc làm cho 300 người trở lên`."""
    found = _BOUND.finditer(reading.low, start, _list_end(reading.text, start))
    return sum(1 for _ in found) >= _ENOUGH


def _results(reading: Reading) -> Iterator[_List]:
    """Titles of results over marked items, with the years or months that they name and no list says again."""
    low = reading.low
    if not holds(low, _OF_RESULTS):
        return
    for titled in _REACHED.finditer(low):
        sentence = reading.sentence_at(titled.start())
        if titled.start() - sentence.start > _TITLE_OPENS or _AIMS.search(low, titled.start(), titled.start("list")):
            continue
        times = [one.item for one in reading.items("period", titled.start(), titled.end("list"))]
        when = times[0] if len(times) == 1 and isinstance(times[0], When) else None
        if when is None or when.word or when.mode != "in" or when.day is not None:
            continue
        start = titled.end("list")
        while low[start].isspace():
            start += 1
        yield _List(start, _items_end(reading, None, start), when, "actual")


def _aims_in_line(reading: Reading) -> Iterator[_List]:
    """A title of aims for a year with its list behind it in one line."""
    for found in _IN_LINE.finditer(reading.text) if holds(reading.low, _OF_AIMS) else ():
        if not _BEHIND.search(reading.low, *found.span("title")):
            sentence = reading.sentence_at(found.start("title"))
            when = When(year=int(found["year"]), high_year=int(found["last"]) if found["last"] else None)
            yield _List(sentence.start, found.end(), when, "target")


def _year_of_aims(reading: Reading, lead: Sentence, start: int) -> When | None:
    """The year or years that the aims are said to be for, behind their name: `mục tiêu cụ thể đến năm 2030 như sau`."""
    for one in reading.items("period", start, lead.end):
        if isinstance(one.item, When) and one.item.year is not None and one.item.mode in ("in", "until", "by"):
            return one.item
    bare = _BARE_YEAR.search(reading.low, start, lead.end)
    return When(year=int(bare[1])) if bare else None


def _list_end(text: str, start: int) -> int:
    """Where the first line without a mark begins."""
    line = start
    while line < len(text):
        end = text.find("\n", line) + 1 or len(text)
        if text[line:end].strip() and mark_at(text, line, end) is None and not _parts_the_list(text, line, end):
            return line
        line = end
    return line


_PAGE_NUMBER = expression(r"\s*\d{1,3}\s*")
_PART_OF_LIST = expression(r"\s*(?:Về|Lĩnh vực) [^\n\d.;:]{3,40}:?\s*")


def _parts_the_list(text: str, start: int, end: int) -> bool:
    """Whether a line without a mark stands inside a list: the number of a page, or a heading over the next items."""
    if _PAGE_NUMBER.fullmatch(text, start, end):
        return True
    below = mark_at(text, end, text.find("\n", end) + 1 or len(text)) if end < len(text) else None
    return below is not None and _PART_OF_LIST.fullmatch(text, start, end) is not None


def _items_end(reading: Reading, lead: Sentence | None, start: int) -> int:
    """Where the items of the first one's sort end: before a line without a mark, one set above them, or the lead's."""
    of_lead = _sign(reading.text, _line_start(reading, lead)) if lead is not None else None
    first = _sign(reading.text, start)
    line = last = start
    while first is not None and line < len(reading.text):
        end = reading.text.find("\n", line) + 1 or len(reading.text)
        sign = _sign(reading.text, line)
        if reading.text[line:end].strip() and (sign is None or sign[0] < first[0] or sign == of_lead):
            break
        last = end if sign == first else last
        line = end
    return last


def _sign(text: str, start: int) -> tuple[int, str] | None:
    """How deep the mark that opens a line stands, and its sort: for a dash the sign itself."""
    mark = mark_at(text, start, text.find("\n", start) + 1 or len(text))
    if mark is None:
        return None
    return mark.level, text[start : mark.end].strip() if mark.kind == "dash" else mark.kind


def _with_lists(sections: list[Section], lists: tuple[_List, ...]) -> list[Section]:
    """The sections with those of lists, behind each of which the section around it goes on."""
    for one in lists:
        number = bisect_right(sections, one.start, key=attrgetter("start"))
        around = sections[number - 1] if number else _NONE
        if sections[number : number + 1] and sections[number].start < one.end:
            continue
        led = around._replace(start=one.start, role=one.role or around.role, when=one.when or around.when)
        led = led._replace(counted=one.role != "target")
        sections[number:number] = [led, around._replace(start=one.end)]
    return sections


def _section(reading: Reading, sentence: Sentence, level: int, above: Section) -> Section:
    """The section of a heading: its own role and time, else those of the section above it."""
    if _REQUESTS.search(reading.low, sentence.start, sentence.end):
        return Section(sentence.start, level, role="target", asks=True)
    role, when = _role(reading, sentence) or above.role, _when(reading, sentence) or above.when
    return Section(sentence.start, level, role, when, above.asks)


def section_at(sections: list[Section], sentence: Sentence) -> Section:
    """The section that a sentence stands in; one of nothing before the first heading."""
    number = bisect_right(sections, sentence.start, key=attrgetter("start")) - 1 if sections else -1
    return sections[number] if number >= 0 else _NONE


def _line_start(reading: Reading, sentence: Sentence) -> int:
    """Where the line of a sentence that opens it begins, its number included."""
    near = max(0, sentence.start - _LONGEST_NUMBER)
    return max(near, reading.text.rfind("\n", near, sentence.start) + 1)


def _level(reading: Reading, sentence: Sentence) -> int | None:
    """The level of a heading: a numbered or capital line that is short and has no stop; None for ordinary text."""
    line = reading.text[_line_start(reading, sentence) : sentence.end].lstrip()
    if (
        sentence.place > 0
        or len(line) > _LONGEST
        or (line.endswith((".", ";", "%")) and not _stands_over_others(reading, sentence, line))
        or not any(letter.isalpha() for letter in line)
        or _LETTERHEAD.match(reading.low, sentence.start)
    ):
        return None
    mark = mark_at(line, 0, len(line))
    if mark is None or mark.kind == "dash":
        return 1 if line.isupper() and len(line) > 12 and not _is_second_line(reading, sentence) else None
    if mark.kind in _ALWAYS:
        return max(_ALWAYS[mark.kind], mark.level)
    told = _MONTHS.sub("", line[mark.end :]) if _OF_A_STATE.match(line, mark.end) else line[mark.end :]
    if re.search(r"\d", _YEARS.sub("", _ITS_ITEMS.sub("", told))) and not line.endswith(":"):
        return None
    return 3 if mark.kind == "number" else 4


def _stands_over_others(reading: Reading, sentence: Sentence, line: str) -> bool:
    """Whether a short numbered line with a stop is a heading: those under it are no numbers of its row.

    `2. Giải quyết việc làm.` over `Tạo việc làm cho 10.000 lao động.`, but not over `3. Phát triển du lịch.`
    """
    mark = mark_at(line, 0, len(line)) if line.endswith(".") and len(line) <= _SHORT_HEADING else None
    if mark is None or mark.kind not in ("number", "letter") or re.search(r"\d", line[mark.end :]):
        return False
    start = reading.text.find("\n", sentence.end) + 1
    while start and reading.text[start : start + 1].isspace():
        start += 1
    below = mark_at(reading.text, start, start + _LONGEST_NUMBER) if start else None
    return start > 0 and (below is None or below.level > mark.level)


_SHORT_HEADING = 64
_OPEN_END = expression(r"(?:[,-]|(?<!\w)(?:và|của|về|cho|tại|năm|tỉnh|thành phố|với|các|trong|theo|là|giai đoạn))$")


def _is_second_line(reading: Reading, sentence: Sentence) -> bool:
    """Whether a line in capitals goes on with one above that asks for more: `... VÀ PHƯƠNG HƯỚNG,` / `NHIỆM VỤ ...`."""
    end = reading.text.rfind("\n", 0, sentence.start)
    above = reading.text[reading.text.rfind("\n", 0, max(0, end)) + 1 : max(0, end)].strip()
    return above.isupper() and _OPEN_END.search(above.lower()) is not None


def _role(reading: Reading, sentence: Sentence) -> Role | None:
    low = reading.low[sentence.start : sentence.end].lstrip(" -+*")
    if FORECAST.match(low):
        return "projection"
    if _RESULTS.search(low):
        return "actual"
    if SCENARIOS.search(low):
        return "scenario"
    return "target" if _TARGETS.search(low) else None


def _when(reading: Reading, sentence: Sentence, *, points: bool = False) -> When | None:
    """The one time that a sentence names, or the months of `tháng 9 và 9 tháng`; a point in time where `points`."""
    times = [one.item for one in reading.items("period", sentence.start, sentence.end)]
    modes = ("in", "until", "at") if points else ("in", "until")
    usable = [when for when in times if isinstance(when, When) and when.mode in modes and not when.word]
    if len(usable) == 2 and usable[0].last_month is None and usable[1].last_month == usable[0].month is not None:
        return usable[1]  # `tháng 9 và 9 tháng đầu năm`
    return usable[0] if len(usable) == 1 else None
