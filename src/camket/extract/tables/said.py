"""What row, column and caption say of a cell together: its indicator, its time, its role, its place."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.figures.question import fits
from camket.extract.figures.section import FORECAST, FORESEEN
from camket.extract.figures.timing import is_ahead, is_past
from camket.extract.lexicon import INDICATOR
from camket.extract.scene import Scene
from camket.extract.tables.cell import Cell, Measured, Value, value_of, without_unit
from camket.extract.tables.find import Table, unit_at
from camket.extract.tables.head import Column, read_part
from camket.extract.tables.measure import is_index
from camket.extract.tables.name import (
    ECONOMY,
    Named,
    is_growth_alone,
    name_rows,
    named_in,
    named_jointly,
    own_slug,
    sector_named,
    sector_share,
    spoken_of,
)
from camket.extract.tables.places import area_of_head, place_of_row
from camket.extract.tables.row import Row
from camket.extract.tables.row_time import is_of_the_term, own_time, term_up_to, time_of_heading
from camket.extract.tables.time import joined, time_in
from camket.extract.tables.words import sums_up, table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import plain
from camket.grammar.placeset import set_of_places
from camket.model.fact import Role
from camket.rules.period.item import When

_GROWS = expression(r"(?<!\w)(?:tốc độ tăng|tăng trưởng)(?!\w)")
_RATE = expression(r"(?<!\w)tỷ lệ$")
_COUNTS = expression(r"^(?:tổng )?(?:số lượng |số )?")
_TIME_ALONE = expression(r"quý (?:[1-4]|i{1,3}|iv)|tháng (?:[1-9]|1[0-2])")
"""A row that is a part of the year, whatever stands over the names of rows."""


class Ruled(NamedTuple):
    """A role and where it was found: `cell`, `row`, `column`, `time`, `caption` or `default`."""

    role: Role
    how: str


class Dated(NamedTuple):
    """A time and where it was found: `column`, `row`, `caption` or `none`."""

    when: When | None
    how: str


class Linked(NamedTuple):
    """A name with the range of the folded text that holds its words."""

    named: Named
    start: int
    end: int


class Whole(NamedTuple):
    """A table while its figures are made: for each row its name, time, role and place; the columns of indices."""

    table: Table
    names: list[Named]
    times: list[When | None]
    roles: list[Role | None]
    places: list[str | None]
    indices: frozenset[int]
    heading: str = ""
    """The index that the caption says the rows are parts of: `cpi`."""
    speaks_of: str = ""
    """The first indicator that the caption names."""
    last_year: int | None = None
    """The latest year that a row or a column is of."""


class Spot(NamedTuple):
    """One cell with its row, the number of its column, its value, and the unit of that with where it was found."""

    row: Row
    at: int
    cell: Cell
    value: Value
    unit: Measured
    unit_from: str


def whole(reading: Reading, table: Table, scene: Scene) -> Whole:
    """The rows and columns of a table, asked once for all its cells."""
    texts = [_text(reading, row) for row in table.rows]
    units = [_unit_of_row(row, table) for row in table.rows]
    times = [_time_of(row, table) for row in table.rows]
    values = _values(table)
    speaks_of = next((mark.value for mark in reading.marked(INDICATOR, table.around.start, table.around.end)), "")
    return Whole(
        table,
        name_rows(table.rows, texts, units, _topic(reading, table, speaks_of)),
        times,
        [read_part(row.words).role if when else None for row, when in zip(table.rows, times, strict=True)],
        [place_of_row(reading, row, _heads_rows(table), scene) for row in table.rows],
        frozenset(at for at, column in enumerate(table.columns) if is_index(column, values[at])),
        _index_of(reading, table),
        speaks_of,
        max(filter(None, map(_last_year, (*times, *(column.when for column in table.columns)))), default=None),
    )


def _topic(reading: Reading, table: Table, speaks_of: str) -> Named | None:
    """What the caption says that all rows are of: how an economy grew."""
    around = table.around
    if not speaks_of or not _GROWS.search(reading.low, around.start, around.end):
        return None
    return Named(speaks_of, "caption", growth=True)


def _index_of(reading: Reading, table: Table) -> str:
    """The index that the caption of a table names, whose parts its rows are; none where they name other indicators."""
    marks = reading.marked(INDICATOR, table.around.start, table.around.end)
    named = [mark.value for mark in marks if catalogue.indicator(mark.value).name.vi.lower().startswith("chỉ số ")]
    if not named or catalogue.indicator(named[0]).percent != "growth":
        return ""
    growing = all(column.measure == "growth" for column in table.columns if column.kind == "value")
    return named[0] if growing else ""


def _text(reading: Reading, row: Row) -> str:
    """The words of a row as written, for names that are known by their capitals."""
    unbroken = row.words == row.name.low
    return reading.text[row.name.start : row.name.end] if unbroken else row.words


def _unit_of_row(row: Row, table: Table) -> str | None:
    """The base unit of the row's levels."""
    if row.unit is not None:
        return row.unit.base
    told = [unit_at(row, at, table)[0] for at, _ in row.values if table.columns[at].measure is None]
    return next((unit.base for unit in told if unit is not None), None)


