"""Heads and feet of papers copied from web pages, which run lines together, break them or leave the lines of tables."""

from __future__ import annotations

import pytest
from tests.extract.test_head import head_of

from camket.extract.head.issuer import issuer_of
from camket.extract.head.names import body_by_letters

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"


LETTER = (
    f"Công văn 412/BCT-KH\nBỘ CÔNG THƯƠNG ------- {STATE} -------\nSố: 412/BCT-KH V/v báo cáo tiến "
    "độ cụm công nghiệp Hà Nội, ngày 06 tháng 3 năm 2024 Kính gửi: Sở Công Thương các tỉnh. Bộ "
    "Công Thương đề nghị báo cáo trước ngày 20 tháng 3 năm 2024."
)
DIRECTIVE = (
    f"Chỉ thị 9/CT-UBND\nỦY BAN NHÂN DÂN TỈNH BẮC NINH -------\n{STATE} ------\nSố:\n9/CT-UBND Bắc "
    "Ninh, ngày 15 tháng 7 năm 2019 CHỈ THỊ VỀ TIẾT KIỆM ĐIỆN Ngày 02 tháng 4 năm 2018 tỉnh đã "
    "có kế hoạch tiết kiệm."
)
CIRCULAR = (
    f"Thông tư 3/2022 do Bộ Y tế ban hành. BỘ Y TẾ --------\n{STATE} -------\nThông tư số:\n"
    "3/2022/TT-BYT\nHà Nội, ngày 01 tháng 8 năm 2022 THÔNG TƯ VỀ HỒ SƠ SỨC KHỎE\nCăn cứ Luật Khám "
    "bệnh, chữa bệnh;"
)
TWO_BODIES = (
    f"BỘ TÀI CHÍNH TỔNG CỤC THUẾ ------- {STATE} -------\nSố: 77/TCT-KK V/v khai thuế\nHà Nội, ngày "
    "8 tháng 9 năm 2021 Kính gửi: Cục Thuế các tỉnh.\nTổng cục Thuế trả lời như sau."
)
BROKEN = (
    "HỘI ĐỒNG\nNHÂN DÂN\nTỈNH BẮC NINH\n--------\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự "
    "do - Hạnh phúc\n-----\n|\nSố:\n21/NQ-HĐND\n|\nBắc Ninh, ngày\n09 tháng 12 năm 2022\n|\nNGHỊ QUYẾT\nVỀ "
    "DỰ TOÁN\n"
)
BARS = (
    "VĂN PHÒNG CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 318/VPCP-NN | Hà Nội, ngày "
    "19 tháng 5 năm 2022 |\nKính gửi: Bộ Xây dựng.\nVăn phòng Chính phủ thông báo để Bộ biết.\n| "
    "KT. BỘ TRƯỞNG, CHỦ NHIỆM |\n"
)
CODE = (
    "QUỐC HỘI\n--------\nBộ luật số: 8/2031/QH17\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự "
    "do - Hạnh phúc\nHà Nội, ngày 20 tháng 6 năm 2031\nBỘ LUẬT\nHÀNG HẢI\nQuốc hội ban hành Bộ luật "
    "Hàng hải.\n"
)
JOINT = (
    "BỘ Y TẾ - BỘ CÔNG THƯƠNG -\nBỘ TÀI CHÍNH - BỘ TƯ PHÁP\nSố: 5/2014/TTLT-BYT-BCT-BTC-BTP\nCỘNG "
    "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 2 tháng 6 năm 2014\nTHÔNG TƯ LIÊN TỊCH\nVỀ AN TOÀN "
    "THỰC PHẨM\nCăn cứ Luật An toàn thực phẩm;\n"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LETTER, ("letter", "412/BCT-KH", "2024-03-06", "Bộ Công Thương")),
        (DIRECTIVE, ("other", "9/CT-UBND", "2019-07-15", "Ủy ban nhân dân tỉnh Bắc Ninh")),
        (CIRCULAR, ("other", "3/2022/TT-BYT", "2022-08-01", "Bộ Y tế")),
        (TWO_BODIES, ("letter", "77/TCT-KK", "2021-09-08", "Tổng cục Thuế")),
        (BROKEN, ("resolution", "21/NQ-HĐND", "2022-12-09", "Hội đồng nhân dân tỉnh Bắc Ninh")),
        (BARS, ("letter", "318/VPCP-NN", "2022-05-19", "Văn phòng Chính phủ")),
        (CODE, ("other", "8/2031/QH17", "2031-06-20", "Quốc hội")),
        (
            JOINT,
            (
                "other",
                "5/2014/TTLT-BYT-BCT-BTC-BTP",
                "2014-06-02",
                "Bộ Y tế - Bộ Công Thương - Bộ Tài chính - Bộ Tư pháp",
            ),
        ),
    ],
)
def test_number_day_and_issuer_of_a_copied_head(text: str, said: tuple[str, str, str, str]) -> None:
    head, _ = head_of(text)
    assert (head.type, head.number, head.date, head.issuer) == said


