"""All placements and all that stands, worked out anew in portions; cut off anywhere, it is run again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from django.db.models import Model, QuerySet

from camket.server.registry.acting import CONSOLE, Action, Actor
from camket.server.registry.actions.index import index_papers
from camket.server.registry.actions.place import place_papers, place_statements, settle_series
from camket.server.registry.actions.place_tasks import place_tasks
from camket.server.registry.models import Document, Loose, Series, Task

PORTION = 200
Steps = list[tuple[Action[[Sequence[int]], int], QuerySet[Model]]]


def place_all(*, who: Actor = CONSOLE, progress: Callable[[int, int], None] | None = None) -> int:
    """Place every figure by today's catalogue, choose every value by today's policy, and see where every task stands.

    Gives how many changed.

    Args:
        who: who asked.
        progress: told how many papers, statements, series and tasks are done, and of how many.
    """
    steps: Steps = [
        (place_papers, Document.objects.filter(withdrawn_on__isnull=True)),
        (place_statements, Loose.objects.all()),
        (settle_series, Series.objects.all()),
        (place_tasks, Task.objects.all()),
    ]
    changed = done = 0
    for act, rows in steps:
        for numbers in portions(rows):
            changed += act(who, numbers)
            done += len(numbers)
            if progress is not None:
                progress(done, sum(each.count() for _, each in steps))
    return changed


def index_all(*, who: Actor = CONSOLE) -> int:
    """Make the entries of search of all papers anew; gives how many papers there are."""
    return sum(index_papers(who, numbers) for numbers in portions(Document.objects.all()))


def portions(rows: QuerySet[Model], size: int = PORTION) -> Iterator[list[int]]:
    """The keys of rows in order, some at a time; rows that come meanwhile are taken along."""
    last = 0
    while numbers := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:size]):
        yield numbers
        last = numbers[-1]
