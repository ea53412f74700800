"""With which letters a match of an expression can begin, so that a search passes over all the others.

`re` works that out itself, but only of an expression that begins with a letter or a set of them. Ours mostly begin with
what must not stand before a word, or with a word that may be missing, and then each place of a text is tried, which
takes two to five times as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_NO_SET_YET = 0
_FLAG, _LEAST, _MOST = 2, 3, 4
"""Where the head of a compiled expression tells what it knows of a match's beginning, and how long a match is."""


def with_starts(compiler: Any, parsed: Any, code: list[int], flags: int) -> list[int]:
    """The code of an expression, its head with the letters that a match can begin with where it told nothing of them.

    Args:
        compiler: the part of `re` that made the code.
        parsed: the expression as `re` parses it.
        code: what it was compiled to.
        flags: of the expression, those written within it too.
    """
    if code[_FLAG] != _NO_SET_YET or code[_LEAST] == 0 or flags & compiler.SRE_FLAG_IGNORECASE:
        return code
    letters, may_be_empty = _beginning(compiler, parsed) or ([], True)
    if may_be_empty:
        return code
    told: list[int] = []
    compiler._compile_charset(compiler._optimize_charset(letters)[0], flags, told)
    head = [compiler.INFO, len(told) + _MOST, compiler.SRE_INFO_CHARSET, code[_LEAST], code[_MOST]]
    return [*map(int, head), *told, *code[1 + code[1] :]]


def _beginning(compiler: Any, items: Iterable[Any]) -> tuple[list[Any], bool] | None:
    """The letters that a row of items can begin with, and whether it may match none; None where it is not known."""
    letters: list[Any] = []
    for kind, told in items:
        if kind in (compiler.AT, compiler.ASSERT, compiler.ASSERT_NOT):
            continue
        one = _of_item(compiler, kind, told)
        if one is None:
            return None
        letters += one[0]
        if not one[1]:
            return letters, False
    return letters, True


def _of_item(compiler: Any, kind: Any, told: Any) -> tuple[list[Any], bool] | None:
    if kind == compiler.LITERAL:
        return [(kind, told)], False
    if kind == compiler.IN:
        return None if told[0][0] == compiler.NEGATE else (told, False)
    if kind == compiler.SUBPATTERN:
        _, added, taken, inside = told
        return None if added or taken else _beginning(compiler, inside)
    if kind == compiler.BRANCH:
        return _of_any(compiler, told[1])
    if kind in (compiler.MAX_REPEAT, compiler.MIN_REPEAT):
        least, _, inside = told
        repeated = _beginning(compiler, inside)
        return None if repeated is None else (repeated[0], repeated[1] or least == 0)
    return None


def _of_any(compiler: Any, branches: Iterable[Any]) -> tuple[list[Any], bool] | None:
    letters: list[Any] = []
    may_be_empty = False
    for branch in branches:
        one = _beginning(compiler, branch)
        if one is None:
            return None
        letters += one[0]
        may_be_empty |= one[1]
    return letters, may_be_empty
