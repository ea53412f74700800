"""What papers are called on the pages."""

from __future__ import annotations

import msgspec
from django.urls import reverse

from camket.report.dates import day
from camket.report.layout import shortened
from camket.report.naming import word
from camket.server.registry.models import Document
from camket.words import Language

_LONGEST = 140


class PaperLink(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as lists name it: where it is, what it is called, and on the line below who says it and when."""

    address: str
    name: str
    about: str


def paper_name(row: Document) -> str:
    """Its title, else its number, else the name of its file without folders."""
    return row.title or row.number or row.name.rpartition("/")[2]


def paper_link(row: Document, language: Language) -> PaperLink:
    """A paper as lists name it."""
    return PaperLink(
        address=reverse("paper", args=[row.slug]),
        name=shortened(paper_name(row), _LONGEST),
        about=" · ".join(filter(None, paper_parts(row, language))),
    )


def paper_parts(row: Document, language: Language) -> tuple[str, str, str, str]:
    """Kind, number, who issued or published it, and its day; empty where not known."""
    said = day(row.said_on, language) if row.said_on else ""
    return type_name(row.type, language), row.number, row.issuer or row.publisher, said


def type_name(type_: str, language: Language) -> str:
    """The kind of a paper in words."""
    return word(f"paper.type.{type_}", language)
