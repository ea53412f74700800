"""The figures that approvers prefer, as choosing takes them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from msgspec.structs import replace

from camket.model.series import Statement
from camket.server.registry.keys import mention_key
from camket.server.registry.models import Preference


def preferred(known_on: date | None = None) -> frozenset[bytes]:
    """The mentions that are preferred; as it was at the end of a day where one is given."""
    return frozenset(bytes(each) for each in _held(known_on).values_list("mention", flat=True))


def is_preferred(known_on: date | None = None) -> Case:
    """Whether the figure of a placement is, to be asked along with it: the few that are, are looked up once for all."""
    mentions = _held(known_on).values("mention")
    own = Q(fact__mention__in=mentions) | Q(loose__mention__in=mentions)
    return Case(When(own, then=Value(True)), default=Value(False), output_field=BooleanField())


def _held(known_on: date | None) -> QuerySet[Preference]:
    if known_on is None:
        return Preference.objects.filter(ended_at__isnull=True)
    return Preference.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__date__gt=known_on), at__date__lte=known_on)


def mark(statement: Statement, mentions: Collection[bytes]) -> Statement:
    """A statement, that says so where it is preferred."""
    return replace(statement, preferred=True) if mentions and mention_key(statement.id) in mentions else statement


def reason_of(mention: str) -> str:
    """Why a figure is preferred; empty where it is not."""
    rows = Preference.objects.filter(mention=mention_key(mention), ended_at__isnull=True)
    return rows.values_list("why", flat=True).first() or ""
