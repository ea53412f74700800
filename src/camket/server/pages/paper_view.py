"""What the page of a paper shows: one part of its text with marks, its facts, what is known of the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

import msgspec
from django.urls import reverse

from camket.findings import Finding
from camket.model.document import Document as Paper
from camket.model.extraction import FACT_KINDS
from camket.model.fact import Fact, Figure
from camket.model.place import OnPage
from camket.read.places import at
from camket.report.dates import day, period
from camket.report.facts import describe
from camket.report.findings import finding_line
from camket.report.layout import shortened
from camket.report.marked import Mark, Part, marked_text, part_of, parts, shown
from camket.report.naming import word
from camket.report.numbers import amount, number
from camket.report.where import where
from camket.server.pages.counting import counted_by, counted_text
from camket.server.pages.exports import Row
from camket.server.pages.naming import PaperLink, paper_code, paper_link, type_name
from camket.server.registry.keys import unpack
from camket.server.registry.models import Document
from camket.server.registry.models import Fact as FactRow
from camket.server.registry.rows import Body, counting, paper
from camket.server.registry.words import Words
from camket.words import Language, term

_QUOTE = 90
UNSURE = 0.5
"""Below it the page asks to compare a fact with its sentence."""
_MOST_FINDINGS, _MOST_PAGES = 20, 200
_LEVELS = {"error": "bad", "warning": "warn", "info": "quiet"}


class FactLine(msgspec.Struct, frozen=True, kw_only=True):
    """A fact in the list beside the text.

    Attributes:
        id: of its mark in the text.
        quote: its words, a long one cut.
        said: what it says.
        read: what the reader gave, where a person says otherwise.
        sure: its confidence in words.
        unsure: whether a person should look at it first.
        places: where it stands in the file, with the picture of the page where there is one.
        superseded: whether a newer reading does not give it any more.
        review: where its review stands, in words.
        reviewed: whether a person has settled it, so that the reader's confidence says nothing any more.
    """

    id: str
    quote: str
    said: str
    read: str
    sure: str
    unsure: bool
    place: str
    picture: str
    superseded: bool
    review: str
    reviewed: bool


class FactGroup(msgspec.Struct, frozen=True):
    """The facts of one kind in the part that is shown."""

    kind: str
    name: str
    lines: tuple[FactLine, ...]


class Known(msgspec.Struct, frozen=True):
    """A line of what is known of a paper; `address` where it leads somewhere outside."""

    name: str
    value: str
    address: str = ""


class Noticed(msgspec.Struct, frozen=True):
    """A finding in words."""

    level: str
    tone: str
    said: str


class PartLink(msgspec.Struct, frozen=True):
    """One part of a long text."""

    number: int
    shown: bool


class PaperView(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as its page shows it; `text` is markup, everything else is text.

    `counts` are those of the whole paper, `groups` those of the part. `more_findings` says how many are not shown.
    """

    slug: str
    title: str
    about: str
    parts: tuple[PartLink, ...]
    part: int
    text: str
    counts: tuple[tuple[str, str, int], ...]
    groups: tuple[FactGroup, ...]
    known: tuple[Known, ...]
    findings: tuple[Noticed, ...]
    more_findings: int
    others: tuple[PaperLink, ...]
    pages: tuple[int, ...]
    has_file: bool


def asked_part(text: str, starts: Sequence[int], number: str, place: str) -> tuple[tuple[Part, ...], Part]:
    """All parts of a text, and the one asked for: by its number, else by a place in it, else the first.

    Where there is none of that number or place, the nearest.
    """
    found = parts(text, starts)
    if (asked := _whole(number)) is not None:
        return found, found[min(max(asked, 1), len(found)) - 1]
    return found, part_of(found, _whole(place) or 0)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def paper_view(
    row: Document, facts: Iterable[FactRow], found: Sequence[Part], part: Part, others: Iterable[Document],
    counts: Sequence[int], words: Words, language: Language,
) -> PaperView:  # fmt: skip
    """What is shown.

    Args:
        row: the paper, with `body`.
        facts: those that have letters in the part.
        found: all parts of its text.
        part: the one that is shown.
        others: other papers with the same text.
        counts: how many facts of each kind the whole paper has.
        words: what people say of its facts.
        language: of the page.
    """
    document = paper(row)
    read = list(counting(facts, words))
    marks = [Mark(fact.start, fact.end, FACT_KINDS[fact.kind], bytes(fact.mention).hex()) for fact, _ in read]
    findings = _findings(document, unpack(row.body.packed, Body).noticed, [fact for _, fact in read], language)
    return PaperView(
        slug=row.slug,
        title=shown(row.title or row.number or row.name.rpartition("/")[2]),
        about=" · ".join(filter(None, (type_name(row.type, language), row.number))),
        parts=tuple(PartLink(each.number, each == part) for each in found) if len(found) > 1 else (),
        part=part.number,
        text=marked_text(document.text, document.blocks, marks, part, term("paper.table", language)),
        counts=tuple(
            (kind, term(f"fact.{kind}.many", language), count) for kind, count in zip(FACT_KINDS, counts, strict=True)
        ),
        groups=_groups(
            row, document, [(fact, said) for fact, said in read if part_of(found, fact.start) == part], words, language
        ),
        known=tuple(_known(row, document, language)),
        findings=findings[:_MOST_FINDINGS],
        more_findings=max(len(findings) - _MOST_FINDINGS, 0),
        others=tuple(paper_link(other, language) for other in others),
        pages=tuple(page.number for page in document.pages[:_MOST_PAGES]) if row.size else (),
        has_file=row.size > 0,
    )


