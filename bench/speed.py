"""Speed beside the peers in the same run: every way goes over every stretch of the texts in turn, in one process."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bench.memory import peak_megabytes
from bench.ways import BASELINE, FLOOR, PYVI, WAYS, Text, Way, Work, at_hand

_STRETCH = 60_000
"""Bytes that one way goes over before the next has its turn: short, so that a busy moment hits all alike."""
_PEERS = (BASELINE, PYVI, FLOOR)


class Pace(NamedTuple):
    """How fast one way went over all texts, in its best rounds, and the most memory that it took, in MB."""

    documents_per_second: float
    megabytes_per_second: float
    peak_megabytes: float | None = None


def stretches(texts: Iterable[Text], size: int = _STRETCH) -> list[list[Text]]:
    """The texts in order, in groups of about `size` bytes."""
    groups: list[list[Text]] = [[]]
    held = 0
    for one in texts:
        if held >= size:
            groups.append([])
            held = 0
        groups[-1].append(one)
        held += len(one.data)
    return groups


def paces(texts: Sequence[Text], *, rounds: int = 3, seconds: float = 0.0) -> dict[str, Pace]:
    """The pace of each way at hand, by name.

    Args:
        texts: what to go over.
        rounds: how often at least; of each stretch the best round counts.
        seconds: rounds go on until this time is spent.
    """
    ways = at_hand()
    spent = _best_seconds(ways, stretches(texts), rounds, seconds)
    size = sum(len(one.data) for one in texts)
    return {
        way.name: Pace(len(texts) / spent[way.name], size / spent[way.name] / 1e6, peak_megabytes(way.name, texts))
        for way in ways
    }


def _best_seconds(
    ways: Sequence[Way], groups: Sequence[Sequence[Text]], rounds: int, seconds: float
) -> dict[str, float]:
    """Per way the sum over the stretches of the best round's time."""
    works = {way.name: way.make() for way in ways}
    for work in works.values():
        work(groups[0][0])
    best = {name: [float("inf")] * len(groups) for name in works}
    began, done = time.perf_counter(), 0
    while done < rounds or time.perf_counter() - began < seconds:
        for number, group in enumerate(groups):
            for name, work in works.items():
                best[name][number] = min(best[name][number], _seconds(work, group))
        done += 1
    return {name: sum(times) for name, times in best.items()}


def _seconds(work: Work, group: Sequence[Text]) -> float:
    began = time.perf_counter()
    for one in group:
        work(one)
    return time.perf_counter() - began


def speed_lines(title: str, texts: Sequence[Text], measured: Mapping[str, Pace]) -> list[str]:
    """The table of the paces, with each way's ratio to every peer."""
    size = sum(len(one.data) for one in texts) / 1e6
    lines = [
        f"{title}: {len(texts)} texts, {size:.2f} MB in memory, one process, best of the rounds of each stretch",
        f"{'':46}{'documents/s':>12}{'MB/s':>9}" + "".join(f"{f'x {peer}':>12}" for peer in _PEERS) + f"{'peak MB':>9}",
    ]
    for way in WAYS:
        pace = measured.get(way.name)
        name = f"{way.name} ({way.what})"
        if pace is None:
            lines.append(f"{name:46}{'not installed: pip install .[bench]':>45}")
            continue
        ratios = "".join(_ratio(pace, measured.get(peer)) for peer in _PEERS)
        peak = "-" if pace.peak_megabytes is None else f"{pace.peak_megabytes:.0f}"
        lines.append(f"{name:46}{pace.documents_per_second:12.1f}{pace.megabytes_per_second:9.3f}{ratios}{peak:>9}")
    return lines


def _ratio(pace: Pace, peer: Pace | None) -> str:
    return f"{'-':>12}" if peer is None else f"{pace.megabytes_per_second / peer.megabytes_per_second:12.3f}"
