"""What a figure is of and where: parts, places behind a thing, works in passing, first places, counts by class."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

STORY = "UBND tỉnh Hòa Bình họp báo về kinh tế - xã hội của tỉnh Hòa Bình.\n\n"
OF_WHAT = [
    # peoples, places and ways of schooling are no people of the place
    ("Toàn tỉnh có 700.000 dân với 7 dân tộc anh em.", ["population", "other:dan_toc_anh_em"]),
    (
        "Dân số 900.000 người. Tỉnh có 10 đơn vị gồm 1 thành phố, 9 huyện.",
        ["population", None, "other:thanh_pho", None],
    ),
    ("Tỷ lệ học sinh học 2 buổi/ngày đạt 82%.", ["other:ty_le_hoc_sinh_hoc"]),
    # a share is of what takes it
    ("Số người trong tuổi lao động chiếm 61% tổng dân số.", [None]),
    ("Hàng không chịu thuế chiếm tỷ trọng lớn (70%) trong xuất khẩu.", [None]),
    ("Kim ngạch xuất khẩu có thuế (chiếm 20% tổng kim ngạch xuất khẩu) đạt 2 tỷ USD.", [None, None]),
    ("Chiến lược phát triển kinh tế - xã hội nêu rõ tỷ lệ nhà kiên cố đạt 75%.", [None]),
    # a part stays a part further on
    ("Xuất khẩu chè sang Đức đạt 9 triệu USD (chiếm 4% thị phần, tăng 12%).", [None, None, None]),
    ("Kim ngạch xuất khẩu đạt 3 tỷ USD. Cụ thể, Hàn Quốc đạt 900 triệu USD, tăng 4%.", ["exports", None, None]),
    ("Tỉnh xuất khẩu 30.000 tấn chè, đạt 45 triệu USD.", [None, None]),
    ("Nhập khẩu hàng hóa của nước ta từ Thái Lan giảm 6%.", [None]),
    ("Mặt hàng nhập khẩu tăng 17%.", [None]),
    ("Các xã khu vực III được hỗ trợ 80%.", [None]),
    ("Công nhân trong ngành công nghiệp chiếm 64%.", [None]),
    # words of degree behind a rise are not what rises
    ("Số xã có chợ tăng ấn tượng 18%, số hồ sơ tăng vượt bậc 22%.", [None, "other:so_ho_so"]),
    ("Kinh tế khá lên. Số lượng hộ kinh doanh có mức tăng lên tới 20%.", ["other:so_luong_ho_kinh_doanh"]),
    (
        "Đã xử lý 60 vụ, phạt 700 triệu đồng (về số vụ giảm 25%, về tiền phạt giảm 60%).",
        [None, None, "other:so_vu", None],
    ),
    ("Hàng xuất khẩu, nhập khẩu thông quan nhanh, số lượng tờ khai tăng 7%.", [None]),
    ("Hồ sơ nộp qua dịch vụ công trực tuyến tăng 12%.", [None]),
    # what both kinds of investors brought is not what those from abroad did
    (
        "Tỉnh có 30 dự án, gồm 24 dự án trong nước và 6 dự án FDI. So với cùng kỳ, tổng vốn đăng ký tăng 40%.",
        [None, None, "fdi_projects", None],
    ),
    ("FDI khởi sắc. Tháng này có dự án Nhà máy điện khí với tổng vốn đầu tư 4 tỷ USD.", [None]),
    # wordings of indicators
    ("Mô hình tạo việc làm cho 12 lao động, cơ sở giải quyết việc làm cho 30 người.", ["jobs_created", "jobs_created"]),
    ("Có 95% người dân, doanh nghiệp hài lòng về giải quyết thủ tục hành chính.", ["sipas"]),
    ("Đến nay, tỉnh có 40 xã đạt 19 tiêu chí được công nhận nông thôn mới.", ["new_rural_communes"]),
    ("Huyện có 5 xã đạt chuẩn, 2 xã đạt 19 tiêu chí.", ["new_rural_communes", None]),
    ("Sản xuất nông, lâm, thủy sản tăng 3,5%.", ["agricultural_output"]),
    ("Xã đảo có diện tích 2.300 ha.", ["area_size"]),
]


@pytest.mark.parametrize(("text", "indicators"), OF_WHAT)
def test_what_a_figure_is_of(text: str, indicators: list[str | None]) -> None:
    """None stands for anything that has no name in the catalogue of the guide."""
    found = [one.indicator for one in paper(STORY + text).figures]
    assert len(found) == len(indicators)
    for indicator, wanted in zip(found, indicators, strict=True):
        assert indicator == wanted or (wanted is None and indicator.startswith("other:"))


MEASURES = [
    ("Kim ngạch xuất khẩu đạt 3 tỷ USD, cao nhất vùng Tây Bắc.", ["level", "rank"]),
    ("Tỷ lệ hộ nghèo của tỉnh thấp nhất nước.", ["rank"]),
    ("Hòa Bình là một trong các tỉnh có tỷ lệ hộ nghèo cao nhất cả nước.", []),
    ("Tỉnh khởi công thêm 3 công trình, bổ sung chương trình mục tiêu thêm 5 tỷ đồng.", ["level", "level"]),
    ("Nghị quyết Hội nghị Trung ương 6 khóa X nêu rõ.", []),
    ("Có 300 người hưởng chế độ 1 lần.", ["level"]),
    ("Không còn người có thu nhập dưới 4 triệu đồng/năm.", []),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_what_is_measured(text: str, measures: list[str]) -> None:
    assert [one.measure for one in paper(STORY + text).figures] == measures


NATION = "Theo Bộ Công Thương, cả nước có 300 nhà máy. Việt Nam đứng đầu. Cả nước dùng 5 triệu tấn.\n\n"
PLACES = [
    (STORY + "Hòa Bình cách Hà Nội 76 km, gồm có 3 cảng.", ["Hòa Bình", "Hòa Bình"]),
    (STORY + "Tỷ lệ hộ nghèo của cả nước năm 1998 là 37%; năm 2002 còn 29%.", ["cả nước", "cả nước"]),
    (STORY + "Cả nước hiện có 3 triệu hộ nghèo, chiếm 21% số hộ.", ["cả nước", "cả nước"]),
    (STORY + "Tỉnh lập dự án gồm cầu Lê Lợi và đoạn đường dài 36 km, rộng 20 ha.", ["Hòa Bình", "Hòa Bình"]),
    (NATION + "Đặc biệt, tại TP HCM, tỷ lệ này chiếm 68%.", ["cả nước", "cả nước", "TP HCM"]),
    (NATION + "Riêng tại Bình Phước đã trồng mới 1.200 ha.", ["cả nước", "cả nước", "Bình Phước"]),
    (NATION + "Ngoài ra, tỉnh Bình Thuận đã triển khai 20 chợ.", ["cả nước", "cả nước", "Bình Thuận"]),
    # who counts the whole country, whatever is counted, up to the end of the paragraph
    (
        STORY + "Theo Tổng cục Thống kê, tổng mức bán lẻ hàng hóa tháng 4/2017 đạt 317.500 tỷ đồng.\n"
        "Thu ngân sách tháng 4 đạt 300 tỷ đồng.",
        ["cả nước", "Hòa Bình"],
    ),
    (STORY + "Theo Tổng cục Thống kê, dân số của tỉnh năm 2017 là 840.000 người.", ["Hòa Bình"]),
    ("Nghị quyết về kinh tế năm 2020\n\nPhuthoPortal - Năm 2019, toàn tỉnh trồng 300 ha rừng.", ["Phú Thọ"]),
    ("Thu hút nhiều dự án\n\n(BĐ) - Đến ngày 17.4, tỉnh đã thu hút thêm 36 dự án mới.", ["Bình Định"]),
]


@pytest.mark.parametrize(("text", "areas"), PLACES)
def test_where_a_figure_is_of(text: str, areas: list[str]) -> None:
    assert [one.area for one in paper(text).figures] == areas


TALLIES = [
    ("Trong tổng số 40 dự án mới, có 25 dự án thuộc lĩnh vực công nghiệp; 9 dự án thuộc lĩnh vực dịch vụ.", []),
    ("Tỉnh có 40 dự án, trong đó có 30 dự án trong nước, 10 dự án FDI.", []),
    ("Xã có 6 dự án, trong đó 3 dự án đã hoàn thành; ngoài ra còn có 4 dự án khác đang thi công.", [(3, 6)]),
    ("Trong 12 công trình được giao, có 5 công trình thuộc nhóm B chậm tiến độ.", [(5, 12)]),
    (
        "Tỉnh nhận 20 kiến nghị, đã trả lời 15 kiến nghị, còn 5 kiến nghị thuộc lĩnh vực đất đai đang xem xét.",
        [(15, 20), (5, 20)],
    ),
]


@pytest.mark.parametrize(("text", "counts"), TALLIES)
def test_counts_by_class_are_no_tallies(text: str, counts: list[tuple[int, int]]) -> None:
    assert [(one.done, one.total) for one in paper(STORY + text).tallies] == counts


NAMES = [
    ("Năm 2024, nông dân Cần Giuộc trồng 300 ha rau.", "nông dân Cần Giuộc trồng"),
    ("Năm 2024, nông dân Như Xuân trồng 400 ha quế.", "nông dân Như Xuân trồng"),
    ("Năm 2024, hộ dân ở xã Mới Hòa trồng 3 ha sắn.", "xã Mới Hòa trồng"),
    ("Năm 2024, nông dân cần trồng thêm 300 ha rau.", "trồng thêm"),
    ("Từ Hà Nội bán 3 tấn chè năm 2023.", "Hà Nội bán"),
]


@pytest.mark.parametrize(("text", "words"), NAMES)
def test_a_word_of_a_name_ends_no_phrase(text: str, words: str) -> None:
    assert paper(text).figures[0].indicator_text == words
