"""Many words as one regular expression that tries no letter twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from camket.kept import kept

_Node = dict[str, "_Node"]


def alternation(words: Iterable[str]) -> str:
    """An expression for any of `words`, the longest first; it captures nothing. The same words make the same one."""
    different = sorted(set(words))
    return kept("words", "\x1f".join(different), str, lambda: _expression(_tree(different)))


def _tree(words: Iterable[str]) -> _Node:
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return root


def _expression(node: _Node) -> str:
    ends_here = "" in node
    branches = [re.escape(letter) + _expression(child) for letter, child in node.items() if letter]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if ends_here else body
