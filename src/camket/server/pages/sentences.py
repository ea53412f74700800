"""The words around facts, as the pages show them: a sentence of a paper with what it says marked."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Greatest, Substr

from camket.model.series import Statement
from camket.report.dates import day
from camket.report.facts import value_of
from camket.report.marked import shown
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.registry.keys import mention_key, unpack
from camket.server.registry.models import Fact, Loose
from camket.words import Language, term

_AROUND = 160


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a fact within those around them; `mention` makes its lasting address."""

    mention: str
    before: str
    quote: str
    after: str
    paper: PaperLink


def address_of(mention: str) -> str:
    """The mention of a statement as its lasting address has it."""
    return mention_key(mention).hex()


def sentences(mentions: Iterable[str], facts: QuerySet[Fact], language: Language) -> dict[str, Sentence]:
    """By mention its sentence, as far as it may be seen; one question of the database for all.

    Args:
        mentions: as lasting addresses have them.
        facts: those that may be seen.
        language: of the papers' kinds and days.
    """
    keys = [bytes.fromhex(mention) for mention in set(mentions)]
    first = Greatest(F("start") - _AROUND, Value(0))
    rows = facts.filter(mention__in=keys).annotate(
        first=first, around=Substr("document__body__text", first + 1, F("end") - first + _AROUND)
    )
    found: dict[str, Sentence] = {}
    for row in rows.select_related("document").order_by("superseded", "-id"):
        mention = bytes(row.mention).hex()
        if mention not in found:
            found[mention] = _sentence(row, mention, row.first, row.around, language)
    return found


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
    host = urlsplit(url or "").hostname or ""
    return Published(
        mention=bytes(row.mention).hex(),
        value=value_of(statement.figure, language),
        name=shown(source.title or host.removeprefix("www.") or term(f"source.{source.kind}", language)),
        url=url or "",
        said=day(source.published, language) if source.published else "",
    )


def _sentence(row: Fact, mention: str, first: int, around: str, language: Language) -> Sentence:
    start, end = row.start - first, row.end - first
    before, quote, after = around[:start], around[start:end], around[end:]
    own = before[before.rfind("\n") + 1 :]
    cut = after.find("\n")
    return Sentence(
        mention=mention,
        before=shown(_beginning(own, whole=len(own) < len(before) or first == 0)),
        quote=shown(" ".join(quote.split())),
        after=shown(_end(after[:cut] if cut >= 0 else after, whole=cut >= 0 or len(after) < _AROUND)),
        paper=paper_link(row.document, language),
    )


def _beginning(text: str, *, whole: bool) -> str:
    """The words before, from a blank on where the line was cut."""
    if whole:
        return text.lstrip()
    return "… " + text.partition(" ")[2]


def _end(text: str, *, whole: bool) -> str:
    return text.rstrip() if whole else text.rpartition(" ")[0] + " …"
