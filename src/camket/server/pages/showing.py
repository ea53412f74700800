"""Records of the core as the pages show them: texts in one language, each figure with its address."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType

import msgspec

from camket import catalogue
from camket.errors import CatalogueError
from camket.model.message import message
from camket.model.period import parse_period
from camket.model.scoreboard import State, TallyLine, TargetLine, ValueLine
from camket.report.chart import spark, stacked
from camket.report.dates import day, period, short_day
from camket.report.headline import Headline
from camket.report.naming import area_name, distance_text, indicator_name, measure_name, word
from camket.report.numbers import amount, bound, number
from camket.report.results import MARK
from camket.report.rows import TONES, Rows
from camket.report.view import TallyRow, TargetRow, Tile, Tone
from camket.resolve.areas import boundary, forms
from camket.server.pages.linking import indicator_address
from camket.words import Language, say, sentences, term

COLOURS: Mapping[State, str] = {
    "exceeded": "#14532f", "met": "#2a7a4b", "on_track": "#9fd0b1", "nearly_met": "#14697f", "at_risk": "#e6ac3f",
    "off_track": "#cf5a35", "missed": "#951a1a", "unclear": "#8b95a0", "no_data": "#d3d6d9",
    "not_measurable": "#bfc4c9", "qualitative": "#e2e4e6",
}  # fmt: skip
"""The colour of each state in bars, those of the printed scoreboard."""
_MOST_OTHERS = 3


class Link(msgspec.Struct, frozen=True):
    """A figure with the address of its sentence."""

    text: str
    href: str


class ShownTarget(msgspec.Struct, frozen=True, kw_only=True):
    """A target in its table; `others` are further papers that ask for the same.

    `cited` names the paper or person that a target entered by hand goes back to, `number` that of the paper that sets
    one that was read.
    """

    row: TargetRow
    bound: Link
    others: tuple[str, ...]
    cited: str = ""
    number: str = ""
    value: Link | None
    indicator: str
    spark: str


class ShownTally(msgspec.Struct, frozen=True):
    """A tally as claimed, with the address of its sentence, and as counted."""

    row: TallyRow
    href: str


class ShownHeadline(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator at a glance."""

    name: str
    detail: str
    address: str
    value: Link
    when: str
    mark: str
    change: str
    tone: Tone
    spark: str
    target: Link | None = None
    due: str = ""
    state: str = ""
    state_tone: Tone = "quiet"


def statements_of_target(line: TargetLine) -> tuple[str, ...]:
    """The ids of the mentions that its row links to."""
    return tuple(filter(None, (line.statement, *line.repeats[:_MOST_OTHERS], line.value_statement)))


def shown_target(
    rows: Rows,
    line: TargetLine,
    plan_area: str,
    values: Iterable[Decimal],
    links: Mapping[str, str],
    language: Language,
    numbers: Mapping[str, str] = MappingProxyType({}),
) -> ShownTarget:
    """A target as its table shows it; `numbers` are those of the papers that set targets, by their ids."""
    row = rows.target(line, plan_area)
    value = Link(row.value, links.get(line.value_statement or "", "")) if row.value else None
    return ShownTarget(
        row=row,
        bound=Link(row.bound, links[line.statement] or links.get(line.source.document, "")),
        others=tuple(filter(None, (links[each] for each in line.repeats[:_MOST_OTHERS]))),
        cited="" if links[line.statement] else line.source.title or line.source.document,
        number=next(filter(None, (numbers.get(each.document, "") for each in (line.source, *line.other_sources))), ""),
        value=value,
        indicator=indicator_address(line.indicator, line.area),
        spark=_spark(tuple(values), line.bound.unit, row.name, language),
    )


def shown_tally(rows: Rows, line: TallyLine, links: Mapping[str, str]) -> ShownTally:
    """A tally as its table shows it."""
    return ShownTally(rows.tally(line), links[line.statement])


def statements_of_headline(line: Headline) -> tuple[str, ...]:
    """The ids of the mentions that its row links to."""
    return (line.latest.statement, *([line.target.statement] if line.target else []))


def shown_headline(line: Headline, place: str, links: Mapping[str, str], language: Language) -> ShownHeadline:
    """An indicator at a glance, as its table shows it."""
    name = indicator_name(line.indicator, None, language)
    latest, target = line.latest, line.target
    basis = word(f"price.{line.price_basis}", language) if line.price_basis and line.measure == "level" else ""
    early = latest.role == "estimate" and latest.vintage not in ("preliminary", "official")
    when = period(latest.period, language)
    return ShownHeadline(
        name=name,
        detail=_joined(measure_name(line.measure, language), basis),
        address=indicator_address(line.indicator, forms(place)[-1]),
        value=Link(amount(latest.value, line.unit, language, latest.value_high), links[latest.statement]),
        when=say(message("value.estimated", when=when), language) if early else when,
        mark=MARK if line.later[-1] else "",
        change=_change(line, language),
        tone=_tone_of_change(line),
        spark=_headline_spark(line, name, language),
        target=Link(bound(target.bound, language), links[target.statement]) if target else None,
        due=short_day(target.due, language) if target and target.due else "",
        state=term(f"state.{target.state}", language) if target else "",
        state_tone=TONES[target.state] if target else "quiet",
    )  # fmt: skip


