"""When a task is due, in all the wordings of a notice; the paper is of 20/6/2026."""

from __future__ import annotations

import pytest
from tests.wordings.said import deadlines

ONE_TASK = "Chủ tịch UBND tỉnh yêu cầu Sở Tài chính rà soát kịch bản tăng trưởng{}."
DUE = [
    (", báo cáo UBND tỉnh trước ngày 25/6/2026", "by:2026-06-24"),
    (", báo cáo UBND tỉnh trước ngày 25 tháng 6 năm 2026", "by:2026-06-24"),
    (", báo cáo UBND tỉnh trước ngày 25 tháng 6", "by:2026-06-24"),
    (", báo cáo UBND tỉnh trước ngày 25/6", "by:2026-06-24"),
    (", báo cáo UBND tỉnh trước 25/6", "by:2026-06-24"),
    (", báo cáo UBND tỉnh trước 25-6", "by:2026-06-24"),
    (", xong trước ngày 25/6/2026", "by:2026-06-24"),
    (", hoàn thành trước ngày 25/6/2026", "by:2026-06-24"),
    (", hoàn thành xong trước ngày 25/6/2026", "by:2026-06-24"),
    (", báo cáo UBND tỉnh chậm nhất ngày 25/6/2026", "by:2026-06-25"),
    (", báo cáo UBND tỉnh chậm nhất là ngày 25/6/2026", "by:2026-06-25"),
    (", báo cáo UBND tỉnh chậm nhất vào ngày 25/6/2026", "by:2026-06-25"),
    (", báo cáo UBND tỉnh chậm nhất đến ngày 25/6/2026", "by:2026-06-25"),
    (", báo cáo UBND tỉnh muộn nhất ngày 25/6/2026", "by:2026-06-25"),
    (", báo cáo UBND tỉnh muộn nhất là ngày 25/6/2026", "by:2026-06-25"),
    (", hoàn thành không muộn hơn ngày 25/6/2026", "by:2026-06-25"),
    (", hoàn thành không quá ngày 25/6/2026", "by:2026-06-25"),
    (", hoàn thành đến hết ngày 25/6/2026", "by:2026-06-25"),
    (", hoàn thành trong ngày 25/6/2026", "by:2026-06-25"),
    (", thời hạn hoàn thành: 25/6/2026", "by:2026-06-25"),
    (", thời hạn hoàn thành ngày 25/6/2026", "by:2026-06-25"),
    (", thời gian hoàn thành trước ngày 25/6/2026", "by:2026-06-24"),
    (", hạn cuối ngày 25/6/2026", "by:2026-06-25"),
    (", báo cáo trước 16 giờ ngày 25/6/2026", "by:2026-06-25"),
    (", báo cáo trước 16h00 ngày 25/6", "by:2026-06-25"),
    (", hoàn thành trong tháng 7", "by:2026-07"),
    (", hoàn thành trong tháng 7/2026", "by:2026-07"),
    (", hoàn thành trong tháng 7 năm 2026", "by:2026-07"),
    (", xong trong tháng 7/2026", "by:2026-07"),
    (", hoàn thành ngay trong tháng 7/2026", "by:2026-07"),
    (", hoàn thành trước tháng 7/2026", "by:2026-06"),
    (", hoàn thành chậm nhất trong tháng 7/2026", "by:2026-07"),
    (", hoàn thành đến hết tháng 7/2026", "by:2026-07"),
    (", hoàn thành cuối tháng 7/2026", "by:2026-07"),
    (", hoàn thành trong quý III", "by:2026-09"),
    (", hoàn thành trong quý III/2026", "by:2026-09"),
    (", hoàn thành trước quý III/2026", "by:2026-06"),
    (", hoàn thành trong quý III năm 2026", "by:2026-09"),
    (", hoàn thành trong 6 tháng cuối năm 2026", "by:2026-12"),
    (", hoàn thành trong năm 2026", "by:2026-12"),
    (", hoàn thành trong năm nay", "by:2026-12"),
    (", hoàn thành trước năm 2027", "by:2026-12"),
    (", hoàn thành đến cuối năm 2026", "by:2026-12"),
    (", hoàn thành vào cuối năm 2026", "by:2026-12"),
    (", hoàn thành đến hết năm 2026", "by:2026-12"),
    (", hoàn thành trong tháng 6, chậm nhất ngày 05/7/2026", "by:2026-07-05"),
    (", trình HĐND tỉnh tại kỳ họp thường lệ cuối năm 2026", "by:2026-12"),
    (", trình HĐND tỉnh tại kỳ họp thường lệ giữa năm 2026", "by:2026-07"),
    (" trong vòng 15 ngày kể từ nay", "by:2026-07-05"),
    # what comes back, what waits for an event, and what only presses has no due day
    (", báo cáo UBND tỉnh trước ngày 20 hằng tháng", None),
    (", báo cáo UBND tỉnh trước ngày 20 hàng tháng", None),
    (", báo cáo UBND tỉnh định kỳ ngày 15 tháng cuối quý", None),
    (", báo cáo UBND tỉnh trước ngày 15 tháng cuối quý", None),
    (", báo cáo UBND tỉnh trước ngày 25 của tháng cuối quý", None),
    (", định kỳ hằng tháng báo cáo UBND tỉnh", None),
    (", báo cáo hằng quý", None),
    (", báo cáo trước ngày 15/12 hằng năm", None),
    (" trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản", None),
    (" sau khi Nghị định có hiệu lực 30 ngày", None),
    (" thường xuyên", None),
    (" trong suốt nhiệm kỳ", None),
    (" khẩn trương", None),
    (" sớm", None),
    (" ngay", None),
]


@pytest.mark.parametrize(("words", "due"), DUE)
def test_a_due(words: str, due: str | None) -> None:
    assert deadlines(ONE_TASK.format(words)) == [due]
