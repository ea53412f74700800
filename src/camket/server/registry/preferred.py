"""The figures that approvers prefer, as choosing takes them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q
from msgspec.structs import replace

from camket.model.series import Statement
from camket.server.registry.keys import mention_key
from camket.server.registry.models import Preference


def preferred(known_on: date | None = None) -> frozenset[bytes]:
    """The mentions that are preferred; as it was at the end of a day where one is given."""
    held = Q(ended_at__isnull=True)
    if known_on is not None:
        held = Q(at__date__lte=known_on) & (held | Q(ended_at__date__gt=known_on))
    return frozenset(bytes(each) for each in Preference.objects.filter(held).values_list("mention", flat=True))


def mark(statement: Statement, mentions: Collection[bytes]) -> Statement:
    """A statement, that says so where it is preferred."""
    return replace(statement, preferred=True) if mentions and mention_key(statement.id) in mentions else statement


def reason_of(mention: str) -> str:
    """Why a figure is preferred; empty where it is not."""
    rows = Preference.objects.filter(mention=mention_key(mention), ended_at__isnull=True)
    return rows.values_list("why", flat=True).first() or ""
