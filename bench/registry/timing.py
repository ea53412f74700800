"""How long pages take on the server, with how many queries, and how long the bare SQL of the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median

import msgspec
from bench.registry.pages import Page, Query
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ROUNDS, MOST_MS, MOST_RATIO = 9, 150.0, 5.0


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Of one page: medians in milliseconds, queries, and the size of what is sent before it is packed."""

    name: str
    page_ms: float
    bare_ms: float
    queries: int
    kilobytes: float

    @property
    def ratio(self) -> float:
        """How many times as long as the bare SQL the page takes."""
        return self.page_ms / self.bare_ms


def costs(pages: Iterable[Page], rounds: int = ROUNDS) -> list[Cost]:
    """The cost of each page: page and bare SQL in turns, so that a busy moment of the machine hits both alike."""
    client = Client(HTTP_HOST="127.0.0.1")
    return [_cost(client, page, rounds) for page in pages]


def cost_lines(found: Sequence[Cost], held: Mapping[str, str]) -> list[str]:
    """The table, slowest first named where a limit is passed."""
    lines = [", ".join(f"{name} {value}" for name, value in held.items()), ""]
    lines.append(f"{'page':<18}{'ms':>8}{'queries':>9}{'bare SQL ms':>13}{'ratio':>8}{'kB':>8}")
    lines += [
        f"{each.name:<18}{each.page_ms:>8.1f}{each.queries:>9}{each.bare_ms:>13.2f}{each.ratio:>8.1f}{each.kilobytes:>8.0f}"
        for each in found
    ]
    late = [each.name for each in found if each.page_ms >= MOST_MS]
    heavy = [each.name for each in found if each.ratio >= MOST_RATIO]
    lines.append(f"{MOST_MS:.0f} ms or more: {', '.join(late) or 'none'}")
    lines.append(f"{MOST_RATIO:.0f} times the bare SQL or more: {', '.join(heavy) or 'none'}")
    return lines


def _cost(client: Client, page: Page, rounds: int) -> Cost:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page.address)
    if answer.status_code not in (200, 302):
        raise ValueError(f"{page.address}: {answer.status_code}")
    pairs = [(_timed(lambda: client.get(page.address)), _timed(lambda: _fetch(page.bare))) for _ in range(rounds)]
    return Cost(
        name=page.name,
        page_ms=median(page_ms for page_ms, _ in pairs),
        bare_ms=median(bare_ms for _, bare_ms in pairs),
        queries=len(queries),
        kilobytes=len(answer.content) / 1000,
    )


def _timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000


def _fetch(queries: Iterable[Query]) -> None:
    with connection.cursor() as cursor:
        for query in queries:
            cursor.execute(query.sql, query.params)
            cursor.fetchall()
