"""Heads of what lies on the desk of an office: slips, speeches, lists, drafts and papers without a letterhead."""

from __future__ import annotations

import pytest
from tests.extract.test_head import codes, head_of

from camket import extract
from camket.extract.head.whole import read_head
from camket.extract.lexicon import lexicon
from camket.grammar.engine import Reading
from camket.model.document import Aside, Document, DocumentKind
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


DRAFT = (
    "UBND TỈNH HÀ NAM\nBAN CHỈ ĐẠO\nSố: /BC-BCĐ\n" + MOTTO + "Hà Nam, ngày tháng 4 năm 2031\nBÁO CÁO\n"
    "Kết quả triển khai Đề án 06 tháng 3/2031\nI. KẾT QUẢ\n"
)


def test_a_draft_speaks_from_the_end_of_the_month_that_it_reports_on() -> None:
    told = extract(
        Document(
            id="t",
            text=DRAFT
            + "Đến nay, tỉnh có 2.313 thủ tục. Đã xây dựng 15 mô hình.\n"
            + "Toàn tỉnh tiếp nhận 27.245/36.864 hồ sơ.\n- Phát sinh 5.000 hồ sơ và 996 hồ sơ đăng ký khai tử.\n"
            + "Rà soát công dân tại các khu công nghiệp 400/2.266 trường hợp trên cơ sở dữ liệu quốc gia về dân cư.\n",
            sha256="",
            text_sha256="",
        )
    )
    assert [(one.quote, one.period) for one in told.figures] == [
        ("2.313 thủ tục", "at:2031-03"),
        ("15 mô hình", "at:2031-03"),
        ("5.000 hồ sơ", "2031-03"),
        ("996 hồ sơ", "2031-03"),
    ]
    assert [(one.done, one.of, one.period) for one in told.tallies] == [
        (27245, "hồ sơ", "2031-03"),
        (400, "trường hợp", "2031-03"),
    ]


@pytest.mark.parametrize(
    ("below", "number", "title"),
    [
        ("Về kết quả Đại hội Hội Làm vườn\n", None, "Về việc kết quả Đại hội Hội Làm vườn"),
        ("V/v báo cáo\nkết quả\n", None, "Về việc báo cáo kết quả"),
    ],
)
def test_the_subject_of_a_letter_in_the_left_column(below: str, number: str | None, title: str) -> None:
    head, _ = head_of(
        f"{UBND}Số: /UBND-NC\n{below}{MOTTO}Hà Nam, ngày 12 háng 01 năm 2031\nKính gửi: Sở Nội vụ\nGiao Sở Nội vụ.\n"
    )
    assert (head.number, head.title, head.date) == (number, title, "2031-01-12")


def test_a_subject_above_the_issuer_ends_where_that_begins() -> None:
    head, _ = head_of(
        f"V/v triển khai thực hiện Công\nvăn số 37/BYT-KH\ncủa Bộ Y tế\n{UBND}Số: /UBND-NC\n{MOTTO}"
        "Hà Nam, ngày tháng 8 năm 2031\nKính gửi:\n- Sở Y tế;\nGiao Sở Y tế chủ trì.\n"
    )
    assert head.issuer == "Ủy ban nhân dân tỉnh Hà Nam"
    assert head.title == "Về việc triển khai thực hiện Công văn số 37/BYT-KH của Bộ Y tế"


def test_a_type_in_small_letters_is_told_by_the_code_of_the_number() -> None:
    head, _ = head_of(
        f"HIỆP HỘI\nCÔNG CHỨNG VIÊN VIỆT NAM\nBAN THƯỜNG VỤ\nSố: 545/HD-BTV\n{MOTTO}"
        "Hà Nội, ngày 29 tháng 7 năm 2031\nHướng dẫn một số nội dung liên quan\nđến đại hội hợp nhất\n"
        "Kính gửi: Hội công chứng viên các tỉnh\nHiệp hội Công chứng viên Việt Nam hướng dẫn như sau:\n"
    )
    assert (head.type, head.title) == ("other", "Hướng dẫn một số nội dung liên quan đến đại hội hợp nhất")
    assert head.issuer == "Ban Thường vụ Hiệp hội Công chứng viên Việt Nam"


