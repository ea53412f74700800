"""Who may see a paper, changed by an approver; figures held back until a day; figures preferred for a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec
from django.db.models import Q, QuerySet
from django.utils import timezone

from camket.errors import UsageError
from camket.model.series import Statement
from camket.registry.policy import VINTAGES, vintage_rank
from camket.report.dates import day as day_text
from camket.server.registry.acting import Act
from camket.server.registry.keys import mention_key
from camket.server.registry.models import Approval, Document, Embargo, Fact, Loose, Placement, Preference
from camket.server.registry.models.document import Access, Stage
from camket.server.registry.papers import paper_of
from camket.server.registry.placing import COUNTING, groups_of
from camket.server.registry.rights import body_of
from camket.server.registry.sources import settle_sources
from camket.server.registry.standing import settle
from camket.server.registry.store import statements_at
from camket.server.registry.withdrawing import forget_made

_LONGEST_EMBARGO = timedelta(days=730)


class Said(msgspec.Struct, frozen=True):
    """A figure by its mention: the paper that says it, None for a published series."""

    mention: bytes
    document: Document | None


def ask(act: Act, slug: str, access: str, why: str) -> Approval:
    """See `camket.server.registry.actions.ask_approval`."""
    row = paper_of(slug)
    if row.stage == Stage.ENTERED:
        raise UsageError("paper.unknown", slug=slug)  # its body has not let it go
    if access not in Access.values or row.access == access:
        raise UsageError("approval.no_change", slug=slug)
    if row.approvals.filter(decided_at__isnull=True).exists():
        raise UsageError("approval.waits", slug=slug)
    act.touched("document", bytes(row.sha256).hex())
    act.noted(access=access)
    return Approval.objects.create(
        document=row, before=row.access, access=access, asked_by=act.who.name, asked_at=act.at, asked_why=why.strip()
    )


def release(act: Act, slug: str, why: str) -> Approval:
    """See `camket.server.registry.actions.release_paper`."""
    row = paper_of(slug)
    if not row.owner or (act.who.account is not None and row.owner != body_of(act.who.account)):
        raise UsageError("paper.unknown", slug=slug)
    if row.stage == Stage.ENTERED:
        row.stage = Stage.RELEASED
        row.save(update_fields=["stage"])
    return ask(act, slug, Access.PUBLIC, why)


def decide(act: Act, number: int, *, approved: bool, why: str) -> Approval:
    """See `camket.server.registry.actions.approve`. Whoever asked does not decide."""
    waiting = Approval.objects.select_related("document").filter(id=number, decided_at__isnull=True).first()
    if waiting is None:
        raise UsageError("approval.none", number=number)
    if waiting.asked_by == act.who.name and act.who.account is not None:
        raise UsageError("approval.own")
    if not approved and not why.strip():
        raise UsageError("approval.no_reason")
    waiting.approved, waiting.decided_by, waiting.decided_at = approved, act.who.name, act.at
    waiting.decided_why = why.strip()
    waiting.save()
    if approved:
        set_access(waiting.document, waiting.access)
        _let_stand(waiting.document)
    act.touched("document", bytes(waiting.document.sha256).hex())
    act.noted(access=waiting.access, approved=approved)
    return waiting


def close(act: Act, slug: str, access: str, why: str) -> Approval:
    """See `camket.server.registry.actions.close_paper`: fewer may see a paper, from now on."""
    row = paper_of(slug)
    order = list(Access.values)
    if access not in order or order.index(access) <= order.index(row.access):
        raise UsageError("approval.not_closer", slug=slug)
    if not why.strip():
        raise UsageError("approval.no_reason")
    row.approvals.filter(decided_at__isnull=True).update(
        approved=False, decided_by=act.who.name, decided_at=act.at, decided_why=why.strip()
    )
    made = Approval.objects.create(
        document=row, before=row.access, access=access, asked_by=act.who.name, asked_at=act.at,
        asked_why=why.strip(), decided_by=act.who.name, decided_at=act.at, approved=True, decided_why=why.strip(),
    )  # fmt: skip
    set_access(row, access)
    forget_made()
    act.touched("document", bytes(row.sha256).hex())
    act.noted(access=access)
    return made


def set_access(row: Document, access: str) -> None:
    """Write who may see a paper. What stands does not depend on it; each reader's view does."""
    row.access = access
    row.save(update_fields=["access"])


def _let_stand(row: Document) -> None:
    """What a department handed in stands from its approval on."""
    if row.stage == Stage.STANDS:
        return
    row.stage = Stage.STANDS
    row.save(update_fields=["stage"])
    settle(groups_of(Placement.objects.filter(fact__document=row)) | settle_sources([row.text_key]))


def waiting_papers() -> QuerySet[Approval]:
    """What waits for an approver, the longest waiting first."""
    return Approval.objects.filter(decided_at__isnull=True).select_related("document").order_by("asked_at", "id")


