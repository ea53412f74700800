"""Files are parsed in a process of their own: it is kept warm, killed when late, and its end is a finding."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from camket.errors import ReadError
from camket.read import read
from camket.read.apart import Apart
from camket.read.limits import Limits
from camket.read.worker import Request

PAGE = "<html><body><h1>Tin</h1><p>Năm 2024, GRDP của tỉnh tăng 6,03% so với năm 2023.</p></body></html>"
STARTS = "import sys, time, os\nfrom camket.read.worker import receive, send, Reply\nreceive(sys.stdin.buffer)\n"


@pytest.fixture
def apart() -> Iterator[Apart]:
    made = Apart()
    yield made
    made.stop()


def _asking(**given: object) -> Request:
    return Request(file="trang.html", limits=Limits(), data=PAGE.encode(), **given)  # type: ignore[arg-type]  # a table of cases


def _process(apart: Apart) -> int:
    process = apart._process
    assert process is not None
    return process.pid


def test_one_process_serves_many_files(apart: Apart) -> None:
    first = apart.ask(_asking())
    warm = _process(apart)
    assert first.parsed is not None
    assert first.parsed.text.startswith("Tin\nNăm 2024")
    assert apart.ask(_asking()) == first
    assert _process(apart) == warm


BAD_ENDS = [  # what the process does, the seconds it is given, what is said
    ("time.sleep(600)", 1, "read.timeout", "most", "1"),
    ("os._exit(3)", 300, "read.crashed", "reason", "3"),
    ("os.abort()", 300, "read.crashed", "reason", "-6"),
    ("sys.stdout.buffer.write(b'\\0' * 5); sys.stdout.flush(); os._exit(0)", 300, "read.crashed", "reason", "0"),
]


@pytest.mark.parametrize(("does", "seconds", "code", "param", "value"), BAD_ENDS)
def test_a_process_that_hangs_or_ends_is_said(
    tmp_path: Path, does: str, seconds: int, code: str, param: str, value: str
) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text(STARTS + does, encoding="utf-8")
    apart = Apart((sys.executable, str(worker)))
    with pytest.raises(ReadError) as caught:
        apart.ask(Request(file="van-ban.pdf", limits=Limits(seconds=seconds), data=b"%PDF"))
    said = dict(caught.value.message.params)
    assert (caught.value.message.code, said["file"], said[param]) == (code, "van-ban.pdf", value)
    assert apart._process is None


def test_after_a_bad_end_the_next_file_is_read(apart: Apart) -> None:
    apart.ask(_asking())
    process = apart._process
    assert process is not None
    process.kill()
    process.wait()
    assert apart.ask(_asking()).format == "html"


def test_more_memory_than_allowed_is_said() -> None:
    apart = Apart()
    request = Request(file="to.html", limits=Limits(memory=150), data=PAGE.encode() + b"<p>" + b"a" * 140_000_000)
    with pytest.raises(ReadError) as caught:
        apart.ask(request)
    apart.stop()
    assert caught.value.message.code in {"read.memory", "read.crashed"}


def test_the_folder_of_the_papers_lends_no_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit('taken from the folder of the papers')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    apart = Apart()
    assert apart.ask(_asking()).format == "html"
    apart.stop()


def test_what_the_bytes_say_counts_not_the_name(tmp_path: Path) -> None:
    (tmp_path / "trang.txt").write_text(PAGE, encoding="utf-8")
    document = read(tmp_path / "trang.txt")
    assert (document.format, document.text.splitlines()[0]) == ("html", "Tin")


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "lon.txt"
    with path.open("wb") as opened:
        opened.truncate(500_000_000)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.message == ("read.too_large", (("file", str(path)), ("size", "500"), ("most", "200")))
