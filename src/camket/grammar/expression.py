"""Regular expressions that are compiled when they are first asked.

A page wakes a third of the expressions that the modules name; to compile the others took a fifth of the time in which
the facts of one page are there.
"""

from __future__ import annotations

import re
from typing import cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Expression:
    """Stands for `re.Pattern`; once compiled, its methods are those of the compiled one, at no cost a call."""

    __slots__ = (*_ASKED, "_compiled", "_flags", "_text")

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> object:
        """What has not been set yet: all methods are, when the first is asked for.

        Raises:
            re.error: the expression is none.
        """
        if name.startswith("__"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = re.compile(self._text, self._flags)
            for each in _ASKED:
                setattr(self, each, getattr(self._compiled, each))
        found: object = getattr(self._compiled, name)
        return found


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes, made when it is first used.

    Args:
        text: of the expression; what is wrong in it is told when it is first used, and by the tests for all of them.
        flags: of `re`.
    """
    return cast("re.Pattern[str]", _Expression(text, flags))
