"""Heads of texts copied from web pages: what the page sets above them, and stories of districts and communes."""

from __future__ import annotations

import pytest
from tests.extract.test_head import BODY, head_of

TITLE = "Chợ Đồn gỡ vướng cho hợp tác xã"


@pytest.mark.parametrize(
    "above",
    [
        "Logo\nĐăng ký|Đăng nhập\n",
        "Vững bước trên đường mới\nLogo\nĐăng ký ấn phẩm | Đăng nhập\n",
        "Skip to main content\n",
        "Truy cập nội dung luôn\n|\n",
        "Truyền hình Chợ Đồn\n",
        "CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN CHỢ ĐỒN\n",
        "Nông thôn mới\nNông thôn mới\n",
        "Tất cả chuyên mục\n",
        "Xây dựng nông thôn mới\n",
        "anh-bia.jpg\nQuang cảnh hội nghị. Ảnh: Mai Hoa\n",
    ],
)
def test_what_a_page_sets_above_the_title(above: str) -> None:
    assert head_of(f"{above}\n{TITLE}\n{BODY}")[0].title == TITLE


@pytest.mark.parametrize(
    "above", ["Toàn cảnh kỳ họp.\n", "Các đại biểu dự hội nghị.\n", ".jpg)\nQuang cảnh buổi lễ - Ảnh: Văn Lâm\n"]
)
def test_a_caption_is_no_title(above: str) -> None:
    assert head_of(above + BODY)[0].title is None


def test_a_long_line_that_is_printed_twice_is_the_title() -> None:
    title = "15 chỉ tiêu phát triển kinh tế - xã hội của tỉnh được thông qua ra sao?"
    assert head_of(f"# {title}\n\n**{title}**\n\n{BODY}")[0].title == title


def test_the_day_of_the_visit_stands_above_that_of_the_story() -> None:
    page = f"Thứ tư, ngày 24 tháng 4 năm 2024\nThứ ba, ngày 24 tháng 1 năm 2023 | 10:31\n{TITLE}\n{BODY}"
    assert head_of(page)[0].published == "2023-01-24"


CARD = "".join(
    f"{label}\n|\n{value}\n|\n"
    for label, value in (
        ("Thuộc tính Quyết định", ""), ("Số hiệu:", "88/QĐ-UBND"), ("Loại văn bản:", "Quyết định"),
        ("Nơi ban hành:", "Tỉnh Sơn La"), ("Người ký:", "Lò Văn Minh"), ("Ngày ban hành:", "20/03/2024"),
        ("Ngày hiệu lực:", "Đã biết"), ("Ngày công báo:", "Đang cập nhật"), ("Số công báo:", "Đang cập nhật"),
        ("Tình trạng:", "Đã biết"),
    )
)  # fmt: skip


def test_a_letterhead_far_below_the_card_of_a_portal() -> None:
    head, _ = head_of(
        f"{CARD}ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n-------\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n---------------\n|\nSố: 88/QĐ-UBND\n|\nSơn La,\nngày 20 tháng 3 năm 2024\n|\n"
        "QUYẾT ĐỊNH\nVỀ VIỆC GIAO CHỈ TIÊU TRỒNG RỪNG NĂM 2024\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n"
        "Căn cứ Luật Lâm nghiệp số 16/2017/QH14;\n"
    )
    assert (head.title, head.type) == ("Quyết định về việc giao chỉ tiêu trồng rừng năm 2024", "decision")
    assert (head.number, head.date, head.area) == ("88/QĐ-UBND", "2024-03-20", "Sơn La")


def test_a_place_that_the_edge_of_a_line_parts() -> None:
    head, _ = head_of(
        "VĂN PHÒNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/TB-VPCP\nHà Nội,\nngày 5 tháng 3 năm 2024\n"
        "THÔNG BÁO\nKẾT LUẬN CỦA PHÓ THỦ TƯỚNG TẠI BUỔI LÀM VIỆC VỚI THÀNH\nPHỐ ĐÀ NẴNG VỀ BỘ MÁY CỦA CHÍNH QUYỀN\n"
        "Ngày 1 tháng 3 năm 2024, Phó Thủ tướng làm việc với thành phố.\n"
    )
    assert (head.date, head.area) == ("2024-03-05", "Đà Nẵng")
    assert head.title is not None
    assert head.title.endswith("với thành phố Đà Nẵng về bộ máy của chính quyền")


