"""Five thousand tasks of two hundred bodies with what happened to them.

Laid straight into the tables: the rows are those that the actions write, told by `camket.work`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

from django.utils.timezone import localdate

from camket.registry.copies import search_text
from camket.server.registry import models
from camket.server.registry.guard import writing
from camket.server.registry.spans import respan

TASKS, BODIES, SEED, OFFICER = 5_000, 200, 20260701, "chuyen-vien-do"
OWN_BODY = "so-tai-chinh"
_SENTENCES = (
    "rà soát nguồn thu, báo cáo UBND tỉnh", "hoàn thành giải phóng mặt bằng dự án", "trình phương án phân bổ vốn",
    "kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính", "ban hành kế hoạch chuyển đổi số",
    "tham mưu trả lời cử tri",
)  # fmt: skip
_LEVELS = ("centre", "party", "council", "committee", "chair")


def lay(count: int = TASKS, bodies: int = BODIES, today: date | None = None) -> float:
    """Lay tasks out, unless there are; gives the seconds."""
    began, end = time.perf_counter(), today or localdate()
    dice = Random(SEED)  # noqa: S311 - a made-up registry, the same each time
    with writing():
        if models.Task.objects.count() >= count:
            return 0.0
        rows = [_task(number, dice, end, bodies) for number in range(count)]
        models.Task.objects.bulk_create(rows, batch_size=500)
        models.TaskSource.objects.bulk_create([_source(row) for row in rows], batch_size=500)
        models.TaskHelper.objects.bulk_create(
            models.TaskHelper(task=row, place=1, body=f"UBND xã {dice.randrange(bodies)}") for row in rows[::3]
        )
        made = models.TaskEvent.objects.bulk_create([each for row in rows for each in _events(row, dice, end)])
        shown = [each for each in made if each.kind in ("reported", "waiting", "extended")]
        models.TaskPaper.objects.bulk_create([_paper(each) for each in shown], batch_size=500)
        respan([row.id for row in rows])
    return time.perf_counter() - began


def _task(number: int, dice: Random, end: date, bodies: int) -> models.Task:

    given = end - timedelta(days=dice.randrange(5, 400))
    due = given + timedelta(days=dice.randrange(5, 200))
    told = {"kind": "none"} if dice.random() < 0.08 else {"kind": "fixed", "day": due.isoformat()}
    text = f"{dice.choice(_SENTENCES)} số {number}"
    body = dice.randrange(bodies)
    return models.Task(
        text=text, folded=search_text(text), giver="UBND tỉnh", level=dice.choice(_LEVELS), area="bac-ninh-2025",
        lead=OWN_BODY if body == 0 else f"UBND xã {body}", product="báo cáo", due=told, given=given,
        entered_at=_moment(given), entered_by=OFFICER, key=dice.random() < 0.12,
        leader=f"Phó Chủ tịch {dice.randrange(4)}", officer=OFFICER if dice.random() < 0.3 else "",
    )  # fmt: skip


def _source(row: models.Task) -> models.TaskSource:
    return models.TaskSource(
        task=row, place=1, kind="paper", number=f"{row.id % 400}/TB-VP", day=row.given, quote=row.text
    )


def _events(row: models.Task, dice: Random, end: date) -> Iterator[models.TaskEvent]:
    day = row.given or end
    for number, (kind, after) in enumerate(_life(dice), start=1):
        day += timedelta(days=after)
        if day > end:
            return
        office = kind in ("confirmed", "returned", "extended")
        later = ((row.given or end) + timedelta(days=260)).isoformat()
        yield models.TaskEvent(
            task=row, number=number, kind=kind, day=day, at=_moment(day), who=OFFICER if office else "nhap",
            body="" if office else row.lead, role="officer" if office else "department",
            due={"kind": "fixed", "day": later} if kind == "extended" else None,
            percent=40 if kind == "progressed" else None, words="Đang thực hiện." if kind == "progressed" else "",
        )  # fmt: skip


def _life(dice: Random) -> list[tuple[str, int]]:
    """What happens to a task, each so many days after the last: half are done, some returned, put off, submitted."""
    chance = dice.random()
    told: list[tuple[str, int]] = []
    if chance < 0.5:
        told = [("progressed", 15), ("reported", dice.randrange(10, 120)), ("confirmed", 4)]
    elif chance < 0.6:
        told = [("reported", 30), ("returned", 4)]
    elif chance < 0.7:
        told = [("extended", 20)]
    elif chance < 0.75:
        told = [("waiting", 25)]
    elif chance < 0.85:
        told = [("progressed", 20), ("progressed", 30)]
    return [("taken", 2), *told]


def _paper(row: models.TaskEvent) -> models.TaskPaper:
    decides = row.kind != "reported"
    return models.TaskPaper(
        event=row, place=0 if decides else 1, decides=decides, kind="paper", number="9/BC", day=row.day
    )


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
