"""The speed table: fair turns, ratios to the peers, a missing peer named."""

from __future__ import annotations

import pytest
from bench.memory import peak_megabytes
from bench.speed import Pace, paces, speed_lines, stretches
from bench.ways import BASELINE, CAMKET, FLOOR, PYVI, Text, Way


def text(letters: str) -> Text:
    return Text(letters, letters.encode())


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([5], [[5]]), ([4, 4, 4, 4], [[4, 4, 4], [4]]), ([30, 1, 1], [[30], [1, 1]]), ([10, 10], [[10], [10]])],
)
def test_stretches_keep_order_and_end_when_they_are_full(sizes: list[int], expected: list[list[int]]) -> None:
    groups = stretches([text("a" * size) for size in sizes], size=10)
    assert [[len(one.data) for one in group] for group in groups] == expected


def test_ratios_are_to_each_peer_and_a_missing_one_is_named() -> None:
    measured = {CAMKET: Pace(50, 0.5, 40.2), BASELINE: Pace(200, 2.0, 16.0), FLOOR: Pace(5000, 50.0)}
    lines = speed_lines("two texts", [text("một"), text("hai")], measured)
    row = {name: next(line for line in lines if line.startswith(name)) for name in (CAMKET, BASELINE, PYVI, FLOOR)}
    assert "two texts: 2 texts" in lines[0]
    assert row[CAMKET].split()[-6:] == ["50.0", "0.500", "0.250", "-", "0.010", "40"]
    assert row[FLOOR].split()[-6:] == ["5000.0", "50.000", "25.000", "-", "1.000", "-"]
    assert "not installed" in row[PYVI]


def test_every_way_goes_over_every_text(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, list[str]] = {"one": [], "two": []}

    def recording(name: str) -> Way:
        return Way(name, "keeps what it is given", lambda: lambda one: seen[name].append(one.text))

    ways = tuple(map(recording, seen))
    monkeypatch.setattr("bench.speed.at_hand", lambda: ways)
    monkeypatch.setattr("bench.speed.peak_megabytes", lambda *_: None)
    measured = paces([text("a"), text("b")], rounds=2)
    assert set(measured) == {"one", "two"}
    assert all(texts == ["a", "a", "b", "a", "b"] for texts in seen.values())  # once to warm up, then the rounds


def test_the_peak_is_that_of_a_process_of_its_own() -> None:
    held = bytearray(200_000_000)
    peak = peak_megabytes(FLOOR, [text("GRDP tăng 6,03%")])
    assert peak is not None
    assert 5 < peak < len(held) / 1e6
