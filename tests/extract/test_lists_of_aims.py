"""A line that leads to a list of aims rules its items in any paper, and nothing behind them."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document

NEWS = "Ngày 12/12/2024, Huyện ủy Kim Bảng họp bàn về nhiệm vụ 5 năm tới. GRDP giai đoạn 2016-2020 tăng 9,1%/năm.\n"
ITEMS = "- Giá trị sản xuất tăng bình quân 12%/năm.\n- Trong 5 năm, tạo việc làm cho 9.000 lao động.\n"


def told(text: str) -> list[tuple[str, str | None]]:
    found = extract(Document(id="paper", text=NEWS + text, sha256="", text_sha256="")).figures
    return [(one.role, one.period) for one in found if one.start >= len(NEWS)]


@pytest.mark.parametrize(
    "lead",
    [
        "Các chỉ tiêu chủ yếu nhiệm kỳ 2025-2030:",
        "Một số chỉ tiêu chủ yếu của Đảng bộ huyện giai đoạn 2025-2030:",
        "Đại hội đề ra các mục tiêu nhiệm kỳ 2025-2030, gồm:",
    ],
)
def test_the_items_are_targets_of_the_time_that_is_named(lead: str) -> None:
    assert told(f"{lead}\n{ITEMS}") == [("target", "2025/2030")] * 2


def test_what_comes_behind_the_list_is_no_aim() -> None:
    text = f"Các chỉ tiêu chủ yếu nhiệm kỳ 2025-2030:\n{ITEMS}\nNăm 2024, xuất khẩu đạt 5 tỷ USD.\n"
    assert told(text)[-1] == ("actual", "2024")


@pytest.mark.parametrize(
    "lead", ["Một số chỉ tiêu đạt được của giai đoạn 2020-2025:", "Kết quả các chỉ tiêu chủ yếu nhiệm kỳ 2020-2025:"]
)
def test_a_list_of_results_is_none_of_aims(lead: str) -> None:
    assert {role for role, _ in told(f"{lead}\n- Thu nhập bình quân đạt 72 triệu đồng.\n")} == {"actual"}


def test_an_item_has_its_own_time() -> None:
    text = "Các chỉ tiêu chủ yếu nhiệm kỳ 2025-2030:\n- Đến năm 2028, 100% số xã đạt chuẩn nông thôn mới.\n"
    assert told(text) == [("target", "by:2028-12")]
