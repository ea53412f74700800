"""Expressions that are compiled when they are first asked."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

from camket.grammar.expression import expression


def test_it_answers_as_the_compiled_one_does() -> None:
    asked = expression(r"(?P<n>\d+) xã")
    found = asked.search("có 12 xã", 1)
    assert found is not None
    assert (found["n"], asked.pattern, asked.groupindex["n"]) == ("12", r"(?P<n>\d+) xã", 1)
    assert asked.sub("", "12 xã") == ""
    assert [each[0] for each in asked.finditer("3 xã, 4 xã")] == ["3 xã", "4 xã"]


def test_flags_hold() -> None:
    assert expression("xã", re.IGNORECASE).match("XÃ")


def test_what_is_no_expression_is_told_when_it_is_asked() -> None:
    asked = expression("(xã")
    with pytest.raises(re.error):
        asked.search("xã")


@pytest.mark.parametrize("package", ["camket.extract", "camket.grammar", "camket.rules"])
def test_every_expression_of_the_modules_is_one(package: str) -> None:
    kind = type(expression(""))
    for module in walk_packages(import_module(package).__path__, f"{package}."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, kind):
                assert each.pattern  # compiles it
