"""Archives stand for the files in them; what is dangerous or broken in one is a finding and stops nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.made.archive import archive

from camket.cli.app import app
from camket.errors import ReadError
from camket.read import read
from camket.read.folder import find_documents
from camket.read.limits import Limits

GOOD = "Ngày 13/01/2025, tỉnh Bắc Ninh cho biết: năm 2024, GRDP của tỉnh tăng 6,03% so với năm 2023."


def written(folder: Path, data: bytes, name: str = "giay-to.zip") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_an_archive_stands_for_its_files(tmp_path: Path) -> None:
    inner = archive(**{"phu-luc.txt": GOOD.encode()})
    files = {"2025/Báo cáo.txt": GOOD.encode(), "anh.bin": b"\1\2\3", "trong.zip": inner, "__MACOSX/._x.txt": b"x"}
    written(tmp_path, archive(**files))
    listing = find_documents([tmp_path])
    assert [each.name for each in listing.inputs] == [
        "giay-to.zip/2025/Báo cáo", "giay-to.zip/trong.zip/phu-luc",
    ]  # fmt: skip
    assert [each.message.code for each in listing.findings] == ["read.skipped"]
    each = listing.inputs[1]
    document = read(each.path, id=each.name, members=each.members)
    assert (document.text, document.id) == (GOOD, "giay-to.zip/trong.zip/phu-luc")


def test_extract_writes_the_files_of_an_archive_below_its_name(tmp_path: Path) -> None:
    written(tmp_path, archive(**{"a.txt": GOOD.encode(), "b.html": f"<html><p>{GOOD}</p></html>".encode()}))
    done = CliRunner().invoke(app, ["extract", str(tmp_path), "--out", str(tmp_path / "ra")])
    assert done.exit_code == 0, done.output
    facts = json.loads((tmp_path / "ra/giay-to.zip/b.json").read_bytes())
    text = (tmp_path / "ra/giay-to.zip/b.txt").read_text(encoding="utf-8")
    assert [text[each["start"] : each["end"]] for each in facts["figures"]] == ["6,03%"]
    files = json.loads((tmp_path / "ra/manifest.json").read_bytes())["files"]
    assert [each["output"] for each in files] == ["giay-to.zip/a.json", "giay-to.zip/b.json"]


def test_old_archives_keep_vietnamese_names(tmp_path: Path) -> None:
    data = archive(**{"Quy hoach.txt": b"x"}).replace(b"Quy hoach", "Báo cáo".encode())
    assert [each.name for each in find_documents([written(tmp_path, data)]).inputs] == ["giay-to.zip/Báo cáo"]


def _lying() -> bytes:
    """An archive whose entry says it is small and unpacks to a hundred megabytes."""
    data = bytearray(archive(**{"a.txt": b"\0" * 100_000_000}))
    size = (100_000_000).to_bytes(4, "little")
    return bytes(data.replace(size, (10).to_bytes(4, "little")))


def _encrypted() -> bytes:
    data = bytearray(archive(**{"a.txt": b"x"}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


HOSTILE = [
    ("bomb", archive(**{"a.txt": b"a" * 3_000_000}), "read.archive_bomb"),
    ("nested bomb", archive(**{"b.zip": archive(**{"a.txt": b"a" * 3_000_000})}), "read.archive_bomb"),
    ("many", archive(**{f"{n}.txt": b"x" for n in range(30)}), "read.archive_members"),
    ("outside", archive(**{"../../a.txt": b"x"}), "read.archive_outside"),
    ("absolute", archive(**{"/etc/a.txt": b"x"}), "read.archive_outside"),
    ("drive", archive(**{"C:\\a.txt": b"x"}), "read.archive_outside"),
    ("password", _encrypted(), "read.archive_password"),
    ("cut", archive(**{"a.txt": GOOD.encode() * 50})[:-30], "read.archive_broken"),
    ("deep", archive(a=archive(b=archive(c=archive(**{"d.txt": b"x"})))), "read.archive_deep"),
    ("empty", archive(), "read.archive_empty"),
    ("lying", _lying(), "read.archive_broken"),
]


def test_what_an_archive_unpacks_to_is_told_by_its_limit(tmp_path: Path) -> None:
    written(tmp_path, archive(**{f"{n}.txt": b"a" * 1_500_000 for n in range(3)}))
    said = find_documents([tmp_path], limits=Limits(megabytes=4)).findings[0].message
    assert (said.code, dict(said.params)["most"]) == ("read.archive_bomb", "4")


@pytest.mark.parametrize("data", [b"", b"khong phai tep nen"])
def test_a_file_that_only_calls_itself_an_archive_is_left_to_its_reader(tmp_path: Path, data: bytes) -> None:
    written(tmp_path, data)
    listing = find_documents([tmp_path])
    assert ([each.name for each in listing.inputs], listing.findings) == (["giay-to"], ())


@pytest.mark.parametrize(("data", "code"), [each[1:] for each in HOSTILE], ids=[each[0] for each in HOSTILE])
def test_hostile_archives_are_findings(tmp_path: Path, data: bytes, code: str) -> None:
    written(tmp_path, data)
    (tmp_path / "tot.txt").write_text(GOOD, encoding="utf-8")
    listing = find_documents([tmp_path], limits=Limits(megabytes=2, members=20, depth=2))
    assert [each.name for each in listing.inputs] == ["tot"]
    assert code in [each.message.code for each in listing.findings]


def test_a_member_that_is_gone_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, archive(**{"a.txt": b"x"}))
    with pytest.raises(ReadError) as caught:
        read(path, members=("b.txt",))
    assert caught.value.message.code == "read.archive_broken"
