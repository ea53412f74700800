"""What giving a name, or taking it back, would change, as pages show it before it is done."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from camket.model.message import message
from camket.model.series import Series
from camket.report.dates import day
from camket.report.facts import value_of
from camket.report.layout import shortened
from camket.report.marked import shown
from camket.report.naming import series_name
from camket.server.pages.changed import ChangedValue, changed_values
from camket.server.pages.linking import sentence
from camket.server.registry.access import Reader
from camket.server.registry.corrected import Move, Place, place_before, place_of
from camket.server.registry.keys import mention_key
from camket.server.registry.models import Document
from camket.server.registry.moved import values_moved
from camket.words import Language, say, term

SHOWN = 20
"""Statements that are shown one by one."""
_MOST_VALUES, _QUOTE = 60, 110


class ShownMove(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that goes elsewhere; `address` is of its sentence."""

    address: str
    quote: str
    value: str
    before: str
    after: str


class Foreseen(msgspec.Struct, frozen=True, kw_only=True):
    """What changes for who looks: how many statements of how many papers, and which values in use.

    Attributes:
        statements, papers: how many move.
        copies: how many of the statements stand in a further source of a text, so that lists do not count them.
        values: how many values in use become others.
        changed: the first of these, before and after.
        moves: the first of the statements.
    """

    statements: int
    papers: int
    copies: int
    values: int
    changed: tuple[ChangedValue, ...]
    moves: tuple[ShownMove, ...]


def foreseen(moved: Sequence[Move], reader: Reader, language: Language) -> Foreseen:
    """What moves, and what it makes of the values in use, for a reader."""
    values = values_moved(moved, reader)
    found = {each.paper for each in moved}
    copies = set(Document.objects.filter(id__in=found, stands_for__isnull=False).values_list("id", flat=True))
    return Foreseen(
        statements=len(moved),
        papers=len(found),
        copies=sum(each.paper in copies for each in moved),
        values=len(values),
        changed=tuple(changed_values(values[:_MOST_VALUES], reader, language)),
        moves=tuple(_move(each, language) for each in moved[:SHOWN]),
    )


def _move(move: Move, language: Language) -> ShownMove:
    statement, (before, after) = move.statement, _places(move, language)
    return ShownMove(
        address=sentence(move.slug, mention_key(statement.id), statement.source.start or 0),
        quote=shown(shortened(statement.source.quote or "", _QUOTE)),
        value=value_of(statement.figure, language),
        before=before,
        after=after,
    )


def _places(move: Move, language: Language) -> tuple[str, str]:
    """Where it lies and where it will: by series, else by days, else by the day or the rank of its source."""
    old, new = place_before(move.placement), place_of(move.statement)
    if old.series != new.series:
        text = move.statement.figure.indicator_text
        return _series(old.series, text, language), _series(new.series, text, language)
    if (old.first, old.last) != (new.first, new.last):
        return _days(old, language), _days(new, language)
    if old.published != new.published:
        return _said_on(old, language), _said_on(new, language)
    one, other = (say(message("names.rank", rank=each.rank), language) for each in (old, new))
    return one, other


def _said_on(place: Place, language: Language) -> str:
    if place.published is None:
        return term("paper.mend.unknown", language)
    return say(message("names.said_on", day=day(place.published, language)), language)


def _series(series: Series | None, text: str | None, language: Language) -> str:
    if series is None:
        return term("past.nowhere", language)
    return series_name(series, text, language)


def _days(place: Place, language: Language) -> str:
    return " - ".join(dict.fromkeys(day(each, language) for each in (place.first, place.last) if each is not None))
