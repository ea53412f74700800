"""What all parts of a Word file share: its styles and its lists."""

from __future__ import annotations

from lxml import etree

from camket.read.word import tags as w
from camket.read.word.numbering import Numbering
from camket.read.word.old import may_be_old
from camket.read.word.package import Package, Xml
from camket.read.word.styles import Look, Styles, look_of

# Properties of a run that change what is read, with their names as they stand in the file.
_DRESSES = (
    (w.VANISH, b"vanish"), (w.CAPS, b"caps"), (w.RAISED, b"vertAlign"), (w.R_STYLE, b"rStyle"), (w.R_FONTS, b"rFonts"),
)  # fmt: skip


class Paper:
    """An opened Word file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main_part()
        self.relations = package.relations(self.main)
        source = package.side_source(self.part("styles"))
        self.old_fonts = source is not None and may_be_old(source)
        self.styles = Styles(source)
        self.numbering = Numbering(self._lists, self.styles)

    def part(self, kind: str) -> str | None:
        """The part of a kind (`footnotes`, `comments`, ...) that the text points to."""
        return next((part for kind_, part in self.relations.values() if kind_ == kind), None)

    def look(self, properties: etree._Element, below: Look) -> Look:
        """The look of a run: by itself, by its style, by its paragraph."""
        style = properties.find(w.R_STYLE)
        if style is not None:
            below = self.styles.look(style.get(w.VAL, "")).over(below)
        return look_of(properties).over(below)

    def _lists(self) -> etree._Element | None:
        xml = self.package.side(self.part("numbering"))
        return xml.root if xml is not None else None


def dressed_runs(xml: Xml, *, old_fonts: bool) -> dict[etree._Element, etree._Element]:
    """The runs of a part whose properties may change what is read, each with them.

    Found in one pass, as most runs only say how large and how black their letters are; none where the names of such
    properties do not stand in the part at all.
    """
    wanted = [tag for tag, name in _DRESSES if name in xml.source and (tag != w.R_FONTS or old_fonts)]
    found: dict[etree._Element, etree._Element] = {}
    for each in xml.root.iter(*wanted) if wanted else ():
        properties = each.getparent()
        run = properties.getparent() if properties is not None else None
        if properties is not None and run is not None and run.tag == w.R:
            found[run] = properties
    return found
