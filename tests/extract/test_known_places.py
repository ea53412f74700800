"""Districts and communes that only the gazetteer knows: the place of a story, and of what is said of its parts."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

from camket import extract
from camket.model.document import Document, Head

STORIES = [
    # the body of a district or commune, or itself, opens the title
    ("Đảng bộ huyện Như Thanh - năm năm nhìn lại\n\nThu nhập bình quân đến năm 2025 đạt 60 triệu đồng.", "Như Thanh"),
    ("Xã Sơn Lang: Những kết quả nổi bật\n\nTỷ lệ hộ nghèo giảm bình quân 9%/năm.", "Sơn Lang"),
    ("Huyện ủy Bá Thước: Tổng kết công tác năm\n\nHộ nghèo còn 9%.", "Bá Thước"),
    ("HUYỆN ỦY THẠCH THÀNH TỔNG KẾT NĂM 2019\n\nNăm 2019, thu nhập bình quân đạt 35 triệu đồng.", "Thạch Thành"),
    ("XÃ SƠN LANG ĐÓN BẰNG CÔNG NHẬN\n\nNăm 2019, thu nhập bình quân đạt 35 triệu đồng.", "Sơn Lang"),
    ("UBND XÃ ĐĂK SMAR\n\nKết quả công tác năm 2020\n\nThu nhập đạt 30 triệu đồng/người.", "Đăk Smar"),
    # a district that its title names without its kind
    ("Phù Mỹ: Xuống giống 7.000 ha lúa\n\nVụ Đông Xuân này, toàn huyện xuống giống 7.000 ha.", "Phù Mỹ"),
    ("Như Thanh xóa nhà tạm\n\nĐến nay, huyện đã xóa 300 nhà.", "Như Thanh"),
    ("Nông thôn mới ở Bạch Thông\n\nĐến nay, huyện có 5 xã đạt chuẩn.", "Bạch Thông"),
    ("Nông thôn mới ở Bạch Thông\n\nTỉnh Bắc Kạn có nhiều xã vùng cao. Bạch Thông có 5 xã đạt chuẩn.", "Bạch Thông"),
    ("Đắc Mil trồng cà phê đặc sản\n\nHiện huyện có 21.000 ha cà phê.", "Đắc Mil"),
    ("Video: Hòa Vang trồng rừng\n\nHuyện Hòa Vang trồng 900 ha. Tỉnh Quảng Nam cũng vậy.", "Hòa Vang"),
    ("Hà Linh vững bước\n\nLà xã của huyện Hương Khê, tỉnh Hà Tĩnh. Xã còn 25% hộ nghèo ở Hà Linh.", "Hà Linh"),
    ("Thu hồi dự án trên địa bàn Cẩm Xuyên\n\nHuyện Cẩm Xuyên có 12 dự án. Tỉnh Hà Tĩnh xem xét.", "Cẩm Xuyên"),
    ("Xã NTM kiểu mẫu\n\nCác xã NTM của tỉnh Hà Tĩnh đạt 19 tiêu chí, xã NTM nâng cao đạt 15.", "Hà Tĩnh"),
    ("Hà Nội: Ba Đình thu ngân sách\n\nQuận Ba Đình thu 300 tỷ đồng.", "Ba Đình"),
    ("Bình Minh là đơn vị cấp huyện đầu tiên của tỉnh đạt chuẩn, với 9 tiêu chí.", "Bình Minh"),
    ("Tây Ninh: Thạnh Đức đổi mới\n\nLãnh đạo xã Thạnh Đức đã huy động 20 tỷ đồng.", "Tây Ninh"),
    # nothing but parts of a province
    ("Mắc ca về vùng biên\n\nHuyện Đắk Mil có 300 ha, huyện Tuy Đức có 900 ha, huyện Đắk Song có 200 ha.", "Đắk Nông"),
    ("Các xã về đích\n\nXã Cát Hải, xã Cát Hưng và xã Cát Trinh đạt 19 tiêu chí.", "Bình Định"),
    ("Về đích\n\nTỉnh ta có 4 xã: Nà Bó (Mai Sơn); Chiềng Ơn (Quỳnh Nhai); Chiềng Khoi (Yên Châu).", "Sơn La"),
    (
        "Dong riềng được giá\n\nTỉnh trồng 400 ha, ở các huyện Na Rì, Ba Bể, Pác Nặm, Ngân Sơn. Huyện Na Rì gặt xong.",
        "Bắc Kạn",
    ),
    # its only district, with communes of it
    ("Gặt lúa\n\nTheo Phòng NN huyện Hoài Ân, huyện gieo 3.633 ha; cao nhất là xã Ân Tường Tây: 75 tạ.", "Hoài Ân"),
    ("Đổi thay\n\nĐường ở xã Hưng Thịnh được làm mới. Thu nhập đạt 50 triệu đồng/người.", "Hưng Thịnh"),
    # but not where more is told of the province, which no word names
    ("Kinh tế tăng trưởng\n\nKinh tế của tỉnh tăng 11%. Hiện nay xã Tuy Lộc đã đạt 19 tiêu chí, 37 xã đạt 10.", None),
    # a city alone, in capitals, and with a person behind it
    ("Phú Quốc đón 176.000 khách\n\nDịp Tết, Phú Quốc đón 176.000 lượt khách, tổng thu 729 tỷ đồng.", "Phú Quốc"),
    (
        "ĐỀ CƯƠNG SẮP XẾP XÃ Ở THÀNH PHỐ PHAN RANG - THÁP CHÀM\n\nĐăng ngày 17-05-2024\n\nTỉnh Ninh Thuận.",
        "Phan Rang - Tháp Chàm",
    ),
    (
        "Ngân sách\n\nChủ tịch HĐND phường Phong Thái Dương Văn Phước nêu: thu 9 tỷ đồng. Phường Phong Thái chi.",
        "Phong Thái",
    ),
    # persons, firms and other things of such a name
    ("Kim Sơn giành huy chương\n\nVận động viên Nguyễn Kim Sơn đạt 95 điểm tại giải của huyện.", None),
    ("Thanh Hà trở lại với phim mới\n\nDiễn viên Thanh Hà cho biết phim có 30 tập.", None),
    ("Quang Trung - người anh hùng áo vải\n\nNăm 1789, vua Quang Trung đại phá 29 vạn quân.", None),
    ("Bình Minh mở nhà máy 300 tỷ đồng\n\nCông ty cổ phần Bình Minh mở nhà máy tại tỉnh Hưng Yên.", "Hưng Yên"),
    ("Tập đoàn Tân Tiến đầu tư 500 tỷ đồng vào Long An\n\nTỉnh Long An cấp phép.", "Long An"),
    ("An Khánh về một nhà\n\nCô dâu An Khánh và chú rể mời 300 khách.", None),
    # a province stands before a district of its name, and before those of its parts
    ("Hòa Bình: Thu ngân sách đạt 5.000 tỷ đồng\n\nToàn tỉnh thu 5.000 tỷ đồng.", "Hòa Bình"),
    ("Giá lúa tăng ở An Giang\n\nHuyện Phú Tân, huyện Chợ Mới có 3.000 ha.", "An Giang"),
    ("Phường Bắc Giang thay áo mới\n\nNgười dân phấn khởi.", None),
    # what is named only to compare
    ("Kinh tế tăng 8,7%\n\nKinh tế năm 2019 tăng 8,7%, cao hơn huyện Lâm Thao.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "area"), STORIES)
def test_the_place_of_a_story(text: str, area: str | None) -> None:
    assert paper(text).document.head.area == area


def areas(text: str, of: str, day: str) -> list[str | None]:
    head = Head(title="Tình hình kinh tế", published=day, type="news", area=of)
    return [one.area for one in extract(Document(id="t", text=text, sha256="", text_sha256="", head=head)).figures]


OF_THANH_HOA = [
    ("Như Thanh đạt 16 tiêu chí. Huyện Như Thanh là huyện miền núi.", ["Như Thanh"]),
    ("Tại Như Thanh, diện tích keo đạt 300 ha.", ["Như Thanh"]),
    ("Diện tích keo ở Như Thanh đạt 300 ha.", ["Như Thanh"]),
    ("Diện tích keo của Như Thanh là 300 ha.", ["Như Thanh"]),
    ("Toàn tỉnh có 900 ha keo, riêng Quan Hóa 400 ha.", ["Thanh Hóa", "Quan Hóa"]),
    (
        "Tỷ lệ hộ nghèo ở các huyện Như Thanh, Quan Hóa, Lang Chánh còn 25%.",
        ["Như Thanh, Quan Hóa, Lang Chánh"],
    ),
    ("Tỷ lệ hộ nghèo ở Như Thanh, Quan Hóa và Lang Chánh còn 25%.", ["Như Thanh, Quan Hóa và Lang Chánh"]),
    ("Trong đó, Quan Hóa 12 xã, Lang Chánh 9 xã, Bá Thước 20 xã.", ["Quan Hóa", "Lang Chánh", "Bá Thước"]),
    (
        "Kế hoạch là 300 ha; các huyện: Hậu Lộc 80 ha, năng suất 53 tạ/ha; Nga Sơn 100 ha.",
        ["Thanh Hóa", "Hậu Lộc", "Hậu Lộc", "Nga Sơn"],
    ),
    (
        "Huyện Bá Thước đạt 72 tạ/ha, kế đến là Cẩm Thủy 68 tạ/ha, thấp nhất là Quan Sơn, chỉ đạt 30 tạ/ha.",
        ["Bá Thước", "Cẩm Thủy", "Quan Sơn"],
    ),
    # what is no place, or no place of the figure
    ("Vận động viên Quảng Xương đạt 95 điểm.", ["Thanh Hóa"]),
    ("Ông Lê Thạch Thành có 3 ha đất.", ["Thanh Hóa"]),
    ("Trường THPT Nga Sơn có 30 lớp.", ["Thanh Hóa"]),
    ("Công ty Hà Trung có 300 lao động.", ["Thanh Hóa"]),
    ("Chị Thọ Xuân có 3 ha đất.", ["Thanh Hóa"]),
    ("Như Thanh đạt 16 xã, toàn tỉnh đạt 300 xã. Huyện Như Thanh dẫn đầu.", ["Như Thanh", "Thanh Hóa"]),
    ("Đường Như Thanh - Quan Hóa dài 30 km.", ["Thanh Hóa"]),
    ("Tại Như Thanh, hội nghị của tỉnh có 300 đại biểu.", ["Thanh Hóa"]),
    ("Ở Krông Pắc có 300 ha cà phê.", ["Thanh Hóa"]),  # of another province
]


@pytest.mark.parametrize(("text", "found"), OF_THANH_HOA)
def test_a_part_of_the_province_without_its_kind(text: str, found: list[str]) -> None:
    assert areas(text, "Thanh Hóa", "2024-07-01") == found


@pytest.mark.parametrize(
    ("text", "of", "day", "found"),
    [
        ("Ở Qui Nhơn có 300 khách sạn.", "Bình Định", "2020-05-02", ["Qui Nhơn"]),
        ("Ở Đắc Mil có 300 ha cà phê.", "Đắk Nông", "2020-05-02", ["Đắc Mil"]),
        # the level that a paper knows on its day
        ("Sơn Lang có 3 trường đạt chuẩn; xã Sơn Lang phấn đấu.", "Gia Lai", "2025-09-01", ["Sơn Lang"]),
        ("Sơn Lang có 3 trường đạt chuẩn; xã Sơn Lang phấn đấu.", "Gia Lai", "2024-09-01", ["Gia Lai"]),
        # the province that the paper does not name
        ("Toàn tỉnh có 9.000 ha lúa.", "Phù Mỹ", "2020-05-02", ["Bình Định"]),
        ("Toàn tỉnh có 9.000 ha lúa.", "Sơn Lang", "2025-09-01", ["Gia Lai"]),
        ("Toàn tỉnh có 9.000 ha lúa.", "Vĩnh Thạnh", "2020-05-02", ["Vĩnh Thạnh"]),
        # a district beside the paper's own, in one province
        ("Năng suất đạt 50 tạ/ha, ở Phù Cát đạt 55 tạ/ha.", "Phù Mỹ", "2020-05-02", ["Phù Mỹ", "Phù Cát"]),
    ],
)
def test_a_part_as_papers_write_it(text: str, of: str, day: str, found: list[str]) -> None:
    assert areas(text, of, day) == found
