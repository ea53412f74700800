"""Programmes written and read: the tree, the tasks that hang from it, and where these tasks stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from camket.errors import UsageError
from camket.grammar.fold import fold
from camket.model.programme import Node
from camket.model.task import Due, Outcome, TaskSource
from camket.server.registry import models
from camket.server.registry.acting import Act
from camket.server.registry.spans import on_day
from camket.typed import typed
from camket.work.listed import slug_of

LONGEST_TITLE = 4_000


class ProgrammeChanged(msgspec.Struct, frozen=True, kw_only=True):
    """What entering a tree changed: nodes added, changed and gone; all 0 where it was the same."""

    slug: str
    added: int = 0
    changed: int = 0
    gone: int = 0


def enter(
    act: Act, root: Node, *, area: str = "", paper: models.Document | None = None, source: str = ""
) -> ProgrammeChanged:
    """Write a tree; see `camket.server.registry.actions.load_programme`.

    A node is the same where its titles from the root down are. The same tree again changes nothing.
    """
    if not root.title.strip() or len(root.title) > LONGEST_TITLE:
        raise UsageError("work.programme.no_title")
    row = _programme(act, root, area, paper, source)
    held = {each.slug: each for each in row.nodes.select_related("parent")}
    paths = {_path_of(each): each for each in held.values()}
    added = changed = 0
    seen: set[int] = set()
    placed: list[tuple[Node, models.ProgrammeNode | None]] = [(child, None) for child in root.children]
    place = 0
    while placed:
        node, parent = placed.pop(0)
        place += 1
        same = paths.get((*(_path_of(parent) if parent is not None else ()), fold(node.title)))
        made, is_new, is_changed = _node(row, node, parent, place, same, held)
        held[made.slug] = made
        added, changed = added + is_new, changed + is_changed
        seen.add(made.pk)
        placed = [*((child, made) for child in node.children), *placed]
    gone = _without(row, seen, timezone.localdate(act.at))
    act.touched("programme", row.pk)
    act.noted(added=added, changed=changed, gone=gone)
    return ProgrammeChanged(slug=row.slug, added=added, changed=changed, gone=gone)


def foreseen(root: Node, *, area: str = "") -> ProgrammeChanged:
    """What entering a tree would change now; nothing is written."""
    row = _same(root, area)
    held = list(row.nodes.select_related("parent")) if row is not None else []
    paths = {_path_of(each): each for each in held}
    added = changed = 0
    seen: set[int] = set()
    placed: list[tuple[Node, tuple[str, ...]]] = [(child, (fold(child.title),)) for child in root.children]
    while placed:
        node, way = placed.pop()
        same = paths.get(way)
        added += same is None
        if same is not None:
            seen.add(same.pk)
            changed += any(getattr(same, name) != value for name, value in _told(node).items())
        placed += [(child, (*way, fold(child.title))) for child in node.children]
    gone = sum(each.pk not in seen and each.gone_on is None for each in held)
    return ProgrammeChanged(slug=row.slug if row is not None else "", added=added, changed=changed, gone=gone)


def _same(root: Node, area: str) -> models.Programme | None:
    """The row of a tree: the one that has its title, kind and area."""
    rows = models.Programme.objects.filter(kind=root.kind, area=area)
    return next((each for each in rows if fold(each.title) == fold(root.title)), None)


def _told(node: Node) -> dict[str, object]:
    """What a list tells of a node, as it is kept."""
    return {
        "kind": node.kind,
        "title": node.title[:LONGEST_TITLE],
        "number": node.number[:40],
        "lead": node.lead[:300],
        "supporting": list(node.supporting),
        "due": msgspec.to_builtins(node.due),
        "due_on": node.due.day,
        "weight": node.weight,
        "gone_on": None,
    }


def _programme(act: Act, root: Node, area: str, paper: models.Document | None, source: str) -> models.Programme:
    row = _same(root, area)
    if row is None:
        taken = set(models.Programme.objects.values_list("slug", flat=True))
        return models.Programme.objects.create(
            slug=slug_of(root.title, taken), kind=root.kind, title=root.title.strip(), area=area, document=paper,
            source=source[:300], entered_at=act.at, entered_by=act.who.name,
        )  # fmt: skip
    if paper is not None and row.document_id != paper.pk:
        row.document = paper
        row.save(update_fields=["document"])
    return row


def _node(
    row: models.Programme,
    node: Node,
    parent: models.ProgrammeNode | None,
    place: int,
    same: models.ProgrammeNode | None,
    held: Mapping[str, models.ProgrammeNode],
) -> tuple[models.ProgrammeNode, bool, bool]:
    fields = {"parent": parent, "place": place, **_told(node)}
    if same is None:
        made = models.ProgrammeNode.objects.create(programme=row, slug=slug_of(node.title, held), **fields)
        return made, True, False
    differing = [name for name, value in fields.items() if getattr(same, name) != value]
    for name in differing:
        setattr(same, name, fields[name])
    if differing:
        same.save(update_fields=differing)
    return same, False, bool(set(differing) - {"place"})


def _path_of(node: models.ProgrammeNode | None) -> tuple[str, ...]:
    found: list[str] = []
    while node is not None:
        found.append(fold(node.title))
        node = node.parent
    return tuple(reversed(found))


def _without(row: models.Programme, seen: set[int], day: date) -> int:
    """Nodes that the list no longer has: without tasks they go, with tasks they stay and say so."""
    left = row.nodes.exclude(pk__in=seen).filter(gone_on__isnull=True)
    counted = left.annotate(tasks=Count("links") + Count("children__links"))
    kept = [each.pk for each in counted if each.tasks]
    count = left.count()
    row.nodes.filter(pk__in=kept).update(gone_on=day)
    row.nodes.exclude(pk__in=seen).filter(gone_on__isnull=True).delete()
    return count


def node_of(programme: str, slug: str) -> models.ProgrammeNode:
    """A node by the addresses of its tree and its own.

    Raises:
        UsageError: there is none.
    """
    row = models.ProgrammeNode.objects.select_related("programme").filter(programme__slug=programme, slug=slug).first()
    if row is None:
        raise UsageError("work.programme.unknown", slug=f"{programme}/{slug}")
    return row


def trees_of(rows: Sequence[models.Programme], seen: Q | None = None) -> dict[str, Node]:
    """Trees as records, by their addresses, with the ids of the tasks that hang from them; two questions for all.

    Args:
        rows: the programmes, each with its paper.
        seen: which tasks are shown; all where not given.
    """
    links = models.ProgrammeTask.objects.filter(node__programme__in=rows)
    if seen is not None:
        links = links.filter(Exists(models.Task.objects.filter(seen, pk=OuterRef("task"))))
    tasks: dict[int, list[str]] = {}
    for task, node in sorted(links.values_list("task", "node")):  # sorted there, SQLite goes through every link
        tasks.setdefault(node, []).append(str(task))
    below: dict[tuple[int, int | None], list[models.ProgrammeNode]] = {}
    for each in models.ProgrammeNode.objects.filter(programme__in=rows).order_by("programme", "place"):
        below.setdefault((each.programme_id, each.parent_id), []).append(each)

    def made(each: models.ProgrammeNode) -> Node:
        return Node(
            id=each.slug,
            kind=each.kind,  # type: ignore[arg-type]  # written from a record
            title=each.title,
            number=each.number,
            lead=each.lead,
            supporting=tuple(each.supporting),
            due=msgspec.convert(each.due, typed(Due)),
            weight=each.weight,
            children=tuple(made(child) for child in below.get((each.programme_id, each.pk), ())),
            tasks=tuple(tasks.get(each.pk, ())),
        )

    return {
        row.slug: Node(
            id=row.slug,
            kind=row.kind,  # type: ignore[arg-type]  # written from a record
            title=row.title,
            children=tuple(made(each) for each in below.get((row.pk, None), ())),
            source=_source(row),
        )
        for row in rows
    }


def _source(row: models.Programme) -> TaskSource | None:
    return TaskSource(document=row.document.slug, number=row.document.number) if row.document is not None else None


def outcomes_on(trees: Iterable[str], day: date) -> dict[str, Outcome]:
    """The timeliness of the tasks of some trees at the end of a day; one question.

    A task that had not been entered by then is not among them.

    Args:
        trees: the addresses of the programmes.
        day: the day.
    """
    rows = on_day(day).filter(task__nodes__node__programme__slug__in=list(trees))
    columns = ("task", "open", "counted", "late_from")
    return {
        str(task): _outcome(day, late_from, is_open=is_open, counted=counted)
        for task, is_open, counted, late_from in rows.values_list(*columns)
    }


def _outcome(day: date, late_from: date | None, *, is_open: bool, counted: bool) -> Outcome:
    """As `TaskSpan` says it: late from a day on while it is open; what is done was late where there is such a day."""
    if not counted:
        return "out"
    late = late_from is not None and (late_from <= day or not is_open)
    if is_open:
        return "open_overdue" if late else "open_in_time"
    return "done_late" if late else "done_in_time"


def hang(act: Act, node: models.ProgrammeNode, tasks: Sequence[int]) -> int:
    """Let tasks carry out a node; gives how many were not hung there before."""
    known = set(models.Task.objects.filter(id__in=tasks).values_list("id", flat=True))
    missing = sorted(set(tasks) - known)
    if missing or not tasks:
        raise UsageError("work.programme.no_task", numbers=", ".join(map(str, missing)) or "-")
    held = set(node.links.filter(task__in=tasks).values_list("task_id", flat=True))
    new = sorted(known - held)
    models.ProgrammeTask.objects.bulk_create(models.ProgrammeTask(node=node, task_id=number) for number in new)
    act.touched("programme-node", node.pk)
    act.noted(tasks=len(new))
    return len(new)
