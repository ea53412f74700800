"""Find all rules and their word lists, and compile them together with the lexicon of the catalogue."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from camket import plain_yaml
from camket import rules as package
from camket.errors import RuleError
from camket.grammar.engine import RuleSet
from camket.grammar.fold import fold
from camket.grammar.rule import Rule
from camket.kept import kept
from camket.typed import typed

_Words = dict[str, str | int] | list[str]
WordLists = Mapping[str, Mapping[str, str]]


def kinds() -> list[str]:
    """The kinds of rule: the folders of this package."""
    return [module.name for module in pkgutil.iter_modules(package.__path__) if module.ispkg]


@cache
def rules_of(kind: str) -> tuple[Rule, ...]:
    """Every rule record found in the modules of a kind's folder.

    Raises:
        RuleError: where two rules share a name, or a name does not begin with its folder's.
    """
    folder = importlib.import_module(f"{package.__name__}.{kind}")
    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(folder.__path__):
        module = importlib.import_module(f"{folder.__name__}.{info.name}")
        for rule in (value for value in vars(module).values() if isinstance(value, Rule)):
            if rule.kind != kind or found.get(rule.name, rule) is not rule:
                raise RuleError("rule.bad_name", rule=rule.name, folder=kind, file=info.name)
            found[rule.name] = rule
    return tuple(found.values())


@cache
def words_of(kind: str) -> WordLists:
    """The word lists of a kind, folded: of its `words.yaml` and of its `lists()`, which makes them of the catalogue."""
    return kept("lists", kind, dict[str, dict[str, str]], lambda: _lists(kind))


def _lists(kind: str) -> dict[str, dict[str, str]]:
    folder = importlib.import_module(f"{package.__name__}.{kind}")
    lists: dict[str, dict[str, str]] = {}
    file = Path(folder.__path__[0], "words.yaml")
    if file.is_file():
        written = msgspec.convert(plain_yaml.load(file.read_text(encoding="utf-8")), typed(dict[str, _Words]))
        for name, words in written.items():
            entries = words if isinstance(words, dict) else dict.fromkeys(words, "")
            lists[name] = {fold(word): str(value) for word, value in entries.items()}
    made = getattr(folder, "lists", None)
    if made is not None:
        lists |= made()
    return lists


@cache
def rule_set() -> RuleSet:
    """All rules of all kinds, compiled once."""
    names = kinds()
    every = [rule for kind in names for rule in rules_of(kind)]
    return RuleSet(every, {kind: words_of(kind) for kind in names})
