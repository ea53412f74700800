"""The letters of a picture, by the program Tesseract with its Vietnamese data. Nothing is written to disk."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Literal

from camket.errors import ReadError
from camket.grammar.expression import expression
from camket.read.scan.word import Word

if TYPE_CHECKING:
    from PIL import Image

DPI = 300
"""Dots an inch at which Tesseract reads letters best."""
SECONDS = 120
"""Time for one picture; a page of print takes two."""
Segmentation = Literal["page", "block", "sparse"]
"""How a picture is laid out: as a page, as one column of lines, as words here and there."""
_MODES: dict[Segmentation, str] = {"page": "3", "block": "6", "sparse": "11"}
_WORD_LEVEL = "5"
_COLUMNS = 12
_QUARTER = 90
_ETH = expression("Đ*Ð[ĐÐ]*")
"""An Icelandic letter that looks like `Đ`: what Tesseract is not sure of it gives twice."""


@cache
def missing() -> str | None:
    """What is to be installed before a picture can be read, as Debian calls it; None where nothing is missing."""
    if shutil.which("tesseract") is None:
        return "tesseract-ocr tesseract-ocr-vie"
    return None if "vie" in _languages() else "tesseract-ocr-vie"


@cache
def _languages() -> frozenset[str]:
    return frozenset(_run(["--list-langs"], b"").split())


def words_of(image: Image.Image, segmentation: Segmentation = "page", *, letters: str = "") -> list[Word]:
    """The words of a grey picture of 300 dots an inch, in the recogniser's order; only of `letters` where given.

    Raises:
        ReadError: `scan.missing` where Tesseract or its Vietnamese data is not installed, `scan.failed` where it fails,
            `scan.slow` where it takes more than two minutes.
    """
    install = missing()
    if install is not None:
        raise ReadError("scan.missing", install=install)
    arguments = ["stdin", "stdout", "-l", "vie", "--dpi", str(DPI), "--psm", _MODES[segmentation]]
    arguments += ["-c", "tessedit_create_tsv=1"]
    if letters:
        arguments += ["-c", f"tessedit_char_whitelist={letters}"]
    rows = (line.split("\t") for line in _run(arguments, _portable(image)).splitlines())
    return [_word(row) for row in rows if len(row) == _COLUMNS and row[0] == _WORD_LEVEL and row[-1].strip()]


def orientation(image: Image.Image) -> int | None:
    """By how many degrees the picture must be turned clockwise to stand upright: 0, 90, 180 or 270.

    None where that cannot be told: too few letters, or the data for it (`osd`) is not installed.
    """
    if missing() is not None or "osd" not in _languages():
        return None
    try:
        said = _run(["stdin", "stdout", "--dpi", str(DPI), "--psm", "0"], _portable(image))
    except ReadError:
        return None
    turn = next((line.split()[-1] for line in said.splitlines() if line.startswith("Rotate:")), "")
    return int(turn) if turn.isdigit() and int(turn) % _QUARTER == 0 else None


def _word(row: list[str]) -> Word:
    block, paragraph, line, _, left, top, width, height = map(int, row[2:10])
    sure = min(max(float(row[10]) / 100, 0.0), 1.0)
    said = _ETH.sub("Đ", row[11])
    if any(map(str.isalnum, said)):
        said = said.strip("_")  # the end of a line that is drawn beside a word, or under it
    return Word(said, left, top, left + width, top + height, round(sure, 3), block, paragraph, line)


def _portable(image: Image.Image) -> bytes:
    """The picture as PGM, which costs no packing."""
    return b"P5 %d %d 255\n" % image.size + image.convert("L").tobytes()


def _run(arguments: list[str], data: bytes) -> str:
    program = shutil.which("tesseract") or "tesseract"
    # With more threads than one Tesseract is slower by a factor of thirty on a busy machine.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments, no shell
            [program, *arguments], input=data, capture_output=True, env=environment, timeout=SECONDS, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError("scan.slow", seconds=SECONDS) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise ReadError("scan.failed", reason=_reason(error)) from error
    return done.stdout.decode("utf-8", errors="replace")


def _reason(error: subprocess.CalledProcessError | OSError) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    lines: list[str] = error.stderr.decode("utf-8", errors="replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), str(error.returncode))
