"""Heads and feet of official papers as offices, scanners and portals really print them."""

from __future__ import annotations

import unicodedata

import pytest
from tests.extract.test_head import head_of

from camket import extract
from camket.extract.head.issuer import issuer_of
from camket.extract.head.names import in_running_case
from camket.model.document import Document, Head

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
FOOT = "Nơi nhận:\n- Như Điều 3;\n- Sở Nội vụ;\n- Lưu: VT, NC.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Thị Thu Hà\n"


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["UBND TỈNH BẮC NINH", "SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"], "Sở Nông nghiệp và Môi trường tỉnh Bắc Ninh"),
        (["VĂN PHÒNG UBND TỈNH", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"], "Trung tâm Phục vụ hành chính công"),
        (
            ["UBND TỈNH BẮC NINH", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ,", "CẢI CÁCH HÀNH CHÍNH VÀ ĐỀ ÁN 06"],
            "Ban Chỉ đạo chuyển đổi số, cải cách hành chính và Đề án 06 tỉnh Bắc Ninh",
        ),
        (["SỞ GDĐT TỈNH BẮC NINH", "TRƯỜNG THPT LẠNG GIANG 2"], "Trường THPT Lạng Giang 2"),
        (["VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN", "TỈNH BẮC NINH"], "Văn phòng Hội đồng nhân dân tỉnh Bắc Ninh"),
    ],
)
def test_a_line_that_opens_with_no_kind_of_body_goes_on_with_the_name_above(lines: list[str], issuer: str) -> None:
    assert issuer_of(lines) == issuer


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("KẾ HOẠCH GIẢI NGÂN CỦA SỞ GDĐT VÀ CÁC TRƯỜNG THCS", "Kế hoạch giải ngân của sở GDĐT và các trường THCS"),
        ("TRƯỜNG TIỂU HỌC VÂN TRUNG", "Trường Tiểu học Vân Trung"),
        ("ỦY BAN NHÂN DÂN TỈNH LÂM ĐÒNG", "Ủy ban nhân dân tỉnh Lâm Đồng"),
        ("CÔNG AN TÍNH LÂM ĐÒNG", "Công an tỉnh Lâm Đồng"),
        ("CỤC MÁY TÍNH VÀ MẠNG", "Cục Máy tính và mạng"),
        ("ỦY BAN NHÂN DÂN XÃ LÂM ĐÒNG", "Ủy ban nhân dân xã Lâm Đòng"),
    ],
)
def test_words_without_a_vowel_stay_and_provinces_find_their_marks(capitals: str, written: str) -> None:
    assert in_running_case(capitals) == written


def test_a_letter_that_is_addressed_in_the_left_column() -> None:
    head, _ = head_of(
        "BỘ NỘI VỤ\nSố: 4102/BNV-CCHC\nV/v bổ sung số liệu sơ kết thực hiện Chương trình cải cách và chỉ số\n"
        f"SIPAS năm 2025\nKính gửi:\n{MOTTO}Hà Nội, ngày 18 tháng 8 năm 2025\n"
        "- Các bộ, cơ quan ngang bộ;\n- UBND các tỉnh, thành phố.\nBộ Nội vụ đề nghị cập nhật số liệu.\n"
        "Nơi nhận:\n- Như trên;\n- Vụ Tổ chức cán bộ các bộ, cơ quan ngang bộ, cơ quan thuộc\nChính phủ;\n"
        "- Các đơn vị thuộc Bộ\n(để cập nhật số liệu);\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nTrần Văn Bình\n"
    )
    assert (head.number, head.date, head.issuer) == ("4102/BNV-CCHC", "2025-08-18", "Bộ Nội vụ")
    assert head.type == "letter"
    assert head.title == "Về việc bổ sung số liệu sơ kết thực hiện Chương trình cải cách và chỉ số SIPAS năm 2025"
    assert head.recipients == (
        "Các bộ, cơ quan ngang bộ",
        "UBND các tỉnh, thành phố",
        "Vụ Tổ chức cán bộ các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Các đơn vị thuộc Bộ",
    )
    assert head.signer == "Trần Văn Bình"


