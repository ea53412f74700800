"""Programmes and projects: entered again and mended, numbers with their tasks, shares of past days, who sees what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from tests.server.laid_out import of_text
from tests.server.tasks_laid import BODY, OTHER, At, client, given, happens, report, who

from camket.errors import UsageError
from camket.model.investment import Disbursed, Planned, Project
from camket.model.programme import Node, NodeKind
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.load_programme import hang_tasks, load_programme, take_down_task
from camket.server.registry.actions.load_projects import load_projects
from camket.server.registry.actions.withdraw import withdraw_and_erase
from camket.server.registry.guard import refuse
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.investments import money
from camket.server.registry.programmes import outcomes_on, trees_of
from camket.server.registry.tasking import Deed
from camket.work.investment_reading import ProjectsRead
from camket.work.programme import shares

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def guarded(db: None) -> Iterator[None]:  # noqa: ARG001 - the tables must be there first
    with connection.execute_wrapper(refuse):
        yield


def node(title: str, kind: NodeKind = "programme", *children: Node) -> Node:
    return Node(id=title, kind=kind, title=title, children=children)


def tree(*children: Node) -> Node:
    return node("Nghị quyết 12", "resolution", *children)


TREE = tree(
    node("Chương trình A", "programme", node("Đề án 1", "scheme"), node("Đề án 2", "scheme")), node("Chương trình B")
)


def root() -> Node:
    return trees_of(list(models.Programme.objects.select_related("document")))["nghi-quyet-12"]


@pytest.mark.usefixtures("guarded")
def test_the_same_tree_again_changes_nothing_and_a_mended_one_keeps_what_has_tasks() -> None:
    first = load_programme(CONSOLE, TREE)
    assert (first.slug, first.added, first.changed, first.gone) == ("nghi-quyet-12", 4, 0, 0)
    again = load_programme(CONSOLE, TREE)
    assert (again.added, again.changed, again.gone) == (0, 0, 0)
    number = given()
    hang_tasks(CONSOLE, "nghi-quyet-12", "de-an-2", [number])
    mended = tree(node("Chương trình B"), node("Chương trình A", "programme"), node("Chương trình C"))
    done = load_programme(CONSOLE, mended)
    assert (done.added, done.changed, done.gone) == (1, 0, 2)
    slugs = {each.slug: each.gone_on is not None for each in models.ProgrammeNode.objects.all()}
    assert slugs == {"chuong-trinh-a": False, "chuong-trinh-b": False, "chuong-trinh-c": False, "de-an-2": True}


@pytest.mark.usefixtures("guarded")
def test_tasks_are_hung_once_and_taken_off() -> None:
    load_programme(CONSOLE, TREE)
    number = given()
    assert hang_tasks(CONSOLE, "nghi-quyet-12", "de-an-1", [number, number]) == 1
    assert hang_tasks(CONSOLE, "nghi-quyet-12", "de-an-1", [number]) == 0
    assert root().children[0].children[0].tasks == (str(number),)
    assert take_down_task(CONSOLE, "nghi-quyet-12", "de-an-1", number)
    assert not take_down_task(CONSOLE, "nghi-quyet-12", "de-an-1", number)
    with pytest.raises(UsageError, match=r"work\.programme\.no_task"):
        hang_tasks(CONSOLE, "nghi-quyet-12", "de-an-1", [number + 1])
    with pytest.raises(UsageError, match=r"work\.programme\.unknown"):
        hang_tasks(CONSOLE, "nghi-quyet-12", "khong-co", [number])


def test_a_share_of_a_past_day_is_what_it_was() -> None:
    load_programme(CONSOLE, TREE)
    officer, body = who("can-bo", "officer"), who("so", "release", BODY)
    with At(2026, 6, 1):
        done, late = given(), given()
    hang_tasks(CONSOLE, "nghi-quyet-12", "de-an-1", [done, late])
    with At(2026, 6, 20):
        happens(body, done, Deed(kind="taken"))
        happens(body, done, report())
    with At(2026, 6, 22):
        happens(officer, done, Deed(kind="confirmed"))

    def share(day: date) -> tuple[int, int, int]:
        told = shares(root(), outcomes_on(["nghi-quyet-12"], day))["chuong-trinh-a"]
        return told.done, told.total, len(told.late)

    # two tasks, and the scheme that no task carries out; due on 30 June
    assert [share(date(2026, 6, day)) for day in (19, 22, 30)] == [(0, 3, 0), (1, 3, 0), (1, 3, 0)]
    assert share(date(2026, 7, 1)) == (1, 3, 1)


def test_every_number_of_a_tree_leads_to_its_tasks() -> None:
    load_programme(CONSOLE, TREE)
    with At(2026, 6, 1):
        mine, other = given(text="Việc của Sở Tài chính"), given(text="Việc của Sở Xây dựng", lead=OTHER)
    hang_tasks(CONSOLE, "nghi-quyet-12", "de-an-1", [mine, other])
    office = client("can-bo", "officer")
    page = office.get("/chuong-trinh/nghi-quyet-12").content.decode()
    assert "0/4" in page and 'href="/chuong-trinh/nghi-quyet-12/muc/de-an-1"' in page
    behind = office.get("/chuong-trinh/nghi-quyet-12/muc/nghi-quyet-12").content.decode()
    assert "Việc của Sở Tài chính" in behind and "Đề án 2" in behind
    late = office.get("/chuong-trinh/nghi-quyet-12/muc/de-an-1?xem=qua-han").content.decode()
    assert "Việc của Sở Xây dựng" in late  # both were due in June
    body = client("so", "department", BODY).get("/chuong-trinh/nghi-quyet-12/muc/de-an-1").content.decode()
    assert "Việc của Sở Tài chính" in body
    assert "Việc của Sở Xây dựng" not in body
    assert "1 nhiệm vụ khác được tính" in body


def test_tasks_are_hung_and_taken_off_on_the_page() -> None:
    load_programme(CONSOLE, TREE)
    number, office = given(), client("can-bo", "officer")
    where = "/chuong-trinh/nghi-quyet-12/muc/de-an-1"
    assert office.post(f"{where}/nhiem-vu", {"tasks": "abc"}).status_code == 400
    assert office.post(f"{where}/nhiem-vu", {"tasks": f"/nhiem-vu/{number}"}).status_code == 302
    assert models.ProgrammeTask.objects.count() == 1
    assert office.post(f"{where}/nhiem-vu", {"do": "take-down", "task": str(number)}).status_code == 302
    assert not models.ProgrammeTask.objects.exists()
    assert client("so", "department", BODY).post(f"{where}/nhiem-vu", {"tasks": str(number)}).status_code == 403
    refused = office.post("/chuong-trinh/tu-van-ban", {"paper": "/van-ban/khong-co"})
    assert refused.status_code == 400  # what is there stays on the page
    assert 'value="/van-ban/khong-co"' in refused.content.decode() and "nghi-quyet-12" in refused.content.decode()


RESOLUTION = (
    "TỈNH ỦY BẮC NINH\nSố 12-NQ/TU\nBắc Ninh, ngày 15 tháng 01 năm 2026\nNGHỊ QUYẾT\nvề các chương trình, đề án\n"
    "I- Ban Thường vụ giao xây dựng 02 chương trình, đề án sau:\n1- Chương trình nhà ở (Sở Xây dựng chủ trì).\n"
    "2- Đề án số hóa; giao Sở Nội vụ chủ trì, hoàn thành trong tháng 6/2026.\n"
)
CLAIM = (
    "UBND TỈNH BẮC NINH\nSố: 9/BC-UBND\nBắc Ninh, ngày 20 tháng 7 năm 2026\nBÁO CÁO\nKết quả\n"
    "Thực hiện Nghị quyết số 12-NQ/TU ngày 15/01/2026 của Tỉnh ủy, đến nay đã hoàn thành 1/2 chương trình, đề án.\n"
)


def loaded(name: str, text: str, access: str = "public") -> models.Document:
    extraction, data = of_text(name, text)
    take_in([Arrival(extraction=extraction, size=len(data), read_on=date(2026, 8, 1), access=access)])
    return models.Document.objects.get(name__startswith=name)


@pytest.mark.django_db(transaction=True)
def test_a_tree_read_from_a_paper_stands_beside_what_papers_claim_and_goes_with_its_paper() -> None:
    paper = loaded("nq", RESOLUTION)
    loaded("bc", CLAIM)
    office = client("can-bo", "officer")
    made = office.post("/chuong-trinh/tu-van-ban", {"paper": f"http://x/van-ban/{paper.slug}"})
    assert made.status_code == 302
    page = office.get(made.headers["Location"]).content.decode()
    assert "Chương trình nhà ở" in page and "Sở Nội vụ" in page
    assert "Văn bản nêu 1/2; tính từ nhiệm vụ 0/2" in page and "chưa thống nhất" in page
    withdraw_and_erase(CONSOLE, paper.slug, why="nhầm")
    assert not models.Programme.objects.exists()
    assert not models.ProgrammeNode.objects.exists()


def test_a_tree_of_a_paper_that_may_not_be_seen_is_not_shown() -> None:
    paper = loaded("nq", RESOLUTION, "restricted")
    approver = client("duyet", "approver")
    made = approver.post("/chuong-trinh/tu-van-ban", {"paper": paper.slug}).headers["Location"]
    assert approver.get(made).status_code == 200
    for other in (client("can-bo", "officer"), client("so", "department", BODY)):
        assert other.get(made).status_code == 404
        assert "Nghị quyết" not in other.get("/chuong-trinh").content.decode().partition("<main")[2]
    assert client("can-bo").post(f"{made}/muc/chuong-trinh-nha-o/nhiem-vu", {"tasks": "1"}).status_code == 404


def project(slug: str, plan: str, paid: str, *, until: date = date(2026, 9, 30)) -> ProjectsRead:
    return ProjectsRead(
        projects=(Project(id=slug, name=f"Dự án {slug}", owner=OTHER),),
        planned=(Planned(project=slug, year=2026, giver="council", amount=D(plan) * 10**9),),
        disbursed=(Disbursed(project=slug, year=2026, until=until, amount=D(paid) * 10**9),),
    )


@pytest.mark.usefixtures("guarded")
def test_money_told_again_changes_nothing_and_told_otherwise_the_later_counts() -> None:
    assert load_projects(CONSOLE, project("cau", "100", "40"), source="t9.xlsx").amounts == 2
    assert load_projects(CONSOLE, project("cau", "100", "40"), source="t9.xlsx").amounts == 0
    changed = load_projects(CONSOLE, project("cau", "120", "40"), source="t10.xlsx")
    assert (changed.projects, changed.amounts) == (0, 1)
    (plan,) = money((2026,)).plans("cau", 2026, date(2026, 12, 1))
    assert plan.amount == D(120) * 10**9
    assert models.InvestmentMoney.objects.count() == 3  # what was told before stays
    with pytest.raises(UsageError, match=r"work\.projects\.nothing"):
        load_projects(CONSOLE, ProjectsRead())


def test_projects_show_late_ones_first_and_each_amount_with_its_file() -> None:
    for slug, paid in (("cau", "80"), ("truong", "5")):
        load_projects(CONSOLE, project(slug, "100", paid), source=f"{slug}.xlsx")
    office = client("can-bo", "officer")
    page = office.get("/dau-tu-cong?nam=2026&ngay=2026-10-05").content.decode()
    assert page.index("Dự án truong") < page.index("Dự án cau")
    assert "42,5%" in page and "svg" in page  # 85 of 200
    assert "truong.xlsx" in office.get("/dau-tu-cong/truong").content.decode()
    sheet = office.get("/dau-tu-cong?nam=2026&ngay=2026-10-05&format=csv").content.decode("utf-8-sig")
    assert sheet.splitlines()[1].startswith("Dự án truong,")
    assert Client().get("/dau-tu-cong").status_code == 302


def test_what_a_closing_day_did_not_know_it_does_not_show() -> None:
    load_projects(CONSOLE, project("cau", "100", "40"))
    load_projects(CONSOLE, project("cau", "100", "70", until=date(2026, 10, 31)))
    office = client("can-bo", "officer")
    assert "<strong>40%</strong>" in office.get("/dau-tu-cong?nam=2026&ngay=2026-10-14").content.decode()
    assert "<strong>70%</strong>" in office.get("/dau-tu-cong?nam=2026&ngay=2026-10-31").content.decode()


def test_more_rows_ask_no_more(django_assert_max_num_queries: Any) -> None:
    """A tree of sixty nodes with a task each, sixty projects."""
    load_programme(CONSOLE, tree(*(node(f"Chương trình {place}") for place in range(60))))
    slugs = models.ProgrammeNode.objects.order_by("place").values_list("slug", flat=True)
    with At(2026, 6, 1):
        for slug in slugs:
            hang_tasks(CONSOLE, "nghi-quyet-12", slug, [given()])
    for place in range(60):
        load_projects(CONSOLE, project(f"du-an-{place}", "100", str(place)))
    office = client("can-bo", "officer")
    for address, most in (
        ("/chuong-trinh", 16),
        ("/chuong-trinh/nghi-quyet-12", 22),
        ("/chuong-trinh/nghi-quyet-12/muc/nghi-quyet-12", 18),
        ("/dau-tu-cong?nam=2026", 12),
    ):
        with django_assert_max_num_queries(most, info=address):
            assert office.get(address).status_code == 200, address


def test_the_numbers_of_a_class_lead_to_their_tasks() -> None:
    with At(2026, 6, 1):
        given(text="Việc đã trễ")
    body = client("so", "department", BODY)
    where = f"/don-vi/{BODY}/xep-loai?ngay=2026-09-01"
    page = body.get(where).content.decode()
    assert "Việc đã trễ" in page and "xem=late" in page
    assert "Việc đã trễ" in body.get(f"{where}&xem=late").content.decode()
    assert "Việc đã trễ" not in body.get(f"{where}&xem=done").content.decode()
