"""Finding papers and facts by their words, on both databases in the same order.

Words are those of `camket.grammar.words`, so that a search hits with and without marks, whatever way a paper is typed.
The database finds entries by words (FTS5 on SQLite, a GIN index on PostgreSQL: migration `0003_entry`); both are kept
in step with the table by the database itself. The order is ours: what agrees better comes first, and of equals the
later paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from django.db import connection
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from camket.grammar.words import words
from camket.model.extraction import FACT_KINDS
from camket.model.fact import Fact, Person, Reference
from camket.server.registry.models import Document, DocumentText, Entry
from camket.server.registry.models import Fact as FactRow
from camket.server.registry.models.entry import Sort
from camket.server.registry.models.fact import Kind
from camket.server.registry.rows import counting
from camket.server.registry.words import NO_WORDS, words_of

_PART = 60_000
"""Letters of a text in one entry: PostgreSQL numbers no more than 16,383 words of one."""
_LONGEST_LABEL, _LONGEST_SHOWN = 120, 300
_MOST_WORDS, _LONGEST_WORD = 12, 60
_FACTS = (Sort.TALLIES, Sort.DIRECTIVES, Sort.PROPOSALS, Sort.REFERENCES, Sort.PEOPLE)
_LATEST = (F("document__said_on").desc(nulls_last=True), "document_id", "id")
_APART = False, False
"""Words apart that only look alike: for who types marks they are for want of anything better, because he means them."""
_QUOTED = re.compile(r"""\s*["“”„«](?P<inside>.+)["“”»]\s*""", re.DOTALL)


class Asked(msgspec.Struct, frozen=True):
    """A search as it was understood.

    Attributes:
        exact: its words with their marks.
        bare: the same without marks.
        quoted: whether it stood in quotes, and so is meant as it stands.
    """

    exact: tuple[str, ...]
    bare: tuple[str, ...]
    quoted: bool = False

    @property
    def marked(self) -> bool:
        """Whether it was typed with marks."""
        return self.exact != self.bare


class Hit(msgspec.Struct, frozen=True):
    """An entry that was found, and how well: in marks too (`exact`), all words in a row (`phrase`)."""

    entry: Entry
    exact: bool
    phrase: bool


def asked(query: str) -> Asked:
    """Understand what was typed; of more than twelve words the first twelve count."""
    quoted = _QUOTED.fullmatch(query)
    found = [word for word in words(quoted["inside"] if quoted else query) if len(word.exact) <= _LONGEST_WORD]
    kept = found[:_MOST_WORDS]
    return Asked(tuple(word.exact for word in kept), tuple(word.bare for word in kept), quoted is not None)


def index(documents: Iterable[Document]) -> None:
    """Make the entries of papers anew; call it in the action that wrote or took away their text or facts."""
    rows = list(documents)
    Entry.objects.filter(document__in=rows).delete()
    for row in rows:
        Entry.objects.bulk_create(entries_of(row), batch_size=200)


def entries_of(document: Document) -> list[Entry]:
    """The entries that a paper should have, none of a withdrawn one; nothing is written."""
    if document.withdrawn_on is not None:
        return []
    return [*_of_paper(document), *_of_facts(document)]


def find_papers(query: Asked, documents: QuerySet[Document], most: int) -> list[Hit]:
    """The papers that hold all the words, each once: those whose heads do first, then the better hit, then the later.

    Args:
        query: what is looked for.
        documents: those that may be found, of several sources of one text one.
        most: how many to give.
    """
    return _papers_found(query, documents, most)


def find_facts(query: Asked, documents: QuerySet[Document], most: int) -> list[Hit]:
    """The directives, proposals, tallies, references and people whose words are those asked for."""
    ways = list(_ways(query))
    if not ways:
        return []
    *better, any_way = (_holding(query, exact=exact, phrase=phrase) for exact, phrase in ways)
    # What holds the words in one of the ways holds them in the last.
    rows = Entry.objects.filter(any_way, sort__in=_FACTS, document__in=documents)
    told = (When(holding, then=Value(place)) for place, holding in enumerate(better))
    ordered = rows.annotate(way=Case(*told, default=Value(len(better)))).order_by("way", *_LATEST)
    found = [(key, *ways[way]) for key, way in ordered.values_list("id", "way")[:most]]
    if query.marked and found and found[0][1:] != _APART:
        found = [each for each in found if each[1:] != _APART]
    return _hits(found)


def _papers_found(query: Asked, documents: QuerySet[Document], most: int) -> list[Hit]:
    chosen: list[tuple[int, bool, bool]] = []
    papers: set[int] = set()
    for exact, phrase in _ways(query):
        for sort in (Sort.HEAD, Sort.TEXT):
            if len(chosen) >= most or (chosen and query.marked and (exact, phrase) == _APART):
                return _hits(chosen)
            holding = _holding(query, exact=exact, phrase=phrase)
            rows = Entry.objects.filter(holding, sort=sort, document__in=documents).exclude(document__in=papers)
            for key, paper in rows.order_by(*_LATEST).values_list("id", "document_id")[: 2 * most]:
                if len(chosen) < most and paper not in papers:
                    chosen.append((key, exact, phrase))
                papers.add(paper)
    return _hits(chosen)


def _hits(chosen: Sequence[tuple[int, bool, bool]]) -> list[Hit]:
    """The rows of entries that were chosen by their keys: they are wide, and sorting them would take long."""
    wanted = Entry.objects.filter(id__in=[key for key, _, _ in chosen])
    found = {
        row.id: row
        for row in wanted.select_related("document", "fact", "judgement").defer("exact", "bare", "document__head")
    }
    return [Hit(found[key], exact, phrase) for key, exact, phrase in chosen if key in found]


def _ways(query: Asked) -> Iterator[tuple[bool, bool]]:
    """What counts as a hit, the best first: whether marks must agree, and whether the words must stand in a row."""
    if not query.bare:
        return
    for phrase in (True,) if query.quoted or len(query.bare) == 1 else (True, False):
        for exact in (True, False) if query.marked else (False,):
            yield exact, phrase


def _holding(query: Asked, *, exact: bool, phrase: bool) -> Q:
    """The entries that hold the words, as the database at hand is asked for them."""
    column, wanted = ("exact", query.exact) if exact else ("bare", query.bare)
    if connection.vendor == "sqlite":
        between = " " if phrase else '" AND "'
        match = f'{column} : ("{between.join(wanted)}")'
        return Q(id__in=RawSQL("SELECT rowid FROM registry_words WHERE registry_words MATCH %s", [match]))
    terms = (" <-> " if phrase else " & ").join(f"'{word}'" for word in wanted)
    sql = f"SELECT id FROM registry_entry WHERE to_tsvector('simple', {column}) @@ to_tsquery('simple', %s)"  # noqa: S608 - a column of ours
    return Q(id__in=RawSQL(sql, [terms]))  # noqa: S611 - the words are a parameter


def _of_paper(document: Document) -> Iterator[Entry]:
    head = " ".join((document.title, document.number, document.issuer, document.publisher))
    yield _entry(document, Sort.HEAD, head, shown=document.title)
    body = DocumentText.objects.filter(document=document).values_list("text", flat=True).first() or ""
    for start, end in _parts(body):
        yield _entry(document, Sort.TEXT, body[start:end], start=start, end=end)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """A text in parts that end with lines, or, where one is too long, anywhere."""
    start = 0
    while start < len(text):
        end = min(start + _PART, len(text))
        if end < len(text):
            end = text.rfind("\n", start + _PART // 2, end) + 1 or end
        yield start, end
        start = end


def _of_facts(document: Document) -> Iterator[Entry]:
    rows = FactRow.objects.filter(document=document, superseded=False).exclude(kind=Kind.FIGURES)
    words = words_of([document.id]).get(document.id, NO_WORDS)
    for row, fact in counting(rows.iterator(chunk_size=500), words):
        yield _entry(
            document,
            Sort(row.kind),
            _said(fact),
            fact=row,
            judgement_id=word.number if (word := words.get((row.kind, bytes(row.mention)))) is not None else None,
            start=row.start,
            end=row.end,
            label=label_of(fact),
            shown=_shown(fact),
        )


def _said(fact: Fact) -> str:
    """The words by which a fact is found: its own, and what it names besides."""
    named = (getattr(fact, name, None) for name in ("number", "issuer", "position", "recipient", "proposer"))
    return " ".join((fact.quote, *filter(None, named)))


def label_of(fact: Fact) -> str:
    """What facts of one person, or of one cited paper, have in common, as an address has it; of other facts nothing."""
    if isinstance(fact, Person):
        return _address(fact.name)
    return _address(fact.number or fact.quote) if isinstance(fact, Reference) else ""


def _shown(fact: Fact) -> str:
    shown = fact.name if isinstance(fact, Person) else fact.quote
    return " ".join(shown.split())[:_LONGEST_SHOWN]


def _address(text: str) -> str:
    plain = (word.bare for word in words(text) if word.bare.isascii())
    return "-".join(plain)[:_LONGEST_LABEL].strip("-")


def _entry(document: Document, sort: Sort, text: str, **given: object) -> Entry:
    found = list(words(text))
    exact, bare = " ".join(word.exact for word in found), " ".join(word.bare for word in found)
    return Entry(document=document, sort=sort, exact=exact, bare=bare, **given)


KINDS_OF_SORTS = {sort: FACT_KINDS[sort] for sort in Sort if sort < len(FACT_KINDS)}
"""The list of facts that each sort of entry is of."""
