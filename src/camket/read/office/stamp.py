"""A look for the stamp of a secret in the bytes of a file, before they are handed to another program.

It sees what lies open at the beginning of the file; the text that is made of it is looked at again, and more closely,
in `camket.read.secret`.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
import zlib
from typing import Literal

from camket.grammar.expression import expression

Kind = Literal["doc", "rtf", "odt"]

# Alone on a line or in a cell; in Unicode, and as old fonts hold it (TCVN3, VNI).
_STAMP = expression(
    r"(?:^|[\x07\x0b\x0c\r\n])[^\w\r\n\x07]*(?:(?:TUYỆT|TỐI|TUYÖT|TèI|TUYEÄT|TOÁI) +)?(?:MẬT|MËT|MAÄT)"
    r"[^\w\r\n\x07]*(?:$|[\x07\x0b\x0c\r\n])"
)
_BEGINNING = {"doc": 32_768, "rtf": 262_144, "odt": 4_000}  # bytes, bytes, letters
_NUMBERED = expression(r"\\u(-?\d{1,5}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n])?")
_ESCAPED = expression(r"\\'([0-9a-fA-F]{2})")
_LINE_END = expression(r"\\(?:pard?|line|cell|row|page|sect)(?![a-z])")
_CONTROL = expression(r"\\[a-z]+-?\d* ?|[{}\r\n]|\\[^a-z]")
_PARAGRAPH_END = expression(r"</text:(?:p|h)>|<text:line-break/>")
_TAG = expression(r"<[^>]*>")


def bears_raw_stamp(data: bytes, kind: Kind) -> bool:
    """Whether `MẬT`, `TỐI MẬT` or `TUYỆT MẬT` stands alone on a line at the beginning."""
    return any(_STAMP.search(unicodedata.normalize("NFC", text)) for text in _READINGS[kind](data))


def _doc(data: bytes) -> list[str]:
    """The letters lie in two bytes or in one each; the text begins soon after the head of the file."""
    start = data[: _BEGINNING["doc"]]
    return [start.decode("utf-16-le", "replace"), start[1:].decode("utf-16-le", "replace"), start.decode("latin-1")]


def _rtf(data: bytes) -> list[str]:
    text = _LINE_END.sub("\x07", data[: _BEGINNING["rtf"]].decode("latin-1"))
    text = _NUMBERED.sub(lambda found: chr(int(found[1]) % 0x10000), text)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return [_CONTROL.sub("", text)]


def _odt(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened, opened.open("content.xml") as stream:
            source = stream.read(_BEGINNING["rtf"]).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, EOFError, OSError):
        return []
    return [_TAG.sub("", _PARAGRAPH_END.sub("\n", source))[: _BEGINNING["odt"]]]


_READINGS = {"doc": _doc, "rtf": _rtf, "odt": _odt}
