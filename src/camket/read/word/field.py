"""Fields: an instruction that is not read, and the result that is shown."""

from __future__ import annotations

from lxml import etree

from camket.read.word import tags as w


class _Field:
    def __init__(self) -> None:
        self.instruction = ""
        self.shown = False
        self.contents = False


class Fields:
    """The fields that are open at a place of the text.

    A table of contents says again what the headings say, so its result is not read.

    Attributes:
        muted: how many open fields keep what stands here from being read.
        contents: how many of them are results of a table of contents.
        open: those that have not ended; at the end of a part, a sign that its marks are damaged.
    """

    def __init__(self) -> None:
        self.muted = self.contents = 0
        self.open: list[_Field] = []

    def instruct(self, text: str) -> None:
        """A piece of the instruction."""
        if self.open:
            self.open[-1].instruction += text

    def mark(self, element: etree._Element) -> None:
        """Begin, separate or end."""
        kind = element.get(w.FLD_TYPE)
        if kind == "begin":
            self.open.append(_Field())
            self.muted += 1
        elif kind == "separate" and self.open and not self.open[-1].shown:
            top = self.open[-1]
            top.shown, top.contents = True, is_contents(top.instruction)
            self.contents += top.contents
            self.muted -= not top.contents
        elif kind == "end" and self.open:
            top = self.open.pop()
            self.contents -= top.contents
            self.muted -= top.contents or not top.shown


def is_contents(instruction: str) -> bool:
    """Whether a field lists the headings."""
    return instruction.split(maxsplit=1)[:1] == ["TOC"]