def test_one_body_below_the_head_and_a_number_laid_over_its_line() -> None:
    head, _ = head_of(
        f"UBND TỈNH BẮC NINH\nSỞ TƯ PHÁP\nSố:\n788/STP-HC\nV/v trình hồ sơ\nKính gửi:\n{MOTTO}"
        "Bắc Ninh, ngày 16 tháng 5 năm 2025\nỦy ban nhân dân tỉnh.\nSở Tư pháp kính trình hồ sơ.\n"
        "Nơi nhận:\n- Như trên;\n- VPUB: Chánh Văn phòng,\nCác Phó Chánh Văn phòng;\nTrung tâm Thông tin;\n- Lưu: VT.\n"
    )
    assert (head.number, head.issuer) == ("788/STP-HC", "Sở Tư pháp tỉnh Bắc Ninh")
    assert head.recipients == (
        "Ủy ban nhân dân tỉnh",
        "VPUB: Chánh Văn phòng, Các Phó Chánh Văn phòng",
        "Trung tâm Thông tin",
    )


@pytest.mark.parametrize("lines", ["Số: /SNV-TC\n3858", "3858\nSố: /SNV-TC", "Số: 3858/SNV-TC"])
def test_digits_that_a_signature_lays_beside_an_open_number(lines: str) -> None:
    head, _ = head_of(
        f"UBND TỈNH BẮC NINH\nSỞ NỘI VỤ\n{lines}\nV/v báo cáo\n{MOTTO}Bắc Ninh, ngày 29 tháng 12 năm 2025\n"
        "Kính gửi: Ủy ban nhân dân tỉnh.\nSở Nội vụ báo cáo.\n"
    )
    assert (head.number, head.issuer) == ("3858/SNV-TC", "Sở Nội vụ tỉnh Bắc Ninh")


def test_a_subject_goes_on_with_the_name_of_a_programme() -> None:
    head, _ = head_of(
        "BỘ NỘI VỤ\nSố: 815/BNV-CCHC\nV/v góp ý dự thảo Báo cáo sơ kết thực hiện\n"
        f"Chương trình tổng thể cải cách hành chính giai đoạn 2021 - 2030\n{MOTTO}Hà Nội, ngày 18 tháng 9 năm 2025\n"
        "Kính gửi: Các bộ.\n"
    )
    assert (head.number, head.issuer) == ("815/BNV-CCHC", "Bộ Nội vụ")
    assert head.title == (
        "Về việc góp ý dự thảo Báo cáo sơ kết thực hiện Chương trình tổng thể cải cách hành chính giai đoạn 2021 - 2030"
    )


def test_a_law_of_a_portal_keeps_its_number() -> None:
    head, _ = head_of(
        f"Luật Bảo hiểm tiền gửi số 11/2025/QH15\nCòn hiệu lực\nQUỐC HỘI\nLuật số: 11/2025/QH15\n{MOTTO}LUẬT\n"
        "BẢO HIỂM TIỀN GỬI\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật Bảo hiểm tiền gửi.\n"
    )
    assert (head.number, head.issuer) == ("11/2025/QH15", "Quốc hội")


def test_a_long_subject_beside_the_motto_ends_no_head() -> None:
    subject = "tập trung thực hiện các giải pháp khắc phục, cải thiện các chỉ số " + "và chất lượng phục vụ " * 8
    head, _ = head_of(
        f"ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nSố: /UBND-NC\nV/v {subject}\nKính gửi:\n- Các sở, ban, ngành;\n{MOTTO}"
        "Bắc Ninh, ngày tháng 12 năm 2025\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở rà soát ngay.\n"
    )
    assert (head.date, head.issuer, head.type) == ("2025-12", "Ủy ban nhân dân tỉnh Bắc Ninh", "letter")


