"""Bodies of Party and State with their dates, and the words for offices."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from camket.model.indicator import Confidence

BodyLevel = Literal["centre", "ministry", "province", "department", "district", "commune"]
BodyFamily = Literal["party", "state", "front", "assembly", "court", "army", "other"]
PositionKind = Literal["office", "honorific", "military_rank", "academic_title"]


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body that signs papers, gives tasks or takes them. Provincial and lower bodies are generic, one for all areas.

    Attributes:
        id: the id; lasting.
        name: its Vietnamese name, without the area.
        name_en: its English name.
        level: where it stands.
        rank: 0 to 100, higher is higher authority; decides whether `đề nghị` is an order or a request.
        family: Party, State, Front and mass organisations, assembly, court, army, other.
        aliases: other wordings, short forms included.
        abbreviations: codes in paper numbers (`123/BC-UBND`, `18-NQ/TW`).
        valid_from: first day; None where before the catalogue or not known.
        valid_to: last day; None while it stands.
        successors: bodies that took its work; None of them if it stands.
        source: where the dates come from.
        confidence: of dates and successors.
    """

    id: str
    name: str
    name_en: str
    level: BodyLevel
    rank: int
    family: BodyFamily
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    note: str | None = None
    source: str | None = None

    def stands_on(self, day: date) -> bool:
        """Whether the body was there on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Position(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before a person's name: an office, or what looks like one and is none.

    Attributes:
        head: the word or title, as printed.
        kind: `office`; the other kinds are no positions.
        rank: 0 to 100 by default, on the scale of bodies; a body beside it decides where known. None: no office.
        aliases: other wordings and abbreviations; as the head, matched in any case.
    """

    head: str
    kind: PositionKind
    rank: int | None = None
    aliases: tuple[str, ...] = ()
