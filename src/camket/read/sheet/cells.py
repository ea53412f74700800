"""The cells of one sheet of an XLSX file, read as a stream: text as people see it, what is hidden, what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, NamedTuple
from xml.parsers import expat

from camket.grammar.expression import expression
from camket.model.document import Aside, AsideKind
from camket.read.sheet.book import LAST_COLUMN, LAST_ROW, Area, Sheet
from camket.read.sheet.fonts import in_unicode, old_font
from camket.read.sheet.package import BrokenPartError, parse
from camket.read.sheet.shown import day_shown, general, number_shown, text_shown
from camket.read.sheet.strings import unescaped
from camket.read.sheet.styles import Styles

_DIGITS = "0123456789"
_TRUE = ("1", "true")
_MOST_FROZEN = 50
_SIGNS = expression(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[A-Za-z])')


class _EnoughError(Exception):
    """The limit of cells is reached."""


def column_number(letters: str) -> int:
    """`B` is 2; 0 for what is no column."""
    number = 0
    if not 0 < len(letters) <= 3 or not letters.isascii() or not letters.isupper():
        return 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number if number <= LAST_COLUMN else 0


def area_of(written: str) -> Area | None:
    """`B2:D7` with or without its dollar signs; None for what is no area."""
    first, _, last = written.replace("$", "").partition(":")
    top, bottom = _corner(first), _corner(last or first)
    if top is None or bottom is None:
        return None
    return Area(min(top[0], bottom[0]), min(top[1], bottom[1]), max(top[0], bottom[0]), max(top[1], bottom[1]))


def _corner(written: str) -> tuple[int, int] | None:
    letters = written.rstrip(_DIGITS)
    digits = written[len(letters) :]
    column = column_number(letters)
    row = int(digits) if 0 < len(digits) <= len(str(LAST_ROW)) else 0
    return (row, column) if column and 0 < row <= LAST_ROW else None


class Source(NamedTuple):
    """What the sheets of a workbook share.

    Attributes:
        strings: the texts that cells share.
        styles: format code and font of each style.
        from_1904: whether days are counted from 1904.
        old_fonts: gathers the names of old fonts that were met.
    """

    strings: list[str]
    styles: Styles
    from_1904: bool
    old_fonts: set[str]


def read_cells(stream: IO[bytes], sheet: Sheet, source: Source, most: int) -> None:
    """Fill an empty sheet with `most` cells at most. What is wrong is noted there: nothing is raised."""
    reader = _Walk(sheet, source, most)
    try:
        parse(reader.parser, stream)
    except _EnoughError:
        sheet.cut = reader.name()
    except BrokenPartError:
        sheet.broken = reader.name()


class _Walk:
    """Takes the elements of a sheet by their names with the prefix of the root: to cut it off would cost time."""

    def __init__(self, sheet: Sheet, source: Source, most: int) -> None:
        self._sheet, self._source, self._most = sheet, source, most
        self._strings = source.strings
        self._codes = {str(style): code for style, code in enumerate(source.styles.codes)}
        fonts = enumerate(source.styles.fonts)
        self._old = {str(style): font for style, font in fonts if old_font(font) is not None}
        self._row = self._column = 0
        self._columns: dict[str, int] = {}
        self._attributes: dict[str, str] = {}
        self._texts: list[str] = []
        self._value = ""
        self._formula = self._sounds = self._scrolled = False
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._root

    def name(self) -> str:
        """The cell last read, empty before the first."""
        return self._sheet.named(self._row, self._column) if self._row and self._column else ""

    def _root(self, name: str, _attributes: dict[str, str]) -> None:
        prefix = name[: name.rfind(":") + 1]
        begin: dict[str, Callable[[dict[str, str]], None]] = {
            "row": self._row_begins, "c": self._cell_begins, "v": self._text_begins, "t": self._text_begins,
            "f": self._formula_begins, "rPh": self._sound_begins, "mergeCell": self._merged, "col": self._columns_look,
            "sheetView": self._view, "pane": self._pane, "oddHeader": self._text_begins, "oddFooter": self._text_begins,
        }  # fmt: skip
        end: dict[str, Callable[[], None]] = {
            "c": self._cell_ends, "v": self._value_ends, "t": self._text_ends, "rPh": self._sound_ends,
            "oddHeader": self._head_ends, "oddFooter": self._foot_ends,
        }  # fmt: skip
        begins = {prefix + tag: take for tag, take in begin.items()}
        ends = {prefix + tag: take for tag, take in end.items()}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag in begins:
                begins[tag](attributes)

        def stop(tag: str) -> None:
            if tag in ends:
                ends[tag]()

        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = stop

    def _row_begins(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r", "")
        self._row = int(written) if written.isdecimal() else self._row + 1
        self._column = 0
        if attributes.get("hidden") in _TRUE or attributes.get("ht") == "0":
            self._sheet.hidden_rows.append((self._row, self._row))

    def _cell_begins(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip(_DIGITS)
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_number(letters) if letters else 0
        self._column = column or self._column + 1
        self._attributes = attributes
        self._value = ""
        self._formula = False

    def _formula_begins(self, _attributes: dict[str, str]) -> None:
        self._formula = True

    def _sound_begins(self, _attributes: dict[str, str]) -> None:
        self._sounds = True

    def _sound_ends(self) -> None:
        self._sounds = False

    def _text_begins(self, _attributes: dict[str, str]) -> None:
        self.parser.CharacterDataHandler = self._texts.append

    def _taken(self) -> str:
        self.parser.CharacterDataHandler = None
        text = "".join(self._texts)
        self._texts.clear()
        return text

    def _value_ends(self) -> None:
        self._value = self._taken()

    def _text_ends(self) -> None:
        """A run of a text that stands in the cell itself; how it sounds in another script is no part of it."""
        text = self._taken()
        if not self._sounds:
            self._value += text

    def _cell_ends(self) -> None:
        value = self._value
        if not value:
            if self._formula and self._attributes.get("t") != "str":
                self._sheet.uncounted.append(self.name())
            return
        if not 0 < self._row <= LAST_ROW or self._column > LAST_COLUMN:
            return
        kind = self._attributes.get("t", "n")
        number = kind == "n"
        text = self._number(value) if number else self._text(value, kind)
        if text and not text.isspace():
            if self._sheet.count >= self._most:
                raise _EnoughError
            self._sheet.put(self._row, self._column, text, number=number)

    def _text(self, value: str, kind: str) -> str:
        if kind == "e":
            self._sheet.faulty.append(self.name())
            return ""
        if kind == "b":
            return "TRUE" if value in _TRUE else "FALSE"
        if kind == "d":
            return day_shown(value)
        if kind == "s":
            place = int(value) if value.isdecimal() else -1
            value = self._strings[place] if 0 <= place < len(self._strings) else ""
        value = unescaped(value)
        font = self._old.get(self._attributes.get("s", "0"))
        if font is not None:
            self._source.old_fonts.add(font)
            value = in_unicode(value, font)
        return text_shown(value, self._code())

    def _number(self, value: str) -> str:
        code = self._code()
        try:
            number = float(value)
        except ValueError:
            return value
        return number_shown(number, code, from_1904=self._source.from_1904) if code else general(number)

    def _code(self) -> str:
        return self._codes.get(self._attributes.get("s", "0"), "")

    def _columns_look(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE or attributes.get("width") == "0":
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdecimal() and last.isdecimal():
                self._sheet.hidden_columns.append((int(first), int(last)))

    def _merged(self, attributes: dict[str, str]) -> None:
        area = area_of(attributes.get("ref", ""))
        if area is not None:
            self._sheet.merged.append(area)

    def _view(self, attributes: dict[str, str]) -> None:
        """Where the window does not begin at the first row, the number of frozen rows says nothing."""
        area = area_of(attributes.get("topLeftCell", "A1"))
        self._scrolled = area is None or area.row > 1

    def _pane(self, attributes: dict[str, str]) -> None:
        rows = attributes.get("ySplit", "")
        if attributes.get("state", "").startswith("frozen") and rows.isdecimal() and not self._scrolled:
            self._sheet.heads.update(range(1, min(int(rows), _MOST_FROZEN) + 1))

    def _head_ends(self) -> None:
        self._aside("header")

    def _foot_ends(self) -> None:
        self._aside("footer")

    def _aside(self, kind: AsideKind) -> None:
        """`&L`, `&C` and `&R` part it into three, other signs set fonts and numbers."""
        text = " ".join(_SIGNS.sub(" ", self._taken()).split())
        if text:
            self._sheet.asides.append(Aside(kind=kind, text=text))
