"""What a paper says of itself: official papers, news, the day of the event and its year, the area."""

from __future__ import annotations

import unicodedata

import pytest

from camket import extract
from camket.extract.head.issuer import issuer_of
from camket.extract.head.names import in_running_case
from camket.extract.head.whole import read_head
from camket.extract.lexicon import lexicon
from camket.findings import Finding
from camket.grammar.engine import Reading
from camket.model.document import Document, Head
from camket.rules.book import rule_set

NOTHING_KNOWN = Head()


def head_of(text: str, known: Head = NOTHING_KNOWN) -> tuple[Head, tuple[Finding, ...]]:
    reading = Reading(text, lexicon())
    rule_set().run("period", reading)
    return read_head(reading, Document(id="t", text=text, sha256="", text_sha256="", head=known))


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.message.code for finding in findings]


PLAN = """ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BẮC NINH                         Độc lập - Tự do - Hạnh phúc
_______                              ________________________
Số: 27/KH-UBND                     Bắc Ninh, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Đẩy mạnh giải ngân vốn đầu tư công năm 2026

Căn cứ Nghị quyết số 15/NQ-HĐND ngày 09/12/2025, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:
1. Giao Sở Tài chính tổng hợp tiến độ.

                                   TM. ỦY BAN NHÂN DÂN
                                   KT. CHỦ TỊCH
                                   PHÓ CHỦ TỊCH

                                   Đào Quang Thịnh
Nơi nhận:
- Thường trực Tỉnh ủy (để b/c);
- Các sở, ban, ngành;
- UBND các xã,
phường;
- Lưu: VT, KTTH (3b).
"""


def test_a_state_plan() -> None:
    head, findings = head_of(PLAN)
    assert head == Head(
        title="Kế hoạch đẩy mạnh giải ngân vốn đầu tư công năm 2026",
        number="27/KH-UBND",
        date="2026-02-05",
        type="plan",
        issuer="Ủy ban nhân dân tỉnh Bắc Ninh",
        recipients=("Thường trực Tỉnh ủy", "Các sở, ban, ngành", "UBND các xã, phường"),
        signer="Đào Quang Thịnh",
        source_kind="plan",
        area="Bắc Ninh",
    )
    assert findings == ()


def test_a_party_conclusion_with_its_own_number_form() -> None:
    head, _ = head_of(
        "TỈNH ỦY BẮC NINH                 ĐẢNG CỘNG SẢN VIỆT NAM\n*\n"
        "Số 127-KL/TU              Bắc Ninh, ngày 06 tháng 3 năm 2026\n\nKẾT LUẬN\n"
        "của Ban Thường vụ Tỉnh ủy\nvề nhiệm vụ quý II năm 2026\n-----\n"
        "Ban Thường vụ Tỉnh ủy thống nhất những nội dung sau:\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLê Hải Đăng\n"
    )
    assert (head.number, head.date, head.issuer) == ("127-KL/TU", "2026-03-06", "Tỉnh ủy Bắc Ninh")
    assert head.title == "Kết luận của Ban Thường vụ Tỉnh ủy về nhiệm vụ quý II năm 2026"
    assert (head.type, head.signer, head.area) == ("other", "Lê Hải Đăng", "Bắc Ninh")


def test_columns_one_below_the_other_and_a_number_still_open() -> None:
    head, _ = head_of(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH BẮC NINH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số:     /NQ-HĐND\nBắc Ninh, ngày     tháng 12 năm 2025\n\nNGHỊ QUYẾT\n"
        "Về dự toán ngân sách địa phương năm 2026\n\nHỘI ĐỒNG NHÂN DÂN TỈNH BẮC NINH\nQUYẾT NGHỊ:\n"
    )
    assert (head.number, head.date, head.type) == (None, "2025-12", "resolution")
    assert head.issuer == "Hội đồng nhân dân tỉnh Bắc Ninh"
    assert head.title == "Nghị quyết về dự toán ngân sách địa phương năm 2026"


def test_a_head_in_a_narrow_column() -> None:
    head, _ = head_of(
        "VĂN PHÒNG CHÍNH\nPHỦ\n\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 612/TB-VPCP\n\nHà Nội, ngày 15\ntháng 11 năm 2025\n\nTHÔNG BÁO\n\n"
        "KẾT\nLUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ TẠI BUỔI LÀM VIỆC VỚI LÃNH ĐẠO TỈNH\nĐẮK LẮK\n\n"
        "Chiều ngày 09 tháng 11 năm 2025, Phó Thủ tướng Chính phủ đã chủ trì buổi làm việc với lãnh đạo tỉnh Đắk Lắk."
    )
    assert (head.issuer, head.date, head.area) == ("Văn phòng Chính phủ", "2025-11-15", "Đắk Lắk")