def test_the_head_of_a_group_that_decides_is_no_part_of_the_title() -> None:
    head, _ = head_of(
        f"BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\nTỔ GIÚP VIỆC\nSố: /QĐ-TGV\n{MOTTO}Hà Nam, ngày tháng 8 năm 2031\nQUYẾT ĐỊNH\n"
        "Về việc phê duyệt thành viên và ban hành Quy chế hoạt động\nTổ giúp việc về chuyển đổi số\n"
        "TỔ TRƯỞNG TỔ GIÚP VIỆC VỀ CHUYỂN ĐỔI SỐ\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
    )
    assert head.title == (
        "Quyết định về việc phê duyệt thành viên và ban hành Quy chế hoạt động Tổ giúp việc về chuyển đổi số"
    )


@pytest.mark.parametrize("number", ["15/SNV-TCBC", "15/SNV-CCHC&amp;VTLT"])
def test_the_stamp_over_an_annex_gives_its_number_and_day(number: str) -> None:
    head, _ = head_of(
        f"Số: {number}; 10/11/2031; 10:59:46; +07:00\nPhụ lục\nTỔNG HỢP Ý KIẾN GÓP Ý CỦA CÁC SỞ\nNĂM 2031\n"
        "1\tĐề nghị bổ sung\n"
    )
    assert (head.number, head.date) == (number.replace("&amp;", "&"), "2031-11-10")
    assert head.title == "TỔNG HỢP Ý KIẾN GÓP Ý CỦA CÁC SỞ NĂM 2031"


OPEN_ANNEX = (
    "CHỈ TIÊU GIAO NĂM 2032\n"
    "(Kèm theo Quyết định số      /QĐ-UBND ngày      tháng      năm 2031 của UBND tỉnh Bắc Ninh)\n"
    "TT\tChỉ tiêu\tĐơn vị\tNăm 2032\n1\tTốc độ tăng GRDP\t%\t9,1\n"
)
STAMPS = [
    ("Số: 15/QĐ-UBND; 10/11/2031; 10:59:46\n", "15/QĐ-UBND", "2031-11-10"),
    ("Số: 15/QĐ-UBND, 10/11/2031 10:59:46\n", "15/QĐ-UBND", "2031-11-10"),
    ("15/QĐ-UBND 10/11/2031 10:59:46 +07:00\n", "15/QĐ-UBND", "2031-11-10"),
    ("Số: 15/QĐ-UBND Ngày: 10/11/2031 10:59\n", "15/QĐ-UBND", "2031-11-10"),
    ("PHỤ LỤC\nSố: 15/QĐ-UBND; 10/11/2031; 10:59:46\n", "15/QĐ-UBND", "2031-11-10"),
    ("1\nSố: 15/QĐ-UBND; 10/11/2031; 10:59:46\n", "15/QĐ-UBND", "2031-11-10"),
    ("Ký bởi: Ủy ban nhân dân tỉnh Bắc Ninh\nNgày ký: 10/11/2031 15:04:22 +07:00\n", None, "2031-11-10"),
    ("Người ký: UBND tỉnh\nEmail: u@bn.vn\nThời gian ký: 10.11.2031 15:04:22\n", None, "2031-11-10"),
    ("Ký bởi: UBND tỉnh\nNgày ký: 10/01/2033 15:04:22\n", None, "2031"),  # another year: signed again
    ("ĐẾN Giờ: 09:12 Ngày: 12/11/2031\n", None, "2031"),
    ("Ngày ký: 10/11/2031\n", None, "2031"),
    ("", None, "2031"),
]


@pytest.mark.parametrize(("stamp", "number", "date"), STAMPS)
def test_a_stamp_fills_what_the_line_below_the_title_leaves_open(stamp: str, number: str | None, date: str) -> None:
    head, _ = head_of(stamp + OPEN_ANNEX)
    assert (head.type, head.issuer, head.number, head.date) == ("decision", "UBND tỉnh Bắc Ninh", number, date)
    if number or not stamp:
        assert head.title == "CHỈ TIÊU GIAO NĂM 2032"


