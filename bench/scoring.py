"""Score facts against those that people annotated: one-to-one pairs, and for each kind levels of agreement.

A level adds conditions to the one before it, so that a fact's depth says how far it is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from camket.grammar.fold import fold, plain

Record = Mapping[str, Any]
Test = Callable[[Record, Record], bool]
SAME_SPAN = 0.5
"""Share of words that two spans must have in common where the span itself is the fact (directives, proposals)."""


class Level(NamedTuple):
    """A name and what must agree for it, beside all that the levels before it ask."""

    name: str
    agrees: Test


class Pair(NamedTuple):
    """A gold fact, the fact found for it, and how many levels they agree on."""

    gold: Record
    found: Record
    depth: int


class Tally(NamedTuple):
    """Counts of one kind and level."""

    gold: int
    found: int
    hits: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.hits / (self.gold + self.found) if self.gold + self.found else 0.0


def shared(gold: Record, found: Record) -> int:
    """Code points that two spans have in common."""
    return int(min(gold["end"], found["end"]) - max(gold["start"], found["start"]))


def _words(record: Record) -> set[tuple[int, str]]:
    return {(record["start"] + word.start(), word[0]) for word in re.finditer(r"\w+", record["quote"])}


def _same_words(gold: Record, found: Record) -> bool:
    left, right = _words(gold), _words(found)
    return len(left & right) >= SAME_SPAN * max(1, len(left | right))


def _same_number(left: object, right: object) -> bool:
    if left is None or right is None:
        return left is right
    return abs(float(str(left)) - float(str(right))) <= 1e-6 * max(1.0, abs(float(str(left))))


def _kind_of(value: object) -> str:
    """`other:...` names are alike: their words are free."""
    return str(value or "other").split(":")[0]


def _same_indicator(left: object, right: object) -> bool:
    growth = {"grdp", "growth_overall"}
    return left == right or {left, right} <= growth or (_kind_of(left) == _kind_of(right) == "other")


def _same_place(left: object, right: object) -> bool:
    def bare(name: object) -> str:
        return re.sub(r"^(tinh|thanh pho|tp\.?) ", "", " ".join(plain(str(name or "")).split()))

    return bare(left) == bare(right)


def _same_text(left: object, right: object) -> bool:
    return " ".join(plain(str(left or "")).split()).strip(" .,;:-") == " ".join(plain(str(right or "")).split()).strip(
        " .,;:-"
    )


def period(text: object) -> str:
    """One form of a period: `2024-01/2024-06` is `2024-H1`, twelve months are the year."""
    written = str(text or "")
    half = re.fullmatch(r"(\d{4})-01/\1-06", written)
    year = re.fullmatch(r"(\d{4})-01/\1-12", written)
    return f"{half[1]}-H1" if half else year[1] if year else written


def _field(*names: str) -> Test:
    return lambda gold, found: all((gold.get(name) or None) == (found.get(name) or None) for name in names)


def _quantity(gold: Record, found: Record) -> bool:
    return (
        shared(gold, found) > 0
        and _same_number(gold["value"], found["value"])
        and _same_number(gold.get("value_high"), found.get("value_high"))
        and _kind_of(gold["unit"]) == _kind_of(found["unit"])
    )


FIGURE_ATTRIBUTES: dict[str, Test] = {
    "indicator": lambda g, f: _same_indicator(g["indicator"], f["indicator"]),
    "measure": lambda g, f: bool(g["measure"] == f["measure"]),
    "role": _field("role"),
    "comparator": _field("comparator"),
    "period": lambda g, f: period(g.get("period")) == period(f.get("period")),
    "area": lambda g, f: _same_place(g.get("area"), f.get("area")),
}
"""What must agree of a figure beside its quantity."""


def _all_agree(*names: str) -> Test:
    return lambda gold, found: all(FIGURE_ATTRIBUTES[name](gold, found) for name in names)


LEVELS: dict[str, tuple[Level, ...]] = {
    "figures": (
        Level("quantity", _quantity),
        Level("linked", _all_agree("indicator", "measure")),
        Level("complete", _all_agree("role", "comparator", "period", "area")),
    ),
    "tallies": (
        Level("count", lambda g, f: shared(g, f) > 0 and (g["done"], g["total"]) == (f["done"], f["total"])),
        Level("complete", _field("state")),
    ),
    "directives": (
        Level("span", _same_words),
        Level("complete", lambda g, f: _same_text(g.get("issuer"), f["issuer"])),
    ),
    "proposals": (
        Level("span", _same_words),
        Level("complete", lambda g, f: _same_place(g.get("proposer"), f["proposer"])),
    ),
    "references": (
        Level("span", lambda g, f: shared(g, f) > 0),
        Level("complete", lambda g, f: fold(g.get("number") or "") == fold(f["number"] or "") and _field("date")(g, f)),
    ),
    "people": (
        Level("name", lambda g, f: _same_text(g["name"], f["name"])),
        Level("complete", lambda g, f: _same_text(g["position"], f["position"])),
    ),
}


def depth(kind: str, gold: Record, found: Record) -> int:
    """How many levels two facts agree on, from the first."""
    reached = 0
    for level in LEVELS[kind]:
        if not level.agrees(gold, found):
            break
        reached += 1
    return reached


def paired(kind: str, gold: Sequence[Record], found: Sequence[Record]) -> list[Pair]:
    """Pairs of facts, each used once, the deepest agreement and then the closest span first."""
    candidates = [
        (-reached, -shared(one, other), left, right)
        for left, one in enumerate(gold)
        for right, other in enumerate(found)
        if (reached := depth(kind, one, other))
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for reached, _, left, right in sorted(candidates):
        if left not in taken_gold and right not in taken_found:
            taken_gold.add(left)
            taken_found.add(right)
            pairs.append(Pair(gold[left], found[right], -reached))
    return pairs


def tallies(kind: str, documents: Iterable[tuple[Sequence[Record], Sequence[Record]]]) -> dict[str, Tally]:
    """The counts of every level of a kind over documents of (gold, found)."""
    gold_count = found_count = 0
    hits = [0] * len(LEVELS[kind])
    for gold, found in documents:
        gold_count += len(gold)
        found_count += len(found)
        for pair in paired(kind, gold, found):
            for place in range(pair.depth):
                hits[place] += 1
    names = [f"{kind}.{level.name}" for level in LEVELS[kind]]
    return {name: Tally(gold_count, found_count, count) for name, count in zip(names, hits, strict=True)}
