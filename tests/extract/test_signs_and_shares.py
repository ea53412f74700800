"""Signs that tell growth, rows of places in brackets, asides, budgets that were adopted, several provinces together."""

from __future__ import annotations

import pytest
from tests.extract.told import paper, short

SIGNS = [
    (
        "Tháng 9/2024, khai khoáng +4,2%; chế biến, chế tạo -1,7% so với tháng trước.",
        ["+4,2% growth", "-1,7% growth"],
    ),
    ("Tháng 9/2024, xi măng đạt 41.200 tấn (-2,4%), đá xây dựng 310.000 m3 (+7,9%).",
     ["41.200 tấn level", "-2,4% growth", "310.000 m3 level", "+7,9% growth"]),
    ("Khu vực nhà nước đạt 61,5 tỷ đồng +12,4%.", ["61,5 tỷ đồng level", "+12,4% growth"]),
    # what was moved, in its own unit
    ("Diện tích lúa giảm 1,1% (-717 ha), ngô tăng 3% (+20 ha).",
     ["1,1% growth", "-717 ha change", "3% growth", "+20 ha change"]),
    # the same again in the unit of the thing, not what the whole comes to
    ("Đàn bò có 283.000 con, tăng 2,64%, bằng 7.300 con so với cùng kỳ.",
     ["283.000 con level", "2,64% growth", "7.300 con change"]),
    ("Diện tích đạt 114.300 ha, giảm 0,7% so với năm 2017 (bằng 830 ha).",
     ["114.300 ha level", "0,7% growth", "830 ha change"]),
    ("Thu ngân sách 9 tháng tăng 5% so với cùng kỳ, bằng 1.250 tỷ đồng.", ["5% growth", "1.250 tỷ đồng level"]),
    # a part of the larger place
    ("Năm 2023, dân số của tỉnh là 1,2 triệu người, bằng 1,3% cả nước.", ["1,2 triệu người level", "1,3% level"]),
    ("Năm 2023, xuất khẩu đạt 1,2 tỷ USD, bằng 98% so với cùng kỳ.", ["1,2 tỷ USD level", "98% growth"]),
    # a rate below nought is no growth
    ("Tỷ suất lợi nhuận năm 2023 là -3,2%.", ["-3,2% level"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SIGNS)
def test_a_sign_tells_growth(text: str, told: list[str]) -> None:
    assert [" ".join((line.split(" | ")[0], line.split()[-3])) for line in short(text)] == told


SHARES = [
    (
        "Bão làm 12 người chết (Lạng Sơn 5, Cao Bằng 4, Bắc Kạn 3).",
        [("12 người chết", None), ("5", "Lạng Sơn"), ("4", "Cao Bằng"), ("3", "Bắc Kạn")],
    ),
    (
        "Cả nước có 260.000 nhà bị ngập (Gia Lai 20.700, Đắk Lắk 150.000).",
        [("260.000 nhà", "cả nước"), ("20.700", "Gia Lai"), ("150.000", "Đắk Lắk")],
    ),
    # other rows of names with numbers
    ("Tổ chức 12 hội nghị (Điều 3, Khoản 2).", [("12 hội nghị", None)]),
    ("Có 3 hộ dân (Tổ 5, Khu 7) phải di dời.", [("3 hộ dân", None)]),
]


@pytest.mark.parametrize(("text", "told"), SHARES)
def test_shares_of_places_in_brackets(text: str, told: list[tuple[str, str | None]]) -> None:
    before = (
        "Bắc Kạn, Lạng Sơn, Cao Bằng cùng khắc phục hậu quả bão\n\nNgày 10/9/2024, công tác khắc phục tiếp tục.\n\n"
    )
    found = paper(before + text).figures
    assert [(one.quote, one.area) for one in found] == told
    assert {one.role for one in found} == {"actual"}
    assert len({one.indicator for one in found}) == 1


ASIDES = [
    ("Giá trị sản xuất làng nghề (không kể hộ cá thể) đạt 912 tỷ đồng.", "other:gia_tri_san_xuat_lang_nghe"),
    ("Sản lượng điện (chưa tính điện mặt trời) đạt 12 triệu kWh.", "other:san_luong_dien"),
    ("Vốn đầu tư công trung hạn (chưa gồm 10% dự phòng) là 19.400 tỷ đồng.", "other:von_dau_tu_cong_trung_han"),
    ("Giải ngân vốn đầu tư công trung hạn đạt 3.100 tỷ đồng.", "public_investment_disbursement"),
]


@pytest.mark.parametrize(("text", "indicator"), ASIDES)
def test_what_is_left_out_is_not_what_is_told_of(text: str, indicator: str) -> None:
    assert short(text)[-1].split(" | ")[1].split()[0] == indicator


BUDGET = """Quốc hội thông qua dự toán ngân sách năm 2025

Ngày 13/11/2024, Quốc hội thông qua Nghị quyết về dự toán ngân sách nhà nước năm 2025.

Theo đó, tổng số thu ngân sách là 1.960.000 tỷ đồng.

Tổng số chi là 2.540.000 tỷ đồng. Sử dụng 60.000 tỷ đồng nguồn cải cách tiền lương còn dư đến hết năm 2024.

Mức bội chi là 470.000 tỷ đồng.

Năm 2024, thu ngân sách ước đạt 1.870.000 tỷ đồng.
"""


def test_what_an_adopted_budget_sets_is_aimed_at_until_something_was_done() -> None:
    told = {one.quote: (one.role, one.period) for one in paper(BUDGET).figures}
    for quote in ("1.960.000 tỷ đồng", "2.540.000 tỷ đồng", "470.000 tỷ đồng"):
        assert told[quote] == ("target", "2025"), quote
    assert told["1.870.000 tỷ đồng"] == ("estimate", "2024")


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("Bắc Kạn, Lạng Sơn và Cao Bằng thiệt hại 1.200 tỷ đồng", None),
        ("Bắc Kạn thiệt hại 1.200 tỷ đồng", "Bắc Kạn"),
        ("Bắc Kạn học Lạng Sơn, mời Cao Bằng cùng làm", "Bắc Kạn"),
    ],
)
def test_a_row_of_provinces_is_no_single_place(title: str, area: str | None) -> None:
    assert paper(f"{title}\n\nNgày 10/9/2024, mưa lũ gây thiệt hại nặng.").document.head.area == area