def test_the_grounds_of_a_paper_without_a_head_tell_its_kind_and_no_day() -> None:
    head, _ = head_of(
        "Nghị quyết về quy hoạch phát triển thương mại tỉnh Phú Thọ đến năm 2020\nHội đồng nhân dân tỉnh Phú Thọ\n"
        "- Căn cứ Luật tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;\n"
        "- Sau khi xem xét Tờ trình số 3916/TTr-UBND ngày 07/12/2009 của UBND tỉnh;\nQuyết nghị:"
    )
    assert (head.type, head.event_date, head.area) == ("resolution", None, "Phú Thọ")


def test_a_letter_with_columns_glued_by_one_blank() -> None:
    head, _ = head_of(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BẮC GIANG Độc lập - Tự do - Hạnh phúc\n"
        "Số: 1520/UBND-TH Bắc Giang, ngày 08 tháng 4 năm 2024\nV/v đôn đốc bồi thường,\ngiải phóng mặt bằng\n"
        "Kính gửi:\n- Sở Tài nguyên và Môi trường;\n- Ủy ban nhân dân các huyện,\nthị xã, thành phố.\n"
        "Chủ tịch UBND tỉnh yêu cầu các cơ quan khẩn trương hoàn thành việc kiểm đếm trong tháng 4.\n"
        "Nơi nhận: KT. CHỦ TỊCH\n- Như trên; PHÓ CHỦ TỊCH\n- Lưu: VT. Phan Thế Vinh\n"
    )
    assert (head.number, head.type, head.issuer) == ("1520/UBND-TH", "letter", "Ủy ban nhân dân tỉnh Bắc Giang")
    assert head.title == "Về việc đôn đốc bồi thường, giải phóng mặt bằng"
    assert head.recipients == ("Sở Tài nguyên và Môi trường", "Ủy ban nhân dân các huyện, thị xã, thành phố")
    assert head.signer == "Phan Thế Vinh"


def test_the_event_of_a_notice_is_the_session_that_it_concludes() -> None:
    head, _ = head_of(
        "VĂN PHÒNG CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 45/TB-VPCP\n"
        "Hà Nội, ngày 12 tháng 02 năm 2025\n\nTHÔNG BÁO\n"
        "Kết luận của Thủ tướng Chính phủ tại buổi làm việc với lãnh đạo tỉnh Thái Nguyên\n\n"
        "Ngày 08 tháng 02 năm 2025, tại trụ sở Chính phủ, Thủ tướng Chính phủ đã chủ trì buổi làm việc.\n"
    )
    assert (head.type, head.event, head.event_date, head.date) == (
        "notice", "working_session", "2025-02-08", "2025-02-12"
    )  # fmt: skip
    assert (head.issuer, head.area) == ("Văn phòng Chính phủ", "Thái Nguyên")


@pytest.mark.parametrize(
    ("top", "issuer", "source", "area"),
    [
        ("TỔNG CỤC THỐNG KÊ\nCỤC THỐNG KÊ TỈNH NAM ĐỊNH", "Cục Thống kê tỉnh Nam Định", "statistics", "Nam Định"),
        ("CHÍNH PHỦ", "Chính phủ", "report", "cả nước"),
        ("BỘ TÀI CHÍNH\nCỤC THỐNG KÊ", "Cục Thống kê", "statistics", "cả nước"),
        ("UBND TỈNH LẠNG SƠN\nSỞ CÔNG THƯƠNG", "Sở Công Thương tỉnh Lạng Sơn", "report", "Lạng Sơn"),
    ],
)
def test_issuer_source_and_area_of_a_report(top: str, issuer: str, source: str, area: str) -> None:
    motto_and_date = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 9/BC\nHà Nội, ngày 02 tháng 7 năm 2024"
    head, _ = head_of(f"{top}\n{motto_and_date}\nBÁO CÁO\nTình hình 6 tháng\n")
    assert (head.issuer, head.source_kind, head.area) == (issuer, source, area)
    assert (head.type, head.event, head.event_date) == ("report", "report", None)


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["ỦY BAN NHÂN DÂN TỈNH BẮC NINH", "VĂN PHÒNG"], "Văn phòng Ủy ban nhân dân tỉnh Bắc Ninh"),
        (["ĐẢNG BỘ TỈNH BẮC NINH", "BAN CHẤP HÀNH"], "Ban Chấp hành Đảng bộ tỉnh Bắc Ninh"),
        (["TỈNH ỦY BẮC NINH", "BAN TỔ CHỨC"], "Ban Tổ chức Tỉnh ủy Bắc Ninh"),
        (
            ["ĐẢNG BỘ TỈNH HÀ NAM", "ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XXI"],
            "Đại hội đại biểu Đảng bộ tỉnh Hà Nam lần thứ XXI",
        ),
        (["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"], "Ủy ban nhân dân thành phố Hải Phòng"),
        (["ĐẢNG ỦY", "XÃ ĐỒNG TIẾN"], "Đảng ủy xã Đồng Tiến"),
        ([], None),
    ],
)
def test_issuer_lines(lines: list[str], issuer: str | None) -> None:
    assert issuer_of(lines) == issuer


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("ỦY BAN NHÂN DÂN XÃ TAM ĐA", "Ủy ban nhân dân xã Tam Đa"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", "Ban Chấp hành Đảng bộ tỉnh"),
        ("VỀ TĂNG TRƯỞNG GRDP QUÝ III", "Về tăng trưởng GRDP quý III"),
        ("Sở Tài chính", "Sở Tài chính"),
        ("TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM", "Tập đoàn bưu chính viễn thông Việt Nam"),
        (
            "KẾT LUẬN CỦA BỘ TRƯỞNG TRẦN VĂN AN TẠI BUỔI LÀM VIỆC VỚI LÃNH ĐẠO TỈNH",
            "Kết luận của bộ trưởng Trần Văn An tại buổi làm việc với lãnh đạo tỉnh",
        ),
    ],
)
def test_names_in_capitals(capitals: str, written: str) -> None:
    assert in_running_case(capitals) == written


