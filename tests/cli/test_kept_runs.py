"""Whole runs of `camket` tell the same with and without what earlier ones kept, whatever became of that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import camket

SOURCE = Path(camket.__file__).parent
PAPERS = [SOURCE / "samples" / name for name in ("01-tin-lam-viec-2021.txt", "04-ke-hoach-2022.txt")]
RUN = "import sys; from camket.cli import main; sys.argv[0] = 'camket'; main()"
PAGE = "Sáu tháng đầu năm 2024, huyện Lạc Thổ trồng mới 512 ha quế; GRDP của tỉnh Bắc Ninh tăng 6,03%. Qxzvw 7 xã.\n"


def told(cache: Path | str, *papers: Path, source: Path = SOURCE, seed: str = "0") -> bytes:
    """What a run tells of papers, as bytes."""
    settings = {**os.environ, "CAMKET_CACHE": str(cache), "PYTHONHASHSEED": seed, "PYTHONPATH": str(source.parent)}
    command = [sys.executable, "-c", RUN, "extract", "--json", *map(str, papers)]
    done = subprocess.run(command, env=settings, capture_output=True, check=True)
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def plainly() -> bytes:
    return told("off", *PAPERS)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "cache"


def test_runs_tell_the_same_and_keep_the_same_expressions(plainly: bytes, cache: Path) -> None:
    assert told(cache, *PAPERS, seed="1") == plainly
    (file,) = cache.iterdir()
    first = file.stat()
    assert told(cache, *PAPERS, seed="2") == plainly
    assert file.stat().st_ino == first.st_ino, "another order of sets made other expressions"


def test_a_damaged_file_changes_nothing(plainly: bytes, cache: Path) -> None:
    told(cache, PAPERS[0])
    (file,) = cache.iterdir()
    data = file.read_bytes()
    file.write_bytes(data[:4] + data[1000:])
    assert told(cache, *PAPERS) == plainly
    assert file.stat().st_size > len(data)


def test_first_runs_at_once_do_not_disturb_each_other(plainly: bytes, cache: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        every = list(pool.map(lambda _: told(cache, *PAPERS), range(3)))
    assert every == [plainly] * 3
    assert len(list(cache.iterdir())) == 1


def test_a_folder_that_is_none_changes_nothing(plainly: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert told(file / "cache", *PAPERS) == plainly


def test_no_word_of_a_paper_is_kept(tmp_path: Path, cache: Path) -> None:
    """The other name holds no word at which a rule is tried: expressions are worked out when the first is met."""
    paper = tmp_path / "paper.txt"
    paper.write_text(PAGE, encoding="utf-8")
    told(cache, paper)
    (file,) = cache.iterdir()
    first = file.stat()
    paper.write_text(
        PAGE.replace("Lạc Thổ", "Cốc Pàng").replace("512", "634").replace("Qxzvw", "Bwgkl"), encoding="utf-8"
    )
    assert "Cốc Pàng".encode() in told(cache, paper)
    assert file.stat().st_ino == first.st_ino, "other names and numbers in the same sentences made other entries"


def test_a_word_list_that_is_changed_holds_at_once(tmp_path: Path, cache: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("Đến hết năm 2024, tỉnh Bắc Ninh không còn lều zôzô.\n", encoding="utf-8")
    changed = tmp_path / "src" / "camket"
    shutil.copytree(SOURCE, changed, ignore=shutil.ignore_patterns("__pycache__", "server"))
    before = told(cache, paper, source=changed)
    assert told(cache, paper, source=changed) == before
    words = changed / "rules" / "quantity" / "words.yaml"
    named = words.read_text(encoding="utf-8").replace("none_left:\n", "none_left:\n  lều zôzô: count\n", 1)
    words.write_text(named, encoding="utf-8")
    after = told(cache, paper, source=changed)
    assert after == told("off", paper, source=changed)
    assert after != before