def hold_back(act: Act, mention: str, until: date, why: str) -> Embargo:
    """See `camket.server.registry.actions.hold_back`."""
    said = figure_of(mention)
    today = timezone.localdate(act.at)
    if said.document is None:
        raise UsageError("embargo.no_paper")
    if not today < until <= today + _LONGEST_EMBARGO:
        raise UsageError("embargo.day", day=day_text(until))
    held = Embargo.objects.filter(document=said.document, mention=said.mention, ended_at__isnull=True)
    sooner = held.filter(until__gt=until).first()
    if sooner is not None:
        raise UsageError("embargo.longer", day=day_text(sooner.until))
    held.update(ended_at=act.at, ended_by=act.who.name)
    forget_made()
    act.touched("document", bytes(said.document.sha256).hex())
    act.noted(mention=mention, until=until.isoformat())
    return Embargo.objects.create(
        document=said.document, mention=said.mention, until=until, who=act.who.name, at=act.at, why=why.strip()
    )


def lift(act: Act, number: int) -> Embargo:
    """See `camket.server.registry.actions.lift_embargo`."""
    row = in_force(timezone.localdate(act.at)).select_related("document").filter(id=number).first()
    if row is None:
        raise UsageError("embargo.none", number=number)
    row.ended_at, row.ended_by = act.at, act.who.name
    row.save(update_fields=["ended_at", "ended_by"])
    act.touched("document", bytes(row.document.sha256).hex())
    act.noted(embargo=row.id)
    return row


def in_force(today: date) -> QuerySet[Embargo]:
    """The embargoes that hold figures back on a day."""
    return Embargo.objects.filter(until__gt=today, ended_at__isnull=True)


def prefer(act: Act, mention: str, why: str) -> Preference:
    """See `camket.server.registry.actions.prefer`."""
    if not why.strip():
        raise UsageError("approval.no_reason")
    said = figure_of(mention)
    own = _placement(said)
    around = _group(own)
    statements = dict(statements_at(around))
    if any(vintage_rank(each) == VINTAGES["official"] for each in statements.values()):
        raise UsageError("preference.official")
    former = held_among(statements.values())
    if any(bytes(each.mention) == said.mention for each in former):
        raise UsageError("preference.held")
    former.update(ended_at=act.at, ended_by=act.who.name, ended_why=why.strip())
    row = Preference.objects.create(
        document=said.document, mention=said.mention, who=act.who.name, at=act.at, why=why.strip()
    )
    settle(groups_of(around))
    act.touched("preference", row.id)
    act.noted(mention=mention)
    return row


def end_preference(act: Act, number: int, why: str) -> Preference:
    """See `camket.server.registry.actions.end_preference`."""
    if not why.strip():
        raise UsageError("approval.no_reason")
    row = Preference.objects.filter(id=number, ended_at__isnull=True).first()
    if row is None:
        raise UsageError("preference.none", number=number)
    row.ended_at, row.ended_by, row.ended_why = act.at, act.who.name, why.strip()
    row.save()
    settle(groups_of(_placements(bytes(row.mention))))
    act.touched("preference", row.id)
    return row


def figure_of(mention: str) -> Said:
    """The figure of a mention that counts; of several papers with it the one that stands for the text.

    Raises:
        UsageError: there is none.
    """
    key = _key(mention)
    facts = Fact.objects.filter(mention=key, superseded=False, placement__isnull=False).select_related("document")
    found = facts.order_by("document__stands_for", "id").first()
    if found is not None:
        return Said(key, found.document)
    if not Loose.objects.filter(mention=key).exists():
        raise UsageError("figure.none")
    return Said(key, None)


def held_among(statements: Iterable[Statement]) -> QuerySet[Preference]:
    """The preferences that hold for some statements."""
    keys = [mention_key(each.id) for each in statements]
    return Preference.objects.filter(mention__in=keys, ended_at__isnull=True)


def _key(mention: str) -> bytes:
    try:
        found = bytes.fromhex(mention)
    except ValueError:
        raise UsageError("figure.none") from None
    return found


def _placements(mention: bytes) -> QuerySet[Placement]:
    return Placement.objects.filter(COUNTING, Q(fact__mention=mention) | Q(loose__mention=mention))


def _placement(said: Said) -> Placement:
    """Where a figure lies among others, if it does."""
    classes = (Placement.Klass.ACTUAL, Placement.Klass.TARGET)
    found = _placements(said.mention).filter(series__isnull=False, last__isnull=False, klass__in=classes).first()
    if found is None:
        raise UsageError("preference.unplaced")
    return found


def _group(own: Placement) -> QuerySet[Placement]:
    return Placement.objects.filter(COUNTING, series=own.series, klass=own.klass, first=own.first, last=own.last)
