"""The page of the audit record: who did what, on what, when; whether the chain is whole; and no word of any paper."""

from __future__ import annotations

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from tests.server.intake import logged_in, page
from tests.server.laid_out import Reader, page_of
from tests.server.test_approving import kept, mention, report, taken  # noqa: F401 - the folder of files

import camket.server
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, Actor
from camket.server.registry.actions import all_actions
from camket.server.registry.actions.ask_approval import ask_approval
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.prefer import prefer
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.chain import append
from camket.server.registry.judging import Asked
from camket.words import Language, sentences

pytestmark = pytest.mark.django_db
ADDRESS = "/nhat-ky"


@pytest.fixture
def approver() -> Client:
    return logged_in("sep", "approver")


@pytest.fixture
def paper() -> models.Document:
    """A paper that was judged, preferred and asked for."""
    row = taken("bao-cao", report(1, "đạt 7,39%"), access="internal")
    fact = row.facts.get(kind=0)
    judge(Actor("an"), row.slug, [Asked(fact=fact.id, verdict="confirmed")])
    prefer(Actor("binh"), mention(row), why="đã đối chiếu với nơi gửi")
    ask_approval(Actor("an"), row.slug, why="đã đủ")
    return row


def rows_of(client: Client, questions: str = "") -> list[str]:
    """The rows of the table as text."""
    body = page(client, f"{ADDRESS}{questions}").partition("<tbody")[2].partition("</tbody>")[0]
    return [" ".join(page_of_text(each).split()) for each in body.split("<tr")[1:]]


def page_of_text(piece: str) -> str:
    return Reader(f"<table><tr{piece}".replace("<small", " <small").replace("</t", " </t")).text


def test_who_did_what_on_what(approver: Client, paper: models.Document) -> None:
    told = rows_of(approver)
    assert [int(each.split()[0]) for each in told] == list(range(models.Audit.objects.count(), 0, -1))
    (asked,) = [each for each in told if "đề nghị mở văn bản" in each]
    digest = bytes(paper.sha256).hex()[:12]
    assert "an" in asked and f"văn bản {digest}" in asked and "người xem: Công khai" in asked
    links = page_of(approver.get(ADDRESS)).links
    assert f"/lich-su/van-ban/{paper.slug}" in links
    assert f"/lich-su/so-lieu/{mention(paper)}" in links
    assert any(each.startswith(f"/van-ban/{paper.slug}/ra-soat?du-kien=") for each in links)


def test_filters_stand_in_the_address(approver: Client, paper: models.Document) -> None:
    (one,) = rows_of(approver, "?ai=binh")
    assert " binh ưu tiên số liệu " in one
    assert len(rows_of(approver, "?viec=judge")) == 1
    assert len(rows_of(approver, "?viec=judge&ai=binh")) == 0
    assert len(rows_of(approver, f"?van-ban={paper.slug}")) == 2  # judged, asked for
    assert len(rows_of(approver, f"?du-kien={mention(paper)}")) == 2  # judged, preferred
    assert len(rows_of(approver, f"?vat=judgement:{models.Judgement.objects.get().id}")) == 1
    today, yesterday = timezone.localdate(), timezone.localdate() - timedelta(days=1)
    every = models.Audit.objects.count()
    assert len(rows_of(approver, f"?tu={today}&den={today}")) == every
    assert rows_of(approver, f"?den={yesterday}") == []
    for odd in ("?tu=x", "?du-kien=zz", "?van-ban=khong-co", "?viec=%00", "?vat=%22%25", "?trang=99", "?ai='+OR+1=1--"):
        assert approver.get(f"{ADDRESS}{odd}").status_code == 200, odd


def test_histories_lead_to_it(approver: Client, paper: models.Document) -> None:
    for address, link in (
        (f"/lich-su/van-ban/{paper.slug}", f"{ADDRESS}?van-ban={paper.slug}"),
        (f"/lich-su/so-lieu/{mention(paper)}", f"{ADDRESS}?du-kien={mention(paper)}"),
    ):
        assert link in page_of(approver.get(address)).links
        assert ADDRESS not in page(logged_in(f"cb{len(address)}", "officer"), address)