def _values(table: Table) -> dict[int, list[Value]]:
    """The values of each column."""
    found: dict[int, list[Value]] = defaultdict(list)
    for row in table.rows:
        for at, cell in row.values:
            value = value_of(cell.low)
            if value is not None:
                found[at].append(value)
    return found


def _heads_rows(table: Table) -> str:
    """The words over the names of the rows."""
    return next(column.text for column in table.columns if column.kind == "name")


def _time_of(row: Row, table: Table) -> When | None:
    """The time that a row is of, where the head says that its rows are times."""
    head = _heads_rows(table)
    if (head not in table_words().time and not _TIME_ALONE.fullmatch(row.words)) or not row.name.low:
        return None
    short = f"{'quý' if head == 'quý' else 'tháng'} {row.name.low}" if len(row.name.low) <= 2 else row.name.low
    when = time_in(short)
    dated = any(column.kind == "value" and column.when is not None and column.when.year for column in table.columns)
    return when if when is None or dated else joined(when, table.around.when)


def linked(reading: Reading, spot: Spot, of: Whole) -> Linked:
    """What a cell is said of: its row's name; where the row is a time or a place, its column's, else the caption's."""
    row, column = spot.row, of.table.columns[spot.at]
    named = of.names[row.number]
    whole_of = bool(column.noun or of.heading or of.speaks_of)
    of_all = _is_of_all(row, of) and named.how == "own_words" and whole_of
    if of.times[row.number] is None and of.places[row.number] is None and not of_all:
        if column.subject:
            subject = column.subject.removeprefix("tỷ lệ ") if column.measure else column.subject
            joint = named_jointly(subject, row.words, None if column.measure else spot.unit.base)
            return Linked(joint, row.name.start, row.name.end)
        if of.heading and named.how == "own_words" and row.unit is None:
            named = Named(f"other:{of.heading}_{own_slug(row.words, None).removeprefix('other:')}", "own_words")
        if column.share and (named.how != "parent" or of.speaks_of in ECONOMY):
            named = _share_of(row, of)
        elif of.speaks_of in ECONOMY and named.how == "own_words":
            sector = sector_named(of.speaks_of, row.words, None if column.measure else spot.unit.base)
            named = Named(sector, "parent") if sector else named
        return Linked(named, row.name.start, row.name.end)
    if of_all and column.share:
        return Linked(_share_of(row, of), row.name.start, row.name.end)
    return _by_column(reading, spot, of) or _by_caption(reading, spot, of)


def _is_of_all(row: Row, of: Whole) -> bool:
    """Whether a row is the sum of all others: by its words, or by the word of the caption: `Tổng chi`."""
    words = plain(row.words)
    rest = words.removeprefix("tong ")
    if sums_up(row.words) or rest == words or not of.speaks_of:
        return sums_up(row.words)
    return plain(catalogue.indicator(of.speaks_of).name.vi).startswith(f"{rest} ")


def _share_of(row: Row, of: Whole) -> Named:
    """The share that a row has of the whole: of the economy, where the caption speaks of that."""
    sector = sector_share(row.words) if of.speaks_of in ECONOMY else None
    return Named(sector or f"other:{own_slug(row.words, None)}_share", "parent" if sector else "own_words")


