"""Trees of programmes entered, and tasks hung from their nodes."""

from __future__ import annotations

from collections.abc import Sequence

from camket.model.programme import Node
from camket.server.registry import programmes
from camket.server.registry.acting import Act, action
from camket.server.registry.papers import paper_of
from camket.server.registry.programmes import ProgrammeChanged


@action("load-programme", permission="registry.plan")
def load_programme(act: Act, root: Node, *, area: str = "", paper: str = "", source: str = "") -> ProgrammeChanged:
    """Enter a tree of programmes. The same tree again changes nothing; a mended list takes the place of the former.

    Args:
        act: the action.
        root: the tree; the tasks of its nodes are not looked at.
        area: slug of the province or commune whose it is.
        paper: the address of the paper that lists it; empty where it is no paper of the registry.
        source: the name of the file that lists it.

    Raises:
        UsageError: it has no title, or there is no such paper.
    """
    return programmes.enter(act, root, area=area, paper=paper_of(paper) if paper else None, source=source)


@action("hang-tasks", permission="registry.plan")
def hang_tasks(act: Act, programme: str, node: str, tasks: Sequence[int]) -> int:
    """Let tasks carry out a node of a tree; gives how many were not hung there before.

    Raises:
        UsageError: there is no such node, or one of the tasks is none.
    """
    return programmes.hang(act, programmes.node_of(programme, node), tasks)


@action("take-down-task", permission="registry.plan")
def take_down_task(act: Act, programme: str, node: str, task: int) -> bool:
    """Take a task off a node; gives whether it hung there.

    Raises:
        UsageError: there is no such node.
    """
    row = programmes.node_of(programme, node)
    gone, _ = row.links.filter(task=task).delete()
    act.touched("programme-node", row.pk)
    act.noted(task=task)
    return gone > 0
