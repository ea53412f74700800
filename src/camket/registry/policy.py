"""Which of several statements of one series and period stands. The written policy, version 2.

First how each paper is read. A person's judgement settles that, and nothing else:
- a reading that was rejected is out; a corrected one counts as it was corrected; a fact that the reader missed and a
  person added counts like one that was read; what is unsure counts as it was read;
- a reading that a person confirmed, corrected or added is sure (confidence 1);
- each person has a last word; of the last words that decide (`unsure` does not) the latest counts, whoever spoke it.
  What was taken back counts for nothing, and an earlier word holds again.

Then, in this order: an official figure; one that an approver prefers, with a reason on record; the later vintage; the
source nearer to the indicator's owner; an exact number before an approximate one; the surer reading; the later
publication; the lower mention id, which means nothing but makes the choice lasting.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, TypeVar

import msgspec

from camket.model.fact import Fact, Figure, Role, Tally, Vintage
from camket.model.judgement import Judgement
from camket.model.message import Message, message
from camket.model.series import Standing, Statement
from camket.rules.numeral.item import show

VERSION = 2
SURE = 1.0
"""Confidence of what a person has settled."""

VINTAGES: dict[Vintage | Role, int] = {
    "official": 6,
    "preliminary": 5,
    "actual": 4,
    "estimate_2": 3,
    "estimate_1": 2,
    "estimate": 2,
}
"""Releases in the order of law. Where only `actual` is known it stands between the estimates and what follows them."""


FactT = TypeVar("FactT", bound=Fact)


def last_word(judgements: Iterable[Judgement]) -> Judgement | None:
    """The judgement of one mention that counts; None where nobody has settled how it is read."""
    own: dict[str, Judgement] = {}
    for each in sorted((each for each in judgements if each.holds()), key=_when):
        own[each.who] = each
    return max((each for each in own.values() if each.verdict != "unsure"), key=_when, default=None)


def counted(fact: FactT, word: Judgement | None) -> FactT | None:
    """A fact as it counts: as it was read, or as a person says; None where it was rejected.

    What a person says goes to the place where the reader finds the fact now, and has to be placed anew.
    """
    if word is None:
        return fact
    return settled(fact, word.fact) if word.fact is not None else None  # type: ignore[return-value]  # of one kind


def settled(read: FactT, said: FactT) -> FactT:
    """What a person said of a fact, at the place where it is read; not placed."""
    there = msgspec.structs.replace(
        said, id=read.id, start=read.start, end=read.end, quote=read.quote, rule=read.rule, confidence=SURE,
        reasons=read.reasons,
    )  # fmt: skip
    return msgspec.structs.replace(there, resolved=None) if isinstance(there, Figure | Tally) else there


def _when(judgement: Judgement) -> tuple[datetime, int, str, str]:
    return judgement.at, judgement.number, judgement.who, judgement.verdict


class _Merit(NamedTuple):
    """What the policy weighs, smaller is better; the names are those of the reasons."""

    official: bool
    preferred: bool
    vintage: int
    source: int
    exact: bool
    confidence: float
    later: int
    mention: str


def vintage_rank(statement: Statement) -> int:
    """The release that a statement belongs to. An `actual` said before its period was over is an estimate."""
    figure, published, period = statement.figure, statement.source.published, statement.period
    if figure.vintage is not None:
        return VINTAGES[figure.vintage]
    early = published is not None and period is not None and period.relation == "during" and published <= period.last
    return VINTAGES["estimate" if early else figure.role] if figure.role in VINTAGES else 0


def choose(statements: Iterable[Statement]) -> Standing:
    """The statement that stands, with its rivals and what decided against each.

    Args:
        statements: of one series, period and class (actual or target); at least one.
    """
    held = list(statements)
    if len(held) == 1:
        return Standing(statement=held[0], policy=VERSION)
    first, *rivals = sorted(held, key=_merit)
    return Standing(
        statement=first,
        rivals=tuple(rivals),
        reasons=tuple(_reason(first, rival) for rival in rivals),
        policy=VERSION,
    )


def _merit(statement: Statement) -> _Merit:
    published, vintage = statement.source.published, vintage_rank(statement)
    return _Merit(
        official=vintage != VINTAGES["official"],
        preferred=not statement.preferred,
        vintage=-vintage,
        source=-statement.rank,
        exact=statement.figure.comparator != "eq",
        confidence=-statement.figure.confidence,
        later=-published.toordinal() if published is not None else 0,
        mention=statement.id,
    )


def _reason(standing: Statement, rival: Statement) -> Message:
    better, worse = _merit(standing), _merit(rival)
    decided = next((name for name in _Merit._fields if getattr(better, name) != getattr(worse, name)), "mention")
    decided = "vintage" if decided == "official" else decided
    return message(
        f"registry.{decided}",
        value=show(standing.figure.value),
        source=standing.source.document,
        rival=show(rival.figure.value),
        rival_source=rival.source.document,
    )
