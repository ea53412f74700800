"""Figures kept under a name as they stand (`chốt số liệu`)."""

from __future__ import annotations

from camket.server.registry import freezing
from camket.server.registry.access import Reader
from camket.server.registry.acting import Act, action
from camket.server.registry.freezing import Scope
from camket.server.registry.models import Freeze


@action("freeze", permission="registry.freeze")
def freeze(act: Act, name: str, scope: Scope, reader: Reader, *, why: str = "") -> Freeze:
    """Keep what stands of a scope, in the view of a group of readers. A freeze is never changed nor removed.

    Raises:
        UsageError: there is no name, it is taken, nothing stands there, or too much.
    """
    return freezing.freeze(act, name, scope, reader, why)
