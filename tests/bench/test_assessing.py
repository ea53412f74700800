from __future__ import annotations

import pytest

from bench import assessing


def test_a_small_country_is_assessed_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("INDICATORS", 5), ("AREAS", 2), ("YEARS", 6)):
        monkeypatch.setattr(assessing, name, value)
    found = assessing.assessed(rounds=1)
    assert (found.statements, found.targets, found.lines) == (60, 10, 60)
    (line,) = assessing.assessing_lines(found)
    assert "5 indicators x 2 areas x 6 years" in line and "within" in line


def test_what_takes_too_long_is_said_aloud() -> None:
    (line,) = assessing.assessing_lines(assessing.Assessed(1, 1, 1, 7.5))
    assert "7.50 s" in line and "ABOVE" in line
