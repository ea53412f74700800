"""What all parts of a Word file share: its styles and its lists."""

from __future__ import annotations

import re
from functools import partial

from lxml import etree

from camket.read.word import tags as w
from camket.read.word.numbering import Numbering
from camket.read.word.old import may_be_old
from camket.read.word.package import Package, Xml
from camket.read.word.styles import Look, Styles, look_of

# Properties of a run that change what is read, with their names as nearly all programs write them.
_DRESSES = (
    (w.VANISH, b"<w:vanish"), (w.CAPS, b"<w:caps"), (w.RAISED, b"<w:vertAlign"), (w.POSITION, b"<w:position"),
    (w.R_STYLE, b"<w:rStyle"),
)  # fmt: skip
_USUAL, _TOP = b"xmlns:w=", 4_096
_STYLED = re.compile(rb"<w:[pr]Style\b[^>]*?\bw:val=\"([^\"]*)\"")


def holds(xml: Xml, name: bytes) -> bool:
    """Whether an element may stand in a part: looked for in its bytes where they use the usual prefix."""
    return name in xml.source or _USUAL not in xml.source[:_TOP]


class Paper:
    """An opened Word file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main_part()
        self.relations = package.relations(self.main)
        self.styles = Styles(package.side_scroll(self.part("styles")))
        self.numbering = Numbering(partial(_lists, package, self.part("numbering")), self.styles)

    def part(self, kind: str) -> str | None:
        """The part of a kind (`footnotes`, `comments`, ...) that the text points to."""
        return next((part for kind_, part in self.relations.values() if kind_ == kind), None)

    def may_be_old(self, xml: Xml) -> bool:
        """Whether letters of a part may be of an old font, by their own or by their style."""
        if may_be_old(xml.source) or _USUAL not in xml.source[:_TOP]:
            return True
        named = {name.decode("utf-8", "replace") for name in _STYLED.findall(xml.source)}
        return self.styles.wear_old_fonts(named)

    def look(self, properties: etree._Element, below: Look) -> Look:
        """The look of a run: by itself, by its style, by its paragraph."""
        style = properties.find(w.R_STYLE)
        if style is not None:
            below = self.styles.look(style.get(w.VAL, "")).over(below)
        return look_of(properties).over(below)


def _lists(package: Package, part: str | None) -> etree._Element | None:
    xml = package.side(part)
    return xml.root if xml is not None else None


def dressed_runs(xml: Xml, *, old_fonts: bool) -> dict[etree._Element, etree._Element]:
    """The runs of a part whose properties may change what is read, each with them.

    Found in one pass, as most runs only say how large and how black their letters are; none where the names of such
    properties do not stand in the part at all.
    """
    wanted = [tag for tag, name in _DRESSES if holds(xml, name)]
    wanted += [w.R_FONTS] if old_fonts else []
    found: dict[etree._Element, etree._Element] = {}
    for each in xml.root.iter(*wanted) if wanted else ():
        properties = each.getparent()
        run = properties.getparent() if properties is not None else None
        if properties is not None and run is not None and run.tag == w.R:
            found[run] = properties
    return found
