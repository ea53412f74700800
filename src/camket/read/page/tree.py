"""The page as a light tree that knows how much text and how many links are below each element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from camket.read.page.markup import markup

TEXT = "-text"


@dataclass(slots=True)
class Element:
    """An element or a text (`tag` is then `TEXT`); the numbers count the element and all below it.

    A builder of the reader, not a record: it does not leave `camket.read.page`.
    """

    tag: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    letters: int = 0
    linked_letters: int = 0
    links: int = 0
    titles: int = 0
    tables: int = 0


def grow(root: LexborNode | None) -> Element:
    """The tree below a node. Works without recursion: pages may be nested deeper than Python's stack."""
    top = Element("body")
    if root is None:
        return top
    pairs: list[tuple[Element, Element]] = []
    waiting: list[tuple[LexborNode, Element]] = [(root, top)]
    while waiting:
        node, element = waiting.pop()
        child = node.child
        while child is not None:
            made = _element(child)
            if made is not None:
                element.children.append(made)
                pairs.append((made, element))
                if made.tag != TEXT:
                    waiting.append((child, made))
            child = child.next
    for below, above in reversed(pairs):
        _add(below, above)
    return top


def descend(element: Element) -> Iterator[Element]:
    """All elements below, in the order of the page."""
    waiting = element.children[::-1]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(current.children))


def first(element: Element, tag: str) -> Element | None:
    """The first element of that tag below."""
    return next((each for each in descend(element) if each.tag == tag), None)


def _element(node: LexborNode) -> Element | None:
    if node.is_text_node:
        text = node.text_content or ""
        return Element(TEXT, text=text, letters=sum(map(len, text.split())))
    tag = (node.tag or "").lower()
    if not node.is_element_node or tag in markup().unread:
        return None
    attributes = {name: value or "" for name, value in node.attributes.items()}
    return Element(tag, attributes=attributes, links=tag == "a", titles=tag == "h1", tables=tag == "table")


def _add(below: Element, above: Element) -> None:
    above.letters += below.letters
    above.linked_letters += below.letters if below.tag == "a" else below.linked_letters
    above.links += below.links
    above.titles += below.titles
    above.tables += below.tables