def test_a_report_with_nothing_but_its_office_above() -> None:
    head, _ = head_of(
        "CỤC THỐNG KÊ TỈNH SƠN LA\n\nBÁO CÁO\nTình hình kinh tế tháng 7 năm 2024\n\nI. CÔNG NGHIỆP\nIIP tăng 2%."
    )
    assert (head.title, head.type) == ("Báo cáo tình hình kinh tế tháng 7 năm 2024", "report")
    assert (head.area, head.source_kind) == ("Sơn La", "statistics")


@pytest.mark.parametrize(
    ("title", "lead", "area"),
    [
        ("Chợ Mới phấn đấu về đích", "Sáng 26/12, HĐND huyện Chợ Mới khóa XX khai mạc kỳ họp.", "Chợ Mới"),
        ("Bình Liêu là điểm sáng của tỉnh Quảng Ninh", "Năm qua, huyện Bình Liêu thu hút khách.", "Bình Liêu"),
        ("Họp mặt đầu xuân", "Huyện ủy - HĐND - UBND - Ủy ban MTTQ Việt Nam huyện Đak Pơ tổ chức họp mặt.", "Đak Pơ"),
        ("Thông qua bốn nghị quyết", "Chiều 12-8, HĐND xã Hồ Tràm (TPHCM) khóa I họp kỳ thứ Ba.", "Hồ Tràm"),
        ("Học tập nghị quyết", "Sáng 17/9, Đảng ủy phường Đồng Nguyên tổ chức hội nghị.", "Đồng Nguyên"),
        ("Kỷ luật hai cán bộ Huyện ủy Mang Yang", "Huyện ủy Mang Yang (Gia Lai) vừa họp.", "Mang Yang"),
        ("Hà Tĩnh: Huyện Vũ Quang dẫn đầu", "Huyện Vũ Quang trồng 200 ha cam.", "Vũ Quang"),
        (
            "Kết quả kỳ họp",
            "Đại biểu nghe báo cáo.\nHuyện Nông Sơn thu 120 tỷ đồng. Huyện Nông Sơn còn nghèo.",
            "Nông Sơn",
        ),
        ("Hà Nội xử lý rác tồn đọng", "Bí thư Thành ủy làm việc với lãnh đạo huyện Phúc Thọ.", "Hà Nội"),
        ("Đà Nẵng điều động cán bộ", "Ông A làm Bí thư Quận ủy Thanh Khê nhiệm kỳ 2015-2020.", "Đà Nẵng"),
        ("HĐND các huyện họp", "HĐND các huyện Nam Đàn, Hưng Nguyên họp tại tỉnh Nghệ An.", "Nghệ An"),
        ("Truyền hình Đại Lộc\nUBND huyện đánh giá chín tháng", "UBND huyện họp.", "Đại Lộc"),
        (
            "Sáu địa phương tăng hai con số",
            "Có 6 địa phương gồm: Hải Phòng (11%), Bắc Ninh (10%), Phú Thọ (10%).",
            "cả nước",
        ),
        ("37 người tái cử bí thư các tỉnh", "Bắc Giang, Lào Cai, Phú Yên và TP HCM có tỷ lệ nữ cao.", "cả nước"),
        ("Thu ngân sách vượt", "GDP tăng 6%; Bắc Giang, Khánh Hòa, Thanh Hóa dẫn đầu cả nước.", "cả nước"),
        ("Hội nghị Thành ủy", "Kinh tế thành phố tăng 9%, đứng thứ 9 cả nước; Bí thư Thành ủy Lê An chủ trì.", None),
        ("Khách sạn lớn nhất Việt Nam", "Khách đến đặc khu Cô Tô tăng. Đặc khu Cô Tô có cảng mới.", "Cô Tô"),
        (
            "7 tháng chưa bầu đủ",
            "Theo Pháp Luật TP.HCM, HĐND huyện Ba Chẽ, Quảng Ninh (nhiệm kỳ 2016-2021) thiếu người.",
            "Ba Chẽ",
        ),
        (
            "Cần xem lại việc mở rộng đường vành đai",
            "Chủ tịch UBND thành phố Hà Nội nói.\nÔng dự tiếp xúc cử tri quận Hoàn Kiếm.",
            "Hà Nội",
        ),
        ("Các chỉ tiêu chủ yếu", "Tốc độ tăng GDP: 9,7%. Tổng sản phẩm trong tỉnh bình quân: 1.700 USD.", None),
        ("Mỗi ngày quận 1 TP HCM thu 16,5 tỷ đồng", "Quận 1 được giao thu 4.500 tỷ đồng.", "Quận 1"),
        ("Đảng ủy xã Tứ Cường, Hải Dương: Một năm nhìn lại", "Xã Tứ Cường thu 145 tỷ đồng.", "Tứ Cường"),
        ("14 xã họp kỳ thứ nhất", "HĐND xã Cao Sơn, nhiệm kỳ 2021 - 2026 khai mạc.", None),
        ("Họp chuẩn bị kỳ họp", "HĐND huyện họp sau bầu cử đại biểu Quốc hội và HĐND các cấp.", None),
        ("Vụ học sinh đánh nhau", "Học sinh Trường THPT Hòa Bình đã xin lỗi.", None),
        ("Thu ngân sách sáu tháng", "Thu đạt 60% dự toán Trung ương giao, 58% dự toán HĐND tỉnh giao.", None),
    ],
)
def test_area_of_a_story(title: str, lead: str, area: str | None) -> None:
    assert head_of(f"{title}\n{lead}")[0].area == area


