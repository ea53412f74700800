"""`/so-lieu-nhiem-vu`: what papers count of tasks, and what of it does not agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.timezone import localdate

from camket.model.work_board import CountLine
from camket.report.dates import day as written
from camket.report.marked import shown
from camket.report.naming import word
from camket.report.numbers import number
from camket.server.pages import boards
from camket.server.pages.asked import one_of
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import reader_of, visible
from camket.server.pages.unagreed import Mark, findings_seen, key_of_finding, marks
from camket.server.pages.work.counting import Scope, counts, outcomes, shares
from camket.server.pages.work.filters import asked_day, seen_spans
from camket.server.pages.work.saying import printed, said
from camket.server.pages.work_board import KeptFinding, Quoted, numbers_of
from camket.words import Language, term

_EACH = 20
_TONES = {"contradicting": "bad", "cannot_tell": "warn", "compatible": "quiet"}
_SEEN = {"chua-khop": ("contradicting", "cannot_tell"), "phu-hop": ("compatible",)}
_COLUMNS = (
    "column.difference", "column.verdict", "column.reason", "work.column.tried", "work.column.likely", "column.source",
    "work.column.words",
)  # fmt: skip


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with its sentences, paper by paper; for officers with the mark whether the public reads of it."""

    kind: str
    verdict: str
    tone: str
    reason: str
    tried: tuple[str, ...]
    likely: tuple[str, ...]
    quotes: tuple[tuple[Quoted, PaperLink], ...]
    mark: Mark | None = None


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a paper that counts tasks."""

    paper: PaperLink
    text: str
    counts: tuple[tuple[str, str], ...]
    shares: tuple[str, ...]


def work_numbers(request: HttpRequest) -> HttpResponse:
    """Findings first, then the lines that count tasks; whoever may see tasks sees what is counted here beside them."""
    language = language_of(request)
    kept = numbers_of(boards.current(reader_of(request)))
    told = findings_seen(reader_of(request), kept.findings)
    seen = one_of(request, "xem", _SEEN, "chua-khop")
    findings = [each for each in told if each.verdict in _SEEN[seen]]
    if asked_format(request):
        return exported(request, "so-lieu-nhiem-vu", _COLUMNS, _exported(request, findings[:MOST_ROWS], language))
    page = sheet(request, findings, _EACH)
    lines = kept.counts[:_EACH]
    slugs = {quote.slug for each in page.rows for quote in each.quotes} | {line.document for line in lines}
    papers = {row.slug: paper_link(row, language) for row in visible(request).filter(slug__in=slugs)}
    keys = [key_of_finding(each) for each in page.rows if each.verdict in _SEEN["chua-khop"]]
    own = marks(request, keys, language)
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_checks(page.rows, papers, language, own))),
        "waiting": [each.key for each in own.values() if each.opens],
        "may_approve": request.user.has_perm("registry.approve"),
        "counts": tuple(_counts(lines, papers, language)),
        "more": max(len(kept.counts) - _EACH, 0),
        "seen": seen,
        "ways": [
            (name, term(f"numbers.seen.{name}", language), sum(each.verdict in held for each in told))
            for name, held in _SEEN.items()
        ],
        **_counted_here(request, language),
        **takes(request),
    }
    return render(request, "pages/work_numbers.html", context)


def _checks(
    rows: Iterable[KeptFinding],
    papers: Mapping[str, PaperLink],
    language: Language,
    own: Mapping[bytes, Mark] = MappingProxyType({}),
) -> Iterator[Check]:
    """Those of which every paper may be seen."""
    for each in rows:
        if all(quote.slug in papers for quote in each.quotes):
            yield Check(
                kind=term(f"numbers.kind.{each.kind}", language),
                verdict=term(f"numbers.verdict.{each.verdict}", language),
                tone=_TONES[each.verdict],
                reason=said(each.reason, language),
                tried=tuple(said(tried, language) for tried in each.tried),
                likely=tuple(said(likely, language) for likely in each.likely),
                quotes=tuple((_shown(quote), papers[quote.slug]) for quote in _merged(each.quotes)),
                mark=own.get(key_of_finding(each)) if own else None,
            )


def _merged(quotes: Sequence[Quoted]) -> list[Quoted]:
    """One line of a paper once, with the first of its places marked: further ones are in the words around it."""
    lines: dict[tuple[str, str], Quoted] = {}
    for quote in quotes:
        lines.setdefault((quote.slug, f"{quote.before}{quote.quote}{quote.after}"[:80]), quote)
    return list(lines.values())


def _shown(quote: Quoted) -> Quoted:
    return Quoted(quote.slug, shown(quote.before), shown(quote.quote), shown(quote.after))


def _counts(lines: Iterable[CountLine], papers: Mapping[str, PaperLink], language: Language) -> Iterator[Count]:
    for line in lines:
        if line.document in papers:
            yield Count(
                paper=papers[line.document],
                text=shown(line.text),
                counts=tuple(
                    (word(f"numbers.state.{each.state}", language), number(Decimal(each.value), language))
                    for each in line.counts
                ),
                shares=tuple(printed(share, language) for share in line.shares),
            )


def _counted_here(request: HttpRequest, language: Language) -> dict[str, object]:
    """The outcomes and shares of the tasks of the registry, for whoever may see tasks; one question."""
    if not (request.user.has_perm("registry.review") or request.user.has_perm("registry.enter")):
        return {}
    day = asked_day(request)
    held, scope = counts(seen_spans(request, day), day), Scope((), day, localdate())
    return {
        "outcomes": outcomes(held, scope, language),
        "shares": shares(held, scope, language),
        "day_words": written(day, language),
    }


def _exported(request: HttpRequest, findings: Sequence[KeptFinding], language: Language) -> Iterator[Row]:
    slugs = {quote.slug for each in findings for quote in each.quotes}
    papers: dict[str, PaperLink] = {}
    for first in range(0, len(slugs), 500):
        part = sorted(slugs)[first : first + 500]
        papers |= {row.slug: paper_link(row, language) for row in visible(request).filter(slug__in=part)}
    for check in _checks(findings, papers, language):
        for quote, paper in check.quotes:
            words = f"{quote.before}{quote.quote}{quote.after}"
            yield (
                check.kind, check.verdict, check.reason, "; ".join(check.tried), " ".join(check.likely), paper.name,
                words,
            )  # fmt: skip


PATHS = (path("so-lieu-nhiem-vu", work_numbers, name="work-numbers"),)
