"""Many words as one regular expression that tries no letter twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

_Node = dict[str, "_Node"]


def alternation(words: Iterable[str]) -> str:
    """An expression for any of `words`, the longest first; it captures nothing."""
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _expression(root)


def _expression(node: _Node) -> str:
    ends_here = "" in node
    branches = [re.escape(letter) + _expression(child) for letter, child in node.items() if letter]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if ends_here else body
