"""Tallies: what papers claim of a plan, beside each other and beside what is counted here.

Claims are compared by what they claim: 22 met or exceeded and 19 exceeded of 26 fit together, three being met without
being exceeded; 11 and 17 met and exceeded of 18 do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from camket.assess.counting import count_of
from camket.assess.thresholds import THRESHOLDS
from camket.grammar.fold import fold
from camket.model.message import Message, message
from camket.model.period import parse_period
from camket.model.plan import PlacedTally, Plan
from camket.model.scoreboard import Claim, Count, Difference, DifferenceLine, State, TallyKind, TallyLine, Verdict
from camket.resolve.plans import is_of_targets

_KINDS: dict[str, TallyKind] = {
    "achieved_or_exceeded": "reached",
    "completed": "reached",
    "exceeded": "exceeded",
    "achieved": "met",
    "other": "unknown",
}
_FAILED = ("không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành", "không đạt được")
_RANK: dict[Verdict, int] = {"contradicting": 2, "compatible": 1, "cannot_tell": 0}
AGAINST_COUNT, AGAINST_EXACT = "assess.tally_against_count", "assess.tally_against_exact_count"
"""A claim that the count does not bear out; of a count that leaves nothing open."""
_PARTS, _NOT_COUNTED = "assess.tally_parts", "assess.tally_not_counted"
_PLAIN = {"assess.tally_two_counts": 2, "assess.tally_subset": 2, "assess.tally_same": 0}
_SENTENCE = 300  # characters: two tallies nearer than this stand in one sentence or in two that go on from each other


class Opinion(NamedTuple):
    """A verdict with its reason."""

    verdict: Verdict
    reason: Message


def kind_of(placed: PlacedTally) -> TallyKind:
    """Which set of things a tally counts."""
    tally = placed.tally
    words = fold(f"{tally.quote} {tally.of or ''} {placed.after}")
    if tally.state == "other" and any(word in words for word in _FAILED):
        return "failed"
    if fold(placed.after).lstrip().startswith(_FAILED):
        return "failed"
    return _KINDS[tally.state]


class _Pair(NamedTuple):
    """Two tallies of one set, and whether both can be true."""

    one: PlacedTally
    other: PlacedTally
    opinion: Opinion
    kind: Difference

    @property
    def papers(self) -> frozenset[str]:
        """The one or two documents that say them."""
        return frozenset((self.one.source.document, self.other.source.document))


def lines(plan: Plan, states: Iterable[State]) -> tuple[TallyLine, ...]:
    """The tallies of a plan, each beside the count of the states of its targets and beside the other tallies."""
    known, told = tuple(states), _distinct(plan.tallies)
    quarrels = frozenset(pair.papers for pair in _pairs(told) if pair.opinion.verdict == "contradicting")
    return tuple(_line(placed, plan, known, quarrels) for placed in told)


def differences(plan: Plan) -> Iterator[tuple[Verdict, DifferenceLine]]:
    """What the tallies of two papers, or of one, say that differs: one line for all that contradicts between them.

    Where they contradict, the parts of them that would fit are not told. Nor are the parts of one whole that one paper
    counts up; but two numbers far apart in it, as in its title and its text, a reader could take for a contradiction.
    """
    papers: dict[frozenset[str], list[_Pair]] = {}
    for pair in _pairs(_distinct(plan.tallies, across=True)):
        papers.setdefault(pair.papers, []).append(pair)
    for pairs in papers.values():
        clashing = [pair for pair in pairs if pair.opinion.verdict == "contradicting"]
        if clashing:
            yield "contradicting", _difference(clashing, plan)
            continue
        told = [pair for pair in pairs if pair.opinion.verdict == "compatible" and _is_worth_telling(pair)]
        parts = [pair for pair in told if pair.opinion.reason.code == _PARTS]
        if parts:
            yield "compatible", _difference(parts, plan)
        yield from (("compatible", _difference([pair], plan)) for pair in told if pair not in parts)


def _pairs(tallies: Iterable[PlacedTally]) -> Iterator[_Pair]:
    for one, other in combinations(tallies, 2):
        yield _Pair(one, other, *compare(one, other))


def _is_worth_telling(pair: _Pair) -> bool:
    if len(pair.papers) > 1:
        return True
    apart = abs((pair.one.source.start or 0) - (pair.other.source.start or 0))
    return pair.opinion.reason.code != _PARTS and apart > _SENTENCE


def _difference(pairs: Sequence[_Pair], plan: Plan) -> DifferenceLine:
    """One line for pairs of the same papers, with the reason of the pair that shows it best."""
    best = max(pairs, key=lambda pair: (_weight(pair.opinion), kind_of(pair.one) == "reached"))
    told = {placed.tally.id: placed for pair in pairs for placed in (pair.one, pair.other)}
    reason = best.opinion.reason
    if len(pairs) > 1 and reason.code == _PARTS:
        reason = message(_PARTS, **_sides(tuple(told.values())))
    about = (("area", plan.area), ("period", str(plan.period or "")))
    return DifferenceLine(
        kind=best.kind,
        statements=tuple(told),
        reason=Message(reason.code, (*reason.params, *about)),
        sources=tuple(placed.source for placed in told.values()),
    )


def _sides(told: Sequence[PlacedTally]) -> dict[str, object]:
    """The parameters of a reason for several tallies of two papers: each paper's counts in a row."""
    first = told[0]
    sides = [[each for each in told if (each.source.document == first.source.document) is own] for own in (True, False)]
    counts = [", ".join(f"{each.tally.done}/{each.tally.total}" for each in side) for side in sides]
    return _both(sides[0][0], sides[1][0]) | {"one": counts[0], "other": counts[1]}


