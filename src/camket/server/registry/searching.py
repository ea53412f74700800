"""What papers and facts are found by (`camket.server.registry.finding`): entries, kept in step with what they say.

Words are those of `camket.grammar.words`, so that a search hits with and without marks, whatever way a paper is typed.
The database finds entries by words (FTS5 on SQLite, a GIN index on PostgreSQL: migration `0003_entry`); both are kept
in step with the table by the database itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
