"""Tasks of one notice as they stand on a day: done in time and late, open, overdue, put off, asked for, recurring."""

from __future__ import annotations

from datetime import date, datetime, time

from camket.model.task import Due, Evidence, Task, TaskEvent, TaskSource
from camket.report.word.office import Office
from camket.report.word.tasks import BasisPaper
from camket.work.account import Account, joined
from camket.work.needs import VIETNAM
from camket.work.rules import rules_on
from camket.work.standing import standing
from camket.work.tracking.exporting import Kept

DAY = date(2026, 7, 20)
GIVEN = date(2026, 3, 2)
PAPER = BasisPaper(number="215/TB-VP", day=GIVEN, subject="Kết luận của Chủ tịch UBND tỉnh về các dự án trọng điểm")
SOURCE = TaskSource(number="215/TB-VP", day=GIVEN, level="committee", giver="UBND tỉnh")
OFFICE = Office(
    above="ỦY BAN NHÂN DÂN TỈNH BẮC NINH", place="Bắc Ninh", authority="TL. CHỦ TỊCH", signer="Nguyễn Văn A",
    copies=("Chủ tịch, các Phó Chủ tịch UBND tỉnh (để báo cáo)",),
)  # fmt: skip


def task(
    number: int, text: str, lead: str, due: date | None, *, helping: tuple[str, ...] = (), every: str = ""
) -> Task:
    made = Due(kind="fixed", day=due) if due else Due(kind="recurring", every=every) if every else Due()
    return Task(
        id=f"nv-{number}", text=text, sources=(SOURCE,), giver="ubnd-tinh", level="committee", lead=lead,
        supporting=helping, due=made, given=GIVEN, entered_at=datetime(2026, 3, 3, 9, tzinfo=VIETNAM),
    )  # fmt: skip


def event(made: Task, number: int, kind: str, day: date, **said: object) -> TaskEvent:
    at = datetime.combine(day, time(9), tzinfo=VIETNAM)
    return TaskEvent(task=made.id, number=number, kind=kind, day=day, at=at, who=f"user-{kind}", **said)  # type: ignore[arg-type]  # told by the cases


def kept(made: Task, *events: TaskEvent) -> Kept:
    return Kept(standing(made, events, DAY, rules_on(DAY)), events)


def tasks() -> list[Kept]:
    """Seven tasks of one notice."""
    capital = task(
        1, "Trình phương án phân bổ vốn đầu tư công", "so-tai-chinh", date(2026, 6, 29), helping=("so-xay-dung",)
    )
    zones = task(2, "Hoàn thành quy hoạch phân khu các khu công nghiệp", "so-xay-dung", date(2026, 7, 15))
    land = task(3, "Báo cáo giải phóng mặt bằng đường Vành đai 4", "UBND phường Kinh Bắc", date(2026, 7, 22))
    people = task(4, "Xây dựng kế hoạch đào tạo nhân lực bán dẫn", "so-noi-vu", date(2026, 5, 30))
    homes = task(5, "Tham mưu cơ chế nhà ở xã hội cho công nhân", "so-xay-dung", date(2026, 4, 30))
    monthly = task(6, "Báo cáo tiến độ các dự án trọng điểm", "so-tai-chinh", None, every="P1M")
    projects = task(7, "Đề xuất danh mục dự án kêu gọi đầu tư", "so-tai-chinh", date(2026, 6, 15))
    said = Account(
        result="Đã lấy ý kiến các sở", obstacle="Chồng lấn quy hoạch đê điều", proposal="Làm việc với Bộ Xây dựng"
    )
    later = Due(kind="fixed", day=date(2026, 7, 25))
    grants = TaskSource(number="77/UBND-TH", day=date(2026, 5, 20), level="committee")
    return [
        kept(capital, *_done(capital, date(2026, 6, 25), "120/TTr-STC")),
        kept(zones, event(zones, 1, "progressed", date(2026, 7, 1), percent=70, words=joined(said))),
        kept(land),
        kept(people, event(people, 1, "extended", date(2026, 5, 20), paper=grants, due=later)),
        kept(homes, event(homes, 1, "asked", date(2026, 5, 4), words="Xin lùi đến tháng 9 để chờ hướng dẫn")),
        kept(monthly),
        kept(projects, *_done(projects, date(2026, 6, 20), "12/BC-STC")),
    ]


def _done(made: Task, day: date, number: str) -> tuple[TaskEvent, TaskEvent]:
    shown = (Evidence(number=number, day=day),)
    return (
        event(made, 1, "reported", day, evidence=shown, words="Đã trình UBND tỉnh"),
        event(made, 2, "confirmed", day),
    )
