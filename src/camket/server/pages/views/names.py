"""`/gan-ten`: names that the catalogue does not know, each given to a thing of it once for all statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from camket.catalogue.search import bare
from camket.errors import UsageError
from camket.model.correction import CorrectionKind
from camket.model.message import message
from camket.report.dates import day
from camket.report.marked import shown
from camket.resolve.corrections import correction_key
from camket.server.jobs.asking import ask_again
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import one_of
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.names.foreseen import Foreseen, foreseen
from camket.server.pages.names.samples import samples, wordings, written
from camket.server.pages.names.things import likely, said_of, suggestions, thing, thing_name
from camket.server.pages.naming import who_did
from camket.server.pages.paging import sheet, takes
from camket.server.pages.review.desk import FACT
from camket.server.pages.seeing import facts, reader_of, visible
from camket.server.registry.access import Reader
from camket.server.registry.actions.correct_name import correct_name
from camket.server.registry.actions.revoke_correction import revoke_correction
from camket.server.registry.correcting import ending_looked_at, looked_at, named
from camket.server.registry.held import rows_held
from camket.server.registry.models import Correction
from camket.server.registry.open_names import OpenName, open_names
from camket.words import Language, say, term

RIGHT = "registry.correct"
KINDS: dict[str, CorrectionKind] = {"chi-tieu": "indicator", "dia-ban": "area", "co-quan": "body"}
"""The kinds of names as addresses call them."""
MOST_AT_ONCE = 150
"""Papers that are placed anew while the browser waits; more are the worker's."""
_MOST_WHY, _MOST_NAME = 1_000, 400
_OF_NAMES = ("column.name", "column.times", "column.link")
_OF_HELD = ("column.kind_of_fact", "column.name", "names.held", "column.audit_who", "column.day", "past.why")
_MENTION = re.compile(r"[0-9a-f]{32}")


class NameLine(msgspec.Struct, frozen=True, kw_only=True):
    """A name of nothing in the catalogue, as papers write it, with how many statements or papers have it."""

    address: str
    said: str
    count: int


class HeldLine(msgspec.Struct, frozen=True, kw_only=True):
    """A correction that holds; `address` is where it is ended."""

    address: str
    kind: str
    said: str
    to: str
    who: str
    at: str
    why: str


@never_cache
@needs(RIGHT)
def names(request: HttpRequest) -> HttpResponse:
    """The names of a kind (`loai`) by how often they stand, `loc` narrows them; `loai=da-gan` what people gave."""
    language, kind = language_of(request), one_of(request, "loai", (*KINDS, "da-gan"), "chi-tieu")
    asked = request.GET.get("loc", "")[:_MOST_NAME]
    context: dict[str, object] = {"kind": kind, "chips": _chips(kind, language), "asked": asked}
    if kind == "da-gan":
        rows = _held_rows(request)
        if asked_format(request):
            cells = map(_held_cells, _held_lines(request, rows[:MOST_ROWS], language))
            return exported(request, "ten-da-gan", _OF_HELD, cells)
        page = sheet(request, rows)
        context |= {"page": page, "held": _held_lines(request, page.rows, language)}
    else:
        found = open_names(KINDS[kind], reader_of(request))
        wanted = bare(asked).split()
        kept = [each for each in found if all(word in _bare(each.of) for word in wanted)]
        if asked_format(request):
            return exported(request, f"ten-{kind}", _OF_NAMES, _open_cells(request, kind, kept[:MOST_ROWS]))
        page = sheet(request, kept)
        said = wordings(KINDS[kind], [each.of for each in page.rows], reader_of(request))
        lines = [
            NameLine(address=_address(kind, each.of), said=shown(said[each.of]), count=each.count) for each in page.rows
        ]
        context |= {"page": page, "names": lines}
    return render(request, "pages/names.html", {**context, **takes(request)})


def _open_cells(request: HttpRequest, kind: str, found: Sequence[OpenName]) -> Iterator[Row]:
    said = wordings(KINDS[kind], [each.of for each in found], reader_of(request))
    for each in found:
        yield shown(said[each.of]), each.count, request.build_absolute_uri(_address(kind, each.of))