def compare(one: PlacedTally, other: PlacedTally) -> tuple[Opinion, Difference]:
    """Whether two tallies of one plan can both be true."""
    if not _same_set(one, other) or one.tally.total != other.tally.total:
        return Opinion("cannot_tell", message("assess.tally_other_set", **_both(one, other))), "tallies"
    kinds = (kind_of(one), kind_of(other))
    if "unknown" in kinds:
        return Opinion("cannot_tell", message("assess.tally_unknown_state", **_both(one, other))), "tallies"
    if kinds[0] == kinds[1]:
        return _same_kind(one, other)
    by_kind = {kinds[0]: one, kinds[1]: other}
    return _different_kinds(by_kind), "tallies"


def against_count(placed: PlacedTally, count: Count) -> Opinion:
    """Whether a tally fits what is counted here: at least so many are reached, at most so many can be."""
    tally = placed.tally
    reached = count.met + count.exceeded
    ranges: dict[TallyKind, tuple[int, int]] = {
        "reached": (reached, reached + count.unknown),
        "exceeded": (count.exceeded, count.exceeded + count.unknown),
        "met": (min(count.met, reached), reached + count.unknown),
        "failed": (count.missed, count.missed + count.unknown),
        "unknown": (0, tally.total),
    }
    kind = kind_of(placed)
    if not is_of_targets(tally) or kind == "unknown":
        return Opinion("cannot_tell", message(_NOT_COUNTED))
    low, high = ranges[kind]
    high = min(high, tally.total)  # a plan may hold more targets than this tally is of
    params = {"done": tally.done, "total": tally.total, "low": low, "high": high, "unknown": count.unknown}
    beyond = count.met + count.exceeded + count.missed + count.unknown > tally.total
    if beyond and count.unknown:  # papers name more targets than are counted: which are meant, nobody can tell
        return Opinion("cannot_tell", message("assess.tally_open", **params))
    if not low <= tally.done <= high:
        code = AGAINST_EXACT if low == high else AGAINST_COUNT
        return Opinion("contradicting", message(code, **params))
    if count.unknown == 0:
        return Opinion("compatible", message("assess.tally_as_counted", **params))
    return Opinion("cannot_tell", message("assess.tally_open", **params))


def _line(placed: PlacedTally, plan: Plan, states: tuple[State, ...], quarrels: frozenset[frozenset[str]]) -> TallyLine:
    tally = placed.tally
    counted = is_of_targets(tally)
    count = count_of(plan, states, tally.total) if counted else Count(met=0, exceeded=0, missed=0, unknown=tally.total)
    own = against_count(placed, count)
    others = [pair for pair in _pairs_with(placed, plan) if _is_evidence(pair, quarrels)]
    if own.reason.code == _NOT_COUNTED:  # what camket cannot count is not confirmed by being said twice
        others = [pair for pair in others if pair.opinion.verdict == "contradicting"]
    best = max((own, *(pair.opinion for pair in others)), key=_weight)
    return TallyLine(
        statement=tally.id,
        claimed=Claim(done=tally.done, total=tally.total, state=tally.state, of=tally.of, counts=kind_of(placed)),
        counted=count,
        verdict=best.verdict,
        reason=best.reason,
        source=placed.source,
    )


