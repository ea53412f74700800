"""The day on which a cell says that work was done."""

from __future__ import annotations

from datetime import date

import pytest

from camket.work.tracking.finished import finished_on

SAID = [
    ("Hoàn thành ngày 03/11/2026", date(2026, 11, 3)),
    ("Đã hoàn thành (03/11/2026)", date(2026, 11, 3)),
    ("Ngày 3/11/2026 đã hoàn thành, chờ xác nhận", date(2026, 11, 3)),
    ("Đã làm xong hôm 5.11.2026; báo cáo ngày 6/11/2026", date(2026, 11, 5)),
    ("Chưa hoàn thành phần 2. Phần 1 xử lý xong ngày 2 tháng 11 năm 2026", date(2026, 11, 2)),
    ("Dự kiến hoàn thành ngày 3/12/2026", None),
    ("Phấn đấu đến 30/6/2026 hoàn thành", None),
    ("Hoàn thành trước ngày 30/11/2026", None),
    ("Hạn hoàn thành 30/6/2026", None),
    ("Đã trình ngày 25/6/2026", None),
    ("Chưa hoàn thành, họp ngày 3/11/2026", None),
]


@pytest.mark.parametrize(("cell", "day"), SAID)
def test_day_of_completion_in_words(cell: str, day: date | None) -> None:
    assert finished_on(cell) == day
