"""Lines that the edge of a page has cut in mid-sentence, found by what a reader goes by.

A line goes on in the next one where it ends in no stop and the next begins with a small letter; where it is long and
ends in a word that wants another, in a comma or in a number with its unit below; and, in a text that is cut at one
width throughout, where it fills that width. Lists, headings, signatures and the cells of tables are never joined. Blank
lines tell nothing: many readers put one between any two lines. A page's number and its running head may stand between
the halves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from camket.grammar.apart import has_blank_after, set_apart, stripped
from camket.grammar.cut_words import cut_words
from camket.grammar.expression import compiled, expression
from camket.grammar.fold import Edit, Folded
from camket.grammar.letters import UPPER
from camket.grammar.trie import alternation

_LONG, _LONGEST, _ITEM_CUT = 50, 130, 40
"""Letters of a line that a page's edge may have cut; of an item whose last words, with their stop, stand below."""
_BLANKS_OF_A_REST = 3
"""Blanks of a line that is more than the unit beside the name of a row: the rest of a heading."""
_LEAST_WRAPS = 3
"""Lines surely cut that tell the width of a page."""
_LOOSE = 0.1
"""The share of those lines that are broken off shorter than the width tells; letters are not of one breadth."""
_CELL = 25
"""Letters of the longest line that may be a cell beside a value."""
_PAPER_AT = 16
"""Letters at the head of a line that hold the name of a kind of paper."""
_TAIL = 14
"""Letters at the end of a line that hold the words that want another."""
_LINE = expression(r"\S[^\n]*")
_OPEN_END = expression(r"\n(?<![.;:!?…\n]\n)\s*")
"""The end of a line that ends in no stop."""
_STOPS, _CLOSING, _BULLETS = frozenset(".;:!?…"), "\"')] ", r"+*•●○▪■□◦-"
_ITEM = expression(
    rf"[{_BULLETS}]|\(?(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[^\W\d_]|[ivxIVX]{{1,5}})[.)](?=\s|[^\W\d_])|\d{{1,2}}/\s"
    rf"|(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[IVX]{{1,5}})\s+[{UPPER}]|Điều \d{{1,3}}\.|(?:TM|KT|TL|TUQ|Q)\."
)
_PAGE = expression(r"(?:[Tt]rang |[Pp]age )?[-( ]*\d{1,3}[-) ]*(?:/ ?\d{1,3})?")
_VALUE = expression(r"(?:[^\W\d_]{2,5} )?[-+(]?\d[\d., /-]*%?\)?(?: [^\W\d_]{2,5} [^\W\d_]{2,5})?")
"""A line that may be the value of a table: `12,1`, `trên 8`, `từ 86 trở lên`."""
_COLUMNS, _NUMBER = expression(r"\||\S {3,}\S|\S {2,}\S.* {2,}\S"), expression(r"\d[\d.,]* ?")
_NEWSROOM = expression(
    rf"(?:more ?)?\([^()]{{2,40}}\) ?-|more(?=[{UPPER}])|\w+(?:\.\w+)*\.(?:vn|com|net|org)(?!\w)"
    r"|date:? (?:19|20)\d\d-\d\d(?!\d)"
)
"""How a story begins that needs no capital: with its newsroom, or with its day as some programs write it."""
_PROSE = expression(r"[^\W\d_]{2}[.;:] ")
_BIDDEN = expression(
    r"(?<!\w)(?:chủ trì|phối hợp với|chỉ đạo|tiếp tục|khẩn trương|có trách nhiệm|tham mưu|giao|yêu cầu|đề nghị) \w"
)
"""What stands in a task that is told of somebody and in few headings."""
_PAPER = expression(rf"\d+/[{UPPER}\d/-]*[{UPPER}]{{2}}")
"""The number of a paper: `191/BC-UBND`, `12/2024/NQ-HĐND`."""
_STAMP, _CAPITALIZED = expression(r"\D{0,24}\d{1,2}[/-]\d{1,2}[/-]\d{4}"), expression(rf" [{UPPER}][^\W\d_{UPPER}]+$")
_GROUNDS = ("căn cứ ", "theo đề nghị của ", "trên cơ sở ", "xét đề nghị ", "xét tờ trình ")
_GROWS, _WHAT_GROWS = (" tăng trưởng", " tốc độ tăng"), ("GRDP ", "GDP ")
"""The end of a line and the head of the next between which a term is cut."""
_HALF_A_HEAD = expression(
    r"(?:\d{1,2}|[a-zđ]|[ivx]{1,5})[.)] ?(?:về )?(?:mục|nhiệm|giải|chỉ|phương|quan|tổ|định|tình|kết|nguyên|đánh|yêu)"
)
"""A line that holds the first half of a heading's first word: `1. Mục` over `tiêu tổng quát`."""
_ROW_HEAD = expression(r"(?<!\w)các (?:[^\W\d_ ]+, )?(?:tỉnh|thành phố|địa phương|bộ|sở|ngành|cơ quan):$")
"""The end of a line before the names of several: `nhất là các tỉnh:`."""
_POINT, _YEARS = expression(r"\d{1,2}[.)]\s"), expression(r"- ?\d{4}(?!\d)")


