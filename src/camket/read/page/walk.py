"""The walk over a page: what is a block, what is a table, what is left out."""

from __future__ import annotations

from camket.model.document import BlockKind
from camket.read.page.furniture import Frame, is_furniture, is_hidden, is_lead_in, is_mark_of_note
from camket.read.page.lists import Lists
from camket.read.page.markup import markup
from camket.read.page.table import Table, in_columns, is_layout
from camket.read.page.tree import TEXT, Element
from camket.read.page.writer import Writer
from camket.read.raised import raised
from camket.read.writer import Written


def _is_block(tag: str) -> bool:
    known = markup()
    return tag in known.blocks or tag in known.headings or tag in known.items


class Walk:
    """Walks elements and writes their text; `left_out` counts the parts with text that it passed over."""

    def __init__(self, frame: Frame) -> None:
        self.left_out = 0
        self._frame = frame
        self._writer = Writer()
        self._kinds: list[BlockKind] = ["paragraph"]
        self._tables: list[Table] = []
        self._preformatted = self._raised = 0
        self._table_count = 0
        self._lists = Lists()

    def run(self, root: Element) -> None:
        """Walk one element. Iterative, as pages may be nested deeper than Python's stack."""
        waiting: list[tuple[Element, bool]] = [(root, False)]
        while waiting:
            element, leaving = waiting.pop()
            if leaving:
                self._leave(element)
            elif element.tag == TEXT:
                self._text(element.text)
            else:
                self._enter(element)
                waiting.append((element, True))
                waiting.extend((child, False) for child in reversed(self._children(element)))
        self._writer.close("paragraph")

    def result(self) -> Written:
        """The text so far, with its blocks and places."""
        return self._writer.result()

    def _children(self, element: Element) -> list[Element]:
        """What is walked of an element; the rest is counted, a text too where it stands beside the paper."""
        if element.tag == "table" and not self._tables and (cells := in_columns(element)) is not None:
            return cells
        kept: list[Element] = []
        beside = id(element) in self._frame.above
        children = [each for each in element.children if each.tag != TEXT]
        following = dict(zip(map(id, children), children[1:], strict=False))
        for child in element.children:
            if is_mark_of_note(child):  # as in a Word file: the note itself stands at the end
                continue
            if self._is_passed_over(child, following.get(id(child)), beside=beside):
                self.left_out += child.letters > 0
            else:
                kept.append(child)
        return kept

    def _is_passed_over(self, child: Element, following: Element | None, *, beside: bool) -> bool:
        if id(child) in self._frame.kept:
            return False
        if beside:
            return self._frame.titled or not child.titles
        if child.tag == TEXT:
            return False
        if self._tables:
            return is_hidden(child)
        return is_furniture(child) or is_lead_in(child, following)

    def _text(self, text: str) -> None:
        self._writer.add(self._lists.label(text))
        if not self._preformatted:
            self._writer.add(raised(text, self._writer.last) if self._raised else text)
            return
        for number, line in enumerate(text.splitlines() or [""]):
            if number:
                self._writer.break_line()
            self._writer.add(line)

    def _enter(self, element: Element) -> None:
        tag = element.tag
        self._lists.enter(element)
        self._raised += tag == "sup"
        if tag == "br":
            self._writer.break_line()
        elif self._tables:
            self._enter_in_table(element)
        elif tag == "table" and not is_layout(element) and in_columns(element) is None:
            self._writer.close(self._kinds[-1])
            self._tables.append(Table(self._table_count))
            self._table_count += 1
        elif _is_block(tag):
            self._writer.close(self._kinds[-1])
            self._kinds.append(self._kind(tag))
        self._preformatted += tag == "pre"

    def _leave(self, element: Element) -> None:
        tag = element.tag
        self._preformatted -= tag == "pre"
        self._raised -= tag == "sup"
        self._lists.leave(element)
        if self._tables:
            self._leave_in_table(element)
        elif _is_block(tag):
            self._writer.close(self._kinds.pop())

    def _kind(self, tag: str) -> BlockKind:
        """A block is what the block around it is, unless it says so: a paragraph in a list item is a list item."""
        known = markup()
        if tag in known.headings:
            return "heading"
        return "list_item" if tag in known.items else self._kinds[-1]

    def _enter_in_table(self, element: Element) -> None:
        if element.tag == "tr":
            self._writer.take()
            self._tables[-1].begin_row()
        elif element.tag in ("td", "th", "caption"):
            self._writer.take()
        elif _is_block(element.tag):
            self._writer.add(" ")

    def _leave_in_table(self, element: Element) -> None:
        table = self._tables[-1]
        if element.tag in ("td", "th"):
            table.add(element, self._writer.take())
        elif element.tag == "tr":
            self._writer.row(table.cells, table.number, table.row)
        elif element.tag == "caption":
            self._writer.close("heading")
        elif element.tag == "table":
            self._tables.pop()
        elif _is_block(element.tag):
            self._writer.add(" ")
