"""Where statements differ, and of which kind the difference is.

Two statements of one series and period contradict where no value fits both. What is no contradiction is told apart:
roundings (a value fits both), revisions (a later release replaces an estimate), and other series (price basis, basis of
the period, area).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product

import msgspec

from camket import catalogue
from camket.assess.aims import TABLE_RULE, by_aim, direction_of, of_one_thing, of_two_givers, stand_together
from camket.assess.likely import Sources, likely
from camket.assess.readings import Values
from camket.model.message import Message, message
from camket.model.plan import Plan, Target
from camket.model.scoreboard import Difference, DifferenceLine, Verdict, numbers_beside
from camket.model.series import Series, Standing, Statement
from camket.registry.policy import VINTAGES, vintage_rank
from camket.rules.numeral.item import show

Found = tuple[Verdict, DifferenceLine]
_ESTIMATE, _UNKNOWN, _RELEASED = "estimate", "unknown", "released"


def differences(values: Values) -> Iterator[Found]:
    """What differs among actuals and estimates: first within each series and period, then between sister series."""
    why = Explainer(values)
    for slots in values.groups.values():
        for statements in slots.values():
            if len(statements) > 1:
                yield from _within(statements, why)
    yield from _between(values)


class Explainer:
    """Says why statements are likely to differ."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._sources = Sources((series, slots.values()) for series, slots in values.groups.items())

    def __call__(self, line: DifferenceLine, statements: Sequence[Statement]) -> DifferenceLine:
        """The line with the likely reasons."""
        return msgspec.structs.replace(line, likely=likely(statements, self._values, self._sources))


def target_differences(plan: Plan) -> Iterator[Found]:
    """Targets of one plan that ask for different numbers of one thing at one due, all of one thing in one line."""
    for everything in by_aim(plan):
        targets = [target for target in everything if not target.is_gone]
        yield from _changes(everything)
        given = [pair for pair in combinations(targets, 2) if of_two_givers(*pair) and pair[0].bound != pair[1].bound]
        if given:
            yield "compatible", _line("givers", _told_by(given), "assess.two_givers")
        pairs = [pair for pair in combinations(targets, 2) if _same_aim(*pair) and pair not in given]
        clashing = [pair for pair in pairs if not pair[0].bound.meets(pair[1].bound)]
        if clashing:
            yield "contradicting", _line("targets", _told_by(clashing), "assess.targets_differ")
        elif pairs:
            yield "compatible", _line("targets", _told_by(pairs), "assess.targets_meet")


def _changes(targets: Sequence[Target]) -> Iterator[Found]:
    """What a later paper asks for instead."""
    held = {target.statement.id: target for target in targets}
    for old in targets:
        new = held.get(old.replaced_by)
        if new is not None:
            yield "compatible", _line("changed", (old.statement, new.statement), "assess.target_changed")


def _same_aim(one: Target, other: Target) -> bool:
    return (
        one.bound != other.bound
        and direction_of(one) == direction_of(other)
        and of_one_thing(one.statement, other.statement)
        and not stand_together(one.statement, other.statement)
    )


def _told_by(pairs: Iterable[tuple[Target, Target]]) -> tuple[Statement, ...]:
    return _in_order(target.statement for pair in pairs for target in pair)


def _within(mentions: Iterable[Statement], why: Explainer) -> Iterator[Found]:
    """The differences within one series and period: one line for what contradicts or was revised, one for roundings."""
    groups = _by_number(mentions)
    statements = [group[0] for group in groups]
    pairs = [(one[0], other[0]) for one, other in combinations(groups, 2) if of_one_thing(one[0], other[0])]
    two_things = {(one[0].id, other[0].id) for one, other in combinations(groups, 2) if _told_apart(one, other)}
    apart = [pair for pair in pairs if not pair[0].interval.meets(pair[1].interval)]
    final = not all(_stage(each) == _ESTIMATE for each in statements)
    clashing = [
        pair
        for pair in apart
        # An estimate told together with the number that took its place is a revision all the same.
        if (pair[0].id, pair[1].id) not in two_things or not _is_contradiction([pair], final=final)
    ]
    told = {statement.id: statement for pair in clashing for statement in pair}
    if _is_contradiction(clashing, final=final):
        same = len({statement.source.document for statement in told.values()}) == 1
        kind: Difference = "same_document" if same else "sources"
        ordered = _in_order(told.values())
        code = "assess.contradiction_table" if same and _across_table(ordered) else f"assess.contradiction_{kind}"
        yield "contradicting", why(_line(kind, ordered, code), ordered)
    elif clashing:
        yield "compatible", _line("revision", sorted(told.values(), key=vintage_rank), "assess.revision")
    rounded = [pair for pair in pairs if pair not in apart and _is_rounding(*pair)]
    if rounded:
        alike = {statement.id: statement for pair in rounded for statement in pair}
        yield "compatible", _line("rounding", _in_order(alike.values()), "assess.rounding")


