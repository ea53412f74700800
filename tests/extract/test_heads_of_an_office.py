"""Heads of what lies on the desk of an office: slips, speeches, lists, drafts and papers without a letterhead."""

from __future__ import annotations

import pytest
from tests.extract.test_head import codes, head_of

from camket.extract.head.whole import read_head
from camket.extract.lexicon import lexicon
from camket.grammar.engine import Reading
from camket.model.document import Document, DocumentKind
from camket.rules.book import rule_set

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
UBND = "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n"


def _kind_in(text: str, format_: str) -> DocumentKind:
    reading = Reading(text, lexicon())
    rule_set().run("period", reading)
    return read_head(reading, Document(id="t", text=text, sha256="", text_sha256="", format=format_))[0].type


SLIP = (
    "UBND TỈNH HÀ NAM\nVĂN PHÒNG\nSố: {number}\n" + MOTTO + "PHIẾU TRÌNH\n"
    "Kính gửi:\t- Lãnh đạo UBND tỉnh; - Lãnh đạo Văn phòng UBND tỉnh.\n"
    "I. NỘI DUNG TRÌNH 1. Văn bản: Tờ trình số 41/TTr-SYT ngày 03/9/2031 của Sở Y tế. "
    "2. Trích yếu: V/v mở rộng Bệnh viện Phổi. II. RÀ SOÁT Căn cứ Luật Khám bệnh, ban hành ngày 09/01/2023.\n"
    "Chuyên viên Ngày 05 tháng 9 năm 2031 Lê Thị Thu\tLãnh đạo phòng Ngày 06 tháng 9 năm 2031 Trần Văn Bình\n"
)


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("31/PT-KT", "31/PT-KT"),
        ("130-12/PT-NC", "130-12/PT-NC"),
        ("10-01/31/PT-NC", "10-01/31/PT-NC"),
        ("07/BCĐX-CAT(PC04)", "07/BCĐX-CAT(PC04)"),
    ],
)
def test_a_slip_has_its_subject_within_and_its_day_beside_the_signatures(number: str, read: str) -> None:
    head, found = head_of(SLIP.format(number=number))
    assert (head.type, head.number, head.date) == ("other", read, "2031-09-06")
    assert head.title == "Phiếu trình về việc mở rộng Bệnh viện Phổi"
    assert head.recipients == ("Lãnh đạo UBND tỉnh", "Lãnh đạo Văn phòng UBND tỉnh")
    assert head.event_date is None
    assert codes(found) == []


def test_a_slip_below_an_office_is_of_the_province_that_stands_before_the_day() -> None:
    head, _ = head_of(
        f"VĂN PHÒNG UBND TỈNH\nPHÒNG NỘI CHÍNH\n{MOTTO}Hà Nam, ngày 21 tháng 5 năm 2031\n"
        "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC\nKính gửi:\n- Lãnh đạo UBND tỉnh;\n- Lãnh đạo Văn phòng.\n"
        "1. Vấn đề trình: Cho ý kiến về đại hội Hội Làm vườn.\n2. Thời gian xử lý: 15 ngày.\n"
    )
    assert (head.type, head.date, head.area) == ("other", "2031-05-21", "Hà Nam")
    assert head.title == "Phiếu trình giải quyết công việc cho ý kiến về đại hội Hội Làm vườn"


SPEECH = (
    "Kính thưa đồng chí Chủ tịch!\nKính thưa các đồng chí!\n"
    "Thay mặt đơn vị, tôi xin trình bày kết quả ba năm thực hiện chương trình nước sạch nông thôn, trong đó có nhiều "
    "cách làm hay của cơ sở và những việc chưa làm được.\nXin trân trọng cảm ơn!\n"
)


@pytest.mark.parametrize(
    ("top", "title", "issuer"),
    [
        (
            "THAM LUẬN\nKinh nghiệm cấp nước sạch nông thôn\nvà những việc phải làm tiếp\nUBND tỉnh Hà Nam\n",
            "Tham luận kinh nghiệm cấp nước sạch nông thôn và những việc phải làm tiếp",
            "UBND tỉnh Hà Nam",
        ),
        (
            "BÀI PHÁT BIỂU KẾT LUẬN\nHỘI NGHỊ TỔNG KẾT CHƯƠNG TRÌNH NƯỚC SẠCH\nVÀ VỆ SINH MÔI TRƯỜNG\n",
            "Bài phát biểu kết luận hội nghị tổng kết chương trình nước sạch và vệ sinh môi trường",
            None,
        ),
    ],
)
def test_a_speech_is_no_news(top: str, title: str, issuer: str | None) -> None:
    head, found = head_of(top + SPEECH)
    assert (head.type, head.source_kind, head.title, head.issuer) == ("other", "speech", title, issuer)
    assert head.signer is None
    assert "head.no_number" not in codes(found)


