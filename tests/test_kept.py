"""What is worked out of the sources is kept between runs, and never a reason to fail."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from camket import kept


@pytest.fixture(autouse=True)
def _nothing_is_kept_after() -> Iterator[None]:
    yield
    kept.use(None)


class Maker:
    """Makes a value, and counts how often it had to."""

    def __init__(self, value: object = "bảy xã") -> None:
        self.value, self.asked = value, 0

    def __call__(self) -> object:
        self.asked += 1
        return self.value


def taken(folder: Path | None, make: Maker, source: str = "s") -> object:
    """What a run of its own takes."""
    kept.use(folder)
    value = kept.kept("a", source, object, make)
    kept.save()
    return value


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_second_run_takes_what_the_first_made(tmp_path: Path) -> None:
    make = Maker({"xã": [1, None, True, "hai"]})
    assert taken(tmp_path / "new" / "c", make) == taken(tmp_path / "new" / "c", make) == make.value
    assert make.asked == 1


def test_without_a_folder_nothing_is_kept() -> None:
    make = Maker()
    assert taken(None, make) == taken(None, make) == make.value
    assert (make.asked, len(kept._stores)) == (2, 0)


def test_other_sources_and_other_things_made_of_one_are_apart(tmp_path: Path) -> None:
    kept.use(tmp_path)
    every = [f"{what}{source}" for what in "ab" for source in "st"]
    assert [kept.kept(each[0], each[1], object, Maker(each)) for each in every] == every


def test_only_who_may_write_there_is_trusted(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    taken(folder, Maker())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only_file(folder).stat().st_mode) == 0o600


@pytest.mark.parametrize("open_to_others", ["folder", "file", "link"])
def test_what_others_could_have_written_is_not_read(tmp_path: Path, open_to_others: str) -> None:
    folder = tmp_path / "c"
    taken(folder, Maker("a"))
    file = only_file(folder)
    if open_to_others == "link":
        file.rename(tmp_path / "away")
        file.symlink_to(tmp_path / "away")
    else:
        (folder if open_to_others == "folder" else file).chmod(0o777)
    make = Maker("b")
    assert taken(folder, make) == "b"
    assert make.asked == 1


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda _: b"",
        lambda data: data[:3],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"\0",
        lambda data: bytes(len(data)),
        lambda data: data[:10] + bytes((data[10] ^ 1,)) + data[11:],
        lambda _: b"\xff" * 40,
    ],
    ids=["empty", "three bytes", "half", "one more", "zeros", "one bit", "ones"],
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, spoilt: Callable[[bytes], bytes]) -> None:
    taken(tmp_path, Maker())
    file = only_file(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(spoilt(whole))
    make = Maker()
    assert taken(tmp_path, make) == make.value
    assert make.asked == 1
    assert only_file(tmp_path).read_bytes() == whole


def test_an_entry_of_another_kind_is_made_anew(tmp_path: Path) -> None:
    kept.use(tmp_path)
    assert kept.kept("a", "s", str, lambda: "x") == "x"
    kept.save()
    kept.use(tmp_path)
    assert kept.kept("a", "s", list[int], lambda: [1]) == [1]


@pytest.mark.parametrize("value", [2**70, "\ud800"])
def test_what_cannot_be_kept_is_made_each_time(tmp_path: Path, value: object) -> None:
    make = Maker(value)
    assert taken(tmp_path, make) == taken(tmp_path, make) == value
    assert make.asked == 2


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    make = Maker()
    assert taken(file / "c", make) == taken(file, make) == make.value
    assert make.asked == 2


def test_what_others_wrote_meanwhile_stays(tmp_path: Path) -> None:
    kept.use(tmp_path)
    kept.kept("a", "one", object, Maker())
    first = kept._stores[0]
    taken(tmp_path, Maker(), "two")
    first.save()
    make = Maker()
    assert taken(tmp_path, make, "one") == taken(tmp_path, make, "two") == make.value
    assert make.asked == 0


def test_a_run_without_news_writes_nothing(tmp_path: Path) -> None:
    taken(tmp_path, Maker())
    before = only_file(tmp_path).stat().st_ino
    taken(tmp_path, Maker())
    assert only_file(tmp_path).stat().st_ino == before


def test_a_source_that_changes_holds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "src" / "rules"
    for name in ("catalogue", "extract", "grammar", "model", "resolve", "rules", "words"):
        (tmp_path / "src" / name).mkdir(parents=True)
    rule = rules / "rule.yaml"
    rule.write_text("a: 1")
    monkeypatch.setattr(kept, "_SOURCES", tmp_path / "src")
    make, cache = Maker(), tmp_path / "c"
    taken(cache, make)
    rule.write_text("a: 22")
    taken(cache, make)
    (rules / "another.yaml").write_text("")
    taken(cache, make)
    (rules / "__pycache__").mkdir()
    (rules / "__pycache__" / "rule.pyc").write_text("")
    (rules / ".#rule.yaml").symlink_to("nowhere")
    (rules / "rule.yaml~").write_text("a: 1")
    taken(cache, make)
    assert make.asked == 3


def test_sources_that_lie_in_no_folder_are_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_SOURCES", tmp_path / "camket.zip" / "camket")
    make = Maker()
    assert taken(tmp_path, make) == make.value
    assert not kept._stores


def test_what_was_made_while_sources_changed_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.use(tmp_path)
    kept.kept("a", "s", object, Maker())
    monkeypatch.setattr(kept, "_state", lambda: "another")
    kept.save()
    assert not list(tmp_path.iterdir())


def test_another_python_has_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    taken(tmp_path, make)
    monkeypatch.setattr(sys, "version", "3.99.0 (main)")
    taken(tmp_path, make)
    assert (make.asked, len(list(tmp_path.iterdir()))) == (2, 2)


def test_only_the_latest_files_stay_and_nothing_else_is_touched(tmp_path: Path) -> None:
    for number in range(9):
        old = tmp_path / f"{number}.kept"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    (tmp_path / "of-others.txt").write_text("")
    taken(tmp_path, Maker())
    names = {each.name for each in tmp_path.iterdir()}
    assert names > {"of-others.txt", "8.kept", "4.kept"}
    assert "3.kept" not in names
    assert len(names) == 7


@pytest.mark.parametrize(
    ("settings", "folder"),
    [
        ({"CAMKET_CACHE": "/a/b", "HOME": "/home/an"}, "/a/b"),
        ({"CAMKET_CACHE": "off", "HOME": "/home/an"}, None),
        ({"CAMKET_CACHE": "", "XDG_CACHE_HOME": "/cache", "HOME": "/home/an"}, "/cache/camket"),
        ({"XDG_CACHE_HOME": "beside", "HOME": "/home/an"}, "/home/an/.cache/camket"),
        ({"HOME": "/home/an"}, "/home/an/.cache/camket"),
        ({"HOME": ""}, None),
        ({}, None),
    ],
)
def test_where_it_is_kept(settings: dict[str, str], folder: str | None) -> None:
    assert kept.folder_of(settings) == (Path(folder) if folder else None)


def test_the_file_holds_what_it_says(tmp_path: Path) -> None:
    taken(tmp_path, Maker())
    body = only_file(tmp_path).read_bytes()[4:]
    (value,) = msgspec.msgpack.decode(body, type=dict[bytes, bytes]).values()
    assert msgspec.msgpack.decode(value) == "bảy xã"
