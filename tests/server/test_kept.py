"""Pages kept for readers who are not logged in: what was made is shown again, and never longer than it may be seen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.server.test_approving import report, taken
from tests.server.unagreed import approve_all

from camket.server.accounts import add_user
from camket.server.pages.kept import Kept, KeptMiddleware, KeptPage, may_be_kept
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.approve_differences import close_differences
from camket.server.registry.actions.hold_back import hold_back
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.models import ApprovedDifference, Fact

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]


@pytest.fixture
def keeping(settings: Any) -> None:
    settings.KEEP_PAGES = True


def questions(client: Client, address: str, **more: Any) -> int:
    """How often the database is asked."""
    with CaptureQueriesContext(connection) as held:
        assert client.get(address, **more).status_code == 200
    return len(held)


@pytest.mark.usefixtures("keeping")
class TestPages:
    """One registry of one paper, asked by one process in many ways: a client is one."""

    def test_what_was_made_is_shown_again_to_anybody_and_to_nobody_else(self) -> None:
        add_user("hoa-binh", "mot-mat-khau-dai", "administrator")
        taken("tang-truong", report(1, "đạt 7,1%"))
        client = Client()
        first, again = client.get("/van-ban"), client.get("/van-ban")
        assert (again.content, dict(again.headers)) == (first.content, dict(first.headers))
        assert questions(client, "/van-ban") == 1  # which state the registry is in
        assert questions(client, "/van-ban", HTTP_AUTHORIZATION="Basic eA==") > 1
        for other in ("/van-ban?nam=2022", "/van-ban?lang=en"):
            assert questions(client, other) > 1, other
        assert client.cookies["camket-lang"].value == "en"
        assert client.get("/van-ban").content != first.content
        assert questions(client, "/van-ban") == 1
        assert questions(client, "/van-ban", HTTP_HOST="127.0.0.1") > 1
        client.cookies["of-another-program"] = "1"
        assert questions(client, "/van-ban") > 1
        client.login(username="hoa-binh", password="mot-mat-khau-dai")  # noqa: S106 - of a test
        assert b"hoa-binh" in client.get("/van-ban").content
        client.cookies.clear()
        assert client.get("/van-ban").content == first.content

    def test_what_is_held_back_or_withdrawn_is_gone_at_the_next_question(self) -> None:
        row = taken("tang-truong", report(1, "đạt 7,1%"))
        fact = Fact.objects.filter(document=row, kind=0).first()
        assert fact is not None
        client, address, until = Client(), f"/van-ban/{row.slug}", timezone.localdate() + timedelta(days=2)
        assert "7,1%" in client.get(address).content.decode()
        hold_back(CONSOLE, bytes(fact.mention).hex(), until=until, why="chưa công bố")
        assert client.get(address).status_code == 404
        with patch.object(timezone, "now", return_value=timezone.now() + timedelta(days=3)):
            assert "7,1%" in client.get(address).content.decode()  # a day that comes opens what no action opens
            withdraw(CONSOLE, row.slug, why="sai")
            assert "7,1%" not in client.get(address).content.decode()

    def test_what_is_approved_or_closed_changes_what_is_kept(self) -> None:
        for number, said in ((1, "đạt 7,1%"), (2, "đạt 8,4%")):
            taken(f"tang-truong-{number}", report(number, said))
        client, address = Client(), "/so-lieu-chua-thong-nhat"
        for _ in range(2):
            assert "8,4%" not in client.get(address).content.decode()
        assert questions(client, address) == 1
        approve_all()
        for _ in range(2):
            assert "8,4%" in client.get(address).content.decode()
        assert questions(client, address) == 1
        close_differences(CONSOLE, [bytes(row.key) for row in ApprovedDifference.objects.all()])
        assert "8,4%" not in client.get(address).content.decode()

    def test_a_file_is_made_each_time(self) -> None:
        taken("tang-truong", report(1, "đạt 7,1%"))
        client = Client()
        assert questions(client, "/van-ban?format=csv") == questions(client, "/van-ban?format=csv") > 1


def answer(**headers: str) -> HttpResponse:
    return HttpResponse(b"x", headers=headers)


def with_cookie() -> HttpResponse:
    made = answer()
    made.set_cookie("csrftoken", "a")
    return made


@pytest.mark.parametrize(
    ("made", "is_kept"),
    [
        (answer(), True),
        (HttpResponseRedirect("/van-ban/a#b"), True),
        (with_cookie(), False),  # a form with a token
        (answer(**{"Cache-Control": "private, no-store"}), False),
        (answer(**{"Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private"}), False),
        (answer(**{"Content-Type": "text/csv; charset=utf-8"}), False),
        (HttpResponse(status=404), False),
        (HttpResponse(status=503), False),
        (StreamingHttpResponse(iter([b"x"])), False),
    ],
)
def test_only_whole_pages_for_anybody_are_kept(made: HttpResponse, is_kept: bool) -> None:
    assert may_be_kept(made) is is_kept


def page(content: bytes) -> KeptPage:
    return KeptPage(200, content, (), 0.0)


def test_a_process_keeps_no_more_than_it_may_and_nothing_of_another_state() -> None:
    held = Kept(most=10)
    with patch("camket.server.pages.kept.time.monotonic", return_value=1.0):
        for key in "abc":
            held.get("one", key)
            held.put("one", key, page(b"1234"))
        assert [held.get("one", key) is not None for key in "abc"] == [False, True, True]
        held.put("one", "long", page(b"12345678901"))
        assert held.get("one", "long") is None
        held.put("two", "d", page(b"1234"))  # made while another state came
        assert held.get("one", "d") is None
        assert held.get("two", "b") is None
        assert held.get("one", "b") is None
        held.put("one", "b", page(b"1"))
        assert held.get("one", "b") is not None
    with patch("camket.server.pages.kept.time.monotonic", return_value=100.0):
        assert held.get("one", "b") is None


def test_the_pages_are_kept_where_the_server_runs() -> None:
    from camket.server import settings

    assert f"{KeptMiddleware.__module__}.{KeptMiddleware.__qualname__}" in settings.MIDDLEWARE
