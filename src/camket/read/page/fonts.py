"""Text of a page in letters of old fonts: the face of a text decides, and where none is given its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.read.legacy import OldFont, as_read, font_of, unicode_of
from camket.read.legacy.pasted import lines_of
from camket.read.page.tree import TEXT, Element

_FAMILY = expression(r"(?:^|;)\s*font(?:-family)?\s*:\s*([^;]+)", re.IGNORECASE)
_SIZE_BEFORE_NAME = expression(r"^.*?\d(?:pt|px|em|%)(?:/\S+)?\s+", re.IGNORECASE)


class _Dressed(NamedTuple):
    element: Element
    font: OldFont | None


class Fonts:
    """What old fonts a page has; `names` are their ways of writing."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def convert(self, body: Element) -> None:
        """Make all text of the tree Unicode."""
        bare: list[Element] = []
        for element, font in _dressed(body):
            if font is None:
                bare.append(element)
            else:
                element.text = self._read(element.text, font)
        for element, font in _told(bare):
            element.text = self._read(element.text, font)

    def convert_title(self, title: str) -> str:
        """A title, which has no face of its own: as the page is written, where that makes words of it."""
        if not title.isascii():
            for name in self.names:
                title = as_read(title, OldFont(name, capitals=None))
        return title

    def _read(self, text: str, font: OldFont) -> str:
        if text.isascii() and not font.capitals:
            return text
        if font.writing not in self.names:
            self.names.append(font.writing)
        return unicode_of(text, font).text


def _dressed(body: Element) -> Iterator[_Dressed]:
    """Each text with the old font that it stands in, from the innermost element that names a face."""
    waiting = [_Dressed(body, None)]
    while waiting:
        element, font = waiting.pop()
        if element.tag == TEXT:
            yield _Dressed(element, font)
            continue
        face = _face(element)
        inner = font if face is None else font_of(face)
        waiting.extend(_Dressed(child, inner) for child in reversed(element.children))


def _face(element: Element) -> str | None:
    """The first face that an element names: the one that its writer saw."""
    if element.tag == "font" and element.attributes.get("face"):
        return element.attributes["face"].split(",")[0]
    found = _FAMILY.search(element.attributes.get("style", ""))
    return _SIZE_BEFORE_NAME.sub("", found[1].split(",")[0]).strip() if found else None


def _told(bare: list[Element]) -> Iterator[tuple[Element, OldFont]]:
    """Texts without an old face whose words say that they are in one, each looked at as a line."""
    written = [element for element in bare if not element.text.isascii()]
    lines = lines_of("\n".join(element.text.replace("\n", " ") for element in written))
    for element, line in zip(written, lines, strict=False):  # no lines at all where none is old
        if line.font is not None:
            yield element, line.font