@pytest.mark.parametrize(
    ("signed", "date"),
    [
        (["Ký bởi: UBND tỉnh", "Thời gian ký: 10/11/2031 15:04:22 +07:00"], "2031-11-10"),
        (["Ký bởi: UBND tỉnh\nNgày ký: 10/11/2031 15:04:22"], "2031-11-10"),
        (["Ngày ký: 10/11/2031 15:04:22", "Ngày ký: 12/11/2031 08:00:00"], "2031"),
        (["Ngày ký: 10/11/2030 15:04:22"], "2031"),
        (["Ngày ký hợp đồng: 10/11/2031"], "2031"),
    ],
)
def test_the_box_of_a_signature_beside_an_annex_tells_the_day_that_is_open(signed: list[str], date: str) -> None:
    asides = tuple(Aside(kind="header", text=text) for text in signed)
    bare = Document(id="a", text=OPEN_ANNEX, sha256="", text_sha256="", asides=asides, format="pdf")
    assert extract(bare).document.head.date == date


def test_a_day_that_the_line_tells_stands_before_that_of_the_stamp() -> None:
    told = OPEN_ANNEX.replace("số      /QĐ-UBND ngày      tháng      năm", "số 15/QĐ-UBND ngày 08 tháng 11 năm")
    assert head_of(f"Số: 15/QĐ-UBND; 10/11/2031; 10:59:46\n{told}")[0].date == "2031-11-08"
    other = told.replace("ngày 08 tháng 11 năm 2031", "")
    assert head_of(f"Số: 16/QĐ-UBND; 10/11/2031; 10:59:46\n{other}")[0].date is None


def test_a_programme_below_the_number_of_what_it_goes_with() -> None:
    head, _ = head_of(
        "Số: 2003/CĐ-VPCP\nCHƯƠNG TRÌNH\nHội nghị triển khai nước sạch\nThời gian: ½ ngày, ngày 09/10/2031.\n"
    )
    assert (head.type, head.number, head.title) == (
        "plan",
        "2003/CĐ-VPCP",
        "Chương trình hội nghị triển khai nước sạch",
    )


def test_a_list_of_many_communes_is_of_none_of_them() -> None:
    names = ["An", "Bình", "Cát", "Dương", "Đông", "Giang", "Hòa", "Khánh", "Lâm", "Mỹ", "Ninh", "Phú"]
    rows = "".join(f"{at}\tUBND xã {name} Sơn\t12,5\n" for at, name in enumerate(names, 1))
    head, _ = head_of(f"KẾT QUẢ ĐÁNH GIÁ\nSTT\tĐơn vị\tĐiểm\n{rows}13\tUBND xã An Sơn\t9,5\n")
    assert head.area is None


def test_a_title_over_two_lines_sets_no_aims() -> None:
    told = extract(
        Document(
            id="t",
            text="TÓM TẮT BÁO CÁO CẢI CÁCH HÀNH CHÍNH NĂM 2031 VÀ PHƯƠNG HƯỚNG,\nNHIỆM VỤ NĂM 2032 TỈNH HÀ NAM\n"
            "I. KẾT QUẢ\nTỉnh ban hành 36 nghị quyết.\nII. NHIỆM VỤ NĂM 2032\nTổ chức 12 lớp.\n",
            sha256="",
            text_sha256="",
        )
    )
    assert [(one.role, one.period) for one in told.figures] == [("actual", "2031"), ("target", "2032")]


@pytest.mark.parametrize("form", ["TỜ KHAI LỆ PHÍ TRƯỚC BẠ", "BẢN KÊ KHAI TÀI SẢN", "BẢNG KÊ CHI PHÍ"])
@pytest.mark.parametrize("above", ["Mẫu số: 01/LPTB\n", "MẪU SỐ 01/LPTB\n", ""])
def test_a_form_has_no_number_of_its_own_and_is_no_body(form: str, above: str) -> None:
    head, _ = head_of(f"{above}{MOTTO}\n{form}\nHà Nam, ngày 5 tháng 3 năm 2023\nHọ và tên: Lê Thị Thu\n")
    assert (head.number, head.issuer) == (None, None)
