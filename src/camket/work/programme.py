"""How far a programme has come, worked out from its leaves, beside what papers claim of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

import msgspec

from camket.findings import Finding
from camket.grammar.fold import fold
from camket.model.fact import Tally
from camket.model.message import Message, message
from camket.model.programme import Node, NodeKind, NodeShare
from camket.model.series import Source
from camket.model.task import Outcome

_DONE: frozenset[Outcome] = frozenset(("done_in_time", "done_late"))
_HUNDRED, _STEP = Decimal(100), Decimal("0.01")
Outcomes = Mapping[str, Outcome]
"""Timeliness by the id of the task; a task that is not among them is taken as not done."""


class _Leaves(NamedTuple):
    """What hangs from a node, each once: tasks by their ids, and nodes that no task carries out."""

    tasks: tuple[str, ...]
    bare: tuple[str, ...]
    out: tuple[str, ...]


def shares(root: Node, outcomes: Outcomes) -> dict[str, NodeShare]:
    """How far every node of a tree has come.

    A leaf is a task, or a node below which there is neither node nor task: that one counts as not done, and is named. A
    task that hangs from several nodes counts once in what holds them all; tasks that are dropped, merged or only
    expected count nowhere. Where every child of a node has a weight its share is that of its children by weight; else
    each leaf counts the same.
    """
    found: dict[str, NodeShare] = {}
    _share(root, outcomes, found)
    return found


def _share(node: Node, outcomes: Outcomes, found: dict[str, NodeShare]) -> _Leaves:
    below = [_share(child, outcomes, found) for child in node.children]
    own = [task for task in node.tasks if outcomes.get(task) != "out"]
    out = [task for task in node.tasks if outcomes.get(task) == "out"]
    tasks = tuple(dict.fromkeys((*own, *(task for each in below for task in each.tasks))))
    bare = tuple(dict.fromkeys(id_ for each in below for id_ in each.bare))
    if not node.children and not node.tasks:
        bare = (node.id,)
    leaves = _Leaves(tasks, bare, tuple(dict.fromkeys((*out, *(task for each in below for task in each.out)))))
    done = tuple(task for task in tasks if outcomes.get(task) in _DONE)
    total = len(tasks) + len(bare)
    share, weighted = _weighed(node, own, found)
    if share is None and total:
        share = Decimal(len(done)) / total * _HUNDRED
    found[node.id] = NodeShare(
        node=node.id,
        done=len(done),
        total=total,
        share=share.quantize(_STEP) if share is not None else None,
        weighted=weighted,
        done_tasks=done,
        tasks=tasks,
        late=tuple(task for task in tasks if outcomes.get(task) == "open_overdue"),
        untracked=bare,
        out=leaves.out,
    )
    return leaves


def _weighed(node: Node, own: Sequence[str], found: Mapping[str, NodeShare]) -> tuple[Decimal | None, bool]:
    """The share by weights; None where none count here, and whether any do.

    Below a node without weights whose children have some, each child counts by its leaves.
    """
    known = [(child, found[child.id]) for child in node.children if found[child.id].share is not None]
    weights = [child.weight for child, _ in known if child.weight is not None]
    if known and not own and len(weights) == len(known) and sum(weights) > 0:
        parts = [weight * (each.share or 0) for weight, (_, each) in zip(weights, known, strict=True)]
        return sum(parts, Decimal(0)) / sum(weights), True
    if any(each.weighted for _, each in known):
        total = sum(each.total for _, each in known)
        return sum(((each.share or Decimal(0)) * each.total for _, each in known), Decimal(0)) / total, True
    return None, False


Comparison = Literal["same", "differs", "other_total", "cannot_tell"]


class Claimed(msgspec.Struct, frozen=True, kw_only=True):
    """A tally that a paper makes of a programme, and where; `after` are the words that follow it."""

    tally: Tally
    source: Source
    after: str = ""


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """A claim beside what is worked out for its day.

    Attributes:
        claim: the claim.
        done, total: as worked out here, of the same things.
        nodes: the ids of the nodes counted; empty where the leaves are.
        verdict: whether both agree; `other_total` where they are not of the same number of things.
        reason: in words.
    """

    claim: Claimed
    done: int
    total: int
    nodes: tuple[str, ...]
    verdict: Comparison
    reason: Message


_THINGS: tuple[tuple[str, tuple[NodeKind, ...]], ...] = (
    ("chương trình, đề án", ("programme", "scheme")),
    ("chương trình và đề án", ("programme", "scheme")),
    ("chương trình", ("programme",)),
    ("đề án", ("scheme",)),
    ("dự án", ("project",)),
    ("mốc", ("milestone",)),
    ("nhiệm vụ", ()),
    ("nội dung", ()),
)
"""What tallies count, by their word: nodes of some kinds; of tasks the leaves."""
_GOES_ON = re.compile(r",? (?:và )?(?:đề án|chương trình|dự án)(?!\w)")
_DONE_STATES = frozenset(("achieved", "achieved_or_exceeded", "completed", "exceeded"))


def beside(root: Node, claims: Iterable[Claimed], outcomes_on: Callable[[date], Outcomes]) -> Iterator[Beside]:
    """What papers claim of a tree beside what its leaves were on the day of each paper.

    Args:
        root: the tree.
        claims: tallies of papers that speak of it.
        outcomes_on: the timeliness of its tasks on a day.
    """
    for claim in claims:
        kinds = _kinds_of(claim)
        day = claim.source.published
        if kinds is None or day is None:
            continue
        told = shares(root, outcomes_on(day))
        nodes = tuple(node.id for node in root.walk() if node.kind in kinds)
        if kinds and not nodes:
            continue
        done = sum(told[id_].is_done for id_ in nodes) if kinds else told[root.id].done
        total = len(nodes) if kinds else told[root.id].total
        verdict = _verdict(claim.tally, done, total)
        yield Beside(
            claim=claim,
            done=done,
            total=total,
            nodes=nodes,
            verdict=verdict,
            reason=message(
                f"work.claim.{verdict}",
                claimed=f"{claim.tally.done}/{claim.tally.total}",
                counted=f"{done}/{total}",
                what=claim.tally.of or "",
                day=day.isoformat(),
            ),
        )


def claim_findings(found: Iterable[Beside]) -> tuple[Finding, ...]:
    """What claims and leaves differ in, as findings of the papers that claim."""
    return tuple(
        Finding(message=each.reason, start=each.claim.tally.start, end=each.claim.tally.end)
        for each in found
        if each.verdict in ("differs", "other_total")
    )


def _kinds_of(claim: Claimed) -> tuple[NodeKind, ...] | None:
    """The kinds that a tally counts; empty for leaves, None where it counts none of them."""
    after = _GOES_ON.match(fold(claim.after))
    words = fold(f"{claim.tally.of or ''} ; {claim.tally.quote}{after[0] if after is not None else ''}")
    return next((kinds for word, kinds in _THINGS if word in words), None)


def _verdict(tally: Tally, done: int, total: int) -> Comparison:
    if tally.state not in _DONE_STATES:
        return "cannot_tell"
    if tally.total != total:
        return "other_total"
    return "same" if tally.done == done else "differs"
