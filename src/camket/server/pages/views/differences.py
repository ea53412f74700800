"""`/so-lieu-chua-thong-nhat`: where sources differ, and where they only seem to; and what the public may read of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from camket.errors import UsageError
from camket.model.scoreboard import DifferenceLine
from camket.report.dates import day
from camket.report.differing import difference_row
from camket.report.marked import shown
from camket.report.notes import Notes
from camket.resolve.areas import forms
from camket.server.pages import boards
from camket.server.pages.addresses import Entry
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import one_of
from camket.server.pages.entered import Entered, entered
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.models import Board, BoardDifference
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import loose, reader_of
from camket.server.pages.sentences import Line, Published, Sentence, address_of, published, sentences, together
from camket.server.pages.showing import place_name
from camket.server.pages.unagreed import Mark, known, marks
from camket.server.registry import access
from camket.server.registry.access import PUBLIC, is_of_office
from camket.server.registry.actions.approve_differences import approve_differences, close_differences
from camket.server.registry.keys import unpack
from camket.server.registry.unagreed import Unagreed
from camket.words import Language, say, term

_EACH, _TOGETHER = 20, 200
_COLUMNS = (
    "column.id", "column.difference", "column.subject", "column.reason", "column.source", "column.published",
    "column.said", "column.address",
)  # fmt: skip
_COMPATIBLE, _AS_PUBLIC = "phu-hop", "cong-chung"
_MOST_KEYS, _KEY = 200, re.compile(r"[0-9a-f]{32}")


class Bare(msgspec.Struct, frozen=True, kw_only=True):
    """A number without a sentence of its own, with where it stands: a published value, a target that was entered."""

    text: str
    address: str
    note: str = ""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says: its sentences, and the bare numbers of what is in no paper."""

    name: str
    about: str
    address: str
    sentences: tuple[Sentence, ...] = ()
    values: tuple[Bare, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its sentences, those of one line of the paper together."""
        return together(self.sentences)


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A difference: of what, of which kind, why, and source by source what is said; for officers its mark."""

    kind: str
    subject: str
    reason: str
    sides: tuple[Side, ...]
    mark: Mark | None = None


class Choice(msgspec.Struct, frozen=True):
    """A kind of difference to choose, with how many there are."""

    address: str
    name: str
    count: int
    chosen: bool


def differences(request: HttpRequest) -> HttpResponse:
    """What is not agreed, or with `xem=phu-hop` what is different and fits; `loai` chooses a kind, `dia-ban` a place.

    The office sees all, or with `xem=cong-chung` the public's board; `duyet` chooses what is approved or not.
    """
    language, reader = language_of(request), reader_of(request)
    office = is_of_office(reader)
    as_public = office and request.GET.get("xem") == _AS_PUBLIC
    board = boards.current(PUBLIC if as_public else reader)
    contradicting, place = request.GET.get("xem") != _COMPATIBLE, _place(request, board)
    seen = board.differences.filter(access.differences(reader, contradicting=contradicting))
    rows = seen.filter(place=place) if place else seen
    decided = one_of(request, "duyet", _DECIDED) if office and contradicting else ""
    rows = _DECIDED[decided](rows) if decided else rows
    kinds = dict(rows.order_by("kind").values_list("kind").annotate(count=Count("id")))
    kind = request.GET.get("loai", "")
    rows = rows.filter(kind=kind) if kind in kinds else rows
    if asked_format(request):
        columns = (*_COLUMNS, "column.visibility") if office else _COLUMNS
        return exported(request, "so-lieu-chua-thong-nhat", columns, _exported(request, rows, language))
    page = sheet(request, rows, _EACH)
    cards = tuple(_cards(request, page.rows, language))
    context = {
        "page": msgspec.structs.replace(page, rows=cards),
        "contradicting": contradicting and not as_public,
        "compatible": not contradicting,
        "as_public": as_public,
        "of_office": office,
        "decided": [
            (
                term(f"differences.decided.{name or 'tat-ca'}", language),
                address_with(request, duyet=name, trang=""),
                name == decided,
            )
            for name in ("", *_DECIDED)
        ]
        if office and contradicting
        else (),
        "may_approve": request.user.has_perm("registry.approve"),
        "waiting": [card.mark.key for card in cards if card.mark is not None and card.mark.opens],
        "total": sum(kinds.values()),
        "kinds": [_choice(request, name, count, language, chosen=name == kind) for name, count in kinds.items()],
        "every_kind": address_with(request, loai="", trang=""),
        "place": place_name(place, language) if place else "",
        "everywhere": address_with(request, **{"dia-ban": "", "trang": ""}),
        "kind": kind if kind in kinds else "",
        "as_of": day(board.as_of, language) if board.as_of else "",
        **takes(request),
    }
    return render(request, "pages/differences.html", context)


@require_POST
@needs("registry.approve")
def decide(request: HttpRequest, what: str) -> HttpResponse:
    """Open what forms name to the public, or close it again, and back to where it was asked from."""
    if what not in ("duyet", "dong"):
        raise Http404
    keys = [bytes.fromhex(key) for key in request.POST.getlist("key")[:_MOST_KEYS] if _KEY.fullmatch(key)]
    try:
        if what == "dong":
            close_differences(actor_of(request), keys)
        else:
            approve_differences(actor_of(request), _asked(keys))
    except UsageError as error:
        trouble = say(error.message, language_of(request))
        return render(request, "pages/refused.html", {"trouble": trouble}, status=400)
    onward = reverse("work-numbers" if request.POST.get("back") == "numbers" else "differences")
    return HttpResponseRedirect(f"{onward}?{request.GET.urlencode()}" if request.GET else onward)


def _asked(keys: Sequence[bytes]) -> list[Unagreed]:
    """What the public's board says now of what is asked for.

    Raises:
        UsageError: it says so no more, or what is said rests on what is not public.
    """
    board = boards.of_public()
    found = known(board, keys) if board is not None else {}
    if not keys or any(key not in found for key in keys):
        raise UsageError("unagreed.unknown")
    return [found[key] for key in keys]


def _approved(rows: QuerySet[BoardDifference]) -> QuerySet[BoardDifference]:
    return rows.filter(access.differences(PUBLIC, contradicting=True))


def _not_approved(rows: QuerySet[BoardDifference]) -> QuerySet[BoardDifference]:
    return rows.exclude(access.differences(PUBLIC, contradicting=True))


_DECIDED = {"roi": _approved, "chua": _not_approved}


def _choice(request: HttpRequest, kind: str, count: int, language: Language, *, chosen: bool) -> Choice:
    address = address_with(request, loai=kind, trang="")
    return Choice(address=address, name=term(f"difference.{kind}", language), count=count, chosen=chosen)


def _place(request: HttpRequest, board: Board) -> str:
    """The place that the address asks for; empty where there is none, or nothing is known of it."""
    asked = request.GET.get("dia-ban", "")
    return asked if asked and board.places.filter(place=asked).exists() else ""


def _cards(request: HttpRequest, rows: Iterable[BoardDifference], language: Language) -> Iterator[Card]:
    held = [(bytes(row.key), row.contradicting, unpack(row.packed, DifferenceLine)) for row in rows]
    mentions = [address_of(each) for _, _, line in held for each in line.statements]
    found = sentences(mentions, reader_of(request), language)
    alone = published((each for each in mentions if each not in found), loose(request), language)
    rest = [each for each in mentions if each not in found and each not in alone]
    listed = entered(rest, _areas(line for _, _, line in held), reader_of(request), language) if rest else {}
    told = _Told(found, alone, listed)
    own = marks(request, [key for key, contradicting, _ in held if contradicting], language)
    cards = (_card(line, told, own.get(key), language) for key, _, line in held)
    yield from (card for card in cards if card is not None)


def _areas(lines: Iterable[DifferenceLine]) -> set[str]:
    """The areas whose plans some lines can be of, in all their forms."""
    told = {dict(line.reason.params).get("area", "") for line in lines}
    return {form for area in told if area for form in forms(area)} | {""}


def _exported(request: HttpRequest, rows: QuerySet[BoardDifference], language: Language) -> Iterator[Row]:
    """A line for each thing that a source says; for officers with whether the public reads of it."""
    office = is_of_office(reader_of(request))
    for first in range(0, MOST_ROWS, _TOGETHER):
        part = rows[first : first + _TOGETHER]
        for number, card in enumerate(_cards(request, part, language), start=first + 1):
            for side in card.sides:
                said = [
                    (reverse("fact", args=[each.mention]), f"{each.before}{each.quote}{each.after}")
                    for each in side.sentences
                ]
                said += [(each.address, each.text) for each in side.values]
                for place, words in said:
                    address = request.build_absolute_uri(place)
                    told = (number, card.kind, card.subject, card.reason, side.name, side.about, words, address)
                    yield (*told, *((card.mark.words if card.mark is not None else "",) if office else ()))
        if len(part) < _TOGETHER:
            return


class _Told(NamedTuple):
    """What a page of differences tells, by mention: sentences, published values, targets that people entered."""

    sentences: Mapping[str, Sentence]
    published: Mapping[str, Published]
    entered: Mapping[str, Entered]

    def has(self, mention: str) -> bool:
        """Whether whoever asks may see it."""
        return mention in self.sentences or mention in self.published or mention in self.entered


def _card(line: DifferenceLine, told: _Told, mark: Mark | None, language: Language) -> Card | None:
    """The card of a difference; None where a paper of it may not be seen, or is there no more."""
    mentions = [address_of(each) for each in line.statements]
    if not all(map(told.has, mentions)):
        return None
    row = difference_row(line, Notes({}, language), language, "")
    papers: dict[str, list[str]] = {}
    for mention, source in zip(mentions, line.sources, strict=True):
        papers.setdefault(source.document, []).append(mention)
    sides = (_side(list(dict.fromkeys(own)), told) for own in papers.values())
    return Card(
        kind=row.kind,
        subject=shown(row.subject),
        reason=shown(row.reason),
        sides=tuple(sides),
        mark=mark,
    )


def _side(mentions: Sequence[str], told: _Told) -> Side:
    """What one source says."""
    own = [told.sentences[each] for each in mentions if each in told.sentences]
    listed = [told.entered[each] for each in mentions if each in told.entered]
    loose = [told.published[each] for each in mentions if each in told.published]
    said = dict.fromkeys([*own, *(sentence for each in listed for sentence in each.sentences)])
    values = [Bare(text=each.value, address=each.listed, note=each.note) for each in listed]
    values += [Bare(text=each.value, address=reverse("fact", args=[each.mention])) for each in loose]
    if own:
        paper = own[0].paper
        name, about, address = paper.name, paper.about, paper.address
    elif listed:
        name, about, address = listed[0].name, listed[0].about, listed[0].address
    else:
        name, about, address = loose[0].name, loose[0].said, ""
    return Side(name=name, about=about, address=address, sentences=tuple(said), values=tuple(values))


PATHS = (
    path("so-lieu-chua-thong-nhat", differences, name="differences"),
    path("so-lieu-chua-thong-nhat/<slug:what>", decide, name="approve-differences"),
)
MENU = Entry(50, "differences", "page.menu.differences")
