"""Who asks and who orders, in frames that news and papers copied without a head use."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

ASKED = [
    (
        "Ngày 12/6/2024, UBND TPHCM kiến nghị sửa quy định về cấp phó; cho phép thành phố tự quyết biên chế.",
        [("UBND TPHCM", "sửa quy định về cấp phó"), ("UBND TPHCM", "cho phép thành phố tự quyết biên chế")],
    ),
    (
        (
            "Hiệp hội Nước mắm Phan Thiết (PTFA) cho biết giá muối tăng.\n\n"
            "PTFA kiến nghị UBND tỉnh dành quỹ đất cho làng nghề."
        ),
        [("PTFA", "dành quỹ đất cho làng nghề")],
    ),
    (
        "Đại diện các sở, ngành, hiệp hội doanh nghiệp đề nghị thành phố công khai quy hoạch.",
        [("các sở, ngành, hiệp hội doanh nghiệp", "công khai quy hoạch")],
    ),
    (
        (
            "Sáng 3/2, Bí thư Tỉnh ủy Bình Dương đối thoại với doanh nghiệp. Ông Trần Văn Hải, Giám đốc Công ty Gỗ Tân "
            'Uyên, nói: "Chi phí kho bãi tăng cao. Chúng tôi mạnh dạn kiến nghị UBND tỉnh giảm tiền thuê đất năm nay".'
        ),
        [("Trần Văn Hải", "giảm tiền thuê đất năm nay")],
    ),
    (
        "Tại hội thảo do Bộ Xây dựng tổ chức, TS Lê Xuân Nghiêm đề xuất lập quỹ tiết kiệm nhà ở.",
        [("Lê Xuân Nghiêm", "lập quỹ tiết kiệm nhà ở")],
    ),
    ("Nhiều cử tri kiến nghị nâng mức phụ cấp cho trưởng thôn.", [("cử tri", "nâng mức phụ cấp cho trưởng thôn")]),
    (
        "Ông Lê Văn Tư, Giám đốc Công ty Thủy sản Minh Long, đề nghị UBND tỉnh cho doanh nghiệp thuê thêm 5 ha đất.",
        [("Lê Văn Tư", "cho doanh nghiệp thuê thêm 5 ha đất")],
    ),
    ("Bộ Tài chính trình Chính phủ phương án bỏ thuế khoán.", [("Bộ Tài chính", "phương án bỏ thuế khoán")]),
    (
        'Đại biểu Lê Hữu Thong đề nghị sửa Điều 8 như sau: "Nơi phát hiện xử lý; nơi nhận báo lại".',
        [("Lê Hữu Thong", 'sửa Điều 8 như sau: "Nơi phát hiện xử lý; nơi nhận báo lại')],
    ),
    (
        "Trung tâm kiến nghị Sở Y tế cấp bổ sung 2.000 liều vắc xin sởi.",
        [("Trung tâm", "cấp bổ sung 2.000 liều vắc xin sởi")],
    ),
    (
        "Trung tâm Quan trắc môi trường tỉnh kiến nghị Ủy ban nhân dân tỉnh bố trí 3 tỷ đồng mua máy đo.",
        [("Trung tâm Quan trắc môi trường tỉnh", "bố trí 3 tỷ đồng mua máy đo")],
    ),
    (
        "Bệnh viện đa khoa tỉnh kiến nghị Sở Y tế tuyển thêm 12 bác sĩ.",
        [("Bệnh viện đa khoa tỉnh", "tuyển thêm 12 bác sĩ")],
    ),
    (
        "Chi cục kiến nghị Sở Nông nghiệp và Môi trường hỗ trợ 200 triệu đồng.",
        [("Chi cục", "hỗ trợ 200 triệu đồng")],
    ),
    (
        "Nhà trường kiến nghị Sở Giáo dục và Đào tạo cấp thêm 20 bộ máy tính.",
        [("Nhà trường", "cấp thêm 20 bộ máy tính")],
    ),
    ("Doanh nghiệp nộp hồ sơ đề nghị gia hạn thuế. Cơ quan điều tra đề nghị truy tố ba bị can.", []),
]

ORDERED = [
    (
        (
            "Tổng Bí thư Nguyễn Phú Trọng làm việc tại tỉnh Hòa Bình. Tổng Bí thư mong muốn Hòa Bình chăm lo đời sống "
            "đồng bào; giữ vững an ninh nông thôn."
        ),
        [("Nguyễn Phú Trọng", "chăm lo đời sống đồng bào"), ("Nguyễn Phú Trọng", "giữ vững an ninh nông thôn")],
    ),
    (
        (
            "UBND tỉnh Bến Tre vừa ban hành Chỉ thị về quản lý cát. Theo đó, các huyện ven sông phải lập chốt "
            "kiểm soát ban đêm. Công an tỉnh mở đợt cao điểm trấn áp cát tặc. Các hộ kinh doanh phải có hóa đơn."
        ),
        [
            ("UBND tỉnh Bến Tre", "lập chốt kiểm soát ban đêm"),
            ("UBND tỉnh Bến Tre", "mở đợt cao điểm trấn áp cát tặc"),
        ],
    ),
    (
        (
            "Kế hoạch phòng, chống rét cho gia súc\nUBND huyện xây dựng kế hoạch phòng, chống rét như sau:\n"
            "I. Mục đích\nHạn chế thiệt hại đàn gia súc.\nII. Tổ chức thực hiện\n"
            "1. Phòng Nông nghiệp và Phát triển nông thôn - cơ quan thường trực:\n- Hướng dẫn các hộ dự trữ rơm rạ.\n"
            "2. UBND các xã, thị trấn:\n- Trực tiếp chỉ đạo các thôn che chắn chuồng trại.\n"
        ),
        [
            ("UBND huyện", "Hướng dẫn các hộ dự trữ rơm rạ"),
            ("UBND huyện", "Trực tiếp chỉ đạo các thôn che chắn chuồng trại"),
        ],
    ),
    (
        (
            "UBND tỉnh Thái Bình giao Sở Công Thương rà soát cụm công nghiệp. Trên cơ sở đó chủ trì, phối hợp với các "
            "sở, UBND các huyện trả lời kiến nghị của doanh nghiệp."
        ),
        [
            ("UBND tỉnh Thái Bình", "rà soát cụm công nghiệp"),
            (
                "UBND tỉnh Thái Bình",
                "chủ trì, phối hợp với các sở, UBND các huyện trả lời kiến nghị của doanh nghiệp",
            ),
        ],
    ),
    ("Thứ trưởng Bộ Công Thương Lê Văn Tân cho rằng, doanh nghiệp phải chờ 30 ngày mới thông quan.", []),
    ("Trung Quốc yêu cầu doanh nghiệp nước ngoài phải đăng ký trước.", []),
]


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_who_asks_what(text: str, asked: list[tuple[str, str]]) -> None:
    assert [(one.proposer, one.quote) for one in paper(f"{text}\n").proposals] == asked


@pytest.mark.parametrize(("text", "ordered"), ORDERED)
def test_who_orders_what(text: str, ordered: list[tuple[str, str]]) -> None:
    assert [(one.issuer, one.quote) for one in paper(f"{text}\n").directives] == ordered


def test_a_paper_has_the_day_on_which_it_is_said_to_be_issued() -> None:
    (cited,) = paper("Ngày 3/11/2023, Sở Y tế có Công văn số 705/SYT-NV gửi các bệnh viện.\n").references
    assert (cited.number, cited.date) == ("705/SYT-NV", "2023-11-03")


def test_an_office_before_a_colon_is_of_all_whom_semicolons_part() -> None:
    found = paper(
        "Dự họp có các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Lê Văn An, Trưởng Ban Dân vận Tỉnh ủy; Phạm Thị Bình; "
        "Trần Công Chinh, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy.\n"
    ).people
    members = [one.name for one in found if one.position == "Ủy viên Ban Thường vụ Tỉnh ủy"]
    assert members == ["Lê Văn An", "Phạm Thị Bình", "Trần Công Chinh"]
