"""Plans whose targets a person entered, beside those that were read in papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import NamedTuple

import msgspec

from camket import catalogue
from camket.model.fact import Figure, Placement
from camket.model.period import Period, parse_period
from camket.model.plan import Plan, PlanKind, Target, TypedTarget
from camket.model.series import Statement
from camket.resolve.corrections import standing_area
from camket.resolve.givers import giver_named
from camket.resolve.naming import read_name
from camket.resolve.placing import figure_interval, indicator_of
from camket.resolve.plans import at_opening, due_only, plan_id, target_key
from camket.resolve.series import EACH_YEAR, series_of
from camket.rules.numeral.item import show


class PlanIdentity(NamedTuple):
    """What a plan is known by.

    Attributes:
        id: the same as where papers speak of it.
        kind: what sort of plan.
        area: slug of the area; None where the catalogue does not know it.
    """

    id: str
    kind: PlanKind
    area: str | None


def identify(title: str, area: str, period: Period) -> PlanIdentity:
    """The identity of a plan by its title, its area (a slug or a name) and what it runs over.

    A plan of several years is that of the area as it stood in the first of them, a yearly plan as on its first day.
    """
    named = read_name(title).kind
    kind: PlanKind = named or ("congress" if period.is_term else "yearly" if period.is_year else "horizon")
    if kind == "yearly" and not period.is_year:
        kind = "congress" if period.is_term else "horizon"
    first = period.first if kind in ("congress", "horizon") else None
    about = parse_period(str(first.year)) if first is not None else period
    found = standing_area(area, about, about.last if about is not None else None).slug
    slug = at_opening(found, kind, period) if found is not None else None
    known_by = due_only(period) if kind == "horizon" else period
    return PlanIdentity(plan_id(kind, slug or area, known_by, title), kind, slug)


def typed_plan(identity: PlanIdentity, title: str, period: Period, targets: Iterable[TypedTarget]) -> Plan:
    """A plan with the targets that a person entered, in their order."""
    area = identity.area or ""
    return Plan(
        id=identity.id,
        kind=identity.kind,
        title=title,
        names=(title,),
        area=area,
        period=period,
        targets=tuple(typed_target(each, identity.id, title, area) for each in targets),
    )


def typed_target(typed: TypedTarget, plan: str, title: str, area: str) -> Target:
    """One target that a person entered, as every other target is."""
    statement = _statement(typed, plan, title, area)
    period = statement.period
    return Target(
        statement=statement,
        bound=statement.interval,
        due=period.last if period is not None else None,
        period=period,
        number=typed.number,
        whole=typed.whole,
        body=typed.body,
        giver=giver_named(typed.source.title or "") or giver_named(title),
    )


def together(read: Iterable[Plan], typed: Iterable[Plan], ended: Mapping[str, Iterable[Target]]) -> tuple[Plan, ...]:
    """Plans read in papers and plans that people entered, each plan once, by id.

    Args:
        read: what papers say.
        typed: what people entered, as it holds.
        ended: by plan, the targets that a paper changed or dropped; papers that set them no longer count.
    """
    plans = {plan.id: plan for plan in read}
    for plan in typed:
        known = plans.get(plan.id)
        plans[plan.id] = plan if known is None else _one(known, plan, ended.get(plan.id, ()))
    return tuple(plans[id_] for id_ in sorted(plans))


def _one(read: Plan, typed: Plan, ended: Iterable[Target]) -> Plan:
    """The list first, then what papers ask for besides; what they say alike is told with the target of the list."""
    gone = {_key(target) for target in ended}
    repeats: dict[str, list[str]] = {}
    listed = {_key(target) for target in typed.targets}
    others = []
    for target in read.targets:
        key = _key(target)
        if key in listed:
            repeats.setdefault(key, []).extend((target.statement.id, *target.repeats))
        elif key not in gone:
            others.append(target)
    own = (msgspec.structs.replace(target, repeats=tuple(repeats.get(_key(target), ()))) for target in typed.targets)
    return msgspec.structs.replace(
        read,
        title=typed.title,
        names=tuple(sorted({*read.names, *typed.names})),
        period=typed.period or read.period,
        targets=(*own, *others),
    )


def _key(target: Target) -> str:
    return target_key(target.statement, target.period)


def _statement(typed: TypedTarget, plan: str, title: str, area: str) -> Statement:
    figure = _figure(typed, plan, title, area)
    return Statement(
        figure=figure,
        source=typed.source,
        series=series_of(figure, following=EACH_YEAR if typed.each_year else "", preceding=f"{typed.name} "),
        period=parse_period(typed.period),
        interval=figure_interval(figure),
    )


def typed_mention(typed: TypedTarget, plan: str) -> str:
    """The id that stands for the mention of a target which a person entered: what it asks for, in which plan."""
    told = (plan, typed.number, typed.indicator, typed.value, typed.value_high, typed.comparator, typed.period)
    apart = tuple(filter(None, (typed.price_basis, typed.each_year)))  # ids of targets without them stay as they were
    said = repr((*told, *apart))
    return f"typed-{sha256(said.encode()).hexdigest()[:16]}"


def _figure(typed: TypedTarget, plan: str, title: str, area: str) -> Figure:
    value = show(typed.value) if typed.value_high is None else f"{show(typed.value)}-{show(typed.value_high)}"
    bare = Figure(
        id=typed_mention(typed, plan),
        start=0,
        end=0,
        quote=value,
        confidence=1.0,
        indicator=typed.indicator,
        indicator_text=typed.name,
        value=typed.value,
        value_high=typed.value_high,
        unit=typed.unit,
        comparator=typed.comparator,
        measure=typed.measure,
        price_basis=typed.price_basis or None,
        role="target",
        period=typed.period,
        period_stated=True,
        area=catalogue.area(area).name if area else None,
        plan=title,
    )
    known, period = indicator_of(bare), parse_period(typed.period)
    placed = Placement(
        indicator=known.id if known is not None else None,
        area=area or None,
        from_=_iso(period.first if period is not None else None),
        to=_iso(period.last if period is not None else None),
    )
    return msgspec.structs.replace(bare, resolved=placed)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
