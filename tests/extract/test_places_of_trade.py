"""Of which nation a number of trade, investment or visitors is, and of which place what is traded with it."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

NATION = "Xuất khẩu tháng 8 tăng khá\n\nTheo Tổng cục Hải quan, xuất khẩu của cả nước tháng 8/2022 tăng 9%.\n\n"
PROVINCE = "Ngày 12/9/2022, UBND tỉnh Hải Dương họp báo.\n\n"

ROWS = [
    # one after another
    (
        "Về thị trường, Hoa Kỳ đứng đầu với kim ngạch 7,2 tỷ USD, tăng 11%. Kế đó là Trung Quốc đạt 4,1 tỷ USD.",
        ["7,2 tỷ USD Hoa Kỳ", "11% Hoa Kỳ", "4,1 tỷ USD Trung Quốc"],
    ),
    ("Tiếp theo là thị trường EU đạt 3 tỷ USD, giảm 2%.", ["3 tỷ USD EU", "2% EU"]),
    (
        "Các thị trường lớn: Nhật Bản 1,9 tỷ USD, Hàn Quốc 1,6 tỷ USD; ASEAN: 2,4 tỷ USD.",
        ["1,9 tỷ USD Nhật Bản", "1,6 tỷ USD Hàn Quốc", "2,4 tỷ USD ASEAN"],
    ),
    (
        "Philippines là thị trường nhập khẩu gạo lớn thứ hai với 1,4 triệu tấn, chiếm 31% thị phần.",
        ["1,4 triệu tấn Philippines", "31% cả nước"],
    ),
    (
        "Trong đó, Đài Loan có 14 dự án với tổng vốn đăng ký 310 triệu USD.",
        ["14 dự án Đài Loan", "310 triệu USD Đài Loan"],
    ),
    ("Khách đến từ các nước tăng mạnh, trong đó Ấn Độ tăng 64%, Úc tăng 21%.", ["64% Ấn Độ", "21% Úc"]),
]


@pytest.mark.parametrize(("text", "areas"), ROWS)
def test_nations_one_after_another(text: str, areas: list[str]) -> None:
    found = [f"{one.quote} {one.area}" for one in paper(NATION + text).figures if one.start >= len(NATION)]
    assert found == areas


TRADED = [
    ("Xuất khẩu sang Hoa Kỳ đạt 900 triệu USD, tăng 4%.", "cả nước"),
    ("Kim ngạch xuất khẩu sang thị trường EU đạt 3 tỷ USD.", "cả nước"),
    ("Nhập khẩu từ Hàn Quốc, Trung Quốc đạt 8 tỷ USD.", "cả nước"),
    ("Thương mại hai chiều với Nhật Bản đạt 40 tỷ USD.", "cả nước"),
    ("Việt Nam và Ấn Độ đặt mục tiêu kim ngạch thương mại 15 tỷ USD.", "cả nước"),
    ("Hàn Quốc tăng đầu tư, nâng tổng vốn FDI của cả nước lên 30 tỷ USD.", "cả nước"),
    ("Xuất khẩu sang Canada tăng 30%, Mexico tăng 26%.", "cả nước"),
    ("Kim ngạch xuất nhập khẩu giữa Việt Nam và Mỹ đạt 90 tỷ USD.", "cả nước"),
    ("Tổng kim ngạch thương mại Việt Nam - Hàn Quốc đạt 47 tỷ USD.", "cả nước"),
    ("Doanh nghiệp Đài Loan đầu tư 120 triệu USD vào sản xuất linh kiện.", "cả nước"),
]


@pytest.mark.parametrize(("text", "area"), TRADED)
def test_what_is_traded_with_a_nation_is_of_the_place(text: str, area: str) -> None:
    assert {one.area for one in paper(NATION + text).figures if one.start >= len(NATION)} == {area}


def test_investors_of_a_province() -> None:
    text = PROVINCE + "Hàn Quốc dẫn đầu với 31 dự án. Tổng vốn FDI của tỉnh đạt 5,2 tỷ USD."
    assert [f"{one.quote} {one.area}" for one in paper(text).figures] == [
        "31 dự án Hàn Quốc",
        "5,2 tỷ USD Hải Dương",
    ]
