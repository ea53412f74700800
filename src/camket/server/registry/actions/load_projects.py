"""Projects of public investment with their money, entered from a table."""

from __future__ import annotations

from camket.server.registry import investments
from camket.server.registry.acting import Act, action
from camket.server.registry.investments import ProjectsChanged
from camket.work.investment_reading import ProjectsRead


@action("load-projects", permission="registry.plan")
def load_projects(act: Act, read: ProjectsRead, *, source: str = "") -> ProjectsChanged:
    """Enter what tables of projects tell. Told again, nothing changes; told otherwise, the later amount counts.

    Args:
        act: the action.
        read: what was read, rows that were refused left out.
        source: the name of the file.

    Raises:
        UsageError: there is no project in it.
    """
    return investments.enter(act, read, source)
