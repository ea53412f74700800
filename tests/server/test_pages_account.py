"""Logging in and out, and the page of jobs."""

from __future__ import annotations

import pytest
from django.test import Client

from camket.server.accounts import add_user
from camket.server.jobs.asking import ask

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"


@pytest.fixture
def officer() -> Client:
    add_user("can-bo", PASSWORD, "officer")
    client = Client()
    assert client.post("/dang-nhap", {"name": "can-bo", "password": PASSWORD}).status_code == 302
    return client


def test_a_wrong_password_is_said_and_the_name_kept() -> None:
    add_user("can-bo", PASSWORD, "officer")
    for name, password in (("can-bo", "other"), ("ai-do", PASSWORD), ("", "")):
        answer = Client().post("/dang-nhap", {"name": name, "password": password})
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "Tên tài khoản hoặc mật khẩu không đúng." in page
        assert f'value="{name}"' in page
        assert PASSWORD not in page


@pytest.mark.parametrize(
    ("asked", "onward"),
    [
        ("/viec", "/viec"), ("https://evil.example/", "/viec-cua-toi"), ("//evil.example", "/viec-cua-toi"),
        ("", "/viec-cua-toi"), ("/", "/viec-cua-toi"),
    ],
)  # fmt: skip
def test_one_goes_on_to_pages_of_ours_only_and_else_to_the_desk(asked: str, onward: str) -> None:
    add_user("can-bo", PASSWORD, "officer")
    answer = Client().post("/dang-nhap", {"name": "can-bo", "password": PASSWORD, "next": asked})
    assert (answer.status_code, answer.headers["Location"]) == (302, onward)


def test_the_form_is_safe_from_other_sites() -> None:
    assert Client(enforce_csrf_checks=True).post("/dang-nhap", {"name": "a", "password": "b"}).status_code == 403


def test_logging_out_is_no_link(officer: Client) -> None:
    assert "Đăng xuất can-bo" in officer.get("/viec").content.decode()
    assert officer.get("/dang-xuat").status_code == 405
    officer.post("/dang-xuat")
    assert officer.get("/viec").status_code == 302


def test_the_page_of_jobs(officer: Client) -> None:
    assert "Chưa có việc nào." in officer.get("/viec").content.decode()
    job = ask("load", "load:1", {"paths": ["/khong-co"]}, who="can-bo")
    job.state, job.done, job.total = "failed", 3, 8
    job.trouble = ["read.missing", [["file", "/khong-co"]]]
    job.save()
    page = officer.get("/viec?lang=en").content.decode()
    assert "3/8" in page and "take papers in" in page and "/khong-co: there is no such file" in page


def test_jobs_are_for_those_who_may_load(officer: Client) -> None:
    assert Client().get("/viec").headers["Location"] == "/dang-nhap?next=/viec"
    officer.post("/dang-xuat")
    add_user("don-vi", PASSWORD, "department")
    officer.post("/dang-nhap", {"name": "don-vi", "password": PASSWORD})
    assert officer.get("/viec").status_code == 403
