"""What papers are called on the pages."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import NamedTuple

import msgspec

from camket import catalogue
from camket.errors import CatalogueError
from camket.report.dates import day
from camket.report.layout import shortened
from camket.report.naming import area_name, word
from camket.resolve.areas import forms
from camket.server.pages.routes import paper_address
from camket.server.registry.acting import NO_ACCOUNTS
from camket.server.registry.bodies import body_of_key
from camket.server.registry.models import Document
from camket.words import Language, term

_LONGEST, _CODE = 140, 12
_LONGEST_NAME, _LONGEST_ENDING = 80, 8
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))}


class PaperLink(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as lists name it: where it is, what it is called, and on the line below who says it and when."""

    address: str
    name: str
    about: str


class PaperRow(NamedTuple):
    """What a paper is named by, where pages ask for no more of it; the fields are the columns of `Document`."""

    slug: str
    title: str
    number: str
    name: str
    type: str
    issuer: str
    publisher: str
    said_on: date | None


PAPER = tuple(f"document__{field}" for field in PaperRow._fields)
"""The columns of a `PaperRow`, asked for beside what a paper has."""


def paper_name(row: Document | PaperRow) -> str:
    """Its title, else its number, else the name of its file without folders."""
    return row.title or row.number or row.name.rpartition("/")[2]


def paper_link(row: Document | PaperRow, language: Language, when: date | None = None) -> PaperLink:
    """A paper as lists name it; under another day than the one it speaks from where that is given."""
    return PaperLink(
        address=paper_address(row.slug),
        name=shortened(paper_name(row), _LONGEST),
        about=" · ".join(filter(None, paper_parts(row, language, when))),
    )


def paper_parts(row: Document | PaperRow, language: Language, when: date | None = None) -> tuple[str, str, str, str]:
    """Kind, number, who issued or published it, and its day; empty where not known."""
    said_on = when or row.said_on
    said = day(said_on, language) if said_on else ""
    return type_name(row.type, language), row.number, row.issuer or row.publisher, said


def paper_code(row: Document) -> str:
    """What a paper is called by who may not see it: the first digits of its digest, with which its address ends."""
    return bytes(row.sha256).hex()[:_CODE]


def type_name(type_: str, language: Language) -> str:
    """The kind of a paper in words."""
    return word(f"paper.type.{type_}", language)


def safe_name(name: str) -> str:
    """A name under which a browser may save a file: Vietnamese letters stay, whatever a system could take amiss goes.

    Signs of folders and of devices, what is not seen (among it what turns the direction of writing), points and blanks
    at the ends; a name longer than file systems take loses of its middle.
    """
    plain = unicodedata.normalize("NFC", name).replace("/", "-")
    kept = "".join(letter for letter in plain if letter.isprintable() and letter not in '"\\<>|:*?;%').strip(" .")
    if kept.partition(".")[0].upper() in _DEVICES:
        kept = f"_{kept}"
    if len(kept) > _LONGEST_NAME:
        stem, point, ending = kept.rpartition(".")
        ending = f"{point}{ending}" if stem and len(ending) <= _LONGEST_ENDING else ""
        kept = kept[: _LONGEST_NAME - len(ending)] + ending
    return kept or "van-ban"


def who_did(name: str, language: Language) -> str:
    """The name of an account; whoever sits at the machine, or reads the pages, is called by a word."""
    return term(f"audit.who.{name}", language) if name in NO_ACCOUNTS else name


def body_name(body: str, language: Language) -> str:
    """What a body is called, with its place where it has one; empty for none, its id where the catalogue has none."""
    if not body:
        return ""
    own = body_of_key(body)
    try:
        found = catalogue.body(own.id)
    except CatalogueError:
        return body
    name = found.name_en if language == "en" else found.name
    return f"{name}, {area_name(forms(own.place)[-1], language)}" if own.place else name
