"""The frame of all pages: landmarks, languages, errors, what is sent with them."""

from __future__ import annotations

import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from django.utils.timezone import localdate
from tests.server.tasks_laid import client

from camket.report.dates import day
from camket.server.pages.language import address_with
from camket.server.urls import *  # noqa: F403
from camket.server.urls import urlpatterns as known


def fails(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(request.path)


urlpatterns = [*known, path("hong", fails)]


def test_an_unknown_address_is_said_in_both_languages() -> None:
    vietnamese, english = Client().get("/khong-co"), Client().get("/khong-co?lang=en")
    assert vietnamese.status_code == english.status_code == 404
    assert "Không tìm thấy trang /khong-co." in vietnamese.content.decode()
    assert "The page /khong-co was not found." in english.content.decode()


@pytest.mark.django_db
def test_whoever_is_logged_in_stays_so_where_there_is_no_page() -> None:
    page = client("can-bo", "officer").get("/khong-co").content.decode()
    assert "Đăng xuất" in page
    assert "Đăng nhập" not in page


@override_settings(ROOT_URLCONF="tests.server.test_pages_frame")
def test_a_failure_of_the_program_says_what_to_do_and_asks_no_database() -> None:
    answer = Client(raise_request_exception=False).get("/hong")
    assert answer.status_code == 500
    assert "Hãy thử lại sau ít phút." in answer.content.decode()


def test_the_frame_has_its_landmarks_and_fetches_nothing_from_outside() -> None:
    answer = Client().get("/khong-co")
    page = answer.content.decode()
    for landmark in ('class="skip" href="#main"', "<header", "<nav", '<main id="main"', "<footer", '<html lang="vi"'):
        assert landmark in page, landmark
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//', page) == []
    assert "<script" not in page
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_the_style_sheets_are_served_from_the_package() -> None:
    page = Client().get("/khong-co").content.decode()
    for address in re.findall(r'<link [^>]*href="([^"]+)"', page):
        answer = Client().get(address)
        assert answer.status_code == 200, address
        assert len(b"".join(answer.streaming_content)) > 100  # type: ignore[attr-defined]  # files are streamed


def test_the_switch_keeps_the_address_and_is_remembered() -> None:
    client = Client()
    assert 'href="/khong-co?q=gia%CC%81&amp;lang=en"' in client.get("/khong-co?q=gia%CC%81").content.decode()
    client.get("/khong-co?lang=en")
    assert "There is no such page" in client.get("/khong-co").content.decode()


def test_a_foreign_host_is_refused_and_said() -> None:
    assert Client().get("/", headers={"host": "la.example"}).status_code == 400


@pytest.mark.parametrize(
    ("changed", "address"),
    [
        ({"lang": "en"}, "/a?x=1&y=2&lang=en"),
        ({"x": ""}, "/a?y=2"),
        ({"x": "", "y": ""}, "/a"),
        ({"x": "5"}, "/a?x=5&y=2"),
    ],
)
def test_an_address_keeps_what_is_not_changed(changed: dict[str, str], address: str) -> None:
    assert address_with(RequestFactory().get("/a?x=1&y=2"), **changed) == address


@pytest.mark.django_db
def test_a_printed_page_tells_its_whole_address_and_the_day() -> None:
    page = Client().get("/tim-kiem", {"q": "tăng trưởng"}).content.decode()
    asked = "http://testserver/tim-kiem?q=tăng+trưởng"
    assert f'<p class="printed">In từ {asked}, ngày {day(localdate())}</p>' in page