def test_no_word_of_a_paper_stands_on_it(approver: Client, paper: models.Document) -> None:
    told = page_of(approver.get(ADDRESS)).text + page(approver, f"{ADDRESS}?format=csv")
    for word in ("7,39", "GRDP", "Tình hình", "BC-UBND", "1/BC"):
        assert word not in told
    withdraw(CONSOLE, paper.slug, why="nhầm tệp")
    after = page_of(approver.get(ADDRESS))
    assert "rút văn bản" in after.text and "nhầm tệp" in after.text
    assert not any(paper.slug in link for link in after.links)


@pytest.mark.usefixtures("paper")
def test_the_chain_is_what_the_doctor_says(approver: Client) -> None:
    count = models.Audit.objects.count()
    assert f"Chuỗi {count} bản ghi còn nguyên vẹn" in page(approver, ADDRESS)
    models.Audit.objects.filter(number=2).update(who="ke-gian")
    assert "Bản ghi số 2 của nhật ký thao tác đã bị sửa" in page(approver, ADDRESS)
    models.Audit.objects.filter(number=2).delete()
    assert "thiếu bản ghi số 2" in page(approver, f"{ADDRESS}?kiem=1")


@pytest.mark.usefixtures("paper")
def test_a_long_chain_is_looked_at_when_asked(approver: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("camket.server.pages.views.audit._UNASKED", 1)
    told = page(approver, f"{ADDRESS}?ai=an")
    assert "nguyên vẹn" not in told and "?ai=an&amp;kiem=1" in told
    assert "còn nguyên vẹn" in page(approver, f"{ADDRESS}?kiem=1")


def test_a_page_costs_few_questions(
    approver: Client, paper: models.Document, django_assert_max_num_queries: object
) -> None:
    for _ in range(20):
        fact = paper.facts.get(kind=0)
        judge(Actor("an"), paper.slug, [Asked(fact=fact.id, verdict="confirmed")])
    with django_assert_max_num_queries(25):  # type: ignore[operator]  # the fixture has no type
        page(approver, ADDRESS)


@pytest.mark.parametrize("action", [each.name for each in all_actions()])
def test_every_action_has_its_word(action: str) -> None:
    assert f"audit.action.{action}" in sentences("vi")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_that_actions_note_and_touch_has_a_word(language: Language) -> None:
    """Whatever a line of the record names, the page has a word for, not the name that the program has for it."""
    said = sentences(language)
    noted, touched = named_by_actions()
    assert {"verdicts", "tasks", "instead_of"} <= noted
    assert {"document", "task", "programme-node"} <= touched
    assert {each for each in noted if f"audit.detail.{each}" not in said} == set()
    assert {each for each in touched if f"audit.thing.{each}" not in said} == set()


def named_by_actions() -> tuple[set[str], set[str]]:
    """What `noted` and `touched` are called with anywhere in the source."""
    noted, touched = set(), set()
    for file in Path(camket.server.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr == "noted":
                noted |= {each.arg for each in node.keywords if each.arg}
            elif node.func.attr == "touched" and isinstance(node.args[0], ast.Constant):
                touched.add(str(node.args[0].value))
    return noted, touched


def test_values_are_words_too(approver: Client) -> None:
    append(who="console", action="answer-petition", at=timezone.now(), objects=[], parameters={"kind": "in_part"})
    append(
        who="an", action="act-on-task", at=timezone.now(), objects=["task:1"],
        parameters={"event": "returned", "day": "2026-06-19"},
    )  # fmt: skip
    returned, answered = rows_of(approver)[:2]
    assert "việc: Trả lại, yêu cầu hoàn thiện" in returned and "ngày: 19/6/2026" in returned
    assert "dòng lệnh trên máy chủ" in answered and "trả lời: Chấp thuận một phần" in answered
