"""How papers use a name: a few of its statements, and the words that they write it with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

import msgspec
from django.db.models import Min

from camket.grammar.words import words
from camket.model.correction import CorrectionKind
from camket.model.fact import Figure
from camket.model.series import OTHER
from camket.report.dates import period
from camket.report.facts import value_of
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.paging import batched
from camket.server.pages.sentences import Sentence, sentences
from camket.server.registry.access import Reader
from camket.server.registry.finding import holding_any
from camket.server.registry.models import Placement
from camket.server.registry.open_names import named_by, open_placements, papers_of_body
from camket.server.registry.words import said_of
from camket.words import Language

_SHOWN = 8
_AT_ONCE = 50
"""Names that are looked for in one question."""


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """A statement by the name in its sentence, with what it says; or a paper of the body alone.

    `name` is the name as it is written there.
    """

    paper: PaperLink
    sentence: Sentence | None = None
    said: str = ""
    name: str = ""


def samples(kind: CorrectionKind, of: str, reader: Reader, language: Language) -> tuple[int, tuple[Sample, ...]]:
    """How many statements (of a body: papers) have the name that a reader may see, and the latest of them."""
    if kind == "body":
        papers = papers_of_body(of, reader)
        rows = papers.order_by("-said_on", "-id")[:_SHOWN]
        return papers.count(), tuple(Sample(paper=paper_link(row, language)) for row in rows)
    keys = named_by(kind, of, reader)
    found = Placement.objects.filter(id__in=keys[-_SHOWN:]).select_related("fact", "judgement").order_by("-last", "-id")
    held = [(row, bytes(row.fact.mention).hex()) for row in found if row.fact is not None]
    around = sentences((mention for _, mention in held), reader, language)
    return len(keys), tuple(_sample(row, kind, around[mention], language) for row, mention in held if mention in around)


def _sample(row: Placement, kind: CorrectionKind, sentence: Sentence, language: Language) -> Sample:
    if row.fact is None:
        raise ValueError(row)  # names stand in papers
    figure = said_of(row.fact, row.judgement, Figure)
    said = ", ".join(filter(None, (value_of(figure, language), period(figure.period, language), figure.area)))
    name = (figure.indicator_text if kind == "indicator" else figure.area) or ""
    return Sample(paper=sentence.paper, sentence=sentence, said=said, name=name)


def wordings(kind: CorrectionKind, names: Sequence[str], reader: Reader) -> dict[str, str]:
    """The words that papers write some names with; of a name on no series its own letters."""
    plain = {name: _plain(name) if kind == "indicator" else name for name in names}
    if kind != "indicator":
        return plain
    rows = open_placements(reader).filter(series__indicator__in=names).values("series__indicator")
    firsts = rows.annotate(one=Min("id")).order_by().values_list("one", flat=True)
    for row in Placement.objects.filter(id__in=list(firsts)).select_related("fact", "judgement"):
        if row.fact is not None:
            figure = said_of(row.fact, row.judgement, Figure)
            plain[figure.indicator] = figure.indicator_text or plain[figure.indicator]
    return plain


def written(names: Collection[str], reader: Reader) -> dict[str, str]:
    """Names of indicators as the latest paper writes them that a reader may see; those that none holds are left out.

    What was given to a thing lies with that thing, where its name stands in packed figures only: so it is looked for
    among the words of papers, where one paper mostly holds several.
    """
    wanted = {name: tuple(each.bare for each in words(_plain(name))) for name in names}
    return {
        name: said
        for part in batched(((name, own) for name, own in wanted.items() if own), _AT_ONCE)
        for name, said in _written(dict(part), reader).items()
    }


def _written(left: dict[str, tuple[str, ...]], reader: Reader) -> dict[str, str]:
    found: dict[str, str] = {}
    while left:
        part = holding_any(list(left.values()), reader)
        if part is None:
            break
        told = {name: said for name, own in left.items() if (said := _said(own, *part))}
        if not told:
            break
        found |= told
        left = {name: own for name, own in left.items() if name not in told}
    return found


def _plain(name: str) -> str:
    return name.removeprefix(OTHER).replace("_", " ")


def _said(own: Sequence[str], text: str, bare: str) -> str:
    """Words of a part of a text as they stand there; empty where it has them not in a row."""
    at = f" {bare} ".find(f" {' '.join(own)} ")
    if at < 0:
        return ""
    first = bare[:at].count(" ")
    spans = list(islice(words(text), first, first + len(own)))
    return " ".join(text[spans[0].start : spans[-1].end].split()) if spans else ""
