"""The queue of review by paper: kept, and brought up to date by what came since it was last asked for."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, QuerySet

from camket.server.pages.models import QueueLine, QueueState
from camket.server.pages.review.grades import Grade, packed
from camket.server.registry.access import Reader
from camket.server.registry.models import Fact, Judgement, Placement, Reading
from camket.server.registry.reviewing import MATTERS, Known, waiting, weighed


def lines(reader: Reader, known: Known, board: int) -> QuerySet[QueueLine]:
    """The papers in which something waits, of all accesses; whoever asks keeps to those that may be seen.

    Args:
        reader: whose scoreboard `known` is of.
        known: what the order knows besides the facts.
        board: the number of that scoreboard.
    """
    now = _state(reader, known, board)
    last = QueueState.objects.filter(readers=now.readers).first()
    changed = None if last is None or last.frame != now.frame else _changed(last, now)
    if changed is None or changed:
        try:
            with transaction.atomic():
                _make(now, known, changed)
        except IntegrityError:  # another process makes the same ones
            pass
    return QueueLine.objects.filter(readers=now.readers, count__gt=0).order_by("-most", "-count", "-document")


def _state(reader: Reader, known: Known, board: int) -> QueueState:
    """What there is now."""
    undone = Judgement.objects.aggregate(last=Max("id"), undone=Max("undone_at"))
    return QueueState(
        readers=reader.group.key,
        frame=f"{known.today} {board} {len(known.planned)}",
        reading=Reading.objects.aggregate(last=Max("id"))["last"] or 0,
        placement=Placement.objects.aggregate(last=Max("id"))["last"] or 0,
        judgement=undone["last"] or 0,
        undone_at=undone["undone"],
    )


def _changed(last: QueueState, now: QueueState) -> set[int]:
    """The papers that were read, placed or judged since, or whose judgements were undone."""
    found: set[int] = set()
    if now.reading != last.reading:
        found |= set(Reading.objects.filter(id__gt=last.reading).values_list("document", flat=True))
    if now.placement != last.placement:
        rows = Placement.objects.filter(id__gt=last.placement, fact__isnull=False)
        found |= set(rows.values_list("fact__document", flat=True))
    if now.judgement != last.judgement:
        found |= set(Judgement.objects.filter(id__gt=last.judgement).values_list("document", flat=True))
    if now.undone_at is not None and now.undone_at != last.undone_at:
        since = Judgement.objects.filter(undone_at__isnull=False)
        since = since.filter(undone_at__gt=last.undone_at) if last.undone_at is not None else since
        found |= set(since.values_list("document", flat=True))
    return found


def _make(now: QueueState, known: Known, papers: Iterable[int] | None) -> None:
    """Make the lines of some papers anew, or of all, and keep what they were made of."""
    old, facts = QueueLine.objects.filter(readers=now.readers), Fact.objects.all()
    if papers is not None:
        old, facts = old.filter(document__in=papers), facts.filter(document__in=papers)
    told = weighed(waiting(facts.filter(document__withdrawn_on__isnull=True)), known).order_by()
    alike = told.values_list("document", *Grade._fields[:-1]).annotate(count=Count("id"))
    graded: dict[int, list[Grade]] = {}
    for paper, *grade in alike:
        graded.setdefault(paper, []).append(Grade(*grade))
    made = [
        QueueLine(
            readers=now.readers, document_id=paper, most=max(each.urgency for each in grades),
            count=sum(each.many for each in grades), grades=packed(grades),
            **{f"of_{name}": sum(each.many for each in grades if getattr(each, name)) for name in MATTERS},
        )
        for paper, grades in graded.items()
    ]  # fmt: skip
    old.delete()
    QueueLine.objects.bulk_create(made, batch_size=200)
    QueueState.objects.filter(readers=now.readers).delete()
    now.save()
