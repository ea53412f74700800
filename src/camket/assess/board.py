"""Put the scoreboard together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from camket.assess import composite, criteria, plausible, tallies
from camket.assess.aims import gathered, with_changes
from camket.assess.answering import answered
from camket.assess.case import Judged, Outlook
from camket.assess.counting import counted
from camket.assess.differing import differing
from camket.assess.dropping import with_drops
from camket.assess.plan_papers import papers_of
from camket.assess.progress import judge
from camket.assess.readings import Point, Values
from camket.findings import Finding
from camket.model.document import Head
from camket.model.extraction import Extraction
from camket.model.fact import Directive
from camket.model.interval import Interval, bound
from camket.model.message import Message, message
from camket.model.period import parse_period
from camket.model.plan import Plan, Target
from camket.model.scoreboard import (
    Bound,
    DirectiveLine,
    PlanBoard,
    ScenarioLine,
    Scoreboard,
    TargetLine,
    ValueLine,
)
from camket.model.series import Source, Standing, Statement
from camket.registry.protocol import Registry
from camket.resolve.placing import document_day
from camket.resolve.series import source_of
from camket.rules.numeral.item import show


def scoreboard(registry: Registry, as_of: date | None, outlook: Outlook | None = None) -> Scoreboard:
    """Where a registry stands at a day; see `camket.assess.assess`.

    Args:
        registry: what papers say.
        as_of: the day.
        outlook: how likely targets are reached by their due; None: the pace had beside the pace needed decides.
    """
    view = registry.as_of(as_of) if as_of is not None else registry
    extractions, statements = view.extractions(), view.statements()
    day = as_of or _latest_day(extractions)
    values = Values(statements)
    plans = with_drops([with_changes(gathered(plan)) for plan in view.plans()], extractions)
    repeated = {id_ for plan in plans for target in plan.targets for id_ in target.repeats}
    sources = {each.id: each.source for each in statements if each.id in repeated} if repeated else {}
    judged = {
        plan.id: tuple(
            answered(plan, target, judge(target, plan, values, day, outlook), extractions, day)
            for target in plan.targets
        )
        for plan in plans
    }
    heads = {extraction.document.id: extraction.document.head for extraction in extractions}
    boards = tuple(_plan_board(plan, judged[plan.id], sources, heads) for plan in plans)
    found = differing(extractions, statements, values, plans, boards)
    return Scoreboard(
        as_of=day,
        plans=boards,
        scenarios=tuple(_scenario(each) for each in statements if each.figure.role == "scenario"),
        contradictions=found.contradicting,
        compatible=found.compatible,
        directives=tuple(_directive(each, extraction) for extraction in extractions for each in extraction.directives),
        values=tuple(_value(each) for standings in values.standings.values() for each in standings),
        criteria=criteria.boards(values, statements, day),
        indices=composite.boards(values, statements),
        findings=(
            *_findings(extractions, plans, undated=as_of is not None),
            *plausible.findings(statements, values),
        ),
    )


def _latest_day(extractions: Iterable[Extraction]) -> date | None:
    days = (document_day(extraction.document.head) for extraction in extractions)
    return max((day for day in days if day is not None), default=None)


def _plan_board(
    plan: Plan, judged: tuple[Judged, ...], sources: Mapping[str, Source], heads: Mapping[str, Head]
) -> PlanBoard:
    states = tuple(each.state for each in judged)
    lines = [_target_line(target, each, sources) for target, each in zip(plan.targets, judged, strict=True)]
    return PlanBoard(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        area=plan.area,
        period=str(plan.period) if plan.period is not None else None,
        targets=tuple(line for line in lines if not line.is_gone),
        tallies=tallies.lines(plan, states),
        counted=counted(plan, states),
        replaced=tuple(line for line in lines if line.is_gone),
        papers=papers_of(plan, sources, heads),
    )


def _target_line(target: Target, judged: Judged, sources: Mapping[str, Source]) -> TargetLine:
    statement, point = target.statement, judged.point
    used = (*((point,) if point is not None else ()), *judged.asked)
    figure = statement.figure
    return TargetLine(
        statement=statement.id,
        repeats=target.repeats,
        indicator=figure.counts_for,
        indicator_text=figure.indicator_text,
        measure=figure.measure,
        area=_area(statement),
        due=target.due,
        bound=_bound(statement, target.bound),
        value=point.value if point is not None else None,
        value_period=str(point.period) if point is not None else None,
        value_role=point.role if point is not None else None,
        value_source=point.source if point is not None else judged.answer,
        value_statement=point.statement if point is not None else None,
        state=judged.state,
        # An older value is no result: how far it lies from the bound would be taken for one.
        distance=judged.distance if judged.state != "no_data" else None,
        method=_method(point) if point is not None else None,
        reason=judged.reason,
        source=statement.source,
        other_sources=_other_sources(target, sources),
        pace=judged.pace,
        giver=target.giver,
        number=target.number,
        whole=target.whole,
        inputs=tuple(dict.fromkeys((statement.id, *(id_ for each in used for id_ in each.inputs)))),
        confidence=min(figure.confidence, *(each.confidence for each in used)) if used else figure.confidence,
        replaced_by=target.replaced_by,
        dropped_by=target.dropped_by,
        told_dropped=target.told_dropped,
    )


def _other_sources(target: Target, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """Where other papers set the same target; each paper once, and not the paper of the target itself."""
    papers = {sources[id_].document: sources[id_] for id_ in reversed(target.repeats) if id_ in sources}
    papers.pop(target.statement.source.document, None)
    return tuple(papers[name] for name in sorted(papers))


def _method(point: Point) -> Message:
    """How the value was come by."""
    years = ", ".join(str(year) for year in point.years)
    base = show(point.base) if point.base is not None else ""
    return message(f"assess.by_{point.role}", period=point.period, years=years, source=point.source.name, base=base)


def _bound(statement: Statement, interval: Interval) -> Bound:
    each_year = statement.series is not None and statement.series.is_of_each_year
    return Bound.of(interval, statement.figure.comparator, statement.figure.unit, each_year=each_year)


def _area(statement: Statement) -> str | None:
    return statement.series.area if statement.series is not None else statement.figure.area


def _scenario(statement: Statement) -> ScenarioLine:
    figure = statement.figure
    return ScenarioLine(
        statement=statement.id,
        name=figure.scenario,
        indicator=figure.counts_for,
        measure=figure.measure,
        area=_area(statement),
        period=figure.placed_period,
        bound=_bound(statement, bound(figure.value, figure.comparator, figure.value_high)),
        source=statement.source,
    )


def _directive(directive: Directive, extraction: Extraction) -> DirectiveLine:
    deadline = parse_period(directive.deadline) if directive.deadline else None
    return DirectiveLine(
        statement=directive.id,
        task=directive.quote,
        issuer=directive.issuer,
        issuer_position=directive.issuer_position,
        recipient=directive.recipient,
        deadline=directive.deadline,
        due=deadline.last if deadline is not None else None,
        kind=directive.kind,
        source=source_of(directive, extraction.document),
    )


def _value(standing: Standing) -> ValueLine:
    statement, figure = standing.statement, standing.statement.figure
    return ValueLine(
        statement=statement.id,
        indicator=figure.counts_for,
        measure=figure.measure,
        unit=figure.unit,
        area=_area(statement) or "",
        price_basis=statement.series.price_basis if statement.series is not None else "",
        breakdown=statement.series.breakdown if statement.series is not None else (),
        period=figure.placed_period or "",
        value=figure.value,
        value_high=figure.value_high,
        role=figure.role,
        vintage=figure.vintage,
        rivals=tuple(rival.id for rival in standing.rivals),
        reasons=standing.reasons,
        source=statement.source,
    )


def _findings(extractions: Iterable[Extraction], plans: Iterable[Plan], *, undated: bool) -> Iterator[Finding]:
    """What the documents' reading found, each naming its document, and what no plan or day could be given."""
    for source in (target.told_dropped for plan in plans for target in plan.targets):
        if source is not None:
            said = message("assess.told_dropped", source=source.name, quote=source.quote or "")
            yield Finding(message=said, level="warning", where=source.document, start=source.start, end=source.end)
    held = {placed.tally.id for plan in plans for placed in plan.tallies}
    for extraction in extractions:
        document = extraction.document
        for finding in dict.fromkeys((*document.findings, *extraction.findings)):
            yield msgspec.structs.replace(finding, where=finding.where or document.id)
        if undated and document_day(document.head) is None:
            yield Finding(message=message("assess.document_undated", document=document.id), where=document.id)
        for tally in extraction.tallies:
            if tally.id not in held and tally.state != "other":
                said = message("assess.tally_without_plan", quote=tally.quote)
                yield Finding(message=said, level="info", start=tally.start, end=tally.end, where=document.id)
