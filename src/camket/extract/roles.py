"""Whether a quantity was reached, estimated, promised or foreseen."""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.extract.clause import Slot
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.rule import Made
from camket.model.fact import Role
from camket.rules.role.item import RoleCue

_CARRIED: frozenset[Role] = frozenset(("target", "scenario", "projection"))
_BENCHMARK = re.compile(r"(?:bình quân|trung bình|mức)(?: chung)? (?:của )?(?:cả nước|toàn quốc|vùng)")
_COMPARED = re.compile(r"(?:cao hơn|thấp hơn|lớn hơn|so với|trong khi)[^,;]{0,24}$")
_OF_THE_COUNTRY = re.compile(r"\s*(?:của |trong |là của )?(?:cả nước|toàn quốc)(?!\w)")


class Ruling(NamedTuple):
    """A role, the scenario it belongs to, and how it was found: `clause`, `head`, `list`, `carried` or `default`."""

    role: Role
    scenario: str | None = None
    how: str = "default"


def role_of(
    reading: Reading,
    slot: Slot,
    before: Ruling | None,
    carried: Ruling | None,
    scene: Scene,
    *,
    chained: bool,
    section: Role | None,
) -> Ruling:
    """The role of a slot: the last wording before it in its clause, else that of the list's head, else its neighbours'.

    `before` is the role of the quantity before it in the sentence, `carried` the one that an earlier sentence of the
    same list or paragraph hands on. An estimate reaches only
    as far as the same thing is spoken of (`chained`), a promise to the end of its list.
    """
    if _plan_in_parentheses(reading, slot):
        return Ruling("target", how="clause")
    cues = [one for one in reading.items("role", slot.sentence.start, slot.start) if not _inside_a_number(reading, one)]
    inside = [one for one in cues if one.start >= slot.clause_start]
    if inside and (_role(inside[-1]) != "estimate" or inside[-1].start >= slot.left or chained):
        return _ruling(inside[-1].item, "clause")
    after = reading.items("role", slot.end, min(slot.right, slot.end + 12))
    if after and isinstance(after[0].item, RoleCue) and after[0].item.role in ("estimate", "projection"):
        return _ruling(after[0].item, "after")
    head = [one for one in cues if reading.low.find(":", one.end, slot.clause_start) >= 0]
    if head:
        return _ruling(head[-1].item, "head")
    if before is not None and (before.role != "estimate" or chained):
        return before._replace(how="list")
    if carried is not None and carried.role in _CARRIED:
        return carried._replace(how="carried")
    if section is not None:
        return Ruling(section, how="section")
    return Ruling("target" if scene.head.type in ("plan", "resolution") else "actual")


def _role(cue: Made) -> Role | None:
    return cue.item.role if isinstance(cue.item, RoleCue) else None


def _inside_a_number(reading: Reading, cue: Made) -> bool:
    """`dự toán năm` in `28,4% dự toán năm`, `chỉ tiêu` in `22/26 chỉ tiêu` say nothing of the numbers after them."""
    return any(
        one.start <= cue.start and cue.end <= one.end + 12
        for kind in ("quantity", "tally")
        for one in reading.items(kind, max(0, cue.start - 60), cue.end + 24)
        if one.start < cue.start
    )


def _ruling(item: object, how: str) -> Ruling:
    assert isinstance(item, RoleCue)  # noqa: S101 - the kind `role` makes nothing else
    return Ruling(item.role, item.scenario, how)


def is_benchmark(reading: Reading, slot: Slot) -> bool:
    """Whether the quantity is that of another area or the country, given for comparison."""
    left, right = reading.low[slot.left : slot.start], reading.low[slot.end : slot.right]
    if _COMPARED.search(left) and _OF_THE_COUNTRY.match(right):
        return True
    return bool(_BENCHMARK.search(f"{left} {right[:40]}"))


def in_parentheses(reading: Reading, slot: Slot) -> bool:
    """Whether the quantity stands in parentheses, so that its role is its own alone."""
    before = reading.low[slot.sentence.start : slot.start]
    return before.count("(") > before.count(")")


def _plan_in_parentheses(reading: Reading, slot: Slot) -> bool:
    """`bằng 94,5% kế hoạch (92.070 triệu USD)`: the number in parentheses is the plan's."""
    return reading.low[slot.left : slot.start].strip() == "(" and any(
        getattr(one.item, "measure", None) == "share_of_plan"
        for one in reading.items("quantity", max(0, slot.left - 60), slot.left)
        if one.end == slot.left
    )
