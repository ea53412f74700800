"""The entries of search, made anew."""

from __future__ import annotations

from collections.abc import Sequence

from camket.server.registry.acting import Act, action
from camket.server.registry.models import Document
from camket.server.registry.searching import index


@action("index", permission="registry.correct")
def index_papers(act: Act, numbers: Sequence[int]) -> int:
    """Make the entries of some papers anew; gives how many papers there were."""
    rows = Document.objects.filter(id__in=numbers)
    index(rows)
    act.noted(papers=len(numbers))
    return len(numbers)
