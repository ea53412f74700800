"""The head and the foot of an official paper stand in two columns, which are read one after the other.

Decree 30/2020/NĐ-CP, annex I; Guide 36-HD/VPTW: on the left who issues it and its number, on the right the motto with
place and date; at the foot on the left whom it goes to, on the right who signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.read.scan.fold import folded
from camket.read.scan.lines import Line, Run, run_of

_MOTTO = expression(r"cong hoa xa hoi|dang cong san viet nam|doc lap ?- ?tu do")
_SENT_TO = expression(r"noi nhan ?:?$|noi nhan ?:")
_ADDRESSED = expression(r"kinh gui\b")
_CUT_MOTTO = expression(
    r"cong hoa(?: xa(?: hoi(?: chu(?: nghia(?: viet)?)?)?)?)?|dang cong(?: san(?: viet)?)?"
    r"|doc lap ?[-–](?: tu(?: do(?: ?[-–](?: hanh)?)?)?)?"
)
_ITEM = expression(r"[-+•*–] |[a-zđ]\)")
_STOPS = (".", ";", ":")
_STAR = expression(r"[a-zđ+x×#%&°”\"']{1,2}|[^\w\s]")
_OF_MOTTO = 0.25
_ABOVE, _BELOW = 4, 8
_LONG = 0.75


class Band(NamedTuple):
    """Lines of a page that stand in two columns: `lines[first:last]`, and the lines of each column."""

    first: int
    last: int
    left: tuple[Line, ...]
    right: tuple[Line, ...]


def bands(lines: Sequence[Line]) -> list[Band]:
    """Where the head and the foot of a paper stand on a page."""
    found = [_head(lines, at) for at, line in enumerate(lines) if _MOTTO.search(folded(line.runs[-1].text))][:1]
    starts = [at for at, line in enumerate(lines) if _SENT_TO.match(folded(line.runs[0].text))]
    found += [_foot(lines, at) for at in starts]
    kept = [band for band in found if band is not None]
    return [band for place, band in enumerate(kept) if place == 0 or band.first >= kept[place - 1].last]


def whole_lines(column: Sequence[Line]) -> list[list[Line]]:
    """The lines of a column of head or foot, each with those below that had no room in it."""
    groups: list[list[Line]] = []
    for line in column:
        if groups and _is_rest(groups[-1], line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_rest(group: Sequence[Line], text: str) -> bool:
    """Whether a line goes on: it begins small, ends a name in capitals or the motto, or an item without its stop."""
    before = group[-1].text
    if before.endswith(_STOPS) or _ITEM.match(text):
        return False
    if text[:1].islower() or _CUT_MOTTO.fullmatch(folded(before)):
        return True
    return (text.isalpha() and text.isupper() and before.isupper()) or _ITEM.match(group[0].text) is not None


def _head(lines: Sequence[Line], at: int) -> Band | None:
    """The head around the line of the motto: down to `Kính gửi` or the first line that stands in neither column."""
    motto = lines[at].runs[-1]
    first = at
    while first > 0 and at - first < _ABOVE and _side(lines[first - 1], motto) is not None:
        first -= 1
    last = at + 1
    while last < len(lines) and last - at <= _BELOW and _in_head(lines[last], motto):
        last += 1
    sides = [_side(line, motto) or ((), line.runs) for line in lines[first:last]]
    return _band(first, last, sides)


def _in_head(line: Line, motto: Run) -> bool:
    return _ADDRESSED.match(folded(line.text)) is None and _side(line, motto) is not None


def _band(first: int, last: int, sides: list[tuple[tuple[Run, ...], tuple[Run, ...]]]) -> Band | None:
    left = tuple(_starred(Line(side)) for side, _ in sides if side)
    right = tuple(Line(side) for _, side in sides if side)
    return Band(first, last, left, right) if left and right else None


def _starred(line: Line) -> Line:
    """A line of a head; the star under the name of a body of the Party is read as any letter (`k`, `+`)."""
    if not _STAR.fullmatch(line.text):
        return line
    return Line((run_of([line.words[0]._replace(text="*")]),))


def _side(line: Line, motto: Run) -> tuple[tuple[Run, ...], tuple[Run, ...]] | None:
    """The runs of a line that stand left of and under the motto; None where one stands in neither column."""
    if len(line.runs) == 2 and line.runs[0].middle < motto.left < line.runs[1].right:
        return line.runs[:1], line.runs[1:]
    left = tuple(run for run in line.runs if run.right <= motto.left)
    right = tuple(run for run in line.runs if run not in left)
    width = motto.right - motto.left
    if all(abs(run.middle - motto.middle) < _OF_MOTTO * width for run in right):
        return left, right
    return None


def _foot(lines: Sequence[Line], at: int) -> Band | None:
    """The foot around the line that says whom the paper goes to, with the signer's lines that begin above it."""
    margin = lines[at].left
    width = max(line.right for line in lines) - min(line.left for line in lines)
    half = min(line.left for line in lines) + width / 2
    first = at
    while first > 0 and _signs(lines[first - 1], half):
        first -= 1
    last = at
    while last < len(lines) and _in_foot(lines[last], margin, width, half):
        last += 1
    sides = [_halves(line, half) for line in lines[first:last]]
    return _band(first, last, sides)


def _signs(line: Line, half: float) -> bool:
    return len(line.runs) == 1 and line.left > half - line.runs[0].height and line.text.isupper()


def _in_foot(line: Line, margin: float, width: float, half: float) -> bool:
    if len(line.runs) > 1 or line.left > half:
        return True
    return line.left < margin + width / 10 and line.right - line.left < _LONG * width


def _halves(line: Line, half: float) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    if len(line.runs) == 1:
        return (line.runs, ()) if line.left < half - line.runs[0].height else ((), line.runs)
    return tuple(run for run in line.runs if run.left < half - run.height), tuple(
        run for run in line.runs if run.left >= half - run.height
    )
