"""Finding papers and facts by their words, on both databases in the same order.

The database finds entries by words (FTS5 on SQLite, a GIN index on PostgreSQL: migration `0003_entry`); see
`camket.server.registry.searching`. The order is ours: what agrees better comes first, and of equals the later paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec
from django.db import connection
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from camket.grammar.words import words
from camket.server.registry.access import Reader
from camket.server.registry.models import Entry
from camket.server.registry.models.entry import Sort
from camket.server.registry.ready import Given, ready
from camket.server.registry.store import DatabaseRegistry

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


class Found(NamedTuple):
    """What is shown of an entry and its paper; columns alone, for whole rows hold long words and packed heads.

    `kind`, `mention`, `body` and `judged` are of the fact that an entry is of, and none where it is of a paper.
    """

    id: int
    start: int
    shown: str
    kind: int | None
    mention: bytes | None
    body: bytes | None
    judged: bytes | None
    paper: int
    slug: str
    title: str
    number: str
    name: str
    type: str
    issuer: str
    publisher: str
    said_on: date | None


class Hit(msgspec.Struct, frozen=True):
    """An entry that was found, and how well: in marks too (`exact`), all words in a row (`phrase`)."""

    entry: Found
    exact: bool
    phrase: bool


def asked(query: str) -> Asked:
    """Understand what was typed; of more than twelve words the first twelve count."""
    quoted = _QUOTED.fullmatch(query)
    found = [word for word in words(quoted["inside"] if quoted else query) if len(word.exact) <= _LONGEST_WORD]
    kept = found[:_MOST_WORDS]
    return Asked(tuple(word.exact for word in kept), tuple(word.bare for word in kept), quoted is not None)


def find_papers(query: Asked, reader: Reader, most: int) -> list[Hit]:
    """The papers that hold all the words, each once: those whose heads do first, then the better hit, then the later.

    Args:
        query: what is looked for.
        reader: whose papers; of several sources of one text one is found.
        most: how many to give.
    """
    chosen: list[tuple[int, bool, bool]] = []
    papers: set[int] = set()
    for exact, phrase in _ways(query):
        for sort in (Sort.HEAD, Sort.TEXT):
            if len(chosen) >= most or (chosen and query.marked and (exact, phrase) == _APART):
                return _hits(chosen)
            found = _papers.given((0, 2 * most), words=_told(query, exact=exact, phrase=phrase), known=papers or {0})
            for key, paper in found(reader, sort, exact=exact):
                if len(chosen) < most and paper not in papers:
                    chosen.append((key, exact, phrase))
                papers.add(paper)
    return _hits(chosen)


def find_facts(query: Asked, reader: Reader, most: int) -> list[Hit]:
    """The directives, proposals, tallies, references and people whose words are those asked for."""
    ways = tuple(_ways(query))
    if not ways:
        return []
    told = {f"words{place}": _told(query, exact=exact, phrase=phrase) for place, (exact, phrase) in enumerate(ways)}
    found = [(key, *ways[way]) for key, way in _facts.given((0, most), **told)(reader, ways)]
    if query.marked and found and found[0][1:] != _APART:
        found = [each for each in found if each[1:] != _APART]
    return _hits(found)


def holding_any(phrases: Sequence[Sequence[str]], reader: Reader) -> tuple[str, str] | None:
    """The latest part of a text that a reader may see and that holds one of some phrases of words without marks.

    Gives the text as it stands, and its words as `Entry.bare` has them.
    """
    found = _holding_any.given((0, 1), words=_any(phrases))(reader)
    for key in (key for (key,) in found):
        row = Entry.objects.filter(id=key).values_list("document__body__text", "start", "end", "bare").first()
        if row is not None:  # it may have been withdrawn meanwhile
            text, start, end, bare = row
            return text[start:end], bare
    return None


@ready
def _holding_any(reader: Reader) -> QuerySet[Any, Any]:
    seen = DatabaseRegistry().seen_by(reader).papers()
    rows = Entry.objects.filter(_holding("words", exact=False), sort=Sort.TEXT, document__in=seen)
    return rows.order_by(*_LATEST).values_list("id")


def _any(phrases: Sequence[Sequence[str]]) -> str:
    """One of some phrases, as the database at hand is asked for it."""
    if connection.vendor == "sqlite":
        told = " OR ".join(f'"{" ".join(words)}"' for words in phrases)
        return f"bare : ({told})"
    return " | ".join(f"({' <-> '.join(repr(word) for word in words)})" for words in phrases)


@ready
def _papers(reader: Reader, sort: Sort, *, exact: bool) -> QuerySet[Any, Any]:
    """Entries of papers that are not known yet."""
    seen = DatabaseRegistry().seen_by(reader).papers()
    rows = Entry.objects.filter(_holding("words", exact=exact), sort=sort, document__in=seen)
    return rows.exclude(document__in=Given("known")).order_by(*_LATEST).values_list("id", "document_id")


@ready
def _facts(reader: Reader, ways: tuple[tuple[bool, bool], ...]) -> QuerySet[Any, Any]:
    """Entries of facts, each with the place of the best of the ways in which it holds the words."""
    *better, any_way = (_holding(f"words{place}", exact=exact) for place, (exact, _) in enumerate(ways))
    # What holds the words in one of the ways holds them in the last.
    rows = Entry.objects.filter(any_way, sort__in=_FACTS, document__in=DatabaseRegistry().seen_by(reader).papers())
    told = (When(holding, then=Value(place)) for place, holding in enumerate(better))
    return rows.annotate(way=Case(*told, default=Value(len(better)))).order_by("way", *_LATEST).values_list("id", "way")


def _hits(chosen: Sequence[tuple[int, bool, bool]]) -> list[Hit]:
    """What is shown of entries that were chosen by their keys."""
    rows = (Found(*row) for row in _found.given(ids=[key for key, _, _ in chosen])())
    found = {row.id: row for row in rows}
    return [Hit(found[key], exact, phrase) for key, exact, phrase in chosen if key in found]


@ready
def _found() -> QuerySet[Any, Any]:
    fact = ("fact__kind", "fact__mention", "fact__body", "judgement__body")
    paper = ("slug", "title", "number", "name", "type", "issuer", "publisher", "said_on")
    rows = Entry.objects.filter(id__in=Given("ids"))
    return rows.values_list("id", "start", "shown", *fact, "document_id", *(f"document__{name}" for name in paper))


def _ways(query: Asked) -> Iterator[tuple[bool, bool]]:
    """What counts as a hit, the best first: whether marks must agree, and whether the words must stand in a row."""
    if not query.bare:
        return
    for phrase in (True,) if query.quoted or len(query.bare) == 1 else (True, False):
        for exact in (True, False) if query.marked else (False,):
            yield exact, phrase


def _told(query: Asked, *, exact: bool, phrase: bool) -> str:
    """The words as the database at hand is asked for them."""
    column, wanted = ("exact", query.exact) if exact else ("bare", query.bare)
    if connection.vendor == "sqlite":
        between = " " if phrase else '" AND "'
        return f'{column} : ("{between.join(wanted)}")'
    return (" <-> " if phrase else " & ").join(f"'{word}'" for word in wanted)


def _holding(name: str, *, exact: bool) -> Q:
    """The entries that hold the words that are given under a name; words with their marks where `exact`."""
    if connection.vendor == "sqlite":
        sql = "SELECT rowid FROM registry_words WHERE registry_words MATCH %s"
    else:
        column = "exact" if exact else "bare"
        sql = f"SELECT id FROM registry_entry WHERE to_tsvector('simple', {column}) @@ to_tsquery('simple', %s)"  # noqa: S608 - a column of ours
    return Q(id__in=RawSQL(sql, [Given(name)]))  # noqa: S611 - the words are a parameter
