"""Bytes to text, strictly: nothing is replaced, normalised or stripped, and what cannot be decoded says where."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from camket.errors import ReadError
from camket.findings import Finding
from camket.model.message import message
from camket.read.old_font import old_font

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a web page may declare besides UTF-8. Browsers read `iso-8859-1` as windows-1252, and so do we.
_DECLARED = {
    "windows-1258": "cp1258",
    "cp1258": "cp1258",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
}
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\v\f\r\x1b")
_CONTROL_SHARE = 0.01

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_TONE_ON_VOWEL = re.compile(f"[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY][{_TONES}]")
_FOREIGN = re.compile(r"[^\W\d_a-zA-ZàáâăèéêíóôơùúưđÀÁÂĂÈÉÊÍÓÔƠÙÚƯĐ]")
_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")
_CLEARLY = 0.98
_ENOUGH_TONES = 3


class Decoded(NamedTuple):
    """The text of some bytes, and what was noticed on the way."""

    text: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, file: str, *, declared: str | None = None) -> Decoded:
    """The text of a file: by its byte order mark, else UTF-8, else what it declares, else windows-1258 if clearly that.

    Args:
        data: the bytes.
        file: the file's name, for messages.
        declared: the encoding that a web page names for itself.

    Raises:
        ReadError: `read.binary` where the bytes are no text, `read.old_font` where they are of an old Vietnamese font,
            `read.encoding` at the first byte that cannot be decoded.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, file, encoding, len(mark)))
    _refuse_binary(data, file)
    try:
        return _noted(data.decode("utf-8"), file)
    except UnicodeDecodeError as error:
        font = old_font(data.decode("latin-1"))
        if font is not None:
            raise ReadError("read.old_font", file=file, font=font) from error
        legacy = _legacy(data, file, declared)
        if legacy is None:
            raise _undecodable(file, "UTF-8", error.start, data) from error
        return legacy


def _noted(text: str, file: str) -> Decoded:
    """A text in UTF-8; one that was copied out of an old font is text, but no Vietnamese that could be read."""
    font = old_font(text) if not text.isascii() else None
    if font is None:
        return Decoded(text)
    return Decoded(text, (Finding(message=message("read.old_font", file=file, font=font), where=file),))


def _strict(data: bytes, file: str, encoding: str, skip: int) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(file, encoding.upper(), skip + error.start, data) from error


def _undecodable(file: str, encoding: str, offset: int, data: bytes) -> ReadError:
    byte = data[offset : offset + 1].hex()
    return ReadError("read.encoding", file=file, encoding=encoding, offset=offset, byte=byte)


def _refuse_binary(data: bytes, file: str) -> None:
    """Text may hold a stray control byte; a NUL, or one in a hundred, is no text."""
    kept = len(data.translate(None, _CONTROLS))
    nul = data.find(0)
    if nul >= 0 or len(data) - kept > len(data) * _CONTROL_SHARE:
        offset = nul if nul >= 0 else next(place for place, byte in enumerate(data) if byte in _CONTROLS)
        raise ReadError("read.binary", file=file, offset=offset)


def _legacy(data: bytes, file: str, declared: str | None) -> Decoded | None:
    wanted = _DECLARED.get(declared or "")
    if wanted is not None and (text := _decoded(data, wanted)) is not None:
        return Decoded(text, (Finding(message=message("read.legacy", encoding=wanted), level="info", where=file),))
    text = _decoded(data, "cp1258")
    if text is not None and _is_vietnamese_1258(text):
        return Decoded(text, (Finding(message=message("read.legacy", encoding="cp1258"), level="info", where=file),))
    return None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_vietnamese_1258(text: str) -> bool:
    """Windows-1258 writes most tones as marks of their own: each sits on a vowel, and no foreign letter is there."""
    tones = len(_TONE.findall(text))
    placed = len(_TONE_ON_VOWEL.findall(text))
    accented = len(_ACCENTED.findall(text))
    foreign = len(_FOREIGN.findall(text))
    return placed >= _ENOUGH_TONES and placed >= tones * _CLEARLY and foreign <= accented * (1 - _CLEARLY)