def test_a_speech_without_a_head_is_none_either() -> None:
    assert head_of("Nước sạch cho mọi nhà\n" + SPEECH)[0].type == "other"
    assert head_of("Nước sạch cho mọi nhà\n15/03/2031 08:30\n" + SPEECH)[0].type == "news"


NOTE = (
    "Ghi chép về việc trồng rừng\nCác hộ dân ở khu vực lòng hồ đã nhận cây giống và trồng trên đất dốc, phần lớn cây "
    "sống tốt sau mùa mưa, một số nơi phải trồng dặm lại.\n"
)


@pytest.mark.parametrize(
    ("before", "format_", "kind"),
    [
        ("", "docx", "other"),
        ("", "pdf", "other"),
        ("", "html", "news"),
        ("Sáng 15/3, đoàn công tác đi thăm rừng trồng mới của các hộ dân ven hồ.\n", "docx", "news"),
    ],
)
def test_a_file_of_an_office_is_news_only_with_a_sign_of_the_press(
    before: str, format_: str, kind: DocumentKind
) -> None:
    title, _, body = NOTE.partition("\n")
    assert _kind_in(f"{title}\n{before}{body}", format_) == kind


def test_a_summary_is_a_report_and_its_title_ends_at_the_first_part() -> None:
    head, _ = head_of(
        "TÓM TẮT BÁO CÁO CÔNG TÁC CẢI CÁCH HÀNH CHÍNH\nNĂM 2031 TỈNH HÀ NAM\nI. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH\n"
        "Năm 2031, tỉnh đã hoàn thành các nhiệm vụ đề ra.\n"
    )
    assert (head.type, head.area) == ("report", "Hà Nam")
    assert head.title == "Tóm tắt báo cáo công tác cải cách hành chính năm 2031 tỉnh Hà Nam"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (
            "Về việc công nhận Ban Vận động thành lập\nHội Làm vườn tỉnh Hà Nam\n",
            "Quyết định về việc công nhận Ban Vận động thành lập Hội Làm vườn tỉnh Hà Nam",
        ),
        (
            "Phê duyệt Điều lệ (sửa đổi, bổ sung)\nHội Làm vườn tỉnh Hà Nam\n",
            "Quyết định phê duyệt Điều lệ (sửa đổi, bổ sung) Hội Làm vườn tỉnh Hà Nam",
        ),
        (
            "(V/v phê duyệt quy hoạch chợ đầu mối\ncủa tỉnh)\n",
            "Quyết định về việc phê duyệt quy hoạch chợ đầu mối của tỉnh",
        ),
        (
            "Về việc cho phép " + "sáp nhập Hội Làm vườn huyện Bình Lục vào " * 6 + "Hội Làm vườn tỉnh Hà Nam\n",
            "Quyết định về việc cho phép "
            + "sáp nhập Hội Làm vườn huyện Bình Lục vào " * 6
            + "Hội Làm vườn tỉnh Hà Nam",
        ),
    ],
)
def test_a_subject_broken_by_hand_goes_on_to_who_decides(subject: str, title: str) -> None:
    head, _ = head_of(
        f"{UBND}Số: /QĐ-UBND\n{MOTTO}Hà Nam, ngày tháng 5 năm 2031\nQUYẾT ĐỊNH\n{subject}"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
    )
    assert (head.title, head.date) == (title, "2031-05")


def test_what_stands_below_a_subject_is_no_part_of_it_where_nobody_decides() -> None:
    head, _ = head_of(
        f"{UBND}Số: 12/BC-UBND\n{MOTTO}Hà Nam, ngày 10 tháng 5 năm 2031\nBÁO CÁO\nTình hình sản xuất vụ xuân\n"
        "Vụ xuân năm nay thời tiết thuận lợi.\nCác huyện đã gieo cấy xong trước rằm.\n"
    )
    assert head.title == "Báo cáo tình hình sản xuất vụ xuân"


@pytest.mark.parametrize(
    ("capitals", "title"),
    [
        ("ĐIỀU LỆ\nHỘI LÀM VƯỜN TỈNH HÀ NAM\n", "Điều lệ Hội Làm vườn tỉnh Hà Nam"),
        ("ĐIỀU LỆ HỘI LÀM VƯỜN TỈNH HÀ NAM\n", "Điều lệ Hội Làm vườn tỉnh Hà Nam"),
        ("ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)\nHỘI NUÔI ONG\n", "Điều lệ (sửa đổi, bổ sung) hội nuôi ong"),
    ],
)
def test_a_society_is_written_as_its_charter_writes_it(capitals: str, title: str) -> None:
    head, _ = head_of(
        f"{UBND}{MOTTO}{capitals}(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm 2031)\nChương I\n"
        "Điều 1. Tên gọi: Hội Làm vườn tỉnh Hà Nam.\nĐiều 2. Người nuôi ong có thể vào hội.\n"
    )
    assert (head.type, head.title) == ("other", title)


