from __future__ import annotations

import os
from pathlib import Path

import pytest

from camket.errors import UsageError
from camket.read.folder import find_documents


def _files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


NAMES = [
    (("b.txt", "a.txt"), ["a", "b"]),
    (("2024/thang-1.txt", "2025/thang-1.txt"), ["2024/thang-1", "2025/thang-1"]),
    (("a.html", "a.txt"), ["a.html", "a.txt"]),
    (("a.html", "a.txt", "a.txt.html"), ["a.html", "a.txt", "a.txt.html"]),
    (("manifest.txt", "x.txt"), ["manifest.txt", "x"]),
    (("bao.cao.txt",), ["bao.cao"]),
    ((".an/a.txt", ".b.txt", "c.TXT"), ["c"]),
    (("a.htm", "b.xhtml", "c.md", "d.text"), ["a", "b", "c", "d"]),
]


@pytest.mark.parametrize(("files", "names"), NAMES)
def test_names(tmp_path: Path, files: tuple[str, ...], names: list[str]) -> None:
    _files(tmp_path, *files)
    listing = find_documents([tmp_path])
    assert [each.name for each in listing.inputs] == names
    assert listing.findings == ()


def test_folders_with_the_same_names_are_told_apart(tmp_path: Path) -> None:
    _files(tmp_path, "mot/x/a.txt", "hai/x/a.txt")
    listing = find_documents([tmp_path / "mot/x", tmp_path / "hai/x"])
    assert [each.name for each in listing.inputs] == ["mot/x/a.txt", "hai/x/a.txt"]


def test_a_file_named_twice_is_one_input(tmp_path: Path) -> None:
    _files(tmp_path, "a.txt", "b.txt")
    listing = find_documents([tmp_path / "b.txt", tmp_path, tmp_path])
    assert [each.name for each in listing.inputs] == ["b", "a"]


def test_a_file_named_itself_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    _files(tmp_path, "ghi-chu.log")
    assert [each.name for each in find_documents([tmp_path / "ghi-chu.log"]).inputs] == ["ghi-chu"]


def test_unknown_suffixes_are_passed_over_and_named(tmp_path: Path) -> None:
    _files(tmp_path, "a.txt", "1.log", "2.log", "3.log", "4.log", "khong-duoi")
    found = [dict(each.message.params) for each in find_documents([tmp_path]).findings]
    assert [(each["suffix"], each["count"], each["names"]) for each in found] == [
        ("-", "1", "khong-duoi"),
        (".log", "4", "1.log, 2.log, 3.log, ..."),
    ]


def test_a_folder_without_documents_is_a_finding(tmp_path: Path) -> None:
    listing = find_documents([tmp_path])
    assert listing.inputs == ()
    assert [(each.message.code, each.level, each.where) for each in listing.findings] == [
        ("read.empty_folder", "warning", str(tmp_path))
    ]


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        find_documents([tmp_path, tmp_path / "khong-co"])
    assert dict(caught.value.message.params)["file"] == str(tmp_path / "khong-co")


def test_the_output_folder_is_not_read(tmp_path: Path) -> None:
    _files(tmp_path, "a.txt", "ra/a.txt")
    assert [each.name for each in find_documents([tmp_path], leave_out=tmp_path / "ra").inputs] == ["a"]


def test_pipes_are_passed_over_and_broken_links_left_to_the_reader(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.txt")
    (tmp_path / "dut.txt").symlink_to(tmp_path / "khong-co.txt")
    assert [each.name for each in find_documents([tmp_path]).inputs] == ["dut"]


def test_a_loop_of_links_is_left_to_the_reader(tmp_path: Path) -> None:
    _files(tmp_path, "c.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    assert {each.name for each in find_documents([tmp_path]).inputs} >= {"a", "c"}
    assert [each.name for each in find_documents([tmp_path / "a.txt"]).inputs] == ["a"]


@pytest.mark.parametrize(
    ("name", "data", "code", "level"),
    [
        ("trinh-chieu.pptx", b"PK\x03\x04\x14\0ppt/presentation.xml" + bytes(400_000), "read.skipped_text", "warning"),
        ("anh.heic", b"\0\0\0\x18ftypheic", "read.skipped_image", "info"),
        ("cu.log", b"x", "read.skipped", "info"),
    ],
)
def test_what_is_passed_over_is_told_by_its_format(
    tmp_path: Path, name: str, data: bytes, code: str, level: str
) -> None:
    _files(tmp_path, "a.txt")
    (tmp_path / name).write_bytes(data)
    (finding,) = find_documents([tmp_path]).findings
    assert (finding.message.code, finding.level) == (code, level)
    assert name in dict(finding.message.params)["names"]


def test_an_input_knows_its_path_below_the_folder(tmp_path: Path) -> None:
    _files(tmp_path, "2024/a.txt")
    assert [each.below for each in find_documents([tmp_path]).inputs] == ["2024/a.txt"]
    assert [each.below for each in find_documents([tmp_path / "2024/a.txt"]).inputs] == ["a.txt"]
