"""Which place a figure is said of, where the paper speaks of more than one."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document, Head

SIX_MONTHS = "6 tháng đầu năm 2024"


def areas(text: str, of: str) -> list[str | None]:
    """The areas of the figures of a story about a place."""
    head = Head(title="Tình hình kinh tế", published="2024-07-01", type="news", area=of)
    return [one.area for one in extract(Document(id="t", text=text, sha256="", text_sha256="", head=head)).figures]


OF_A_PROVINCE = [
    # the country beside it, with a time
    ("Quý I, GRDP của tỉnh giảm 3,1% (cả nước quý I +4,48%).", ["Hà Nam", "cả nước"]),
    ("Khả năng hoàn thành kế hoạch của Chính phủ (+6,5%) là khó khăn.", ["cả nước"]),
    ("Dự báo tăng trưởng cả nước được điều chỉnh giảm từ 5,8% xuống còn 5,6%.", ["cả nước", "cả nước"]),
    ("Tăng trưởng kinh tế toàn cầu năm 2024 được hạ từ 3,4% xuống còn 3,1%.", ["thế giới", "thế giới"]),
    (
        "GRDP đạt 6,2%, thấp hơn bình quân của cả nước (7,8%) và kịch bản của tỉnh (7,4%).",
        ["Hà Nam", "cả nước", "Hà Nam"],
    ),
    ("Xuất khẩu của doanh nghiệp tỉnh tại các cửa khẩu trên cả nước đạt 906 triệu USD.", ["Hà Nam"]),
    ("Trong khi cả nước tăng trưởng thấp thì GRDP của tỉnh vẫn tăng 6,9%.", ["Hà Nam"]),
    # a place that was merged, with the word that says so
    ("GRDP của tỉnh Hà Nam cũ tăng 10,9%, của tỉnh Nam Định cũ tăng 10,0%.", ["Hà Nam", "Nam Định"]),
    (
        "Năm 2023, tỉnh Nam Định (cũ) có GRDP tăng 10,2%; tỉnh Hà Nam (trước sáp nhập) tăng 9,4%.",
        ["Nam Định", "Hà Nam"],
    ),
    # several at once
    (
        "Dự toán thu ngân sách năm 2024 của 4 thành phố Hà Nội, Hải Phòng, Đà Nẵng và Cần Thơ là 365.900 tỷ đồng.",
        ["Hà Nội, Hải Phòng, Đà Nẵng và Cần Thơ"],
    ),
    # a part of it, before and behind
    ("Kiến nghị của UBND thành phố Sa Đéc bổ sung 45 tỷ đồng làm đường.", ["Sa Đéc"]),
    ("Bàn giao mặt bằng 86 ha đất rừng đoạn qua xã Bảo Hà.", ["Bảo Hà"]),
    ("Ngân hàng hỗ trợ 3 tỷ đồng xây trường trên địa bàn huyện Châu Thành A.", ["Châu Thành A"]),
    (
        "Đã lập bản đồ ở 3 địa phương của huyện Hoài Ân là xã Ân Thạnh và thị trấn Tăng Bạt Hổ với 13,9 tỷ đồng.",
        ["Hoài Ân"],
    ),
    ("Phường gồm 2 phường Dương Đông, An Thới và 6 xã Dương Tơ, Hàm Ninh.", ["Hà Nam", "Hà Nam"]),
    ("Phường Tam Thắng, TPHCM có diện tích 11,76 km2.", ["Tam Thắng"]),
    # the commune before the district that it lies in, and the one meant by its kind alone
    ("Xã Tân Lập, huyện Mộc Châu có 2.300 hộ.", ["Tân Lập"]),
    ("Xã đảo Hòn Mấu, huyện Kiên Lương có diện tích 13.000 ha.", ["Hòn Mấu"]),
    ("Xã Hòn Mấu ở ngoài khơi. Xã hiện có 1.131 hộ với hơn 4.500 nhân khẩu.", ["Hòn Mấu", "Hòn Mấu"]),
    # regions by the name that the paper gives them: the narrower is not the wider
    ("Năm 2023, Nam Trung Bộ trồng 12.000 ha rừng, Bắc Trung Bộ trồng 9.500 ha.", ["Nam Trung Bộ", "Bắc Trung Bộ"]),
    ("GRDP của vùng Duyên hải Nam Trung Bộ tăng 7,1%.", ["Duyên hải Nam Trung Bộ"]),
    ("Sản lượng cá ngừ của duyên hải miền Trung đạt 21.000 tấn.", ["duyên hải miền Trung"]),
    # places that share something and have no name
    ("Tỷ lệ hộ nghèo giảm 1,2% (riêng các huyện nghèo giảm 4%).", ["Hà Nam", "các huyện nghèo"]),
    ("Tỷ lệ hộ nghèo giảm 2%, các xã đặc biệt khó khăn giảm 5%.", ["Hà Nam", "các xã đặc biệt khó khăn"]),
    (
        "Tỷ lệ hộ nghèo giảm 0,5%; trong đó vùng đồng bào dân tộc thiểu số giảm trên 3%.",
        ["Hà Nam", "vùng đồng bào dân tộc thiểu số"],
    ),
    ("Tỷ lệ hộ nghèo ở các xã miền núi còn 12,5%, toàn tỉnh còn 3,2%.", ["các xã miền núi", "Hà Nam"]),
    ("Đã hỗ trợ các xã đặc biệt khó khăn 350 tỷ đồng.", ["Hà Nam"]),
    ("Hiện có 4 siêu thị (tại thành phố Việt Trì) và xây dựng thêm 16 siêu thị.", ["Việt Trì", "Hà Nam"]),
]


@pytest.mark.parametrize(("text", "found"), OF_A_PROVINCE)
def test_in_a_story_of_a_province(text: str, found: list[str]) -> None:
    assert areas(text, "Hà Nam")[-len(found) :] == found


PROSE = "Một số tỉnh có mức tăng trưởng cao hơn hẳn những năm trước nhờ các dự án lớn đi vào hoạt động."
OF_THE_COUNTRY = [
    ("Vùng Đông Nam Bộ giữ vai trò đầu tàu. Tốc độ tăng GRDP đạt 7,98%.", ["Đông Nam Bộ"]),
    (f"Đứng thứ hai là Khánh Hòa với GRDP {SIX_MONTHS} tăng 12,73%.", ["Khánh Hòa"]),
    (f"Với GRDP {SIX_MONTHS} tăng 11,5%, Thanh Hóa là địa phương phát triển nhanh.", ["Thanh Hóa"]),
    (f"Hà Nam: 10,39%\n\nTổng sản phẩm trong tỉnh (GRDP) {SIX_MONTHS} đạt 26.891 tỷ đồng.", ["Hà Nam", "Hà Nam"]),
    (  # its name on a line of its own
        f"{PROSE}\nHÀ NAM\nKinh tế {SIX_MONTHS} giữ đà tăng trưởng cao. GRDP tăng 10,39%, công nghiệp tăng 13,5%.",
        ["Hà Nam", "Hà Nam"],
    ),
    (  # a cell of a table is no such line
        f"Hà Nam\nGRDP {SIX_MONTHS} của cả nước tăng 6,42%, cao hơn mọi dự báo đưa ra trong những tháng đầu năm nay.",
        ["cả nước"],
    ),
    (f"Hà Nội và Huế đều vui. GRDP {SIX_MONTHS} tăng 6,4%.", ["cả nước"]),
]


@pytest.mark.parametrize(("text", "found"), OF_THE_COUNTRY)
def test_in_a_story_of_the_country(text: str, found: list[str]) -> None:
    assert areas(text, "cả nước")[-len(found) :] == found


OF_A_DISTRICT = [
    ("Huyện thuộc tỉnh Sóc Trăng. Từ đầu năm đến nay tỉnh đã chi 86 tỷ đồng.", ["Sóc Trăng"]),
    ("Huyện thuộc tỉnh Sóc Trăng. Tỷ lệ hộ nghèo năm 2023 của huyện còn 4%.", ["Cù Lao Dung"]),
]


@pytest.mark.parametrize(("text", "found"), OF_A_DISTRICT)
def test_in_a_story_of_a_district(text: str, found: list[str]) -> None:
    assert areas(text, "Cù Lao Dung") == found
