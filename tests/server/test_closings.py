"""What a paper decides about older tasks stands on its page with these tasks, and is entered with a press for each."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import msgspec
import pytest
from django.test import Client
from tests.server.laid_out import of_text
from tests.server.tasks_laid import At, client, span

from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.take_apart import take_apart
from camket.server.registry.intake import Arrival, take_in
from camket.work.drafts import drafts, task_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
HEAD = (
    "VĂN PHÒNG UBND TỈNH BẮC NINH\nSố: {number}/TB-VP\nBắc Ninh, ngày {day}\nTHÔNG BÁO\n"
    "Kết luận của Chủ tịch UBND tỉnh\n"
)
FIRST = HEAD.format(number=318, day="02 tháng 11 năm 2026") + (
    "I. Đánh giá\nThu ngân sách đạt khá.\nII. Nhiệm vụ\n"
    "1. Giao Sở Tài chính chủ trì rà soát nguồn thu còn lại, báo cáo UBND tỉnh trước ngày 20/11/2026.\n"
    "2. Giao Sở Xây dựng chủ trì lập Đề án phát triển nhà ở xã hội, trình UBND tỉnh trong tháng 12/2026.\n"
    "3. Giao Sở Y tế kiểm tra các trạm y tế cấp xã, báo cáo UBND tỉnh trước ngày 15/12/2026.\n"
)
LATER = HEAD.format(number=340, day="16 tháng 11 năm 2026") + (
    "1. Giao Sở Xây dựng chủ trì lập Đề án phát triển nhà ở xã hội và quỹ đất, trình UBND tỉnh trước ngày 15/01/2027.\n"
    "2. Đồng ý gia hạn thời gian rà soát nguồn thu còn lại đến ngày 30/11/2026.\n"
    "3. Không tiếp tục thực hiện nhiệm vụ tại điểm 3 mục II Thông báo số 318/TB-VP ngày 02/11/2026.\n"
    "Thông báo này thay thế nội dung tại điểm 2 mục II Thông báo số 318/TB-VP ngày 02/11/2026.\n"
)


def loaded(name: str, text: str) -> models.Document:
    extraction, data = of_text(name, text)
    take_in([Arrival(extraction=extraction, size=len(data), read_on=date(2026, 11, 16), access="public")])
    return models.Document.objects.get(name__startswith=name)


def given(name: str, text: str) -> dict[str, int]:
    """The tasks of a paper by who leads them."""
    extraction, _ = of_text(name, text)
    row = models.Document.objects.get(name__startswith=name)
    tasks = []
    for each in drafts(extraction).tasks:
        sources = tuple(msgspec.structs.replace(source, document=row.slug) for source in each.sources)
        task = task_of(each, "", datetime(2026, 11, 2, tzinfo=UTC))
        tasks.append(msgspec.structs.replace(task, sources=sources))
    return {each.lead: each.id for each in take_apart(CONSOLE, row.slug, tasks)}


def pressed(office: Client, later: models.Document, number: int, **more: str) -> int:
    """Press the button of a task on the page of the later paper; the status of the answer."""
    page = office.get(f"/van-ban/{later.slug}/nhiem-vu").content.decode()
    found = re.search(rf'name="start" value="(\d+)"><input type="hidden" name="task" value="{number}">', page)
    assert found is not None
    form = {"start": found[1], "task": str(number), "seen": "0", **more}
    return office.post(f"/van-ban/{later.slug}/nhiem-vu/quyet-dinh", form).status_code


def test_a_later_paper_closes_puts_off_and_stops_what_it_names() -> None:
    first, later = loaded("tb-318", FIRST), loaded("tb-340", LATER)
    with At(2026, 11, 3):
        tasks = given("tb-318", FIRST)
    office = client("can-bo", "officer")
    approver = client("truong-phong", "approver")
    with At(2026, 11, 17):
        page = office.get(f"/van-ban/{later.slug}/nhiem-vu").content.decode()
        assert "rồi chọn nhiệm vụ thay thế" in page
        new = given("tb-340", LATER)["so-xay-dung"]
        assert pressed(office, later, tasks["so-tai-chinh"]) == 302
        assert pressed(approver, later, tasks["so-y-te"]) == 302
        assert pressed(office, later, tasks["so-xay-dung"], other=str(new)) == 302
        after = office.get(f"/van-ban/{later.slug}/nhiem-vu").content.decode()
    assert first.slug != later.slug
    assert span(tasks["so-tai-chinh"]).due == date(2026, 11, 30)
    assert span(tasks["so-y-te"]).state == "dropped"
    replaced = models.TaskEvent.objects.get(kind="replaced")
    assert (replaced.task_id, replaced.other_id) == (tasks["so-xay-dung"], new)
    assert models.TaskPaper.objects.filter(decides=True, number="340/TB-VP").count() == 3
    for decided in ("so-y-te", "so-tai-chinh"):  # a due that was put off by the paper is not put off by it again
        assert f'name="task" value="{tasks[decided]}"' not in after


def test_only_what_the_paper_names_can_be_decided_there() -> None:
    loaded("tb-318", FIRST)
    later = loaded("tb-340", LATER)
    with At(2026, 11, 3):
        tasks = given("tb-318", FIRST)
    office = client("can-bo", "officer")
    with At(2026, 11, 17):
        page = office.get(f"/van-ban/{later.slug}/nhiem-vu").content.decode()
        start = re.findall(r'name="start" value="(\d+)"', page)[0]
        form = {"start": start, "task": str(tasks["so-tai-chinh"] + 1000), "seen": "0"}
        assert office.post(f"/van-ban/{later.slug}/nhiem-vu/quyet-dinh", form).status_code == 400
    assert not models.TaskEvent.objects.exists()
