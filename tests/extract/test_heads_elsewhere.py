"""Papers whose number, day or issuer stand elsewhere than in a letterhead of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import pytest
from tests.extract.test_head import head_of

from camket.extract.head.names import in_running_case
from camket.model.document import Head
from camket.read.frame import is_frame

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


@pytest.mark.parametrize(
    ("text", "said", "title"),
    [
        (
            (
                "THÔNG TƯ\nCỦA BỘ TÀI CHÍNH SỐ 41/2009/TT-BTC\nNGÀY 05 THÁNG 3 NĂM 2009\nVỀ LỆ PHÍ CẤP PHÉP THI CÔNG\n"
                "Căn cứ Nghị định số 24/2006/NĐ-CP ngày 06 tháng 3 năm 2006;\n"
            ),
            ("41/2009/TT-BTC", "2009-03-05", "Bộ Tài chính"),
            "Thông tư về lệ phí cấp phép thi công",
        ),
        (
            (
                "QUYẾT ĐỊNH\nCỦA BỘ TRƯỞNG BỘ Y TẾ SỐ: 7/2001/QĐ-BYT NGÀY 14/8/2001\nVỀ TIÊU CHUẨN TRẠM XÁ\n"
                "Căn cứ Nghị định số 68/CP ngày 11 tháng 10 năm 1993;\n"
            ),
            ("7/2001/QĐ-BYT", "2001-08-14", "Bộ Y tế"),
            "Quyết định về tiêu chuẩn trạm xá",
        ),
        (
            (
                "LUẬT\nCỦA QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỐ 17/2033/QH18 NGÀY 20 THÁNG 6 NĂM 2033\n"
                "VỀ ĐÊ ĐIỀU\nCăn cứ Hiến pháp;\n"
            ),
            ("17/2033/QH18", "2033-06-20", "Quốc hội"),
            "Luật về đê điều",
        ),
        (
            (
                "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI\nSỐ 204 NGÀY 3 THÁNG 2 NĂM 1946\nVề việc lập quỹ cứu tế\n"
                "Chiểu theo lời đề nghị của Bộ trưởng Bộ Cứu tế,\n"
            ),
            ("204", "1946-02-03", "Chủ tịch Chính phủ lâm thời"),
            "Sắc lệnh về việc lập quỹ cứu tế",
        ),
    ],
)
def test_issuer_number_and_day_run_into_the_title(text: str, said: tuple[str, str, str], title: str) -> None:
    head, _ = head_of(text)
    assert (head.number, head.date, head.issuer) == said
    assert head.title == title


def test_a_paper_that_a_title_only_names_is_not_its_own() -> None:
    head, _ = head_of(
        "QUYẾT ĐỊNH\nSỬA ĐỔI QUYẾT ĐỊNH CỦA BỘ Y TẾ SỐ 7/2001/QĐ-BYT NGÀY 14 THÁNG 8 NĂM 2001\n"
        "Căn cứ Nghị định số 68/CP ngày 11 tháng 10 năm 1993;\n"
    )
    assert (head.number, head.issuer) == (None, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "BỘ XÂY DỰNG\nSỔ TAY\nHƯỚNG DẪN BẢO TRÌ NHÀ Ở XÃ HỘI\nNăm 2031\nCHƯƠNG I. QUY ĐỊNH CHUNG\n1. Mục đích\n",
            ("Sổ tay hướng dẫn bảo trì nhà ở xã hội", None, "Bộ Xây dựng"),
        ),
        (
            "SỞ Y TẾ TỈNH BẮC NINH\nCẨM NANG\nPHÒNG CHỐNG SỐT XUẤT HUYẾT\nPhần 1. Nhận biết\nMuỗi đẻ trứng ở nơi ẩm.\n",
            ("Cẩm nang phòng chống sốt xuất huyết", None, "Sở Y tế tỉnh Bắc Ninh"),
        ),
        (
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQCVN 8-2:2031/BCT\nQUY CHUẨN KỸ THUẬT QUỐC GIA\n"
                "VỀ KHO CHỨA KHÍ HÓA LỎNG\nHÀ NỘI - 2031\nLời nói đầu\n"
            ),
            ("Quy chuẩn kỹ thuật quốc gia về kho chứa khí hóa lỏng", "QCVN 8-2:2031/BCT", None),
        ),
        (
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQCVN 21 : 2031/BXD\n"
                "QUY CHUẨN KỸ THUẬT QUỐC GIA VỀ VẬT LIỆU LÁT ĐƯỜNG\n"
                "National Technical Regulation on Materials of Paving\nHÀ NỘI – 2031\n"
            ),
            ("Quy chuẩn kỹ thuật quốc gia về vật liệu lát đường", "QCVN 21:2031/BXD", None),
        ),
        (
            "TIÊU CHUẨN QUỐC GIA\nTCVN 7712-3:2031\nRAU QUẢ - CÁCH BAO GÓI\nFresh fruits – Packing\nHÀ NỘI - 2031\n",
            ("Tiêu chuẩn quốc gia rau quả - cách bao gói", "TCVN 7712-3:2031", None),
        ),
        (
            "TCVN ISO 39009:2031\nISO 39009:2030\nTIÊU CHUẨN QUỐC GIA\nHỆ THỐNG QUẢN LÝ CHỢ\nHÀ NỘI - 2031\n",
            ("Tiêu chuẩn quốc gia hệ thống quản lý chợ", "TCVN ISO 39009:2031", None),
        ),
        (
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỬA ĐỔI 1:2033 QCVN 57:2032/BGTVT\n"
                "QUY CHUẨN KỸ THUẬT QUỐC GIA\nVỀ ĐÈN TRÊN CẦU\nHÀ NỘI - 2033\n"
            ),
            ("Quy chuẩn kỹ thuật quốc gia về đèn trên cầu", "Sửa đổi 1:2033 QCVN 57:2032/BGTVT", None),
        ),
        (
            "QUY CHUẨN KỸ THUẬT QUỐC GIA\nQCVN 62-MT:2035/BTNMT\nVỀ NƯỚC THẢI CHĂN NUÔI\nHÀ NỘI - 2035\n",
            ("Quy chuẩn kỹ thuật quốc gia về nước thải chăn nuôi", "QCVN 62-MT:2035/BTNMT", None),
        ),
        (
            "QCVN 2-11:2034/BCA\nQUY CHUẨN KỸ THUẬT QUỐC GIA VỀ TÀU CHỮA CHÁY\nHÀ NỘI – NĂM 2034\n",
            ("Quy chuẩn kỹ thuật quốc gia về tàu chữa cháy", "QCVN 2-11:2034/BCA", None),
        ),
        (
            "TCCS 12:2031/TCĐBVN\nTIÊU CHUẨN CƠ SỞ\nBẢO DƯỠNG BIỂN BÁO\nHÀ NỘI - 2031\n",
            ("Tiêu chuẩn cơ sở bảo dưỡng biển báo", "TCCS 12:2031/TCĐBVN", None),
        ),
    ],
)
def test_books_and_standards_say_on_their_cover_what_they_are(text: str, said: tuple[str | None, ...]) -> None:
    head, _ = head_of(text)
    assert (head.title, head.number, head.issuer) == said


FOOTS = [
    "VĂN PHÒNG QUỐC HỘI\nSố: 44/VBHN-VPQH\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 02 tháng 8 năm 2031\nCHỦ NHIỆM\n",
    "VĂN PHÒNG QUỐC HỘI Số: 44 /VBHN-VPQH\tXÁC THỰC VĂN BẢN HỢP NHẤT Hà Nội, ngày 02 tháng 8 năm 2031\n",
]


@pytest.mark.parametrize("foot", FOOTS)
def test_a_consolidated_text_has_its_number_and_day_at_its_foot(foot: str) -> None:
    head, _ = head_of(
        f"{MOTTO}LUẬT\nĐÊ ĐIỀU\nLuật Đê điều số 17/2033/QH18 ngày 20 tháng 6 năm 2033 của Quốc hội được sửa đổi bởi:\n"
        f"1. Luật số 20/2034/QH18.\nĐiều 1. Phạm vi\nLuật này quy định về đê.\n{foot}Nguyễn Văn Bền\n"
    )
    assert (head.number, head.date, head.issuer) == ("44/VBHN-VPQH", "2031-08-02", "Văn phòng Quốc hội")


@pytest.mark.parametrize(
    ("left", "issuer"),
    [
        ("BAN CHẤP HÀNH TỈNH BẮC NINH", "Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Bắc Ninh"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh"),
        ("TỈNH ĐOÀN BẮC NINH", "Tỉnh đoàn Bắc Ninh"),
    ],
)
def test_the_youth_union_stands_in_place_of_a_motto(left: str, issuer: str) -> None:
    kept = "Bắc Ninh, ngày 3 tháng 3 năm 2025\nKẾ HOẠCH\nTháng Thanh niên\nCăn cứ chương trình công tác;\n"
    for head, _ in (
        head_of(f"{left}\n***\nSố: 12-KH/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n{kept}"),
        head_of(f"{left}        ĐOÀN TNCS HỒ CHÍ MINH\nSố: 12-KH/TĐTN        {kept}"),
    ):
        assert (head.number, head.date, head.issuer) == ("12-KH/TĐTN", "2025-03-03", issuer)


@pytest.mark.parametrize(
    ("above", "number"),
    [
        ("UBND TỈNH BẮC NINH\nSố: 67\n/2024/QĐ-UBND\n", "67/2024/QĐ-UBND"),
        ("UBND TỈNH BẮC NINH\nSố 8\n-HD/TU\n", "8-HD/TU"),
        ("UBND TỈNH BẮC NINH\nSố:\n67/QĐ-UBND\n", "67/QĐ-UBND"),
    ],
)
def test_a_number_filled_in_on_a_line_above_its_code(above: str, number: str) -> None:
    head, _ = head_of(f"{above}{MOTTO}Bắc Ninh, ngày 12 tháng 02  năm 2024\nQUYẾT ĐỊNH\nVề việc khen thưởng\n")
    assert (head.number, head.date) == (number, "2024-02-12")


@pytest.mark.parametrize(
    ("head_text", "issuer"),
    [
        (f"ỦY\nBAN NHÂN DÂN\nTỈNH SƠN LA\n{MOTTO}", "Ủy ban nhân dân tỉnh Sơn La"),
        (f"THỦ TƯỚNG\nCHÍNH PHỦ\n{MOTTO}", "Thủ tướng Chính phủ"),
        (f"QUỐC\nHỘI\n{MOTTO}", "Quốc hội"),
        (
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC NINH\nCÔNG ĐOÀN VIÊN CHỨC TỈNH\n" + MOTTO,
            "Công đoàn viên chức tỉnh",
        ),
        (
            "1. BỘ VĂN HÓA, THỂ THAO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM VÀ DU LỊCH Độc lập - Tự do - Hạnh phúc\n",
            "Bộ Văn hóa, Thể thao và Du lịch",
        ),
    ],
)
def test_names_of_bodies_that_copies_break_or_part(head_text: str, issuer: str) -> None:
    head, _ = head_of(f"{head_text}Số: 3/QĐ-X Hà Nội, ngày 9 tháng 9 năm 2019\nQUYẾT ĐỊNH\nVề việc khen thưởng\n")
    assert head.issuer is not None
    assert head.issuer.lower() == issuer.lower()


def test_what_a_page_says_above_the_letterhead_is_no_issuer() -> None:
    head, _ = head_of(
        "Chủ đề:\nLưu\nNội dung: Quyết định số 3/2019/QĐ-UBND\nỦY BAN NHÂN DÂN TỈNH BẮC NINH\nSố: 3/2019/QĐ-UBND\n"
        f"{MOTTO}Bắc Ninh, ngày 9 tháng 9 năm 2019\nQUYẾT ĐỊNH\nVề việc khen thưởng\n"
    )
    assert head.issuer == "Ủy ban nhân dân tỉnh Bắc Ninh"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"SỞ GDĐT TỈNH BẮC NINH\nTRƯỜNG THPT LẠNG GIANG 2\n{MOTTO}LỊCH TRỰC\nTuần 3\n", "Trường THPT Lạng Giang 2"),
        (f"{MOTTO}ĐƠN XIN PHÉP\nKính gửi: Ban Giám hiệu\n", None),
    ],
)
def test_a_form_says_who_issues_it_beside_the_motto(text: str, issuer: str | None) -> None:
    assert head_of(text)[0].issuer == issuer


def test_the_social_insurance_is_no_commune() -> None:
    assert in_running_case("BẢO HIỂM XÃ HỘI VIỆT NAM") == "Bảo hiểm xã hội Việt Nam"


@pytest.mark.parametrize(
    ("rows", "frame"),
    [
        (
            [["VĂN PHÒNG QUỐC HỘI\nSố: 44/VBHN-VPQH", "XÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 2 tháng 8 năm 2031"]],
            True,
        ),
        ([["BCH TỈNH BẮC NINH\nSố: 1-KH/TĐTN", "ĐOÀN TNCS HỒ CHÍ MINH\nBắc Ninh, ngày 3 tháng 3 năm 2025"]], True),
        ([["1", "ĐOÀN TNCS HỒ CHÍ MINH", "250"], ["2", "HỘI NÔNG DÂN", "410"]], False),
    ],
)
def test_tables_that_only_lay_out_such_heads(rows: list[list[str]], *, frame: bool) -> None:
    assert is_frame(rows) is frame


CALLED = "Nghị định số 12/2031/NĐ-CP về quản lý chợ nông thôn"
COPIED = (
    "NGHỊ ĐỊNH\nVề quản lý chợ nông thôn\nCăn cứ Luật Tổ chức Chính phủ;\nTheo đề nghị của Bộ trưởng Bộ Công Thương;\n"
    "Điều 1. Nghị định này quy định về chợ nông thôn.\n"
)


@pytest.mark.parametrize(
    ("called", "text", "said"),
    [
        (CALLED, COPIED, ("other", "12/2031/NĐ-CP", "Chính phủ")),
        (CALLED, f"Còn hiệu lực\n{COPIED}", ("other", "12/2031/NĐ-CP", "Chính phủ")),
        (
            "Quyết định số 8/QĐ-UBND năm 2031 về chợ nông thôn",
            COPIED.replace("NGHỊ ĐỊNH", "QUYẾT ĐỊNH"),
            ("decision", "8/QĐ-UBND", None),
        ),
        (
            "Thông tư số 9/2031/TT-BCT về chợ",
            COPIED.replace("NGHỊ ĐỊNH", "THÔNG TƯ"),
            ("other", "9/2031/TT-BCT", "Bộ Công Thương"),
        ),
        (CALLED, "Nghị định số 12/2031/NĐ-CP có nhiều điểm mới về chợ nông thôn, người bán hàng cần biết rõ.\n", None),
        ("Sửa đổi Nghị định số 12/2031/NĐ-CP", COPIED, None),
        ("Thông tư số 9/2031/TT-BCT", COPIED, None),
    ],
)
def test_a_page_is_called_by_the_number_of_the_paper_on_it(
    called: str, text: str, said: tuple[str, str, str | None] | None
) -> None:
    head, _ = head_of(text, Head(title=called))
    assert ((head.type, head.number, head.issuer) if head.number else None) == said
