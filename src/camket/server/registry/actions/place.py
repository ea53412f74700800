"""Placements and what stands, worked out anew."""

from __future__ import annotations

from collections.abc import Sequence

from camket.server.registry.acting import Act, action
from camket.server.registry.models import Document, Loose
from camket.server.registry.placing import forget_empty_series, replace, replace_loose
from camket.server.registry.sources import settle_sources
from camket.server.registry.spoken import put_right
from camket.server.registry.standing import difference, settle


@action("place", permission="registry.correct")
def place_papers(act: Act, numbers: Sequence[int]) -> int:
    """Place the figures of some papers by today's catalogue, and choose what stands; gives how much changed."""
    papers = Document.objects.filter(id__in=numbers)
    touched = replace(papers) | settle_sources(papers.values_list("text_key", flat=True))
    settle(touched)
    changed = len(touched) + put_right(numbers)
    act.noted(papers=len(numbers), changed=changed)
    return changed


@action("place-series", permission="registry.correct")
def place_statements(act: Act, numbers: Sequence[int]) -> int:
    """The same for statements that are in no paper."""
    touched = replace_loose(Loose.objects.filter(id__in=numbers))
    settle(touched)
    act.noted(statements=len(numbers), changed=len(touched))
    return len(touched)


@action("settle", permission="registry.correct")
def settle_series(act: Act, numbers: Sequence[int]) -> int:
    """Choose anew what stands in some series, by today's policy; gives how many values changed."""
    wrong = difference(numbers)
    settle(wrong)
    forget_empty_series(numbers)
    act.noted(series=len(numbers), changed=len(wrong))
    return len(wrong)
