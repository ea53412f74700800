"""Bytes to text, strictly: nothing is replaced or stripped, and what cannot be decoded says where.

Unicode comes out as it stands. Old Vietnamese becomes Unicode with composed letters, with a way back to its bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import NamedTuple

from camket.errors import ReadError
from camket.findings import Finding
from camket.model.message import message
from camket.model.place import Place
from camket.read.legacy.convert import convert
from camket.read.legacy.font import OldFont
from camket.read.legacy.recognise import Evidence, evidence
from camket.read.legacy.writings.windows_1258 import NAME as WINDOWS_1258
from camket.read.mixed import BYTES, Part, made_of, parts_of_bytes, parts_of_text
from camket.read.wide import wide

# What a web page may declare besides UTF-8. Browsers read `iso-8859-1` as windows-1252, and so do we. Pages in old
# fonts call themselves `x-user-defined` or one of the Western names.
_DECLARED_1258 = frozenset(("windows-1258", "cp1258", "x-cp1258"))
_DECLARED_WESTERN = frozenset(("windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "x-user-defined"))
_NAMES_OLD_FONT = re.compile(
    rb"<[^<>]{0,200}(?:face|font(?:-family)?)\s*[=:][^<>]{0,80}(?:\.vn[a-z]|\bvni-)", re.IGNORECASE
)
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\v\f\r\x1b")
_CONTROL_SHARE = 0.01
# What is more than quotes, dashes and the like of Windows in a text without accents; none stands within a word.
_MORE_THAN_SIGNS = re.compile(
    rb"[^\x00-\x7f\x80\x82\x84\x85\x91-\x97\x99\xa0\xa3\xa7\xb0\xb1]"
    rb"|(?<=[A-Za-z])[\x82\x84\x91\x93\xa3\xa7]|[\x80\x82\x84\x85\x94-\x97\x99\xa0\xa3\xa7\xb0\xb1](?=[A-Za-z])"
)
_PLAINLY = 0.95
_FEW = 20  # different words with an accent: fewer, or fewer of them right, and a person should look first
_SHOWN = 12


class Decoded(NamedTuple):
    """The text of some bytes, the way back where their letters were converted, and what was noticed on the way."""

    text: str
    findings: tuple[Finding, ...] = ()
    places: tuple[Place, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """The text of a file: UTF-16 or UTF-32, else UTF-8, else the old Vietnamese that its words tell.

    Lines in old letters among lines in Unicode are converted too.

    Args:
        data: the bytes.
        file: the file's name, for messages.

    Raises:
        ReadError: `read.binary` where the bytes are no text, `read.old_font` where they are of an old font and too
            damaged to be converted, `read.encoding` at the first byte that cannot be decoded.
    """
    found = _unicode(data, file)
    if isinstance(found, UnicodeDecodeError):
        return _old(data, file, found)
    parts = [] if found.text.isascii() else parts_of_text(found.text, found.encoding, found.first)
    return _by_lines(parts, file) if parts else Decoded(found.text)


def decode_page(data: bytes, file: str, declared: str | None) -> Decoded:
    """The text of a web page; letters of old fonts are left as they are: its fonts say where they stand.

    Args:
        data: the bytes.
        file: the file's name, for messages.
        declared: the encoding that the page names for itself.

    Raises:
        ReadError: as `decode`.
    """
    found = _unicode(data, file)
    if not isinstance(found, UnicodeDecodeError):
        return Decoded(found.text)
    codes = data.decode(BYTES)
    told = evidence(codes)
    sure = told if told is not None and told.sure else None
    if declared in _DECLARED_1258 or (sure is not None and sure.font.writing == WINDOWS_1258):
        return Decoded(convert(codes, OldFont(WINDOWS_1258)).text, (_decoded_from(WINDOWS_1258, file),))
    old = sure is not None or _NAMES_OLD_FONT.search(data) is not None
    if not old and declared not in _DECLARED_WESTERN:
        _refuse_controls(data, file)
        raise _undecodable(file, "UTF-8", found.start, data) from found
    return Decoded(codes.translate(_WESTERN), () if old else (_decoded_from("Windows-1252", file),))


def _unicode(data: bytes, file: str) -> Part | UnicodeDecodeError:
    """All of a file in Unicode, or why it is not UTF-8."""
    marked = wide(data)
    if marked is not None:
        return _strict(data, file, marked.encoding, marked.mark)
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data, file, "utf-8", len(codecs.BOM_UTF8))
    nul = data.find(0)
    if nul >= 0:
        raise ReadError("read.binary", file=file, offset=nul)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error
    _refuse_controls(data, file)
    return Part(text, 0, len(data), "utf-8")


def _strict(data: bytes, file: str, encoding: str, skip: int) -> Part:
    try:
        return Part(data[skip:].decode(encoding), skip, len(data), encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(file, encoding.upper(), skip + error.start, data) from error


def _undecodable(file: str, encoding: str, offset: int, data: bytes) -> ReadError:
    byte = data[offset : offset + 1].hex()
    return ReadError("read.encoding", file=file, encoding=encoding, offset=offset, byte=byte)


def _refuse_controls(data: bytes, file: str) -> None:
    """Text may hold a stray control byte; one in a hundred is no text."""
    kept = len(data.translate(None, _CONTROLS))
    if len(data) - kept > len(data) * _CONTROL_SHARE:
        offset = next(place for place, byte in enumerate(data) if byte in _CONTROLS)
        raise ReadError("read.binary", file=file, offset=offset)


def _old(data: bytes, file: str, error: UnicodeDecodeError) -> Decoded:
    """Bytes that are not UTF-8, all or some lines of them."""
    parts = parts_of_bytes(data)
    codes = " ".join(part.text for part in parts if part.encoding == BYTES) if parts else data.decode(BYTES)
    told = evidence(codes)
    if told is None or told.words < _FEW:
        _refuse_controls(data, file)  # not of a longer text: VISCII has letters there
    if told is not None and told.sure:
        if parts:
            return _by_lines(
                [part._replace(font=told.font) if part.encoding == BYTES else part for part in parts], file
            )
        made = made_of((Part(codes, 0, len(data), BYTES, told.font),))
        return Decoded(made.text, (_converted(told, file),), made.places)
    _refuse_controls(data, file)
    if told is not None and told.likely:
        raise ReadError("read.old_font", file=file, font=told.font.writing) from error
    if _MORE_THAN_SIGNS.search(data) is None:
        return Decoded(codes.translate(_WESTERN), (_decoded_from("Windows-1252", file),))
    raise _undecodable(file, "UTF-8", error.start, data) from error


def _by_lines(parts: Sequence[Part], file: str) -> Decoded:
    made = made_of(parts)
    lines: dict[tuple[str, bool], list[int]] = {}
    for part in parts:
        if part.font is not None:
            lines.setdefault((part.font.writing, part.word), []).append(part.line)
    findings = (
        Finding(
            message=message(
                "read.converted_words" if word else "read.converted_lines",
                font=font, count=len(numbers), lines=_runs(list(dict.fromkeys(numbers))),
            ),
            where=file,
        )
        for (font, word), numbers in lines.items()
    )  # fmt: skip
    return Decoded(made.text, tuple(findings), made.places)


def _runs(numbers: Sequence[int]) -> str:
    """`3-5, 9`; of many the first."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    shown = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs[:_SHOWN])
    return f"{shown}, ..." if len(runs) > _SHOWN else shown


def _converted(told: Evidence, file: str) -> Finding:
    font = told.font.writing
    if font == WINDOWS_1258:
        return _decoded_from(font, file)
    plain = told.words >= _FEW and told.share >= _PLAINLY
    said = message("read.converted", font=font, right=told.right, words=told.words)
    return Finding(message=said, level="info" if plain else "warning", where=file)


def _decoded_from(encoding: str, file: str) -> Finding:
    return Finding(message=message("read.legacy", encoding=encoding), level="info", where=file)


_WESTERN = str.maketrans(
    {chr(code): letter for code in range(0x80, 0xA0) if (letter := bytes((code,)).decode("cp1252", "ignore"))}
)
