"""The name of Hồ Chí Minh City in the form in which a paper mostly writes it: `TPHCM`, `TP.HCM`, its full name."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.extraction import Extraction
from camket.model.fact import Figure, Tally

FactT = TypeVar("FactT", Figure, Tally)
CITY = "TP HCM"
_FORMS = {CITY: expression(r"(?<!\w)tp\.? hcm(?!\w)"), "TPHCM": expression(r"(?<!\w)tphcm(?!\w)")} | {
    "TP.HCM": expression(r"(?<!\w)tp\.hcm(?!\w)"),
    "Thành phố Hồ Chí Minh": expression(r"(?<!\w)(?:thành phố|tp\.?) ?hồ chí minh(?!\w)"),
}


def as_written(extraction: Extraction, reading: Reading) -> Extraction:
    """The same facts of a paper of the city, named as most often in the text; of forms alike by the first of them."""
    head = extraction.document.head
    if head.area != CITY:
        return extraction
    counted = {form: sum(1 for _ in words.finditer(reading.low)) for form, words in _FORMS.items()}
    form = max(counted, key=lambda one: counted[one])
    if form == CITY or not counted[form]:
        return extraction
    head = msgspec.structs.replace(head, area=form)
    return msgspec.structs.replace(
        extraction,
        document=msgspec.structs.replace(extraction.document, head=head),
        figures=_named(extraction.figures, form),
        tallies=_named(extraction.tallies, form),
    )


def _named(facts: tuple[FactT, ...], form: str) -> tuple[FactT, ...]:
    return tuple(msgspec.structs.replace(fact, area=form) if fact.area == CITY else fact for fact in facts)
