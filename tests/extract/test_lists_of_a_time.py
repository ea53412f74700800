"""A line that says when all items of a list were counted rules them, and nothing behind them."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

PAGE = "Thông tin chung về xã Tam Chung\n\n"
CROPS = "+ Lúa nước: 212 ha\n+ Ngô: 48,5 ha\n+ Sắn: 96 ha\n"


def periods(text: str) -> list[str | None]:
    return [one.period for one in paper(PAGE + text).figures]


@pytest.mark.parametrize(
    ("lead", "period"),
    [
        ("Diện tích cây trồng của xã tháng 5/2023 như sau:", "2023-05"),
        ("Theo thống kê tháng 5/2023, diện tích gieo trồng trên địa bàn cụ thể:", "2023-05"),
        ("Diện tích gieo trồng năm 2022, trong đó:", "2022"),
        ("- Diện tích gieo trồng 6 tháng đầu năm 2023 như sau:", "2023-H1"),
    ],
)
def test_the_items_are_of_the_time_that_the_lead_names(lead: str, period: str) -> None:
    assert periods(f"{lead}\n{CROPS}") == [period] * 3


def test_an_item_of_another_sort_ends_the_list() -> None:
    text = f"Diện tích cây trồng tháng 5/2023 như sau:\n{CROPS}- Toàn xã có 512 hộ.\n4. Giao thông\n+ Có 9 thôn.\n"
    assert periods(text) == ["2023-05"] * 3 + [None, None]


def test_a_line_without_a_time_leads_no_list() -> None:
    assert periods(f"Diện tích cây trồng như sau:\n{CROPS}") == [None] * 3


def test_the_first_item_says_whose_count_the_others_are() -> None:
    text = (
        "1. Dân số\n- Theo thống kê tháng 9/2023, xã có 3.412 người.\n- Số hộ gia đình: 806 hộ\n"
        "- Mật độ dân số đạt 41 người/km2.\n- 71,5% dân số là đồng bào Thái.\n2. Giao thông\n- Có 12 cây cầu.\n"
    )
    assert periods(text) == ["2023-09"] * 4 + [None]


def test_an_item_has_its_own_time() -> None:
    text = "Diện tích cây trồng tháng 5/2023 như sau:\n+ Lúa năm 2022: 212 ha\n+ Ngô: 48,5 ha\n"
    assert periods(text)[0] == "2022"