def test_a_portal_sets_its_own_title_and_days_above_the_letterhead() -> None:
    title = "Nghị định số 312/2025/NĐ-CP Quy định về quản lý, sử dụng thiết bị " + "do tổ chức, cá nhân cung cấp " * 7
    head, _ = head_of(
        f"100%\nXem chi tiết\n{title}\nCòn hiệu lực\nNgày có hiệu lực:01/04/2026\nNgày cập nhật:19/04/2026\nCHÍNH PHỦ\n"
        f"-------\nSố: 312/2025/NĐ-CP\n{MOTTO}-------\nHà Nội, ngày 13 tháng 02 năm 2026\nNGHỊ ĐỊNH\n"
        "Quy định về quản lý, sử dụng thiết bị\nCăn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;\n"
    )
    assert (head.number, head.date, head.issuer) == ("312/2025/NĐ-CP", "2026-02-13", "Chính phủ")
    assert head.title == "Nghị định Quy định về quản lý, sử dụng thiết bị"


def test_marks_that_a_recogniser_loses_and_what_lies_over_the_head() -> None:
    head, _ = head_of(
        "QC.\nGP portal.vn\nVĂN PHÒNG CHÍNH PHỦ\nSô: 88/QĐ-VPCP\nTW\nCỘNG HÒA XÃ HỘI CHỦ NGHTA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày O4 tháng 1] năm 2024\nQUYÉT ĐỊNH\nVề việc thành lập Tổ công tác\n"
        "Căn cứ Nghị định số 79/2022/NĐ-CP ngày 06 tháng 10 năm 2022 của Chính phủ;\n"
    )
    assert (head.number, head.date, head.issuer) == ("88/QĐ-VPCP", "2024", "Văn phòng Chính phủ")
    assert (head.type, head.title) == ("decision", "Quyết định về việc thành lập Tổ công tác")


def test_the_number_of_a_paper_is_never_that_of_its_grounds() -> None:
    head, _ = head_of(
        f"THỦ TƯỚNG CHÍNH PHỦ\n{MOTTO}Hà Nội, ngày 15 tháng 5 năm 2025\nVề việc phê duyệt danh sách\n"
        "Căn cứ Quyết định số 23/2023/QĐ-TTg ngày 18 tháng 9 năm 2023;\n"
    )
    assert (head.number, head.issuer) == (None, "Thủ tướng Chính phủ")


def test_a_form_with_its_code_and_no_type_that_is_known() -> None:
    head, _ = head_of(
        f"VĂN PHÒNG UBND TỈNH\nBẮC NINH\nBM01/QT-07\n{MOTTO}Bắc Ninh, ngày 23 tháng 12 năm 2024\n"
        "PHIẾU XỬ LÝ CÔNG VIỆC\nKính gửi:\n- Lãnh đạo UBND tỉnh;\n- Lãnh đạo Văn phòng.\n1. Vấn đề trình: không.\n"
    )
    assert (head.issuer, head.date) == ("Văn phòng UBND tỉnh Bắc Ninh", "2024-12-23")


@pytest.mark.parametrize(
    "behind",
    [
        "PHỤ LỤC\nDANH SÁCH HỘI\n" + "\n".join(f"{at}\tHội Khuyến học xã số {at}" for at in range(60)),
        "PHỤ LỤC\nMẪU GIẤY MỜI\n"
        + "Nội dung\n" * 50
        + "Nơi nhận:\n- Ủy ban nhân dân xã mẫu;\n- Lưu: VT.\nGIÁM ĐỐC\nMẫu Văn Tên\n",
        "",
    ],
)
def test_who_signs_and_who_receives_stands_before_the_annexes(behind: str) -> None:
    head, _ = head_of(
        f"ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nSố: 21/QĐ-UBND\n{MOTTO}Bắc Ninh, ngày 17 tháng 01 năm 2026\nQUYẾT ĐỊNH\n"
        f"Về việc giao chỉ tiêu\nĐiều 1. Giao chỉ tiêu cho các xã.\n{FOOT}{behind}"
    )
    assert (head.recipients, head.signer) == (("Sở Nội vụ",), "Nguyễn Thị Thu Hà")