def test_a_province_that_is_not_named_is_not_the_country() -> None:
    text = "UBND tỉnh thông qua báo cáo năm 2024\n\nGDP của tỉnh tăng 10,3%, thu ngân sách đạt 1.320 tỷ đồng."
    assert paper(text).document.head.area is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Năm 2023, tai nạn giao thông giảm cả 3 tiêu chí.", []),
        ("Tai nạn giao thông trên địa bàn tỉnh giảm 3 tiêu chí so với cùng kỳ.", []),
        ("Năm 2023, xã hoàn thành cả 3 tiêu chí khó.", ["3 tiêu chí"]),
    ],
)
def test_in_how_many_respects_accidents_fell_is_no_figure(text: str, told: list[str]) -> None:
    assert [line.split(" | ")[0] for line in short(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sản lượng đạt 19,62nghìntấn, giảm 1,95%.", ["19,62nghìntấn", "1,95%"]),
        ("Kim ngạch đạt 12,5triệuUSD; thu ngân sách 35tỷđồng.", ["12,5triệuUSD", "35tỷđồng"]),
        ("Mã hàng 12nghìntên không có trong kho.", []),
        # drawn apart instead
        ("Trồng rừng được 46,8  ha, tặng bằng khen cho 04  cá nhân.", ["46,8  ha", "04  cá nhân"]),
        ("Năm 2023   12  ha   15  ha   18  ha", []),
    ],
)
def test_sizes_and_units_run_together_with_their_number(text: str, told: list[str]) -> None:
    assert [line.split(" | ")[0] for line in short(text)] == told