class _Line(NamedTuple):
    """A line of the folded text without the blanks at its edges.

    `indent` counts the blanks before it; `parted` tells that a tab parts it into cells.
    """

    start: int
    end: int
    text: str
    low: str
    indent: int
    parted: bool

    @property
    def is_long(self) -> bool:
        return len(self.text) >= _LONG

    @property
    def is_open(self) -> bool:
        return _is_open(self.text)

    @property
    def stands_alone(self) -> bool:
        """Whether it is in capitals, or a row of cells, or has no words."""
        return self.parted or self.text.isupper() or not any(map(str.isalpha, self.text))

    @property
    def is_value(self) -> bool:
        return _VALUE.fullmatch(self.low) is not None

    @property
    def begins_small(self) -> bool:
        """Whether it begins with a small letter, which may stand in an opened parenthesis, but in no newsroom's."""
        return self.text.lstrip('("')[:1].islower() and not self.is_item and _NEWSROOM.match(self.text) is None

    @property
    def is_item(self) -> bool:
        return _ITEM.match(self.text) is not None


@cache
def _ending(kind: str) -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{alternation(getattr(cut_words(), kind))})$")


def _ends_in(kind: str, line: _Line) -> bool:
    """Whether a line ends in a word of one of the lists."""
    return _ending(kind).search(line.low, max(0, len(line.low) - _TAIL)) is not None


def _is_open(text: str) -> bool:
    """Whether a line ends in no stop."""
    last = text[-1]
    if last in _CLOSING:
        last = text.rstrip(_CLOSING)[-1:]
    return last not in _STOPS


def joined_lines(folded: Folded) -> Folded:
    """The text with each end of a line that ends no sentence, and what a page put between, read as one blank."""
    folded = _with_whole_numbers(folded)
    text = folded.text
    if not any(_may_join(text, gap) for gap in _OPEN_END.finditer(text)):
        return folded
    page = _Page(folded)
    joins = list(_joins(page))
    return folded.edited([Edit(page.spans[at][1], page.spans[after][0], " ") for at, after in joins])


_CUT_NUMBER = expression(
    r"(?<=[^\W\d_] )\d{1,3}(?:\.\d{3})*(?:(?P<point>\.\s*\n\s*)(?=\d{3}(?!\d))|(?P<comma>,\s*\n\s*)(?=\d{1,3}(?!\d)))"
)
_NEXT_DIGIT, _CUT, _MEASURED = expression(r"\n[^\S\n]*\d"), expression(r"[.,]\s*\n\s*\d"), expression(r"[\d.,]+ ?")


def _with_whole_numbers(folded: Folded) -> Folded:
    """The text with numbers whole that a line's end has cut behind their point or comma: `48.` over `200 tỷ đồng`."""
    edits = [Edit(*found.span(found.lastgroup or 0), found[0].rstrip()[-1]) for found in _cut_numbers(folded)]
    return folded.edited(edits) if edits else folded


def _cut_numbers(folded: Folded) -> Iterator[re.Match[str]]:
    """Numbers in a sentence whose rest, at the head of the next line, has a unit: it is no item of a list."""
    low, words = folded.low, cut_words()
    for found in _CUT_NUMBER.finditer(low) if _NEXT_DIGIT.search(low) and _CUT.search(low) else ():
        start = found.start()
        if _ending("numbered").search(low, max(0, start - _TAIL), start - 1):
            continue
        rest = _MEASURED.match(low, found.end())
        unit = low[rest.end() : rest.end() + _TAIL] if rest else ""
        if unit[:1] == "%" or _first_word(unit) in words.measures | words.units:
            yield found


def _may_join(text: str, gap: re.Match[str]) -> bool:
    """Whether the lines around an end of a line are worth a closer look; of whole texts hardly any are."""
    start, after = gap.span()
    last = text[start - 1 : start]
    if not last or after == len(text):
        return False
    if not text[after].isupper() or last in ",- " or last.isdigit():
        return True
    if text[text.rfind(" ", 0, start) + 1 : start].lower() in _lastcut_words():
        return True
    return text[after : after + _PAPER_AT].lower().startswith(cut_words().papers)


@cache
def _lastcut_words() -> frozenset[str]:
    words = cut_words()
    phrases = (*words.open, *words.naming, *words.bodies, *words.magnitudes, *words.parted, *words.named)
    return frozenset(one.split()[-1] for one in phrases)


