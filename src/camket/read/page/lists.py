"""Lists of a page: the numbers that a browser shows before the items of `<ol>`."""

from __future__ import annotations

import re

from camket.grammar.expression import expression
from camket.read.counted import written
from camket.read.page.tree import Element

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "1", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I",
}  # fmt: skip
_STYLE = expression(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_TYPED = expression(
    r"\s*(?:[(\[]?(?:\d{1,3}(?:\.\d{1,2})*|[a-zđ]|[ivxIVX]{1,5})[.)\]/]|[-–+•*]\s|(?:Điều|Khoản|Mục|Chương)\s+[\dIVX])"
)
"""What an item begins with whose number was typed: the browser's own is hidden by the style of the page."""


class Lists:
    """The lists open at a place of the page, the innermost last."""

    def __init__(self) -> None:
        self._open: list[tuple[Element, int | None]] = []
        self._label = ""

    def enter(self, element: Element) -> None:
        """Go into an element: a list, an item, or anything else."""
        if element.tag in ("ol", "ul", "menu"):
            start = _number(element.attributes.get("start", ""), 1) if element.tag == "ol" else None
            self._open.append((element, start))
        elif element.tag == "li" and self._open:
            self._label = self._counted(element)

    def leave(self, element: Element) -> None:
        """Come out of an element."""
        if element.tag in ("ol", "ul", "menu") and self._open:
            self._open.pop()
        elif element.tag == "li":
            self._label = ""

    def label(self, text: str) -> str:
        """What a browser shows before the first letters of an item; empty where the item shows its own number."""
        if not text.strip():
            return ""
        label, self._label = self._label, ""
        return "" if _TYPED.match(text) else label

    def _counted(self, item: Element) -> str:
        listed, number = self._open[-1]
        if number is None:
            return ""
        number = _number(item.attributes.get("value", ""), number)
        self._open[-1] = (listed, number + (-1 if "reversed" in listed.attributes else 1))
        kind = item.attributes.get("type") or listed.attributes.get("type") or "1"
        for style in (listed, item):
            said = _STYLE.search(style.attributes.get("style", ""))
            kind = _STYLES.get(said[1].lower(), "") if said else kind
        return f"{written(number, _FORMS[kind])}. " if kind in _FORMS else ""


def _number(said: str, otherwise: int) -> int:
    said = said.strip()
    return int(said) if said.isascii() and said.lstrip("-").isdigit() and len(said) < len("1000000") else otherwise
