"""A body's leader lets a paper of the body go to the provincial office."""

from __future__ import annotations

from camket.server.registry import approving
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Approval


@action("release-paper", permission="registry.release")
def release_paper(act: Act, slug: str, *, why: str = "") -> Approval:
    """Let a paper of one's own body go; it then waits for an approver.

    Raises:
        UsageError: there is no such paper of that body, or it waits already.
    """
    return approving.release(act, slug, why)
