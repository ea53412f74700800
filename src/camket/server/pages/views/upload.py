"""`/nap-van-ban`: papers handed in, many at once; `/nap-van-ban/<batch>`: how far they are, what was found in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from django.conf import settings
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localtime
from django.views.decorators.cache import never_cache

from camket import catalogue
from camket.errors import UsageError
from camket.model.extraction import FACT_KINDS
from camket.model.message import message
from camket.report.dates import day
from camket.report.naming import area_name
from camket.server.jobs.asking import ask
from camket.server.jobs.models import Became, Job, State, Upload, UploadedPaper
from camket.server.jobs.telling import trouble_of
from camket.server.pages.allowed import needs
from camket.server.pages.asked import one_of
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.naming import PaperLink, body_name, paper_link, who_did
from camket.server.pages.paging import batched, sheet, takes
from camket.server.pages.receiving import received, takes_files
from camket.server.pages.seeing import visible
from camket.server.registry.keys import unpack
from camket.server.registry.models import DocumentText, Fact
from camket.server.registry.models.document import Access
from camket.server.registry.rights import body_of
from camket.server.registry.rows import Body
from camket.server.spool import Spool
from camket.words import Language, say, term

_SHOWN, _EACH, _WIDE = 20, 100, ("province", "city")
_AGAIN = "3"
"""Seconds after which a page of an upload that goes on is shown anew."""
_TONES = {
    Became.ADDED: "good", Became.REREAD: "good", Became.KNOWN: "quiet", Became.STAMPED: "bad", Became.WITHDRAWN: "bad",
    Became.FAILED: "warn", Became.SKIPPED: "quiet",
}  # fmt: skip
_COLUMNS = (
    "column.place", "column.document", "column.source", "column.file", "column.became", "column.found",
    "column.findings", "column.job_trouble", "column.access",
)  # fmt: skip
_OF_UPLOADS = (
    "jobs.asked_at", "column.loaded_by", "column.file_count", "column.job_state", "column.visibility", "column.link",
)  # fmt: skip
_LOAD, _ENTER = "registry.load", "registry.enter"


class UploadLine(msgspec.Struct, frozen=True, kw_only=True):
    """An upload in the list."""

    address: str
    at: str
    who: str
    files: int
    state: str


class PaperLine(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a file: its place (`3`, of an archive `3.2`), its paper where it was taken in, what was found."""

    place: str
    name: str
    became: str
    tone: str
    paper: PaperLink | None
    facts: str
    findings: int
    trouble: str


def _form(request: HttpRequest, trouble: str, *, status: int = 200) -> HttpResponse:
    language = language_of(request)
    rows = _own(request).select_related("job").order_by("-id")[:_SHOWN]
    body = body_of(request.user)
    context = {
        "trouble": trouble,
        "entered": not request.user.has_perm(_LOAD),
        "body": body_name(body, language),
        "accesses": [
            (each, term(f"access.{each}", language), term(f"access.{each}.means", language)) for each in Access
        ],
        "areas": sorted(_areas(language).items(), key=lambda each: each[1]),
        "most_files": settings.CONFIGURATION.upload_files,
        "most_megabytes": settings.CONFIGURATION.upload_mb,
        "uploads": [_upload_line(row, language) for row in rows],
        **takes(request),
    }
    return render(request, "pages/upload.html", context, status=status)


