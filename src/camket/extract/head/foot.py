"""The foot of an official paper: to whom it goes and who signed it."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from datetime import date
from itertools import islice

from camket.extract.head.lines import Line, as_written, foot_lines, top_lines
from camket.extract.head.official import is_of_letterhead
from camket.extract.head.signed import OFFICES, names_of_signers, opens_signature, signatures
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

_ADDRESSED = expression(r"^[ ]*kính gửi ?:? ?", re.MULTILINE)
_SENT_TO = expression(r"nơi nhận(?! \w) ?:? ?")
_LISTED = expression(r"^ *n\wi ?nh\w[nm] ?[:;.]", re.MULTILINE)
"""Recognisers lose marks, blanks and points."""
_FILE_COPY = expression(r"[-–—‑−+•*]? ?lưu(?!\w)")
_ANNEX = expression(r"phụ lục|biểu (?:mẫu|số)|\(?kèm theo")
_ANNEX_BELOW = expression(
    r"^ *(?:phụ lục|(?:biểu )?mẫu(?: số)? [\divx]|mẫu [^\W\d]+ [^\n]*$|biểu số|\(?(?:ban hành )?kèm theo )",
    re.MULTILINE,
)
_ANNEXES = 8
"""Lines that may head an annex, at which the end of the paper is looked for."""
_MAY_SIGN = expression(r"^[^\na-z]{5,90}$", re.MULTILINE)
_DASHES = '-–—‑−+•*"'
"""What opens the items of a list, however it is typed; a recogniser reads its first dash as a mark of quotation."""
_APART = expression(r" {2,}")
_NO_RECIPIENT = expression(r"lưu(?!\w)|như (?:tr[eêé]n|[đd]i[eêéề]u|kính g[uưử]i)")
_PURPOSE = expression(r" ?\([^()]{1,40}\)$")
_OFFICE = expression(rf"{OFFICES}(?: [A-ZĐ][^a-z\n]*)?$")
"""An office that copying has glued to an entry of the list."""
_ONE_BODY = 120
"""Letters of a line that names the one body to which a letter goes."""
_FOOT, _SIGNED_ABOVE = 45, 900
"""Lines of the foot, and letters above the list of recipients in which the signer may stand."""


_ADOPTED = expression(r"(?<!\w)thông qua ngày (?P<day>\d\d?) tháng (?P<month>\d\d?) năm (?P<year>20\d\d)")
_ADOPTED_WITHIN = 2500


def find_adopted(reading: Reading) -> str | None:
    """The day on which a resolution says near its foot that it was adopted: `thông qua ngày 11 tháng 12 năm 2009`."""
    start = max(0, len(reading.low) - _ADOPTED_WITHIN)
    found = _ADOPTED.search(reading.low, start) if reading.low.find("thông qua ngày", start) >= 0 else None
    if found is None:
        return None
    day = date_of(found)
    return day.isoformat() if day is not None else None


def date_of(found: re.Match[str]) -> date | None:
    """The day of a match with `day`, `month` and `year`; None where the calendar has none."""
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


_SIGNED_ON = expression(
    rf"(?:^ *(?:(?:[{UPPER}]\w*[ -]?){{1,5}}, ?)?|(?<!\w)(?i:chuyên viên|lãnh đạo (?:văn )?phòng|trưởng phòng"
    r"|chánh văn phòng|người (?:lập|viết|khai|đề nghị)(?: [^\W\d_]+)?) )"
    r"[Nn]gày (?P<day>\d\d?) tháng (?P<month>\d\d?) năm (?P<year>20\d\d)(?= *(?:$|[^\W\d_][^\W_]* [^\W\d_]))",
    re.MULTILINE,
)
_SIGNED_WITHIN = 2500


def find_signed_on(reading: Reading) -> str | None:
    """The day beside the last signature of a paper that has none in its head: slips, applications, minutes."""
    text = reading.text
    start = max(0, text.rfind("\n", 0, max(0, len(text) - _SIGNED_WITHIN)))
    found = deque(_SIGNED_ON.finditer(text, start), maxlen=1) if "tháng" in text[start:] else ()
    day = date_of(found[-1]) if found else None
    return day.isoformat() if day is not None else None


def find_recipients(reading: Reading) -> tuple[str, ...]:
    """`Kính gửi:` first, then the list under `Nơi nhận:`.

    Left out are the file copy (`Lưu: VT`), `Như trên`, purposes in brackets, and offices glued on from the right.
    """
    end = _end_of_paper(reading)
    at = _place_of_list(reading, end)
    if at is None and (last := _SENT_TO.search(reading.low, max(0, reading.low.rfind("nơi nhận", 0, end)), end)):
        at = last.end()
    listed = _entries(reading, _list_at(reading, at)) if at is not None else []
    return tuple(dict.fromkeys([*_addressed(reading), *listed]))


def _place_of_list(reading: Reading, end: int) -> int | None:
    """Where the list of the paper itself begins: the first with items; annexes behind it may have their own."""
    places = (found.end() for found in _LISTED.finditer(reading.low, 0, end))
    return next((at for at in places if _list_at(reading, at)), None)


def _addressed(reading: Reading) -> list[str]:
    found = _ADDRESSED.search(reading.low, 0, 4000)
    if found is None:
        return []
    lines = [line for line in top_lines(reading, 15, found.end()) if not is_of_letterhead(reading, line)]
    end = reading.low.find("\n", found.end())
    if reading.low[found.end() : end if end >= 0 else None].strip():
        return _entries(reading, lines[:1])
    items = _run_of_items(reading, lines)
    one = [line for line in lines[:1] if line.end - line.start <= _ONE_BODY and reading.text[line.end - 1] not in ":,"]
    return _entries(reading, items or one)


def _list_at(reading: Reading, start: int) -> list[Line]:
    lines = (_left_column(reading, line) for line in top_lines(reading, 40, start))
    return _run_of_items(reading, [line for line in lines if line is not None])


def _left_column(reading: Reading, line: Line) -> Line | None:
    """The part before a wide gap; None where the line has only the right column."""
    apart = _APART.search(reading.low, line.start, line.end)
    left = Line(line.start, apart.start() if apart else line.end)
    first = reading.text[left.start]
    goes_on = first.islower() or first == "(" or reading.text[left.end - 1] in ";,"
    return left if first in _DASHES or goes_on else None


def _run_of_items(reading: Reading, lines: list[Line]) -> list[Line]:
    """The items of the list up to the file copy; a line in small letters or in brackets goes on with the item above.

    So does a short line that ends as items do, up to the item that ends the list with a stop.
    """
    found: list[Line] = []
    for line in lines:
        first = reading.text[line.start]
        if first in _DASHES:
            found.append(line)
        elif found and (first.islower() or first == "(" or _is_listed(reading, found[-1], line)):
            found[-1] = Line(found[-1].start, line.end)
        else:
            break
        if _FILE_COPY.match(reading.low, line.start):
            break
    return found


def _is_listed(reading: Reading, above: Line, line: Line) -> bool:
    short = line.end - line.start <= _ONE_BODY
    return short and reading.text[line.end - 1] in ";," and reading.text[above.end - 1] != "."


def _entries(reading: Reading, lines: list[Line]) -> list[str]:
    entries: list[str] = []
    for line in lines:
        written = unicodedata.normalize("NFC", as_written(reading, line.start, line.end))
        for piece in written.split(";"):
            entry = _PURPOSE.sub("", piece.strip(f"{_DASHES} “.,:"))
            if entry and not _NO_RECIPIENT.match(entry.lower()) and not _OFFICE.match(entry):
                entries.append(entry)
    return entries


def find_signers(reading: Reading, *, listed: bool = True) -> tuple[str, ...]:
    """The names under the authority (`TM.`, `KT.`, `T/M`) or office in capitals at the foot; several of a joint paper.

    The foot stands at the end of the paper itself, before its annexes; notes of a consolidated text stand below it.
    Slips, lists and speeches (not `listed`) are signed only where an office stands above the name.
    """
    end = _end_of_paper(reading)
    foot = [reading.text[line.start : line.end] for line in _foot(reading, end)]
    names = names_of_signers(foot) if listed else tuple(dict.fromkeys(signatures(foot)))
    return names or tuple(dict.fromkeys(_signed_above_notes(reading, end)))


def _foot(reading: Reading, end: int) -> Iterator[Line]:
    last = foot_lines(reading, _FOOT, end)
    at = _place_of_list(reading, end)
    if at is None or not last:
        yield from last
        return
    before = reading.text.rfind("\n", 0, max(0, at - _SIGNED_ABOVE)) + 1
    for line in top_lines(reading, 2 * _FOOT, min(before, last[0].start) if at >= last[0].start else before):
        if line.start >= end or (line.start > at and _ANNEX.match(reading.low, line.start)):
            return
        yield line


def _end_of_paper(reading: Reading) -> int:
    """Where the first annex begins that stands behind a signature; annexes and forms have feet of their own."""
    for found in islice(_ANNEX_BELOW.finditer(reading.low), _ANNEXES):
        above = [reading.text[line.start : line.end] for line in foot_lines(reading, _FOOT, found.start())]
        if signatures(above):
            return found.start()
    return len(reading.text)


def _signed_above_notes(reading: Reading, end: int) -> list[str]:
    for found in _MAY_SIGN.finditer(reading.text, 0, end):
        lines = [reading.text[line.start : line.end] for line in top_lines(reading, _FOOT, found.start())]
        if lines and opens_signature(lines[0]) and (names := signatures(lines)):
            return names
    return []
