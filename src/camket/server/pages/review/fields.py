"""The form of a fact: its fields with their names, choices and suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from camket import catalogue
from camket.exchange.fact_form import FIELDS, Field, written
from camket.model.extraction import FACT_KINDS
from camket.model.fact import Fact
from camket.model.series import OTHER
from camket.report.naming import word
from camket.words import Language, term

_WORDS = {
    "comparator": "comparator", "measure": "measure", "role": "role", "vintage": "vintage", "state": "tally",
    "status": "proposal", "type": "reference", "unit": "unit_name", "kind": "directive",
}  # fmt: skip
"""Whose words the choices of a field are among."""
_LISTS = {"indicator": "indicators", "area": "areas"}
_WIDE = ("province", "city", "country", "region")


class Choice(msgspec.Struct, frozen=True):
    """One of the things that a field can be."""

    value: str
    name: str
    chosen: bool


class ShownField(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a form.

    Attributes:
        name: as it is sent.
        label: what people call it.
        value: its text.
        choices: where it is one of a list; otherwise it is typed.
        suggestions: the name of a list of suggestions; empty where there is none.
        needed: whether it cannot be empty.
        read: what the reader took, where people say otherwise.
    """

    name: str
    label: str
    value: str
    choices: tuple[Choice, ...] = ()
    suggestions: str = ""
    needed: bool = False
    read: str = ""


def shown_fields(fact: Fact, read: Fact | None, kind: str, language: Language) -> tuple[ShownField, ...]:
    """The form of a fact as it counts; `read` is what the reader gave, where that is another."""
    now, before = written(fact, language), written(read, language) if read is not None else {}
    return tuple(_field(field, now, before, language) for field in FIELDS[kind])


def empty_forms(known: Mapping[str, str], language: Language) -> tuple[tuple[str, str, tuple[ShownField, ...]], ...]:
    """For each kind of fact its name and an empty form; `known` fills fields that the paper tells."""
    return tuple(
        (
            kind,
            term(f"fact.{kind}", language),
            tuple(_field(field, _first(field, known), {}, language) for field in FIELDS[kind]),
        )
        for kind in FACT_KINDS
    )


@cache
def suggestions(language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is suggested: the names of the catalogue's indicators, and of its provinces."""
    names = (each.name.vi if language == "vi" else each.name.en for each in catalogue.load_indicators())
    areas = {area.name for area in catalogue.load_areas() if area.kind in _WIDE}
    return (("indicators", tuple(sorted(names))), ("areas", tuple(sorted(areas))))


def field_name(name: str, language: Language) -> str:
    """What people call a field."""
    return term(f"field.{name}", language)


def shown_value(name: str, text: str, language: Language) -> str:
    """A value of a field in words."""
    return _choice_name(name, text, language) if name in _WORDS and text else text


def _field(field: Field, now: Mapping[str, str], before: Mapping[str, str], language: Language) -> ShownField:
    value, read = now.get(field.name, ""), before.get(field.name, now.get(field.name, ""))
    return ShownField(
        name=field.name,
        label=field_name(field.name, language),
        value=value,
        choices=_choices(field, value, language),
        suggestions=_LISTS.get(field.sort, ""),
        needed=field.needed,
        read=shown_value(field.name, read, language) or term("review.empty", language) if read != value else "",
    )


def _choices(field: Field, value: str, language: Language) -> tuple[Choice, ...]:
    if not field.choices:
        return ()
    offered = field.choices if value in field.choices or not value else (*field.choices, value)
    known = [Choice(each, _choice_name(field.name, each, language), each == value) for each in offered]
    return tuple(known if field.needed else [Choice("", "", not value), *known])


def _choice_name(field: str, value: str, language: Language) -> str:
    if value.startswith(OTHER):
        return value.removeprefix(OTHER).replace("_", " ")
    return word(f"{_WORDS.get(field, field)}.{value}", language)


def _first(field: Field, known: Mapping[str, str]) -> dict[str, str]:
    usual = {"comparator": "eq", "measure": "level", "role": "actual", "unit": "percent"}
    first = field.choices[0] if field.choices and field.needed else ""
    return {field.name: known.get(field.name) or usual.get(field.name) or first}
