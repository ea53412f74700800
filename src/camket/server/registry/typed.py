"""Plans that people entered, from their rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from camket.model.period import Period, parse_period
from camket.model.plan import Plan, TypedTarget
from camket.model.plan import Target as TargetRecord
from camket.model.series import Source
from camket.resolve.typed import PlanIdentity, typed_mention, typed_plan, typed_target
from camket.rules.numeral.item import show
from camket.server.registry import models
from camket.server.registry.access import Reader, papers
from camket.server.registry.keys import mention_key


def typed_plans(
    as_of: date | None = None, known_on: date | None = None, reader: Reader | None = None
) -> tuple[tuple[Plan, ...], dict[str, tuple[TargetRecord, ...]]]:
    """The plans that people entered, as they hold; and by plan the targets that papers changed or dropped.

    Args:
        as_of: what held on that day; None: what holds now.
        known_on: what had been entered by then.
        reader: whose view it is; what cites a paper that he may not see is left out, and what such a paper changed or
            dropped holds for him as before.
    """
    plans, ended = [], {}
    for row in models.Plan.objects.order_by("slug"):
        entered = row.targets.select_related("cited_paper").order_by("position", "id")
        if known_on is not None:
            entered = entered.filter(entered_on__lte=known_on)
        if reader is not None:
            entered = entered.filter(Q(cited_paper__isnull=True) | papers(reader, "cited_paper__"))
        held = list(holding(entered, as_of, reader))
        identity, period = PlanIdentity(row.slug, row.kind, row.area), _period(row)  # type: ignore[arg-type]  # only kinds are written
        gone = [each for each in entered if each.until is not None and each not in held and _begun(each, as_of)]
        ended[row.slug] = tuple(typed_target(typed(each), row.slug, row.title, row.area) for each in gone)
        if held:
            plans.append(typed_plan(identity, row.title, period, map(typed, held)))
    return tuple(plans), ended


def holding(
    targets: QuerySet[models.Target], day: date | None = None, reader: Reader | None = None
) -> QuerySet[models.Target]:
    """Those that hold on a day; without one, those that no paper has ended. Only papers that `reader` may see end."""
    unseen = Q() if reader is None else Q(ended_by__isnull=False) & ~papers(reader, "ended_by__")
    if day is None:
        return targets.filter(Q(until__isnull=True) | unseen)
    begun, going = Q(since__isnull=True) | Q(since__lte=day), Q(until__isnull=True) | Q(until__gt=day)
    return targets.filter(begun, going | unseen)


def rows_of(
    mentions: Iterable[bytes], reader: Reader, areas: Iterable[str] | None = None
) -> dict[bytes, models.Target]:
    """By key of the mention the target that a person entered, as far as a reader may see what it cites.

    Ids are made of what is asked for and lie in no column: the lists are gone through, of the plans of some areas alone
    where these are named. Of one that was asked for twice, the latest that was entered.
    """
    wanted = frozenset(mentions)
    if not wanted:
        return {}
    seen = models.Target.objects.filter(Q(cited_paper__isnull=True) | papers(reader, "cited_paper__"))
    rows = seen if areas is None else seen.filter(plan__area__in=list(areas))
    held = rows.select_related("plan", "cited_paper").order_by("id")
    found = ((mention_key(typed_mention(typed(row), row.plan.slug)), row) for row in held)
    return {key: row for key, row in found if key in wanted}


def typed(row: models.Target) -> TypedTarget:
    """The target of a row."""
    return TypedTarget(
        number=row.number,
        whole=row.whole,
        name=row.name,
        indicator=row.indicator,
        measure=row.measure,  # type: ignore[arg-type]  # only measures are written
        unit=row.unit,
        value=_plain(row.value),
        value_high=_plain(row.value_high) if row.value_high is not None else None,
        comparator=row.comparator,  # type: ignore[arg-type]  # only comparators are written
        period=row.period,
        price_basis=row.price_basis,
        each_year=row.each_year,
        body=row.body,
        source=_source(row),
    )


def _source(row: models.Target) -> Source:
    paper = row.cited_paper
    if paper is None:
        return Source(document=row.cited_person, published=row.since)
    kind = paper.source_kind
    return Source(document=paper.name, title=paper.title or None, published=paper.said_on, kind=kind)  # type: ignore[arg-type]  # only kinds are written


def _begun(row: models.Target, day: date | None) -> bool:
    return day is None or row.since is None or row.since <= day


def _period(row: models.Plan) -> Period:
    period = parse_period(row.period)
    if period is None:
        raise ValueError(f"plan {row.slug} has no period")
    return period


def _plain(value: Decimal) -> Decimal:
    """Without the zeros that the column adds."""
    return Decimal(show(value))