@pytest.mark.parametrize(
    ("lead", "event_date"),
    [
        ("Sáng 18/4, huyện kỷ niệm ngày giải phóng (19/4/1972 - 19/4/2025).", "2025-04-18"),
        ("Sáng 13/12, xã dâng hương các liệt sĩ (13/12/1940 - 13/12/2018).", "2018-12-13"),
        ("Tối 20/9, Liên hoan văn nghệ huyện lần thứ 9 năm 2022 đã chính thức khai mạc.", "2022-09-20"),
        ("Chiều 1/6, Thường trực họp; kỳ họp dự kiến tổ chức ngày 16/7/2021.", "2021-06-01"),
        ("Ngày 14/7, Huyện ủy họp, bàn nhiệm vụ 6 tháng cuối năm 2020.", "2020-07-14"),
        ("Ngày 25/12, UBND xã họp, bàn nhiệm vụ quý I năm 2025.", "2024-12-25"),
        ("Sáng 17/9, phường quán triệt Nghị quyết Đại hội Đảng bộ lần thứ I (nhiệm kỳ 2025 - 2030).", "2025-09-17"),
        ("Sáng 17/2, phường quán triệt Nghị quyết Đại hội Đảng bộ lần thứ I (nhiệm kỳ 2025 - 2030).", None),
    ],
)
def test_year_of_a_day(lead: str, event_date: str | None) -> None:
    assert head_of(f"Tin trong huyện\n{lead}")[0].event_date == event_date


def test_a_conference_centre_is_no_conference() -> None:
    assert head_of("Tin trong tỉnh\nĐoàn dâng hoa tại Trung tâm Hội nghị tỉnh.")[0].event == "other"


def test_people_who_work_somewhere_hold_no_session() -> None:
    assert (
        head_of("Tin trong tỉnh\nTỉnh cho phép người nước ngoài làm việc tại các nhà máy trở lại.")[0].event == "other"
    )


@pytest.mark.parametrize("title", ["LUẬT ĐÊ ĐIỀU SỐ 17/2033/QH18", "Luật Đê điều số 17/2033/QH18"])
def test_the_title_of_the_page_above_a_letterhead_is_no_body(title: str) -> None:
    head, _ = head_of(
        f"Hiển thị chi tiết\n{title}\nChưa có hiệu lực\nNgày có hiệu lực: 01/07/2034\nQUỐC HỘI\nLuật số: 17/2033/QH18\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLUẬT\nĐÊ ĐIỀU\n"
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nĐiều 1. Luật này quy định về đê.\n"
    )
    assert (head.issuer, head.number) == ("Quốc hội", "17/2033/QH18")
