"""Tasks exported come back as the same tasks, and change nothing."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.made.tracking import made_book
from tests.work.tracking.listing import AT, BY, DAY, LISTING, imported, read, row

from camket.model.task import Due, Task, TaskEvent, TaskSource
from camket.work.rules import rules_on
from camket.work.standing import standing
from camket.work.tracking.exporting import Kept, id_shown, tracking_workbook
from camket.work.tracking.importing import read_tracking
from camket.work.tracking.matching import against, as_known
from camket.work.tracking.records import Known, TrackingImport


def kept(task: Task, events: tuple[TaskEvent, ...]) -> Kept:
    return Kept(standing(task, events, DAY, rules_on(DAY)), events)


def exported(known: tuple[Known, ...]) -> TrackingImport:
    data = tracking_workbook([kept(each.task, each.events) for each in known], DAY, area="Tỉnh Bắc Ninh")
    return read_tracking(read(data), LISTING)


def confirmed(known: Known) -> Known:
    event = TaskEvent(task=known.task.id, number=len(known.events) + 1, kind="confirmed", day=DAY, at=AT, who="binh")
    return Known(task=known.task, events=(*known.events, event))


def test_import_of_the_export_changes_nothing() -> None:
    known = as_known(read_tracking(read(made_book(each=40).data), LISTING))
    again = against(exported(known), known, BY)
    assert [each.task for each in again.tasks] == [each.task for each in known]
    assert [(each.task.id, each.events) for each in again.tasks if each.events] == []
    assert {each.change for each in again.rows if each.kind == "task"} == {"known"}
    said = {finding.message.code for each in again.rows for finding in each.findings if finding.level == "error"}
    assert said == set()


@pytest.mark.parametrize(
    "status",
    [
        "Đã hoàn thành", "Đã trình", "Gia hạn đến 30/9/2026 theo Công văn 77/UBND-KT ngày 1/6/2026",
        "Dừng theo Thông báo số 300/TB-UBND ngày 1/6/2026", "Xin gia hạn đến 30/9/2026", "Đang thực hiện", None,
    ],
)  # fmt: skip
def test_each_state_comes_back_as_it_stands(status: str | None) -> None:
    known = as_known(imported(row(status=status, result="Tờ trình 9/TTr-SXD ngày 20/6/2026", note="Việc gấp")))
    again = against(exported(known), known, BY)
    assert [each.events for each in again.tasks] == [()]
    assert again.tasks[0].task == known[0].task


def test_a_returned_task_that_was_put_off_comes_back_as_it_stands() -> None:
    (known,) = as_known(imported(row(status="Đã hoàn thành", result="9/BC-SXD ngày 20/6/2026")))
    paper = TaskSource(number="77/UBND-KT", day=date(2026, 7, 1), level="committee")
    later = Due(kind="fixed", day=date(2026, 9, 15))
    back = TaskEvent(
        task=known.task.id, number=2, kind="returned", day=DAY, at=AT, who="binh", words="thiếu số liệu"
    )  # fmt: skip
    moved = msgspec.structs.replace(back, number=3, kind="extended", words="", paper=paper, due=later)
    held = Known(task=known.task, events=(*known.events, back, moved))
    again = against(exported((held,)), (held,), BY)
    assert again.tasks[0].events == ()
    assert [each.level for row_ in again.rows for each in row_.findings if each.level != "info"] == []
    assert again.findings == ()


def test_confirmed_work_comes_back_as_it_stands() -> None:
    (known,) = as_known(imported(row(status="Đã hoàn thành", result="9/BC-SXD ngày 20/6/2026")))
    done = confirmed(known)
    again = against(exported((done,)), (done,), BY)
    assert again.tasks[0].events == ()


def test_an_exported_list_alone_gives_the_same_tasks() -> None:
    known = as_known(read_tracking(read(made_book(each=20).data), LISTING))
    listed = exported(known)
    assert [each.outside for each in listed.tasks] == [id_shown(each.task.id) for each in known]
    for made, first in zip(listed.tasks, known, strict=True):
        told = (made.task.text, made.task.lead, made.task.supporting, made.task.given, made.task.due.kind)
        assert told == (
            first.task.text, first.task.lead, first.task.supporting, first.task.given, first.task.due.kind
        )  # fmt: skip
        assert made.task.due.kind == "recurring" or made.task.due.day == first.task.due.day


def test_the_same_tasks_are_the_same_bytes() -> None:
    task = Task(id="nv-2", text="=1+1 là nội dung, không phải công thức", entered_at=AT)
    first, second = (tracking_workbook([kept(task, ())], DAY) for _ in range(2))
    assert first == second
    assert [each.task.text for each in read_tracking(read(first), LISTING).tasks] == [task.text]


def test_a_task_of_a_paper_without_a_due_or_a_lead_is_exported_too() -> None:
    task = Task(id="nv-1", text="Báo cáo UBND tỉnh", entered_at=AT, given=date(2026, 3, 2))
    listed = exported((Known(task=task),))
    assert (listed.tasks[0].outside, listed.tasks[0].task.due.kind) == ("NV-1", "none")