@never_cache
@takes_files(_LOAD, _ENTER, told=_form)
def upload(request: HttpRequest) -> HttpResponse:
    """The form, and what was handed in before; files that come are put where they wait for the worker."""
    if request.method != "POST":
        return _as_file(request) if asked_format(request) else _form(request, "")
    files = received(request, "papers")
    language, entered, body = (
        language_of(request),
        not request.user.has_perm(_LOAD),
        body_of(request.user),
    )
    access = Access.INTERNAL if entered else request.POST.get("access", "")
    if entered and not body:
        return _form(request, term("upload.no_body", language), status=400)
    if not files or access not in Access.values or request.POST.get("no-secret") != "1":
        code = "upload.none" if not files else "upload.no_access" if access not in Access.values else "upload.unsaid"
        return _form(request, term(code, language), status=400)
    area = request.POST.get("area", "")
    try:
        batch = Spool(settings.CONFIGURATION.waiting).put(files)
    except UsageError as error:
        return _form(request, say(error.message, language), status=507)
    who = request.user.get_username()
    row = Upload.objects.create(
        batch=batch, who=who, access=access, area=area if area in _areas("vi") else "", files=len(files),
        body=body if entered else "",
    )  # fmt: skip
    row.job = ask("upload", f"upload:{batch}", {"batch": batch}, who=who)
    row.save(update_fields=["job"])
    return HttpResponseRedirect(reverse("uploaded", args=[batch]))


@never_cache
@needs(_LOAD, _ENTER)
def uploaded(request: HttpRequest, batch: str) -> HttpResponse:
    """One upload. While it goes on the page is shown anew by itself, unless `tu-dong=0`."""
    row = _own(request).select_related("job").filter(batch=batch).first()
    if row is None:
        raise Http404
    language, job = language_of(request), row.job
    goes_on = job is not None and job.state in (State.WAITING, State.RUNNING)
    only = one_of(request, "ket-qua", Became.values)
    papers = row.papers.select_related("document")
    papers = papers.filter(became=only) if only else papers
    if asked_format(request):
        return exported(request, f"nap-{batch[:8]}", _COLUMNS, _cells(request, papers[:MOST_ROWS], language))
    page = sheet(request, papers, _EACH)
    begun = job is not None and job.total > 0
    refreshed = goes_on and request.GET.get("tu-dong") != "0"
    context = {
        "batch": batch,
        "page": page,
        "lines": _lines(request, page.rows, language),
        "counts": _counts(request, row, only, language),
        "done": job.done if job is not None and begun else 0,
        "total": job.total if job is not None and begun else row.files,
        "goes_on": goes_on,
        "refreshed": refreshed,
        "state": _state(job, language),
        "trouble": trouble_of(job.trouble, language) if job is not None else "",
        "access": term(f"access.{row.access}", language),
    }
    answer = render(request, "pages/uploaded.html", {**context, **takes(request)})
    if refreshed:
        answer.headers["Refresh"] = _AGAIN
    return answer


def _own(request: HttpRequest) -> QuerySet[Upload]:
    """Those of the office for an officer; for an account of a body those of the body, which are nobody else's."""
    rows = Upload.objects.all()
    if request.user.has_perm(_LOAD):
        return rows.filter(body="")
    return rows.filter(body=body_of(request.user)).exclude(body="")


def _as_file(request: HttpRequest) -> HttpResponse:
    """All uploads that whoever asks may see, the latest first."""
    language = language_of(request)
    rows = _own(request).select_related("job").order_by("-id")[:MOST_ROWS]
    cells = (
        (
            localtime(row.at).strftime("%Y-%m-%d %H:%M"), who_did(row.who, language), row.files,
            _state(row.job, language),
            term(f"access.{row.access}", language), request.build_absolute_uri(reverse("uploaded", args=[row.batch])),
        )
        for row in rows
    )  # fmt: skip
    return exported(request, "nap-van-ban", _OF_UPLOADS, cells)


def _areas(language: Language) -> dict[str, str]:
    """Areas that can be chosen: provinces and cities of their level by name, whatever their form then; by id others."""
    found = {each.name: each.name for each in catalogue.load_areas() if each.kind in _WIDE}
    inner = {
        each.slug: area_name(each.slug, language) for each in catalogue.load_areas() if each.kind in ("ward", "commune")
    }
    return found | inner


