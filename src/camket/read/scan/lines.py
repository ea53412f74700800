"""Words to lines: runs of words that stand close together, and the runs at one height."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.read.scan.word import Word

_WIDE_GAP = 1.3
"""A gap this many times as wide as the letters are high parts two columns, unless all gaps of the line are wide."""
_OUTLIER = 2.5
_SAME_HEIGHT = 0.5
_RULED = expression(r"[_|=~ˆ^]+|(?=.*_)[-–—_]+|[-–—]{4,}")


class Run(NamedTuple):
    """Words of a line that nothing parts, from left to right, and their box."""

    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def text(self) -> str:
        """The words, one blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def height(self) -> float:
        """That of a letter: marks above and below make words higher than they are."""
        return median(word.height for word in self.words)

    @property
    def middle(self) -> float:
        """Halfway between left and right."""
        return (self.left + self.right) / 2

    @property
    def centre(self) -> float:
        """Halfway between top and bottom."""
        return (self.top + self.bottom) / 2


class Line(NamedTuple):
    """Runs at one height, from left to right."""

    runs: tuple[Run, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.runs[-1].right

    @property
    def top(self) -> float:
        """The top of its highest run."""
        return min(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        """The bottom of its lowest run."""
        return max(run.bottom for run in self.runs)

    @property
    def text(self) -> str:
        """Its words; two blanks where a wide gap parts them."""
        return "  ".join(run.text for run in self.runs)

    @property
    def words(self) -> tuple[Word, ...]:
        """All of them, from left to right."""
        return tuple(word for run in self.runs for word in run.words)


def run_of(words: Sequence[Word]) -> Run:
    """Words that belong together as one run."""
    return Run(
        tuple(words),
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )


def runs_of(words: Iterable[Word]) -> list[Run]:
    """The runs of the recogniser's lines, each cut where a gap parts two columns; what is only ruled is no word."""
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        if _RULED.fullmatch(word.text):
            continue
        lines.setdefault((word.block, word.paragraph, word.line), []).append(word)
    return [run for line in lines.values() for run in _cut(sorted(line, key=lambda word: word.left))]


def _cut(line: list[Word]) -> list[Run]:
    gaps = [after.left - word.right for word, after in pairwise(line)]
    height = median(word.height for word in line)
    # In a justified line all gaps are wide; what parts columns is wider than most of its line.
    usual = median(gaps) if len(gaps) > 2 else 0.0
    wide = max(_WIDE_GAP * height, _OUTLIER * usual)
    parts: list[list[Word]] = [[line[0]]]
    for word, gap in zip(line[1:], gaps, strict=True):
        if gap > wide:
            parts.append([word])
        else:
            parts[-1].append(word)
    return [run_of(part) for part in parts]


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """Runs at one height as lines, from the top down."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: each.centre):
        if lines and _beside(lines[-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [Line(tuple(sorted(line, key=lambda run: run.left))) for line in lines]


def _beside(line: list[Run], run: Run) -> bool:
    """Whether a run stands at the height of a line and over none of its runs."""
    height = min(min(each.height for each in line), run.height)
    centre = sum(each.centre for each in line) / len(line)
    if abs(run.centre - centre) > _SAME_HEIGHT * height:
        return False
    return all(run.left >= each.right or run.right <= each.left for each in line)
