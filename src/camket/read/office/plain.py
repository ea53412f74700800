"""The letters of a DOC by antiword, where LibreOffice is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from camket.errors import ReadError
from camket.findings import Finding
from camket.model.message import message
from camket.model.place import InPart
from camket.read.limits import Limits
from camket.read.parsed import Parsed
from camket.read.writer import Piece, Writer

_SECONDS = 30


def antiword() -> str | None:
    """The program."""
    return shutil.which("antiword")


def read_plain(program: str, data: bytes, file: str, folder: Path, limits: Limits) -> Parsed:
    """The text, a paragraph a line; the rows of tables are lines too, their cells parted by tabs.

    Raises:
        ReadError: `read.office_failed` where it reads nothing.
    """
    source = folder / "paper.doc"
    source.write_bytes(data)
    command = [program, "-m", "UTF-8.txt", "-w", "0", str(source)]
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, on a file of ours
            command, capture_output=True, timeout=min(_SECONDS, limits.seconds), check=False, cwd=folder
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError("read.office_slow", file=file, seconds=_SECONDS) from error
    if done.returncode != 0:
        raise ReadError("read.office_failed", file=file, format="Word (DOC)")
    writer = Writer()
    for number, line in enumerate(done.stdout.decode("utf-8", "replace").splitlines(), start=1):
        writer.block("paragraph", (Piece(_joined(line), InPart("body", number)),))
    written = writer.result()
    lost = Finding(message=message("read.doc_plain", file=file), where=file)
    return Parsed(text=written.text, blocks=written.blocks, places=written.places, findings=(lost,))


def _joined(line: str) -> str:
    if line.startswith("|"):
        return "\t".join(" ".join(cell.split()) for cell in line.strip("|").split("|"))
    return " ".join(line.split())