def test_the_edge_of_a_seal_beside_an_office() -> None:
    head, _ = head_of(
        f"THỦ TƯỚNG CHÍNH PHỦ\nSố: 92/QĐ-TTg\n{MOTTO}Hà Nội, ngày 15 tháng 5 năm 2025\nQUYẾT ĐỊNH\nVề việc thành lập\n"
        "Điều 1. Thành lập Tổ công tác.\nNơi nhận:\n- Văn phòng Quốc hội;\n- Lưu: VT.\n// THỦ TƯỚNG\nH\nPhạm Văn Đông\n"
    )
    assert head.signer == "Phạm Văn Đông"


def test_notes_below_the_foot_are_no_recipients() -> None:
    head, _ = head_of(
        f"ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nSố: 40/BC-UBND\n{MOTTO}Bắc Ninh, ngày 17 tháng 10 năm 2025\nBÁO CÁO\n"
        f"Kết quả thực hiện Đề án\nKết quả như sau.\n{FOOT}- Nhiệm vụ đã xong: (1) Số hóa hộ tịch; (2) Học bạ số.\n"
    )
    assert head.recipients == ("Sở Nội vụ",)


CARD = (
    "Luật Thư viện số 46/2019/QH14 áp dụng năm 2024\nSố hiệu:\t46/2019/QH14\t\tLoại văn bản:\tLuật\n"
    "Nơi ban hành:\tQuốc hội\t\tNgười ký:\tNguyễn Thị Lan Anh\nNgày ban hành:\t21/11/2019\t\tNgày hiệu lực:\tĐã biết\n"
    "Tình trạng:\tĐã biết\nLuật có hiệu lực từ ngày 01/7/2020 và thay thế Pháp lệnh Thư viện.\n"
)
CELLS = (
    "Thông tư số 66/2025/TT-BXD Quy định yêu cầu an toàn kỹ thuật\nSố hiệu 66/2025/TT-BXD\tLoại văn bản Thông tư\n"
    "Ngành --\tNgày ban hành 31/12/2025\nTình trạng hiệu lực Còn hiệu lực\tNgày hết hiệu lực --\n"
    "Cơ quan ban hành Bộ Xây dựng\nChức danh Thứ trưởng\tNgười ký Nguyễn Văn Sang\n"
)
LINES = (
    "Chi tiết văn bản\nSố ký hiệu\n33/2025/NQ-HĐND\nNgày ban hành\n09/12/2025\nCơ quan ban hành\n"
    "HỘI ĐỒNG NHÂN DÂN TỈNH BẮC NINH\nNgười ký\nĐang cập nhật\nTrích yếu\nVề mức học phí năm học 2025 - 2026\n"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CARD, ("46/2019/QH14", "2019-11-21", "Quốc hội", "Nguyễn Thị Lan Anh")),
        (
            CELLS,
            ("66/2025/TT-BXD", "2025-12-31", "Bộ Xây dựng", "Nguyễn Văn Sang"),
        ),
        (LINES, ("33/2025/NQ-HĐND", "2025-12-09", "Hội đồng nhân dân tỉnh Bắc Ninh", None)),
        (
            CARD + "QUỐC HỘI\nLuật số: 46/2019/QH14\n" + MOTTO + "Hà Nội, ngày 21 tháng 11 năm 2019\nLUẬT\nTHƯ VIỆN\n",
            ("46/2019/QH14", "2019-11-21", "Quốc hội", "Nguyễn Thị Lan Anh"),
        ),
    ],
)
def test_the_card_of_a_portal(text: str, said: tuple[str | None, ...]) -> None:
    head, _ = head_of(text)
    assert (head.number, head.date, head.issuer, head.signer) == said


def test_labels_in_running_text_are_no_card() -> None:
    head, _ = head_of(
        "Tra cứu văn bản\nNgười dân cần ghi rõ số hiệu, ngày ban hành và cơ quan ban hành: đây là ba mục bắt buộc khi "
        "nộp hồ sơ tại bộ phận một cửa của xã, theo hướng dẫn của Sở Nội vụ tỉnh Bắc Ninh.\n"
    )
    assert (head.number, head.date, head.issuer) == (None, None, None)


