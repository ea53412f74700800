"""The walk over a part of a Word file (body, header, notes): its paragraphs and tables, as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from lxml import etree

from camket.model.document import BlockKind
from camket.model.place import InPart, Part
from camket.read.frame import is_frame
from camket.read.word import tags as w
from camket.read.word.equation import linear
from camket.read.word.field import Fields, is_contents
from camket.read.word.grid import Grid
from camket.read.word.items import Item, Paragraph, paragraphs_of
from camket.read.word.letters import Letters
from camket.read.word.numbering import Counting
from camket.read.word.package import Xml
from camket.read.word.paper import Paper
from camket.read.word.styles import NO_STYLE, PLAIN, Listed, Look, Style, is_heading, number_of, numbering_of
from camket.read.word.survey import survey_of
from camket.read.word.symbols import symbol, without_private

_NO_LIST = (None, None)
_NOTES = ("footnote", "endnote")
_SOFT_HYPHEN = "\u00ad"
_TOP_OF_BOXES = 8
_BOXES = 2_000  # text boxes of a part that are read


class Note(NamedTuple):
    """A footnote or endnote that the text points to."""

    kind: str
    id: str


class _Open:
    """The paragraph that is being read."""

    __slots__ = ("boxes", "first", "joins_next", "letters", "listed", "look", "outline", "style")

    def __init__(self) -> None:
        self.letters = Letters()
        self.first: InPart | None = None
        self.boxes: list[Item] = []
        self.style: Style = NO_STYLE
        self.look: Look = PLAIN
        self.listed: tuple[str | None, int | None] = _NO_LIST
        self.outline: int | None = None
        self.joins_next = False


class Story:
    """See the module. `fields` is False where their marks are damaged and all text is to be read.

    Attributes:
        items: what was found.
        notes: what notes the text points to, in order.
        pictures: the paragraphs that hold pictures, charts or embedded files.
        inserted: the paragraphs before which another file is inserted.
        hidden: how many runs with letters are hidden.
        contents: how many paragraphs of a table of contents were passed over.
        old_fonts: the old fonts whose letters were converted.
        changes: how many tracked changes are still open.
        sections: the sections, in order.
        fields: the fields open at the end.
    """

    def __init__(self, paper: Paper, xml: Xml, part: Part, *, fields: bool = True) -> None:
        self.items: list[Item] = []
        self.notes: list[Note] = []
        self.pictures: list[int] = []
        self.inserted: list[int] = []
        self.old_fonts: set[str] = set()
        self.sections: list[etree._Element] = []
        self.hidden = self.contents = self.changes = 0
        self.fields = Fields()
        self._reads_fields = fields
        self._paper = paper
        self._part: Part = part
        self._numbers: dict[Part, int] = {}
        self._counting = Counting(paper.numbering)
        self._survey = survey_of(paper, xml)
        self._usual = paper.styles.default.is_usual
        self._open = _Open()
        self._cells = self._boxes = 0

    def run(self, root: etree._Element) -> None:
        """Walk an element that holds paragraphs and tables."""
        self._blocks(root)
        self._end_joined()

    def take(self) -> list[Item]:
        """What was found since it was last taken."""
        taken, self.items = self.items, []
        return taken

    def _blocks(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == w.P:
                self._paragraph(child)
            elif tag == w.TBL:
                self._table(child)
            elif tag in w.WRAPPERS:
                self.changes += tag in w.CHANGES
                self._blocks(child)
            elif tag == w.SDT:
                self._control(child, self._blocks)
            elif tag == w.ALTERNATE:
                self._blocks(_chosen(child))
            elif tag == w.SECTION:
                self.sections.append(child)
            elif tag == w.ALT_CHUNK:
                self.inserted.append(self._numbers.get(self._part, 0) + 1)

    def _control(self, control: etree._Element, walk: Callable[[etree._Element], None]) -> None:
        """A content control: what it holds, unless that is a table of contents or only asks to be filled in."""
        properties, content = control.find(w.SDT_PR), control.find(w.SDT_CONTENT)
        if content is None:
            return
        if properties is not None:
            gallery = next(properties.iter(w.GALLERY), None)
            if gallery is not None and gallery.get(w.VAL) == "Table of Contents":
                self.contents += sum(1 for each in content.iter(w.P) if next(each.iter(w.T), None) is not None)
                self._pass_over(content)
                return
            if properties.find(w.PLACEHOLDER) is not None:
                self._pass_over(content)
                return
        walk(content)

    def _pass_over(self, element: etree._Element) -> None:
        self._numbers[self._part] = self._numbers.get(self._part, 0) + sum(1 for _ in element.iter(w.P))

    def _table(self, table: etree._Element) -> None:
        self._end_joined()
        grid = Grid()
        for row in grid.rows_of(table, self._pass_over):
            for cell in grid.cells_of(row, self._pass_over):
                outside, self.items = self.items, []
                self._cells += 1
                self._blocks(cell)
                self._end_joined()
                self._cells -= 1
                grid.fill(self.items)
                self.items = outside
        self.items.append(grid.table())

    def _paragraph(self, paragraph: etree._Element) -> None:
        number = self._numbers[self._part] = self._numbers.get(self._part, 0) + 1
        opened, seen = self._open, self._survey
        if paragraph not in seen.marked and self._usual and opened.first is None and not self.fields.open:
            # As most are: runs of letters, and nothing else to read.
            text = without_private(seen.text_of(paragraph))
            if text and not text.isspace():
                kind: BlockKind = "footnote" if self._part in _NOTES else "paragraph"
                self.items.append(Paragraph(text, kind, InPart(self._part, number)))
            return
        at = InPart(self._part, number)
        opened.listed, opened.outline, opened.joins_next = _NO_LIST, None, False
        name = seen.styles.get(paragraph)
        opened.style = self._paper.styles.default if name is None else self._paper.styles.style(name)
        for each in seen.properties.get(paragraph, ()):
            self._property(each, opened)
        opened.look = opened.style.shown
        if opened.first is None and opened.look is PLAIN and paragraph not in seen.particular and not self.fields.open:
            self._put(without_private(seen.text_of(paragraph)), opened, at)
            return
        opened.first = opened.first if opened.letters else at
        opened.joins_next = paragraph in seen.joining
        self._inline(paragraph)
        if self.fields.contents:
            self.contents += 1
        if not opened.joins_next:
            self._close()

    def _property(self, each: etree._Element, opened: _Open) -> None:
        tag = each.tag
        if tag == w.NUM_PR:
            opened.listed = numbering_of(each)
        elif tag == w.OUTLINE:
            opened.outline = number_of(each.get(w.VAL))
        else:
            self.sections.append(each)

    def _close(self) -> None:
        """The paragraph ends here, and what was deleted between it and those before is gone."""
        opened, self._open = self._open, _Open()
        if self._survey.old_fonts:
            self.old_fonts |= opened.letters.old_fonts
        place = len(self.items)
        self._put(opened.letters.text(), opened, opened.first)
        if opened.boxes:
            self._add_boxes(opened.boxes, place)

    def _put(self, text: str, opened: _Open, at: InPart | None) -> None:
        """A paragraph that is read, with its number; one that is blank counts, and is shown as its number in a cell."""
        listed = self._listed(opened) if text or not opened.joins_next else None
        label = self._counting.label(*listed) if listed is not None else ""
        if at is not None and ((text and not text.isspace()) or (label and self._cells)):
            self.items.append(Paragraph(label + text, self._kind(opened, numbered=listed is not None), at))

    def _add_boxes(self, boxes: list[Item], place: int) -> None:
        """The text boxes of a paragraph stand behind it; those that are the letterhead or the foot, before it."""
        top = [[each.text] for each in islice(paragraphs_of(boxes), _TOP_OF_BOXES)]
        at = place if is_frame(top) else len(self.items)
        self.items[at:at] = boxes

    def _end_joined(self) -> None:
        if self._open.first is not None:
            self._close()

    def _listed(self, opened: _Open) -> tuple[str, int] | None:
        by_style: Listed | None = opened.style.listed
        if by_style is None and opened.listed is _NO_LIST:
            return None  # as most paragraphs
        num_id, depth = opened.listed
        if num_id is None and by_style is not None:
            num_id = by_style.num_id
            depth = self._paper.numbering.level_of(by_style) if depth is None else depth
        return (num_id, depth or 0) if num_id is not None and num_id != "0" else None

    def _kind(self, opened: _Open, *, numbered: bool) -> BlockKind:
        if self._part in _NOTES:
            return "footnote"
        if is_heading(opened.outline if opened.outline is not None else opened.style.outline):
            return "heading"
        return "list_item" if numbered else "paragraph"

    def _inline(self, parent: etree._Element) -> None:
        for child in parent:
            if child.tag == w.R:
                self._run(child)
            else:
                self._inline_other(child, child.tag)

    def _inline_other(self, element: etree._Element, tag: str) -> None:
        """What stands among the runs; marks of places, deleted text and the like are nothing to read."""
        if tag in w.WRAPPERS:
            self.changes += tag in w.CHANGES
            self._inline(element)
        elif tag in w.CHANGES:
            self.changes += 1
        elif tag == w.SDT:
            self._control(element, self._inline)
        elif tag == w.FIELD:
            if not is_contents(element.get(w.INSTR, "")):
                self._inline(element)
        elif tag == w.ALTERNATE:
            self._inline(_chosen(element))
        elif tag in w.MATHS:
            self._add(linear(element), PLAIN)

    def _run(self, run: etree._Element) -> None:
        look = self._open.look
        properties = self._survey.dressed.get(run)
        if properties is not None:
            look = self._paper.look(properties, look)
        if look.hidden:
            self.fields.muted += 1
            self.hidden += any(child.tag == w.T and child.text for child in run)
            self._run_content(run, look)
            self.fields.muted -= 1
        else:
            self._run_content(run, look)

    def _run_content(self, run: etree._Element, look: Look) -> None:
        for child in run:
            tag = child.tag
            if tag == w.T:
                self._add(child.text or "", look)
            elif tag in _IN_RUN:
                _IN_RUN[tag](self, child, look)
                if tag == w.FOOTNOTE_REFERENCE and w.is_on(child.get(w.OWN_MARK, "0")):
                    return

    def _add(self, text: str, look: Look) -> None:
        if not self.fields.muted:
            self._open.letters.add(text, look)

    def _soft_hyphen(self, _: etree._Element, look: Look) -> None:
        """Where a word may be parted; in the old fonts of TCVN3 that place in the table is the letter `ư`."""
        if look.font:
            self._add(_SOFT_HYPHEN, look)

    def _symbol(self, element: etree._Element, look: Look) -> None:
        self._add(symbol(element.get(w.FONT, ""), element.get(w.CHAR, "")), look)

    def _field_mark(self, element: etree._Element, _look: Look) -> None:
        if self._reads_fields:
            self.fields.mark(element)

    def _note(self, kind: str, element: etree._Element) -> None:
        if not self.fields.muted:
            self.notes.append(Note(kind, element.get(w.ID, "")))

    def _alternate_in_run(self, element: etree._Element, look: Look) -> None:
        self._run_content(_chosen(element), look)

    def _ruby(self, element: etree._Element, _look: Look) -> None:
        base = element.find(w.RUBY_BASE)
        if base is not None:
            self._inline(base)

    def _drawing(self, element: etree._Element, _look: Look) -> None:
        """A picture, a text box, or several of both in a group."""
        if self.fields.muted:
            return
        within: set[etree._Element] = set()
        for box in element.iter(w.BOX):
            if box not in within:
                within.update(box.iter(w.BOX))
                self._box(box)
        for art in element.iter(w.WORD_ART):
            text = art.get("string", "")
            if text.strip():
                self._open.boxes.append(Paragraph(text, "paragraph", InPart("text_box", self._next_of("text_box"))))
        if not within and next(element.iter(*w.PICTURES), None) is not None:
            self.pictures.append(self._numbers.get(self._part, 0))

    def _next_of(self, part: Part) -> int:
        number = self._numbers[part] = self._numbers.get(part, 0) + 1
        return number

    def _box(self, box: etree._Element) -> None:
        """A text box, read as a part of its own: behind the paragraph that holds it, a letterhead before it."""
        self._boxes += 1
        if self._boxes > _BOXES:
            return
        outer = (self._open, self._part, self.items, self._cells)
        self._open, self._part, self.items, self._cells = _Open(), "text_box", [], 0
        self._blocks(box)
        self._end_joined()
        found = self.items
        self._open, self._part, self.items, self._cells = outer
        self._open.boxes += found


def _chosen(alternate: etree._Element) -> etree._Element:
    """The first way of showing something; the fallback where that holds nothing we know."""
    choice, fallback = alternate.find(w.CHOICE), alternate.find(w.FALLBACK)
    if fallback is None:
        return choice if choice is not None else alternate
    if choice is None:
        return fallback
    told = next(choice.iter(w.BOX, w.T, w.DRAWING, w.OBJECT, w.P, w.MATH + "t"), None) is not None
    return choice if told or next(fallback.iter(w.BOX, w.T), None) is None else fallback


# Functions of the class, not of one story: a story that held its own would wait for the collector with all its tree.
_IN_RUN: dict[str, Callable[[Story, etree._Element, Look], None]] = {
    w.TAB: lambda story, _, look: story._add("\t", look),
    w.PTAB: lambda story, _, look: story._add("\t", look),
    w.BR: lambda story, _, look: story._add("\n", look),
    w.CR: lambda story, _, look: story._add("\n", look),
    w.NO_BREAK_HYPHEN: lambda story, _, look: story._add("-", look),
    w.SOFT_HYPHEN: Story._soft_hyphen,
    w.SYM: Story._symbol,
    w.FLD_CHAR: Story._field_mark,
    w.INSTRUCTION: lambda story, element, _: story.fields.instruct(element.text or ""),
    w.FOOTNOTE_REFERENCE: lambda story, element, _: story._note("footnote", element),
    w.ENDNOTE_REFERENCE: lambda story, element, _: story._note("endnote", element),
    w.DRAWING: Story._drawing,
    w.PICT: Story._drawing,
    w.OBJECT: Story._drawing,
    w.ALTERNATE: Story._alternate_in_run,
    w.RUBY: Story._ruby,
}
