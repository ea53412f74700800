"""What a few typed words ask for: which indicators, measured how, where, of which year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from camket.catalogue import load_areas, load_indicators
from camket.grammar.expression import expression
from camket.grammar.words import words
from camket.model.fact import Measure

_YEAR = expression(r"(?:19|20)\d\d")
_MEASURES: tuple[tuple[Measure, frozenset[tuple[str, ...]]], ...] = (
    ("share_of_plan", frozenset({("so", "voi", "ke", "hoach"), ("so", "voi", "du", "toan"), ("share", "of", "plan")})),
    ("growth", frozenset({("tang", "truong"), ("toc", "do", "tang"), ("growth",)})),
    ("rank", frozenset({("xep", "hang"), ("thu", "hang"), ("rank",)})),
)
"""Words that name how something is measured, without marks."""
_FILLING = frozenset(
    {"nam", "cua", "tinh", "thanh", "pho", "tai", "o", "la", "bao", "nhieu", "of", "in", "the", "for", "year"}
)
"""Words that ask for nothing by themselves."""
_WEAK, _MOST = 3, 6
_TOP = frozenset(("country", "region", "province", "city"))


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked.

    Attributes:
        indicators: catalogue ids, the likeliest first.
        measure: None where no word tells.
        areas: slugs of all forms of the area, those of provinces first; empty where none was named.
        year: None where none was named.
    """

    indicators: tuple[str, ...] = ()
    measure: Measure | None = None
    areas: tuple[str, ...] = ()
    year: int | None = None


class _Label(NamedTuple):
    """A name of an indicator as words without marks; `weak` where it is too general to decide alone."""

    bare: tuple[str, ...]
    indicator: str
    order: int
    weak: bool


def question(query: str) -> Question:
    """Understand a search as a question for a number; without indicators where it is none."""
    asked = [word.bare for word in words(query)]
    year = next((int(word) for word in asked if _YEAR.fullmatch(word)), None)
    left = [word for word in asked if not _YEAR.fullmatch(word)]
    place = _area(left)
    if place is not None:
        first, last = place
        areas = areas_named(" ".join(left[first:last]))
        left = left[:first] + left[last:]
    else:
        areas = ()
    return Question(indicators=_indicators(left), measure=_measure(left), areas=areas, year=year)


def areas_named(name: str) -> tuple[str, ...]:
    """The slugs of all areas of a name, with or without its marks, provinces and what stands above them first."""
    return _areas().get(tuple(word.bare for word in words(name)), ())


def _measure(asked: Sequence[str]) -> Measure | None:
    for measure, names in _MEASURES:
        if any(_place(asked, name) is not None for name in names):
            return measure
    return None


def _area(asked: Sequence[str]) -> tuple[int, int] | None:
    """Where the longest name of an area stands; a name of one word is asked for with others only."""
    for size in range(min(6, len(asked)), 1, -1):
        for first in range(len(asked) - size + 1):
            if tuple(asked[first : first + size]) in _areas():
                return first, first + size
    return None


def _indicators(asked: Sequence[str]) -> tuple[str, ...]:
    wanted = _without_filling(asked)
    if not wanted:
        return ()
    scored: dict[str, tuple[int, int, int]] = {}
    # A name that is said within what is asked, or holds it, has a word of it.
    near = {label for word in wanted for label in _labels().get(word, ())}
    for label in near:
        score = _score(wanted, label)
        if score is not None and (label.indicator not in scored or score < scored[label.indicator]):
            scored[label.indicator] = score
    ordered = sorted(scored, key=lambda indicator: scored[indicator])
    return tuple(ordered[:_MOST])


def _without_filling(asked: Sequence[str]) -> tuple[str, ...]:
    """Words that fill are left out at the ends only: within a name they belong to it."""
    first, last = 0, len(asked)
    while first < last and asked[first] in _FILLING:
        first += 1
    while last > first and asked[last - 1] in _FILLING:
        last -= 1
    return tuple(asked[first:last])


def _score(wanted: tuple[str, ...], label: _Label) -> tuple[int, int, int] | None:
    """How far a name is from what is asked, smaller is nearer: itself, said within it, begun with it, holding it."""
    weak = _WEAK if label.weak else 0
    if label.bare == wanted:
        return weak, 0, label.order
    if _place(wanted, label.bare) is not None:
        return 1 + weak, -len(label.bare), label.order
    found = _place(label.bare, wanted) if len(wanted) > 1 else None  # one syllable is in a hundred names
    if found is not None:
        return (2 if found == 0 else 3) + weak, len(label.bare), label.order
    return None


def _place(text: Sequence[str], sought: Sequence[str]) -> int | None:
    size = len(sought)
    spots = range(len(text) - size + 1)
    return next((at for at in spots if tuple(text[at : at + size]) == tuple(sought)), None)


@cache
def _labels() -> dict[str, tuple[_Label, ...]]:
    """The names of all indicators, by each of their words."""
    found: dict[str, list[_Label]] = {}
    for label in _all_labels():
        for word in set(label.bare):
            found.setdefault(word, []).append(label)
    return {word: tuple(labels) for word, labels in found.items()}


def _all_labels() -> Iterator[_Label]:
    for order, indicator in enumerate(load_indicators()):
        named = (indicator.name.vi, indicator.name.en, *indicator.aliases)
        for weak, names in ((False, named), (True, indicator.weak_aliases)):
            for bare in {tuple(word.bare for word in words(name)) for name in names}:
                if bare:
                    yield _Label(bare, indicator.id, order, weak)


@cache
def _areas() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], list[tuple[bool, str]]] = {}
    for area in load_areas():
        for name in {tuple(word.bare for word in words(each)) for each in (area.name, area.full_name, *area.aliases)}:
            if name:
                found.setdefault(name, []).append((area.kind not in _TOP, area.slug))
    return {name: tuple(slug for _, slug in sorted(slugs)) for name, slugs in found.items()}
