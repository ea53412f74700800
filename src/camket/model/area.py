"""Areas with dates, and what became of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from camket.model.indicator import Confidence

AreaKind = Literal[
    "country", "region", "province", "city", "district_city", "district", "town", "commune", "ward", "nation"
]
"""`city` is centrally run, `district_city` lay within a province, `town` is a thị xã, `commune` a xã or thị trấn."""

SuccessionKind = Literal["merge", "upgrade", "rename", "split", "abolish"]


class Area(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One area in one form, from the first to the last day of that form.

    Slugs: a province with one form is its name (`cao-bang`); a province or city whose name has had several forms is
    name and first year (`bac-ninh-1997`, `bac-ninh-2025`, `bac-ninh-2026`); what lies below a province is name and
    kind (`bac-ninh-city`, `tan-yen-district`, `tan-yen-commune`). A slug is lasting and never reused.

    Attributes:
        slug: the id.
        name: the plain name, as the facts give it.
        full_name: kind and name.
        kind: what it is.
        code: code of the General Statistics Office. Codes are reused (24 was Bắc Giang), so a code alone is no id.
        valid_from: first day; None where it began before the catalogue or the day is not known.
        valid_to: last day; None while it stands.
        parent: the area it lay in on its first day; later forms of the parent follow by succession.
        bare: whether the plain name alone may mean it; false where the name is also that of the province, a person, or
            a common word (`thành phố Bắc Ninh` is the former district-level city, `Bắc Ninh` never is).
        aliases: other wordings that name it and no other area of its time.
        area_km2: size in square kilometres as its source prints it.
        note: what a person should know.
        source: where code, dates and size come from.
        confidence: of the dates and the code.
    """

    slug: str
    name: str
    full_name: str
    kind: AreaKind
    source: str
    confidence: Confidence
    code: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    parent: str | None = None
    bare: bool = True
    aliases: tuple[str, ...] = ()
    area_km2: Decimal | None = None
    note: str | None = None

    def stands_on(self, day: date) -> bool:
        """Whether this form was in force on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Succession(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An edge in time: on `date` the areas `from_` became `to`; None where nothing took their place as one area.

    Attributes:
        from_: slugs that ended the day before; the key in the file is `from`.
        to: the slug that began, or None (an abolished level).
        date: first day of what came after.
        kind: merge, upgrade (status only, same boundary), rename, split or abolish.
        paper: number of the paper that did it.
        confidence: of the date and the paper.
    """

    from_: tuple[str, ...] = msgspec.field(name="from")
    to: str | None
    date: date
    kind: SuccessionKind
    confidence: Confidence
    paper: str | None = None
    note: str | None = None
