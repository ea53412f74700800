"""Wordings of official papers, each with what a reader takes from it."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.fact import Figure

SAID = [
    (
        "Năm 2022, thu ngân sách trên địa bàn đạt 76,75%; rừng che phủ 60%.",
        "76,75%",
        "budget_revenue share_of_plan 2022",
    ),
    (
        "Năm 2022, xã có thu nhập bình quân đầu người 36 triệu đồng/người/năm, đạt 120%; hộ nghèo còn 2%.",
        "120%",
        "income_per_capita share_of_plan 2022",
    ),
    ("Năm 2022, xã trồng mới 500 ha rừng, đạt 95,4%.", "95,4%", "other share_of_plan 2022"),
    ("6 tháng năm 2022, giá trị sản xuất ước đạt 53%, tăng 23,7%.", "53%", "other share_of_plan 2022-H1"),
    ("Năm 2022, GRDP của tỉnh đạt 7,5%.", "7,5%", "grdp growth 2022"),
    (
        "Năm 2022, tỷ lệ hộ nghèo còn 2,5%. Có 737/742 hộ đạt chuẩn văn hóa, đạt tỷ lệ 99,3%.",
        "99,3%",
        "other level 2022",
    ),
    ("Năm 2022, tổng đàn lợn 902 con, tăng 2%.", "902 con", "other level 2022"),
    (
        "Trong 10 tháng năm 2022, kinh tế khá. Thu ngân sách đạt 65 tỷ đồng, hiện có 5 xã đạt chuẩn.",
        "65 tỷ đồng",
        "budget_revenue level 2022-01/2022-10",
    ),
    (
        "Đến ngày 15/8/2023, cả nước gieo được 900 ha, bằng 101% cùng kỳ năm trước. Phía Bắc đạt 300 ha, bằng 98%.",
        "98%",
        "other growth at:2023-08-15",
    ),
    (
        "Năm 2023, GRDP bình quân đầu người 58,6 triệu đồng (KH: 58 triệu đồng).",
        "58 triệu đồng",
        "grdp_per_capita level 2023",
    ),
    ("Vụ này, năm 2023, sản lượng đạt 3,9 triệu tấn, tương đương năm trước.", "3,9 triệu tấn", "other level 2023"),
]


def figure(text: str, quote: str) -> Figure:
    found = extract(Document(id="paper", text=text + "\n", sha256="", text_sha256="")).figures
    return next(one for one in found if one.quote.endswith(quote))


@pytest.mark.parametrize(("text", "quote", "told"), SAID)
def test_what_a_figure_of_an_official_paper_measures(text: str, quote: str, told: str) -> None:
    one = figure(text, quote)
    assert f"{one.indicator.partition(':')[0]} {one.measure} {one.period}" == told


ROLES = [
    ("Ước tính tổng số lợn năm 2022 tăng 6,8%; tổng số bò tăng 3,4%.", "3,4%", "estimate"),
    ("HĐND thống nhất nhiệm vụ cuối năm với các chỉ tiêu: thu ngân sách 12 tỷ đồng; hộ nghèo còn 3%.", "3%", "target"),
    ("Xã hoàn thành nhiệm vụ năm 2022 với các chỉ tiêu: thu ngân sách 12 tỷ đồng.", "12 tỷ đồng", "actual"),
]


@pytest.mark.parametrize(("text", "quote", "role"), ROLES)
def test_role(text: str, quote: str, role: str) -> None:
    assert figure(text, quote).role == role


def test_a_region_told_of_beside_the_country() -> None:
    text = (
        "Đến ngày 15/8/2023, cả nước gieo được 900 ha. Đến giữa tháng Tám, vùng Đồng bằng sông Cửu Long xuống giống "
        "được 374 nghìn ha."
    )
    assert figure(text, "900 ha").area == "cả nước"
    assert figure(text, "374 nghìn ha").area == "Đồng bằng sông Cửu Long"