def _by_column(reading: Reading, spot: Spot, of: Whole) -> Linked | None:
    """The indicator that the head of the column names; `Tốc độ tăng` goes on about the column left of it."""
    columns = of.table.columns
    column = columns[spot.at]
    words = column.detail or column.subject
    sector = sector_named(of.speaks_of, words, spot.unit.base) if words and of.speaks_of else None
    if sector is not None:
        return Linked(Named(sector, "column"), *_head_place(reading, column, of))
    if column.detail and named_in(column.detail, spot.unit.base) is None:
        return None
    grows = is_growth_alone(without_unit(column.text))
    caption = reading.low[of.table.around.start : of.table.around.end]
    if column.subject and (spoken := spoken_of(caption, column.subject, spot.unit.base)) is not None:
        return Linked(Named(spoken, "column"), *_head_place(reading, column, of))
    for one in (column, *(reversed(columns[: spot.at]) if grows else ())):
        unit = None if column.measure is not None or grows else spot.unit.base
        named = named_of_column(one, unit)
        if named is not None:
            return Linked(Named(named, "column", growth=column.rises), *_head_place(reading, one, of))
    return _share_of_left(reading, spot, of)


def named_of_column(column: Column, unit: str | None) -> str | None:
    """The indicator that the head of a column of values names and that can be in the unit."""
    texts = (without_unit(column.text), column.subject) if column.kind == "value" else ()
    return next(filter(None, (named_in(_with_capitals(text), unit) for text in texts)), None)


def _share_of_left(reading: Reading, spot: Spot, of: Whole) -> Linked | None:
    """What a column that says only `Tỷ lệ (%)` is the rate of: what the column left of it counts."""
    columns = of.table.columns
    if spot.unit.base != "percent" or _RATE.search(without_unit(columns[spot.at].text)) is None:
        return None
    left = next((one for one in reversed(columns[: spot.at]) if one.kind == "value" and one.subject), None)
    if left is None or columns[spot.at].subject not in ("", "tỷ lệ", left.subject):
        return None
    words = f"tỷ lệ {_COUNTS.sub('', left.subject)}"
    named = named_in(_with_capitals(words), "percent")
    found = Named(named, "column") if named else Named(f"other:{own_slug(words, None)}", "own_words")
    return Linked(found, *_head_place(reading, left, of))


def _by_caption(reading: Reading, spot: Spot, of: Whole) -> Linked:
    """The indicator that the caption names, else the words of the column themselves."""
    column, around = of.table.columns[spot.at], of.table.around
    if of.heading:
        return Linked(Named(of.heading, "caption", growth=True), around.start, around.end)
    if column.noun:
        words = column.subject or column.noun
        return Linked(Named(f"other:{own_slug(words, None)}", "own_words"), *_head_place(reading, column, of))
    for mark in reading.marked(INDICATOR, around.start, around.end):
        if column.measure is not None or fits(mark.value, spot.unit.base):
            return Linked(Named(mark.value, "caption", growth=column.rises), mark.start, mark.end)
    start, end = _head_place(reading, column, of)
    if is_growth_alone(without_unit(column.text)):
        return Linked(Named("growth_overall", "column", growth=True), start, end)
    return Linked(Named(f"other:{own_slug(without_unit(column.text), None)}", "own_words"), start, end)


def _head_place(reading: Reading, column: Column, of: Whole) -> tuple[int, int]:
    """Where the words of a head of one line stand; an empty range where they are spread over several."""
    for words in (column.text, without_unit(column.text), column.subject, column.noun):
        start = reading.low.find(words, of.table.start, of.table.rows[0].start)
        if start >= 0 and words:
            return start, start + len(words)
    return of.table.start, of.table.start


@cache
def _abbreviations() -> dict[str, str]:
    """The short names of the catalogue that are known only in capitals."""
    names = (name for one in catalogue.load_indicators() for name in (one.name.vi, *one.aliases, *one.weak_aliases))
    return {name.lower(): name for name in names if name.isupper() and " " not in name}


def _with_capitals(text: str) -> str:
    return " ".join(_abbreviations().get(word, word) for word in text.split())