class _Page:
    """The lines of a text, each made out when it is asked for."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.spans = [stripped(folded.text, *found.span()) for found in _LINE.finditer(folded.text)]
        self.tabs = "\t" in folded.source
        self.lines: dict[int, _Line] = {}

    def is_open(self, at: int) -> bool:
        """Whether no stop ends a line."""
        start, end = self.spans[at]
        return _is_open(self.folded.text[start:end])

    def line(self, at: int) -> _Line | None:
        """A line by its number, None after the last."""
        if at >= len(self.spans):
            return None
        if at not in self.lines:
            start, end = self.spans[at]
            text = self.folded.text[start:end]
            parted = _COLUMNS.search(text) is not None or (self.tabs and "\t" in self.folded.quote(start, end))
            indent = start - self.folded.text.rfind("\n", 0, start) - 1
            self.lines[at] = _Line(start, end, text, self.folded.low[start:end], indent, parted)
        return self.lines[at]


def _joins(page: _Page) -> Iterator[tuple[int, int]]:
    """The pairs of lines to be joined, by their numbers."""
    lines = range(len(page.spans) - 1)
    sure = {at: after for at in lines if page.is_open(at) and (after := _continued_at(page, at)) is not None}
    width, apart = _width(page, sure), set_apart(page.folded.text, page.spans, sure)
    begun = -1
    for at in lines:
        if at < begun:
            continue
        filled = width is not None and _fills(page, at, width, begun=begun == at)
        if at not in sure and not filled and not (apart and _runs_on(page, at)):
            continue
        begun = sure.get(at, at + 1)
        yield at, begun


def _runs_on(page: _Page, at: int) -> bool:
    """Whether a line and the next are of one paragraph where blank lines part these: no list, heading or table."""
    line, following = page.line(at), page.line(at + 1)
    if line is None or following is None or has_blank_after(page.folded.text, page.spans, at):
        return False
    within = not (following.is_item or following.parted or following.stands_alone)
    return within and line.is_open and not line.stands_alone


def _width(page: _Page, sure: dict[int, int]) -> int | None:
    """The least that lines surely cut have with the word that had no room in them, where there are some."""
    pairs = [
        (line, following) for at, after in sure.items() if (line := page.line(at)) and (following := page.line(after))
    ]
    widths = sorted(_with_next(*pair) for pair in pairs if _LONG <= len(pair[0].text) <= _LONGEST)
    return widths[int(len(widths) * _LOOSE)] if len(widths) >= _LEAST_WRAPS else None


def _with_next(line: _Line, following: _Line) -> int:
    """How long a line would be with the first word of the next."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0])


def _continued_at(page: _Page, at: int) -> int | None:
    """The line in which a line surely goes on: the next, or the one after a page's number and running head."""
    line, following = page.line(at), page.line(at + 1)
    if line is None or following is None:
        return None
    if _is_parted(line, following):
        return at + 1
    if line.stands_alone:
        return None
    if _goes_on(line, following, page.line(at + 2)):
        return at + 1
    return _over_the_page(page, at) if line.is_long else None


_PART_OF_DATE = expression(r"(?<!\w)(?:ngày|tháng) \d{1,2}$|\d năm$")
_REST_OF_DATE = expression(r"(?!Năm \d{4},)(?i:tháng \d|năm \d{4})|\d{4}$")


def _is_parted(line: _Line, following: _Line) -> bool:
    """Whether a date, a name that is always said whole or the grounds of a paper are cut, however short the lines."""
    dated = _PART_OF_DATE.search(line.low) and _REST_OF_DATE.match(following.text)
    grown = line.low.endswith(_GROWS) and following.text.startswith(_WHAT_GROWS)
    if dated or grown or (line.low.startswith(_GROUNDS) and (following.begins_small or _ends_in("open", line))):
        return True
    if not (line.text.isupper() and following.text.isupper()):
        return _cuts_a_name(line, following)
    return any(line.low.endswith(part) and following.low.startswith(rest) for part, rest in cut_words().parted.items())


def _cuts_a_name(line: _Line, following: _Line) -> bool:
    """Whether a name begins at the end of a line and goes on in the next: `tỉnh Điện` over `Biên`.

    In a line all of whose words have capitals the last is likelier the name of a person.
    """
    last = line.text.rpartition(" ")[2]
    if not (last.istitle() and following.text[0].isupper() and any(map(str.islower, line.text.split()))):
        return False
    named = (rest for part, rest in cut_words().named.items() if line.low.endswith(f" {part}"))
    return any(following.low.startswith(rest) for rest in named)