def _pairs_with(placed: PlacedTally, plan: Plan) -> Iterator[_Pair]:
    for other in _distinct(plan.tallies):
        if other is not placed:
            yield _Pair(placed, other, *compare(placed, other))


def _is_evidence(pair: _Pair, quarrels: frozenset[frozenset[str]]) -> bool:
    """Whether the other tally says something of this one: a paper does not confirm itself, nor one it contradicts."""
    return pair.opinion.verdict == "contradicting" or (len(pair.papers) > 1 and pair.papers not in quarrels)


def _weight(opinion: Opinion) -> tuple[int, int]:
    """How much an opinion counts beside others: its verdict, then how plainly its reason shows it."""
    return _RANK[opinion.verdict], _PLAIN.get(opinion.reason.code, 1)


def _same_kind(one: PlacedTally, other: PlacedTally) -> tuple[Opinion, Difference]:
    if one.tally.done == other.tally.done:
        return Opinion("compatible", message("assess.tally_same", **_both(one, other))), "tallies"
    earlier, later = sorted((one, other), key=lambda each: each.source.published or date.min)
    grew = (later.tally.done > earlier.tally.done) == (kind_of(one) != "failed")
    if grew and _apart(earlier, later):
        return Opinion("compatible", message("assess.tally_progress", **_both(earlier, later))), "progress"
    if kind_of(one) == "met":  # one may mean exactly met and the other met or exceeded
        return Opinion("cannot_tell", message("assess.tally_unknown_state", **_both(one, other))), "tallies"
    return Opinion("contradicting", message("assess.tally_two_counts", **_both(one, other))), "tallies"


def _apart(earlier: PlacedTally, later: PlacedTally) -> bool:
    """Whether more targets can have been reached between two claims: time went by, and the plan was still running."""
    first, second = earlier.source.published, later.source.published
    if first is None or second is None:
        return False
    period = parse_period(earlier.tally.placed_period or "")
    running = period is None or period.relation == "at" or first <= period.last
    return running and (second - first).days > THRESHOLDS.same_time_days


def _different_kinds(by_kind: dict[TallyKind, PlacedTally]) -> Opinion:
    """Two sets that are parts of one another, or that share nothing."""
    one, other = by_kind.values()
    params = _both(one, other)
    if "failed" in by_kind:
        if one.tally.done + other.tally.done > one.tally.total:
            return Opinion("contradicting", message("assess.tally_too_many", **params))
        return Opinion("compatible", message(_PARTS, **params))
    if "reached" in by_kind:
        part, whole = by_kind["met" if "met" in by_kind else "exceeded"], by_kind["reached"]
        if part.tally.done > whole.tally.done:
            return Opinion("contradicting", message("assess.tally_part_larger", **_both(part, whole)))
        rest = whole.tally.done - part.tally.done
        code = "assess.tally_subset" if "exceeded" in by_kind else _PARTS
        return Opinion("compatible", message(code, rest=rest, **_both(part, whole)))
    met, exceeded = by_kind["met"], by_kind["exceeded"]
    if exceeded.tally.done > met.tally.done and met.tally.done + exceeded.tally.done > met.tally.total:
        return Opinion("contradicting", message("assess.tally_too_many", **params))
    return Opinion("compatible", message(_PARTS, **params))


def _same_set(one: PlacedTally, other: PlacedTally) -> bool:
    if is_of_targets(one.tally) and is_of_targets(other.tally):
        return True
    return bool(one.tally.of) and fold(one.tally.of or "") == fold(other.tally.of or "")


def _distinct(tallies: Iterable[PlacedTally], *, across: bool = False) -> tuple[PlacedTally, ...]:
    """The first of those that one document says again, as in a title and its text; or that any document does."""
    seen: dict[tuple[object, ...], PlacedTally] = {}
    for placed in tallies:
        tally = placed.tally
        document = "" if across else placed.source.document
        what = "" if is_of_targets(tally) else fold(tally.of or "")
        key = (document, tally.done, tally.total, tally.state, kind_of(placed), what)
        seen.setdefault(key, placed)
    return tuple(seen.values())


def _both(one: PlacedTally, other: PlacedTally) -> dict[str, object]:
    return {
        "one": f"{one.tally.done}/{one.tally.total}",
        "other": f"{other.tally.done}/{other.tally.total}",
        "one_source": one.source.name,
        "other_source": other.source.name,
        "one_document": one.source.document,
        "other_document": other.source.document,
    }
