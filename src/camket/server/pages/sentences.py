"""The words around facts, as the pages show them: a sentence of a paper with what it says marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Greatest, Substr

from camket.model.series import Statement
from camket.report.dates import day
from camket.report.facts import value_of
from camket.report.marked import shown
from camket.report.naming import source_name
from camket.server.pages.naming import PAPER, PaperLink, PaperRow, paper_link
from camket.server.registry import access
from camket.server.registry.access import Reader
from camket.server.registry.keys import mention_key, unpack
from camket.server.registry.models import Fact, Loose
from camket.server.registry.ready import Given, ready
from camket.words import Language

_AROUND = 160


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a fact within those around them; `mention` makes its lasting address."""

    mention: str
    before: str
    quote: str
    after: str
    paper: PaperLink


class Piece(NamedTuple):
    """A piece of a line of a paper; with a mention where it is what a fact says."""

    text: str
    mention: str = ""


class Line(msgspec.Struct, frozen=True):
    """A line of a paper with all that is marked in it."""

    pieces: tuple[Piece, ...]


def together(told: Iterable[Sentence]) -> tuple[Line, ...]:
    """Sentences as lines, in their order: what stands in one line is marked in it together, not told again and again.

    Marks that lie over one another, as of two facts with the same words, each have a line of their own.
    """
    lines: dict[str, list[list[Sentence]]] = {}
    for each in told:
        same = lines.setdefault(f"{each.before}{each.quote}{each.after}", [])
        free = (own for own in same if all(_are_apart(each, other) for other in own))
        own = next(free, None)
        if own is None:
            same.append([each])
        else:
            own.append(each)
    return tuple(_line(text, own) for text, same in lines.items() for own in same)


def _are_apart(one: Sentence, other: Sentence) -> bool:
    first, second = sorted((one, other), key=lambda each: len(each.before))
    return len(first.before) + len(first.quote) <= len(second.before)


def _line(text: str, own: Iterable[Sentence]) -> Line:
    pieces, place = [], 0
    for each in sorted(own, key=lambda each: len(each.before)):
        pieces += [Piece(text[place : len(each.before)]), Piece(each.quote, each.mention)]
        place = len(each.before) + len(each.quote)
    return Line(tuple(piece for piece in (*pieces, Piece(text[place:])) if piece.text))


def address_of(mention: str) -> str:
    """The mention of a statement as its lasting address has it."""
    return mention_key(mention).hex()


def sentences(mentions: Iterable[str], reader: Reader, language: Language) -> dict[str, Sentence]:
    """By mention its sentence, as far as it may be seen; one question of the database for all.

    Args:
        mentions: as lasting addresses have them.
        reader: who may see them.
        language: of the papers' kinds and days.
    """
    keys = [bytes.fromhex(mention) for mention in set(mentions)]
    found: dict[str, Sentence] = {}
    for key, start, end, first, around, *paper in _around.given(mentions=keys)(reader):
        mention = bytes(key).hex()
        if mention not in found:
            found[mention] = _sentence(
                mention, _Words(start - first, end - first, first, around), PaperRow(*paper), language
            )
    return found


@ready
def _around(reader: Reader) -> QuerySet[Any, Any]:
    """Facts with the words around them."""
    first = Greatest(F("start") - _AROUND, Value(0))
    seen = Fact.objects.filter(access.facts(reader), document__withdrawn_on__isnull=True, mention__in=Given("mentions"))
    rows = seen.annotate(first=first, around=Substr("document__body__text", first + 1, F("end") - first + _AROUND))
    return rows.order_by("superseded", "-id").values_list("mention", "start", "end", "first", "around", *PAPER)


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A published value that is in no paper; `name` is what its source is called, `url` where it was published."""

    mention: str
    value: str
    name: str
    url: str
    said: str


def published(mentions: Iterable[str], loose: QuerySet[Loose], language: Language) -> dict[str, Published]:
    """By mention the published values among them, as far as they may be seen; one question of the database for all."""
    keys = [bytes.fromhex(mention) for mention in set(mentions)]
    rows = loose.filter(mention__in=keys)
    return {bytes(row.mention).hex(): published_value(row, language) for row in rows}


def published_value(row: Loose, language: Language) -> Published:
    """A published value with its source."""
    statement = unpack(row.body, Statement)
    source = statement.source
    url = source.url if (source.url or "").startswith(("http://", "https://")) else ""
    return Published(
        mention=bytes(row.mention).hex(),
        value=value_of(statement.figure, language),
        name=shown(source_name(source, language)),
        url=url or "",
        said=day(source.published, language) if source.published else "",
    )


class _Words(NamedTuple):
    """The words around a mention, from place `first` of the text on, and where it stands in them."""

    start: int
    end: int
    first: int
    around: str


def _sentence(mention: str, words: _Words, paper: PaperRow, language: Language) -> Sentence:
    start, end, first, around = words
    before, quote, after = around[:start], around[start:end], around[end:]
    own = before[before.rfind("\n") + 1 :]
    cut = after.find("\n")
    return Sentence(
        mention=mention,
        before=shown(_beginning(own, whole=len(own) < len(before) or first == 0)),
        quote=shown(" ".join(quote.split())),
        after=shown(_end(after[:cut] if cut >= 0 else after, whole=cut >= 0 or len(after) < _AROUND)),
        paper=paper_link(paper, language),
    )


def _beginning(text: str, *, whole: bool) -> str:
    """The words before, from a blank on where the line was cut."""
    if whole:
        return text.lstrip()
    return "… " + text.partition(" ")[2]


def _end(text: str, *, whole: bool) -> str:
    return text.rstrip() if whole else text.rpartition(" ")[0] + " …"
