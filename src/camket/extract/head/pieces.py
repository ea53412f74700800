"""The lines of a head as they were printed: copies of web pages run some together and break others.

A copy may hold the whole head in two lines (`BỘ Y TẾ ------- CỘNG HÒA ... Hạnh phúc`, `Số: 12/BYT-KCB Hà Nội, ngày 5
tháng 6 năm 2024 Kính gửi: ...`), or break it where the page had no room (`CỘNG HÒA XÃ` / `HỘI CHỦ NGHĨA VIỆT NAM`,
`Đà Nẵng, ngày` / `5 tháng 6 năm 2024`).
"""

from __future__ import annotations

import re
from itertools import pairwise

from camket.extract.head.kind import types_by_name
from camket.extract.head.lines import Line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

_STATE = r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_VALUES = r"Độc lập ?- ?Tự do ?- ?Hạnh phúc"
_CAPITALS = rf"(?:[{UPPER}]+,? (?:- )?){{1,8}}"
_BETWEEN = expression(rf"(?<={_STATE} ){_CAPITALS}(?={_VALUES})")
"""The second line of the issuer, where a copy took the two columns of the head line by line."""
_NUMBERED = expression(rf"\d{{1,2}}\. (?=[{UPPER}])")
_RUN_TOGETHER = expression(
    rf"{_STATE} (?:{_CAPITALS})?{_VALUES}|\S ĐẢNG CỘNG SẢN VIỆT NAM (?:Nghị quyết |Kết luận )?[Ss]ố"
)
_NAME = rf"[{UPPER}][^\W\d_{UPPER}]+"
_PLACE = rf"(?:T[Pp]\.? ?)?{_NAME}(?:[ -]{_NAME}){{0,4}}"
_BEGINS = expression(
    rf"(?:^ *|(?<=[^\s|] ))(?:{_STATE}|ĐẢNG CỘNG SẢN VIỆT NAM|(?:{_NAME} )?(?:[^\W\d_]+ )?[Ss]ố ?:|V/v[: ]|Kính gửi ?:"
    rf"|{_PLACE}, ?[Nn]gày ?[\d .…]*tháng)|(?<=[^\W\d_] )(?<!TỔNG )(?<!CHI )(?:TỔNG CỤC|CHI CỤC|CỤC|SỞ)(?= [{UPPER}])",
    re.MULTILINE,
)
_ENDS = expression(rf"(?:{_VALUES}|tháng ?[\d .…]+ ?năm ?(?:19|20)\d\d|(?<!\S)[-_=*~—]{{3,}})(?= \S)")
_BODY = expression(r"(?:kính gửi|căn cứ|xét|theo đề nghị)(?!\w)")
_WORD = expression(r"\S+")
_MOST_WORDS = 6
_BROKEN = (
    expression(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA[\W_]+VIỆT NAM$"),  # a recogniser reads specks before the second line
    expression(r"(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN$"),
    expression(r"QUỐC HỘI$"),
    expression(r"THỦ TƯỚNG CHÍNH PHỦ$"),
    expression(r"CHÍNH PHỦ$"),
    expression(r"[^\W\d_][\w. -]{1,40}, ?[Nn]gày ?\d{1,2} ?tháng ?\d{1,2} ?năm ?(?:19|20)\d\d$"),
    expression(r"[Ss]ố ?: ?\d{1,5}(?:[-/] ?[A-ZĐ]+)+$"),
)
"""What is one line of a head, and says nothing where it is broken into two or three."""
_PARTS = 3


def printed_lines(reading: Reading, lines: list[Line]) -> list[Line]:
    """The first lines of a text with broken ones joined and, where the motto shows that they were run together, cut.

    A joined line spans the break. Lines behind the type or the first words of the body stay as they are.
    """
    lines = _joined(reading, lines)
    glued = next((at for at, line in enumerate(lines) if _RUN_TOGETHER.search(reading.text, *line)), None)
    return lines if glued is None else _cut_all(reading, lines, glued)


def _joined(reading: Reading, lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    at = 0
    while at < len(lines):
        count = next((count for count in range(2, _PARTS + 1) if _are_one(reading, lines[at : at + count])), 1)
        found.append(Line(lines[at].start, lines[at + count - 1].end))
        at += count
    return found


def _are_one(reading: Reading, lines: list[Line]) -> bool:
    texts = [reading.text[line.start : line.end] for line in lines]
    whole = " ".join(texts)
    return len(texts) > 1 and any(one.match(whole) and not any(map(one.match, texts)) for one in _BROKEN)


def _cut_all(reading: Reading, lines: list[Line], glued: int) -> list[Line]:
    found: list[Line] = []
    for at, line in enumerate(lines):
        pieces = _cut(reading, line)
        if at <= glued:
            pieces[:1] = _without_title_of_the_page(reading, pieces[0])
        found += pieces
        if at >= glued and any(_closes(reading, piece) for piece in pieces):
            return found + lines[at + 1 :]
    return found


def _cut(reading: Reading, line: Line) -> list[Line]:
    text = reading.text
    cuts = {cut.start() for cut in _BEGINS.finditer(text, *line)} | {cut.end() for cut in _ENDS.finditer(text, *line)}
    cuts.update(edge for cut in _BETWEEN.finditer(text, *line) for edge in cut.span())
    cuts.update(cut.end() for cut in (_NUMBERED.match(text, *line),) if cut is not None)
    edges = sorted({line.start, *cuts, line.end})
    pieces: list[Line] = []
    for start, end in pairwise(edges):
        piece = _stripped(text, start, end)
        if _names_a_type(reading, piece):
            end = _end_of_capitals(text, Line(piece.start, line.end))
            pieces += [_stripped(text, piece.start, end), _stripped(text, end, line.end)]
            break
        pieces.append(piece)
    return [piece for piece in pieces if piece.start < piece.end]


def _stripped(text: str, start: int, end: int) -> Line:
    part = text[start:end].strip()
    first = text.find(part, start)
    return Line(first, first + len(part))


def _names_a_type(reading: Reading, line: Line) -> bool:
    words = [found[0] for found in _WORD.finditer(reading.text, *line)][:_MOST_WORDS]
    names = types_by_name()
    counts = range(1, len(words) + 1)
    return any(all(map(str.isupper, words[:count])) and " ".join(words[:count]).lower() in names for count in counts)


def _end_of_capitals(text: str, line: Line) -> int:
    """Where the title in capitals ends and the text that was run on to it begins."""
    small = (word.start() for word in _WORD.finditer(text, *line) if any(map(str.islower, word[0])))
    return next(small, line.end)


def _closes(reading: Reading, line: Line) -> bool:
    return _names_a_type(reading, line) or not _is_short(line) or _BODY.match(reading.low, *line) is not None


def _is_short(line: Line) -> bool:
    return line.end - line.start <= 220


def _without_title_of_the_page(reading: Reading, line: Line) -> list[Line]:
    """A page's own title, and the issuer that was run on to it: `... do Bộ Y tế ban hành. BỘ Y TẾ -------`."""
    stop = reading.text.rfind(". ", line.start, line.end)
    behind = stop + 2
    if stop < 0 or not reading.text[behind : line.end].isupper():
        return [line]
    return [Line(line.start, stop + 1), _stripped(reading.text, behind, line.end)]
