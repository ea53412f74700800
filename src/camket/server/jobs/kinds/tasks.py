"""What a new day asks of tasks: the next occurrences of recurring ones."""

from __future__ import annotations

from django.db.models import QuerySet

from camket.server.jobs.asking import Parameters, Progress
from camket.server.registry.acting import Actor
from camket.server.registry.actions.repeat_tasks import repeat_tasks
from camket.server.registry.models import Task
from camket.server.registry.rebuilding import portions


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:  # noqa: ARG001 - every kind takes them
    """Gives how many tasks were given."""
    rows, given, done = recurring(), 0, 0
    for numbers in portions(rows):
        given += len(repeat_tasks(Actor(who or "console"), numbers))
        done += len(numbers)
        progress(done, rows.count())
    return {"given": given}


def recurring() -> QuerySet[Task]:
    """The tasks that recur."""
    return Task.objects.filter(due__kind="recurring")