BODY = (
    "Chiều 15/4/2021, tại Tỉnh ủy Bắc Ninh, đoàn công tác có buổi làm việc với lãnh đạo tỉnh về kết quả phát triển "
    "kinh tế - xã hội quý đầu năm và những việc cần làm ngay trong thời gian tới."
)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Bắc Ninh gỡ vướng cho doanh nghiệp\n\n", "Bắc Ninh gỡ vướng cho doanh nghiệp"),
        ("Sự kiện - chuyên đề:\n\nBắc Ninh gỡ vướng cho doanh nghiệp\n", "Bắc Ninh gỡ vướng cho doanh nghiệp"),
        ("Trang chủ > Thời sự\nThứ Năm, 15-04-2021\nGỡ vướng cho doanh nghiệp\n", "Gỡ vướng cho doanh nghiệp"),
        ("GÓC NHÌN\n\nHai con số tăng trưởng và một câu hỏi lớn\n", "Hai con số tăng trưởng và một câu hỏi lớn"),
        ("ĐẠI HỘI ĐẢNG BỘ TỈNH BẮC NINH THÀNH CÔNG\n", "ĐẠI HỘI ĐẢNG BỘ TỈNH BẮC NINH THÀNH CÔNG"),
        ("Ngày 16/9 khai trương đường mới\n", "Ngày 16/9 khai trương đường mới"),
        ("", None),
        (" date 2021-04 ", None),
    ],
)
def test_title_of_news(top: str, title: str | None) -> None:
    assert head_of(top + BODY)[0].title == title


def test_the_motto_is_no_title() -> None:
    text = (
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\nVĂN BẢN THỎA THUẬN VỀ CHIA TÀI SẢN CHUNG\n"
        "Hôm nay, ngày .... tháng .... năm ......., tại Hà Nam, chúng tôi gồm:\nÔng: .....\n"
    )
    assert head_of(text)[0].title == "VĂN BẢN THỎA THUẬN VỀ CHIA TÀI SẢN CHUNG"


def test_metadata_wins() -> None:
    known = Head(title="Tên trong trang", published="2021-04-16", publisher="Báo Kinh Bắc", url="https://bao.example/1")
    head, findings = head_of(f"Tên trong trang\n{BODY}", known)
    assert (head.title, head.published, head.publisher) == ("Tên trong trang", "2021-04-16", "Báo Kinh Bắc")
    assert (head.event_date, head.type, head.source_kind) == ("2021-04-15", "news", "press")
    assert findings == ()


@pytest.mark.parametrize(
    ("top", "foot", "published"),
    [
        ("Thứ Năm, 15-04-2021, 18:38", "", "2021-04-15"),
        ("22:04 10/01/2022", "", "2022-01-10"),
        ("(Đăng ngày 20/01/2026)", "", "2026-01-20"),
        ("Thứ Ba, 09/12/2025 – 17:42", "", "2025-12-09"),
        ("Cập nhật lúc 7 giờ 30 ngày 5 tháng 3 năm 2020", "", "2020-03-05"),
        ("", "Theo báo tỉnh\n\n14:50:14 25-09-2020\n\nĐối tác của chúng tôi", "2020-09-25"),
        ("", "Ảnh chụp ngày 25/09/2020", None),
        ("", "Giấy phép số 12 ngày 25/09/2020", None),
        ("31/02/2022", "", None),
    ],
)
def test_day_of_publication(top: str, foot: str, published: str | None) -> None:
    text = f"Bắc Ninh gỡ vướng cho doanh nghiệp\n{top}\n{'Tỉnh tiếp tục hỗ trợ doanh nghiệp. ' * 6}\n{foot}"
    assert head_of(text)[0].published == published


