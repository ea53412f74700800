"""Tables of years to come: what the head of a column, the title, a row or a heading makes of them, in each layout."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

PLAN = """HỘI ĐỒNG NHÂN DÂN
TỈNH HÀ NAM
Số: 21/NQ-HĐND
Hà Nam, ngày 09 tháng 12 năm 2024

NGHỊ QUYẾT
Về quy hoạch phát triển thương mại tỉnh Hà Nam

Điều 1. Nội dung quy hoạch

"""
ROWS = (
    ("Dân số", "Nghìn người", "880", "930"),
    ("Thu ngân sách nhà nước", "Tỷ đồng", "22.800", "30.300"),
    ("Tỷ lệ đô thị hóa", "%", "45,5", "61,5"),
)
LAYOUTS = {"bars": " | ", "tabs": "\t", "a cell a line": "\n", "a row a line": " "}
PLAIN = "Một số chỉ tiêu"


def told(title: str, heads: tuple[str, ...], between: str, names: str = "Chỉ tiêu") -> list[str]:
    """The role and time of each column; an answer that names no two columns is a table that was not read whole."""
    lines = [(names, "Đơn vị", *heads), *(row[: 2 + len(heads)] for row in ROWS)]
    text = f"{PLAN}{title}\n" + "\n".join(between.join(line) for line in lines) + "\n"
    found = [one for one in paper(text).figures if one.start > len(PLAN) + len(title)]
    assert [one.quote for one in found] == [cell for row in ROWS for cell in row[2 : 2 + len(heads)]]
    columns = [{f"{one.role} {one.period}" for one in found[at :: len(heads)]} for at in range(len(heads))]
    assert all(len(said) == 1 for said in columns)
    return [said.pop() for said in columns]


HEADS = [
    (("Dự báo 2030",), ["projection 2030"]),
    (("Dự báo đến năm 2030",), ["projection by:2030"]),
    (("Dự kiến năm 2026",), ["projection 2026"]),
    (("Khả năng thực hiện năm 2025",), ["projection 2025"]),
    (("Dự báo nhu cầu 2030",), ["projection 2030"]),
    (("Nhu cầu đến 2030",), ["projection by:2030"]),
    (("Dự kiến kế hoạch năm 2025",), ["target 2025"]),
    (("Định hướng 2045",), ["target 2045"]),
    (("Quy hoạch đến năm 2030", "Tầm nhìn 2045"), ["target by:2030-12", "target 2045"]),
    (("Phương án chọn 2030",), ["target 2030"]),
    (("Hiện trạng 2023", "Quy hoạch 2030"), ["actual 2023", "target 2030"]),
    (("Thực trạng 2023", "Dự báo 2030"), ["actual 2023", "projection 2030"]),
    (("TH 2023", "Ước 2024"), ["actual 2023", "estimate 2024"]),
    (("Ước TH 2025", "KH 2026"), ["estimate 2025", "target 2026"]),
    (("Phương án I", "Phương án II"), ["scenario None", "scenario None"]),
    (("Kịch bản cao", "Kịch bản thấp"), ["scenario None", "scenario None"]),
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("heads", "expected"), HEADS)
def test_the_head_of_a_column_beats_the_title(heads: tuple[str, ...], expected: list[str], layout: str) -> None:
    assert told(PLAIN, heads, LAYOUTS[layout]) == expected
    assert told("Mục tiêu phát triển", heads, LAYOUTS[layout]) == expected
    assert told("Bảng 1. Dự báo các chỉ tiêu chủ yếu", heads, LAYOUTS[layout]) == expected


TITLES = [
    ("Bảng 1. Dự báo các chỉ tiêu chủ yếu", "projection"),
    ("Bảng dự báo quy mô dân số và kinh tế đến năm 2030", "projection"),
    ("Kết quả dự báo được trình bày ở bảng sau:", "projection"),
    ("Biểu 2. Nhu cầu đến năm 2030", "projection"),
    ("Bảng 2. Các chỉ tiêu theo kịch bản", "scenario"),
    ("Bảng 3. Các phương án phát triển", "scenario"),
    ("Biểu 4. Mục tiêu phát triển", "target"),
    (PLAIN, "target"),
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("title", "role"), TITLES)
def test_the_title_says_what_years_to_come_are(title: str, role: str, layout: str) -> None:
    between = LAYOUTS[layout]
    assert told(title, ("2025", "2030"), between) == [f"{role} 2025", f"{role} 2030"]
    assert told(title, ("Năm 2020", "Năm 2030"), between) == ["actual 2020", f"{role} 2030"]
    assert told(title, ("2021-2025", "2026-2030"), between) == [f"{role} 2021/2025", f"{role} 2026/2030"]


def test_the_head_over_the_names_says_so_too() -> None:
    assert told(PLAIN, ("2025", "2030"), " | ", "Chỉ tiêu dự báo") == ["projection 2025", "projection 2030"]


def test_a_row_says_that_it_is_foreseen() -> None:
    text = "Một số chỉ tiêu\nChỉ tiêu | Đơn vị | 2023 | 2030\nDự báo dân số | Nghìn người | 880 | 930\n"
    text += "Thu ngân sách nhà nước | Tỷ đồng | 22.800 | 30.300\n"
    assert [f"{one.quote} {one.indicator} {one.role}" for one in paper(PLAN + text).figures] == [
        "880 population actual",
        "930 population projection",
        "22.800 budget_revenue actual",
        "30.300 budget_revenue target",
    ]


SECTIONS = [
    ("2. Dự báo dân số\n- Dân số năm 2030 khoảng 930 nghìn người.", "projection"),
    ("2. Dự báo dân số\n- Dân số năm 2023 là 880 nghìn người.", "actual"),
    ("2. Kịch bản tăng trưởng\n- Dân số năm 2030 khoảng 930 nghìn người.", "scenario"),
    ("2. Dự báo dân số\n- Phấn đấu dân số năm 2030 đạt 930 nghìn người.", "target"),
    ("2. Công tác dự báo\n- Dân số năm 2030 đạt 930 nghìn người.", "target"),
    ("2. Dự kiến kế hoạch\n- Dân số năm 2030 đạt 930 nghìn người.", "target"),
]


@pytest.mark.parametrize(("text", "role"), SECTIONS)
def test_a_heading_says_what_its_lines_are(text: str, role: str) -> None:
    assert [one.role for one in paper(PLAN + text).figures] == [role]
