"""What all parts of a Word file share: its styles and its lists."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from camket.read.word import tags as w
from camket.read.word.numbering import Numbering
from camket.read.word.package import Package
from camket.read.word.styles import Look, Styles, look_of


class Paper:
    """An opened Word file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main_part()
        self.relations = package.relations(self.main)
        self.styles = Styles(self._side("styles"))
        self.numbering = Numbering(self._side("numbering"), self.styles)

    def part(self, kind: str) -> str | None:
        """The part of a kind (`footnotes`, `comments`, ...) that the text points to."""
        return next((part for kind_, part in self.relations.values() if kind_ == kind), None)

    def look(self, properties: etree._Element, below: Look) -> Look:
        """The look of a run: by itself, by its style, by its paragraph."""
        style = properties.find(w.R_STYLE)
        if style is not None:
            below = self.styles.look(style.get(w.VAL, "")).over(below)
        return look_of(properties).over(below)

    def _side(self, kind: str) -> etree._Element | None:
        part = self.part(kind)
        return self.package.side_tree(part) if part is not None else None


def dressed_runs(root: etree._Element) -> dict[etree._Element, etree._Element]:
    """The runs of a part whose properties may change what is read, each with them.

    Found in one pass, as most runs only say how large and how black their letters are.
    """
    found: dict[etree._Element, etree._Element] = {}
    for each in root.iter(w.VANISH, w.CAPS, w.RAISED, w.R_STYLE, w.R_FONTS):
        properties = each.getparent()
        run = properties.getparent() if properties is not None else None
        if properties is not None and run is not None and run.tag == w.R:
            found[run] = properties
    return found


def sections(root: etree._Element) -> Iterator[etree._Element]:
    """The sections in order; what a section was before a change is left out."""
    for each in root.iter(w.SECTION):
        parent = each.getparent()
        if parent is not None and not parent.tag.endswith("Change"):
            yield each