@pytest.mark.parametrize(("shown", "number"), [("Số: 206/QĐ-UBND", "206/QĐ-UBND"), ("Số: 206/KH-UBND", None)])
def test_the_number_laid_over_an_annex_whose_line_leaves_it_open(shown: str, number: str | None) -> None:
    head, _ = head_of(
        f"{shown}\nDANH MỤC VIỆC\n(Ban hành kèm theo Quyết định số: /QĐ-UBND ngày tháng 5 năm 2026 của UBND tỉnh)\n"
        "TT | Công việc\n1 | Văn thư\n"
    )
    assert (head.number, head.date, head.issuer) == (number, "2026-05", "UBND tỉnh")


LETTER_BODY = """
Kính gửi: Sở Tài chính, Sở Xây dựng.

1. Yêu cầu Sở Tài chính bảo đảm giải ngân trên 95% kế hoạch vốn đầu tư công.

2. Giao Sở Xây dựng đôn đốc các nhà thầu.
"""
LEFT = ("ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM", "Số: 2750/UBND-KT", "V/v giải ngân vốn đầu tư công năm 2025")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nam, ngày 03 tháng 11 năm 2025", "")


def test_the_subject_of_a_letter_dates_its_figures_whatever_order_its_head_is_read_in() -> None:
    rows = [f"{left:45}{right}".rstrip() for left, right in zip(LEFT, RIGHT, strict=True)]
    for head in (rows, [*LEFT, *RIGHT[:3]]):
        text = "\n".join(head) + "\n" + LETTER_BODY
        found = extract(Document(id="letter", text=text, sha256="", text_sha256="")).figures
        assert [(one.quote, one.period, one.role) for one in found] == [("trên 95% kế hoạch vốn", "2025", "target")]


def test_letters_and_marks_apart_name_the_same_recipients() -> None:
    text = "\n".join([*LEFT, *RIGHT[:3]]) + "\n" + LETTER_BODY + FOOT.replace("Như Điều 3", "Như trên")
    heads = [
        extract(Document(id="letter", text=each, sha256="", text_sha256="")).document.head
        for each in (text, unicodedata.normalize("NFD", text))
    ]
    assert heads[0].recipients == ("Sở Tài chính, Sở Xây dựng", "Sở Nội vụ")
    assert heads[1].recipients == heads[0].recipients


BESIDE_THE_DAY = """\
TỈNH ỦY SƠN LA                  ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ MƯỜNG LA             Mường La, ngày 3 tháng 3 năm 2026
*
Số 27-BC/ĐU
"""
BESIDE_THE_NUMBER = """\
TỈNH ỦY SƠN LA                  ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ MƯỜNG LA
      *
Số 27-BC/ĐU                     Mường La, ngày 3 tháng 3 năm 2026
"""


@pytest.mark.parametrize("lines", [BESIDE_THE_DAY, BESIDE_THE_NUMBER])
def test_a_body_of_the_party_may_stand_beside_the_day(lines: str) -> None:
    head, _ = head_of(lines + "\nBÁO CÁO\nkết quả kết nạp đảng viên\nXã kết nạp 12 đảng viên.\n")
    assert (head.issuer, head.number, head.date) == ("Đảng ủy xã Mường La", "27-BC/ĐU", "2026-03-03")
    assert head.area == "Mường La"


def test_a_paper_with_a_head_keeps_its_own_title_whatever_its_page_is_called() -> None:
    text = (
        "UBND TỈNH SƠN LA\nSỞ CÔNG THƯƠNG\nSố: 61/BC-SCT\n" + MOTTO + "Sơn La, ngày 9 tháng 1 năm 2026\nBÁO CÁO\n"
        "Kết quả xuất khẩu năm 2025\nXuất khẩu đạt 210 triệu USD.\n"
    )
    plain, paged = (
        extract(
            Document(id="a", text=text, sha256="", text_sha256="", path="a", format="html", head=head)
        ).document.head
        for head in (Head(), Head(title="Chi tiết văn bản", url="https://a.vn/61"))
    )
    assert paged.title == plain.title
    assert paged.url == "https://a.vn/61"
