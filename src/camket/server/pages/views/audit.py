"""`/nhat-ky`: who did what, when, on what; and whether the chain of records is whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import msgspec
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.timezone import get_current_timezone, make_aware
from django.views.decorators.cache import never_cache

from camket.server.pages.allowed import needs
from camket.server.pages.asked import day_of
from camket.server.pages.audited import action_name, readable, shown_records
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.paging import EACH, batched, sheet, takes
from camket.server.pages.seeing import visible
from camket.server.registry.chain import Kept, Letters, end_of_chain, kept, verify_chain
from camket.server.registry.models import Audit, Judgement, Preference, Voice
from camket.words import Language, say

_UNASKED = 5_000
"""Records up to which the chain is gone through for every page; of a longer one when asked (`kiem=1`)."""
_LONGEST, _MOST_OF_FIGURE, _MENTION = 200, 200, 16
_COLUMNS = (
    "column.audit_number", "column.audit_at", "column.audit_who", "column.audit_action", "column.audit_things",
    "column.audit_details", "column.audit_digest",
)  # fmt: skip


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """How the chain is: how many records, the first digits of the last digest, the first broken link in words.

    `known` is false where nobody has looked yet.
    """

    count: int
    digest: str
    known: bool
    broken: str


@never_cache
@needs("registry.approve")
def audit(request: HttpRequest) -> HttpResponse:
    """The records, the latest first: of a person (`ai`), an action (`viec`), days (`tu`, `den`), a paper, a figure."""
    language = language_of(request)
    rows = _asked(request)
    if asked_format(request):
        return exported(request, "nhat-ky", _COLUMNS, _exported(request, rows[:MOST_ROWS], language))
    page = sheet(request, kept(rows))
    chosen = request.GET.get("viec", "")
    context = {
        "page": page,
        "records": shown_records((Kept(*each) for each in page.rows), visible(request), language),
        "chain": _chain(request, language),
        "check": address_with(request, kiem="1"),
        "who": request.GET.get("ai", "")[:_LONGEST],
        "people": _said("who")[:_LONGEST],
        "actions": sorted(
            ((each, action_name(each, language), each == chosen) for each in _said("action")), key=lambda each: each[1]
        ),
        "first": _day(request, "tu"),
        "last": _day(request, "den"),
        "of": [(name, request.GET[name]) for name in ("van-ban", "du-kien", "vat") if request.GET.get(name)],
        **takes(request),
    }
    return render(request, "pages/audit.html", context)


def _said(column: str) -> list[str]:
    """All that a column of the records says, each once."""
    found = Audit.objects.annotate(said=Letters(column)).order_by("said").values_list("said", flat=True).distinct()
    return [readable(bytes(each or b"")) for each in found]


def _asked(request: HttpRequest) -> QuerySet[Audit]:
    rows = Audit.objects.order_by("-number")
    if who := request.GET.get("ai", "").replace("\0", "").strip()[:_LONGEST]:
        rows = rows.filter(who=who)
    if action := request.GET.get("viec", "").replace("\0", "")[:_LONGEST]:
        rows = rows.filter(action=action)
    if first := _day(request, "tu"):
        rows = rows.filter(at__gte=_moment(first, time.min))
    if last := _day(request, "den"):
        rows = rows.filter(at__lte=_moment(last, time.max))
    return rows.filter(_about(request))


def _about(request: HttpRequest) -> Q:
    """The records of a paper (`van-ban`), of a figure (`du-kien`), of a thing by its kind and number (`vat`)."""
    found = Q()
    if slug := request.GET.get("van-ban", ""):
        digest = visible(request).filter(slug=slug).values_list("sha256", flat=True).first()
        found &= _touches(f"document:{bytes(digest).hex()}") if digest is not None else Q(pk__in=[])
    if mention := request.GET.get("du-kien", ""):
        found &= _of_figure(mention)
    if thing := request.GET.get("vat", "").replace("\0", "")[:_LONGEST]:
        found &= _touches(thing)
    return found


def _touches(thing: str) -> Q:
    return Q(objects_touched__contains=f'"{thing}"')


def _of_figure(mention: str) -> Q:
    """What was done to the judgements, preferences and reports of a figure, and what names it."""
    try:
        key = bytes.fromhex(mention)
    except ValueError:
        return Q(pk__in=[])
    if len(key) != _MENTION:
        return Q(pk__in=[])
    found = Q(parameters__contains=f'"{key.hex()}"')
    for kind, model in (("judgement", Judgement), ("preference", Preference), ("voice", Voice)):
        rows = model.objects.filter(mention=key).order_by("-id").values_list("id", flat=True)
        for number in rows[:_MOST_OF_FIGURE]:
            found |= _touches(f"{kind}:{number}")
    return found


def _day(request: HttpRequest, name: str) -> str:
    """A day of the address as it was sent; empty where it is none."""
    try:
        return day_of(request.GET.get(name, "")).isoformat()
    except ValueError:
        return ""


def _moment(given: str, at: time) -> str:
    """A moment of a day here, as records write theirs."""
    here = make_aware(datetime.combine(date.fromisoformat(given), at), get_current_timezone())
    return here.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _chain(request: HttpRequest, language: Language) -> Chain:
    """How the chain is, by what `camket doctor` looks at."""
    count, digest = end_of_chain()
    known = count <= _UNASKED or request.GET.get("kiem") == "1"
    broken = verify_chain() if known else None
    return Chain(
        count=count,
        digest=digest.hex()[:12] if count else "",
        known=known,
        broken=say(broken.message, language) if broken is not None else "",
    )


def _exported(request: HttpRequest, rows: QuerySet[Audit], language: Language) -> Iterator[Row]:
    for part in batched(kept(rows), EACH):
        for each in shown_records((Kept(*each) for each in part), visible(request), language):
            things = "; ".join(thing.said for thing in each.things)
            more = f"; +{each.more}" if each.more else ""
            details = "; ".join(f"{name}: {value}" for name, value in each.details)
            yield each.number, each.at, each.who, each.action, f"{things}{more}", details, each.digest


PATHS = (path("nhat-ky", audit, name="audit"),)
