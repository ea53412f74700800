"""Tasks for the browser: two notices, and tasks in every state, given seventy days ago and acted on since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from django.utils.timezone import localdate
from tests.server.tasks_laid import At, who

from camket.model.task import Due, Evidence, Task, TaskSource
from camket.server.registry.acting import Actor
from camket.server.registry.actions.act_on_task import act_on_task
from camket.server.registry.actions.give_task import give_task
from camket.server.registry.actions.merge_tasks import merge_tasks
from camket.server.registry.actions.split_task import split_task
from camket.server.registry.actions.take_apart import take_apart
from camket.server.registry.models import Document, Fact, TaskEvent
from camket.server.registry.rows import extraction_of
from camket.server.registry.tasking import Deed
from camket.work.drafts import drafts, task_of

NOTICE = """VĂN PHÒNG UBND TỈNH BẮC NINH
Số: {number}/TB-VP
Bắc Ninh, ngày {day:02} tháng {month} năm {year}
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ

1. Giao Sở Tài chính chủ trì, phối hợp với Thống kê tỉnh, Thuế tỉnh rà soát kịch bản tăng trưởng, báo cáo UBND tỉnh.
2. Giao Sở Xây dựng hoàn thành quy hoạch khu đô thị Thuận Thành trước ngày 30/12/2026.
3. Giao Sở Nội vụ kiểm tra công vụ tại 05 xã, báo cáo Chủ tịch UBND tỉnh.
4. Yêu cầu các sở, ban, ngành, UBND các xã, phường tăng cường kỷ luật, kỷ cương hành chính.
"""
OFFICER, BODY = "chuyen-vien", "so-tai-chinh"
_UNSET = datetime.min.replace(tzinfo=UTC)


class Month:
    """Days counted from the one on which the tasks were given."""

    def __init__(self, first: date) -> None:
        self.first = first
        self.officer, self.body = who(OFFICER, "officer"), who("so-tai-chinh-nhap", "release", BODY)

    def day(self, after: int) -> date:
        """The day so many days later."""
        return self.first + timedelta(days=after)

    def at(self, after: int) -> At:
        """Everything that happens on that day."""
        day = self.day(after)
        return At(day.year, day.month, day.day)

    def happens(self, number: int, after: int, person: Actor, deed: Deed) -> None:
        """Something happens to a task on a day."""
        with self.at(after):
            act_on_task(person, number, deed, seen=TaskEvent.objects.filter(task=number).count())

    def given(self, days: int, **fields: Any) -> int:
        """A task typed by hand, due so many days later."""
        source = TaskSource(number="215/TB-VP", day=self.first, giver="chu-tich-ubnd-tinh", level="chair")
        task = Task(
            id="", text=f"Rà soát nguồn thu, báo cáo UBND tỉnh (việc {days})", sources=(source,), level="chair",
            giver="chu-tich-ubnd-tinh", lead=BODY, product="báo cáo", due=Due(kind="fixed", day=self.day(days)),
            given=self.first, entered_at=_UNSET, key=days % 2 == 0, officer=OFFICER if days > 40 else "",
            leader="Phó Chủ tịch Nguyễn Văn A" if days > 30 else "",
        )  # fmt: skip
        with self.at(0):
            return give_task(self.officer, msgspec.structs.replace(task, **fields)).id

    def report(self, number: str, after: int) -> Deed:
        """A report with a paper of a day."""
        return Deed(kind="reported", evidence=(Evidence(number=number, day=self.day(after), name="Báo cáo rà soát"),))


def lay_work(load: Callable[[list[Path]], None], folder: Path) -> None:
    """Lay it all out."""
    month = Month(localdate() - timedelta(days=70))
    for number, when in ((215, month.first), (216, localdate())):
        text = NOTICE.format(number=number, day=when.day, month=when.month, year=when.year)
        (folder / f"thong-bao-{number}.txt").write_text(text, encoding="utf-8")
    load([folder / "thong-bao-215.txt", folder / "thong-bao-216.txt"])
    with month.at(0):
        of_notice = take_all("thong-bao-215", month.officer)
    _happens(month, of_notice[0])


def _happens(month: Month, first: int) -> None:
    officer, body = month.officer, month.body
    month.happens(first, 2, body, Deed(kind="taken"))
    month.happens(first, 9, body, Deed(kind="progressed", percent=40, words="Đã lấy số liệu; còn vướng ở phần thuế."))
    done, back, later, asked = (month.given(days) for days in (40, 12, 25, 75))
    month.happens(done, 31, body, month.report("88/BC-STC", 30))
    month.happens(done, 33, officer, Deed(kind="confirmed"))
    month.happens(back, 11, body, month.report("90/BC-STC", 11))
    month.happens(back, 13, officer, Deed(kind="returned", words="Thiếu số liệu của ba xã."))
    paper = TaskSource(number="240/TB-VP", day=month.day(20), giver="UBND tỉnh", level="chair")
    month.happens(later, 20, officer, Deed(kind="extended", due=Due(kind="fixed", day=month.day(75)), paper=paper))
    wish = Due(kind="fixed", day=month.day(130))
    month.happens(asked, 60, body, Deed(kind="asked", words="Chờ hướng dẫn của Bộ.", due=wish))
    month.happens(month.given(65), 62, body, month.report("95/BC-STC", 62))
    sent = TaskSource(number="77/TTr-STC", day=month.day(45))
    month.happens(month.given(50), 45, body, Deed(kind="waiting", paper=sent))
    month.given(30, sources=(TaskSource(kind="oral", day=month.first, giver="chu-tich-ubnd-tinh", level="chair"),))
    same, other, for_all = month.given(90), month.given(90), month.given(80, lead="")
    with month.at(30):
        merge_tasks(officer, same, [other], why="trùng nội dung")
        split_task(officer, for_all, ["so-xay-dung", "so-noi-vu"])


def take_all(name: str, person: Actor) -> list[int]:
    """Tasks of all directives of a paper, as they are drafted; their numbers."""
    row = Document.objects.select_related("body").get(name__startswith=name)
    found = drafts(extraction_of(row, Fact.objects.filter(document=row, superseded=False).order_by("start")))
    tasks = []
    for draft in found.tasks:
        sources = tuple(msgspec.structs.replace(each, document=row.slug) for each in draft.sources)
        tasks.append(msgspec.structs.replace(task_of(draft, "", _UNSET), sources=sources))
    return [each.id for each in take_apart(person, row.slug, tasks)]
