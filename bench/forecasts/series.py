"""Public yearly series that packages ship: of states, countries, a nation and firms. Nothing of them is kept here.

Their files are read as they lie in the package, which is not imported: some take seconds to import.
"""

from __future__ import annotations

import bz2
import csv
import importlib.util
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

_LAST_WHOLE_YEAR = 2008  # of the nation's quarters
_WHOLE_WEEKS = 1965  # before it whole quarters were not measured
_ALL = "all"


class Yearly(NamedTuple):
    """A series without a gap.

    Attributes:
        group: name of its group.
        unit: the state, country, firm or item that it is of.
        values: year by year.
    """

    group: str
    unit: str
    values: tuple[float, ...]


class Group(NamedTuple):
    """Series of one kind from one file of a package.

    Attributes:
        name: what they measure.
        package: that ships them.
        licence: of the package, and of the figures.
        file: in the package.
        rows: reads the file: unit and values.
    """

    name: str
    package: str
    licence: str
    file: str
    rows: Callable[[Path], Iterator[tuple[str, list[float]]]]


def _by_columns(name: str, path: Path) -> Iterator[tuple[str, list[float]]]:
    """A row a unit, a column a year; years at the ends that have no value are left out, and rows with gaps."""
    for row in _table(path):
        cells = [row[year].strip() for year in row if year.isdigit()]
        told = [place for place, cell in enumerate(cells) if cell]
        within = cells[told[0] : told[-1] + 1] if told else []
        if all(within):
            yield row[name], [float(cell) for cell in within]


def _by_rows(unit: str, year: str, columns: Iterable[str], path: Path) -> Iterator[tuple[str, list[float]]]:
    """A row a unit and year, a column an item."""
    held: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _table(path):
        held[row[unit]].append(row)
    for name, rows in held.items():
        ordered = sorted(rows, key=lambda row: int(float(row[year])))
        for column in columns:
            yield name, [float(row[column]) for row in ordered]


def _by_quarters(path: Path) -> Iterator[tuple[str, list[float]]]:
    """A row a quarter, a column an item: the mean of each year that has all four."""
    held: dict[int, list[dict[str, str]]] = defaultdict(list)
    for row in _table(path):
        held[int(float(row["year"]))].append(row)
    years = [held[year] for year in sorted(held) if year <= _LAST_WHOLE_YEAR]
    for item in list(years[0][0])[2:]:
        yield item, [fmean(float(row[item]) for row in rows) for rows in years]


def _months(path: Path) -> Iterator[tuple[str, list[float]]]:
    """A row a month with its value last: the means of quarters."""
    yield _ALL, _threes([float(list(row.values())[-1]) for row in _table(path)])


def _year_of_months(path: Path) -> Iterator[tuple[str, list[float]]]:
    """A row a year, twelve columns: the means of quarters."""
    yield _ALL, _threes([float(value) for row in _table(path) for value in list(row.values())[1:]])


