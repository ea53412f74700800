"""How near a source stands to the body that owns an indicator."""

from __future__ import annotations

from functools import cache

from camket import catalogue
from camket.grammar.fold import fold
from camket.model.body import Body
from camket.model.document import Head, SourceKind
from camket.model.indicator import Indicator

RANKS: dict[SourceKind, int] = {
    "statistics": 60,
    "report": 50,
    "resolution": 40,
    "plan": 40,
    "notice": 30,
    "speech": 20,
    "press": 10,
    "other": 0,
}
"""Kinds of sources, the better the higher: a signed report before a speech, a speech before the press."""

OWNER = 100
"""What is added for the owner of the indicator."""


def source_rank(head: Head, indicator: Indicator | None) -> int:
    """The rank of a paper as a source for an indicator."""
    rank = RANKS[head.source_kind]
    owner = indicator.owner if indicator is not None else None
    if owner is None:
        return rank
    line = owner_line(owner)
    speakers = [fold(text) for text in (head.issuer, head.publisher) if text]
    named = any(name in speaker for speaker in speakers for body in line for name in _names(body))
    of_statistics = head.source_kind == "statistics" and any(body.id.endswith("thong-ke-tinh") for body in line)
    return rank + OWNER if named or of_statistics else rank


@cache
def owner_line(owner: str) -> tuple[Body, ...]:
    """The owner with the bodies before and after it: the statistics office changed its name twice in one year."""
    bodies = catalogue.load_bodies()
    line = {owner}
    grown = True
    while grown:
        kin = {body.id for body in bodies if line & set(body.successors)}
        kin |= {successor for body in bodies if body.id in line for successor in body.successors}
        grown = not kin <= line
        line |= kin
    return tuple(body for body in bodies if body.id in line)


def _names(body: Body) -> tuple[str, ...]:
    return tuple(fold(name) for name in (body.name, *body.aliases))
