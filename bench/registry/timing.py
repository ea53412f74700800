"""How long pages take on the server, with how many queries, and how long the bare SQL of the same."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import Any

import msgspec
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from bench.registry.pages import fetched, pages, parameters

ROUNDS, MOST_MS, MOST_RATIO = 9, 150.0, 5.0


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Of one page: medians in milliseconds of the processor, queries, and the size of what is sent before it is packed.

    Attributes:
        page_ms: from the request to the answer, made anew.
        again_ms: the same asked for again by a reader who is not logged in, while the registry is what it was.
        sql_ms: of that in the database.
        bare_ms: the bare SQL of the same page, with its rows fetched; 0 where there is none.
        kept_ms: the same asked of the statements, where `bare_ms` is of what lies ready; else 0.
    """

    name: str
    page_ms: float
    again_ms: float
    sql_ms: float
    bare_ms: float
    kept_ms: float
    queries: int
    kilobytes: float

    @property
    def ratio(self) -> float:
        """How many times as long as the bare SQL the page takes when it is made."""
        return self.page_ms / self.bare_ms

    @property
    def kept_ratio(self) -> float:
        """The same beside the SQL that asks the statements themselves, where there is one."""
        return self.page_ms / (self.kept_ms or self.bare_ms)

    @property
    def again_ratio(self) -> float:
        """The same when it is asked for again."""
        return self.again_ms / self.bare_ms


def costs(held: sqlite3.Connection, rounds: int = ROUNDS) -> list[Cost]:
    """The cost of each page: page and bare SQL in turns, so that a busy moment of the machine hits both alike.

    Args:
        held: the database of the registry, opened without Django.
        rounds: how often each is measured.
    """
    client, asked = Client(HTTP_HOST="127.0.0.1"), parameters(held)
    return [
        cost_of(
            page.name, client, page.address, rounds,
            partial(fetched, held, page.bare, asked), partial(fetched, held, page.kept, asked) if page.kept else None,
        )
        for page in pages(asked)
    ]  # fmt: skip


def cost_lines(found: Sequence[Cost]) -> list[str]:
    """The table, and the pages that pass a limit."""
    head = (
        f"{'page':<20}{'ms':>8}{'again ms':>10}{'queries':>9}{'SQL ms':>9}{'bare SQL ms':>13}{'ratio':>8}{'again':>7}"
    )
    lines = [f"{head}{'SQL ratio':>11}{'kept SQL ms':>13}{'ratio':>8}{'kB':>7}"]
    lines += [
        f"{each.name:<20}{each.page_ms:>8.1f}{each.again_ms:>10.2f}{each.queries:>9}{each.sql_ms:>9.2f}"
        f"{each.bare_ms:>13.2f}{each.ratio:>8.1f}{each.again_ratio:>7.1f}{each.sql_ms / each.bare_ms:>11.1f}"
        f"{each.kept_ms or each.bare_ms:>13.2f}{each.kept_ratio:>8.1f}{each.kilobytes:>7.0f}"
        for each in found
    ]
    late = [each.name for each in found if each.page_ms >= MOST_MS]
    heavy = [each.name for each in found if each.ratio >= MOST_RATIO]
    kept = [each.name for each in found if each.kept_ratio >= MOST_RATIO]
    again = [each.name for each in found if each.again_ratio >= MOST_RATIO]
    lines.append(f"{MOST_MS:.0f} ms or more: {', '.join(late) or 'none'}")
    lines.append(f"{MOST_RATIO:.0f} times the bare SQL or more, made anew: {', '.join(heavy) or 'none'}")
    lines.append(f"{MOST_RATIO:.0f} times the SQL of what is kept or more, made anew: {', '.join(kept) or 'none'}")
    lines.append(f"{MOST_RATIO:.0f} times the bare SQL or more, asked for again: {', '.join(again) or 'none'}")
    return lines


def cost_of(
    name: str,
    client: Client,
    address: str,
    rounds: int,
    bare: Callable[[], object] | None = None,
    kept: Callable[[], object] | None = None,
) -> Cost:
    """The cost of one page, with the bare SQL of both kinds in turns where there is one.

    Raises:
        ValueError: the address gives no page.
    """
    with override_settings(KEEP_PAGES=False), CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
        count = len(queries)
    if answer.status_code not in (200, 302):
        raise ValueError(f"{address}: {answer.status_code}")
    client.get(address)
    watch = _Watch()
    rows = []
    for _ in range(rounds):
        with override_settings(KEEP_PAGES=False), connection.execute_wrapper(watch):
            page_ms = _timed(lambda: client.get(address))
        again_ms = _timed(lambda: client.get(address))
        sql_ms, besides = watch.taken(), [_timed(each) if each is not None else 0.0 for each in (bare, kept)]
        rows.append((page_ms, again_ms, sql_ms, *besides))
    return Cost(
        name=name,
        page_ms=median(row[0] for row in rows),
        again_ms=median(row[1] for row in rows),
        sql_ms=median(row[2] for row in rows),
        bare_ms=median(row[3] for row in rows),
        kept_ms=median(row[4] for row in rows),
        queries=count,
        kilobytes=len(answer.content) / 1000,
    )


class _Watch:
    """Adds up what statements take."""

    def __init__(self) -> None:
        self._taken = 0.0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        began = time.process_time()
        try:
            return execute(sql, params, many, context)
        finally:
            self._taken += (time.process_time() - began) * 1000

    def taken(self) -> float:
        """Milliseconds since it was last asked."""
        taken, self._taken = self._taken, 0.0
        return taken


def _timed(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return (time.process_time() - began) * 1000
