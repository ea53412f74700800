"""The corrections that hold, as placing takes them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from camket.model.correction import Correction
from camket.resolve.corrections import Corrections
from camket.server.registry.models import Correction as Row
from camket.server.registry.ready import ready


def rows_held() -> QuerySet[Row]:
    """The corrections that hold, in the order in which they were made."""
    return Row.objects.filter(revoked_at__isnull=True).order_by("id")


def held(*, without: int | None = None, added: Iterable[Correction] = ()) -> Corrections:
    """The corrections that hold; without one of them, or with some more."""
    records = (Correction(kind=kind, of=of, to=to) for id_, kind, of, to in _held.rows() if id_ != without)
    return Corrections(chain(records, added))


@ready
def _held() -> QuerySet[Any, Any]:
    return rows_held().values_list("id", "kind", "of", "to")


def record(row: Row) -> Correction:
    """The correction of a row."""
    return Correction(kind=row.kind, of=row.of, to=row.to)  # type: ignore[arg-type]  # only kinds are written
