"""Pages nested so deep that no browser would show them so: the deepest elements are taken out of each other."""

from __future__ import annotations

from collections import Counter

from camket.grammar.expression import expression

_DEEPEST = 500  # elements within one another; browsers stop at about as many
_TAG = expression(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
# Elements that end by themselves: they hold nothing, or the next one of their kind ends them.
_ENDING = frozenset(
    (
        "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link",
        "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    )
)  # fmt: skip


def flattened(html: str) -> str:
    """The page without the tags of elements below the deepest level; their text stays. One pass.

    A parser looks up through all open elements at each new one, so that its time grows with the square of the depth.
    """
    kept: list[str] = []
    opened: Counter[str] = Counter()
    depth = place = 0
    for found in _TAG.finditer(html):
        tag = found[2].lower()
        if tag in _ENDING:
            continue
        if not found[1]:
            below = depth >= _DEEPEST
            opened[tag] += 1
            depth += 1
        elif opened[tag]:
            below = depth > _DEEPEST
            opened[tag] -= 1
            depth -= 1
        else:
            below = False
        if below:
            kept.append(html[place : found.start()])
            place = found.end()
    return "".join((*kept, html[place:])) if kept else html
