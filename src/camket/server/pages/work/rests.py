"""The papers and evidence that a form names, found among those that whoever asks may see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest

from camket.errors import UsageError
from camket.model.fact import Figure
from camket.model.task import Evidence, TaskSource
from camket.report.facts import describe
from camket.report.layout import shortened
from camket.report.marked import shown
from camket.server.pages.language import language_of
from camket.server.pages.naming import paper_name
from camket.server.pages.seeing import facts, visible
from camket.server.pages.work.filters import LEVELS
from camket.server.pages.work.forms import day_of, text_of
from camket.server.registry.dated import dated
from camket.server.registry.keys import unpack
from camket.server.registry.models import Document
from camket.server.registry.models.fact import Kind

_PAPER, _FIGURE = re.compile(r"/van-ban/([\w-]+)"), re.compile(r"/so-lieu/([0-9a-f]{32})\b")
_LONGEST, _LONGEST_NUMBER = 300, 120


def named_paper(request: HttpRequest, number: str) -> Document | None:
    """The paper of the registry with that number, or at that address; None where none or several have it."""
    found = _PAPER.search(number)
    rows = visible(request).filter(slug=found[1]) if found is not None else visible(request).filter(number=number)
    held = list(rows.order_by("id")[:2]) if number else []
    return held[0] if len(held) == 1 else None


def deciding(request: HttpRequest) -> TaskSource | None:
    """The paper that decides, of a form; None where it names none.

    Raises:
        UsageError: its day is none.
    """
    number, day = text_of(request.POST, "paper_number")[:_LONGEST_NUMBER], day_of(request.POST, "paper_day")
    level = text_of(request.POST, "paper_level")
    row = named_paper(request, number)
    if not number and day is None:
        return None
    return TaskSource(
        document=row.slug if row is not None else "",
        number=(row.number or paper_name(row)[:_LONGEST_NUMBER]) if row is not None else number,
        day=day or (dated(row) if row is not None else None),
        giver=row.issuer[:_LONGEST] if row is not None else "",
        level=level if level in LEVELS else "",  # type: ignore[arg-type]  # one of the levels
    )


def evidence(request: HttpRequest) -> tuple[Evidence, ...]:
    """The evidence of a form: a paper by its number, and what a link into the registry leads to.

    Raises:
        UsageError: a day is none, or the link leads to nothing that may be seen.
    """
    return tuple(_evidence(request))


def _evidence(request: HttpRequest) -> Iterator[Evidence]:
    number, day = text_of(request.POST, "evidence_number")[:_LONGEST_NUMBER], day_of(request.POST, "evidence_day")
    name, link = text_of(request.POST, "evidence_name")[:_LONGEST], text_of(request.POST, "evidence_link")
    if number:
        row = named_paper(request, number)
        yield _of_paper(row, day, name) if row is not None else Evidence(number=number, day=day, name=name)
    if link:
        yield _linked(request, link, day, name)


def _linked(request: HttpRequest, link: str, day: date | None, name: str) -> Evidence:
    figure = _FIGURE.search(link)
    if figure is not None:
        found = facts(request).filter(mention=bytes.fromhex(figure[1]), kind=Kind.FIGURES, superseded=False).first()
        if found is not None:
            told = shown(describe(unpack(found.body, Figure), language_of(request)))
            return Evidence(kind="figure", ref=figure[1], day=day, name=(name or told)[:_LONGEST])
    row = named_paper(request, link) if _PAPER.search(link) else None
    if row is None:
        raise UsageError("task.no_evidence", link=shortened(link, 120))
    return _of_paper(row, day, name)


def _of_paper(row: Document, day: date | None, name: str) -> Evidence:
    return Evidence(
        ref=row.slug, number=row.number, day=day or dated(row), name=name or shortened(paper_name(row), _LONGEST)
    )
