"""The pages that are measured, each beside the bare SQL of the same page.

The bare SQL is what a person would write who wants nothing but what the page shows: the same rows of the same tables,
the columns that are shown, no more. Where a page shows what was made ready of many papers (the scoreboard), it is the
same ready rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.db import connection

_VISIBLE = "d.access = 'public' AND d.withdrawn_on IS NULL"
_BOARD = "(SELECT max(id) FROM pages_board WHERE readers = 'public')"


class Query(NamedTuple):
    """A statement with its parameters."""

    sql: str
    params: tuple[object, ...] = ()


class Page(NamedTuple):
    """A page, its address, and the bare SQL of the same."""

    name: str
    address: str
    bare: tuple[Query, ...]


class Known(NamedTuple):
    """What is looked up once, so that the addresses are of full pages."""

    plan: str
    place: str
    indicator: str
    area: str
    series: tuple[int, ...]
    slug: str
    paper: int
    person: str
    reference: str
    mention: bytes


def known() -> Known:
    """The plan with most targets, the series with most statements, a paper of many facts, the usual names."""
    plan, place = _one(f"SELECT plan, place FROM pages_boardplan WHERE board_id = {_BOARD} ORDER BY length(packed) DESC")
    indicator, area = _one(
        "SELECT s.indicator, s.area FROM registry_placement p JOIN registry_series s ON s.id = p.series_id "
        "GROUP BY p.series_id ORDER BY count(*) DESC"
    )
    series = _all("SELECT id FROM registry_series WHERE indicator = %s AND area = %s", indicator, area)
    paper, slug = _one(
        "SELECT d.id, d.slug FROM registry_fact f JOIN registry_document d ON d.id = f.document_id "
        "GROUP BY d.id ORDER BY count(*) DESC LIMIT 1 OFFSET 100"
    )
    labels = "SELECT label FROM registry_entry WHERE sort = %s AND label <> '' GROUP BY label ORDER BY count(*) DESC"
    (person,), (reference,) = _one(labels, 5), _one(labels, 4)
    (mention,) = _one("SELECT mention FROM registry_fact WHERE document_id = %s ORDER BY start DESC", paper)
    return Known(
        plan, place, indicator, area, tuple(number for (number,) in series), slug, paper, person, reference, mention
    )


def pages(at: Known) -> Iterator[Page]:
    """Every kind of page."""
    yield Page("area overview", "/", _overview(at.place))
    yield Page("areas", "/dia-ban", (Query(f"SELECT place, plans, values_held FROM pages_boardplace WHERE board_id = {_BOARD}"),))
    yield Page("plans", "/ke-hoach", _plans())
    yield Page("plan", f"/ke-hoach/{at.plan}", _plan(at.plan))
    yield Page("indicators", "/chi-tieu", _indicators(at.place))
    yield Page("indicator", f"/chi-tieu/{at.indicator}/{at.area}", _indicator(at))
    yield Page("papers", "/van-ban", _papers())
    yield Page("document", f"/van-ban/{at.slug}", _document(at.paper))
    yield Page("fact", f"/so-lieu/{at.mention.hex()}", _fact(at.mention))
    yield Page("search: words", "/tim-kiem?q=ng%C3%A2n+s%C3%A1ch", _search("ngân sách", "exact"))
    yield Page("search: number", "/tim-kiem?q=tang+truong+2024", _search("tang truong 2024", "bare"))
    yield Page("differences", "/so-lieu-chua-thong-nhat", _differences())
    yield Page("tallies", "/ket-qua-tong-hop", _tallies())
    yield Page("people", "/nguoi", _labels(5))
    yield Page("person", f"/nguoi/{at.person}", _label(5, at.person))
    yield Page("references", "/vien-dan", _labels(4))
    yield Page("reference", f"/vien-dan/{at.reference}", _label(4, at.reference))


def _overview(place: str) -> tuple[Query, ...]:
    week = "date('now', '-7 days')"
    return (
        Query(f"SELECT id, as_of, usual_area FROM pages_board WHERE id = {_BOARD}"),
        Query(f"SELECT states, plans, differences, packed FROM pages_boardplace WHERE board_id = {_BOARD} AND place = %s", (place,)),
        Query(f"SELECT plan, kind, title, area, period, states, tallies FROM pages_boardplan WHERE board_id = {_BOARD} "
              'AND place = %s ORDER BY "order" LIMIT 8', (place,)),
        Query(f"SELECT place, plans, values_held FROM pages_boardplace WHERE board_id = {_BOARD} "
              "ORDER BY plans DESC, values_held DESC, place LIMIT 12"),
        Query("SELECT d.slug, d.title, d.number, d.said_on, d.read_on, (SELECT count(*) FROM registry_fact f "
              "WHERE f.document_id = d.id AND f.kind = 0 AND NOT f.superseded) FROM registry_document d "
              f"WHERE {_VISIBLE} AND d.read_on >= {week} ORDER BY d.read_on DESC, d.id DESC LIMIT 8"),
        _sentences("SELECT fact_id FROM registry_placement ORDER BY id LIMIT 16"),
    )  # fmt: skip


def _plans() -> tuple[Query, ...]:
    return (
        Query(f"SELECT DISTINCT place FROM pages_boardplan WHERE board_id = {_BOARD}"),
        Query(f"SELECT count(*) FROM pages_boardplan WHERE board_id = {_BOARD}"),
        Query(f"SELECT plan, kind, title, area, period, states, tallies FROM pages_boardplan WHERE board_id = {_BOARD} "
              'ORDER BY "order" LIMIT 50'),
    )  # fmt: skip


def _plan(plan: str) -> tuple[Query, ...]:
    return (
        Query(f"SELECT packed FROM pages_boardplan WHERE board_id = {_BOARD} AND plan = %s", (plan,)),
        _sentences("SELECT fact_id FROM registry_placement WHERE klass = 1 ORDER BY id LIMIT 240"),
    )


def _indicators(place: str) -> tuple[Query, ...]:
    return (
        Query(f"SELECT place FROM pages_boardplace WHERE board_id = {_BOARD} AND values_held > 0 ORDER BY values_held DESC, place"),
        Query(f"SELECT packed FROM pages_boardplace WHERE board_id = {_BOARD} AND place = %s", (place,)),
        _sentences("SELECT fact_id FROM registry_placement ORDER BY id LIMIT 100"),
    )


def _indicator(at: Known) -> tuple[Query, ...]:
    """What stands with five rivals each, forty statements with their sentences, how many there are."""
    (largest,) = _one(
        "SELECT series_id FROM registry_placement WHERE series_id IN (SELECT id FROM registry_series "
        "WHERE indicator = %s AND area = %s) GROUP BY series_id ORDER BY count(*) DESC", at.indicator, at.area,
    )  # fmt: skip
    rivals = ", ".join(f"json_extract(t.rivals, '$[{place}]')" for place in range(5))
    columns = "f.body, f.mention, f.start, d.slug, d.name, d.head, d.said_on, p.first, p.last, p.rank"
    joined = "registry_placement p JOIN registry_fact f ON f.id = p.fact_id JOIN registry_document d ON d.id = f.document_id"
    return (
        Query("SELECT s.*, (SELECT count(*) FROM registry_standing t WHERE t.series_id = s.id AND t.klass = 0) "
              "FROM registry_series s WHERE s.indicator = %s", (at.indicator,)),
        Query(f"SELECT t.klass, t.first, t.last, t.placement_id, {rivals} FROM registry_standing t "
              "WHERE t.series_id = %s AND t.klass IN (0, 1) ORDER BY t.last DESC LIMIT 120", (largest,)),
        Query(f"SELECT {columns} FROM {joined} WHERE p.id IN (SELECT placement_id FROM registry_standing "
              "WHERE series_id = %s AND klass IN (0, 1) UNION SELECT j.value FROM registry_standing t, json_each(t.rivals) j "
              "WHERE t.series_id = %s AND t.klass IN (0, 1) AND j.key < 5)", (largest, largest)),
        Query(f"SELECT count(*) FROM {joined} WHERE p.series_id = %s AND NOT f.superseded AND {_VISIBLE} "
              "AND d.stands_for_id IS NULL", (largest,)),
        Query(f"SELECT {columns} FROM {joined} WHERE p.series_id = %s AND NOT f.superseded AND {_VISIBLE} "
              "AND d.stands_for_id IS NULL ORDER BY p.last DESC, p.published DESC, p.id LIMIT 40", (largest,)),
    )  # fmt: skip


def _papers() -> tuple[Query, ...]:
    listed = f"SELECT d.id FROM registry_document d WHERE {_VISIBLE} ORDER BY d.said_on DESC, d.id LIMIT 50"
    choices = (
        Query(f"SELECT d.{column}, count(*) FROM registry_document d WHERE {_VISIBLE} GROUP BY d.{column}")
        for column in ("type", "area", "issuer", "substr(said_on, 1, 4)".replace("said_on", "said_on"))
        if not column.startswith("substr")
    )
    return (
        Query(f"SELECT count(*) FROM registry_document d WHERE {_VISIBLE}"),
        Query("SELECT d.slug, d.title, d.number, d.type, d.issuer, d.publisher, d.said_on FROM registry_document d "
              f"WHERE {_VISIBLE} ORDER BY d.said_on DESC, d.id LIMIT 50"),
        Query(f"SELECT document_id, kind, count(*) FROM registry_fact WHERE document_id IN ({listed}) "
              "AND NOT superseded GROUP BY document_id, kind"),
        Query(f"SELECT DISTINCT substr(d.said_on, 1, 4) FROM registry_document d WHERE {_VISIBLE}"),
        *choices,
    )  # fmt: skip


def _document(paper: int) -> tuple[Query, ...]:
    return (
        Query("SELECT d.*, t.text, t.packed FROM registry_document d JOIN registry_documenttext t ON t.document_id = d.id "
              "WHERE d.id = %s", (paper,)),
        Query("SELECT start, kind FROM registry_fact WHERE document_id = %s AND NOT superseded ORDER BY start", (paper,)),
        Query("SELECT kind, mention, start, \"end\", body FROM registry_fact WHERE document_id = %s AND NOT superseded "
              "AND start < 12000 ORDER BY start", (paper,)),
    )  # fmt: skip


def _fact(mention: bytes) -> tuple[Query, ...]:
    return (
        Query("SELECT f.document_id, f.start, d.slug, t.text FROM registry_fact f JOIN registry_document d ON d.id = f.document_id "
              f"JOIN registry_documenttext t ON t.document_id = d.id WHERE f.mention = %s AND {_VISIBLE}", (mention,)),
        Query("SELECT start FROM registry_fact WHERE document_id = (SELECT document_id FROM registry_fact "
              "WHERE mention = %s LIMIT 1) AND NOT superseded", (mention,)),
    )  # fmt: skip


def _search(words: str, column: str) -> tuple[Query, ...]:
    """Ten papers and ten facts that hold the words in a row, the later first."""
    match = f'{column} : ("{words}")'
    found = "e.id IN (SELECT rowid FROM registry_words WHERE registry_words MATCH %s)"
    return (
        Query("SELECT e.id, e.start, d.slug, d.title, d.said_on, substr(t.text, e.start + 1, e.\"end\" - e.start) "
              "FROM registry_entry e JOIN registry_document d ON d.id = e.document_id JOIN registry_documenttext t "
              f"ON t.document_id = d.id WHERE {found} AND e.sort IN (10, 11) AND {_VISIBLE} "
              "ORDER BY d.said_on DESC, d.id LIMIT 11", (match,)),
        Query("SELECT e.id, f.body, d.slug, d.title, d.said_on FROM registry_entry e JOIN registry_document d "
              "ON d.id = e.document_id JOIN registry_fact f ON f.id = e.fact_id "
              f"WHERE {found} AND e.sort < 10 AND {_VISIBLE} ORDER BY d.said_on DESC, d.id LIMIT 11", (match,)),
    )  # fmt: skip


def _differences() -> tuple[Query, ...]:
    return (
        Query(f"SELECT kind, count(*) FROM pages_boarddifference WHERE board_id = {_BOARD} AND contradicting GROUP BY kind"),
        Query(f"SELECT packed FROM pages_boarddifference WHERE board_id = {_BOARD} AND contradicting "
              'ORDER BY "order" LIMIT 20'),
        _sentences("SELECT fact_id FROM registry_placement ORDER BY id LIMIT 80"),
    )  # fmt: skip


def _tallies() -> tuple[Query, ...]:
    return (
        Query(f"SELECT count(*) FROM pages_boardplan WHERE board_id = {_BOARD} AND tallies > 0"),
        Query(f"SELECT packed FROM pages_boardplan WHERE board_id = {_BOARD} AND tallies > 0 ORDER BY \"order\" LIMIT 12"),
        _sentences("SELECT id FROM registry_fact WHERE kind = 1 LIMIT 60"),
    )


def _labels(sort: int) -> tuple[Query, ...]:
    """Fifty names by how many papers have them, and of each the latest that does."""
    seen = (
        "FROM registry_entry e JOIN registry_document d ON d.id = e.document_id WHERE e.sort = %s AND e.label <> '' "
        f"AND {_VISIBLE} AND d.stands_for_id IS NULL"
    )
    most = f"SELECT e.label {seen} GROUP BY e.label ORDER BY count(DISTINCT e.document_id) DESC, e.label LIMIT 50"
    return (
        Query(f"SELECT count(DISTINCT e.label) {seen}", (sort,)),
        Query(f"SELECT e.label, count(DISTINCT e.document_id), max(d.said_on) {seen} GROUP BY e.label ORDER BY 2 DESC, 1 "
              "LIMIT 50", (sort,)),
        Query(f"SELECT label, body, slug, title FROM (SELECT e.label, f.body, d.slug, d.title, row_number() OVER "
              "(PARTITION BY e.label ORDER BY d.said_on DESC, d.id) AS place FROM registry_entry e JOIN registry_document d "
              "ON d.id = e.document_id JOIN registry_fact f ON f.id = e.fact_id WHERE e.sort = %s "
              f"AND {_VISIBLE} AND e.label IN ({most})) WHERE place <= 3", (sort, sort)),
    )  # fmt: skip


def _label(sort: int, label: str) -> tuple[Query, ...]:
    return (
        Query("SELECT f.body, f.mention, e.shown, d.slug, d.title, d.said_on FROM registry_entry e JOIN registry_document d "
              "ON d.id = e.document_id JOIN registry_fact f ON f.id = e.fact_id WHERE e.sort = %s AND e.label = %s "
              f"AND {_VISIBLE} ORDER BY d.said_on DESC, d.id, e.id LIMIT 500", (sort, label)),
    )  # fmt: skip


def _sentences(facts: str) -> Query:
    """Where the sentences of some facts are: as many as the page links to."""
    return Query(
        "SELECT f.mention, f.start, d.slug FROM registry_fact f JOIN registry_document d ON d.id = f.document_id "
        f"WHERE f.mention IN (SELECT mention FROM registry_fact WHERE id IN ({facts}))"
    )


def _one(sql: str, *params: object) -> tuple[object, ...]:
    return next(iter(_all(f"{sql} LIMIT 1" if "LIMIT" not in sql else sql, *params)))


def _all(sql: str, *params: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())
