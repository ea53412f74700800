"""A right given for an absence: by whom, to whom, from day to day, and what the records say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils.timezone import localdate

from camket.errors import UsageError
from camket.server.accounts import add_user
from camket.server.pages.seeing import reader_of
from camket.server.registry import models
from camket.server.registry.access import reader_of as account_reader
from camket.server.registry.acting import CONSOLE, Act, action, actor
from camket.server.registry.actions.delegate import delegate, delegate_for, end_delegation
from camket.server.registry.actions.set_active import close_account
from camket.server.registry.actions.set_role import set_role
from camket.server.registry.rights import givers, rights_of

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"
_ACCOUNTS = {
    "duyet": ("approver", ""), "duyet-2": ("approver", ""), "can-bo": ("officer", ""),
    "quan-tri": ("administrator", ""),
    "giam-doc": ("release", "so-tai-chinh"), "chuyen-vien": ("department", "so-tai-chinh"),
    "so-khac": ("department", "so-xay-dung"), "khong-co-quan": ("department", ""), "giam-doc-khong": ("release", ""),
}  # fmt: skip


@action("approve-something", permission="registry.approve")
def approve_something(act: Act) -> None:
    """An action of the tests."""
    act.noted(something=True)


@pytest.fixture(autouse=True)
def accounts() -> None:
    for name, (role, body) in _ACCOUNTS.items():
        add_user(name, PASSWORD, role, body=body)


def user(name: str) -> Any:
    return get_user_model().objects.get(username=name)


def give(giver: str, to: str, right: str = "approve", first: date | None = None, last: date | None = None) -> int:
    return delegate(actor(user(giver)), to, right, first or localdate(), last or localdate(), why="đi công tác")


@pytest.mark.parametrize(
    ("giver", "to", "right"),
    [
        ("duyet", "can-bo", "approve"),
        ("duyet", "duyet-2", "approve"),
        ("quan-tri", "can-bo", "approve"),
        ("giam-doc", "chuyen-vien", "release"),
    ],
)
def test_who_has_a_right_may_give_it(giver: str, to: str, right: str) -> None:
    give(giver, to, right)
    assert f"registry.{right}" in rights_of(user(to))


@pytest.mark.parametrize(
    ("giver", "to", "right"),
    [
        ("can-bo", "duyet-2", "approve"),  # who does not have it
        ("duyet", "chuyen-vien", "approve"),  # to a department
        ("duyet", "duyet", "approve"),  # to oneself
        ("giam-doc", "so-khac", "release"),  # to another body
        ("giam-doc", "can-bo", "release"),  # to the office
        ("giam-doc-khong", "khong-co-quan", "release"),  # of no body
        ("giam-doc", "chuyen-vien", "approve"),  # another right
        ("quan-tri", "can-bo", "accounts"),  # a right that is not given
        ("quan-tri", "can-bo", "withdraw"),
        ("duyet", "khong-co", "approve"),  # to nobody
    ],
)
def test_nobody_else_may(giver: str, to: str, right: str) -> None:
    with pytest.raises(UsageError):
        give(giver, to, right)
    assert not models.Delegation.objects.exists()


@pytest.mark.parametrize(
    ("first", "last", "fine"),
    [(0, 0, True), (0, 30, True), (5, 9, True), (-3, 2, True), (1, 0, False), (-5, -1, False), (0, 400, False)],
)
def test_from_day_to_day(first: int, last: int, fine: bool) -> None:
    days = localdate() + timedelta(days=first), localdate() + timedelta(days=last)
    if not fine:
        with pytest.raises(UsageError):
            give("duyet", "can-bo", "approve", *days)
        return
    give("duyet", "can-bo", "approve", *days)
    for day, holds in (
        (days[0] - timedelta(1), False),
        (days[0], True),
        (days[1], True),
        (days[1] + timedelta(1), False),
    ):
        assert (givers(user("can-bo"), day) == {"approve": "duyet"}) == holds


def test_the_record_names_for_whom_somebody_acted() -> None:
    give("duyet", "can-bo")
    approve_something(actor(user("can-bo")))
    record = models.Audit.objects.order_by("-number")[0]
    assert (record.who, record.parameters) == ("can-bo", '{"instead_of":"duyet","something":true}')
    approve_something(actor(user("duyet")))
    assert models.Audit.objects.order_by("-number")[0].parameters == '{"something":true}'


def test_what_was_given_is_not_given_on() -> None:
    give("duyet", "can-bo")
    with pytest.raises(UsageError):
        give("can-bo", "duyet-2")


@pytest.mark.parametrize("ended", ["giver", "taker", "administrator"])
def test_it_is_ended_before_its_time(ended: str) -> None:
    number = give("duyet", "can-bo")
    end_delegation(actor(user({"giver": "duyet", "taker": "can-bo", "administrator": "quan-tri"}[ended])), number)
    assert "registry.approve" not in rights_of(user("can-bo"))


def test_nobody_else_ends_it_and_nobody_twice() -> None:
    number = give("duyet", "can-bo")
    with pytest.raises(UsageError):
        end_delegation(actor(user("duyet-2")), number)
    end_delegation(actor(user("duyet")), number)
    with pytest.raises(UsageError):
        end_delegation(actor(user("duyet")), number)


def test_it_ends_with_the_right_of_who_gave_it() -> None:
    give("duyet", "can-bo")
    set_role(CONSOLE, "duyet", "officer")
    assert "registry.approve" not in rights_of(user("can-bo"))
    set_role(CONSOLE, "duyet", "approver")
    close_account(CONSOLE, "duyet")
    assert "registry.approve" not in rights_of(user("can-bo"))


def test_it_ends_with_the_role_or_body_of_who_took_it() -> None:
    give("giam-doc", "chuyen-vien", "release")
    set_role(CONSOLE, "chuyen-vien", "department", body="so-xay-dung")
    assert "registry.release" not in rights_of(user("chuyen-vien"))


def test_an_administrator_gives_for_who_cannot() -> None:
    delegate_for(actor(user("quan-tri")), "duyet", "can-bo", "approve", localdate(), localdate())
    assert givers(user("can-bo")) == {"approve": "duyet"}
    assert models.Delegation.objects.get().made_by == "quan-tri"


def test_who_stands_in_sees_what_he_must_approve() -> None:
    assert account_reader(user("can-bo"), "").levels == ("public", "internal")
    give("duyet", "can-bo")
    assert account_reader(user("can-bo"), "").levels == ("public", "internal", "restricted")


def test_the_page_shows_both_sides_and_ends_it() -> None:
    client = Client()
    client.force_login(user("duyet"))
    form = {
        "to": "can-bo",
        "right": "approve",
        "first": localdate().isoformat(),
        "last": localdate().isoformat(),
        "why": "<b>ốm</b>",
    }
    assert client.post("/tai-khoan/uy-quyen", form).status_code == 302
    assert "&lt;b&gt;ốm&lt;/b&gt;" in client.get("/tai-khoan").content.decode()
    client.force_login(user("can-bo"))
    page = client.get("/tai-khoan?lang=en").content.decode()
    assert "Delegated by others" in page and "duyet" in page
    client.post(f"/tai-khoan/uy-quyen/{models.Delegation.objects.get().pk}/cham-dut")
    assert models.Delegation.objects.get().ended_by == "can-bo"
    assert reader_of(client.get("/").wsgi_request).levels == ("public", "internal")


@pytest.mark.parametrize("days", [("", ""), ("2026-02-30", "2026-03-01"), ("<script>", "x")])
def test_days_that_are_none_are_said(days: tuple[str, str]) -> None:
    client = Client()
    client.force_login(user("duyet"))
    form = {"to": "can-bo", "right": "approve", "first": days[0], "last": days[1]}
    answer = client.post("/tai-khoan/uy-quyen", form)
    assert (answer.status_code, "Hãy chọn cả hai ngày." in answer.content.decode()) == (400, True)


class TestAdministrators:
    def test_the_last_one_stays_unless_the_console_says_so(self) -> None:
        add_user("quan-tri-2", PASSWORD, "administrator")
        close_account(actor(user("quan-tri")), "quan-tri-2")
        for deed in (
            lambda: close_account(actor(user("quan-tri")), "quan-tri"),
            lambda: set_role(actor(user("quan-tri")), "quan-tri", "officer"),
        ):
            with pytest.raises(UsageError):
                deed()  # type: ignore[no-untyped-call]  # nothing is asked of it
        close_account(CONSOLE, "quan-tri")

    def test_the_page_makes_an_account_with_a_password_shown_once(self) -> None:
        client = Client()
        client.force_login(user("quan-tri"))
        form = {"name": "nguoi-moi", "role": "department", "body": "so-tai-chinh"}
        page = client.post("/quan-tri/tai-khoan/them", form).content.decode()
        password = page.partition("<code>")[2].partition("</code>")[0]
        new = Client()
        assert new.post("/dang-nhap", {"name": "nguoi-moi", "password": password}).status_code == 302
        assert new.get("/").headers["Location"] == "/tai-khoan"
        assert password not in client.get("/quan-tri/tai-khoan").content.decode()

    def test_what_is_wrong_is_said_and_what_was_typed_kept(self) -> None:
        client = Client()
        client.force_login(user("quan-tri"))
        answer = client.post("/quan-tri/tai-khoan/them", {"name": "hai tu", "role": "officer", "body": "khong-co"})
        assert answer.status_code == 400 and 'value="hai tu"' in answer.content.decode()

    def test_the_list_asks_the_same_however_long_it_is(self, django_assert_max_num_queries: Any) -> None:
        client = Client()
        client.force_login(user("quan-tri"))
        client.get("/quan-tri/tai-khoan")
        for number in range(20):
            add_user(f"them-{number}", PASSWORD, "officer")
        with django_assert_max_num_queries(11):
            client.get("/quan-tri/tai-khoan")
