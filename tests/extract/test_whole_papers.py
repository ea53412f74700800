"""What the whole of a paper decides for each figure in it: whose paper it is, its year, the plan that it is."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

PICTURE = "Hướng dẫn người dân tại trung tâm hành chính công tỉnh Hà Nam. Ảnh: Văn An/Báo Tin"
AREAS = [
    # a story of the whole country that names a province only under a picture, or once
    (
        (
            "Doanh nghiệp mới tăng\nTrong tháng 5, cả nước có 9.800 doanh nghiệp mới, vốn 98.000 tỷ đồng.\n"
            f"{PICTURE} Tính chung 5 tháng có 48.000 doanh nghiệp."
        ),
        "cả nước",
    ),
    (
        "Liên thông dữ liệu khám chữa bệnh\nĐến nay, cả nước có 99% cơ sở khám chữa bệnh nối mạng, Bộ Y tế cho biết. "
        "Trên phạm vi cả nước, Bộ yêu cầu hoàn thành trong quý II. "
        + "Việc nối mạng giúp người bệnh bớt chờ đợi. " * 14
        + "Tỉnh Phú Thọ là nơi làm sớm. Bộ Y tế, Bộ Tài chính và Bảo hiểm xã hội Việt Nam cùng chỉ đạo cả nước.",
        "cả nước",
    ),
    # one of a province though another is named with its kind
    (
        "Kiều hối về nhiều\nHiện có trên 55.000 người Nghệ An ở nước ngoài, mỗi năm gửi về Nghệ An 445 triệu USD. "
        + "Nhiều gia đình xây nhà, mở xưởng. " * 24
        + "Anh Bình quê tỉnh Nam Định kể. Ở Nghệ An nay có 12 làng như vậy.",
        "Nghệ An",
    ),
    # the province that only stands in brackets behind a name
    (
        (
            "Cấp phép nhà máy thép\nChiều 6/2, tại Khu kinh tế Dung Quất (Quảng Ngãi), Ban quản lý trao chứng nhận "
            "cho dự án có vốn 60.000 tỷ đồng."
        ),
        "Quảng Ngãi",
    ),
]


@pytest.mark.parametrize(("text", "area"), AREAS)
def test_whose_story_it_is(text: str, area: str) -> None:
    assert paper(text).document.head.area == area


YEARS = [
    # plans of a year, told in the course of it
    (
        "Sở Xây dựng báo cáo\nNgày 8/2, Sở Xây dựng tỉnh Hà Nam báo cáo kế hoạch thực hiện nhiệm vụ năm 2019.",
        "2019-02-08",
    ),
    ("Khởi công bến xe\nSáng 10/5, tỉnh Hà Nam khởi công bến xe, phải hoàn thành ngay trong năm 2021.", "2021-05-10"),
    # not in the last months, when plans are of the next year
    ("Sở Xây dựng báo cáo\nNgày 8/12, Sở Xây dựng tỉnh Hà Nam báo cáo dự toán và nguồn vốn năm 2019.", None),
    # a year far ahead is none of a day
    ("Hội thảo về giao thông\nNgày 16/6, tỉnh Hà Nam bàn việc cấm xe máy vào năm 2030.", None),
    ("Hội thảo về giao thông\nNgày 16/6, tỉnh Hà Nam bàn kế hoạch đến năm 2030.", None),
]


@pytest.mark.parametrize(("text", "day"), YEARS)
def test_the_year_of_a_day_told_by_plans(text: str, day: str | None) -> None:
    assert paper(text).document.head.event_date == day


ANNEX = (
    "B1. KẾ HOẠCH SẢN XUẤT TOÀN HUYỆN\n"
    "(Kèm theo Quyết định số 136/QĐ-UBND ngày 17 tháng 12 năm 2023 của UBND huyện Lạc Sơn)\n\n"
    "A. TRỒNG TRỌT\nLúa cả năm: 1.663,00 ha\nTổng sản lượng lương thực: 6.418 tấn\n"
    "B2. KẾ HOẠCH THEO ĐỊA BÀN NĂM 2024\n"
    "1. Xã Quý Hòa\n• Sản lượng thóc: 881 tấn\n• Cây ăn quả: 25 ha\n"
    "2. Xã Tân Mỹ\n• Sản lượng thóc: 640 tấn\n"
    "C. CHUNG TOÀN HUYỆN\n• Trồng rừng: 200 ha\n"
)


def test_the_annex_of_a_decision_under_the_title_of_a_plan_is_one() -> None:
    read = paper(ANNEX)
    assert read.document.head.type == "decision"
    assert {(one.role, one.period) for one in read.figures} == {("target", "2024")}


def test_an_item_that_names_a_commune_alone_is_the_place_of_the_items_below() -> None:
    assert [one.area for one in paper(ANNEX).figures] == [
        "Lạc Sơn", "Lạc Sơn", "Quý Hòa", "Quý Hòa", "Tân Mỹ", "Lạc Sơn",
    ]  # fmt: skip


def test_a_title_of_aims_rules_the_list_in_its_line() -> None:
    text = (
        "Các chỉ tiêu kinh tế - xã hội năm 2018 1. Tăng trưởng kinh tế (GRDP) từ 7,5% đến 8%. 2. Kim ngạch xuất khẩu "
        "1.790 triệu USD, tăng 1,19% so ước thực hiện năm 2017. 3. Tổng vốn đầu tư 56.000 tỷ đồng."
    )
    assert {(one.role, one.period) for one in paper(text).figures} == {("target", "2018")}
