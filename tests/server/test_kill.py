"""`kill -9` in the middle of a load: a second run completes it, and nothing is lost or doubled."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.made.ready import ready
from tests.server.papers import write_papers

pytestmark = pytest.mark.own_database
ROOT = Path(__file__).parents[2]
CAMKET = (sys.executable, "-c", "from camket.cli import main; main()")


def environment(data: Path) -> dict[str, str]:
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAMKET_", "DJANGO_"))}
    return {**kept, "CAMKET_DATA": str(data), "PYTHONPATH": path}


def loaded(papers: Path, data: Path, kills: int, seed: int) -> Any:
    command = [sys.executable, "-m", "tests.server.killing", str(papers), str(kills), str(seed)]
    done = subprocess.run(command, cwd=ROOT, env=environment(data), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks processes")
def test_killed_at_any_step_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write_papers(papers, 12)
    undisturbed = loaded(papers, ready(tmp_path / "whole"), 0, 0)
    assert (undisturbed["left"], undisturbed["papers"], undisturbed["troubles"]) == (12, 12, [])
    killed = loaded(papers, ready(tmp_path / "killed"), 8, 1)
    assert killed["killed"] >= 4
    assert killed["troubles"] == []
    assert {name: killed[name] for name in ("papers", "facts", "standing")} == {
        name: undisturbed[name] for name in ("papers", "facts", "standing")
    }


def test_two_that_load_the_same_papers_at_once(tmp_path: Path) -> None:
    papers, where = tmp_path / "papers", environment(tmp_path / "data")
    write_papers(papers, 30)
    command = [*CAMKET, "load", str(papers), "--json"]
    both = [subprocess.Popen(command, env=where, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    told = [json.loads(each)["counts"] for each in said]
    assert sum(each.get("added", 0) for each in told) == 30
    assert sum(each.get("known", 0) for each in told) == 30
    whole, after = loaded(papers, ready(tmp_path / "whole"), 0, 0), loaded(papers, tmp_path / "data", 0, 0)
    assert after["troubles"] == []
    assert (after["facts"], after["standing"]) == (whole["facts"], whole["standing"])


@pytest.mark.soak
def test_five_hundred_papers_killed_ten_times(tmp_path: Path) -> None:
    papers, data, random = tmp_path / "papers", tmp_path / "data", Random(11)
    write_papers(papers, 500)
    killed = 0
    for _ in range(10):
        process = subprocess.Popen([*CAMKET, "load", str(papers)], env=environment(data), stdout=subprocess.DEVNULL)
        time.sleep(1 + random.random() * 2)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
    run = subprocess.run(
        [*CAMKET, "load", str(papers), "--json"], env=environment(data), capture_output=True, check=True
    )
    assert killed >= 5
    assert len(json.loads(run.stdout)["papers"]) == 500
    doctor = subprocess.run([*CAMKET, "doctor"], env=environment(data), capture_output=True, text=True, check=False)
    assert (doctor.returncode, doctor.stdout.count("\n")) == (0, 1)
    whole, after = loaded(papers, tmp_path / "whole", 0, 0), loaded(papers, data, 0, 0)
    assert after["left"] == 0
    assert {name: after[name] for name in ("papers", "facts", "standing")} == {
        name: whole[name] for name in ("papers", "facts", "standing")
    }
