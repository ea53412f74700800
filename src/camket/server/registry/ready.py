"""Questions of the database that are put together once and asked again with other values.

What a reader may see takes Django some milliseconds to put into words, several times for each page, and the database
less to answer. So questions that pages ask at each request are made ready: a function decorated with `ready` gives the
question, in which `Given("name")` stands for what is given when it is asked. Its words are kept for each set of the
function's arguments and each day, on which what is held back is opened; answers never are.
"""

from __future__ import annotations

import importlib
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import repeat
from typing import Any, Generic, NamedTuple, ParamSpec

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone
from django.utils.dateparse import parse_date

_PLACE = re.compile(r"%[s%]")
_KEPT = 128
"""Sets of arguments of which the words of a question are kept."""
Row = tuple[Any, ...]
Value = int | str | bytes | date
Values = dict[str, Value | Collection[Value]]
"""What is given to a question, by name."""
_P = ParamSpec("_P")


class Given(Expression):
    """Stands in a question for a value that is given later, or, beside `__in`, for several."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:  # type: ignore[override]  # noqa: ARG002 - parameters are of any kind
        """A place for the value, which is itself told as the parameter."""
        return "%s", [self]


class Ready(Generic[_P]):
    """A question made ready; see `ready`."""

    def __init__(self, build: Callable[_P, QuerySet[Any, Row]]) -> None:
        self._build = build
        self._words = lru_cache(maxsize=_KEPT)(self._put)

    def given(
        self, part: tuple[int, int] | None = None, /, **given: Value | Collection[Value]
    ) -> Callable[_P, list[Row]]:
        """The question with its values; called with the arguments of its function it gives the rows.

        Where several values are to be given and there are none, nothing is asked and no row found: such a question
        asks for nothing else.

        Args:
            part: the first row that is wanted, and the one after the last; all without.
            given: the values by their names.
        """

        def asked(*args: _P.args, **kwargs: _P.kwargs) -> list[Row]:
            words = self._words(timezone.localdate(), connection.vendor, args, tuple(kwargs.items()))
            if words is None or any(not isinstance(each, Value) and not each for each in given.values()):
                return []
            return words.ask(given, part)

        return asked

    def rows(self, *args: _P.args, **kwargs: _P.kwargs) -> list[Row]:
        """The rows of a question to which nothing is given."""
        return self.given()(*args, **kwargs)

    def _put(
        self,
        day: date,  # noqa: ARG002 - what is held back depends on it
        vendor: str,  # noqa: ARG002 - so do the words on the database
        args: tuple[Any, ...],
        named: tuple[tuple[str, Any], ...],
    ) -> _Words | None:
        query = self._build(*args, **dict(named)).query
        compiler = query.get_compiler(connection=connection)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
        columns = [each[0] for each in compiler.select[: compiler.col_count]]
        steps = (
            (place, _quicker(convert), expression)
            for place, (converters, expression) in compiler.get_converters(columns).items()
            for convert in converters
        )
        return _Words(tuple(_parts(sql)), tuple(params), tuple(steps))


def ready(build: Callable[_P, QuerySet[Any, Row]]) -> Ready[_P]:
    """Make the question of a function ready; its arguments are such as can be keys, its columns `values_list`."""
    return Ready(build)


class _Words(NamedTuple):
    """The words of a question around its parameters, and how what the database gives becomes a value."""

    parts: tuple[str, ...]
    params: tuple[Any, ...]
    steps: tuple[tuple[int, Callable[..., Any], Any], ...]

    def ask(self, given: Mapping[str, Value | Collection[Value]], part: tuple[int, int] | None) -> list[Row]:
        """The rows."""
        params: list[Any] = []
        sql = [self.parts[0]]
        for param, words in zip(self.params, self.parts[1:], strict=True):
            held = _held(given[param.name]) if isinstance(param, Given) else [param]
            sql += [", ".join(repeat("%s", len(held))), words]
            params += held
        if part is not None:
            sql.append(" LIMIT %s OFFSET %s")
            params += [part[1] - part[0], part[0]]
        with connection.cursor() as cursor:
            cursor.execute("".join(sql), params)
            found: list[Row] = cursor.fetchall()
        return [self._converted(row) for row in found] if self.steps else found

    def _converted(self, row: Row) -> Row:
        held = list(row)
        for place, convert, expression in self.steps:
            held[place] = convert(held[place], expression, connection)
        return tuple(held)


def _quicker(convert: Callable[..., Any]) -> Callable[..., Any]:
    """How a value is converted: days, which SQLite gives as text and of which there are few, are read once."""
    return _day if getattr(convert, "__name__", "") == "convert_datefield_value" else convert


def _day(value: object, *_where: object) -> object:
    return _day_of(value) if isinstance(value, str) else value


@lru_cache(maxsize=16_384)
def _day_of(text: str) -> date:
    return date.fromisoformat(text)


def read_days_once() -> None:
    """SQLite gives days as text, thousands for a page and of few different days: let each be read once."""
    # The way that Django reads them is loaded first: the last one to be told is the one that counts.
    importlib.import_module("django.db.backends.sqlite3.base")
    sqlite3.register_converter("date", _day_of_bytes)


@lru_cache(maxsize=16_384)
def _day_of_bytes(text: bytes) -> date | None:
    return parse_date(text.decode())


def _held(given: Value | Collection[Value]) -> list[Any]:
    """Values as the database takes them."""
    held = [given] if isinstance(given, Value) else given
    return [connection.ops.adapt_datefield_value(each) if isinstance(each, date) else each for each in held]


def _parts(sql: str) -> Iterator[str]:
    """The words before, between and after the parameters; a doubled sign is none."""
    places = [found.span() for found in _PLACE.finditer(sql) if found[0] == "%s"]
    starts, ends = (0, *(end for _, end in places)), (*(start for start, _ in places), len(sql))
    return (sql[start:end] for start, end in zip(starts, ends, strict=True))