def _held_cells(line: HeldLine) -> Row:
    return line.kind, line.said, line.to, line.who, line.at, line.why


def _bare(of: str) -> str:
    return bare(of.replace("_", " "))


def _chips(kind: str, language: Language) -> list[tuple[str, str, bool]]:
    kinds = (*KINDS, "da-gan")
    return [(term(f"names.kind.{each}", language), f"?loai={each}", each == kind) for each in kinds]


def _address(kind: str, of: str, **more: str) -> str:
    return f"{reverse('name')}?{urlencode({'loai': kind, 'ten': of} | more)}"


def _held_rows(request: HttpRequest) -> list[Correction]:
    """The corrections that hold, the latest first, without those of papers that may not be seen."""
    seen = {bytes(each).hex() for each in visible(request).values_list("sha256", flat=True)} if _of_papers() else set()
    rows = rows_held().exclude(of="").order_by("-id")
    return [row for row in rows if not row.kind.startswith("paper") or row.of in seen]


def _of_papers() -> bool:
    return rows_held().filter(kind__startswith="paper").exists()


def _held_lines(request: HttpRequest, rows: Sequence[Correction], language: Language) -> list[HeldLine]:
    """Corrections that hold, names of indicators as papers write them."""
    said = written({row.of for row in rows if row.kind == "indicator"}, reader_of(request))
    return [_held(request, row, language, said.get(row.of, "") if row.kind == "indicator" else "") for row in rows]


def _held(request: HttpRequest, row: Correction, language: Language, said: str = "") -> HeldLine:
    """A correction that holds; `said` is what papers write, where that is known better than the name tells it."""
    return HeldLine(
        address=reverse("name-end", args=[row.id]),
        kind=term(f"correction.kind.{row.kind}", language),
        said=shown(said or said_of(row, visible(request))),
        to=thing_name(row.kind, row.to, language),
        who=who_did(row.who, language),
        at=day(localdate(row.at), language),
        why=shown(row.why),
    )


@never_cache
@needs(RIGHT)
def name(request: HttpRequest) -> HttpResponse:
    """One name (`ten`): where it stands; with `thanh` what giving it to that would change, and the form to do it."""
    kind = one_of(request, "loai", KINDS, "chi-tieu")
    of = request.GET.get("ten", "").replace("\0", "").strip()[:_MOST_NAME]
    to = (request.POST if request.method == "POST" else request.GET).get("thanh", "").strip()[:_MOST_NAME]
    if not of:
        return HttpResponseRedirect(reverse("names"))
    if not to:
        return _name_page(request, kind, of)
    try:
        asked = (named(KINDS[kind], of, thing(KINDS[kind], to)),)
        told = foreseen(looked_at(asked, reader_of(request)), reader_of(request), language_of(request))
        if request.method == "POST" and _was_seen(request, told):
            return _given(request, kind, of, asked[0].to, told)
    except UsageError as error:
        return _name_page(request, kind, of, to=to, trouble=say(error.message, language_of(request)))
    return _name_page(request, kind, of, to=to, told=told, id_=asked[0].to)


def _was_seen(request: HttpRequest, told: Foreseen) -> bool:
    """Whether what would happen is what the person had before them."""
    return request.POST.get("so", "") == str(told.statements)


def _given(request: HttpRequest, kind: str, of: str, to: str, told: Foreseen) -> HttpResponse:
    """Give the name, at once or by the worker, and back to it."""
    language, why = language_of(request), request.POST.get("why", "").strip()[:_MOST_WHY]
    if told.papers > MOST_AT_ONCE:
        parameters = {"kind": KINDS[kind], "of": of, "to": to, "why": why}
        key = blake2b("\0".join((KINDS[kind], of, to)).encode(), digest_size=8).hexdigest()
        ask_again("give_name", f"give-name:{key}", parameters, who=request.user.get_username())
        messages.success(request, say(message("names.asked", papers=told.papers), language))
    else:
        correct_name(actor_of(request), KINDS[kind], of, to, why=why)
        done = message("names.given", statements=told.statements, papers=told.papers, values=told.values)
        messages.success(request, say(done, language))
    return HttpResponseRedirect(_address(kind, of, **_back(request)))