def test_month_before_the_text() -> None:
    head, _ = head_of(
        " date 2024-06 Ngày 26/6, đồng chí Thường trực Ban Bí thư có buổi làm việc với Ban Thường vụ Tỉnh ủy Bắc Giang "
        "về công tác cán bộ."
    )
    assert (head.published, head.event_date, head.area) == ("2024-06", "2024-06-26", "Bắc Giang")


@pytest.mark.parametrize(
    ("lead", "event_date"),
    [
        ("Chiều 15-4, tại Tỉnh ủy, đoàn công tác làm việc với tỉnh.", "2021-04-15"),
        ("Đại hội khai mạc sáng 25/3.", "2021-03-25"),
        ("Trong hai ngày (13 - 14/4), Bộ trưởng làm việc tại tỉnh.", "2021-04-14"),
        ("Từ ngày 12 đến ngày 14/4, đoàn khảo sát các khu công nghiệp.", "2021-04-14"),
        ("Ngày 30/12, tỉnh tổng kết năm.", "2020-12-30"),
        ("Vừa qua, ngày 13/01/2020, tỉnh ký kết hợp tác.", "2020-01-13"),
        ("Sáng nay, UBND tỉnh họp phiên thường kỳ.", "2021-04-16"),
        ("Theo Quyết định số 645 ngày 06/3, mức hỗ trợ được nâng lên.", None),
        ("Các sở báo cáo trước ngày 20/4 để tổng hợp.", None),
        ("Từ ngày 10/3, mức phí mới được áp dụng.", None),
        ("Doanh nghiệp đạt 12/15 tiêu chí.", None),
    ],
)
def test_dateline(lead: str, event_date: str | None) -> None:
    text = f"Tin của tỉnh Bắc Ninh trong tuần\n16/04/2021 08:00\n{lead}\n{'Công việc được triển khai đúng hướng. ' * 4}"
    assert head_of(text)[0].event_date == event_date


def test_today_is_the_day_of_publication() -> None:
    head, _ = head_of(
        "Thủ tướng thăm công nhân\nChiều tối nay, 6/1/2019, Thủ tướng thăm công nhân khu công nghiệp ở Bắc Ninh."
    )
    assert (head.published, head.event_date) == ("2019-01-06", "2019-01-06")


YEARS = [
    (
        "same_day",
        "Sáng 12/3, tỉnh khởi công cầu. Trước đó, lễ khởi công được ấn định vào ngày 12/3/2018.",
        "2018-03-12",
    ),
    ("quarter", "Chiều 16/3, đoàn làm việc. Báo cáo nêu quý I/2019 ước thu 2.660 tỷ đồng.", "2019-03-16"),
    ("months", "Ngày 9/1, tỉnh họp. Kết quả 11 tháng năm 2018, xuất khẩu đạt 30 tỷ USD.", "2019-01-09"),
    ("counted_to", "Ngày 21/8, bảo hiểm xã hội họp. Số nợ tính đến tháng 6/2019 là hơn 6 tỷ đồng.", "2019-08-21"),
    ("due_soon", "Chiều 18/4, đoàn làm việc. Tỉnh phải gửi hồ sơ trước ngày 28/4/2025.", "2025-04-18"),
    (
        "due_soon_and_planned",
        "Chiều 18/4, đoàn làm việc. Gửi hồ sơ trước 28/4/2025. Đầu tháng 5/2025, ngân hàng sẽ họp về dự án.",
        "2025-04-18",
    ),
    ("near_day", "Chiều 6/1, Bộ trưởng kiểm tra theo Chỉ thị số 34 ngày 28/12/2018 của Thủ tướng.", "2019-01-06"),
    ("estimate", "Sáng 2/12, hội nghị khai mạc. Năm 2017, thành phố chỉ ước đạt 8,25%.", "2017-12-02"),
    ("estimate_to_the_end", "Chiều 18/11, hội thảo. Ước đến hết năm 2020, tỉnh thu hút 1.200 dự án.", "2020-11-18"),
    (
        "autumn",
        "Sáng 31/10, các đại biểu thảo luận. Năm 2017 thu đạt 69,5% dự toán. Năm 2018 đặt mục tiêu 6,7%.",
        "2017-10-31",
    ),
    (
        "autumn_over_plan",
        "Ngày 12/12, HĐND tỉnh họp. Năm 2024 có 17/20 chỉ tiêu đạt và vượt kế hoạch. Chỉ tiêu năm 2025 là tăng 10%.",
        "2024-12-12",
    ),
    ("autumn_tasks", "Ngày 20/12, hội nghị bàn nhiệm vụ năm 2022.", "2021-12-20"),
    ("new_year", "Chiều 25/1, đoàn làm việc. Lũy kế đến hết năm 2018, tỉnh đã thu hút 1.300 dự án.", "2019-01-25"),
    (
        "new_year_review",
        "Sáng 9/1, hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023. Năm 2023, ngành ước thu 20 tỷ.",
        "2023-01-09",
    ),
    (
        "autumn_review",
        "Sáng 9/12, hội nghị đánh giá kết quả thực hiện năm 2022, phương hướng nhiệm vụ năm 2023.",
        "2022-12-09",
    ),
    (
        "estimate_to",
        "Chiều 9/11, đoàn làm việc. Ước đến hết năm 2022, tỉnh có 815 dự án; năm 2021 tăng 8%.",
        "2022-11-09",
    ),
    ("new_year_tasks", "Sáng 10/1, hội nghị triển khai nhiệm vụ năm 2022.", "2022-01-10"),
    (
        "term",
        "Chiều 28/6, kỳ họp thứ nhất bầu nhân sự nhiệm kỳ 2016-2021; nhiệm kỳ 2011-2016 đã khép lại.",
        "2016-06-28",
    ),
    ("plan", "Sáng 21/3, Chính phủ trình kế hoạch 5 năm 2016-2020, sau giai đoạn 2011-2015.", "2016-03-21"),
    (
        "paper",
        "Chiều 18/6, hội nghị nhìn lại 2 năm triển khai Nghị quyết 120. Năm 2017, Chính phủ ban hành Nghị quyết 120.",
        "2019-06-18",
    ),
    # a plan is adjusted in its year, though other words of tasks lead to the same year
    (
        "adjusted",
        "Ngày 10/11, HĐND tỉnh họp, thông qua việc điều chỉnh giảm kế hoạch đầu tư công năm 2020.",
        "2020-11-10",
    ),
    ("aims_passed", "Chiều 7/12, HĐND thông qua các chỉ tiêu kinh tế - xã hội trong năm 2019.", "2018-12-07"),
    (
        "before_the_next",
        "Chiều 17/11, quận báo cáo tình hình kinh tế - xã hội năm 2014 và kế hoạch cho năm sau.",
        "2014-11-17",
    ),
    # what is told of the end of a year is told after it
    (
        "after_an_end",
        "Chiều 28/6, tỉnh nhìn lại Nghị quyết số 06. Đến hết năm 2016, toàn tỉnh đã có 33 cụm công nghiệp.",
        "2017-06-28",
    ),
    # an aim is set beside what was reached
    (
        "beside_an_aim",
        "Chiều 26/6, đoàn làm việc. Kế hoạch đặt ra là 9% và phải cao hơn mức 6 tháng đầu năm 2017 (8,26%).",
        "2017-06-26",
    ),
]