def _upload_line(row: Upload, language: Language) -> UploadLine:
    at = localtime(row.at)
    return UploadLine(
        address=reverse("uploaded", args=[row.batch]), at=f"{at:%H:%M} {day(at.date(), language)}",
        who=who_did(row.who, language), files=row.files, state=_state(row.job, language),
    )  # fmt: skip


def _state(job: Job | None, language: Language) -> str:
    return term(f"jobs.state.{job.state if job is not None else State.WAITING}", language)


def _counts(request: HttpRequest, row: Upload, only: str, language: Language) -> list[tuple[str, str, int, str, bool]]:
    """What became of its files: colour, words, how many, the address that shows these alone, whether it does."""
    held = dict(row.papers.order_by("became").values_list("became").annotate(count=Count("id")))
    every = ("quiet", term("filter.all", language), sum(held.values()), _narrowed(request, ""), not only)
    return [
        *([every] if len(held) > 1 else []),
        *(
            (tone, term(f"became.{each}", language), held[each], _narrowed(request, each), each == only)
            for each, tone in _TONES.items()
            if each in held
        ),
    ]


def _narrowed(request: HttpRequest, became: str) -> str:
    return address_with(request, **{"ket-qua": became, "trang": ""})


def _cells(request: HttpRequest, papers: Iterable[UploadedPaper], language: Language) -> Iterator[Row]:
    for part in batched(papers, _EACH):
        for each in _lines(request, part, language):
            name, about, address = (
                (each.paper.name, each.paper.about, request.build_absolute_uri(each.paper.address))
                if each.paper is not None
                else ("", "", "")
            )
            yield each.place, name, about, each.name, each.became, each.facts, each.findings, each.trouble, address


def _lines(request: HttpRequest, rows: Sequence[UploadedPaper], language: Language) -> list[PaperLine]:
    """Files of an upload; of a paper that whoever looks may not see neither name nor facts."""
    taken = [each.document_id for each in rows if each.document_id is not None]
    papers = list(visible(request).filter(id__in=taken).values_list("id", flat=True))
    facts, findings = _facts(papers, language), _findings(papers)
    return [
        _line(each, facts, findings, language, seen=each.document_id is None or each.document_id in papers)
        for each in rows
    ]


def _line(
    row: UploadedPaper, facts: dict[int, str], findings: dict[int, int], language: Language, *, seen: bool
) -> PaperLine:
    became, paper = Became(row.became), row.document_id or 0
    return PaperLine(
        place=f"{row.place}.{row.part}" if row.part else str(row.place),
        name=row.name if seen else "",
        became=term(f"became.{became}", language),
        tone=_TONES[became],
        paper=paper_link(row.document, language) if row.document is not None and seen else None,
        facts=facts.get(paper, ""),
        findings=findings.get(paper, 0),
        trouble=term("became.secret.means", language)
        if became == Became.STAMPED
        else trouble_of(row.trouble, language),
    )


def _facts(papers: Sequence[int], language: Language) -> dict[int, str]:
    """By paper how many facts of each kind it holds, in words."""
    rows = Fact.objects.filter(document__in=papers, superseded=False).values_list("document", "kind")
    told: dict[int, list[str]] = {}
    for document, kind, count in rows.annotate(count=Count("id")).order_by("document", "kind"):
        name = term(f"fact.{FACT_KINDS[kind]}.many", language).lower()
        told.setdefault(document, []).append(say(message("papers.facts", count=count, name=name), language))
    return {document: ", ".join(parts) for document, parts in told.items()}


def _findings(papers: Sequence[int]) -> dict[int, int]:
    rows = DocumentText.objects.filter(document__in=papers).values_list("document", "packed")
    bodies = ((document, unpack(packed, Body)) for document, packed in rows)
    return {document: len(dict.fromkeys((*body.findings, *body.noticed))) for document, body in bodies}


PATHS = (path("nap-van-ban", upload, name="upload"), path("nap-van-ban/<str:batch>", uploaded, name="uploaded"))