def _name_page(
    request: HttpRequest, kind: str, of: str, *, to: str = "", id_: str = "", trouble: str = "",
    told: Foreseen | None = None,
) -> HttpResponse:  # fmt: skip
    language, reader = language_of(request), reader_of(request)
    count, found = samples(KINDS[kind], of, reader, language)
    said = next((each.name for each in found if each.name), "") or wordings(KINDS[kind], [of], reader)[of]
    back = _back(request)
    context = {
        "kind": kind,
        "name": of,
        "said": shown(said),
        "count": count,
        "samples": found,
        "held": _holding(request, kind, of, language, said),
        "to": to,
        "id": id_,
        "to_name": thing_name(KINDS[kind], id_, language) if id_ else "",
        "trouble": trouble,
        "changed_since": request.method == "POST" and told is not None,
        "foreseen": told,
        "likely": [
            (thing_name(KINDS[kind], each, language), _address(kind, of, thanh=each, **back))
            for each in likely(KINDS[kind], said)
        ],
        "suggestions": suggestions(KINDS[kind], language),
        "told": list(messages.get_messages(request)),
        "back": back.get("tu", ""),
        "card": _card(request, back.get("tu", "")),
        "most": _MOST_WHY,
    }
    return render(request, "pages/name.html", context, status=400 if trouble and request.method == "POST" else 200)


def _back(request: HttpRequest) -> dict[str, str]:
    """The mention of the fact that somebody came from, as the address has it."""
    given = (request.POST if request.method == "POST" else request.GET).get("tu", "")
    return {"tu": given} if _MENTION.fullmatch(given) else {}


def _holding(request: HttpRequest, kind: str, of: str, language: Language, said: str) -> HeldLine | None:
    row = rows_held().filter(kind=KINDS[kind], key=correction_key(KINDS[kind], of)).last()
    return _held(request, row, language, said) if row is not None else None


def _card(request: HttpRequest, mention: str) -> str:
    """The card of review that somebody came from; empty where it may not be seen."""
    if not mention or not request.user.has_perm("registry.review"):
        return ""
    row = facts(request).filter(mention=bytes.fromhex(mention)).select_related("document").first()
    return f"{reverse('review-paper', args=[row.document.slug])}?{FACT}={mention}" if row is not None else ""


def _written_as(row: Correction, reader: Reader, language: Language) -> str:
    """The name of a correction as the latest paper writes it; empty where none that may be seen does."""
    if row.kind not in ("indicator", "area"):
        return ""
    _, found = samples(row.kind, row.of, reader, language)  # type: ignore[arg-type]  # one of the two kinds
    return next((each.name for each in found if each.name), "")


@never_cache
@needs(RIGHT)
def ending(request: HttpRequest, number: int) -> HttpResponse:
    """What would change if a correction ended, and a form to end it."""
    row = get_object_or_404(rows_held().exclude(of=""), id=number)
    language, reader = language_of(request), reader_of(request)
    if row not in _held_rows(request):
        raise Http404
    told = foreseen(ending_looked_at(number, reader), reader, language)
    if request.method == "POST" and _was_seen(request, told):
        revoke_correction(actor_of(request), number, why=request.POST.get("why", "").strip()[:_MOST_WHY])
        messages.success(request, say(message("names.ended", statements=told.statements, papers=told.papers), language))
        kinds: dict[str, str] = {kind: called for called, kind in KINDS.items()}
        kind = kinds.get(row.kind)
        return HttpResponseRedirect(_address(kind, row.of) if kind else f"{reverse('names')}?loai=da-gan")
    context = {
        "line": _held(request, row, language, _written_as(row, reader, language)),
        "foreseen": told,
        "changed_since": request.method == "POST",
        "most": _MOST_WHY,
    }
    return render(request, "pages/name_end.html", context)


PATHS = (
    path("gan-ten", names, name="names"),
    path("gan-ten/ten", name, name="name"),
    path("gan-ten/<int:number>/thoi", ending, name="name-end"),
)