def dated(spot: Spot, of: Whole) -> Dated:
    """The time of a cell: its row's, else its column's, else the caption's."""
    when = of.times[spot.row.number]
    column = of.table.columns[spot.at]
    if when is not None:
        return Dated(joined(when, column.when), "row")
    from_caption = column.when is None or column.when is of.table.around.when
    own = own_time(spot.row)
    if own is None and from_caption:
        own = time_of_heading(spot.row, of.table.rows)
    if (own is None or own.year is None) and column.when is not None and is_of_the_term(spot.row):
        return Dated(term_up_to(column.when), "column")
    if own is not None and own.year is not None and (from_caption or own.high_year is not None):
        return Dated(own, "row")
    return Dated(column.when, "none" if column.when is None else "caption" if from_caption else "column")


def place_said(spot: Spot, of: Whole, scene: Scene) -> str | None:
    """The area of a cell: its column's, its row's, that of the places a row speaks of, else the paper's."""
    column, words = of.table.columns[spot.at], spot.row.words
    named = column.area or area_of_head(column.text, scene.day) or of.places[spot.row.number]
    unnamed = set_of_places(words, 0, len(words)) if named is None else None
    return words[slice(*unnamed)] if unnamed is not None else named or scene.area


def ruled(spot: Spot, when: Dated, of: Whole, scene: Scene) -> Ruled:
    """The role of a cell: by its own words, its column's, its time, the caption, the paper."""
    column, around = of.table.columns[spot.at], of.table.around
    if spot.value.role is not None:
        return Ruled(spot.value.role, "cell")
    row_role = of.roles[spot.row.number]
    if row_role is not None:
        return Ruled(row_role, "row")
    if column.role is not None and not (column.role == "actual" and is_ahead(when.when, scene)):
        return Ruled(column.role, "column")
    if column.same:
        return Ruled("actual", "column")
    if when.how in ("row", "column"):
        return _by_time(spot, when, of, scene)
    if when.how == "caption" and is_ahead(when.when, scene) and around.ahead in FORESEEN:
        return Ruled(around.ahead, "caption")
    if around.role is not None:
        return _of_result(Ruled(around.role, "caption"), column)
    if when.how == "caption" and is_ahead(when.when, scene):
        return _of_result(Ruled("target", "time"), column)
    default = Ruled("actual", "default") if of.places[spot.row.number] is not None else _default(scene)
    return _of_result(default, column)


def _told_by_row(spot: Spot, of: Whole) -> Role | None:
    """A forecast where the row, one that it is a part of, or the head over the names says so: `Dân số dự báo`."""
    row: Row | None = spot.row
    while row is not None:
        if FORECAST.search(row.words):
            return "projection"
        row = None if row.parent is None else of.table.rows[row.parent]
    return "projection" if FORECAST.search(_heads_rows(of.table)) else None


def _by_time(spot: Spot, when: Dated, of: Whole, scene: Scene) -> Ruled:
    """What lies ahead is aimed at or foreseen; what the caption sets a target for as well; all else was reached."""
    around = of.table.around
    if is_ahead(when.when, scene) or (around.ahead in FORESEEN and scene.day is None):
        foretold = _told_by_row(spot, of)
        if foretold is not None:
            return Ruled(foretold, "row")
        return Ruled("target", "time") if around.ahead is None else Ruled(around.ahead, "caption")
    if is_past(when.when, scene):
        return Ruled("actual", "time")
    if around.role == "target" and (around.when == when.when or (around.when is None and _is_last(when.when, of))):
        return Ruled("target", "caption")
    if scene.sets_aims and _is_open(when.when, scene):
        return Ruled("target", "time")
    return Ruled("actual", "time")


def _is_open(when: When | None, scene: Scene) -> bool:
    """Whether a year is one of those that the title of a paper names, and was not over on the paper's day."""
    last, term = _last_year(when), scene.reported
    if last is None or term is None or (scene.day is not None and last < int(scene.day[:4])):
        return False
    return (term.year or last) <= last <= (_last_year(term) or last)


def _is_last(when: When | None, of: Whole) -> bool:
    """Whether no value of the table is of a later year."""
    year = _last_year(when)
    return year is not None and (of.last_year is None or of.last_year <= year)


def _last_year(when: When | None) -> int | None:
    return None if when is None else when.high_year or when.year


def _of_result(ruling: Ruled, column: Column) -> Ruled:
    """A share of a plan is said of a result."""
    if column.measure == "share_of_plan" and ruling.role == "target":
        return Ruled("actual", "default")
    return ruling


def _default(scene: Scene) -> Ruled:
    return Ruled("target" if scene.head.type in ("plan", "resolution") else "actual", "default")
