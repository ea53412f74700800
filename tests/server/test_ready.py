"""Questions that are put together once: the same rows as asking anew, whatever is given, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from pytest_django.plugin import DjangoDbBlocker
from tests.server.laid_out import laid_out, samples

from camket.server.registry import models, ready
from camket.server.registry.access import PUBLIC, Reader, held_back, papers
from camket.server.registry.ready import Given, Ready, Values

pytestmark = pytest.mark.django_db
BUILT: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def laid(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    request.getfixturevalue("django_db_setup")
    with laid_out(django_db_blocker, samples(), published=True):
        yield


@ready.ready
def by_key(reader: Reader, *, newest: bool = False) -> QuerySet[Any, Any]:
    BUILT.append(reader.key)
    rows = models.Document.objects.filter(papers(reader), id__in=Given("ids"))
    return rows.order_by("-said_on" if newest else "id").values_list("id", "said_on")


@ready.ready
def like(_: int) -> QuerySet[Any, Any]:
    rows = models.Document.objects.filter(name__endswith="2022", said_on__gte=Given("since"), sha256=Given("sha256"))
    return rows.values_list("name", "title", "said_on")


@ready.ready
def named() -> QuerySet[Any, Any]:
    return models.Document.objects.filter(name=Given("name")).values_list("id", "withdrawn_on")


@ready.ready
def rivals(most: int) -> QuerySet[Any, Any]:
    keys = [f"rivals__{place}" for place in range(most)]
    return models.Standing.objects.order_by("id").values_list("id", "first", "reasons", *keys)


@ready.ready
def nobody() -> QuerySet[Any, Any]:
    return models.Document.objects.filter(id__in=[], name=Given("name")).values_list("id")


@ready.ready
def open_today() -> QuerySet[Any, Any]:
    return models.Document.objects.filter(~held_back()).order_by("id").values_list("id")


def keys() -> list[int]:
    return list(models.Document.objects.order_by("id").values_list("id", flat=True))


@pytest.mark.parametrize("count", [0, 1, 2, 5, 3])
def test_of_several_values_the_rows_are_those_of_a_question_made_for_them(count: int) -> None:
    wanted = keys()[:count]
    told = models.Document.objects.filter(id__in=wanted).order_by("id").values_list("id", "said_on")
    assert by_key.given(ids=wanted)(PUBLIC) == list(told)


def test_a_part_is_given_without_the_rest() -> None:
    wanted = keys()
    whole = by_key.given(ids=wanted)(PUBLIC, newest=True)
    assert by_key.given((0, 2), ids=wanted)(PUBLIC, newest=True) == whole[:2]
    assert by_key.given((2, 5), ids=wanted)(PUBLIC, newest=True) == whole[2:5]
    assert by_key.given((len(whole), len(whole) + 5), ids=wanted)(PUBLIC, newest=True) == []


def test_the_words_are_put_together_once_for_each_reader_and_day(monkeypatch: pytest.MonkeyPatch) -> None:
    officer, later = Reader(levels=("public", "internal"), name="quyen"), localdate() + timedelta(days=1)
    BUILT.clear()
    fresh: Ready[[Reader]] = Ready(by_key._build)
    for reader in (PUBLIC, officer, PUBLIC, officer):
        fresh.given(ids=keys())(reader)
    assert BUILT == ["public", "internal"]
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: later)
    fresh.given(ids=keys())(PUBLIC)
    assert BUILT == ["public", "internal", "public"]


def test_days_digests_and_signs_of_a_pattern_are_taken_as_they_are() -> None:
    for row in models.Document.objects.all():
        given: Values = {"since": date(2000, 1, 1), "sha256": bytes(row.sha256)}
        told = [(row.name, row.title, row.said_on)] if row.name.endswith("2022") else []
        assert like.given(**given)(0) == told
    assert like.given(since=date(2100, 1, 1), sha256=bytes(row.sha256))(0) == []


@pytest.mark.parametrize("name", ["", "%s", "100%", "' OR 1=1 --", "không có"])
def test_a_value_is_never_words_of_the_question(name: str) -> None:
    assert named.given(name=name)() == []


def test_what_the_database_gives_becomes_what_a_model_would_have() -> None:
    rows = models.Standing.objects.order_by("id")
    told = [(row.id, row.first, row.reasons, *(*row.rivals, None, None)[:2]) for row in rows]
    assert rivals.rows(2) == told
    assert any(row[3] for row in told)


def test_nothing_is_asked_where_nothing_can_be_found() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert nobody.given(name="x")() == []
        assert by_key.given(ids=[])(PUBLIC) == []
    assert len(asked) == 0


def test_a_paper_whose_day_comes_tomorrow_is_seen_tomorrow_by_the_same_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper, today = models.Document.objects.exclude(text_key=None).order_by("id")[0], localdate()
    tomorrow = today + timedelta(days=1)
    models.Embargo.objects.create(
        document=paper, mention=b"0" * 16, until=tomorrow, who="quyen", at="2026-01-01T00:00+07:00"
    )
    assert (paper.id,) not in open_today.rows()
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: tomorrow)
    assert (paper.id,) in open_today.rows()
