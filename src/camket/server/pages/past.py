"""What became of a figure and of a paper in the course of time, told from what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

import msgspec
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localdate, make_aware

from camket.grammar.fold import fold
from camket.model.fact import Figure
from camket.model.message import message
from camket.report.dates import day
from camket.report.facts import describe
from camket.report.marked import shown
from camket.report.naming import area_name, indicator_name
from camket.server.pages.naming import who_did
from camket.server.registry.keys import unpack
from camket.server.registry.models import (
    Approval,
    Correction,
    Document,
    Embargo,
    Fact,
    FrozenValue,
    Judgement,
    Preference,
    Reading,
    Voice,
)  # fmt: skip
from camket.server.registry.words import TYPES
from camket.words import Language, say, term

_MIDNIGHT = time()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened; `who` and `why` are told to those inside only, unless the public is to know why."""

    at: datetime
    day: str
    said: str
    who: str = ""
    why: str = ""
    href: str = ""


class Teller:
    """Tells events in one language, to those inside with names and reasons."""

    def __init__(self, language: Language, *, inside: bool) -> None:
        self._language, self._inside = language, inside

    def of_figure(self, figure: Figure, mention: bytes, document: Document | None) -> list[Event]:
        """All that befell a figure, the earliest first."""
        events: list[Event] = []
        if document is not None:
            events += self._read(document)
            events += self._readings(mention, document)
            events += self._judgements(Judgement.objects.filter(document=document, mention=mention))
            events += self._corrections(_of_paper(document))
            events += self._approvals(document.approvals.all())
            events += self._embargoes(document.embargoes.filter(mention=mention))
        events += self._corrections(_of_names(figure))
        events += self._preferences(Preference.objects.filter(mention=mention))
        events += self._voices(Voice.objects.filter(mention=mention, answered_at__isnull=False))
        events += self._frozen(mention)
        return sorted(events, key=lambda each: each.at)

    def of_fact(self, mention: bytes, document: Document | None) -> list[Event]:
        """The same of a fact that is no figure."""
        if document is None:
            return []
        events = [
            *self._read(document),
            *self._readings(mention, document),
            *self._judgements(Judgement.objects.filter(document=document, mention=mention)),
            *self._corrections(_of_paper(document)),
            *self._approvals(document.approvals.all()),
        ]
        return sorted(events, key=lambda each: each.at)

    def of_paper(self, document: Document) -> list[Event]:
        """All that befell a paper, the earliest first."""
        events = [
            *self._read(document),
            *self._read_again(document.readings.order_by("id")),
            *self._judged_days(document),
            *self._corrections(_of_paper(document)),
            *self._approvals(document.approvals.all()),
            *self._embargoes(document.embargoes.all()),
            *self._preferences(document.preferences.all()),
            *self._voices(document.voices.filter(answered_at__isnull=False)),
        ]
        return sorted(events, key=lambda each: each.at)

    def _event(
        self, at: datetime | date, code: str, who: str = "", why: str = "", *, open_: bool = False, href: str = "",
        **params: object,
    ) -> Event:  # fmt: skip
        moment = at if isinstance(at, datetime) else make_aware(datetime.combine(at, _MIDNIGHT), get_current_timezone())
        return Event(
            at=moment,
            day=day(localdate(moment), self._language),
            said=shown(say(message(code, **params), self._language)),
            who=who_did(who, self._language) if self._inside else "",
            why=shown(why) if self._inside or open_ else "",
            href=href,
        )

    def _read(self, document: Document) -> Iterator[Event]:
        if document.said_on is not None:
            yield self._event(document.said_on, "past.said")
        if document.read_on is not None:
            yield self._event(document.read_on, "past.read", document.loaded_by)

    def _readings(self, mention: bytes, document: Document) -> Iterator[Event]:
        rows = Fact.objects.filter(document=document, mention=mention).select_related("reading").order_by("reading")
        for row in rows:
            said = describe(unpack(row.body, TYPES[row.kind]), self._language)
            yield self._event(row.reading.read_at, "past.reading", version=row.reading.version, said=said)
        last = document.readings.order_by("-id").first()
        if last is not None and rows and all(row.superseded for row in rows):
            yield self._event(last.read_at, "past.reading_gone", version=last.version)

    def _read_again(self, rows: Iterable[Reading]) -> Iterator[Event]:
        for row in rows:
            count = Fact.objects.filter(reading=row).count()
            yield self._event(row.read_at, "past.paper_reading", version=row.version, count=count)

    def _judgements(self, rows: Iterable[Judgement]) -> Iterator[Event]:
        for row in rows:
            said = describe(unpack(row.body, TYPES[row.kind]), self._language) if row.body is not None else ""
            verdict = term(f"past.verdict.{row.verdict}", self._language)
            yield self._event(
                row.at, "past.judged", row.who, row.why, verdict=verdict, said=f": {said}" if said else ""
            )
            if row.undone_at is not None:
                yield self._event(row.undone_at, "past.judgement_undone", row.undone_by, verdict=verdict)

    def _judged_days(self, document: Document) -> Iterator[Event]:
        """Of many judgements of a person on a day their number."""
        days: dict[tuple[date, str], list[Judgement]] = {}
        for row in Judgement.objects.filter(document=document).order_by("at"):
            days.setdefault((localdate(row.at), row.who), []).append(row)
        for (_, who), rows in days.items():
            yield self._event(rows[0].at, "past.judged_count", who, count=len(rows))

    def _corrections(self, rows: Iterable[Correction]) -> Iterator[Event]:
        for row in rows:
            to = self._named(row)
            yield self._event(row.at, f"past.correction.{row.kind}", row.who, row.why, to=to)
            if row.revoked_at is not None:
                yield self._event(row.revoked_at, "past.correction.revoked", row.revoked_by, row.revoked_why, to=to)

    def _named(self, row: Correction) -> str:
        if row.kind == "indicator":
            return indicator_name(row.to, None, self._language)
        if row.kind == "paper_date":
            return day(date.fromisoformat(row.to), self._language)
        return area_name(row.to, self._language) if row.kind in ("area", "paper_area") else row.to

    def _approvals(self, rows: Iterable[Approval]) -> Iterator[Event]:
        for row in rows:
            access = term(f"access.{row.access}", self._language)
            if self._inside:
                yield self._event(row.asked_at, "past.asked", row.asked_by, row.asked_why, access=access)
            if row.decided_at is not None and row.approved:
                yield self._event(row.decided_at, "past.approved", row.decided_by, row.decided_why, access=access)
            elif row.decided_at is not None and self._inside:
                yield self._event(row.decided_at, "past.sent_back", row.decided_by, row.decided_why)

    def _embargoes(self, rows: Iterable[Embargo]) -> Iterator[Event]:
        for row in rows:
            yield self._event(row.at, "past.held_back", row.who, row.why, until=day(row.until, self._language))
            if row.ended_at is not None:
                yield self._event(row.ended_at, "past.lifted", row.ended_by, until=day(row.until, self._language))

    def _preferences(self, rows: Iterable[Preference]) -> Iterator[Event]:
        for row in rows:
            yield self._event(row.at, "past.preferred", row.who, row.why, open_=True)
            if row.ended_at is not None:
                yield self._event(row.ended_at, "past.preference_ended", row.ended_by, row.ended_why, open_=True)

    def _voices(self, rows: Iterable[Voice]) -> Iterator[Event]:
        for row in rows:
            href = reverse("voice", args=[bytes(row.mention).hex()])
            if row.answered_at is not None:
                yield self._event(row.answered_at, "past.answered", row.answered_by, href=href)

    def _frozen(self, mention: bytes) -> Iterator[Event]:
        rows = FrozenValue.objects.filter(mention=mention).select_related("freeze")
        for row in rows if self._inside else rows.filter(freeze__reader="public"):
            href = reverse("freeze", args=[row.freeze.slug])
            yield self._event(row.freeze.at, "past.frozen", row.freeze.who, name=row.freeze.name, href=href)


def _of_paper(document: Document) -> Iterable[Correction]:
    digest = bytes(document.sha256).hex()
    return Correction.objects.filter(kind__in=("paper_date", "paper_area"), of=digest).order_by("id")


def _of_names(figure: Figure) -> Iterable[Correction]:
    """The corrections of the names that a figure's words use."""
    names = Q(kind="indicator", key=figure.indicator)
    if figure.area:
        names |= Q(kind="area", key=fold(figure.area))
    return Correction.objects.filter(names).order_by("id")
