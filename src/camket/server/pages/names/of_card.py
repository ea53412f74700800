"""The names of a fact that the catalogue does not know, as the card of review shows them."""

from __future__ import annotations

import msgspec
from django.urls import reverse
from django.utils.http import urlencode

from camket.model.fact import Fact, Figure
from camket.model.series import OTHER
from camket.report.marked import shown
from camket.resolve.corrections import correction_key
from camket.server.pages.names.things import thing_name
from camket.server.registry.held import rows_held
from camket.server.registry.open_names import is_area
from camket.words import Language


class CardName(msgspec.Struct, frozen=True, kw_only=True):
    """A name, the address at which it is given to something, and what it is given to; empty for nothing yet."""

    said: str
    address: str
    to: str


def names_of(fact: Fact, mention: bytes, language: Language) -> tuple[CardName, ...]:
    """The names of the indicator and the area of a figure that the catalogue does not know."""
    if not isinstance(fact, Figure):
        return ()
    found = []
    if fact.indicator.startswith(OTHER):
        said = fact.indicator_text or fact.indicator.removeprefix(OTHER).replace("_", " ")
        found.append(("indicator", "chi-tieu", fact.indicator, said))
    if fact.area and not is_area(fact.area):
        found.append(("area", "dia-ban", fact.area, fact.area))
    given = {(row.kind, row.key): row.to for row in rows_held()} if found else {}
    back = mention.hex()
    return tuple(
        CardName(
            said=shown(said),
            address=f"{reverse('name')}?{urlencode({'loai': address, 'ten': of, 'tu': back})}",
            to=thing_name(kind, given.get((kind, correction_key(kind, of)), ""), language),  # type: ignore[arg-type]  # of names
        )
        for kind, address, of, said in found
    )
