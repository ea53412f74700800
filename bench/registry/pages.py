"""The pages that are measured, each beside the bare SQL of the same page (`pages.sql`)."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

_NAMED = re.compile(r"^-- (page|kept): (.+)$", re.MULTILINE)
_USED = re.compile(r":([a-z]+)")
Parameters = Mapping[str, str | int | bytes]


class Page(NamedTuple):
    """A page, its address, and the statements of the bare SQL of the same.

    `kept` asks the statements themselves for what `bare` fetches ready; empty where nothing lies ready.
    """

    name: str
    address: str
    bare: tuple[str, ...]
    kept: tuple[str, ...]


def parameters(held: sqlite3.Connection) -> Parameters:
    """What is asked for: the plan with most targets, the series with most statements, a paper of many facts, ..."""

    def first(sql: str) -> tuple[str | int | bytes, ...]:
        found: tuple[str | int | bytes, ...] = held.execute(sql).fetchone()
        return found

    (board,) = first("SELECT max(id) FROM pages_board WHERE readers = 'public'")
    plan, place, planned, due = first(
        "SELECT plan, place, area, period || '-12-31' FROM pages_boardplan WHERE kind = 'yearly' "
        "ORDER BY length(packed) DESC"
    )
    series, indicator, area = first(
        "SELECT s.id, s.indicator, s.area FROM registry_placement p JOIN registry_series s ON s.id = p.series_id "
        "GROUP BY p.series_id ORDER BY count(*) DESC"
    )
    paper, slug = first(
        "SELECT d.id, d.slug FROM registry_fact f JOIN registry_document d ON d.id = f.document_id "
        "GROUP BY d.id ORDER BY count(*) DESC LIMIT 1 OFFSET 100"
    )
    labels = "SELECT label FROM registry_entry WHERE sort = {} AND label <> '' GROUP BY label ORDER BY count(*) DESC"
    (person,), (reference,) = first(labels.format(5)), first(labels.format(4))
    (mention,) = first("SELECT mention FROM registry_fact ORDER BY id DESC")
    return {
        "board": board, "plan": plan, "place": place, "planned": planned, "due": due, "series": series,
        "indicator": indicator, "area": area, "paper": paper, "slug": slug, "person": person, "reference": reference,
        "mention": mention,
    }  # fmt: skip


def pages(asked: Parameters) -> list[Page]:
    """Every kind of page."""
    bare, kept = _sql("page"), _sql("kept")
    mention = asked["mention"]
    addresses = {
        "area overview": "/",
        "areas": "/dia-ban",
        "plans": "/ke-hoach",
        "plan": "/ke-hoach/{plan}",
        "indicators": "/chi-tieu",
        "indicator": "/chi-tieu/{indicator}/{area}",
        "papers": "/van-ban",
        "document": "/van-ban/{slug}",
        "fact": f"/so-lieu/{mention.hex() if isinstance(mention, bytes) else mention}",
        "search of words": "/tim-kiem?q=ng%C3%A2n+s%C3%A1ch",
        "search of a number": "/tim-kiem?q=tang+truong+2024",
        "differences": "/so-lieu-chua-thong-nhat",
        "tallies": "/ket-qua-tong-hop",
        "people": "/nguoi",
        "person": "/nguoi/{person}",
        "references": "/vien-dan",
        "reference": "/vien-dan/{reference}",
    }
    return [Page(name, address.format(**asked), bare[name], kept.get(name, ())) for name, address in addresses.items()]


def fetched(held: sqlite3.Connection, statements: Iterable[str], asked: Parameters) -> int:
    """Run bare SQL and fetch its rows; gives how many there are."""
    rows = 0
    for sql in statements:
        rows += len(held.execute(sql, {name: asked[name] for name in _USED.findall(sql) if name in asked}).fetchall())
    return rows


def _sql(kind: str) -> dict[str, tuple[str, ...]]:
    text = Path(__file__).with_name("pages.sql").read_text(encoding="utf-8")
    _, *parts = _NAMED.split(text)
    return {
        name: tuple(filter(None, (each.strip() for each in body.split(";"))))
        for own, name, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        if own == kind
    }
