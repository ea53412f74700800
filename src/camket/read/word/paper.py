"""What all parts of a Word file share: its styles and its lists."""

from __future__ import annotations

from functools import partial

from lxml import etree

from camket.read.word import tags as w
from camket.read.word.numbering import Numbering
from camket.read.word.package import Package
from camket.read.word.styles import Look, Styles, look_of

_READ = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")
"""The kinds of parts that are read beside the text."""


class Paper:
    """An opened Word file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main_part()
        self.relations = package.relations(self.main, _READ)
        self.styles = Styles(package.side_scroll(self.part("styles")))
        self.numbering = Numbering(partial(_lists, package, self.part("numbering")), self.styles)

    def part(self, kind: str) -> str | None:
        """The part of a kind (`footnotes`, `comments`, ...) that the text points to."""
        return next((part for kind_, part in self.relations.values() if kind_ == kind), None)

    def look(self, properties: etree._Element, below: Look) -> Look:
        """The look of a run: by itself, by its style, by its paragraph."""
        style = properties.find(w.R_STYLE)
        if style is not None:
            below = self.styles.look(style.get(w.VAL, "")).over(below)
        return look_of(properties).over(below)


def _lists(package: Package, part: str | None) -> etree._Element | None:
    xml = package.side(part)
    return xml.root if xml is not None else None
