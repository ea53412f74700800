"""The table of scores, with what the plain-regex baseline reaches on the same papers."""

from __future__ import annotations

from collections.abc import Sequence

from bench import baseline
from bench.gold import Paper
from bench.scoring import LEVELS, tallies


def score_lines(read: Sequence[Paper]) -> list[str]:
    """For each kind that was annotated and each level: counts, precision, recall, F1, and the baseline's F1."""
    peer = [baseline.extract(paper.text) for paper in read]
    lines = [
        f"{len(read)} papers",
        f"{'':24}{'gold':>6}{'found':>7}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}{'baseline F1':>14}",
    ]
    for kind in LEVELS:
        annotated = [(paper, other) for paper, other in zip(read, peer, strict=True) if kind in paper.gold]
        if not annotated:
            continue
        ours = tallies(kind, [(paper.gold[kind], paper.found[kind]) for paper, _ in annotated])
        theirs = tallies(kind, [(paper.gold[kind], other[kind]) for paper, other in annotated])
        for name, row in ours.items():
            counts = f"{row.gold:6}{row.found:7}{row.hits:7}"
            measured = f"{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}{theirs[name].f1:14.3f}"
            lines.append(f"{name:24}{counts}{measured}")
    return lines
