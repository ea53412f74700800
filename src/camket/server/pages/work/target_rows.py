"""The table in which targets are typed on a page: what a form sends of it, and the targets of a plan as its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from django.http import HttpRequest

from camket.exchange.target_list import Column
from camket.exchange.typed_targets import COLUMNS, typed_rows
from camket.exchange.typed_targets import head as vietnamese
from camket.server.registry.models import Plan
from camket.server.registry.typed import holding, typed
from camket.words import Language, term

MOST_ROWS = 60
"""How many rows can be typed; longer lists come as a file."""
_FIRST_ROWS, _MORE_ROWS = 8, 8
_LONGEST = 400


class TypedCell(msgspec.Struct, frozen=True, kw_only=True):
    """A field of the table: the name in the form, the head of its column, and what it holds."""

    name: str
    column: Column
    head: str
    value: str


class TypedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table, numbered from 1."""

    number: int
    cells: tuple[TypedCell, ...]


def sent_rows(request: HttpRequest) -> list[dict[Column, str]]:
    """What was typed, row by row; a row that was left empty keeps its place, those at the end are left out."""
    columns = {column: request.POST.getlist(column)[:MOST_ROWS] for column in COLUMNS}
    count = max(map(len, columns.values()))
    rows = [_sent(columns, place) for place in range(count)]
    while rows and not any(rows[-1].values()):
        rows.pop()
    return rows


def _sent(columns: Mapping[Column, Sequence[str]], place: int) -> dict[Column, str]:
    return {
        column: " ".join(values[place].replace("\0", "").split())[:_LONGEST]
        for column, values in columns.items()
        if place < len(values)
    }


def held_rows(plan: Plan) -> list[dict[Column, str]]:
    """The targets that hold in a plan, as they would be typed; papers by their addresses."""
    rows = holding(plan.targets.all()).select_related("cited_paper").order_by("position", "id")
    return typed_rows((typed(row), row.cited_paper.slug if row.cited_paper else row.cited_person) for row in rows)


def lines(rows: Sequence[Mapping[Column, str]], language: Language, *, more: bool = False) -> list[TypedLine]:
    """The rows of the table with room below them."""
    room = _MORE_ROWS if more or rows else _FIRST_ROWS
    count = min(len(rows) + room, max(MOST_ROWS, len(rows)))
    heads = {column: head(column, language) for column in COLUMNS}
    return [
        TypedLine(
            number=place + 1,
            cells=tuple(
                TypedCell(
                    name=f"{column}-{place + 1}",
                    column=column,
                    head=heads[column],
                    value=rows[place].get(column, "") if place < len(rows) else "",
                )
                for column in COLUMNS
            ),
        )
        for place in range(count)
    ]


def head(column: Column, language: Language) -> str:
    """What a column is called; lists have Vietnamese heads, which stand beside the English word."""
    own = vietnamese(column)
    return own if language == "vi" else f"{term(f'list.head.{column}', language)} ({own})"
