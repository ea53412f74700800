"""Every address and every action by every role and every access, from the one list in `permissions/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import resolve
from pytest_django.plugin import DjangoDbBlocker
from tests.server.laid_out import laid_out, of_text, row_of
from tests.server.tasks_laid import given

from camket.errors import UsageError
from camket.model.task import TaskSource
from camket.server.accounts import add_user
from camket.server.entering.models import Visit
from camket.server.pages import boards
from camket.server.pages.addresses import paths
from camket.server.registry import models
from camket.server.registry.acting import actor
from camket.server.registry.actions import all_actions
from camket.server.registry.models.document import Stage
from camket.server.registry.models.entry import Sort
from camket.server.registry.rights import ROLES

pytestmark = pytest.mark.django_db
PASSWORD, BODY = "mot-mat-khau-dai", "so-tai-chinh"
EVERYBODY = ("anonymous", *ROLES)
_TEXT = (
    "SỞ TÀI CHÍNH\nSố: {number}/BC-STC\nBắc Ninh, ngày {number} tháng 1 năm 2024\nBÁO CÁO\nTình hình năm 2023\n"
    "Căn cứ Nghị quyết số 1{number}/NQ-HĐND ngày 10/12/2022 của HĐND tỉnh.\n"
    "Năm 2023, tổng sản phẩm trên địa bàn (GRDP) của tỉnh Bắc Ninh tăng 5,{number}% so với năm 2022.\n"
    "Phó Chủ tịch UBND tỉnh {person} giao Sở Tài chính rà soát trước ngày 30/6/2024.\n"
)
_OFFICE, _APPROVERS = {"officer", "approver", "administrator"}, {"approver", "administrator"}
_OWN = {"department", "release"}
_STANDS, _RELEASED, _ENTERED = Stage.STANDS, Stage.RELEASED, Stage.ENTERED
PAPERS = {
    "cong-khai": ("public", "", _STANDS, set(EVERYBODY)),
    "noi-bo": ("internal", "", _STANDS, _OFFICE),
    "cua-so": ("internal", BODY, _STANDS, _OFFICE | _OWN),
    "so-khac": ("internal", "so-xay-dung", _STANDS, _OFFICE),
    "han-che": ("restricted", BODY, _STANDS, _APPROVERS),
    "so-chua-gui": ("internal", BODY, _ENTERED, _OWN),
    "so-da-gui": ("internal", BODY, _RELEASED, _OFFICE | _OWN),
    "chua-gui-so-khac": ("internal", "so-xay-dung", _ENTERED, set()),
    "so-tinh-khac": ("internal", f"{BODY}@lao-cai", _RELEASED, _OFFICE),
}
"""Papers by access, owner and stage, each with those who may see it."""
_NAMES = ("Công", "Nội", "Tài", "Xây", "Hạn", "Nhập", "Gửi", "Khác", "Lào")
PERSONS = dict(zip(PAPERS, (f"Lê Văn {name}" for name in _NAMES), strict=True))


def listed(kind: str) -> list[Any]:
    """The lines of all files of the list."""
    found: list[Any] = []
    for file in sorted((Path(__file__).parent / "permissions").glob("*.yaml")):
        lines = yaml.safe_load(file.read_text(encoding="utf-8")).get(kind) or []
        found += lines.items() if isinstance(lines, dict) else lines
    return found


ADDRESSES: list[dict[str, Any]] = listed("addresses")
ACTIONS: list[tuple[str, Any]] = listed("actions")
_OF_PAPERS = ("{paper}", "{mention}", "{figure}", "{person}", "{reference}")


@pytest.fixture(scope="module", autouse=True)
def registry(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:  # noqa: ARG001 - makes the database
    texts = [
        of_text(name, _TEXT.format(number=number, person=PERSONS[name])) for number, name in enumerate(PAPERS, start=1)
    ]
    with laid_out(django_db_blocker, texts):
        with django_db_blocker.unblock():
            for name, (access, owner, stage, _) in PAPERS.items():
                models.Document.objects.filter(id=row_of(name).id).update(access=access, owner=owner, stage=stage)
            _people_and_tasks()
            SIGNS.update({name: _signs_of(name) for name in PAPERS})
            boards.made()  # that of the public, which each test would else make anew
        yield
        with django_db_blocker.unblock():
            call_command("flush", verbosity=0, interactive=False)


TASKS: dict[str, int] = {}
"""Numbers of tasks: of the body of the accounts, of another one, and of a restricted paper."""
SIGNS: dict[str, dict[str, object]] = {}
"""What stands for the signs of an address, by paper."""


def _people_and_tasks() -> None:
    """An account of each role, somebody else who is logged in, a task of each sort; what a test does to them goes."""
    for role in ROLES:
        add_user(f"la-{role}", PASSWORD, role, body=BODY if role in ("department", "release") else "")
    Client().force_login(add_user("nguoi-khac", PASSWORD, "officer"))
    closed = TaskSource(document=row_of("han-che").slug)
    TASKS["own_task"], TASKS["other_task"] = given(lead=BODY), given(lead="so-xay-dung")
    TASKS["closed_task"] = given(lead="so-xay-dung", sources=(closed,))


def client_of(role: str, *, checks: bool = False) -> Client:
    made = Client(enforce_csrf_checks=checks)
    if role != "anonymous":
        made.force_login(get_user_model().objects.get(username=f"la-{role}"))
    return made


def address_of(line: dict[str, Any], paper: str) -> str:
    """An address of the list, of a paper, and of an account of somebody else."""
    address: str = line.get("get") or line["post"]
    return address.format(**SIGNS[paper], **TASKS)


def _signs_of(paper: str) -> dict[str, object]:
    row = row_of(paper)
    facts, entries = models.Fact.objects.filter(document=row), models.Entry.objects.filter(document=row)
    other = get_user_model().objects.get(username="nguoi-khac")
    return {
        "paper": row.slug,
        "mention": bytes(facts.order_by("id")[0].mention).hex(),
        "figure": bytes(facts.filter(kind=0)[0].mention).hex(),
        "person": entries.filter(sort=Sort.PEOPLE)[0].label,
        "reference": entries.filter(sort=Sort.REFERENCES)[0].label,
        "account": other.pk,
        "visit": Visit.objects.get(user=other).pk,
    }


def form_of(line: dict[str, Any]) -> dict[str, str]:
    """The form of a line; `{other_task}` in a field stands for the number."""
    return {name: value.format(**TASKS) for name, value in line.get("form", {}).items()}


@pytest.mark.one_database
@pytest.mark.parametrize("role", EVERYBODY)
@pytest.mark.parametrize("line", ADDRESSES, ids=lambda line: f"{'get' if 'get' in line else 'post'}-{line['name']}")
def test_an_address_answers_each_as_the_list_says(line: dict[str, Any], role: str) -> None:
    method = "get" if "get" in line else "post"
    client = client_of(role)
    for paper in PAPERS if any(sign in line[method] for sign in _OF_PAPERS) else ("cong-khai",):
        address = address_of(line, paper)
        assert resolve(address.partition("?")[0]).url_name == line["name"], address
        answer = client.get(address) if method == "get" else client.post(address, form_of(line))
        seen = role in PAPERS[paper][3]
        expected = line.get(role, line["all"]) if seen or "unseen" not in line else line["unseen"]
        assert answer.status_code == expected, (address, paper, role)


def test_every_address_is_on_the_list() -> None:
    named = {path.name for path in paths()}
    assert None not in named
    assert {line["name"] for line in ADDRESSES} == named


@pytest.mark.parametrize("role", ROLES)
def test_an_action_is_for_whom_the_list_says(role: str) -> None:
    someone = actor(add_user("nao-do", PASSWORD, role))
    before = models.Audit.objects.count()
    for each in all_actions():
        allowed = dict(ACTIONS)[each.name]
        may = allowed == "everybody" or role in allowed
        assert someone.may(each.permission) == may, each.name
        if not may:
            with pytest.raises(UsageError) as refused:
                each(someone)
            assert refused.value.message.code == "action.not_allowed"
    assert models.Audit.objects.count() == before


def test_every_action_is_on_the_list() -> None:
    assert sorted(name for name, _ in ACTIONS) == [each.name for each in all_actions()]


@pytest.mark.one_database
@pytest.mark.parametrize("token", [None, "x" * 64, "x" * 32])
def test_nothing_is_taken_from_another_site(token: str | None) -> None:
    """Every address refuses a form without the right token, from whoever it seems to come."""
    client = client_of("administrator", checks=True)
    before = models.Audit.objects.count()
    if token is not None:
        client.cookies["csrftoken"] = "y" * 32
    for line in ADDRESSES:
        form = {"csrfmiddlewaretoken": token} if token else {}
        answer = client.post(address_of(line, "cong-khai"), {**form_of(line), **form})
        assert answer.status_code in (403, 405), line["name"]
    assert models.Audit.objects.count() == before


def test_no_page_is_spared_the_token() -> None:
    assert not [path.name for path in paths() if getattr(path.callback, "csrf_exempt", False)]
