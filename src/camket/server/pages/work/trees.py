"""Trees of programmes as pages show them on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from camket.grammar.fold import fold
from camket.model.fact import Reference, Tally
from camket.model.programme import Node, NodeShare
from camket.model.series import Source
from camket.model.task import Outcome
from camket.report.dates import day as written
from camket.report.marked import shown
from camket.report.naming import word
from camket.report.numbers import number
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.seeing import counted, reader_of, visible
from camket.server.pages.sentences import Sentence, address_of, sentences
from camket.server.registry import access
from camket.server.registry.access import Reader
from camket.server.registry.keys import unpack
from camket.server.registry.models import Entry, Fact, Programme
from camket.server.registry.models.document import Access
from camket.server.registry.models.entry import Sort
from camket.server.registry.models.fact import Kind
from camket.server.registry.programmes import outcomes_on
from camket.server.registry.searching import label_of
from camket.words import Language
from camket.work.alike import held, pairs
from camket.work.programme import Claimed

_OFFICE = Reader(levels=(Access.PUBLIC.value, Access.INTERNAL.value))
_MOST_CLAIMS, _MOST_TALLIES = 12, 3_000
_ALIKE = 0.5


class NodeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A node with how far it has come.

    Attributes:
        depth: how deep it stands, 0 for what stands right below the root.
        address: the page of its tasks.
        share: in percent, as printed; empty where nothing hangs from it.
        late: how many of its tasks are overdue.
        untracked: how many of its leaves no task carries out.
        tone: of its state.
    """

    id: str
    depth: int
    number: str
    title: str
    kind: str
    lead: str
    due: str
    is_past: bool
    address: str
    share: str
    done: int
    total: int
    tasks: int
    late: int
    untracked: int
    weighted: bool
    tone: str


def seen_tasks(request: HttpRequest) -> Q:
    """The tasks that shares count: a body sees the shares of all, the lists of its own."""
    reader = reader_of(request)
    return access.tasks(reader if Access.INTERNAL in reader.levels else _OFFICE)


def seen_programmes(request: HttpRequest) -> QuerySet[Programme]:
    """The programmes whose paper may be seen, and those of lists that are no papers of the registry."""
    return Programme.objects.filter(Q(document__isnull=True) | Q(document__in=visible(request)))


def outcomes_of(trees: Iterable[Node], day: date) -> dict[str, Outcome]:
    """Where the tasks of trees stood on a day."""
    return outcomes_on((tree.id for tree in trees), day)


def node_lines(
    slug: str, root: Node, told: Mapping[str, NodeShare], day: date, language: Language, as_of: str
) -> tuple[NodeLine, ...]:
    """All nodes below the root in their order."""
    return tuple(_lines(slug, root.children, told, day, language, as_of, 0))


def _lines(
    slug: str,
    nodes: Sequence[Node],
    told: Mapping[str, NodeShare],
    day: date,
    language: Language,
    as_of: str,
    depth: int,
) -> Iterator[NodeLine]:
    for node in nodes:
        yield node_line(slug, node, told[node.id], day, language, as_of, depth)
        yield from _lines(slug, node.children, told, day, language, as_of, depth + 1)


def node_line(
    slug: str, node: Node, share: NodeShare, day: date, language: Language, as_of: str, depth: int = 0
) -> NodeLine:
    """One node as lists show it."""
    past = node.due.day is not None and node.due.day < day and not share.is_done
    return NodeLine(
        id=node.id,
        depth=min(depth, 4),
        number=node.number,
        title=shown(node.title),
        kind=word(f"work.node.{node.kind}", language),
        lead=body_name(node.lead, language),
        due=written(node.due.day, language) if node.due.day is not None else shown(node.due.words),
        is_past=past,
        address=reverse("programme-node", args=[slug, node.id]) + as_of,
        share=f"{number(share.share, language)}%" if share.share is not None else "",
        done=share.done,
        total=share.total,
        tasks=len(share.tasks),
        late=len(share.late),
        untracked=len(share.untracked),
        weighted=share.weighted,
        tone="good" if share.is_done else "bad" if share.late or past else "fair" if share.done else "quiet",
    )


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its sentence."""

    claim: Claimed
    sentence: Sentence


def tellings(request: HttpRequest, row: Programme, root: Node) -> tuple[Telling, ...]:
    """The tallies of papers that speak of a programme, the latest first: four questions.

    Papers speak of it that list it or cite the paper that does; and tallies whose plan bears most of its title.
    """
    rows = Fact.objects.filter(kind=Kind.TALLIES, superseded=False, document__in=counted(request))
    citing = _citing(request, row)
    title = pairs(root.title)
    found: list[tuple[Tally, Source]] = []
    for fact in rows.select_related("document").order_by("-document__said_on", "start")[:_MOST_TALLIES]:
        tally = unpack(fact.body, Tally)
        speaks = fact.document_id in citing or held(title, pairs(f"{tally.plan or ''} {tally.of or ''}")) >= _ALIKE
        if speaks and fact.document.said_on is not None and _of_work(tally):
            source = Source(
                document=fact.document.slug, start=fact.start, end=fact.end, published=fact.document.said_on
            )
            found.append((tally, source))
    chosen = found[:_MOST_CLAIMS]
    told = sentences((address_of(tally.id) for tally, _ in chosen), reader_of(request), language_of(request))
    return tuple(
        Telling(claim=Claimed(tally=tally, source=source, after=sentence.after), sentence=sentence)
        for tally, source in chosen
        if (sentence := told.get(address_of(tally.id))) is not None
    )


def _citing(request: HttpRequest, row: Programme) -> frozenset[int]:
    if row.document is None:
        return frozenset()
    own = {row.document.pk}
    if row.document.number:
        label = _label(row.document.number)
        own |= set(
            Entry.objects.filter(sort=Sort.REFERENCES, label=label, document__in=counted(request)).values_list(
                "document", flat=True
            )
        )
    return frozenset(own)


def _label(name: str) -> str:
    return label_of(Reference(start=0, end=0, quote=name, number=name, type="other"))


def _of_work(tally: Tally) -> bool:
    words = fold(f"{tally.of or ''} {tally.quote}")
    return any(each in words for each in ("chương trình", "đề án", "dự án", "nhiệm vụ", "mốc", "nội dung"))
