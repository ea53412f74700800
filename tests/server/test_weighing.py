"""What is found best by the narrow columns of placements is what the policy chose among whole statements."""

from __future__ import annotations

import pytest

from camket.server.registry.models import Placement, Standing
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import COUNTING, Group
from camket.server.registry.store import statements_at
from camket.server.registry.weighing import chosen_of, weighed

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("samples")
def test_the_best_by_columns_is_what_stands() -> None:
    rows = {
        Group(row.series_id, row.klass, None if row.first == NO_FIRST else row.first, row.last): row.placement_id
        for row in Standing.objects.all()
    }
    assert len(rows) > 100
    counting = Placement.objects.filter(COUNTING)
    found = chosen_of(weighed(counting, rows.keys()))
    chosen = dict(statements_at(Placement.objects.filter(id__in=rows.values())))
    assert {group: each.id for group, each in found.items()} == {group: chosen[key].id for group, key in rows.items()}
    assert weighed(counting, []) == {}
    assert weighed(Placement.objects.none(), rows.keys()) == {}
