"""Papers read in processes: the same as by one, in the same order, whatever happens to a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from camket.batch import Given, Readers, processes_for
from camket.batch import readers as pool
from camket.read.limits import DEFAULT

ROOT = Path(__file__).parents[2]
TEXT = "Năm 2024, GRDP của tỉnh Bắc Ninh tăng {}%. Thu ngân sách nhà nước đạt 32.405 tỷ đồng.\n"


def paper(number: int, text: str = TEXT) -> Given:
    return Given(data=text.format(f"{number},5").encode(), name=f"bc-{number}", file=f"bc-{number}.txt", limits=DEFAULT)


def told(processes: int, *papers: Given | str) -> list[tuple[str, Any]]:
    """What came of each paper, by its name; what stands between papers is its own name."""
    with Readers(processes) as readers:
        found = list(readers.read(papers))
    return [
        (each, None) if isinstance(each, str) else (each[0].name, each[1].extraction or each[1].trouble)
        for each in found
    ]


def test_several_read_the_same_as_one_in_the_order_given() -> None:
    papers: list[Given | str] = ["before", *(paper(number) for number in range(9)), "between", paper(9)]
    assert told(2, *papers) == told(0, *papers)
    assert [name for name, said in told(2, *papers) if said is None] == ["before", "between"]


def test_a_paper_that_cannot_be_read_is_told_of_and_the_others_are_read() -> None:
    secret = paper(1, "ỦY BAN NHÂN DÂN TỈNH BẮC NINH\nTỐI MẬT\nSố: 1/BC-UBND\nBáo cáo {}\n")
    found = dict(told(1, paper(0), secret, paper(2)))
    assert [name for name, said in found.items() if getattr(said, "code", None) == "read.secret"] == ["bc-1"]
    assert found["bc-2"].figures


CRASHES = """
import os, sys
from camket.batch import reader
read = reader.read_paper
def fragile(given):
    if given.name == "bc-1":
        {}
    return read(given)
reader.read_paper = fragile
reader.main()
"""


@pytest.mark.parametrize("end", ["os._exit(3)", "raise ValueError('lời của văn bản')"])
def test_a_process_that_ends_costs_its_paper_only(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_READER", (sys.executable, "-c", CRASHES.format(end)))
    found = told(1, *(paper(number) for number in range(4)))
    names = [(name, getattr(said, "code", "read")) for name, said in found]
    assert names == [("bc-0", "read"), ("bc-1", "read.crashed"), ("bc-2", "read"), ("bc-3", "read")]
    assert "lời của" not in repr(found[1])


STARTS = """
import sys, time
from camket.batch import Given, Readers
from camket.read.limits import DEFAULT
with Readers(2) as readers:
    papers = (Given(data=b"GRDP tang", name=str(n), file=str(n), limits=DEFAULT) for n in range(10))
    for _ in readers.read(papers):
        print(*(each._running.pid for each in readers._started), flush=True)
        time.sleep(30)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs signals of POSIX")
def test_processes_end_with_whoever_started_them() -> None:
    where = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen([sys.executable, "-c", STARTS], env=where, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        pids = [int(each) for each in starter.stdout.readline().split()]
        starter.send_signal(signal.SIGKILL)
    assert pids
    until = time.monotonic() + 180
    while any(map(_runs, pids)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(_runs, pids))


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_few_papers_are_read_by_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(4), raising=False)
    assert [processes_for(count) for count in (0, 19, 20, 5000)] == [0, 0, 4, 4]
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(64), raising=False)
    assert processes_for(100) == 8
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(1), raising=False)
    assert processes_for(100) == 0
