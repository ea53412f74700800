"""Papers taken out of the tables, and what is said when their bytes come again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from django.apps import apps
from django.db.models import CASCADE, Model
from django.utils import timezone

from camket.errors import UsageError
from camket.findings import Finding
from camket.model.document import Head
from camket.model.message import message
from camket.model.series import OTHER
from camket.registry.copies import search_text
from camket.report.dates import day
from camket.server.registry.acting import Act
from camket.server.registry.corrected import touched_papers
from camket.server.registry.forgetting import forget_answers, forget_words
from camket.server.registry.held import record
from camket.server.registry.keys import pack
from camket.server.registry.models import Correction, Document, DocumentText, Placement, Standing, Target
from camket.server.registry.placing import forget_empty_series, groups_of
from camket.server.registry.sources import settle_sources
from camket.server.registry.standing import settle

TOMBSTONE = "withdrawn-"
"""How the address of a tombstone begins; its end is that of the paper's own address."""
_ADDRESS = 12
_NOT_WORD = re.compile(r"[\W_]+")


class Withdrawn(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken out.

    Attributes:
        digest: of the bytes, in hexadecimal digits.
        slug: the address of the tombstone.
        facts: how many facts went.
        values: how many values that stood were chosen anew.
        copies: the addresses of papers that hold the same text, and were left.
        targets: how many typed targets cited it, and went with it.
        names: how many names went that it alone held, with what they had been given to.
        findings: what a person should still do.
    """

    digest: str
    slug: str
    facts: int = 0
    values: int = 0
    copies: tuple[str, ...] = ()
    targets: int = 0
    names: int = 0
    findings: tuple[Finding, ...] = ()

    def with_findings(self, findings: Iterable[Finding]) -> Withdrawn:
        """The same, with what was noticed afterwards."""
        return msgspec.structs.replace(self, findings=(*self.findings, *findings))


def take_out(act: Act, slug: str, why: str) -> Withdrawn:
    """See `camket.server.registry.actions.withdraw`. A tombstone is taken out again without any change."""
    if not why.strip():
        raise UsageError("withdraw.no_reason")
    row = Document.objects.filter(slug=slug).first()
    if row is None:
        raise UsageError("paper.unknown", slug=slug)
    digest = bytes(row.sha256).hex()
    act.touched("document", digest)
    act.noted(why=why)
    if row.withdrawn_on is not None:
        return Withdrawn(digest=digest, slug=row.slug)
    placements = Placement.objects.filter(fact__document=row)
    groups, left = groups_of(placements), set(placements.values_list("series_id", flat=True))
    facts, names = row.facts.count(), _names_in(row)
    stood = Standing.objects.filter(placement__fact__document=row).count()
    copies = copies_of(row)
    tasks = forget_words(row, timezone.localdate(act.at))
    forget_answers(row)
    targets, key = _without_targets(row), row.text_key
    for related in _hanging_on(row):
        related._default_manager.filter(document=row).delete()
    forget_made()
    for forget in _naming_papers():
        forget()
    _bury(row, act, why)
    groups |= settle_sources([bytes(key)] if key is not None else [])
    settle(groups)
    forget_empty_series(left)
    gone = _without_names(names, act)
    act.noted(facts=facts, targets=targets, tasks=tasks)
    return Withdrawn(
        digest=digest, slug=row.slug, facts=facts, values=stood, copies=copies, targets=targets, names=gone,
        findings=_to_do(copies),
    )  # fmt: skip


def refused(row: Document, name: str) -> Finding:
    """What is said when the bytes of a withdrawn paper are loaded again."""
    gone = day(row.withdrawn_on) if row.withdrawn_on is not None else ""
    said = message("withdraw.refused", file=name, day=gone, who=row.withdrawn_by, why=row.withdrawn_why)
    return Finding(message=said, level="warning", where=name)


def _hanging_on(row: Document) -> Sequence[type[Model]]:
    """The models whose rows belong to a paper: its text, readings, facts, entries of search, and whatever is added."""
    relations = (each for each in row._meta.related_objects if each.on_delete is CASCADE)
    return [each.related_model for each in relations if each.field.name == "document"]


def forget_made() -> None:
    """Take away what was made of many papers: it may tell what must not be told any more."""
    for made in _made_of_papers():
        made._default_manager.all().delete()


def _made_of_papers() -> Sequence[type[Model]]:
    """The models that keep what was made of many papers, to be made anew when it is asked for (`made_of_papers`)."""
    return [model for model in apps.get_models() if getattr(model, "made_of_papers", False)]


def _naming_papers() -> Iterator[Callable[[], None]]:
    """How models that may name files of papers forget those names (`forget_papers`)."""
    return (model.forget_papers for model in apps.get_models() if hasattr(model, "forget_papers"))


def _bury(row: Document, act: Act, why: str) -> None:
    """Leave of a row its digest, the day, the reason and the person."""
    digest = bytes(row.sha256)
    blank = Document(sha256=digest, name=digest.hex(), slug=f"{TOMBSTONE}{digest.hex()[:_ADDRESS]}", format="")
    blank.id, blank.access, blank.read_on, blank.head = row.id, row.access, row.read_on, pack(Head())
    blank.owner, blank.loaded_by, blank.stage = row.owner, row.loaded_by, row.stage
    blank.withdrawn_on = timezone.localdate(act.at)
    blank.withdrawn_by, blank.withdrawn_why = act.who.name, why
    blank.save(force_update=True)
    row.slug = blank.slug


def copies_of(row: Document) -> tuple[str, ...]:
    """The addresses of the other papers that hold the same text."""
    if row.text_key is None:
        return ()
    same = Document.objects.filter(text_key=row.text_key, withdrawn_on__isnull=True).exclude(id=row.id)
    return tuple(same.order_by("slug").values_list("slug", flat=True))


def _to_do(copies: Sequence[str]) -> tuple[Finding, ...]:
    said = [Finding(message=message("withdraw.backups"), level="warning")]
    if copies:
        told = message("withdraw.copies", count=len(copies), slugs=", ".join(copies))
        said.append(Finding(message=told, level="warning"))
    return tuple(said)


def _without_targets(row: Document) -> int:
    """Typed targets that cite the paper go; what it changed or dropped holds as if the paper had never been."""
    gone = list(row.typed_targets.order_by("-since", "-id"))
    for target in gone:
        former = target.replaces
        Target.objects.filter(replaces=target).update(replaces=former)
        target.delete()
        if former is not None and former.ended_by_id == row.id:
            former.until, former.ended_by = target.until, target.ended_by
            former.save()
    for dropped in Target.objects.filter(ended_by=row):
        later = Target.objects.filter(plan=dropped.plan_id, number=dropped.number, since__gte=dropped.until)
        dropped.until, dropped.ended_by = later.order_by("since").values_list("since", flat=True).first(), None
        dropped.save()
    return len(gone)


def _names_in(row: Document) -> list[Correction]:
    """The names given to things that the paper's words hold."""
    text = DocumentText.objects.filter(document=row).values_list("folded", flat=True).first() or ""
    held = f" {_spread(' '.join((text, row.issuer, row.publisher)))} "
    names = Correction.objects.filter(kind__in=("indicator", "area", "body")).exclude(of="").order_by("id")
    return [each for each in names if f" {_spread(each.of.removeprefix(OTHER))} " in held]


def _spread(text: str) -> str:
    """Its words without marks, one blank between two."""
    return " ".join(_NOT_WORD.split(search_text(text))).strip()


def _without_names(names: Iterable[Correction], act: Act) -> int:
    """Of those names the ones that no paper holds any more: they are words of the withdrawn one, and go."""
    gone = [row for row in names if not touched_papers([record(row)])]
    for row in gone:
        row.of = row.key = ""
        if row.revoked_at is None:
            row.revoked_at, row.revoked_by = act.at, act.who.name
        row.save()
        act.touched("correction", row.id)
    return len(gone)
