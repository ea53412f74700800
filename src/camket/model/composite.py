"""Composite indices by which provinces are ranked, with their versions; how an area stands in one over the years."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from camket.model.indicator import Confidence, Name
from camket.model.message import Message
from camket.model.series import Source


class Component(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part that is published with a score of its own.

    Attributes:
        id: within its index.
        name: what the screens call it.
        words: how papers write it besides, folded as names of the catalogue are.
        most: the points that it can have; None where that was not found.
    """

    id: str
    name: Name
    words: tuple[str, ...] = ()
    most: Decimal | None = None


class Version(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an index was made of over some years. Scores of two versions are not compared.

    Attributes:
        id: lasting.
        first: the first year that was measured so; the year of the data, not of the day of publication.
        last: the last one; None while it is in force.
        paper: number of the paper that sets it; None where none does, or it was not found.
        scale: the highest score, in `unit`.
        unit: of the score.
        main: how many main parts it has; None where that was not found.
        parts: how many parts these have in all.
        components: the main parts, where they are public.
        sources: addresses or papers.
        note: what a person should know.
        confidence: of numbers and dates.
    """

    id: str
    first: int
    last: int | None = None
    paper: str | None = None
    scale: Decimal
    unit: str
    main: int | None = None
    parts: int | None = None
    components: tuple[Component, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None
    confidence: Confidence


class Ranked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many areas are ranked among one another, from a year on."""

    first: int
    count: int


class Composite(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An index.

    Attributes:
        id: lasting; the catalogue's indicator of the same id holds its names in papers.
        name: what the screens call it.
        publisher: who makes and publishes it.
        ranked: how many areas it ranks.
        versions: the earliest first, each year in one at most.
        note: what a person should know.
    """

    id: str
    name: Name
    publisher: Name
    ranked: tuple[Ranked, ...]
    versions: tuple[Version, ...]
    note: str | None = None

    def version(self, year: int) -> Version | None:
        """What it was made of in a year of data; None before the first that is known."""
        return next((each for each in self.versions if each.first <= year and (each.last or year) >= year), None)

    def count(self, year: int) -> int | None:
        """How many areas are ranked in a year of data."""
        counts = [each.count for each in self.ranked if each.first <= year]
        return counts[-1] if counts else None


class ComponentLine(msgspec.Struct, frozen=True, kw_only=True):
    """The score of a part in a year, and its mention."""

    id: str
    name: Name
    value: Decimal
    most: Decimal | None
    statement: str
    source: Source


class IndexLine(msgspec.Struct, frozen=True, kw_only=True):
    """How an area stands in a period.

    Attributes:
        period: as facts write it.
        version: id of the version; None where the catalogue knows none for that year.
        breaks: whether another version was used for the line before, so that no score is compared over it.
        score, unit: as published; None where no paper says it.
        score_statement, score_source: its mention, and where that stands.
        rank: as published.
        rank_statement, rank_source: likewise.
        ranked: among how many, as the paper says, else by the catalogue.
        placed: the rank by the scores that are known here; None unless those of all are.
        known: of how many areas a score of this period is known here.
        change: of the score against the line before; None over a break, or where that is of another year.
        reason: what was compared, or why nothing is.
        components: what is known of its parts.
        inputs: ids of the mentions that it rests on.
        confidence: of the least sure of them.
    """

    period: str
    version: str | None
    breaks: bool
    score: Decimal | None = None
    unit: str = ""
    score_statement: str | None = None
    score_source: Source | None = None
    rank: Decimal | None = None
    rank_statement: str | None = None
    rank_source: Source | None = None
    ranked: int | None = None
    placed: int | None = None
    known: int = 0
    change: Decimal | None = None
    reason: Message
    components: tuple[ComponentLine, ...] = ()
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0


class IndexBoard(msgspec.Struct, frozen=True, kw_only=True):
    """How an area stands in an index over the years, the latest first."""

    index: str
    name: Name
    publisher: Name
    area: str
    lines: tuple[IndexLine, ...]