MISREAD = [  # what a recogniser reads of the left and of the right column, who issues the paper
    ("UBND TỈNH BẮC NINH\nSƠ TÀI CHINH", STATE, "Sở Tài chính tỉnh Bắc Ninh"),
    (
        "ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\n+ ` VIỆT NAM\nXÃ ĐẠI ĐỒNG",
        "Độc lập - Tự do - Hạnh phúc",
        "Ủy ban nhân dân xã Đại Đồng",
    ),
    ("HỘI NÔNG DÂN\nVIỆT NAM", STATE, "Hội Nông dân Việt Nam"),
    ("ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH", STATE, "Ủy ban nhân dân tỉnh Bắc Ninh"),
]


@pytest.mark.parametrize(("left", "right", "issuer"), MISREAD)
def test_who_issues_a_paper_that_a_recogniser_has_read(left: str, right: str, issuer: str) -> None:
    head, _ = head_of(f"{left}\nSố: 12/BC-VP\n{right}\nBắc Ninh, ngày 05 tháng 3 năm 2025\nBÁO CÁO\nTình hình\n")
    assert head.issuer == issuer


PARTED = [  # the left column, the right one below the motto
    ("Số: 12/BC-UBND\nBắc Ninh,", "Độc lập - Tự do - Hạnh phúc ngày 05 tháng 3 năm 2025"),
    ("Số: 12/BC-UBND\nBắc Ninh, ngày 05", "Độc lập - Tự do - Hạnh phúc\ntháng 3 năm 2025"),
    ("Số: 12/BC-UBND\nBắc Ninh, ngày", "Độc lập - Tự do - Hạnh phúc\n05 tháng 3 năm 2025"),
    ("Số: 12/BC-UBND", "Độc lập - Tự do - Hạnh phúc\nBắc Ninh, ngày\n05\ntháng 3 năm 2025"),
    ("Số: 12/BC-\nUBND", "Độc lập - Tự do - Hạnh phúc\nBắc Ninh, ngày 05 tháng 3\nnăm 2025"),
    ("Số: 12/\nBC-UBND", "Độc lập - Tự do - Hạnh phúc\nBắc Ninh,\nngày 05 tháng 3 năm 2025"),
]


@pytest.mark.parametrize(("left", "right"), PARTED)
def test_number_and_day_set_over_cells_or_columns(left: str, right: str) -> None:
    head, _ = head_of(
        f"ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\n{left}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{right}\nBÁO CÁO\n"
        "Tình hình tháng 02 năm 2025\nThu ngân sách nhà nước đạt 3.120 tỷ đồng.\n"
    )
    assert (head.type, head.number, head.date) == ("report", "12/BC-UBND", "2025-03-05")
    assert head.issuer == "Ủy ban nhân dân tỉnh Bắc Ninh"


@pytest.mark.parametrize(
    ("place", "below", "issuer"),
    [
        ("Nghệ An", "HỘI ĐỒNG NHÂN DÂN TỈNH NGHỆ AN KHÓA XVI, KỲ HỌP THỨ 2", "Hội đồng nhân dân tỉnh Nghệ An"),
        ("Bến Tre", "Căn cứ Luật Tổ chức chính quyền địa phương;", "Hội đồng nhân dân tỉnh Bến Tre"),
        ("Tp. Hồ Chí Minh", "Căn cứ Luật Ngân sách nhà nước;", "Hội đồng nhân dân thành phố Hồ Chí Minh"),
        ("Vân Canh", "Căn cứ Luật Ngân sách nhà nước;", "Hội đồng nhân dân"),
    ],
)
def test_a_body_that_does_not_say_whose_it_is(place: str, below: str, issuer: str) -> None:
    head, _ = head_of(
        "HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        f"Số: 19/NQ-HĐND | {place}, ngày 29 tháng 7 năm 2011 |\nNGHỊ QUYẾT\nVỀ NHIỆM VỤ 6 THÁNG CUỐI NĂM\n{below}\n"
    )
    assert head.issuer == issuer
    assert head.title == "Nghị quyết về nhiệm vụ 6 tháng cuối năm"