def test_a_lead_of_the_body_of_a_province_is_not_of_the_nation() -> None:
    lead = "Với sự chỉ đạo của Chính phủ, sự điều hành của UBND tỉnh, kinh tế quý I năm 2016 có chuyển biến."
    head, _ = head_of(f"Tình hình kinh tế - xã hội quý I năm 2016\n\n{lead}\nGRDP ước tăng 8,01%.")
    assert head.area is None


WITHIN = [
    ("Kinh tế thành phố năm 2019 tăng 8,7%. Kỳ họp xem xét dự án trên địa bàn thành phố Việt Trì.", "Việt Trì"),
    ("Kinh tế năm 2019 tăng 8,7%, cao hơn huyện Lâm Thao.", None),
]


@pytest.mark.parametrize(("text", "area"), WITHIN)
def test_the_only_place_that_things_are_within(text: str, area: str | None) -> None:
    assert head_of(text)[0].area == area


def test_a_title_of_december_looks_forward() -> None:
    head, _ = head_of("Bắc Ninh thông qua các chỉ tiêu năm 2025\nNgày 12/12, HĐND tỉnh Bắc Ninh bế mạc kỳ họp.")
    assert head.event_date == "2024-12-12"


@pytest.mark.parametrize(("lead", "event_date"), [each[1:] for each in YEARS], ids=[each[0] for each in YEARS])
def test_year_told_by_the_other_times(lead: str, event_date: str) -> None:
    head, findings = head_of(f"Bắc Ninh: một ngày làm việc\n{lead}")
    assert head.event_date == event_date
    inferred = next(each for each in findings if each.message.code == "head.year_inferred")
    assert inferred.level == "info"
    assert dict(inferred.message.params)["year"] == event_date[:4]
    assert inferred.start is not None


@pytest.mark.parametrize(
    "lead",
    [
        "Chiều 12/4, đoàn làm việc. Quy hoạch được phê duyệt từ năm 2011.",
        "Chiều 12/6, đoàn làm việc. Năm 2018, GRDP tăng 8%.",
        "Sáng 5/11, hội nghị khai mạc. Năm 2018, GRDP tăng 8%.",
        "Sáng 5/7, kỳ họp bàn kế hoạch 5 năm 2016-2020, sau giai đoạn 2011-2015.",
        "Sáng 5/8, xét xử vụ án xảy ra ngày 3/2/2015.",
        "Chiều 12/4, bị cáo sinh ngày 10/4/1990 khai nhận.",
        "Sáng 21/3, hội nghị bàn mục tiêu đến năm 2030.",
    ],
)
def test_year_that_cannot_be_told(lead: str) -> None:
    head, findings = head_of(f"Bắc Ninh: một ngày làm việc\n{lead}")
    assert head.event_date is None
    assert codes(findings) == ["head.no_date"]


