"""A word that was recognised in a picture."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word with its box.

    Attributes:
        text: its letters.
        left, top, right, bottom: in pixels from the upper left corner of the picture.
        sure: how sure the recognition is of it, 0 to 1.
        block, paragraph, line: how the recogniser numbers what the word stands in.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float
    block: int = 0
    paragraph: int = 0
    line: int = 0

    @property
    def height(self) -> float:
        """In pixels."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Halfway between left and right."""
        return (self.left + self.right) / 2

    @property
    def centre(self) -> float:
        """Halfway between top and bottom."""
        return (self.top + self.bottom) / 2

    def scaled(self, by: float) -> Word:
        """The word in the picture made larger, or smaller, by a factor."""
        return self._replace(left=self.left * by, top=self.top * by, right=self.right * by, bottom=self.bottom * by)
