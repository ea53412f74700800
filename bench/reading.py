"""Speed of reading files beside the plain library alone: same file, same run, the process that parses already warm."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from lxml import etree
from python_calamine import CalamineWorkbook

from camket.model.document import Document
from camket.read import read

Peer = Callable[[bytes], object]


class Timed(NamedTuple):
    """One file: seconds of camket and of each peer, the best of the rounds."""

    name: str
    format: str
    pages: int
    seconds: float
    peers: dict[str, float]


def reading_times(paths: Iterable[Path], *, rounds: int = 3) -> list[Timed]:
    """The times of all files whose format has a peer."""
    found = []
    for path in paths:
        document = read(path)  # the first round warms the process
        peers = _PEERS.get(document.format)
        if peers is not None:
            found.append(_timed(path, document, peers, rounds))
    return found


def _timed(path: Path, document: Document, peers: dict[str, Peer], rounds: int) -> Timed:
    data = path.read_bytes()
    works: dict[str, Callable[[], object]] = {"camket": lambda: read(path)}
    works |= {name: partial(peer, data) for name, peer in peers.items() if _at_hand(name)}
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            began = time.perf_counter()
            work()
            best[name] = min(best[name], time.perf_counter() - began)
    return Timed(path.name, document.format, len(document.pages), best.pop("camket"), best)


def _at_hand(peer: str) -> bool:
    return find_spec(peer.partition(",")[0]) is not None


def _letters_and_boxes(data: bytes) -> int:
    count = 0
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        text.get_text_range()
        count += len([text.get_charbox(place) for place in range(text.count_chars())])
    return count


def _text_and_tables(data: bytes) -> int:
    import pdfplumber  # a peer that is not always installed

    with pdfplumber.open(io.BytesIO(data)) as opened:
        return sum(len(page.extract_text()) + len(page.extract_tables()) for page in opened.pages)


def _walk(data: bytes) -> str:
    """Every element of the body looked at, the letters of the text gathered."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        root = etree.fromstring(opened.read("word/document.xml"))
    return "".join(element.text or "" for element in root.iter() if str(element.tag).endswith("}t"))


def _cells(data: bytes) -> int:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


_PEERS: dict[str, dict[str, Peer]] = {
    "pdf": {"pypdfium2, text and boxes": _letters_and_boxes, "pdfplumber, text and tables": _text_and_tables},
    "docx": {"lxml, bare walk": _walk},
    "xlsx": {"python_calamine": _cells},
}


def reading_lines(times: Iterable[Timed]) -> list[str]:
    """The table: milliseconds of camket, and how many times those of each peer."""
    lines = ["reading files, the process that parses warm, best of the rounds"]
    for each in times:
        ratios = "; ".join(f"{each.seconds / spent:.2f} x {name}" for name, spent in each.peers.items())
        pages = f"{each.pages} pages" if each.pages else ""
        lines.append(f"{each.name[:40]:41}{each.format:6}{pages:>10}{each.seconds * 1000:10.1f} ms   {ratios}")
    return lines
