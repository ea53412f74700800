"""Tasks for the browser: two notices, and tasks in every state; what is laid out happens on days of the last months."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from camket.model.task import Due, Evidence, EventKind, Task, TaskSource

NOTICE = """VĂN PHÒNG UBND TỈNH BẮC NINH
Số: 215/TB-VP
Bắc Ninh, ngày {day}
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ

1. Giao Sở Tài chính chủ trì, phối hợp với Thống kê tỉnh, Thuế tỉnh rà soát kịch bản tăng trưởng, báo cáo UBND tỉnh.
2. Giao Sở Xây dựng hoàn thành quy hoạch khu đô thị Thuận Thành trước ngày 30/12/2026.
3. Giao Sở Nội vụ kiểm tra công vụ tại 05 xã, báo cáo Chủ tịch UBND tỉnh.
4. Yêu cầu các sở, ban, ngành, UBND các xã, phường tăng cường kỷ luật, kỷ cương hành chính.
"""
_OFFICER = "chuyen-vien"


def lay_work(load: Callable[[list[Path]], None], folder: Path) -> None:
    """Lay it all out."""
    from django.utils.timezone import localdate

    from camket.server.accounts import add_user
    from camket.server.registry.acting import actor
    from camket.server.registry.actions.act_on_task import act_on_task
    from camket.server.registry.actions.merge_tasks import merge_tasks
    from camket.server.registry.actions.split_task import split_task
    from camket.server.registry.tasking import Deed

    today = localdate()
    day = today - timedelta(days=70)
    for name, when in (("thong-bao-215", day), ("thong-bao-216", today)):
        text = NOTICE.format(day=f"{when.day:02} tháng {when.month} năm {when.year}").replace("215/", f"{name[-3:]}/")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    load([folder / "thong-bao-215.txt", folder / "thong-bao-216.txt"])
    officer = actor(add_user(_OFFICER, "mot-mat-khau-dai", "officer"))
    body = actor(add_user("so-tai-chinh-nhap", "mot-mat-khau-dai", "release", body="so-tai-chinh"))
    with _at(day):
        numbers = _given_by("thong-bao-215", officer)
    late, done, told = numbers[0], *(_hand_given(officer, day, days) for days in (40, 12))

    def happens(number: int, after: int, who: object, kind: EventKind, **rest: object) -> None:
        from camket.server.registry.models import TaskEvent

        seen = TaskEvent.objects.filter(task=number).count()
        with _at(day + timedelta(days=after)):
            act_on_task(who, number, Deed(kind=kind, **rest), seen=seen)  # type: ignore[arg-type]

    paper = TaskSource(number="240/TB-VP", day=day + timedelta(days=20), giver="UBND tỉnh", level="committee")
    happens(late, 2, body, "taken")
    happens(late, 9, body, "progressed", percent=40, words="Đã lấy số liệu 6 tháng; còn vướng ở phần thuế.")
    happens(done, 3, body, "taken")
    report = Evidence(number="88/BC-STC", day=day + timedelta(days=30), name="Báo cáo rà soát nguồn thu")
    happens(done, 31, body, "reported", evidence=(report,), words="Đã báo cáo UBND tỉnh.")
    happens(done, 33, officer, "confirmed")
    happens(told, 11, body, "reported", evidence=(Evidence(number="90/BC-STC", day=day + timedelta(days=11)),))
    happens(told, 13, officer, "returned", words="Thiếu số liệu của ba xã.")
    later = _hand_given(officer, day, 25)
    happens(later, 20, officer, "extended", due=Due(kind="fixed", day=today + timedelta(days=5)), paper=paper)
    asked = _hand_given(officer, day, 75)
    happens(asked, 60, body, "asked", words="Chờ hướng dẫn của Bộ.", due=Due(kind="fixed", day=today + timedelta(days=60)))
    happens(_hand_given(officer, day, 65), 62, body, "reported", evidence=(Evidence(number="95/BC-STC", day=day + timedelta(days=62)),))  # fmt: skip
    waits = _hand_given(officer, day, 50)
    happens(waits, 45, body, "waiting", paper=TaskSource(number="77/TTr-STC", day=day + timedelta(days=45)))
    oral = _hand_given(officer, day, 30, kind="oral", number="")
    same, other = _hand_given(officer, day, 90), _hand_given(officer, day, 90)
    with _at(day + timedelta(days=30)):
        merge_tasks(officer, same, [other], why="trùng nội dung")
        split_task(officer, _hand_given(officer, day, 80, lead=""), ["so-xay-dung", "so-noi-vu"])
    assert oral


def _at(day: object) -> object:
    """Everything that happens at noon of a day."""
    from datetime import date

    from django.utils import timezone

    assert isinstance(day, date)
    return patch.object(timezone, "now", return_value=datetime(day.year, day.month, day.day, 5, tzinfo=UTC))


def _given_by(name: str, who: object) -> list[int]:
    """Tasks of all directives of a paper, as they are drafted."""
    from camket.server.registry.actions.take_apart import take_apart
    from camket.server.registry.models import Document, Fact
    from camket.server.registry.rows import extraction_of
    from camket.work.drafts import drafts, task_of

    row = Document.objects.select_related("body").get(name__startswith=name)
    found = drafts(extraction_of(row, Fact.objects.filter(document=row, superseded=False).order_by("start")))
    tasks = []
    for draft in found.tasks:
        made = task_of(draft, "", datetime.min.replace(tzinfo=UTC))
        sources = tuple(_of(each, row.slug) for each in made.sources)
        tasks.append(_with(made, sources))
    return [each.id for each in take_apart(who, row.slug, tasks)]  # type: ignore[arg-type]


def _of(source: TaskSource, slug: str) -> TaskSource:
    import msgspec

    return msgspec.structs.replace(source, document=slug)


def _with(task: Task, sources: tuple[TaskSource, ...]) -> Task:
    import msgspec

    from camket.server.pages.work.forms import body_id

    return msgspec.structs.replace(task, sources=sources, lead=body_id(task.lead) or "so-tai-chinh")


def _hand_given(who: object, day: object, days: int, *, kind: str = "paper", number: str = "215/TB-VP", lead: str = "so-tai-chinh") -> int:  # fmt: skip
    """A task typed by hand, due so many days later."""
    from datetime import date

    from camket.server.registry.actions.give_task import give_task

    assert isinstance(day, date)
    source = TaskSource(kind=kind, number=number, day=day, giver="Chủ tịch UBND tỉnh", level="chair")  # type: ignore[arg-type]
    task = Task(
        id="", text=f"Rà soát nguồn thu, báo cáo UBND tỉnh (việc {days})", sources=(source,), level="chair", lead=lead,
        giver="Chủ tịch UBND tỉnh", product="báo cáo", due=Due(kind="fixed", day=day + timedelta(days=days)), given=day,
        entered_at=datetime.min.replace(tzinfo=UTC), key=days % 2 == 0, officer=_OFFICER if days > 40 else "",
        leader="Phó Chủ tịch Nguyễn Văn A" if days > 30 else "",
    )  # fmt: skip
    with _at(day):
        return give_task(who, task).id  # type: ignore[arg-type]
