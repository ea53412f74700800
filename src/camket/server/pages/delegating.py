"""Delegations as pages show them and ask for them."""

from __future__ import annotations

from datetime import date

import msgspec
from django.http import HttpRequest

from camket.errors import UsageError
from camket.report.dates import day
from camket.server.pages.asked import day_of
from camket.server.registry.models import Delegation
from camket.words import Language, term


class DelegationLine(msgspec.Struct, frozen=True, kw_only=True):
    """A right that one has for another, from a first to a last day."""

    number: int
    giver: str
    taker: str
    right: str
    first: str
    last: str
    why: str


def delegation_line(row: Delegation, language: Language) -> DelegationLine:
    """A delegation as lists show it."""
    return DelegationLine(
        number=row.pk,
        giver=row.giver.get_username(),
        taker=row.taker.get_username(),
        right=term(f"right.{row.right}", language),
        first=day(row.first, language),
        last=day(row.last, language),
        why=row.why,
    )


def asked_days(request: HttpRequest) -> tuple[date, date]:
    """The first and last day that a form asks for.

    Raises:
        UsageError: they are no days.
    """
    try:
        return day_of(request.POST.get("first", "")), day_of(request.POST.get("last", ""))
    except ValueError as error:
        raise UsageError("delegation.no_days") from error
