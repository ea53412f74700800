"""What on a page is not the paper: menus, sidebars, related lists, comment boxes, advertisements, cookie banners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.read.page.markup import markup
from camket.read.page.tree import TEXT, Element, descend, first

_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD = expression(r"[^a-z0-9]+")
_WORD = expression(r"([a-z]+)\d*")
_SERIAL = expression(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""A number that a program gives (`ab5c7b82-eb9e-11f0-ad99-106c072f64aa`): letters in it are digits, and no words."""
_HIDDEN = expression(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INVITES = expression(r"\s*(?:>>|»|xem thêm|đọc thêm|tin liên quan)", re.IGNORECASE)

# What a box beside the paper calls itself in its first line, and the tools of a page.
_BOX = expression(
    r"(?:thống kê truy cập|(?:số )?lượt truy cập|đang truy cập|liên kết (?:web(?:site)?|trang|ngoài)|thăm dò ý kiến"
    r"|(?:các )?tin (?:liên quan|khác|mới(?: nhất)?|nổi bật|cùng chuyên mục|đã đưa|đọc nhiều)"
    r"|(?:các )?bài (?:viết )?(?:liên quan|khác|mới|cùng chuyên mục)|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?"
    r"|văn bản (?:mới|khác|liên quan|cùng loại)|ý kiến bạn đọc|bình luận|từ khóa|danh mục|chuyên mục|thời tiết)"
    r"(?: \(\d+\))?\s*:?",
    re.IGNORECASE,
)
_TOOLS = expression(
    r"(?=.*\w)(?:(?:in(?: (?:bài|trang|tin)(?: này)?)?|bản in|gửi (?:e-?mail|bài|tin)|chia sẻ|facebook|zalo|twitter"
    r"|copy link|sao chép liên kết"
    r"|(?:nghe )?đọc bài(?: viết)?|cỡ chữ|(?:độ )?tương phản|lưu(?: tin| bài)?|quay lại|trở về"
    r"|a|print|e-?mail|[-+|:])\s*)+",
    re.IGNORECASE,
)

_MANY_LINKS = 3
_MOSTLY = 0.75
_NEARLY_ALL = 0.8
_HALF = 0.5
_SMALL_FORM = 400
_SHORT = 300
_TOOLBAR = 60
_MARK_OF_NOTE = expression(r"[\[(]?(?:\d{1,3}|\*{1,3})[\])]?")


class Frame(NamedTuple):
    """Where on the page the paper is: identities of elements.

    Attributes:
        kept: the way down into the most text; these are never left out.
        above: those of them that only lead to the `article` or `main`: what else they hold stands beside the paper.
        titled: whether the paper's title is within it.
    """

    kept: frozenset[int]
    above: frozenset[int]
    titled: bool


def find_main(body: Element) -> Frame:
    """Go down into the child with more than half of the text; stop at the last `article` or `main` on that way.

    Without such an element the whole page is walked, less its furniture.
    """
    way = [body]
    depth = 0
    while (child := _heaviest(way[-1])) is not None:
        if child.tag in ("article", "main") or child.attributes.get("role") in ("article", "main"):
            depth = len(way)
        way.append(child)
    return Frame(frozenset(map(id, way)), frozenset(map(id, way[:depth])), way[depth].titles > 0)


def _heaviest(element: Element) -> Element | None:
    children = [each for each in element.children if each.tag != TEXT and not _stands_aside(each, element)]
    best = max(children, key=lambda each: each.letters, default=None)
    if best is None or best.tag in ("p", "table") or best.letters <= _HALF * sum(each.letters for each in children):
        return None
    return best


def _stands_aside(child: Element, parent: Element) -> bool:
    return is_furniture(child) and child.letters <= _NEARLY_ALL * parent.letters


def is_furniture(element: Element) -> bool:
    """Whether an element is no part of the paper, by its tag, its role, its class words or its links."""
    known = markup()
    if element.tag in known.aside or is_hidden(element) or element.attributes.get("role") in known.roles:
        return True
    if element.titles:
        return False
    if element.tag == "form":
        return element.letters < _SMALL_FORM
    if element.tag == "header":
        return first(element, "h2") is None
    return _named(element) or _is_link_list(element) or _is_invitation(element) or _calls_itself_aside(element)


def _calls_itself_aside(element: Element) -> bool:
    """A box whose first line says that it is none of the paper, and a line of tools (`In`, `Gửi email`, `A-`)."""
    if element.tag not in ("div", "section", "p", "ul", "table"):
        return False
    if element.letters <= _TOOLBAR and _TOOLS.fullmatch(" ".join(_texts(element)).strip()):
        return True
    return element.tag in ("div", "section") and _BOX.fullmatch(next(_texts(element), "")) is not None


def _texts(element: Element) -> Iterator[str]:
    """Its pieces of text that are not blank."""
    return (text for each in descend(element) if each.tag == TEXT and (text := " ".join(each.text.split())))


def is_hidden(element: Element) -> bool:
    """Whether a browser would not show it, or strikes it out as no longer said."""
    attributes = element.attributes
    return (
        element.tag == "del"
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(attributes.get("style", "")))
    )


def is_mark_of_note(element: Element) -> bool:
    """Whether it is the raised number that leads to a note on the same page."""
    if element.tag not in ("sup", "a") or not element.links or len(element.children) != 1:
        return False
    inner = element.children[0]
    raised, link = (element, inner) if element.tag == "sup" else (inner, element)
    if raised.tag != "sup" or not link.attributes.get("href", "").startswith("#"):
        return False
    said = "".join(each.text for each in descend(element) if each.tag == TEXT)
    return _MARK_OF_NOTE.fullmatch(said.strip()) is not None


def is_lead_in(heading: Element, following: Element | None) -> bool:
    """Whether a heading only leads in a list that is left out (`Tin liên quan`)."""
    return heading.tag in ("h2", "h3", "h4", "h5", "h6") and following is not None and _is_link_list(following)


def _named(element: Element) -> bool:
    known = markup()
    if element.tag == "a" and "href" not in element.attributes:
        return False  # a mark in the text leads nowhere: its class says what a click on it does
    for name in (*element.attributes.get("class", "").split(), element.attributes.get("id", "")):
        words = _words_of(name)
        joined = "".join(words)
        if joined in known.headers or not known.words.isdisjoint(words) or any(each in joined for each in known.joined):
            return True
    return False


def _words_of(name: str) -> list[str]:
    """The words of a name of a class or an element: `leftSideBar2` is `left`, `side`, `bar`."""
    tokens = _NO_WORD.split(_CAMEL.sub(" ", _SERIAL.sub(" ", name)).lower())
    return [word[1] for token in tokens if (word := _WORD.fullmatch(token)) is not None]


def _is_link_list(element: Element) -> bool:
    return (
        element.tag in markup().lists
        and element.links >= _MANY_LINKS
        and element.linked_letters >= _MOSTLY * element.letters
    )


def _is_invitation(element: Element) -> bool:
    """`Xem thêm: ...`, all of it a link or nearly so."""
    if element.tag not in ("p", "div") or not element.links or element.letters > _SHORT:
        return False
    if element.linked_letters < _HALF * element.letters:
        return False
    return _INVITES.match("".join(each.text for each in descend(element) if each.tag == TEXT)) is not None
