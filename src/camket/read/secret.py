"""Whether a paper bears the stamp of a state secret. Such a paper is refused before anything of it is kept.

The stamp stands alone on a line of the head of the first page: `MẬT`, `TỐI MẬT`, `TUYỆT MẬT` (Law 29/2018/QH14 on the
protection of state secrets, article 8; Circular 24/2020/TT-BCA). The words in running text, in a title or in a table
are no stamp; a table of a few cells that opens the paper is its letterhead, though, whatever stands in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from camket.grammar.expression import expression
from camket.read.parsed import Parsed

_HEAD_LINES, _HEAD_LENGTH = 40, 6_000
_RUNNING_TEXT, _SENTENCE = 110, 45
_APART = expression(r"\t| {2,}|\s*\|\s*")
_FRAME = expression(r"^[\s\[\](){}<>*_=~|.:;\"'“”«»-]+|[\s\[\](){}<>*_=~|.:;\"'“”«»-]+$")
_STAMP = expression(
    r"(?:(?:độ|dấu|mức độ|dấu chỉ độ|dấu độ)\s+mật\s*:?\s*)?"
    r"(?:t\s*u\s*y\s*ệ\s*t\s*m\s*ậ\s*t|t\s*ố\s*i\s*m\s*ậ\s*t|m\s*ậ\s*t)"
)
_AT_THE_END = expression(
    r"(?<!ĐỘ )(?<!\w)(?:TUYỆT|TỐI) MẬT$"
    r"|^(?:UBND|HĐND|(?:ỦY BAN|HỘI ĐỒNG|SỞ|BỘ|BAN|CỤC|CHI CỤC|VĂN PHÒNG|CÔNG AN|(?:TỈNH|THÀNH|HUYỆN|ĐẢNG|THỊ) ỦY) ).*"
    r"(?<!BÍ)(?<!ĐỘ)(?<!CƠ) MẬT$"
)
_FIRST_WORDS, _LAST_WORD = ("TUYỆT", "TỐI"), expression(r"(?<!\w)MẬT$")
_LETTERHEAD = 3
"""Rows and columns of a letterhead at most."""
_WORD = expression(r"m\s*(?:ậ|[aâạ][\u0302\u0323]{1,2})\s*t")
"""The word of every stamp in small letters, its vowel in one letter or in several."""
_OFFICIAL = expression(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội|đảng\s+cộng\s+sản\s+việt\s+nam|(?:^|\s)số\s*:?\s*\d{0,5}\s*-?[a-zđ]*\s*/",
    re.MULTILINE,
)


def bears_stamp(parsed: Parsed) -> bool:
    """Whether the head of the paper, or a running head of its first page, holds the stamp of a secret.

    In an official paper (motto of the State, name of the Party or a number line in its head) the stamp counts in any
    case of letters, elsewhere in capitals only.
    """
    if not any(map(_names_stamp, (parsed.text[:_HEAD_LENGTH], *(aside.text for aside in parsed.asides)))):
        return False  # as nearly all papers: no line is looked at
    tables = [(block.start, block.end) for block in parsed.blocks if block.kind == "table_cell"]
    lines = [line for place, line in _head_lines(parsed.text) if not _within(place, tables)]
    if _is_broken(lines) or any(_ends_in_stamp(text) for text in _letterhead(parsed)):
        return True
    beside = (line for aside in parsed.asides if aside.kind != "comment" for line in aside.text.splitlines())
    apart = (part for line in lines if _names_stamp(line) for part in (line, *_APART.split(line)))
    named = [text for text in (*apart, *beside) if _names_stamp(text)]
    if not named:
        return False
    head = unicodedata.normalize("NFC", parsed.text[:_HEAD_LENGTH])
    official = _OFFICIAL.search(head.lower()) is not None
    return any(_is_stamp(text, official=official) for text in named)


def _names_stamp(text: str) -> bool:
    return _WORD.search(text.lower()) is not None


def _is_broken(lines: list[str]) -> bool:
    """Whether the stamp stands on two lines in a narrow box, beside the lines of which its last word came to stand."""
    return any(
        any(word in line for word in _FIRST_WORDS)
        and _FRAME.sub("", line) in _FIRST_WORDS
        and any(_LAST_WORD.search(one) for one in lines[at + 1 : at + 3])
        for at, line in enumerate(lines)
    )


def _letterhead(parsed: Parsed) -> Iterator[str]:
    """The cells of a table of a few cells that the paper opens with."""
    first = next(iter(parsed.blocks), None)
    if first is None or first.table is None:
        return
    cells = [block for block in parsed.blocks if block.table == first.table]
    if all((cell.row or 0) < _LETTERHEAD and (cell.column or 0) < _LETTERHEAD for cell in cells):
        yield from (parsed.text[cell.start : cell.end] for cell in cells)


def _ends_in_stamp(cell: str) -> bool:
    """Whether a cell is the stamp in capitals, or ends in it as a line of its own would: `UBND TỈNH TUYỆT MẬT`."""
    bare = _FRAME.sub("", unicodedata.normalize("NFC", cell))
    return _is_stamp(bare, official=False) or (bare.isupper() and _AT_THE_END.search(bare) is not None)


def _head_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of the head, each with its place: those above the first line of running text."""
    start = count = 0
    for line in text[:_HEAD_LENGTH].splitlines(keepends=True):
        bare = line.strip()
        if count >= _HEAD_LINES or _is_running_text(bare):
            return
        count += bool(bare)
        yield start + len(line) - len(line.lstrip()), bare
        start += len(line)


def _is_running_text(line: str) -> bool:
    if line.endswith((".", ";")):
        return len(line) > _SENTENCE
    return len(line) > _RUNNING_TEXT and _APART.search(line) is None


def _within(place: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in ranges)


def _is_stamp(text: str, *, official: bool) -> bool:
    bare = _FRAME.sub("", unicodedata.normalize("NFC", text))
    return _STAMP.fullmatch(bare.lower()) is not None and (official or bare.isupper() or ":" in bare)
