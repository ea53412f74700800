"""Tracking workbooks taken into the registry: previewed, written in one action, and nothing new the second time."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.made.tracking import book_of, made_book
from tests.server.tasks_laid import BODY, At, client, given, happens, who
from tests.work.tracking.listing import HEAD, read, row

from camket.errors import UsageError
from camket.model.task import TaskSource
from camket.read.loading import load_bytes
from camket.server.pages.views import task_list
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.import_tasks import import_tasks
from camket.server.registry.chain import verify_chain
from camket.server.registry.listed_tasks import ListFile, compared
from camket.server.registry.spans import wrong_spans
from camket.server.registry.tasking import Deed
from camket.server.registry.work import held
from camket.work.tracking.exporting import Kept, tracking_workbook
from camket.work.tracking.records import TrackingImport

pytestmark = pytest.mark.django_db


def file_of(data: bytes) -> ListFile:
    return ListFile(name="theo-doi.xlsx", digest="a" * 64, workbook=read(data))


def changes(listed: TrackingImport) -> Counter[str]:
    return Counter(each.change for each in listed.rows if each.kind == "task")


def test_a_workbook_is_written_once_and_the_second_import_changes_nothing() -> None:
    file = file_of(made_book(each=40).data)
    with At(2026, 7, 20):
        before = compared(file, CONSOLE, timezone.now())
        assert models.Task.objects.count() == 0
        done = import_tasks(CONSOLE, file)
        count, events = models.Task.objects.count(), models.TaskEvent.objects.count()
        again = import_tasks(CONSOLE, file)
    assert changes(before) == changes(done) == {"new": count}
    assert changes(again) == {"known": count}
    assert (models.Task.objects.count(), models.TaskEvent.objects.count()) == (count, events)
    assert verify_chain() is None
    numbers = list(models.Task.objects.values_list("id", flat=True))
    assert wrong_spans(numbers) == []
    with At(2026, 7, 25):
        assert changes(import_tasks(CONSOLE, file)) == {"known": count}


@pytest.mark.one_database
def test_parts_stand_under_their_whole_and_stay_there_when_more_of_them_come() -> None:
    def rows(*numbers: str) -> ListFile:
        told = [row(f"Việc {number}", number=number) for number in numbers]
        return file_of(book_of(("Nhiệm vụ", (HEAD, *told))))

    with At(2026, 7, 20):
        import_tasks(CONSOLE, rows("1", "1.1", "2"))
        again = import_tasks(CONSOLE, rows("1", "1.1", "1.2", "2", "a)"))
    assert changes(again) == {"known": 3, "new": 2}
    wholes = dict(models.Task.objects.exclude(parent=None).values_list("text", "parent__text"))
    assert wholes == {"Việc 1.1": "Việc 1", "Việc 1.2": "Việc 1", "Việc a)": "Việc 2"}


def test_the_export_of_the_registry_comes_back_without_a_change() -> None:
    with At(2026, 6, 5):
        given()
    with At(2026, 7, 20):
        import_tasks(CONSOLE, file_of(made_book(each=20).data))
        day = date(2026, 7, 20)
        found = held(models.Task.objects.values_list("id", flat=True))
        data = tracking_workbook([Kept(each.on(day), each.events) for each in found.values()], day)
        again = import_tasks(CONSOLE, file_of(data))
    assert changes(again) == {"known": len(found)}


def test_what_a_row_adds_is_one_event_of_the_person_who_imports() -> None:
    officer = who("officer")
    with At(2026, 7, 1):
        import_tasks(officer, file_of(book_of(("Q2", (HEAD, row(status="Đang thực hiện", result="Đã họp"))))))
    done = row(status="Đã hoàn thành", result="120/BC-SXD ngày 25/6/2026")
    with At(2026, 7, 20):
        again = import_tasks(officer, file_of(book_of(("Q2", (HEAD, done)))))
    assert changes(again) == {"moved": 1}
    task = models.Task.objects.get()
    told = list(task.events.values_list("number", "kind", "day", "who"))
    assert told == [(1, "progressed", date(2026, 7, 1), "officer"), (2, "reported", date(2026, 6, 25), "officer")]
    assert held([task.id])[task.id].on(date(2026, 7, 20)).state == "reported"


def test_who_may_not_decide_leaves_the_decision_to_who_may() -> None:
    dropped = row(status="Dừng theo Thông báo số 300/TB-UBND ngày 1/6/2026")
    with At(2026, 7, 20):
        listed = import_tasks(who("officer"), file_of(book_of(("Q2", (HEAD, dropped)))))
    assert models.TaskEvent.objects.get().kind == "progressed"
    said = {finding.message.code for each in listed.rows for finding in each.findings}
    assert said == {"work.not_allowed.dropped"}


def test_a_department_may_not_import_and_an_empty_workbook_is_refused() -> None:
    with pytest.raises(UsageError, match=r"action\.not_allowed"):
        import_tasks(who("department", body="so-tai-chinh"), file_of(book_of(("Q2", (HEAD, row())))))
    with pytest.raises(UsageError, match=r"tracking\.no_tasks"):
        import_tasks(CONSOLE, file_of(book_of(("Q2", [("Tên", "Tuổi")]))))
    assert models.Task.objects.count() == 0


def test_three_thousand_rows_are_written_in_one_go() -> None:
    file = file_of(made_book().data)
    start = time.process_time()
    with At(2026, 7, 20):
        done = import_tasks(CONSOLE, file)
    assert len(done.tasks) == models.Task.objects.count() == 2_970
    assert time.process_time() - start < 30


def handed(browser: Client, data: bytes, name: str = "theo-doi.xlsx") -> HttpResponse:
    """The answer to a workbook that a browser hands in."""
    file = SimpleUploadedFile(name, data)
    return browser.post("/nhiem-vu/nap", {"no-secret": "1", "list": file})  # type: ignore[return-value]  # a response with what tests see besides


def test_a_list_is_shown_row_by_row_before_one_press_writes_it() -> None:
    browser = client("officer")
    data = book_of(("Q2", (HEAD, row(), row("Báo cáo giải ngân", due="31/6/2026"))))
    with At(2026, 7, 20):
        there = handed(browser, data)
        assert there.status_code == 302
        page = browser.get(there["Location"]).content.decode()
        assert "Q2!G3" in page
        assert "tháng 6/2026 chỉ có 30 ngày" in page
        assert models.Task.objects.count() == 0
        rows = browser.get(f"{there['Location']}?format=csv").content.decode("utf-8-sig").splitlines()
        assert len(rows) == 4
        assert client("approver").get(there["Location"]).status_code == 404
        done = browser.post(there["Location"])
        assert done.status_code == 200
        assert models.Task.objects.count() == 2
        assert browser.get(there["Location"]).status_code == 404
        again = browser.get(handed(browser, data)["Location"]).content.decode()
    assert "không làm thay đổi gì" in again


def test_a_list_that_is_shown_is_read_once_and_compared_anew_where_tasks_have_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    browser, data = client("officer"), book_of(("Q2", (HEAD, row())))
    with At(2026, 7, 20):
        place = handed(browser, data)["Location"]
        first = browser.get(f"{place}?format=csv").content
        done: list[object] = []
        monkeypatch.setattr(task_list, "load_workbook", done.append)
        with monkeypatch.context() as patch:
            patch.setattr(task_list, "compared", done.append)
            assert browser.get(f"{place}?format=csv").content == first
        import_tasks(CONSOLE, file_of(data))
        assert "không làm thay đổi gì" in browser.get(place).content.decode()
    assert done == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"day khong phai la bang tinh", "không có trang tính"),
        (book_of(("Q2", [("Tên", "Tuổi"), ("An", 30)])), "không có nhiệm vụ nào"),
    ],
)
def test_what_is_no_list_is_refused_and_said(data: bytes, said: str) -> None:
    answer = handed(client("officer"), data)
    assert answer.status_code == 400
    assert said in answer.content.decode()


@pytest.mark.parametrize("address", ["/nhiem-vu/nap", "/chuong-trinh/nap", "/dau-tu-cong/nap"])
def test_too_many_files_are_told_on_the_form(address: str, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    files = [SimpleUploadedFile(f"{each}.xlsx", b"x") for each in range(3)]
    answer = client("officer").post(address, {"list": files})
    assert (answer.status_code, "Quá 2 tệp" in answer.content.decode()) == (413, True)


def test_a_list_stamped_secret_leaves_no_trace() -> None:
    data = book_of(("Q2", [("TỐI MẬT",), ("DANH MỤC NHIỆM VỤ",), HEAD, row()]))
    browser = client("officer")
    before = browser.get("/nhiem-vu/nap").content.count(b"/nhiem-vu/nap/")
    answer = handed(browser, data)
    assert answer.status_code == 400
    assert browser.get("/nhiem-vu/nap").content.count(b"/nhiem-vu/nap/") == before  # none waits but those of before


def test_papers_out_are_taken_from_pages() -> None:
    browser = client("officer")
    with At(2026, 6, 5):
        given()
    with At(2026, 7, 20):
        page = browser.get("/nhiem-vu/don-doc").content.decode()
        assert "quá hạn 20 ngày" in page
        letter = browser.get("/nhiem-vu/don-doc/cong-van.docx?don-vi=so-tai-chinh")
        report = browser.get("/lanh-dao/bao-cao.docx")
        book = browser.get("/nhiem-vu/bang-theo-doi.xlsx?nhom=qua-han")
    assert letter.content[:2] == report.content[:2] == book.content[:2] == b"PK"
    assert "Kính gửi: Sở Tài chính" in load_bytes(letter.content, "don-doc.docx", "don-doc").text
    assert [each.task.text for each in compared(file_of(book.content), CONSOLE, timezone.now()).tasks] == [
        "Rà soát nguồn thu, báo cáo UBND tỉnh"
    ]


def test_the_pages_ask_the_database_no_more_for_more_tasks(django_assert_max_num_queries: Any) -> None:
    browser = client("officer")
    with At(2026, 7, 20):
        import_tasks(CONSOLE, file_of(made_book(each=30).data))
        for address in ("/nhiem-vu/don-doc", "/lanh-dao/bao-cao.docx", "/nhiem-vu/bang-theo-doi.xlsx"):
            with django_assert_max_num_queries(20):
                assert browser.get(address).status_code == 200


def test_the_table_of_results_goes_by_the_day_of_the_paper_and_not_of_the_session() -> None:
    browser = client("officer")
    row = models.Document.objects.create(
        sha256=b"s" * 32, slug="215-tb-vp", number="215/TB-VP", title="Thông báo kết luận", said_on=date(2026, 2, 27),
        access="public",
    )  # fmt: skip
    with At(2026, 6, 5):
        source = TaskSource(document=row.slug, number="215/TB-VP", day=date(2026, 3, 2), level="committee")
        given(sources=(source,))
    with At(2026, 7, 20):
        table = browser.get(f"/van-ban/{row.slug}/ket-luan.docx")
    told = load_bytes(table.content, "ket-qua.docx", "ket-qua").text
    assert "215/TB-VP ngày 02/3/2026" in told


@pytest.mark.one_database
def test_the_table_of_a_past_day_tells_nothing_that_came_later() -> None:
    browser = client("officer")
    row = models.Document.objects.create(sha256=b"s" * 32, slug="9-tb-vp", number="9/TB-VP", title="t", access="public")
    with At(2026, 6, 5):
        number = given(sources=(TaskSource(document=row.slug, number="9/TB-VP", day=date(2026, 6, 1)),))
    for month, words in ((6, "đã họp lần đầu"), (7, "đã họp lần hai")):
        with At(2026, month, 10):
            happens(who("so", "department", BODY), number, Deed(kind="progressed", words=words))
    with At(2026, 7, 20):
        table = browser.get(f"/van-ban/{row.slug}/ket-luan.docx?ngay=2026-06-30")
    told = load_bytes(table.content, "ket-qua.docx", "ket-qua").text
    assert "đã họp lần đầu" in told and "đã họp lần hai" not in told
