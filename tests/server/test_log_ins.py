"""Log-ins as a list and as a file: all for who manages accounts, one's own for anybody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.server.tasks_laid import BODY, PASSWORD, client
from tests.server.test_list_files import rows

from camket.server.accounts import add_user
from camket.server.entering.models import Visit
from camket.server.entering.visits import KEPT

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/tai-khoan/dang-nhap"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"


@pytest.fixture
def visits() -> None:
    """One that goes on, one that was ended, one that nobody used any more."""
    now, user = timezone.now(), add_user("nhap", PASSWORD, "department", body=BODY)
    for days, ended in ((0, None), (3, now - timedelta(days=2)), (9, None)):
        at = now - timedelta(days=days, minutes=5)
        Visit.objects.create(
            user=user, began_at=at, seen_at=at, ended_at=ended, address=f"10.0.0.{days}", browser=PHONE
        )


@pytest.mark.usefixtures("visits")
def test_who_manages_accounts_takes_all_log_ins() -> None:
    browser = client("administrator")
    found = [row for row in rows(browser, LIST) if row["Tài khoản"] == "nhap"]
    assert [row["Kết thúc lúc"] for row in found][::2] == ["hết hạn", "đang đăng nhập"]
    assert {row["Trình duyệt"] for row in found} == {"Chrome, Android"}
    assert all(datetime.strptime(row["Đăng nhập lúc"], "%Y-%m-%d %H:%M").replace(tzinfo=UTC) for row in found)
    assert datetime.strptime(found[1]["Kết thúc lúc"], "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


@pytest.mark.usefixtures("visits")
def test_the_list_is_of_one_account_where_the_address_names_it() -> None:
    browser = client("administrator")
    add_user("khac", PASSWORD, "officer")
    assert len(rows(browser, LIST, ten="nhap")) == 3
    page = browser.get(LIST, {"ten": "khac"}).content.decode()
    assert "Không có lần đăng nhập nào." in page
    own = Visit.objects.filter(user__username="nhap")[0].user_id
    assert f'href="{LIST}?ten=nhap"' in browser.get(f"/quan-tri/tai-khoan/{own}").content.decode()


@pytest.mark.usefixtures("visits")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_list_is_told_in_both_languages(lang: str) -> None:
    page = client("administrator").get(LIST, {"lang": lang}, follow=True).content.decode()
    said = {"vi": ("Lịch sử đăng nhập", "4 lần đăng nhập"), "en": ("Log-ins", "4 log-ins")}[lang]
    assert all(each in page for each in said), said
    assert str(KEPT.days) in page


@pytest.mark.usefixtures("visits")
def test_ones_own_log_ins_that_go_on_are_a_file() -> None:
    browser = Client()
    browser.post("/dang-nhap", {"name": "nhap", "password": PASSWORD}, HTTP_USER_AGENT=PHONE)
    found = rows(browser, "/tai-khoan")
    assert [row["Đăng xuất nơi này"] for row in found] == ["phiên này", ""]
    assert {row["Địa chỉ mạng"] for row in found} == {"127.0.0.1", "10.0.0.0"}
