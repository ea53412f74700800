"""What readers report about figures: taken in without an account, answered by an officer."""

from __future__ import annotations

from hashlib import blake2b
from hmac import digest as keyed

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from camket.errors import UsageError
from camket.server.registry.acting import ANYBODY, Act, Actor
from camket.server.registry.approving import figure_of
from camket.server.registry.models import Voice, VoiceLimit

SHORTEST, LONGEST = 10, 2_000
"""Letters of a report, and of its answer at most."""
MOST_OF_A_PLACE, MOST_OF_ALL = 5, 300
"""Reports a day from one place, and from all."""
_ALL = "all"


class _Anybody:
    """What whoever reads the pages may do."""

    def get_username(self) -> str:
        """The records of the chain name nobody."""
        return ANYBODY

    def has_perm(self, perm: str) -> bool:
        """To report is all."""
        return perm == "registry.report"


READER = Actor(ANYBODY, _Anybody())
"""Whoever reports; an account that is logged in is not asked for."""


def report(act: Act, mention: str, said: str) -> Voice:
    """See `camket.server.registry.actions.report_figure`."""
    words = " ".join(said.split())
    if not SHORTEST <= len(words) <= LONGEST:
        raise UsageError("voice.length", least=SHORTEST, most=LONGEST)
    figure = figure_of(mention)
    if Voice.objects.filter(mention=figure.mention, said=words).exists():
        raise UsageError("voice.known")
    row = Voice.objects.create(document=figure.document, mention=figure.mention, said=words, at=act.at)
    act.touched("voice", row.id)
    act.noted(mention=mention)
    return row


def answer(act: Act, number: int, words: str, *, shown: bool) -> Voice:
    """See `camket.server.registry.actions.answer_voice`."""
    row, told = _waiting(number), words.strip()
    if not told or len(told) > LONGEST:
        raise UsageError("voice.answer_length", most=LONGEST)
    row.answer, row.answered_by, row.answered_at, row.shown = told, act.who.name, act.at, shown
    if not shown:
        row.said = ""
    row.save()
    act.touched("voice", row.id)
    act.noted(shown=shown)
    return row


def dismiss(act: Act, number: int) -> None:
    """See `camket.server.registry.actions.answer_voice`: nothing of it is kept."""
    row = Voice.objects.filter(id=number).first()
    if row is None:
        raise UsageError("voice.none", number=number)
    act.touched("voice", row.id)
    row.delete()


def waiting() -> QuerySet[Voice]:
    """Reports without an answer, the oldest first."""
    return Voice.objects.filter(answered_at__isnull=True).select_related("document").order_by("at", "id")


@transaction.atomic
def demand_room(address: str) -> None:
    """Count a report of a place, and refuse it where there were too many today.

    Addresses of browsers are kept by a digest whose key is of the day, and only that day.

    Raises:
        UsageError: `voice.too_many`.
    """
    today = timezone.localdate()
    VoiceLimit.objects.exclude(day=today).delete()
    for place, most in ((_place(address, today.isoformat()), MOST_OF_A_PLACE), (_ALL, MOST_OF_ALL)):
        row, _ = VoiceLimit.objects.get_or_create(day=today, place=place)
        VoiceLimit.objects.filter(id=row.id).update(count=F("count") + 1)
        row.refresh_from_db()
        if row.count > most:
            raise UsageError("voice.too_many")


def _place(address: str, day: str) -> str:
    key = blake2b(f"{settings.SECRET_KEY}|{day}".encode(), digest_size=32).digest()
    return keyed(key, address.encode(), "sha256").hex()[:32]


def _waiting(number: int) -> Voice:
    row = Voice.objects.filter(id=number, answered_at__isnull=True).first()
    if row is None:
        raise UsageError("voice.none", number=number)
    return row
