"""Programmes: a resolution, its programmes, schemes, tasks and milestones as one tree; a yearly plan is the same."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from camket.model.task import Due, TaskSource

NodeKind = Literal[
    "resolution", "yearly_plan", "emulation", "inspection", "programme", "scheme", "project", "task", "milestone"
]
"""The first four are what a tree hangs from; below stand programmes, schemes (`đề án`), projects, tasks, milestones."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One node of a tree with all that hangs from it.

    Attributes:
        id: lasting; unique in a tree, fit for an address.
        kind: what it is.
        title: what it is called, as its paper or list has it.
        number: as printed (`III.2`); empty where it has none.
        lead: the one body that leads; empty where none is named.
        supporting: the bodies that help.
        due: when it is due.
        weight: how much it counts among its sisters; None where nobody gave weights.
        children: what hangs from it, in order.
        tasks: the ids of the tasks by which it is carried out.
        source: where it is said; None where a person typed it.
    """

    id: str
    kind: NodeKind
    title: str
    number: str = ""
    lead: str = ""
    supporting: tuple[str, ...] = ()
    due: Due = Due()
    weight: Decimal | None = None
    children: tuple[Node, ...] = ()
    tasks: tuple[str, ...] = ()
    source: TaskSource | None = None

    def walk(self) -> Iterator[Node]:
        """Itself and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class NodeShare(msgspec.Struct, frozen=True, kw_only=True):
    """How far a node has come, worked out from its leaves: its tasks, and the nodes that no task carries out.

    Attributes:
        node: its id.
        done, total: the leaves that are done, and all.
        share: in percent; of weights where all sisters below have one, else each leaf counts the same. None without
            leaves.
        weighted: whether weights were used anywhere below.
        done_tasks, tasks: the ids of the tasks behind both counts, each once.
        late: of these the ids of the tasks that are open and overdue.
        untracked: the ids of leaves that no task carries out; they count as not done.
        out: the ids of tasks that are dropped, merged or only expected, which count nowhere.
    """

    node: str
    done: int
    total: int
    share: Decimal | None
    weighted: bool = False
    done_tasks: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    untracked: tuple[str, ...] = ()
    out: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether it has leaves and all of them are done."""
        return self.total > 0 and self.done == self.total
