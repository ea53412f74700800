"""Expressions that are compiled when they are first asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import msgspec
import pytest

from camket import kept
from camket.extract.lexicon import lexicon
from camket.grammar import expression as home
from camket.grammar.expression import compiled, expression
from camket.grammar.trie import alternation
from camket.rules.book import kinds, rule_set


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


@pytest.fixture
def _keeping(tmp_path: Path) -> Iterator[None]:
    kept.use(tmp_path)
    yield
    kept.use(None)


def again(tmp_path: Path) -> None:
    """Another run begins."""
    kept.save()
    kept.use(tmp_path)


EXPRESSIONS = [
    ("", 0),
    (r"(?P<số>\d+)(?: (xã))?(?P<rest>.*)", 0),
    (r"(a)(b)?(?P<c>c)\1", 0),
    (r"tỉnh|(?<!\w)thành phố(?=\s)|[^\W\d_]{2,5}+", re.IGNORECASE),
    (r"(?im)^mục (?:[ivx]+|\d+)\.$", 0),
    (r"a . b  # vắng", re.VERBOSE | re.DOTALL),
    (r"(?>xã|phường)*\b[\u1ea0-\u1ef9\U0001f600]", 0),
    (r"\d+", re.ASCII),
]


@pytest.mark.usefixtures("_keeping")
@pytest.mark.parametrize(("text", "flags"), EXPRESSIONS)
def test_of_what_was_kept_comes_what_re_compiles(tmp_path: Path, text: str, flags: int) -> None:
    plain = re.compile(text, flags)
    made = compiled(text, flags)
    again(tmp_path)
    for found in made, compiled(text, flags):
        assert found == made
        assert (found.pattern, found.groupindex, found.groups, found.flags) == (
            plain.pattern,
            plain.groupindex,
            plain.groups,
            plain.flags,
        )
    one, other = compiled(text, flags).search("12 xã nghèo"), plain.search("12 xã nghèo")
    assert (one and (one.span(), one.groupdict(), one.lastgroup)) == (
        other and (other.span(), other.groupdict(), other.lastgroup)
    )


@pytest.mark.usefixtures("_keeping")
def test_what_is_no_expression_is_told_where_it_would_be_kept() -> None:
    for _ in range(2):
        with pytest.raises(re.error):
            compiled("(xã")


@pytest.mark.usefixtures("_keeping")
def test_a_python_with_another_machine_compiles_each_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(home, "_machine", lambda: None)
    assert compiled("xã") == re.compile("xã")
    kept.save()
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("_keeping")
@pytest.mark.parametrize("code", [b"", b"123", bytes(40), b"\xff" * 40])
def test_numbers_that_are_no_expression_are_compiled_again(monkeypatch: pytest.MonkeyPatch, code: bytes) -> None:
    assert home._machine() is not None
    plain = home._compile
    monkeypatch.setattr(home, "_compile", lambda *given: msgspec.structs.replace(plain(*given), code=code))
    assert compiled(r"(?P<n>\d+) xã") == re.compile(r"(?P<n>\d+) xã")


def test_a_trial_that_comes_out_otherwise_is_no_machine_that_we_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "_compile", lambda *_: home._Compiled(0, 0, {}, b""))
    home._machine.cache_clear()
    assert home._machine() is None
    home._machine.cache_clear()


def test_this_python_has_the_machine_that_we_know() -> None:
    assert home._machine() is not None


@pytest.mark.usefixtures("_keeping")
def test_every_expression_of_the_rules_comes_back_as_it_was(tmp_path: Path) -> None:
    plain = {one.rule.name: one.regex for kind in kinds() for one in rule_set().rules[kind]}
    for _ in "made", "kept":
        assert all(compiled(each.pattern) == each for each in plain.values())
        again(tmp_path)


def test_the_same_words_make_the_same_expression() -> None:
    words = ["xã", "xã đảo", "phường", "thị xã", "thị trấn"]
    assert alternation(words) == alternation({*reversed(words)}) == alternation([*words, "xã"])


@pytest.mark.usefixtures("_keeping")
def test_the_lexicon_comes_back_as_it_was(tmp_path: Path) -> None:
    plain = lexicon()
    for _ in "made", "kept":
        lexicon.cache_clear()
        found = lexicon()
        assert found is not plain
        assert (found._words, found._cues, found._names) == (plain._words, plain._cues, plain._names)
        again(tmp_path)