def fact_cells(
    row: Document, facts: Iterable[FactRow], words: Words, language: Language, address: str
) -> Iterator[Row]:
    """The facts of a paper as lines of a file, by their place; `address` is that of the paper."""
    document = paper(row)
    for fact, said in counting(facts, words):
        line = _line(row, document, fact, said, words, language)
        kind = term(f"fact.{FACT_KINDS[fact.kind]}", language)
        sure = Decimal(round(said.confidence * 100))
        yield kind, said.quote, line.said, sure, line.review, line.place, f"{address}?tu={fact.start}#{line.id}"


def _groups(
    row: Document, document: Paper, read: Iterable[tuple[FactRow, Fact]], words: Words, language: Language
) -> tuple[FactGroup, ...]:
    lines: dict[str, list[FactLine]] = {}
    for fact, said in sorted(read, key=lambda each: (each[0].start, each[0].end)):
        lines.setdefault(FACT_KINDS[fact.kind], []).append(_line(row, document, fact, said, words, language))
    return tuple(
        FactGroup(kind, term(f"fact.{kind}", language), tuple(lines[kind])) for kind in FACT_KINDS if kind in lines
    )


def _line(row: Document, document: Paper, fact: FactRow, said: Fact, words: Words, language: Language) -> FactLine:
    mention = bytes(fact.mention).hex()
    word = words.get((fact.kind, bytes(fact.mention)))
    place = next(iter(at(document, said.start, said.end)), None)
    pictured = isinstance(place, OnPage) and row.size > 0
    picture = reverse("paper-page", args=[row.slug, place.page]) if isinstance(place, OnPage) and pictured else ""
    return FactLine(
        id=mention,
        quote=shown(shortened(said.quote, _QUOTE)),
        said=shown(describe(said, language)),
        read=counted_text(counted_by(fact, word), language).read if word is not None else "",
        sure=_share(round(said.confidence * 100), language),
        unsure=said.confidence < UNSURE,
        place=shown(where(place, language)) if place is not None else "",
        picture=f"{picture}?m={mention}" if picture else "",
        superseded=fact.superseded,
        review=term(f"review.mark.{word.verdict if word is not None else 'machine'}", language),
        reviewed=word is not None,
    )


@cache
def _share(percent: int, language: Language) -> str:
    return amount(Decimal(percent), "percent", language)


def _known(row: Document, document: Paper, language: Language) -> Iterable[Known]:
    head = document.head
    said: list[tuple[str, str | None]] = [
        ("number", row.number),
        ("type", type_name(row.type, language)),
        ("issuer", row.issuer),
        ("signer", "; ".join(filter(None, (row.signer, *head.cosigners)))),
        ("recipients", "; ".join(head.recipients)),
        ("publisher", row.publisher),
        ("author", head.author),
        ("area", row.area),
        ("date", period(head.date, language)),
        ("event_date", period(head.event_date, language)),
        ("published", period(head.published, language)),
        ("read_on", day(row.read_on, language) if row.read_on else ""),
        ("format", _format(row, document, language)),
        ("code", paper_code(row)),
    ]
    yield from (Known(term(f"paper.{name}", language), shown(value)) for name, value in said if value)
    if row.url.startswith(("http://", "https://")):
        yield Known(term("paper.url", language), shown(row.url), row.url)


def _format(row: Document, document: Paper, language: Language) -> str:
    pages = f"{len(document.pages)} {term('paper.pages_word', language)}" if document.pages else ""
    size = f"{number(Decimal(max(round(row.size / 1024), 1)), language)} kB" if row.size else ""
    return ", ".join(filter(None, (word(f"paper.format.{row.format}", language), pages, size)))


def _findings(
    document: Paper, noticed: Sequence[Finding], facts: Iterable[Fact], language: Language
) -> tuple[Noticed, ...]:
    name = term("paper.word", language)
    words = {fact.indicator: fact.indicator_text or "" for fact in facts if isinstance(fact, Figure)}
    order = list(_LEVELS)
    found = sorted(dict.fromkeys((*document.findings, *noticed)), key=lambda each: order.index(each.level))
    return tuple(
        Noticed(
            term(f"level.{each.level}", language),
            _LEVELS[each.level],
            shown(_said(each, document.text, name, words, language)),
        )
        for each in found
    )


def _said(finding: Finding, text: str, name: str, words: dict[str, str], language: Language) -> str:
    here = msgspec.structs.replace(finding, where=name) if finding.start is not None else finding
    return finding_line(here, language, texts={name: text}, words=words, names={})