def test_the_date_of_a_law_that_a_paper_stands_on_is_no_event() -> None:
    head, _ = head_of(
        "Nghị quyết về phát triển cây chè đến năm 2015\nHội đồng nhân dân tỉnh Hà Giang\n"
        "Căn cứ Luật Tổ chức Hội đồng nhân dân ngày 26 tháng 11 năm 2003;\n- Xét Tờ trình của Ủy ban nhân dân tỉnh;"
    )
    assert (head.type, head.event_date) == ("resolution", None)


def test_a_result_after_the_day_rules_a_year_out() -> None:
    """The near date says 2016, but results of 2017 are reported."""
    head, _ = head_of(
        "Bắc Ninh: gặp mặt\nSáng 5/9, tỉnh gặp mặt, nhắc lại ngày 2/9/2016. Năm 2017, thu đạt 20.000 tỷ đồng."
    )
    assert head.event_date is None


@pytest.mark.parametrize(
    ("lead", "event"),
    [
        ("Sáng 5/3/2024, đoàn thăm và làm việc với tỉnh về triển khai Nghị quyết Đại hội XIII.", "working_session"),
        ("Sáng 5/3/2024, Đại hội Đảng bộ tỉnh khai mạc.", "congress"),
        ("Sáng 5/3/2024, tỉnh tổ chức hội nghị xúc tiến đầu tư.", "conference"),
        ("Sáng 5/3/2024, Chủ tịch nước đến thăm các gia đình chính sách.", "visit"),
        ("Sáng 5/3/2024, Bộ trưởng báo cáo kết quả thực hiện ngân sách trước Quốc hội.", "report"),
        ("Sáng 5/3/2024, kỳ họp bầu Chủ tịch UBND tỉnh.", "other"),
        ("Sáng 5/3/2024, giá vàng tăng; sau Đại hội, tỉnh triển khai Nghị quyết Đại hội Đảng bộ tỉnh.", "other"),
        ("Sáng 5/3/2024, nhiều người sinh sống và làm việc tại Bắc Ninh về quê sau cuộc họp báo.", "other"),
    ],
)
def test_event(lead: str, event: str) -> None:
    assert head_of(f"Tin trong tỉnh\n{lead}")[0].event == event


@pytest.mark.parametrize(
    ("title", "lead", "area"),
    [
        ("Bắc Ninh dẫn đầu cả nước về xuất khẩu", "Tỉnh Hưng Yên đứng sau.", "Bắc Ninh"),
        (
            "Gỡ điểm nghẽn cho Đồng bằng sông Cửu Long",
            "Sáng nay, tại TP Cần Thơ, các bộ họp.",
            "Đồng bằng sông Cửu Long",
        ),
        ("Thu ngân sách vượt dự toán", "So với Hải Dương, tỉnh Hưng Yên thu cao hơn.", "Hưng Yên"),
        ("Thu ngân sách vượt dự toán", "Thủ tướng làm việc với lãnh đạo tỉnh Bình Thuận.", "Bình Thuận"),
        ("Nợ công sát trần", "Thảo luận ở Quốc hội, đại biểu tỉnh Phú Thọ lo ngại.", "cả nước"),
        ("Giao chỉ tiêu cho các bộ", "Sáng nay, tại Hà Nội, Chính phủ họp trực tuyến.", "cả nước"),
        (
            "Doanh nghiệp kêu khó",
            "Ông A nói.\n" * 8 + "Ở Quảng Nam, đơn hàng giảm. Quảng Nam đã kiến nghị.",
            "Quảng Nam",
        ),
        (
            "Thông xe cao tốc Hà Nội - Hải Phòng",
            "Tại buổi làm việc ở Hưng Yên, Thủ tướng thúc tiến độ đường dây 500 kV Thái Bình - Nam Định.",
            "Hưng Yên",
        ),
        ("Kinh tế khởi sắc", "Thu ngân sách của tỉnh đứng thứ 8 cả nước.", None),
        ("Phường Bắc Giang thay áo mới", "Người dân phấn khởi vì hòa bình.", None),
        ("Kỷ niệm chiến thắng Điện Biên Phủ", "Người dân phấn khởi.", None),
    ],
)
def test_area(title: str, lead: str, area: str | None) -> None:
    head, findings = head_of(f"{title}\n{lead}")
    assert head.area == area
    assert ("head.no_area" in codes(findings)) == (area is None)


def test_text_with_nothing_to_tell() -> None:
    for text in ("", "\n \n", "12;15"):
        head, findings = head_of(text)
        assert (head.type, head.event_date, head.area) == ("other", None, None)
        assert codes(findings) == ["head.no_date", "head.no_area"]


