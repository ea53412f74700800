"""What `camket plan` does: read a list, enter it, change and drop targets, show what plans hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec

from camket.cli.flow import facts_of
from camket.cli.output import harmless, print_json, print_table
from camket.errors import UsageError
from camket.exchange.target_list import TargetList, period_written, read_target_list
from camket.extract.tables.cell import value_of
from camket.findings import Finding, finding_record
from camket.grammar.fold import fold
from camket.model.message import message
from camket.model.period import Period
from camket.model.scoreboard import Bound
from camket.read import read
from camket.report.dates import period as period_text
from camket.report.layout import Cell
from camket.report.naming import area_name
from camket.report.numbers import bound
from camket.words import Language, say, term

if TYPE_CHECKING:
    from camket.model.plan import Plan
    from camket.model.plan import Target as TargetRecord
    from camket.server.registry.models import Target
    from camket.server.registry.planning import PlanChanged


class AskedPlan(NamedTuple):
    """The plan that a list is of."""

    title: str
    area: str
    period: Period


def asked(title: str | None, area: str | None, period: str | None) -> AskedPlan:
    """The plan of the options.

    Raises:
        UsageError: one is missing, or the period is none of a plan.
    """
    for name, value in (("--title", title), ("--area", area), ("--period", period)):
        if not value:
            raise UsageError("cli.missing", name=name)
    over = period_written(period or "")
    if over is None or over.first is None:
        raise UsageError("plan.bad_period", value=period)
    return AskedPlan(title or "", area or "", over)


def load(file: Path, plan: AskedPlan, source: str, by: str | None, language: Language, *, as_json: bool) -> None:
    """Enter a list. Where any row is wrong every wrong row is told, nothing is entered, and the exit code is 1."""
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.load_plan import load_plan
    from camket.server.registry.planning import checked, entry_of

    listed = _read(file, plan.period, source or by or "")
    entries = [entry_of(each) for each in listed.targets]
    trouble = (*listed.trouble, *checked(entries, file.name))
    if trouble:
        _refuse(trouble, language, as_json=as_json)
    done = load_plan(CONSOLE, plan.title, plan.area, plan.period, entries, by=by)
    if as_json:
        print_json(msgspec.json.format(msgspec.json.encode(done)) + b"\n")
    else:
        _tell(done, language)


def change(plan: str, number: str, value: str, by: str, since: date | None, language: Language) -> None:
    """Change a target by a paper."""
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.change_target import change_target
    from camket.server.registry.planning import targets_of

    said = value_of(fold(value))
    target = targets_of(plan, number)[0]
    if said is None or not _fits(target, said.unit.base if said.unit is not None else None):
        raise UsageError("plan.bad_value", value=value, unit=target.unit)
    factor = said.unit.factor if said.unit is not None else Decimal(1)
    high = said.high * factor if said.high is not None else None
    comparator = said.comparator if said.comparator not in ("eq", "range") else None
    done = change_target(
        CONSOLE, plan, number, said.value * factor, by=by, value_high=high, comparator=comparator, day=since
    )
    _tell(done, language)


def drop(plan: str, number: str, by: str, since: date | None, language: Language) -> None:
    """Drop a target by a paper."""
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.drop_target import drop_target

    _tell(drop_target(CONSOLE, plan, number, by=by, day=since), language)


def show(slug: str | None, language: Language) -> None:
    """The plans that people entered, or the targets of one."""
    from camket.server.registry.typed import typed_plans

    plans, _ = typed_plans()
    if slug is None:
        rows = [
            [
                Cell(each.id),
                Cell(harmless(each.title)),
                Cell(area_name(each.area, language)),
                Cell(str(_numbered(each))),
            ]
            for each in plans
        ]
        if rows:
            print_table(("column.id", "column.plan", "column.area", "column.count"), rows, language)
        else:
            click.echo(term("plan.none", language))
        return
    plan = next((each for each in plans if each.id == slug), None)
    if plan is None:
        raise UsageError("plan.unknown", slug=slug)
    columns = (
        "column.number_of_target",
        "column.target",
        "column.bound",
        "column.period",
        "column.body",
        "column.source",
    )
    print_table(columns, [_row(each, language) for each in plan.targets], language)


def _numbered(plan: Plan) -> int:
    """How many numbered targets a plan has, components counted with their whole."""
    return len({each.whole or each.number for each in plan.targets})


def _read(file: Path, period: Period, cited: str) -> TargetList:
    return read_target_list(facts_of(read(file)), period, file=file.name, cited=cited)


def _fits(target: Target, unit: str | None) -> bool:
    """Whether a value is said in the unit of a target; money is never said without."""
    return unit == target.unit or (unit is None and target.unit not in ("VND", "USD"))


def _refuse(trouble: tuple[Finding, ...], language: Language, *, as_json: bool) -> None:
    if as_json:
        told = [finding_record(each, language) for each in trouble]
        print_json(msgspec.json.format(msgspec.json.encode({"findings": told})) + b"\n")
    else:
        for each in trouble:
            click.echo(f"{term('level.error', language)}: {harmless(say(each.message, language))}", err=True)
        click.echo(say(message("plan.refused", count=len(trouble)), language), err=True)
    click.get_current_context().exit(1)


def _tell(done: PlanChanged, language: Language) -> None:
    fields = msgspec.structs.asdict(done)
    click.echo(say(message("plan.done", **fields), language))


def _row(target: TargetRecord, language: Language) -> list[Cell]:
    statement, limits = target.statement, target.bound
    figure = statement.figure
    each_year = statement.series is not None and statement.series.is_of_each_year
    asked_for = Bound.of(limits, figure.comparator, figure.unit, each_year=each_year)
    return [
        Cell(target.number, "quiet"),
        Cell(harmless(figure.indicator_text or "")),
        Cell(bound(asked_for, language)),
        Cell(period_text(figure.period, language)),
        Cell(harmless(target.body)),
        Cell(harmless(statement.source.name)),
    ]