def _goes_on(line: _Line, following: _Line, after: _Line | None) -> bool:
    """Whether a line surely goes on in the next one."""
    cut = len(line.text) >= _ITEM_CUT and line.is_item and following.begins_small and following.text[-1] in ".;:"
    cut = cut or (following.begins_small and _HALF_A_HEAD.fullmatch(line.low) is not None)
    cut = cut or (following.begins_small and line.is_item and following.text.count(" ") >= _BLANKS_OF_A_REST)
    if following.parted or not (line.is_long or following.is_long or cut):
        return False
    if _dashed(line, following):
        return True
    if following.text[0].isdigit() and _ends_in("numbered", line) and not _POINT.match(following.text):
        return line.is_long or _PAPER.match(following.text) is not None
    if following.is_item:
        return False
    if following.begins_small or (line.is_long and line.text.count("(") > line.text.count(")")):
        return not _is_cell(following, after)
    if _first_word(following.low) in cut_words().units:
        return line.text[-1].isdigit() or _ends_in("magnitudes", line)
    if following.text[0].isdigit():
        return _goes_on_in_numbers(line, following)
    if following.text.isupper():
        return False
    if line.is_long:
        opens = line.text[-1] in ",-" or _ends_in("open", line) or _ends_in_capital_body(line)
        return opens or following.low.startswith(cut_words().papers)
    return line.is_item and _ends_in("naming", line)


def _goes_on_in_numbers(line: _Line, following: _Line) -> bool:
    """Whether the number at the head of a line belongs to the line before; a bare one may be that of a page."""
    if _PAPER.match(following.text):
        return line.is_long or _ends_in("types", line) or line.low.endswith(" số")
    measured = _NUMBER.match(following.low)
    if measured and _first_word(following.low[measured.end() :]) in cut_words().measures:
        return line.is_long
    if any(map(str.isalpha, following.text)) or "%" in following.text:
        return line.text[-1] in ",-" or _ends_in("counted", line) or _ends_in("open", line)
    return line.is_long and _ends_in("counting", line)


def _ends_in_capital_body(line: _Line) -> bool:
    """Whether a line ends in the first word of a body's name: `phối hợp với Sở`, not `trụ sở`."""
    found = _ending("bodies").search(line.low, max(0, len(line.low) - _TAIL))
    return found is not None and line.text[found.start()].isupper()


def _first_word(low: str) -> str:
    return re.split(r"[\s,.;:/()-]", low, maxsplit=1)[0]


def _dashed(line: _Line, following: _Line) -> bool:
    """Whether the dash at the head of a line joins two names or two years: `kinh tế` over `- xã hội`."""
    if following.text[0] != "-":
        return False
    if _YEARS.match(following.text):
        return line.text[-4:].isdigit()
    rest = following.low[1:].lstrip()
    return any(line.low.endswith(one) and rest.startswith(others) for one, others in cut_words().dashed.items())


def _is_cell(line: _Line, after: _Line | None) -> bool:
    """Whether a short line without a stop stands over a value or over nothing, as units and names in tables do."""
    if len(line.text) > _CELL or not line.is_open:
        return False
    return after is None or after.is_value


def _over_the_page(page: _Page, at: int) -> int | None:
    """The line after a page's number, which its running head may stand over or under, where the sentence goes on."""
    for between in (1, 2):
        skipped = [line for place in range(at + 1, at + 1 + between) if (line := page.line(place))]
        going = page.line(at + 1 + between)
        numbered = any(_PAGE.fullmatch(line.text) for line in skipped)
        if numbered and going is not None and _resumes(going, page.line(at + 2 + between)):
            return at + 1 + between
    return None


def _resumes(line: _Line, after: _Line | None) -> bool:
    """Whether a line at the top of a page is the rest of a sentence: it begins small and is no row of a table."""
    if not line.begins_small or line.parted or (after is not None and after.is_value):
        return False
    return line.is_long or not line.is_open


def _fills(page: _Page, at: int, width: int, *, begun: bool) -> bool:
    """Whether a line fills the width at which the text is cut and the next one is no new beginning.

    Unless `begun` in the line before, the first line and one over a newsroom's stamp are likelier a title of that
    length, which only a name can break off, and a numbered one is likelier a heading, unless a stop or a task tells.
    """
    line, following = page.line(at), page.line(at + 1)
    if line is None or following is None or line.stands_alone or following.stands_alone or following.is_item:
        return False
    if not _LONG <= len(line.text) <= _LONGEST or _with_next(line, following) < width or following.indent > line.indent:
        return False
    if not line.is_open:
        heads = following.text[0].islower() or _ROW_HEAD.search(line.low) is not None
        return line.text[-1] == ";" or (line.text[-1] == ":" and heads)
    if begun or line.text[0] in _BULLETS:
        return True
    if at == 0 or _STAMP.match(following.text):
        return _CAPITALIZED.search(line.text) is not None
    return not line.is_item or bool(_PROSE.search(line.text) or _BIDDEN.search(line.low))
