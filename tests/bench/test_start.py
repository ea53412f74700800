"""The wait for one page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bench.start import PAGE, Wait, commands, start_lines, waits


def test_each_command_runs_in_turn_and_the_first_round_is_not_counted(tmp_path: Path) -> None:
    log = tmp_path / "log"
    write = f"open({str(log)!r}, 'a').write(sys.argv[1])"
    some = {name: [sys.executable, "-c", f"import sys; {write}", name] for name in ("a", "b")}
    found = waits(some, runs=2)
    assert log.read_text() == "ababab"
    assert all(0 < wait.least <= wait.median for wait in found.values())


def test_a_command_that_fails_is_no_measure() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        waits({"a": [sys.executable, "-c", "raise SystemExit(3)"]}, runs=1)


def test_the_commands_do_what_their_names_say(tmp_path: Path) -> None:
    page = tmp_path / "trang.txt"
    page.write_text("Năm 2024, thu ngân sách đạt 31.250 tỷ đồng.", encoding="utf-8")
    done = subprocess.run(commands(page)[PAGE], capture_output=True, check=True)
    assert "trang" in done.stdout.decode()


@pytest.mark.parametrize(("median", "verdict"), [(0.41, "reached"), (0.6, "not reached")])
def test_what_is_wanted_is_said(median: float, verdict: str) -> None:
    lines = start_lines({PAGE: Wait(median, 0.4), "python -c pass": Wait(0.012, 0.011)})
    assert lines[1].split() == ["camket", "extract,", "one", "page", f"{median:.3f}", "0.400"]
    assert lines[-1].endswith(f": {verdict}")
