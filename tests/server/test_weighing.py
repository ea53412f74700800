"""What is found best by the narrow columns of placements is what the policy chose among whole statements."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from camket.resolve.areas import forms
from camket.server.registry.access import PUBLIC
from camket.server.registry.changes import changes
from camket.server.registry.guard import writing
from camket.server.registry.lasting import lasting
from camket.server.registry.models import Document, Loose, Placement, Standing
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import COUNTING, Group
from camket.server.registry.ready import ready
from camket.server.registry.standing import settle
from camket.server.registry.standing_seen import seen
from camket.server.registry.store import DatabaseRegistry, statements_at
from camket.server.registry.weighing import First, chosen_of, first_of, weighed

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("samples")
def test_the_best_by_columns_is_what_stands() -> None:
    rows = {
        Group(row.series_id, row.klass, None if row.first == NO_FIRST else row.first, row.last): row.placement_id
        for row in Standing.objects.all()
    }
    assert len(rows) > 100
    counting = Placement.objects.filter(COUNTING)
    (found,) = chosen_of(weighed(_first(counting), rows.keys()))
    chosen = dict(statements_at(Placement.objects.filter(id__in=rows.values())))
    assert {group: each.id for group, each in found.items()} == {group: chosen[key].id for group, key in rows.items()}
    assert weighed(_first(counting), []) == {}
    assert weighed(_first(Placement.objects.none()), rows.keys()) == {}


def _first(placements: QuerySet[Placement]) -> First:
    question = ready(lambda: first_of(placements))
    return lambda series, lasts: question.given(series=series, lasts=lasts)()


DAYS = (date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 21))


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("turn", range(3))
def test_what_lasts_is_what_weighing_finds_on_both_days(turn: int) -> None:
    """Papers read on three days in turn, of every third text another source besides: whichever counts on a day."""
    numbers = list(Document.objects.order_by("id").values_list("id", flat=True))
    with writing():
        for place, number in enumerate(numbers):
            Document.objects.filter(id=number).update(read_on=DAYS[(place + turn) % 3])
        Loose.objects.update(read_on=DAYS[turn])
        for one, other in zip(numbers[turn::4], numbers[turn + 1 :: 4], strict=False):
            first, second = Document.objects.filter(id__in=(one, other)).order_by("said_on", "sha256")
            Document.objects.filter(id__in=(one, other)).update(text_key=one.to_bytes(16))
            Document.objects.filter(id=second.id).update(stands_for=first)
    standing = Placement.objects.filter(COUNTING, klass__in=(0, 1), last__isnull=False, series__isnull=False)
    rows = standing.values_list("series", "klass", "first", "last")
    groups = {Group(series, klass, first, last) for series, klass, first, last in rows if last is not None}
    with writing():
        settle(groups)
    since = DAYS[1] + timedelta(days=1)
    known = DatabaseRegistry().known_on(DAYS[1]).seen_by(PUBLIC).placements()
    since_then = Document.objects.filter(read_on__gte=since)
    found = lasting(lambda keys: list(known.filter(id__in=keys).values_list("id")), groups, since_then, ())
    assert 0 < len(found) < len(groups)
    then, now = chosen_of(weighed(_first(known), found), weighed(_first(seen(PUBLIC)), found))
    assert then.keys() == now.keys() == found
    assert {group for group in found if then[group].id != now[group].id} == set()


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("ago", [10, 60])
def test_what_changed_is_the_same_however_it_is_looked_for(monkeypatch: pytest.MonkeyPatch, ago: int) -> None:
    """By the new papers, by the latest groups that have one, or by the latest of all."""
    areas, since = forms("bac-ninh-1997"), timezone.localdate() - timedelta(days=ago)

    def told() -> list[tuple[object, ...]]:
        values = changes(PUBLIC, areas, since).values
        assert list(values) == [*values[:3], values[3], *values[4:]]
        assert values[-1] == values[len(values) - 1]
        return [(each.klass, each.before and each.before.id, each.after and each.after.id) for each in values]

    found = told()
    assert found
    monkeypatch.setattr("camket.server.registry.changes._MANY", 0)
    assert told() == found
    monkeypatch.setattr("camket.server.registry.changes._FEW", 0)
    assert told() == found
