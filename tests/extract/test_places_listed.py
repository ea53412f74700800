"""Items of lists led by a place, places named together, help decided on, and shares of a plan that brackets tell."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document, Head
from camket.model.fact import Figure


def figures(text: str, of: str) -> tuple[Figure, ...] | list[Figure]:
    """The figures of a story about a place."""
    head = Head(title="Tình hình kinh tế", published="2024-07-01", type="news", area=of)
    return extract(Document(id="t", text=text, sha256="", text_sha256="", head=head)).figures


ITEMS = [
    # all that an item tells is of the place that leads it; none of them is there for comparison
    (
        (
            "Số vịt bị tiêu hủy ở các tỉnh:\n- Long An mất 589.000 con (đã chết 236.000 con).\n"
            "- Tiền Giang: 208.000 con bị bệnh và 110.000 con đã chết.\n- TP HCM: 20.000 con."
        ),
        "Bến Tre",
        [("Long An", "actual")] * 2 + [("Tiền Giang", "actual")] * 2 + [("TP HCM", "actual")],
    ),
    (
        (
            "Thu ngân sách nửa năm của các địa phương:\n- Hải Phòng: 54.000 tỷ đồng, đạt 52% dự toán.\n"
            "+ Thành phố Đà Nẵng thu 12.000 tỷ đồng; chi 9.000 tỷ đồng."
        ),
        "cả nước",
        [("Hải Phòng", "actual")] * 2 + [("Đà Nẵng", "actual")] * 2,
    ),
    # a nation is one that the place trades with; a way from one to another is of neither
    ("Thị trường chính:\n- Nhật Bản: 320 triệu USD, tăng 12%.", "Hà Nam", [("Nhật Bản", "actual")] * 2),
    ("Các tuyến mới:\n- Hà Nội - Hải Phòng dài 120 km.", "cả nước", [("cả nước", "actual")]),
]

TOGETHER = [
    (
        "Mưa lũ tại các tỉnh Phú Yên, Gia Lai và Lâm Đồng đã làm 963 nhà bị sập, tổng thiệt hại 16.000 tỷ đồng.",
        "cả nước",
        ["Phú Yên, Gia Lai và Lâm Đồng"] * 2,
    ),
    (
        "Mặt trận trợ giúp 150 triệu đồng cho các tỉnh Nam Định và Thanh Hóa và 90 triệu đồng cho tỉnh Nghệ An.",
        "cả nước",
        ["Nam Định và Thanh Hóa", "Nghệ An"],
    ),
    ("Bộ hỗ trợ 20 tỷ đồng cho hai tỉnh Quảng Trị và Quảng Bình.", "cả nước", ["Quảng Trị và Quảng Bình"]),
    ("Trung ương cấp 500 tấn gạo cho đồng bào tỉnh Yên Bái.", "cả nước", ["Yên Bái"]),
    # who gives, in a paper of its own; places in which nothing befell; a place that is named alone
    ("Thành phố ủng hộ 10 tỷ đồng cho tỉnh Yên Bái.", "Hà Nội", ["Hà Nội"]),
    ("Sau hội nghị với các tỉnh Bắc Giang và Hải Dương, cả nước còn 120 dự án chậm.", "cả nước", ["cả nước"]),
]

GIVEN = [
    ("Bộ quyết định hỗ trợ 90 tỷ đồng để dựng lại trường.", ["target"]),
    ("Thủ tướng quyết định xuất cấp 5.000 tấn gạo cứu đói.", ["target"]),
    ("Chính phủ đồng ý bổ sung cho tỉnh 300 tỷ đồng.", ["target"]),
    ("Những hộ có nhà bị sập sẽ được trợ cấp 5 triệu đồng.", ["target"]),
    # what was handed over, and the paper that said so
    ("UBND tỉnh đã hỗ trợ 12 tỷ đồng cho các hộ dân.", ["actual"]),
    ("Theo quyết định hỗ trợ của tỉnh, các hộ đã nhận 12 tỷ đồng.", ["actual"]),
    ("Mỗi hộ có nhà bị sập được trợ cấp 5 triệu đồng.", ["actual"]),
]

BRACKETS = [
    ("Thu ngân sách được 36 tỷ đồng (đạt 122%).", 122, "share_of_plan"),
    ("Chi ngân sách 1.200 tỷ đồng (hoàn thành 98%).", 98, "share_of_plan"),
    ("Thu ngân sách 850 tỷ đồng (bằng 104%); chi tiết kiệm.", 104, "share_of_plan"),
    ("Trồng rừng được 320 ha (đạt 80%).", 80, "share_of_plan"),
    ("Tổng thu trên địa bàn 1.520 tỷ đồng (vượt 12%).", 112, "share_of_plan"),
    # a growth, a share, what is set beside the year before
    ("Thu ngân sách được 36 tỷ đồng (tăng 22%).", 22, "growth"),
    ("Xuất khẩu 320 triệu USD (chiếm 20%).", 20, "level"),
    ("Thu ngân sách 36 tỷ đồng (bằng 122% so với cùng kỳ).", 22, "growth"),
]


SOCIETY = "I. THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2011\n\n"
NO_COMMUNE = [
    f"{SOCIETY}Với nỗ lực của cả hệ thống và toàn xã hội, kinh tế tiếp tục phát triển, GRDP tăng 12,4%.",
    f"{SOCIETY}Cả ba cấp đã vào cuộc. Trong xã còn nhiều việc khó, thu ngân sách đạt 2.300 tỷ đồng.",
]


@pytest.mark.parametrize("text", NO_COMMUNE)
def test_society_is_no_commune(text: str) -> None:
    assert [one.area for one in figures(text, "Hà Nam")] == ["Hà Nam"]


@pytest.mark.parametrize(("text", "of", "expected"), ITEMS)
def test_an_item_is_of_the_place_that_leads_it(text: str, of: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.area, one.role) for one in figures(text, of)] == expected


@pytest.mark.parametrize(("text", "of", "expected"), TOGETHER)
def test_places_named_together_have_it_together(text: str, of: str, expected: list[str]) -> None:
    assert [one.area for one in figures(text, of)] == expected


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_help_decided_on_is_not_yet_given(text: str, expected: list[str]) -> None:
    assert [one.role for one in figures(text, "Hà Nam")] == expected


@pytest.mark.parametrize(("text", "value", "measure"), BRACKETS)
def test_brackets_tell_how_far_a_plan_was_reached(text: str, value: int, measure: str) -> None:
    last = figures(text, "Hà Nam")[-1]
    assert last.value == value
    assert last.measure == measure