def test_decomposed_letters_are_read_and_kept() -> None:
    text = unicodedata.normalize("NFD", f"Bắc Ninh gỡ vướng\n{BODY}")
    head, _ = head_of(text)
    assert (head.event_date, head.area) == ("2021-04-15", "Bắc Ninh")
    assert head.title == unicodedata.normalize("NFD", "Bắc Ninh gỡ vướng")


ANNEXES = [
    (
        "(Kèm theo Quyết định số 21/QĐ-UBND ngày 17/01/2022 của UBND tỉnh Bắc Ninh)",
        ("decision", "21/QĐ-UBND", "2022-01-17", "UBND tỉnh Bắc Ninh", "Bắc Ninh"),
    ),
    (
        "(Ban hành kèm theo Nghị quyết số: 45/NQ-HĐND, ngày 08 tháng 12 năm 2023 của Hội đồng nhân dân tỉnh Bắc Giang)",
        ("resolution", "45/NQ-HĐND", "2023-12-08", "Hội đồng nhân dân tỉnh Bắc Giang", "Bắc Giang"),
    ),
    (
        "(Kèm theo Báo cáo số:       /BC-UBND ngày     tháng 6 năm 2024 của UBND xã Hòa Mẫu)",
        ("report", None, "2024-06", "UBND xã Hòa Mẫu", "Hòa Mẫu"),
    ),
    (
        "(Kèm theo Kế hoạch số ...../KH-UBND, ngày......tháng...... năm 2020 của UBND Phường Võ Cường)",
        ("plan", None, "2020", "UBND Phường Võ Cường", "Võ Cường"),
    ),
    (
        "(Kèm theo Quyết định số 7/QĐ-UBND ngày 5/1/2024 của UBND xã Đa Mai)",
        ("decision", "7/QĐ-UBND", "2024-01-05", "UBND xã Đa Mai", "Đa Mai"),
    ),
    (
        "(Kèm theo Văn bản số: 2208/SXD-QLN ngày 23 / 7 /2026\ncủa Sở Xây dựng tỉnh Bắc Ninh)",
        ("letter", "2208/SXD-QLN", "2026-07-23", "Sở Xây dựng tỉnh Bắc Ninh", "Bắc Ninh"),
    ),
    (
        "(Kèm theo Quyết định số 1424 /QĐ-UBND ngày 30 tháng 6 năm 2025 của UBND xã Đa Mai)",
        ("decision", "1424/QĐ-UBND", "2025-06-30", "UBND xã Đa Mai", "Đa Mai"),
    ),
    (
        "(Kèm theo văn bản số 18/KH-UBND ngày 4/3/2024 của UBND xã Đa Mai)",
        ("plan", "18/KH-UBND", "2024-03-04", "UBND xã Đa Mai", "Đa Mai"),
    ),
]


@pytest.mark.parametrize(("line", "said"), ANNEXES)
def test_an_annex_is_of_the_paper_it_goes_with(line: str, said: tuple[str | None, ...]) -> None:
    text = f"BIỂU CHỈ TIÊU KINH TẾ - XÃ HỘI CHỦ YẾU\n{line}\n\nTT | Chỉ tiêu | Kế hoạch\n1 | Tỷ lệ hộ nghèo (%) | 1,1\n"
    found = extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head
    assert (found.type, found.number, found.date, found.issuer, found.area) == said
    assert found.title == "BIỂU CHỈ TIÊU KINH TẾ - XÃ HỘI CHỦ YẾU"


def test_the_title_of_an_annex_is_whole() -> None:
    text = (
        "BỘ THÔNG SỐ DÙNG CHUNG\nCHO TRẠM BƠM TIÊU ÚNG\n(Kèm theo văn bản số: 118/SNNMT-TL ngày 23 / 7/2026 "
        "của Sở Nông nghiệp và Môi trường)\nI. Nguyên tắc\nCác trạm bơm mới dùng bộ thông số này, các trạm đang xây "
        "dựng không phải thay đổi thiết kế đã được phê duyệt trước ngày ban hành.\n"
    )
    found = extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head
    assert (found.title, found.number) == ("BỘ THÔNG SỐ DÙNG CHUNG CHO TRẠM BƠM TIÊU ÚNG", "118/SNNMT-TL")


STATE_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def test_an_annex_whose_line_leaves_out_whose_province_it_is() -> None:
    text = (
        "DANH SÁCH\nThành viên Đội ứng cứu sự cố tỉnh Bắc Ninh\n(Kèm theo Quyết định số 5/QĐ-UBND ngày 2/9/2025\n"
        "của Chủ tịch Ủy ban nhân dân tỉnh)\n1. Ông Đinh Công Tuệ, Đội trưởng;\n"
    )
    found = extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head
    assert (found.issuer, found.number) == ("Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh", "5/QĐ-UBND")