def _weeks(path: Path) -> Iterator[tuple[str, list[float]]]:
    """A row a week, some empty: the means of quarters, since none is empty altogether."""
    held: dict[tuple[int, int], list[float]] = defaultdict(list)
    for row in _table(path):
        day, value = row.values()
        if value:
            held[int(day[:4]), (int(day[4:6]) - 1) // 3].append(float(value))
    yield _ALL, [fmean(held[quarter]) for quarter in sorted(held) if quarter >= (_WHOLE_WEEKS, 0)]


def _quarters(path: Path) -> Iterator[tuple[str, list[float]]]:
    """A row a quarter, a column an item."""
    rows = list(_table(path))
    for item in rows[0]:
        if item.lstrip("\ufeff") not in ("year", "quarter", "period"):
            yield item, [float(row[item]) for row in rows]


def _threes(values: list[float]) -> list[float]:
    return [fmean(values[place : place + 3]) for place in range(0, len(values) - 2, 3)]


def _table(path: Path) -> Iterator[dict[str, str]]:
    data = path.read_bytes()
    text = (bz2.decompress(data) if path.suffix == ".bz2" else data).decode()
    yield from csv.DictReader(text.splitlines())


def _munnell(column: str) -> Callable[[Path], Iterator[tuple[str, list[float]]]]:
    return lambda path: _by_rows("STATE", "YR", (column,), path)


_INCOME = "BSD-3; figures of the US Bureau of Economic Analysis, public domain"
_STATES = "NCSA; figures of Munnell (1990) from US agencies"
_WORLD = "BSD-3; figures of the World Bank, its terms of use"
_OPEN = "BSD-3; figures in the public domain"
_MUNNELL = "datasets/munnell/munnell.csv.bz2"
GROUPS = (
    Group("income a head, 48 states, 1929-2009", "libpysal", _INCOME, "examples/us_income/usjoin.csv",
          lambda path: _by_columns("Name", path)),
    Group("product of 48 states, 1970-1986", "linearmodels", _STATES, _MUNNELL, _munnell("GSP")),
    Group("employed in 48 states, 1970-1986", "linearmodels", _STATES, _MUNNELL, _munnell("EMP")),
    Group("unemployed in 48 states in %, 1970-1986", "linearmodels", _STATES, _MUNNELL, _munnell("UNEMP")),
    Group("private capital of 48 states, 1970-1986", "linearmodels", _STATES, _MUNNELL, _munnell("PC")),
    Group("public capital of 48 states, 1970-1986", "linearmodels", _STATES, _MUNNELL, _munnell("P_CAP")),
    Group("births a woman, countries, 1960-2012", "statsmodels", _WORLD, "datasets/fertility/fertility.csv",
          lambda path: _by_columns("Country Name", path)),
    Group("economy of the US, 12 items, 1959-2008", "statsmodels", _OPEN, "datasets/macrodata/macrodata.csv",
          _by_quarters),
    Group("firms' investment, value, capital, 1935-1954", "statsmodels", _OPEN, "datasets/grunfeld/grunfeld.csv",
          lambda path: _by_rows("firm", "year", ("invest", "value", "capital"), path)),
)  # fmt: skip
"""All groups. States stand under one name in five of them, so that one state is never on both sides of the halves."""

QUARTERLY_GROUPS = (
    Group(
        "turnover of electrical equipment, months", "statsmodels", _OPEN, "datasets/elec_equip/elec_equip.csv", _months
    ),
    Group("sea surface temperature, months", "statsmodels", _OPEN, "datasets/elnino/elnino.csv", _year_of_months),
    Group("carbon dioxide in the air, weeks", "statsmodels", _OPEN, "datasets/co2/co2.csv", _weeks),
    Group("economy of the US, 12 items", "statsmodels", _OPEN, "datasets/macrodata/macrodata.csv", _quarters),
    Group("money and interest in Denmark, 5 items", "statsmodels", _OPEN, "datasets/danish_data/data.csv", _quarters),
    Group("inflation and interest in Germany", "statsmodels", _OPEN, "datasets/interest_inflation/E6.csv", _quarters),
)
"""Groups of quarters; months and weeks by their means."""


def missing(groups: Iterable[Group] = GROUPS) -> tuple[str, ...]:
    """The packages that are not installed."""
    return tuple(sorted({group.package for group in groups if _folder(group.package) is None}))


def series_of(group: Group) -> tuple[Yearly, ...]:
    """The series of a group; none where its package is not installed."""
    folder = _folder(group.package)
    if folder is None:
        return ()
    return tuple(
        Yearly(group.name, unit.casefold(), tuple(values))
        for unit, values in group.rows(folder.joinpath(*group.file.split("/")))
    )


def _folder(package: str) -> Path | None:
    found = importlib.util.find_spec(package)
    return Path(found.origin).parent if found is not None and found.origin else None
