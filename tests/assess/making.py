"""Facts and documents made by hand, for the tests of resolve, registry and assess."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import count
from typing import Any

from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.model.fact import Comparator, Figure, Tally, TallyState
from camket.resolve import resolve

_next = count(1)


def figure(quote: str, value: str, **fields: Any) -> Figure:
    """GRDP growth of Bắc Ninh in percent, unless `fields` say otherwise."""
    known: dict[str, Any] = {
        "indicator": "grdp",
        "measure": "growth",
        "unit": "percent",
        "area": "Bắc Ninh",
        "start": 0,
        "end": len(quote),
    }
    known |= fields
    known.setdefault("id", f"f{next(_next):06}")
    high = known.pop("value_high", None)
    return Figure(quote=quote, value=Decimal(value), value_high=Decimal(high) if high is not None else None, **known)


def target(quote: str, value: str, comparator: Comparator = "eq", **fields: Any) -> Figure:
    """A figure that is asked for."""
    return figure(quote, value, role="target", comparator=comparator, **fields)


def tally(done: int, total: int, state: TallyState, **fields: Any) -> Tally:
    """A tally of targets of Bắc Ninh."""
    known: dict[str, Any] = {"of": "chỉ tiêu chủ yếu", "area": "Bắc Ninh", "quote": f"{done}/{total} chỉ tiêu"}
    known |= fields
    known.setdefault("id", f"t{next(_next):06}")
    return Tally(start=0, end=len(known["quote"]), done=done, total=total, state=state, **known)


def paper(
    id_: str, *, figures: Sequence[Figure] = (), tallies: Sequence[Tally] = (), text: str = "", **head: Any
) -> Extraction:
    """A document with its facts, not yet placed."""
    document = Document(id=id_, text=text, sha256=f"sha-{id_}", text_sha256="", head=Head(**head))
    return Extraction(document=document, figures=tuple(figures), tallies=tuple(tallies))


def placed(id_: str, **parts: Any) -> Extraction:
    """A document with its facts placed."""
    return resolve(paper(id_, **parts))
