"""Targets that people entered, as pages show them beside sentences: what is asked for, and who or what they cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

import msgspec
from django.urls import reverse

from camket.model.fact import Comparator, Figure
from camket.model.interval import bound as asked_interval
from camket.model.message import message
from camket.model.scoreboard import Bound
from camket.report.dates import day
from camket.report.numbers import bound
from camket.server.pages.naming import paper_link
from camket.server.pages.sentences import Sentence, sentences
from camket.server.registry import access
from camket.server.registry.access import Reader
from camket.server.registry.keys import unpack
from camket.server.registry.models import Fact, Placement, Target
from camket.server.registry.models.fact import Kind
from camket.server.registry.typed import rows_of
from camket.words import Language, say, term


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """A target that a person entered.

    Attributes:
        value: what it asks for.
        listed: the page of its list, at its number.
        note: its number, and when it was entered.
        name, about, address: the paper that it cites, or the person, who has no address.
        sentences: where the cited paper says the same, as far as it was read there.
    """

    value: str
    listed: str
    note: str
    name: str
    about: str = ""
    address: str = ""
    sentences: tuple[Sentence, ...] = ()


def entered(mentions: Iterable[str], areas: Iterable[str], reader: Reader, language: Language) -> dict[str, Entered]:
    """By mention, as lasting addresses have them, the targets of plans of some areas, as far as they may be seen."""
    rows = rows_of(map(bytes.fromhex, mentions), reader, areas)
    said = _said(rows, reader, language)
    return {key.hex(): _entered(row, said.get(key, ()), language) for key, row in rows.items()}


def asked_for(row: Target) -> Bound:
    """What a target that a person entered asks for."""
    comparator: Comparator = row.comparator  # type: ignore[assignment]  # only comparators are written
    return Bound.of(
        asked_interval(row.value, comparator, row.value_high), comparator, row.unit, each_year=row.each_year
    )


def _entered(row: Target, said: tuple[Sentence, ...], language: Language) -> Entered:
    listed = reverse("plan-history", args=[row.plan.slug])
    when = day(row.entered_on, language)
    cited = paper_link(row.cited_paper, language) if row.cited_paper is not None else None
    return Entered(
        value=bound(asked_for(row), language),
        listed=f"{listed}?{urlencode({'so': row.number})}",
        note=say(message("entered.note", number=row.number, day=when), language),
        name=cited.name if cited is not None else row.cited_person,
        about=cited.about if cited is not None else term("entered.person", language),
        address=cited.address if cited is not None else "",
        sentences=said,
    )


def _said(rows: Mapping[bytes, Target], reader: Reader, language: Language) -> dict[bytes, tuple[Sentence, ...]]:
    """By mention the sentences of the cited papers that ask for the same number of the same thing."""
    citing = {key: row for key, row in rows.items() if row.cited_paper_id is not None}
    if not citing:
        return {}
    facts = Fact.objects.filter(
        access.facts(reader),
        document__in={row.cited_paper_id for row in citing.values()},
        kind=Kind.FIGURES,
        superseded=False,
        placement__klass=Placement.Klass.TARGET,
        placement__series__indicator__in={row.indicator for row in citing.values()},
    )
    found = [
        (mention, document, unpack(body, Figure))
        for mention, document, body in facts.order_by("start").values_list("mention", "document", "body")
    ]
    same = {
        key: [bytes(mention).hex() for mention, document, figure in found if _is_same(row, document, figure)]
        for key, row in citing.items()
    }
    told = sentences((mention for own in same.values() for mention in own), reader, language)
    return {key: tuple(told[mention] for mention in own if mention in told) for key, own in same.items()}


def _is_same(row: Target, document: int, figure: Figure) -> bool:
    asked = (row.cited_paper_id, row.measure, row.unit, row.value, row.value_high)
    return asked == (document, figure.measure, figure.unit, figure.value, figure.value_high)
