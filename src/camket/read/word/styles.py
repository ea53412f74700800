"""Styles: what a paragraph or a run is by its style, and by what that is based on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from camket.grammar.expression import expression
from camket.read.word import tags as w
from camket.read.word.old import is_old
from camket.read.word.scroll import Scroll
from camket.read.word.sheet import Bare, Sheet

_HEADING = expression(r"heading ([1-9])$|(title)$", re.IGNORECASE)
_DEEPEST = 20  # styles based on one another; more is a ring
_LEVELS = 9


class Look(NamedTuple):
    """What of the look of a run changes what is read; None where nothing is said.

    Attributes:
        hidden: it is not shown.
        capitals: it is shown in capitals, whatever was typed.
        raised: it stands above the line.
        font: the old font of its letters; empty where they are of another font.
    """

    hidden: bool | None = None
    capitals: bool | None = None
    raised: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """This, and where it says nothing what is below it."""
        if self is PLAIN:
            return below
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.capitals if self.capitals is None else self.capitals,
            below.raised if self.raised is None else self.raised,
            below.font if self.font is None else self.font,
        )


PLAIN = Look()


class Listed(NamedTuple):
    """A style that numbers its paragraphs; `level` is None where the list says which level is that of `style`."""

    num_id: str
    level: int | None
    style: str


class Style(NamedTuple):
    """A style with what it takes over: its outline level from 0, its list, its look.

    `look` is what it says, which counts over other styles; `shown` is how its letters look, `PLAIN` for most.
    """

    outline: int | None = None
    listed: Listed | None = None
    look: Look = PLAIN
    shown: Look = PLAIN

    @property
    def is_usual(self) -> bool:
        """Whether a paragraph of it is running text without a number, and its letters are as they were typed."""
        return self.shown is PLAIN and self.listed is None and not is_heading(self.outline)


NO_STYLE = Style()


class Styles:
    """The styles of a file, each looked up when it is first asked for.

    Most files carry hundreds of styles that nothing uses, so only those asked for are parsed.
    """

    def __init__(self, source: Scroll | None) -> None:
        self._sheet = Sheet(source or Scroll(b"", b"", 0, lambda: None))
        self._known: dict[str, Style] = {}
        defaults = self._sheet.defaults()
        self._default_look = look_of(defaults) if defaults is not None else PLAIN
        name = self._sheet.default_style()
        look = self._default_look
        plain = Style(look=look, shown=look if any(look) else PLAIN)
        self.default = self.style(name) if name is not None else plain

    def style(self, name: str) -> Style:
        """A style by its id; one that is not there says nothing."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._resolved(name, 0)
        return known

    def list_of(self, name: str) -> str | None:
        """The list that a style of lists stands for."""
        listed = self.style(name).listed
        return listed.num_id if listed is not None else None

    def look(self, name: str) -> Look:
        """The look that a style of letters gives, without what the text has anyway."""
        return self.style(name).look

    def wear_old_fonts(self, names: Iterable[str]) -> bool:
        """Whether letters are of an old font where no style is named, or in one of these styles."""
        return bool(self.default.look.font or self._default_look.font) or any(
            self.style(name).look.font for name in names
        )

    def _resolved(self, name: str, depth: int) -> Style:
        element = self._sheet.style(name)
        if element is None or depth > _DEEPEST:
            return NO_STYLE
        if isinstance(element, Bare):
            below = self._below(element.based_on, depth, of_paragraphs=element.of_paragraphs)
            look = below.look._replace(font="") if element.names_font and below.look.font else below.look
            return below._replace(look=look, shown=look if any(look) else PLAIN)
        based = element.find(w.BASED_ON)
        below = self._below(
            based.get(w.VAL, "") if based is not None else None, depth,
            of_paragraphs=element.get(w.TYPE) == "paragraph",
        )  # fmt: skip
        of_paragraph, of_run = element.find(w.P_PR), element.find(w.R_PR)
        outline, listed = _of_paragraph(name, of_paragraph, below)
        if outline is None:
            outline = _outline_by_name(element)
        look = look_of(of_run).over(below.look) if of_run is not None else below.look
        return Style(outline, listed, look, look if any(look) else PLAIN)

    def _below(self, based_on: str | None, depth: int, *, of_paragraphs: bool) -> Style:
        """What a style takes over: that of the style it is based on, else the look that all letters have."""
        if based_on is not None:
            return self._resolved(based_on, depth + 1)
        return NO_STYLE._replace(look=self._default_look) if of_paragraphs else NO_STYLE


def _of_paragraph(name: str, properties: etree._Element | None, below: Style) -> tuple[int | None, Listed | None]:
    if properties is None:
        return below.outline, below.listed
    outline, listed = below.outline, below.listed
    level = properties.find(w.OUTLINE)
    if level is not None:
        outline = number_of(level.get(w.VAL))
    numbered = properties.find(w.NUM_PR)
    if numbered is not None:
        num_id, depth = numbering_of(numbered)
        num_id = num_id or (listed.num_id if listed is not None else None)
        listed = Listed(num_id, depth, name) if num_id is not None else None
    return outline, listed


def _outline_by_name(element: etree._Element) -> int | None:
    """Word knows the headings of its own by their English names, whatever the language of the program."""
    named = element.find(w.NAME)
    found = _HEADING.match(named.get(w.VAL, "")) if named is not None else None
    if found is None:
        return None
    return int(found[1]) - 1 if found[1] else 0


def is_heading(outline: int | None) -> bool:
    """Outline levels go from 0 to 8; 9 is the running text."""
    return outline is not None and 0 <= outline < _LEVELS


def numbering_of(numbered: etree._Element) -> tuple[str | None, int | None]:
    """The list and the level that `numPr` names."""
    list_, level = numbered.find(w.NUM_ID), numbered.find(w.LEVEL_ID)
    return (
        list_.get(w.VAL) if list_ is not None else None,
        number_of(level.get(w.VAL)) if level is not None else None,
    )


def number_of(written: str | None) -> int | None:
    """A small number as an attribute gives it; None where it is none."""
    if written is None or len(written) > _LEVELS or not written.isascii() or not written.lstrip("-").isdigit():
        return None
    return int(written)


def look_of(properties: etree._Element) -> Look:
    """What `rPr` says itself."""
    hidden = capitals = raised = font = None
    for each in properties:
        tag = each.tag
        if tag == w.VANISH:
            hidden = w.is_on(each.get(w.VAL))
        elif tag == w.CAPS:
            capitals = w.is_on(each.get(w.VAL))
        elif tag == w.RAISED:
            raised = each.get(w.VAL) == "superscript"
        elif tag == w.POSITION:
            raised = raised or (number_of(each.get(w.VAL)) or 0) > 0
        elif tag == w.R_FONTS:
            named = each.get(w.ASCII) or each.get(w.H_ANSI)
            font = font if named is None else named if is_old(named) else ""
    return Look(hidden, capitals, raised, font)
