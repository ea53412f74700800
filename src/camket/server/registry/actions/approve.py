"""A paper opened by an approver, or sent back; and closed again."""

from __future__ import annotations

from camket.server.registry import approving
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Approval


@action("approve", permission="registry.approve")
def approve(act: Act, number: int, *, why: str = "") -> Approval:
    """Do what an approval asks for: from now on those may see the paper.

    Raises:
        UsageError: nothing of that number waits, or the one who asked decides.
    """
    return approving.decide(act, number, approved=True, why=why)


@action("send-back", permission="registry.approve")
def send_back(act: Act, number: int, *, why: str) -> Approval:
    """Leave a paper as it is, and say why.

    Raises:
        UsageError: nothing of that number waits, the one who asked decides, or no reason was given.
    """
    return approving.decide(act, number, approved=False, why=why)


@action("close-paper", permission="registry.approve")
def close_paper(act: Act, slug: str, *, access: str, why: str) -> Approval:
    """Let fewer see a paper than before, at once. Who has seen it has seen it: to take it out is `withdraw`.

    Raises:
        UsageError: there is no such paper, it is as closed already, or no reason was given.
    """
    return approving.close(act, slug, access, why)
