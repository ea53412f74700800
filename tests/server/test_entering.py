"""Logging in: limits, what is never told, sessions that are new, that end, and that are ended."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from statistics import median
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from camket.errors import UsageError
from camket.server.accounts import add_user
from camket.server.entering import limits
from camket.server.entering.models import Attempt, Visit
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, actor
from camket.server.registry.actions.leave import send_out
from camket.server.registry.actions.set_active import close_account
from camket.server.registry.actions.set_password import change_password, new_password
from camket.server.registry.actions.set_role import set_role

pytestmark = pytest.mark.django_db
PASSWORD, OTHER, WRONG = "mot-mat-khau-dai", "mat-khau-khac-nua", "sai"


def log_in(client: Client, name: str = "can-bo", password: str = PASSWORD, **meta: Any) -> Any:
    return client.post("/dang-nhap", {"name": name, "password": password}, **meta)


@pytest.fixture
def officer() -> Client:
    add_user("can-bo", PASSWORD, "officer")
    client = Client()
    assert log_in(client).status_code == 302
    return client


class TestLimits:
    @pytest.fixture(autouse=True)
    def account(self) -> None:
        add_user("can-bo", PASSWORD, "officer")

    @pytest.mark.parametrize("name", ["can-bo", "khong-co", "CAN-BO"])
    def test_a_name_is_refused_after_ten_attempts_whether_it_exists_or_not(self, name: str) -> None:
        answers = [log_in(Client(), name, "sai", REMOTE_ADDR=f"10.0.0.{number}") for number in range(11)]
        assert [each.status_code for each in answers] == [403] * 10 + [429]
        assert answers[-1].headers["Retry-After"] == "900"
        assert "Hãy đăng nhập lại sau 15 phút" in answers[-1].content.decode()

    def test_the_right_password_is_not_looked_at_then(self) -> None:
        for _ in range(10):
            log_in(Client(), password=WRONG)
        assert log_in(Client()).status_code == 429
        Attempt.objects.update(since=timezone.now() - timedelta(minutes=15))
        assert log_in(Client()).status_code == 302
        assert not Attempt.objects.filter(count__gt=0).exists()

    def test_an_address_is_refused_whatever_the_names(self) -> None:
        answers = [log_in(Client(), f"ten-{number}", "sai") for number in range(61)]
        assert {each.status_code for each in answers[:60]} == {403}
        assert answers[60].status_code == 429
        assert log_in(Client(), REMOTE_ADDR="10.1.1.1").status_code == 302

    def test_who_knows_the_password_does_not_count(self) -> None:
        for _ in range(70):
            assert log_in(Client()).status_code == 302

    def test_an_administrator_or_the_console_unlocks(self) -> None:
        for _ in range(10):
            log_in(Client(), password=WRONG)
        limits.unlock("can-bo")
        assert log_in(Client()).status_code == 302

    def test_nothing_that_was_typed_is_kept(self) -> None:
        log_in(Client(), "toi-go-mat-khau-vao-day", "sai", REMOTE_ADDR="10.9.8.7")
        kept = " ".join(Attempt.objects.values_list("key", flat=True))
        assert "toi-go" not in kept and "10.9.8.7" not in kept

    def test_old_attempts_are_forgotten(self) -> None:
        log_in(Client(), "a", "sai")
        Attempt.objects.update(since=timezone.now() - timedelta(hours=1))
        log_in(Client(), "b", "sai", REMOTE_ADDR="10.1.1.1")
        assert Attempt.objects.count() == 2

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("2001:db8:1:2::1", "2001:db8:1:2:3::9", True),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
            ("10.0.0.1", "10.0.0.2", False),
        ],
    )
    def test_an_address_of_version_6_is_its_network(self, one: str, other: str, same: bool) -> None:
        assert (limits._network(one) == limits._network(other)) == same

    def test_an_address_that_is_told_counts_behind_a_server_alone(self, settings: Any) -> None:
        request = Client().get("/dang-nhap", HTTP_X_FORWARDED_FOR="1.2.3.4, 5.6.7.8").wsgi_request
        assert limits.address_of(request) == "127.0.0.1"
        import msgspec

        settings.CONFIGURATION = msgspec.structs.replace(settings.CONFIGURATION, https=True)
        assert limits.address_of(request) == "5.6.7.8"
        request.META["HTTP_X_FORWARDED_FOR"] = "<script>"
        assert limits.address_of(request) == "127.0.0.1"


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_no_way_around() -> None:
    def attempt(number: int) -> int:
        try:
            return limits.admit("can-bo", f"10.0.0.{number}")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(attempt, range(24)))
    assert waits.count(0) == limits.OF_NAME.most


class _Counting(PBKDF2PasswordHasher):
    iterations, calls = 20_000, 0

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        type(self).calls += 1
        return super().encode(password, salt, iterations)


class TestWhatIsNeverTold:
    @pytest.fixture(autouse=True)
    def hashing(self) -> Iterator[None]:
        with override_settings(PASSWORD_HASHERS=[f"{__name__}._Counting"]):
            add_user("can-bo", PASSWORD, "officer")
            add_user("da-khoa", PASSWORD, "officer")
            close_account(CONSOLE, "da-khoa")
            yield

    @pytest.mark.parametrize("name", ["khong-co", "da-khoa", "can-bo"])
    def test_a_wrong_log_in_costs_and_says_the_same(self, name: str) -> None:
        """One password hashed, the same questions asked, the same page: for a name there is, was, and is not."""
        log_in(Client(), "khong-co-2", "sai")
        _Counting.calls = 0
        with CaptureQueriesContext(connection) as asked:
            answer = log_in(Client(), name, "sai")
        assert _Counting.calls == 1
        assert sum("auth_user" in each["sql"] for each in asked.captured_queries) == 1
        page = answer.content.decode().replace(f'value="{name}"', "")
        same = log_in(Client(), "khong-co-3", "sai").content.decode().replace('value="khong-co-3"', "")
        assert answer.status_code == 403
        assert _without_token(page) == _without_token(same)

    def test_a_closed_account_with_the_right_password_is_told_the_same(self) -> None:
        _Counting.calls = 0
        answer = log_in(Client(), "da-khoa")
        assert (answer.status_code, _Counting.calls) == (403, 1)

    def test_the_time_does_not_tell(self) -> None:
        times: dict[str, list[float]] = {"can-bo": [], "khong-co": []}
        client = Client()
        for number in range(18):
            for name, own in times.items():
                Attempt.objects.all().delete()
                started = time.thread_time()
                log_in(client, name, f"sai-{number}")
                own.append(time.thread_time() - started)
        known, unknown = median(times["can-bo"]), median(times["khong-co"])
        assert abs(known - unknown) < 0.35 * max(known, unknown), times


def _without_token(page: str) -> str:
    before, _, rest = page.partition('name="csrfmiddlewaretoken" value="')
    return before + rest.partition('"')[2]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_form_without_its_token_is_told_as_all_else(lang: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(f"/dang-nhap?lang={lang}", {"name": "a", "password": "b"})
    assert answer.status_code == 403
    told = answer.content.decode()
    assert "<style" not in told and ("Chưa có gì được ghi" if lang == "vi" else "Nothing was written") in told


class TestSessions:
    def test_a_log_in_gets_a_key_that_nobody_knew_before(self) -> None:
        add_user("can-bo", PASSWORD, "officer")
        client = Client()
        for planted in ("x" * 32, ""):
            if planted:
                client.cookies["sessionid"] = planted
            log_in(client)
            key = client.cookies["sessionid"].value
            assert key != planted and len(key) == 32
            other = Client()
            other.cookies["sessionid"] = planted
            assert other.get("/tai-khoan").status_code == 302

    def test_a_second_log_in_ends_the_first(self, officer: Client) -> None:
        first = officer.cookies["sessionid"].value
        log_in(officer)
        assert officer.cookies["sessionid"].value != first
        old = Client()
        old.cookies["sessionid"] = first
        assert old.get("/tai-khoan").status_code == 302

    def test_the_cookies_are_closed_to_scripts_and_other_sites(self, officer: Client) -> None:
        for name in ("sessionid", "csrftoken"):
            cookie = officer.cookies[name]
            assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax"), name

    def test_a_log_out_ends_it(self, officer: Client) -> None:
        key = officer.cookies["sessionid"].value
        officer.post("/dang-xuat")
        assert not Session.objects.filter(session_key=key).exists()
        assert Visit.objects.get().ended_at is not None

    @pytest.mark.parametrize("field", ["seen_at", "began_at"])
    def test_it_ends_by_idleness_and_by_age(self, officer: Client, field: str) -> None:
        assert officer.get("/tai-khoan").status_code == 200
        long = timedelta(minutes=61) if field == "seen_at" else timedelta(hours=12, minutes=1)
        Visit.objects.update(**{field: timezone.now() - long})
        assert officer.get("/tai-khoan").status_code == 302
        assert officer.get("/van-ban").status_code == 200

    def test_being_seen_is_written_once_a_minute(self, officer: Client) -> None:
        Visit.objects.update(seen_at=timezone.now() - timedelta(minutes=30))
        officer.get("/tai-khoan")
        seen = Visit.objects.get().seen_at
        assert timezone.now() - seen < timedelta(minutes=1)
        officer.get("/tai-khoan")
        assert Visit.objects.get().seen_at == seen

    def test_a_session_without_a_visit_is_none(self, officer: Client) -> None:
        Visit.objects.all().delete()
        assert officer.get("/tai-khoan").status_code == 302

    def test_what_is_shown_to_who_is_logged_in_is_kept_by_no_browser(self, officer: Client) -> None:
        for address in ("/", "/van-ban", "/tai-khoan"):
            assert officer.get(address).headers["Cache-Control"] == "private, no-store"

    def test_one_logs_out_everywhere_else(self, officer: Client) -> None:
        other = Client(headers={"user-agent": "Firefox <b>"})
        log_in(other)
        page = officer.get("/tai-khoan").content.decode()
        assert "Firefox &lt;b&gt;" in page and "phiên này" in page
        officer.post("/tai-khoan/dang-xuat-noi-khac")
        assert other.get("/tai-khoan").status_code == 302
        assert officer.get("/tai-khoan?xong=visits").status_code == 200
        assert models.Audit.objects.last().action == "leave-everywhere"  # type: ignore[union-attr]  # there is one

    def test_one_ends_a_visit_of_ones_own_and_of_nobody_else(self, officer: Client) -> None:
        add_user("nguoi-khac", PASSWORD, "administrator")
        other, second = Client(), Client()
        log_in(other, "nguoi-khac")
        log_in(second)
        foreign, own = Visit.objects.get(user__username="nguoi-khac"), Visit.objects.order_by("-id")[0]
        for visit in (foreign, own):
            officer.post(f"/tai-khoan/phien/{visit.pk}/dang-xuat")
        assert other.get("/tai-khoan").status_code == 200
        assert second.get("/tai-khoan").status_code == 302

    def test_an_administrator_sends_out_closes_and_gives_a_password(self, officer: Client) -> None:
        for deed in (lambda: send_out(CONSOLE, "can-bo"), lambda: new_password(CONSOLE, "can-bo", PASSWORD),
                     lambda: close_account(CONSOLE, "can-bo")):  # fmt: skip
            log_in(officer)
            assert officer.get("/dang-nhap").status_code == 200
            deed()
            assert officer.get("/tai-khoan").status_code == 302
        assert log_in(officer).status_code == 403

    def test_a_role_taken_away_is_gone_at_once(self, officer: Client) -> None:
        assert officer.get("/viec").status_code == 200
        set_role(CONSOLE, "can-bo", "department", body="so-tai-chinh")
        assert officer.get("/viec").status_code == 403


class TestPasswords:
    @pytest.mark.parametrize(
        "weak",
        [
            "ngan",
            "1234567890123",
            "password123",
            "Can-Bo-can-bo-99",
            "can-bo-2026",
            "qwertyuiop",
            "abababababab",
            "a" * 201,
        ],
    )
    def test_a_weak_one_is_refused(self, officer: Client, weak: str) -> None:
        answer = officer.post("/tai-khoan/mat-khau", {"old": PASSWORD, "new": weak, "again": weak})
        assert answer.status_code == 400
        assert log_in(Client()).status_code == 302

    @pytest.mark.parametrize(
        ("old", "new", "again", "said"),
        [
            ("sai", OTHER, OTHER, "Mật khẩu hiện tại không đúng."),
            (PASSWORD, PASSWORD, PASSWORD, "Mật khẩu mới phải khác mật khẩu hiện tại."),
            (PASSWORD, OTHER, f"{OTHER}x", "Hai lần nhập mật khẩu khác nhau."),
        ],
    )
    def test_what_is_wrong_is_said(self, officer: Client, old: str, new: str, again: str, said: str) -> None:
        assert said in officer.post("/tai-khoan/mat-khau", {"old": old, "new": new, "again": again}).content.decode()

    def test_a_new_one_logs_out_elsewhere_but_not_here(self, officer: Client) -> None:
        other = Client()
        log_in(other)
        assert officer.post("/tai-khoan/mat-khau", {"old": PASSWORD, "new": OTHER, "again": OTHER}).status_code == 302
        assert officer.get("/tai-khoan").status_code == 200
        assert other.get("/tai-khoan").status_code == 302
        assert log_in(Client()).status_code == 403
        assert log_in(Client(), password=OTHER).status_code == 302

    def test_the_old_one_is_not_guessed_here_either(self, officer: Client) -> None:
        for _ in range(10):
            officer.post("/tai-khoan/mat-khau", {"old": "sai", "new": OTHER, "again": OTHER})
        answer = officer.post("/tai-khoan/mat-khau", {"old": PASSWORD, "new": OTHER, "again": OTHER})
        assert answer.status_code == 429

    def test_a_given_one_is_changed_first(self) -> None:
        add_user("can-bo", PASSWORD, "officer")
        new_password(CONSOLE, "can-bo", OTHER)
        client = Client()
        log_in(client, password=OTHER)
        assert client.get("/van-ban").headers["Location"] == "/tai-khoan"
        assert "Hãy đổi mật khẩu trước khi làm việc." in client.get("/tai-khoan").content.decode()
        client.post("/tai-khoan/mat-khau", {"old": OTHER, "new": PASSWORD, "again": PASSWORD})
        assert client.get("/van-ban").status_code == 200

    @pytest.mark.usefixtures("officer")
    def test_no_record_holds_a_password(self) -> None:
        change_password(actor(get_user_model().objects.get()), PASSWORD, OTHER)
        said = " ".join(str(row) for row in models.Audit.objects.values_list("parameters", "objects_touched"))
        assert PASSWORD not in said and OTHER not in said and "pbkdf2" not in said

    def test_a_hash_of_yesterday_is_renewed_by_an_action(self) -> None:
        add_user("can-bo", PASSWORD, "officer")
        with override_settings(
            PASSWORD_HASHERS=[f"{__name__}._Counting", "django.contrib.auth.hashers.MD5PasswordHasher"]
        ):
            assert log_in(Client()).status_code == 302
        assert models.Audit.objects.order_by("-number")[0].action == "renew-hash"
        assert get_user_model().objects.get().password.startswith("pbkdf2")


class TestNames:
    @pytest.mark.parametrize(
        "name", ["", " ", "hai tu", "a\tb", "console", "Reader", "CAN-BO", "a/b", "<b>", "a\u202eb", "x" * 151, 'a"b']
    )
    def test_a_name_that_is_none_or_looks_like_another_is_refused(self, name: str) -> None:
        add_user("can-bo", PASSWORD, "officer")
        with pytest.raises(UsageError):
            add_user(name, PASSWORD, "officer")

    def test_a_name_is_one_however_it_is_typed(self) -> None:
        add_user("nguye\u0302\u0303n", PASSWORD, "officer")
        assert log_in(Client(), "nguy\u1ec5n").status_code == 302
        assert log_in(Client(), "nguye\u0302\u0303n").status_code == 302