def test_a_hospital_of_the_province_that_stands_before_the_day() -> None:
    head, _ = head_of(
        "SỞ Y TẾ\nBỆNH VIỆN ĐA KHOA TỈNH\nSố: 12/QĐ-BV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nHải Dương, ngày 05 tháng 3 năm 2018\nQUYẾT ĐỊNH\nVề việc cử viên chức đi học\n"
    )
    assert head.issuer == "Bệnh viện Đa khoa tỉnh Hải Dương"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("VỀ KẾ HOẠCH NĂM 2012\nỦY BAN NHÂN DÂN TỈNH BẮC NINH", "Quyết định về kế hoạch năm 2012"),
        ("VỀ KẾ HOẠCH NĂM 2012\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Quyết định về kế hoạch năm 2012"),
        (
            "VỀ QUY CHẾ LÀM VIỆC CỦA\nỦY BAN NHÂN DÂN TỈNH BẮC NINH",
            "Quyết định về quy chế làm việc của Ủy ban nhân dân tỉnh Bắc Ninh",
        ),
    ],
)
def test_the_line_of_the_authority_is_no_part_of_the_title(subject: str, title: str) -> None:
    head, _ = head_of(
        "ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nSố: 12/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\nBắc Ninh, ngày 5 tháng 3 năm 2012\nQUYẾT ĐỊNH\n{subject}\nCăn cứ Luật Đất đai;\n"
    )
    assert head.title == title


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("KT. BỘ TRƯỞNG THỨ TRƯỞNG Trần Văn Bình", "Trần Văn Bình"),
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Hoa PHỤ LỤC DANH MỤC CÔNG TRÌNH", "Lê Thị Hoa"),
        ("CHỦ TỊCH QUỐC HỘI Phạm Thị Ánh Tuyết", "Phạm Thị Ánh Tuyết"),
        ("TL.\nBỘ TRƯỞNG CHÁNH VĂN PHÒNG Đỗ Đức Long", "Đỗ Đức Long"),
        ("K/T THỦ TƯỚNG CHÍNH PHỦ PHÓ THỦ TƯỚNG Đặng Hữu", "Đặng Hữu"),
        ("Vũ Minh Quân (Đã ký)", "Vũ Minh Quân"),
        ("Ông Vũ Minh Quân được giao theo dõi.", None),
    ],
)
def test_a_signature_in_one_line(foot: str, signer: str | None) -> None:
    head, _ = head_of(
        f"BỘ XÂY DỰNG ------- {STATE} -------\nSố: 5/BXD-KT V/v quy chuẩn\nHà Nội, ngày 8 tháng 9 năm 2021 Kính gửi: "
        f"Sở Xây dựng các tỉnh.\nBộ Xây dựng yêu cầu các Sở thực hiện./.\n{foot}"
    )
    assert head.signer == signer


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["UBND TỈNH BẮC NINH", "SỞ Y TẺ"], "Sở Y tế tỉnh Bắc Ninh"),
        (
            ["LIÊN ĐOÀN LAO ĐỘNG -", "SỞ VĂN HÓA, THẺ THAO VẢ DU LỊCH", "TỈNH BẮC NINH"],
            "Liên đoàn Lao động - Sở Văn hóa, Thể thao và Du lịch tỉnh Bắc Ninh",
        ),
        (["SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"], "Sở Lao động - Thương binh và Xã hội"),
    ],
)
def test_joint_issuers_and_marks_that_a_recogniser_has_lost(lines: list[str], issuer: str) -> None:
    assert issuer_of(lines) == issuer


def test_a_body_that_is_known_as_it_stands_keeps_its_marks() -> None:
    assert body_by_letters("Sở Y tế tỉnh Bắc Ninh") == "Sở Y tế tỉnh Bắc Ninh"
    assert body_by_letters("Trường Cao đẳng nghề") == "Trường Cao đẳng nghề"
