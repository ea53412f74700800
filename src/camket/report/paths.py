"""Growth paths in words, and in one chart: from what is known to what each path comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from camket.assess.scenario import Needed, Path, Run
from camket.assess.starts import Start
from camket.model.message import message
from camket.report.chart import Aim, Chart, Mark
from camket.report.courses import Course, Step
from camket.report.naming import distance_text, indicator_name, word
from camket.report.numbers import amount, axis
from camket.report.wording import reason
from camket.words import Language, say, sentences, term

_MIDDLE = (7, 1)
_MOST_PAST = 8


class PathRow(msgspec.Struct, frozen=True, kw_only=True):
    """A path in its table: what it comes to in its last year, and how that was worked out.

    `inputs` are the mentions that draw it, `gap` is how far from the goal it ends, `style` how its line looks.
    """

    name: str
    growth: str
    value: str
    method: str
    gap: str
    enough: bool | None
    inputs: tuple[str, ...]
    style: int


class YearRow(msgspec.Struct, frozen=True, kw_only=True):
    """What each path comes to in a year: its name and the value."""

    year: int
    cells: tuple[tuple[str, str], ...]


def start_name(start: Start, language: Language) -> str:
    """What a level is of: `GRDP bình quân đầu người, USD`; of a size its prices too."""
    basis = word(f"price.{start.series.price_basis}", language) if start.series.price_basis else ""
    unit = axis(start.level.value, start.level.unit, language).unit
    return ", ".join(filter(None, (indicator_name(start.series.indicator, None, language), basis, unit)))


def path_name(path: Path, language: Language) -> str:
    """A path by its word, else as it is called; one that papers draw says so."""
    code = f"scenario.path.{path.name}"
    name = term(code, language) if code in sentences(language) else path.name
    name = name[:1].upper() + name[1:]
    return say(message("scenarios.of_paper", name=name), language) if path.inputs else name


def path_rows(
    paths: Sequence[Path], runs: Sequence[Run], goal: Decimal | None, language: Language
) -> tuple[PathRow, ...]:
    """What each path comes to in its last year, beside a goal where there is one."""
    pairs = enumerate(zip(paths, runs, strict=True))
    return tuple(_row(place, path, run, goal, language) for place, (path, run) in pairs if run.years)


def year_rows(paths: Sequence[Path], runs: Sequence[Run], language: Language) -> tuple[YearRow, ...]:
    """Year by year, a value for each path that can be run."""
    pairs = zip(paths, runs, strict=True)
    told = [(path_name(path, language), run) for path, run in pairs if run.years]
    return tuple(
        YearRow(
            year=steps[0].year,
            cells=tuple(
                (name, _value(run, step.value, language)) for (name, run), step in zip(told, steps, strict=True)
            ),
        )
        for steps in zip(*(run.years for _, run in told), strict=True)
    )


def needed_text(wanted: Needed, language: Language) -> str:
    """The growth that is needed, in a sentence; empty where it cannot be told."""
    if wanted.growth is None or wanted.yearly is None:
        return ""
    rates = {"growth": wanted.growth, "yearly": wanted.yearly}
    said = {name: amount(rate, "percent", language) for name, rate in rates.items()}
    return say(message("scenario.needed", first=wanted.first, last=wanted.last, **said), language)


def paths_chart(
    start: Start,
    paths: Sequence[Path],
    runs: Sequence[Run],
    goal: Decimal | None,
    links: Mapping[str, str],
    language: Language,
    *,
    name: str,
) -> Chart:
    """The past with its sentences, each path a course whose points lead to the row of their year, the goal an aim."""
    told = [(place, run) for place, run in enumerate(runs) if run.years]
    largest = max([start.level.value, *(run.years[-1].value for _, run in told), *([goal] if goal else [])])
    top = axis(largest, start.level.unit, language)
    title = start_name(start, language)
    known = start.past[-_MOST_PAST:]
    last = max((run.years[-1].year for _, run in told), default=start.level.year)
    aims: tuple[Aim, ...] = ()
    if goal is not None:
        said = say(message("scenarios.goal_says", year=last, value=amount(goal, start.level.unit, language)), language)
        aims = (Aim(first=date(last, 1, 1), last=date(last, 12, 31), low=goal / top.factor, high=goal / top.factor,
                    toward="up", label=said),)  # fmt: skip
    line = tuple(
        Mark(
            when=date(point.period.last.year, *_MIDDLE), value=point.value / top.factor,
            kind="estimate" if point.estimated else "actual",
            label=f"{point.period.last.year}: {amount(point.value, start.level.unit, language)}",
            href=links.get(point.statement, ""),
        )
        for point in known
    )  # fmt: skip
    desc = "; ".join(f"{path_name(paths[place], language)}: {_end(run, language)}" for place, run in told)
    return Chart(
        name=name,
        title=title,
        desc=desc or title,
        unit=top.unit,
        lines=(line,),
        aims=aims,
        courses=tuple(_course(start, paths[place], run, place, top.factor, language) for place, run in told),
    )


def _course(start: Start, path: Path, run: Run, style: int, factor: Decimal, language: Language) -> Course:
    first = Step(when=date(start.level.year, *_MIDDLE), value=start.level.value / factor)
    steps = (
        Step(
            when=date(step.year, *_MIDDLE), value=step.value / factor, href=f"#nam-{step.year}",
            label=f"{path_name(path, language)}, {step.year}: {_value(run, step.value, language)}",
        )
        for step in run.years
    )  # fmt: skip
    return Course(steps=(first, *steps), style=style)


def _row(style: int, path: Path, run: Run, goal: Decimal | None, language: Language) -> PathRow:
    last = run.years[-1].value
    growth = amount(path.growth, "percent", language)
    return PathRow(
        name=path_name(path, language),
        growth=say(message("scenario.more_than", value=growth), language) if path.least else growth,
        value=_value(run, last, language),
        method=reason(run.method, language),
        gap=distance_text(short(last) - goal, run.unit, language) if goal is not None else "",
        enough=last >= goal if goal is not None else None,
        inputs=path.inputs,
        style=style,
    )


def _value(run: Run, value: Decimal, language: Language) -> str:
    shown = amount(short(value), run.unit, language)
    return say(message("scenario.more_than", value=shown), language) if run.least else shown


def _end(run: Run, language: Language) -> str:
    return f"{run.years[-1].year} {_value(run, run.years[-1].value, language)}"


def short(value: Decimal) -> Decimal:
    """To five digits: what lies below is told by no assumption."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 4)) if value else value