def test_rules_that_name_their_type_again_are_called_by_it_once() -> None:
    head, _ = head_of(
        "ĐẢNG BỘ SỞ Y TẾ\nCHI BỘ 3\n*\nSố -QC/CB3\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nam, ngày tháng năm 2031\nQUY CHẾ\n"
        "Quy chế làm việc của chi ủy\n- Căn cứ Điều lệ Đảng;\n"
    )
    assert (head.title, head.area) == ("Quy chế làm việc của chi ủy", "Hà Nam")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (
            "V/v triển khai thực hiện\nCông văn số 427/BYT-KH\ncủa Bộ Y tế\n",
            "Về việc triển khai thực hiện Công văn số 427/BYT-KH của Bộ Y tế",
        ),
        (
            "V/v tham gia ý kiến theo\nVăn bản số 19/BTC-NS của Bộ Tài chính\n",
            "Về việc tham gia ý kiến theo Văn bản số 19/BTC-NS của Bộ Tài chính",
        ),
    ],
)
def test_the_paper_that_a_letter_carries_out_is_of_its_subject_and_not_its_number(subject: str, title: str) -> None:
    head, _ = head_of(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÀ NAM Độc lập - Tự do - Hạnh phúc\n"
        f"Số: /UBND-VX Hà Nam, ngày tháng 02 năm 2031\n{subject}Kính gửi: Sở Y tế\nGiao Sở Y tế chủ trì.\n"
    )
    assert (head.type, head.number, head.title) == ("letter", None, title)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "(Kèm theo Quyết định /QĐ-UBND ngày tháng 9 năm 2031\ncủa Ủy ban nhân dân tỉnh Hà Nam)",
            ("decision", None, "2031-09", "Ủy ban nhân dân tỉnh Hà Nam"),
        ),
        (
            "(Ban hành kèm theo Kế hoạch ..../KH-UBND ngày /10/2031 của UBND tỉnh Hà Nam)",
            ("plan", None, "2031-10", "UBND tỉnh Hà Nam"),
        ),
    ],
)
def test_an_annex_of_a_draft_whose_number_is_open(line: str, said: tuple[str | None, ...]) -> None:
    head, _ = head_of(f"PHỤ LỤC\nDanh sách thành viên đội ứng cứu\n{line}\n1. Ông Lê Văn An: Đội trưởng;\n")
    assert (head.type, head.number, head.date, head.issuer) == said


def test_a_body_of_a_province_is_not_of_the_country() -> None:
    head, _ = head_of(
        f"VĂN PHÒNG UBND TỈNH\nTRUNG TÂM PHỤC VỤ\nHÀNH CHÍNH CÔNG\nSố: /BC-HCC\n{MOTTO}"
        "Hà Nam, ngày tháng 11 năm 2031\nBÁO CÁO\nKết quả phục vụ người dân\n1. Công tác triển khai\n"
    )
    assert head.area == "Hà Nam"
    joint, _ = head_of(
        f"BỘ CÔNG AN\nCÔNG AN TÍNH BẮC NINH\nSố: 02/TTr-CAT\n{MOTTO}Bắc Ninh, ngày 06 tháng 01 năm 2031\n"
        "TỜ TRÌNH\nVề việc trang bị xe\nKính gửi: Chủ tịch UBND tỉnh\n"
    )
    assert joint.area == "Bắc Ninh"


def test_what_a_recogniser_leaves_of_motto_and_day() -> None:
    head, _ = head_of(
        "ỦY BAN NHÂN DÂN\nTÍNH BẮC NINH\nSố: 4/6 /QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA Độc lập - Tự do - Hạnh phúc\n"
        "Bắc Ninh, ngày 4 6tháng 10 năm 2031\nQUYÉT ĐỊNH\nVề việc thành lập Hội đồng\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẮC NINH\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
        "Nơi nhận:\n- Như Điêu 3;\n- Sở Nội vụ;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nơNguyễn Đức Toàn\n"
    )
    assert (head.issuer, head.date, head.signer) == ("Ủy ban nhân dân tỉnh Bắc Ninh", "2031-10", "Nguyễn Đức Toàn")
    assert head.recipients == ("Sở Nội vụ",)


def test_the_title_of_a_table_takes_its_lines_in_capitals() -> None:
    head, _ = head_of(
        "KẾT QUẢ ĐÁNH GIÁ CÁC TIÊU CHÍ THUỘC CÔNG TÁC\nCHỈ ĐẠO ĐIỀU HÀNH NĂM 2031\nI. ĐỐI VỚI CẤP SỞ\n"
        "STT\tĐơn vị\tĐiểm\n1\tSở Tư pháp\t13,50\n"
    )
    assert head.title == "KẾT QUẢ ĐÁNH GIÁ CÁC TIÊU CHÍ THUỘC CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH NĂM 2031"
