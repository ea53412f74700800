"""Old Word files that come together are converted together, and say the same as each alone."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.made.office import needs_office
from tests.made.paper import parts_of
from tests.made.printed import converted
from tests.made.word import docx_of
from tests.read.test_office import SAMPLES, encrypted

from camket.cli.flow import harvest
from camket.errors import CamketError, ReadError
from camket.model.document import Document
from camket.read import ahead, read
from camket.read.ahead import request_of_bytes, request_of_input, with_docx
from camket.read.apart import APART
from camket.read.folder import Input
from camket.read.limits import DEFAULT, Limits
from camket.read.office import memory, through
from camket.read.office.memory import memory_folder
from camket.read.office.ole import OLE
from camket.read.office.program import all_to_docx
from camket.read.office.through import convert_together
from camket.read.worker import Reply, Request

NAMES = ("04-ke-hoach-2022", "07-thong-bao-ket-luan-2025")
BROKEN = OLE + "WordDocument".encode("utf-16-le") + bytes(2_000)
LOCKED = encrypted(b"\xec\xa5\xc1\0" + bytes(6) + (0x0100).to_bytes(2, "little")) + "WordDocument".encode("utf-16-le")
STAMPED = rb"{\rtf1\ansi\pard T\u7888?I M\u7852?T\par K\u7870? HO\u7840?CH\par}"


def _made(folder: Path) -> dict[str, bytes]:
    """Files as they lie in a folder of old papers: good ones of all kinds, and four from which nothing comes."""
    papers = {name: docx_of(parts_of((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"))) for name in NAMES}
    files = {
        f"{kind}-{name}.{kind}": data
        for kind in ("doc", "rtf", "odt")
        for name, data in converted(papers, "docx", kind, folder).items()
    }
    files |= {"a-hong.doc": BROKEN, "doc-khoa.doc": LOCKED, "doc-mat.rtf": STAMPED, "doc-giua.txt": b"GRDP tang 6,9%."}
    return files | {"odt-hong.odt": files[f"odt-{NAMES[0]}.odt"][:-300], "ten-sai.doc": papers[NAMES[0]]}


def _alone(path: Path) -> Document | str:
    try:
        return read(path)
    except CamketError as error:
        return error.message.code


def _told(path: Path) -> dict[str, Document | str]:
    found = harvest([path], "en").outcomes
    documents = {each.input.below: each.extraction.document for each in found if each.extraction is not None}
    return documents | {each.input.below: each.finding.message.code for each in found if each.finding is not None}


def _read_as(each: Document | str) -> str | tuple[str, str]:
    return each if isinstance(each, str) else (each.text, each.format)


@needs_office
def test_in_a_folder_and_in_an_archive_each_is_read_as_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, folder, archive = tmp_path / "made", tmp_path / "papers", tmp_path / "papers.zip"
    made.mkdir()
    folder.mkdir()
    files = _made(made)
    with zipfile.ZipFile(archive, "w") as opened:
        for name, data in files.items():
            (folder / name).write_bytes(data)
            opened.writestr(name, data)
    asked: list[int] = []
    monkeypatch.setattr(ahead, "_ask", _Counted(asked).ask)
    alone = {name: _alone(folder / name) for name in files}
    for told in (_told(folder), _told(archive)):
        assert {name.removeprefix("papers.zip/"): _read_as(each) for name, each in told.items()} == {
            name: _read_as(each) for name, each in alone.items()
        }
    assert {each for each in alone.values() if isinstance(each, str)} == {
        "read.office_failed", "read.password", "read.secret",
    }  # fmt: skip
    assert asked == [7, 7]  # the cut ODT too, which LibreOffice mends
    assert not list(memory._IN_MEMORY.glob(f"camket-{os.getpid()}-*"))


class _Counted:
    """The process that parses, and how many files it converted together."""

    def __init__(self, asked: list[int]) -> None:
        self._asked, self._apart = asked, APART

    def ask(self, request: Request) -> Reply:
        reply = self._apart.ask(request)
        self._asked.append(sum(docx is not None for docx in reply.converted))
        return reply


@needs_office
def test_what_may_not_be_handed_over_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[bytes] = []

    def made(_: str, papers: Sequence[tuple[bytes, str]], *__: object) -> list[bytes | None]:
        handed.extend(data for data, _ in papers)
        return [b"docx"] * len(papers)

    monkeypatch.setattr(through, "all_to_docx", made)
    good = rb"{\rtf1\ansi GRDP t\u259?ng 6,9%\par}"
    papers = [(good, "rtf"), (LOCKED, "doc"), (STAMPED, "rtf"), (b"", ""), (good, "rtf"), (bytes(30_000_000), "rtf")]
    assert convert_together(papers, DEFAULT) == [b"docx", None, None, None, b"docx", None]
    assert handed == [good, good]


ENDS = [("exec sleep 60", [True, False, False]), ("exit 3", [True, False, False])]


@pytest.mark.parametrize(("end", "whole"), ENDS)
def test_where_the_program_hangs_or_ends_what_it_had_made_is_taken(end: str, whole: list[bool], tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as opened:
        opened.writestr("word/document.xml", "<w/>")
    (tmp_path / "made.docx").write_bytes(held.getvalue())
    program = tmp_path / "soffice.bin"
    makes = f"mkdir -p made && cp {tmp_path}/made.docx made/0.docx && head -c 40 made/0.docx > made/1.docx"
    program.write_text(f"#!/bin/sh\n{makes}\n{end}\n")
    program.chmod(0o755)
    with memory_folder(1) as folder:
        made = all_to_docx(str(program), [(b"x", "doc")] * 3, folder, Limits(seconds=2))
    assert [docx is not None for docx in made] == whole


class _Fragile:
    """A process that converts nothing from the paper on that it does not bear; what it was asked is kept."""

    def __init__(self, bad: str) -> None:
        self._bad = bad
        self.asked: list[str] = []

    def ask(self, request: Request) -> Reply:
        names = [each.file for each in request.together]
        self.asked.append("".join(names))
        if self._bad == "!":
            raise ReadError("read.crashed", file=request.file)
        return Reply(
            converted=tuple(
                None if self._bad in names[: place + 1] else name.encode() for place, name in enumerate(names)
            )
        )


ORDERS = [  # papers (old Word files in capitals), which ends the program, which are asked together, which are left
    ("ABC", "", ["ABC"], ""),
    ("aBcDe", "", ["BD"], ""),
    ("A", "", [], "A"),
    ("abc", "", [], ""),
    ("ABCDE", "C", ["ABCDE", "DE"], "C"),
    ("ABCDE", "A", ["ABCDE", "BCDE"], "A"),
    ("ABCD", "D", ["ABCD"], "D"),
    ("ABC", "!", ["ABC", "BC"], "ABC"),
    ("ABCDEFGHIJKLMNOPQRST", "", ["ABCDEFGHIJKLMNOP", "QRST"], ""),
]


@pytest.mark.parametrize(("papers", "bad", "together", "left"), ORDERS)
def test_a_bad_file_costs_itself_only(
    papers: str, bad: str, together: list[str], left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = _Fragile(bad)
    monkeypatch.setattr(ahead, "_ask", process.ask)

    def request(name: str) -> Request | None:
        return Request(file=name, data=b"", limits=DEFAULT) if name.isupper() else None

    found = list(with_docx(papers, request, DEFAULT))
    assert "".join(name for name, _ in found) == papers
    assert all(docx in (None, name.encode()) for name, docx in found)
    assert process.asked == together
    assert "".join(name for name, docx in found if name.isupper() and docx is None) == left


def test_large_papers_are_not_held_many_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_ask", _Fragile("").ask)
    taken: list[int] = []

    data = bytes(20_000_000)
    items = (taken.append(number) or number for number in range(9))  # type: ignore[func-returns-value]  # counted as taken
    next(with_docx(items, lambda number: Request(file=str(number), data=data, limits=DEFAULT), DEFAULT))
    assert taken == [0, 1, 2]


def test_which_files_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(BROKEN)
    (tmp_path / "b.doc").mkdir()

    def asked(name: str, *members: str) -> bool:
        return request_of_input(Input(tmp_path / name, "a", name, members), DEFAULT) is not None

    assert asked("a.doc")
    assert asked("a.doc", "trong", "b.RTF")  # of what is said to be an archive
    assert not any((asked("a.txt"), asked("b.doc"), asked("c.doc"), asked("a.doc", "b.docx")))
    assert request_of_bytes(BROKEN, "a", DEFAULT) is not None
    assert request_of_bytes(STAMPED, "a", DEFAULT) is not None
    assert request_of_bytes(b"PK\x03\x04", "a", DEFAULT) is None
