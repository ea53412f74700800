"""Asked that others may see a paper."""

from __future__ import annotations

from camket.server.registry import approving
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Approval


@action("ask-approval", permission="registry.load")
def ask_approval(act: Act, slug: str, *, access: str = "public", why: str = "") -> Approval:
    """Ask an approver to open a paper.

    Raises:
        UsageError: there is no such paper, it is open to them already, or it waits already.
    """
    return approving.ask(act, slug, access, why)