def headline_remark(rows: Iterable[ShownHeadline], since: date | None, language: Language) -> str:
    """What the mark beside some of the values says; empty where none has it."""
    if since is None or not any(row.mark for row in rows):
        return ""
    return f"{MARK} {say(message('overview.boundary', day=day(since, language)), language)}"


def state_tiles(states: Mapping[str, int], language: Language) -> tuple[Tile, ...]:
    """How many targets are in each state, states without any left out."""
    return tuple(
        Tile(label=term(f"state.{state}", language), count=states[state], tone=tone, state=state)
        for state, tone in TONES.items()
        if states.get(state)
    )


def state_bar(states: Mapping[str, int], language: Language, *, width: int = 240) -> str:
    """The same as a bar; who cannot see it hears the counts."""
    tiles = state_tiles(states, language)
    said = "; ".join(f"{tile.label.lower()} {tile.count}" for tile in tiles)
    return stacked([(tile.label, tile.count, COLOURS[tile.state]) for tile in tiles if tile.state], said, width=width)


def place_name(slug: str, language: Language) -> str:
    """What a place is called in its last form, with the day on which that ended; a name of no catalogue as written.

    One that ended and is called as a province or city of today is told apart by what it lay in.
    """
    last = forms(slug)[-1]
    try:
        known = catalogue.area(last)
    except CatalogueError:
        return last
    name = area_name(last, language)
    if known.valid_to is None:
        return name
    if known.parent and name in _names_today(language):
        name = f"{name}, {area_name(known.parent, language)}"
    return say(message("area.until", name=name, day=day(known.valid_to, language)), language)


@cache
def _names_today(language: Language) -> frozenset[str]:
    """The names of provinces and centrally-run cities of today."""
    today = (each for each in catalogue.load_areas() if each.valid_to is None and each.kind in ("province", "city"))
    return frozenset(area_name(each.slug, language) for each in today)


def apart(breakdown: Iterable[Sequence[str]], language: Language) -> list[str]:
    """What sets a series apart from others of its indicator: the base, the stretch of time, who gave the plan."""
    told = (message(f"breakdown.{name}", value=_beside(name, value, language)) for name, value in breakdown)
    return [say(each, language) for each in told]


def _beside(name: str, value: str, language: Language) -> str:
    """A stretch of time, a base or who gave a plan; the last two are the words of the paper or a period."""
    if name == "per":
        return word(f"per.{value}", language)
    code = f"breakdown.{value}"
    return term(code, language) if code in sentences(language) else period(value, language)


def boundary_name(slug: str, language: Language) -> str:
    """A boundary by the days on which it was in force; it may have had several forms."""
    held = [each for each in forms(slug) if boundary(each) == slug]
    try:
        first, last = catalogue.area(held[0]), catalogue.area(held[-1])
    except CatalogueError:
        return slug
    if last.valid_to is not None:
        return say(message("boundary.until", day=day(last.valid_to, language)), language)
    if first.valid_from is not None and len(forms(slug)) > len(held):
        return say(message("boundary.since", day=day(first.valid_from, language)), language)
    return term("boundary.only", language)


def _change(line: Headline, language: Language) -> str:
    """How far it has moved, in its own unit, or as a share of the value before."""
    if line.change is None or line.unit == line.change_unit:
        return distance_text(line.change, line.unit, language)
    shown = f"{number(line.change, language)}%"
    return say(message("number.plus", value=shown), language) if line.change > 0 else shown


def _tone_of_change(line: Headline) -> Tone:
    """Whether it has moved to the better."""
    if not line.change:
        return "quiet"
    way = catalogue.indicator(line.indicator).direction
    if line.measure == "rank":
        way = "down"
    if way == "neutral":
        return "quiet"
    return "good" if (line.change > 0) == (way == "up") else "bad"


def _headline_spark(line: Headline, name: str, language: Language) -> str:
    """The values of whole years; a line is not drawn from one boundary to another."""
    held = [(each, later) for each, later in zip(line.values, line.later, strict=True) if _is_year(each)]
    cuts = {place for place in range(1, len(held)) if held[place][1] != held[place - 1][1]}
    return _spark(tuple(each.value for each, _ in held), line.unit, name, language, cuts)


def _is_year(line: ValueLine) -> bool:
    when = parse_period(line.period)
    return when is not None and when.is_year


def _spark(values: tuple[Decimal, ...], unit: str, name: str, language: Language, cuts: Container[int] = ()) -> str:
    if not any(place not in cuts for place in range(1, len(values))):
        return ""
    said = message(
        "spark.says", name=name, count=len(values), first=amount(values[0], unit, language),
        last=amount(values[-1], unit, language),
    )  # fmt: skip
    return spark(values, say(said, language), cuts)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