HEADED = [  # what stands above the line, the line, what is said
    (
        "",
        "(Ban hành kèm theo Quyết định số 14/2023/QĐ-UBND ngày 20/5/2023 của Ủy ban nhân dân tỉnh Bắc Ninh)",
        ("other", "14/2023/QĐ-UBND", "2023-05-20", "Ủy ban nhân dân tỉnh Bắc Ninh"),
    ),
    (
        "",
        "(Kèm theo Quyết định số      /QĐ-UBND ngày .... tháng .... năm 2026\ncủa Chủ tịch UBND tỉnh Bắc Ninh)",
        ("other", None, "2026", "Chủ tịch UBND tỉnh Bắc Ninh"),
    ),
    ("", "(Kèm theo Quyết định số 3/QĐ-UBND)", ("other", "3/QĐ-UBND", None, "Ủy ban nhân dân tỉnh Bắc Ninh")),
    (
        "Số: 30/QC-UBND\n",
        "(Kèm theo Quyết định số 3/QĐ-UBND ngày 2/1/2023 của UBND tỉnh Bắc Ninh)",
        ("other", "30/QC-UBND", None, "Ủy ban nhân dân tỉnh Bắc Ninh"),
    ),
]


@pytest.mark.parametrize(("above", "line", "said"), HEADED)
def test_a_charter_with_a_letterhead_is_of_the_paper_that_gives_it_force(
    above: str, line: str, said: tuple[str | None, ...]
) -> None:
    top = f"ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\n{above}{STATE_MOTTO}\n"
    text = (
        f"{top}QUY CHẾ\nLàm việc của Hội Khuyến học tỉnh\n{line}\n\nĐiều 1. Hội có trụ sở tại phường Kinh Bắc.\n"
        "Điều 2. Quy chế này đã được đại hội thông qua ngày 20/12/2022.\n"
    )
    found = extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head
    assert (found.type, found.number, found.date, found.issuer) == said
    assert found.title == "Quy chế làm việc của Hội Khuyến học tỉnh"


def test_a_report_sent_with_a_letter_stays_one() -> None:
    text = "BÁO CÁO\nTình hình quý III năm 2023\n(Kèm theo Công văn số 6/CTK ngày 28/9/2023 của Cục Thống kê)\n\n1.\n"
    found = extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head
    assert (found.type, found.number, found.date) == ("report", None, "2023-09-28")


def test_a_draft_named_with_its_report_in_the_grounds_is_no_annex() -> None:
    text = (
        "Nghị quyết về dự toán ngân sách năm 2006\nCăn cứ Luật Ngân sách nhà nước;\n"
        "Xét dự thảo nghị quyết kèm theo Báo cáo số 98/BC-UBND ngày 11 tháng 11 năm 2005 của UBND tỉnh;\n"
        "Điều 1. Thu ngân sách năm 2006 là 900 tỷ đồng.\n"
    )
    found = extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head
    assert (found.type, found.number) == ("resolution", None)


def test_an_annex_below_the_papers_own_head_leaves_it_its_day() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nSố: 215/KH-UBND\nHà Nam, ngày 02 tháng 12 năm 2025\nKẾ HOẠCH\n"
        "Phát triển kinh tế - xã hội 03 năm 2026-2028\nPHỤ LỤC\nCÁC CHỈ TIÊU CHỦ YẾU\n"
        "(Kèm theo Kế hoạch số 215/KH-UBND)\n"
    )
    found = extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head
    assert (found.type, found.number, found.date, found.area) == ("plan", "215/KH-UBND", "2025-12-02", "Hà Nam")


def test_what_is_sent_with_a_letter_is_no_annex() -> None:
    text = "Tin họp\n\nChiều 5/3/2024, UBND tỉnh họp; gửi kèm theo hồ sơ là bản đồ khu vực dự án rộng 12 ha."
    assert extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head.number is None


@pytest.mark.parametrize(("number", "codes"), [("Số: 12/BC-UBND", []), ("Số:      /BC-UBND", ["head.number_open"])])
def test_a_number_that_is_not_there_is_said(number: str, codes: list[str]) -> None:
    text = (
        f"ỦY BAN NHÂN DÂN TỈNH BẮC NINH\n{number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Bắc Ninh, ngày 05 tháng 3 năm 2025\nBÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2025\n"
    )
    found = extract(Document(id="a", text=text, sha256="", text_sha256="")).findings
    assert [each.message.code for each in found] == codes


@pytest.mark.parametrize("end", ["\n     ", "\n\n      \n", "\n          "])
def test_a_paper_that_ends_in_blanks_has_no_signer(end: str) -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nSố: 215/KH-UBND\nHà Nam, ngày 02 tháng 12 năm 2025\nKẾ HOẠCH\nPhát triển nhà ở\n"
        f"Thực hiện chương trình nhà ở, tỉnh phấn đấu có thêm 900 căn.{end}"
    )
    assert extract(Document(id="a", text=text, sha256="", text_sha256="")).document.head.signer is None
