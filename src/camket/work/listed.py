"""What lists of work name in a cell or a line: who leads, by when, under which id it is kept."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date

from camket.grammar.words import words
from camket.model.task import Due
from camket.work.bodies import body_named
from camket.work.due import due_from_words

_LONGEST_SLUG = 60
_DECIMAL = re.compile(r"\d+(?:,\d+)+")


def body_of(name: str, day: date | None = None) -> str:
    """The id of the one body that words name; the words without blanks at the edges where they name none, or many."""
    kept = " ".join(name.split()).strip(" .,;:-")
    return body_named(kept, day) or kept


def number_in(text: str) -> str:
    """The number of an item as people write it; a spreadsheet takes `1.1` for a number and shows `1,1`."""
    bare = text.strip(" .")
    return bare.replace(",", ".") if _DECIMAL.fullmatch(bare) else bare


def due_in(text: str, day: date | None) -> Due:
    """The due that a cell or a line tells (`Quý III/2026`, `trước 30/6`, `hằng năm`); none where it is blank."""
    told = " ".join(text.split()).strip(" .;,")
    return due_from_words(told, day) if told else Due()


def slug_of(title: str, taken: Container[str]) -> str:
    """An id for an address made of a title; a number behind it sets it apart from those that are taken."""
    plain = "-".join(word.bare for word in words(title) if word.bare.isascii())
    kept = plain[:_LONGEST_SLUG].rpartition("-")[0] if len(plain) > _LONGEST_SLUG else plain
    kept = kept or "muc"
    found, number = kept, 2
    while found in taken:
        found, number = f"{kept}-{number}", number + 1
    return found
