"""Stories of the country, of provinces and of communes: which place a story and each of its figures is of."""

from __future__ import annotations

import pytest
from tests.extract.told import NEWS, paper, short

NATION = (
    "Theo Bộ Công Thương, trong 7 tháng, kim ngạch xuất khẩu hạt điều của Việt Nam đạt 2 tỷ USD. Việt Nam vẫn là nguồn"
    " cung lớn. Cả nước hiện có 300 nghìn ha điều.\n\n"
)
STORIES = [
    # a province in passing, under a picture, as where the capital lies or how far another place is
    (f"Hạt điều được giá\n\n{NATION}Giá điều tại Bình Phước tăng 500 đồng/kg.", "cả nước"),
    (f"Hạt điều được giá\n\nThu hoạch điều ở tỉnh Bình Phước. Ảnh: Văn Lâm\n\n{NATION}", "cả nước"),
    (f"Hạt điều được giá\n\nSáng 12/9, tại Hà Nội, Hiệp hội Điều họp bàn. {NATION}", "cả nước"),
    (
        "Trà Vinh là tỉnh ven biển, trung tâm của tỉnh cách TP.HCM 130 km. Năm 2019, Trà Vinh có mức tăng trưởng 14%.",
        "Trà Vinh",
    ),
    # names of persons
    (f"Hạt điều được giá\n\nPhó Thủ tướng Trương Hòa Bình dự hội nghị. {NATION}", "cả nước"),
    (f"Hạt điều được giá\n\nSơ chế hạt điều. Ảnh: Nguyễn Huế.\n\n{NATION}", "cả nước"),
    # nothing but the body of the nation that tells it
    (
        "Giải ngân đạt gần 80% kế hoạch\n\nTổng cục Thống kê cho biết, tháng 11 giải ngân đạt 54 nghìn tỷ đồng.",
        "cả nước",
    ),
    # a province's own
    (
        "Vườn điều\n\nUBND tỉnh Bình Phước họp. Toàn tỉnh có 150 nghìn ha. Cả nước có 300 nghìn ha. Việt Nam đứng đầu.",
        "Bình Phước",
    ),
]


@pytest.mark.parametrize(("text", "area"), STORIES)
def test_the_place_of_a_story(text: str, area: str) -> None:
    assert paper(text).document.head.area == area


COMMUNE = (
    "Tây Ninh: Thạnh Đức đổi mới\n\nNhững năm qua, lãnh đạo xã Thạnh Đức (huyện Gò Dầu) đã huy động mọi nguồn.\n\n"
)
PLACES = [
    (f"{COMMUNE}Đời sống của người dân trong xã khá lên: năm 2018, thu nhập đạt 48 triệu đồng/người.", ["Thạnh Đức"]),
    (f"{COMMUNE}Năm 2018, xã đã xóa 20 nhà tạm. Hộ nghèo còn 1,2%.", ["Thạnh Đức", "Thạnh Đức"]),
    (f"{COMMUNE}Năm 2018, toàn huyện còn 300 hộ nghèo. Toàn tỉnh còn 5.000 hộ nghèo.", ["Gò Dầu", "Tây Ninh"]),
    (f"{COMMUNE}Năm 2018, tỉnh lập bản đồ của 90 xã, phường, thị trấn trên địa bàn.", ["Tây Ninh"]),
    # what a nation buys or invests is told of it, its share of the place
    (
        f"Hạt điều được giá\n\n{NATION}Hoa Kỳ là thị trường lớn nhất, với kim ngạch 500 triệu USD.",
        ["cả nước", "cả nước", "Hoa Kỳ"],
    ),
    (
        f"Vốn ngoại\n\n{NATION}Singapore dẫn đầu với tổng vốn đầu tư 8 tỷ USD, chiếm 31%.",
        ["cả nước", "cả nước", "Singapore", "cả nước"],
    ),
]


@pytest.mark.parametrize(("text", "areas"), PLACES)
def test_the_place_of_a_figure(text: str, areas: list[str]) -> None:
    assert [one.area for one in paper(text).figures] == areas


