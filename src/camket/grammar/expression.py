"""Regular expressions that are compiled when they are first asked, and once for many runs.

A page wakes a third of the expressions that the modules name; to compile the others took a fifth of the time in which
the facts of one page are there, to compile those that it wakes two fifths.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, cast

import msgspec

from camket.grammar.starting import with_starts
from camket.kept import kept

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_CODE = "I"
"""The type of what an expression is compiled to: whole numbers of 32 bits."""
_NO_CODE = (RuntimeError, ValueError, IndexError, OverflowError)
"""What is raised where such numbers are no expression."""


class _Compiled(msgspec.Struct, frozen=True, array_like=True):
    """What an expression is compiled to.

    Attributes:
        flags: of the expression, those written within it too.
        groups: how many it has.
        names: of its groups, with their numbers.
        code: for the machine of `re`, as bytes.
    """

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes


class _Machine(NamedTuple):
    """The parts of `re` that compile, and make an expression of what was compiled."""

    parse: Callable[[str, int], Any]
    compiler: Any
    expression: Callable[..., re.Pattern[str]]


_TRIAL, _TRIED = r"(?<!\w)(?:z )?(?:(?P<a>x)|(y)+)", "xy yyx, z x zx"


@cache
def _machine() -> _Machine | None:
    """The machine of this Python; None where it is none that we know: these parts of `re` are its own affair."""
    try:
        compiler, machine = import_module("re._compiler"), import_module("_sre")
        parts = _Machine(import_module("re._parser").parse, compiler, machine.compile)
        knows = array(_CODE).itemsize == machine.CODESIZE and (
            _answers(_restored(parts, _TRIAL, _compile(parts, _TRIAL, 0))) == _answers(re.compile(_TRIAL))
        )
    except (ImportError, AttributeError, TypeError, *_NO_CODE):
        return None
    return parts if knows else None


def _answers(tried: re.Pattern[str]) -> tuple[object, ...]:
    found = [(one.span(), one.groups(), one.groupdict()) for one in tried.finditer(_TRIED)]
    return tried.pattern, tried.flags, tried.groups, dict(tried.groupindex), found


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes, made of what an earlier run has compiled where that is kept.

    It finds the same; a search passes over letters that no match begins with (`camket.grammar.starting`).

    Args:
        text: of the expression, which the sources tell; no word of a paper may be in it, for what is kept would grow.
        flags: of `re`.

    Raises:
        re.error: it is no expression.
    """
    machine = _machine()
    if machine is None:
        return re.compile(text, flags)
    made = kept("expression", f"{int(flags)} {text}", _Compiled, lambda: _compile(machine, text, flags))
    try:
        return _restored(machine, text, made)
    except _NO_CODE:
        return re.compile(text, flags)


def _compile(machine: _Machine, text: str, flags: int) -> _Compiled:
    parsed = machine.parse(text, flags)
    state, every = parsed.state, int(flags | parsed.state.flags)
    code = with_starts(machine.compiler, parsed, machine.compiler._code(parsed, flags), every)
    return _Compiled(every, state.groups - 1, dict(state.groupdict), array(_CODE, code).tobytes())


def _restored(machine: _Machine, text: str, made: _Compiled) -> re.Pattern[str]:
    names: list[str | None] = [None] * (made.groups + 1)
    for name, number in made.names.items():
        names[number] = name
    code = array(_CODE, made.code).tolist()
    return machine.expression(text, made.flags, code, made.groups, made.names, tuple(names))


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
            self._compiled = compiled(self._text, self._flags)
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