def _across_table(statements: Iterable[Statement]) -> bool:
    """Whether a table says one thing and a sentence another."""
    return len({statement.figure.rule == TABLE_RULE for statement in statements}) == 2


def _told_apart(one: Iterable[Statement], other: Iterable[Statement]) -> bool:
    """Whether one paper anywhere tells two numbers together, and so of two things."""
    return any(stand_together(*pair) for pair in product(one, other))


def _is_rounding(one: Statement, other: Statement) -> bool:
    """Whether two numbers that may be one are printed apart. A range (`từ 5% đến 6,29%`) is no rounded number."""
    return one.figure.value != other.figure.value and one.figure.value_high is other.figure.value_high is None


def _is_contradiction(clashing: Iterable[tuple[Statement, Statement]], *, final: bool) -> bool:
    """Whether two statements clash that no later release explains.

    Once a final number is out, estimates that disagreed among themselves are revised and done with; but where final
    numbers disagree, the estimates beside them are told too. An `actual` of unknown release explains nothing away.
    """
    for pair in clashing:
        stages = {_stage(statement) for statement in pair}
        if final and _ESTIMATE in stages:
            continue
        if len({vintage_rank(statement) for statement in pair}) == 1 or _UNKNOWN in stages:
            return True
    return False


def _stage(statement: Statement) -> str:
    rank = vintage_rank(statement)
    if rank < VINTAGES["actual"]:
        return _ESTIMATE
    return _UNKNOWN if rank == VINTAGES["actual"] else _RELEASED


def _by_number(statements: Iterable[Statement]) -> list[list[Statement]]:
    """What one document says again with the same number and role, together; the first mention first."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for statement in _in_order(statements):
        figure = statement.figure
        key = (statement.source.document, figure.value, figure.value_high, figure.comparator, vintage_rank(statement))
        groups.setdefault(key, []).append(statement)
    return list(groups.values())


def _in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    unique = {statement.id: statement for statement in statements}.values()
    return tuple(sorted(unique, key=lambda each: (each.source.document, each.source.start or 0, each.id)))


def _between(values: Values) -> Iterator[Found]:
    """Values of one period that differ because they lie on two series: standing value beside standing value."""
    kin: dict[tuple[str, ...], list[Series]] = {}
    for series in values.standings:
        what = (series.indicator, series.measure, series.unit, _per(series), _name(series.area))
        kin.setdefault(what, []).append(series)
    for group in kin.values():
        if len(group) > 1:
            yield from _among(group, values)


def _among(group: Sequence[Series], values: Values) -> Iterator[Found]:
    """The same among the series of one thing, period by period."""
    sisters: dict[tuple[date | None, date], list[tuple[Series, Standing]]] = {}
    for series in group:
        for standing in values.standings[series]:
            period = standing.statement.period
            if period is not None:
                sisters.setdefault((period.first, period.last), []).append((series, standing))
    for told in sisters.values():
        for (one, first), (other, second) in combinations(told, 2):
            kind = _kind_of_sister(one, other)
            if not first.statement.interval.meets(second.statement.interval):
                yield "compatible", _line(kind, (first.statement, second.statement), f"assess.other_{kind}")


def _kind_of_sister(one: Series, other: Series) -> Difference:
    if one.area != other.area:
        return "area"
    if one.breakdown != other.breakdown:
        return "givers" if one.measure == "share_of_plan" else "base"
    return "price_basis" if one.price_basis != other.price_basis else "period_basis"


def _per(series: Series) -> str:
    """The stretch of time that a value is said for: a month's income and a year's are no two views of one thing."""
    return dict(series.breakdown).get("per", "")


def _name(slug: str) -> str:
    return catalogue.area(slug).name


def _line(kind: Difference, statements: Sequence[Statement], code: str) -> DifferenceLine:
    return DifferenceLine(
        kind=kind,
        statements=tuple(statement.id for statement in statements),
        reason=_reason(code, statements),
        sources=tuple(statement.source for statement in statements),
        numbers=numbers_beside([(statement.figure, statement.source) for statement in statements]),
        confidence=min(statement.figure.confidence for statement in statements),
    )


def _reason(code: str, statements: Sequence[Statement]) -> Message:
    first = statements[0]
    return message(
        code,
        indicator=first.figure.counts_for,
        measure=first.figure.measure,
        area=first.series.area if first.series is not None else first.figure.area,
        period=first.period if first.period is not None else "",
        values="; ".join(f"{_printed(each)} ({each.source.name})" for each in statements),
        first=_printed(first),
        last=_printed(statements[-1]),
    )


def _printed(statement: Statement) -> str:
    figure = statement.figure
    value = show(figure.value) if figure.value_high is None else f"{show(figure.value)}-{show(figure.value_high)}"
    return value if figure.comparator in ("eq", "range") else f"{figure.comparator} {value}"