BUSINESS = "Công ty tôm đón đơn hàng\n\n"
KINDS = [
    # growth of the economy, and of what is named beside the word or before it
    ("Năm 2024, tốc độ tăng lợi nhuận đạt 23%.", BUSINESS, "23% | other:loi_nhuan growth"),
    ("Năm 2024, mức tăng trưởng đạt 15,7%.", BUSINESS, "15,7% | other:muc_tang_truong growth"),
    (
        "Năm 2024, tăng trưởng xuất khẩu tôm bình quân 9%.",
        NEWS,
        "9% | other:tang_truong_xuat_khau_tom_binh_quan growth",
    ),
    ("Năm 2024, kinh tế của tỉnh phục hồi, mức tăng trưởng đạt 9,1%.", NEWS, "9,1% | grdp growth"),
    ("Năm 2023, đơn hàng linh kiện giảm kéo tăng trưởng của tỉnh xuống 2,4%.", BUSINESS, "2,4% | grdp growth"),
    ("Năm 2024, cả nước tăng trưởng 7,1%.", BUSINESS, "7,1% | grdp growth"),
    (
        "Năm 2024, thu ngân sách giảm 8% so với cùng kỳ, trong khi chi ước tăng 14%.",
        NEWS,
        "14% | budget_expenditure growth",
    ),
    # a thing is called by its first words and by no time behind it
    (
        "Xuất khẩu tiêu sang Ấn Độ trong 7 tháng đạt 9 nghìn tấn.",
        NEWS,
        "9 nghìn tấn | other:xuat_khau_tieu_sang_an_do level",
    ),
    # firms as a place has them, and those dealt with
    ("Toàn tỉnh hiện có 15.200 doanh nghiệp.", NEWS, "15.200 doanh nghiệp | enterprises level"),
    ("Năm 2024, Sở đối thoại với 120 doanh nghiệp.", NEWS, "120 doanh nghiệp | other:doanh_nghiep level"),
    ("Năm 2024, có 310 doanh nghiệp tham gia hội chợ.", NEWS, "310 doanh nghiệp | other:doanh_nghiep level"),
    ("Số doanh nghiệp làm thủ tục hải quan là 187 doanh nghiệp.", NEWS, "187 doanh nghiệp | other:doanh_nghiep level"),
    # guests, poor households, capital
    ("Năm 2024, công ty phục vụ 50.000 lượt khách hàng.", NEWS, "50.000 lượt khách | other:luot_khach level"),
    ("Năm 2024, hội trao quà cho 88 hộ nghèo.", NEWS, "88 hộ nghèo | other:ho_ngheo level"),
    ("Năm 2024, tỉnh tạo ra 8.500 việc làm mới.", NEWS, "8.500 việc làm mới | jobs_created level"),
    ("Phấn đấu mỗi năm giảm từ 3-4% hộ nghèo.", NEWS, "từ 3-4% hộ nghèo | poverty_rate change"),
    ("Năm 2024, xuất khẩu đạt 2 tỷ USD, trong đó 3% dành cho hàng thủ công.", NEWS, "3% | other:exports_share level"),
    (
        "Thu nhập bình quân đầu người đạt 27 triệu đồng; tỷ lệ hộ nghèo 4%. Đến năm 2019, đạt 35 triệu đồng/người/năm.",
        NEWS,
        "35 triệu đồng/người/năm | income_per_capita level",
    ),
    ("Hộ nghèo có 3.120 hộ, chiếm 6,2% tổng số hộ.", NEWS, "6,2% tổng số hộ | poverty_rate level"),
    (
        "Khu kinh tế có 65 dự án với tổng vốn đăng ký 16,8 tỷ USD, trong đó có 15 dự án FDI.",
        NEWS,
        "16,8 tỷ USD | other:tong_von_dang_ky level",
    ),
    ("Cả nước thu hút 13 tỷ USD vốn ngoại cam kết, giảm 4,3%.", NEWS, "4,3% | fdi_registered growth"),
]


@pytest.mark.parametrize(("text", "before", "line"), KINDS)
def test_what_a_figure_of_news_is_of(text: str, before: str, line: str) -> None:
    assert line in [one.rsplit(" ", 2)[0] for one in short(text, before)]


ROLES = [
    ("Bằng việc nỗ lực huy động các nguồn, năm 2023 tỷ lệ hộ dùng nước sạch đạt 99%.", "actual"),
    ("Năm 2023, nguồn lực dành cho hộ nghèo tăng lên 120 tỷ đồng.", "actual"),
    ("Tỉnh tiếp tục duy trì 100% xã có điện.", "actual"),
    ("Phấn đấu duy trì 100% xã có điện.", "target"),
    ("Thấp hơn so với dự kiến, mới hỗ trợ 11.000 người.", "actual"),
    ("Nhiều khả năng kim ngạch cả năm 2024 đạt 540 tỷ USD.", "projection"),
    ("Để đạt được kế hoạch 44.700 tỷ đồng, còn nhiều việc phải làm.", "target"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_role_of_a_figure_of_news(text: str, role: str) -> None:
    assert [line.split(" ")[-2] for line in short(text)] == [role]
