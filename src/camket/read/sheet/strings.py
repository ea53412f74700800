"""The texts that the cells of an XLSX file share."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.read.sheet.fonts import in_unicode, old_font
from camket.read.sheet.package import BrokenPartError, Package, walk

_ESCAPED = expression(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """`_x000D_` is a character that XML cannot hold; those that are no letters are blanks."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if int(found[1], 16) > 31 else " ", text)


def read_strings(package: Package, part: str | None, fonts: set[str]) -> tuple[list[str], bool]:
    """The texts in their order, and whether all could be read; names of old fonts of runs are added to `fonts`."""
    reader = _Reader(fonts)
    if part is None:
        return [], True
    try:
        walk(package.open(part), reader.begin, reader.end, reader.text)
    except BrokenPartError:
        return reader.strings, False
    return reader.strings, True


class _Reader:
    """A text may be parted into runs; how it sounds in another script (`rPh`) is no part of it."""

    def __init__(self, fonts: set[str]) -> None:
        self.strings: list[str] = []
        self._fonts, self._font = fonts, ""
        self._parts: list[str] = []
        self._taking = self._sounds = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "t":
            self._taking = not self._sounds
        elif tag == "rPh":
            self._sounds = True
        elif tag == "rFont":
            self._font = attributes.get("val", "")
        elif tag in ("si", "r"):
            self._font = ""
            if tag == "si":
                self._parts = []

    def end(self, tag: str) -> None:
        if tag == "t":
            self._taking = False
        elif tag == "rPh":
            self._sounds = False
        elif tag == "si":
            self.strings.append("".join(self._parts))

    def text(self, text: str) -> None:
        if not self._taking:
            return
        if self._font and old_font(self._font) is not None:
            self._fonts.add(self._font)
            text = in_unicode(text, self._font)
        self._parts.append(text)
