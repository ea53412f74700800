"""How the cells of a workbook look: of each style the number format and the font."""

from __future__ import annotations

from typing import NamedTuple

from camket.read.sheet.package import BrokenPartError, Package, walk
from camket.read.sheet.pattern import coded, sections


class Styles(NamedTuple):
    """By the number of a style: the code of its number format (empty for `General`) and the name of its font."""

    codes: list[str]
    fonts: list[str]


def read_styles(package: Package, part: str | None) -> Styles:
    """The styles of a workbook; none where the part is missing, those before the break where it is broken."""
    reader = _Reader()
    if part is not None:
        try:
            walk(package.open(part), reader.begin, reader.end)
        except BrokenPartError:
            return reader.result()
    return reader.result()


_DAY = "dd/mm/yyyy"


def with_years(styles: Styles) -> Styles:
    """The styles, those of a day and month alone with the year: `30/6` is shown of a day that has one."""
    return Styles([_DAY if _lacks_year(code) else code for code in styles.codes], styles.fonts)


def _lacks_year(code: str) -> bool:
    if not code:
        return False
    first = sections(code)[0]
    letters = {token.text[0] for token in first.tokens if token.kind == "time"}
    return first.kind == "date" and "d" in letters and not letters & {"y", "e"}


class _Reader:
    def __init__(self) -> None:
        self._formats: dict[int, str] = {}
        self._fonts: list[str] = []
        self._styles: list[tuple[int, int]] = []
        self._within: list[str] = []

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        above = self._within[-1] if self._within else ""
        self._within.append(tag)
        if tag == "numFmt" and above == "numFmts":
            self._formats[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif tag == "font" and above == "fonts":
            self._fonts.append("")
        elif tag == "name" and above == "font" and self._fonts:
            self._fonts[-1] = attributes.get("val", "")
        elif tag == "xf" and above == "cellXfs":
            self._styles.append((_number(attributes.get("numFmtId")), _number(attributes.get("fontId"))))

    def end(self, _tag: str) -> None:
        self._within.pop()

    def result(self) -> Styles:
        codes = coded((number for number, _ in self._styles), self._formats)
        fonts = [self._fonts[font] if font < len(self._fonts) else "" for _, font in self._styles]
        return Styles(codes, fonts)


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() else 0
