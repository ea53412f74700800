"""Every list is a file too: what its page shows, as far as whoever asks may see it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.test import Client
from tests.server import test_plan_lists, test_work_lists
from tests.server.intake import logged_in, today
from tests.server.tasks_laid import BODY, OTHER, At, client, given, happens, who
from tests.server.tasks_laid import report as laid_report
from tests.server.test_approving import mention, report, taken
from tests.server.test_departments import handed_in
from tests.server.test_plans import ID

import camket.server.pages
from camket.model.investment import Disbursed, Planned, Project
from camket.model.programme import Node
from camket.model.task import Due
from camket.report.dates import day
from camket.server.jobs.models import Upload
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.ask_approval import ask_approval
from camket.server.registry.actions.hold_back import hold_back
from camket.server.registry.actions.load_programme import hang_tasks, load_programme
from camket.server.registry.actions.load_projects import load_projects
from camket.server.registry.actions.prefer import prefer
from camket.server.registry.tasking import Deed
from camket.work.investment_reading import ProjectsRead

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
TEMPLATES = Path(camket.server.pages.__file__).parent / "templates" / "pages"
WITHOUT = {
    "methods.html": "explains",
    "paper_tasks.html": "drafts in a form; the directives are among the facts of the paper",
    "plan_list.html": "the table that is typed in",
    "review.html": "help on keys",
}
"""Pages with a table that are no list, or whose list is the file of another page; each with why."""


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, settings: Any) -> Iterator[None]:
    from msgspec.structs import replace

    (tmp_path / "data").mkdir()
    settings.CONFIGURATION = replace(settings.CONFIGURATION, data=tmp_path / "data")
    yield


def rows(browser: Client, address: str, **question: str) -> list[dict[str, str]]:
    """A list as its file has it; the workbook holds as many lines, and the page offers both."""
    answer = browser.get(address, {**question, "format": "csv"})
    assert answer.status_code == 200, address
    found = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(browser.get(address, {**question, "format": "xlsx"}).content))
    assert book.worksheets[0].max_row == len(found) + 1
    page = browser.get(address, question).content.decode()
    assert "format=csv" in page and "format=xlsx" in page, address
    return found


def test_a_page_with_a_table_or_in_sheets_offers_its_file() -> None:
    """What is laid into other pages is theirs to offer."""
    held = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html")}
    pages = {name: text for name, text in held.items() if 'extends "pages/base.html"' in text and name not in WITHOUT}
    parts = {name for name, text in held.items() if "<table" in text and "{% extends" not in text}
    for name, text in pages.items():
        lists = "<table" in text or "pages/paging.html" in text
        lists = lists or any(f"pages/{part}" in text for part in parts)
        assert not lists or "pages/exports.html" in text or name in PASSED_ON, name


PASSED_ON = {
    "body.html": "its tasks are lists of `/nhiem-vu`, to which every number leads",
    "one_account.html": "delegations of one account",
}
"""Pages that show the beginnings of lists that other pages have whole."""


def test_approvals_have_a_line_for_whatever_waits_holds_or_stands_before_others() -> None:
    waits, closed = (
        taken("cho", report(1, "đạt 8,8%"), access="internal"),
        taken("kin", report(2, "đạt 8,1%"), access="internal"),
    )
    ask_approval(CONSOLE, waits.slug, why="đã rà soát")
    figure = taken("moi", report(3, "đạt 7,7%"))
    prefer(CONSOLE, mention(figure), why="đã đối chiếu")
    until = today() + timedelta(days=30)
    hold_back(CONSOLE, mention(figure), until=until, why="chưa họp báo")
    hidden = handed_in("cua-so", report(9, "đạt 6,6%"))
    found = rows(logged_in("cb", "officer"), "/phe-duyet")
    assert [(row["Phần"], row["Lý do, ý kiến"]) for row in found] == [
        ("Chờ phê duyệt", "đã rà soát"), ("Chưa công khai", ""), ("Số liệu chưa đến ngày công bố", "chưa họp báo"),
        ("Số liệu được ưu tiên", "đã đối chiếu"),
    ]  # fmt: skip
    assert found[0]["Ai"] == "dòng lệnh trên máy chủ"  # and not what records call it
    assert closed.slug in found[1]["Địa chỉ trang"] and found[2]["Đến ngày"] == day(until)
    assert hidden.slug not in str(found)
    own = rows(logged_in("ld", "release"), "/phe-duyet")
    assert [row["Phần"] for row in own] == ["Chưa công khai"] and hidden.slug in own[0]["Địa chỉ trang"]


def test_the_desk_has_all_tasks_of_its_sections_and_the_papers() -> None:
    for each in range(1, 12):
        given(due=due(date(2026, 6, each)))
    given(lead=OTHER, due=due(date(2026, 6, 1)))
    with At(2026, 7, 20):
        office = rows(client("officer"), "/viec-cua-toi", cua="tat-ca")
        body = rows(client("nhap", "department", BODY), "/viec-cua-toi")
    late = [row for row in office if row["Phần"] == "Quá hạn"]
    assert len(late) == 12 and late[-1]["Số ngày chậm"] == "39"  # the page shows eight
    assert {row["Cơ quan chủ trì"] for row in body} == {"Sở Tài chính"}


def due(when: date) -> Due:
    return Due(kind="fixed", day=when)


def test_uploads_are_a_file_for_those_whose_they_are() -> None:
    Upload.objects.create(batch="cua-van-phong", who="cb", access="public", files=3)
    Upload.objects.create(batch="cua-so", who="nhap", access="internal", files=1, body=BODY)
    office, own = (
        rows(logged_in("cb", "officer"), "/nap-van-ban"),
        rows(logged_in("nhap", "department"), "/nap-van-ban"),
    )
    assert [(row["Người nạp"], row["Số tệp"], row["Ai xem được"]) for row in office] == [("cb", "3", "Công khai")]
    assert [row["Người nạp"] for row in own] == ["nhap"] and "cua-so" in own[0]["Địa chỉ trang"]


def test_the_tasks_behind_a_class_and_a_programme_are_files() -> None:
    with At(2026, 6, 1):
        number = given(due=due(date(2026, 6, 10)))
    root = Node(
        id="r", kind="resolution", title="Nghị quyết 7", children=(Node(id="a", kind="scheme", title="Đề án A"),)
    )
    slug = load_programme(CONSOLE, root).slug
    held = models.ProgrammeNode.objects.get()
    hang_tasks(CONSOLE, slug, held.slug, [number])
    with At(2026, 11, 20):
        officer = client("officer")
        for address in (f"/don-vi/{BODY}/xep-loai", f"/chuong-trinh/{slug}/muc/{held.slug}"):
            found = rows(officer, address)
            assert [(row["Số nhiệm vụ"], row["Số ngày chậm"]) for row in found] == [(str(number), "163")], address
            assert found[0]["Địa chỉ trang"].endswith(f"/nhiem-vu/{number}")


def test_the_amounts_of_a_project_are_a_file_in_dong() -> None:
    project = Project(id="cau", name="Cầu Sông Hồ")
    planned = Planned(project="cau", year=2026, giver="council", amount=Decimal(22_000_000_000))
    spent = Disbursed(project="cau", year=2026, until=date(2026, 10, 31), amount=Decimal(10_000_000_000))
    load_projects(
        CONSOLE, ProjectsRead(projects=(project,), planned=(planned,), disbursed=(spent,)), source="thang-10.xlsx"
    )
    slug = models.InvestmentProject.objects.get().slug
    found = rows(client("officer"), f"/dau-tu-cong/{slug}")
    assert {(row["Số tiền (đồng)"], row["Nguồn"]) for row in found} == {
        ("22000000000", "thang-10.xlsx"), ("10000000000", "thang-10.xlsx")
    }  # fmt: skip


def test_histories_are_files_without_names_for_the_public() -> None:
    row = taken("bao", report(1, "đạt 8,8%"))
    for address in (f"/lich-su/van-ban/{row.slug}", f"/lich-su/so-lieu/{mention(row)}"):
        public, office = rows(Client(), address), rows(logged_in(f"cb{len(address)}", "officer"), address)
        assert len(public) == len(office) > 0
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", each["Ngày"]) for each in public)
        assert not any(each["Ai"] for each in public)


def test_the_history_of_a_task_is_a_file() -> None:
    with At(2026, 6, 1):
        number = given(due=due(date(2026, 6, 10)))
    with At(2026, 6, 4):
        happens(who("so", "release", BODY), number, Deed(kind="progressed", percent=40, words="Đã họp hai lần."))
    with At(2026, 6, 9):
        happens(who("so"), number, laid_report(day=date(2026, 6, 9), words="Gửi kèm báo cáo."))
    with At(2026, 6, 20):
        officer = client("officer")
        found, early = (rows(officer, f"/nhiem-vu/{number}", **asked) for asked in ({}, {"ngay": "2026-06-05"}))
        told = officer.get(f"/nhiem-vu/{number}", {"format": "csv", "lang": "en"}, follow=True).content.decode()
        assert officer.get(f"/nhiem-vu/{number}", {"format": "csv", "ngay": "2026-05-01"}).status_code == 404
    assert [row["Sự việc"] for row in found] == ["Giao nhiệm vụ", "Cập nhật tiến độ", "Báo cáo hoàn thành"]
    assert found == [*early, found[-1]]
    assert (found[1]["Ngày"], found[1]["Lý do, ý kiến"], found[1]["Ai"]) == ("2026-06-04", "Đã họp hai lần.", "so")
    assert "40" in found[1]["Chi tiết"] and found[1]["Cơ quan"] == "Sở Tài chính"
    assert "88/BC-STC" in found[2]["Tài liệu minh chứng"] and found[2]["Lúc"].startswith("2026-06-09 ")
    assert "What happened" in told and "Evidence" in told


def test_who_is_named_and_what_is_cited_are_files() -> None:
    said = "đạt 8,8%. Ông Lê Văn Cường, Giám đốc Sở Tài chính, báo cáo theo Nghị quyết số 30/NQ-HĐND"
    taken("bao", report(1, said))
    browser = Client()
    for kind, address in (("/nguoi", "/nguoi/"), ("/vien-dan", "/vien-dan/")):
        found = re.search(rf'href="({address}[^"?]+)"', browser.get(kind).content.decode())
        assert found is not None, kind
        lines = rows(browser, found[1])
        assert lines and all("/so-lieu/" in each["Địa chỉ câu trích"] for each in lines)


def test_lists_that_were_handed_in_can_be_taken_before_they_are_written() -> None:
    browser = client("officer")
    tree = test_work_lists.handed(browser, "/chuong-trinh/nap", test_work_lists.TREE.encode(), "danh-muc.csv")
    assert [row["STT"] for row in rows(browser, tree["Location"])] == ["I", "1", "2"]
    table = test_work_lists.handed(
        browser, "/dau-tu-cong/nap", test_work_lists.workbook(), "bieu.xlsx", year="2026", until="2026-10-31"
    )
    assert len(rows(browser, table["Location"])) == 2
    plan = browser.post(test_plan_lists.PAGE, test_plan_lists.typed(*test_plan_lists.ROWS[1:2]))
    found = rows(browser, plan["Location"])
    assert [(row["Mức đề ra"], row["Nguồn"], row["Kết quả"]) for row in found] == [("≤ 1,2%", "Nguyễn Văn An", "thêm")]
    browser.post(plan["Location"])
    assert [row["Mức đề ra"] for row in rows(browser, f"/lich-su/ke-hoach/{ID}")] == ["không quá 1,2%"]


def test_conclusions_of_a_paper_are_a_file() -> None:
    row = taken("ket-luan", report(4, "đạt 8,8%. Giao Sở Tài chính rà soát nguồn thu trước ngày 30/6/2023"))
    found = rows(client("officer"), f"/van-ban/{row.slug}/ket-luan")
    assert [each["Số nhiệm vụ"] for each in found] == [""] and "rà soát nguồn thu" in str(found[0]).lower()
