"""What the paper and the sentences before give a figure: its time, its role, its place, the thing it is of."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.fact import Figure

NEWS = "Ngày 12/12/2024, UBND tỉnh Hà Nam họp phiên thường kỳ tháng 12.\n\n"
OCTOBER = "Ngày 15/10/2024, UBND tỉnh Hà Nam họp phiên thường kỳ tháng 10.\n\n"
REPORT = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 215/BC-UBND
Hà Nam, ngày 20 tháng 6 năm 2024

BÁO CÁO
Kết quả giữa nhiệm kỳ thực hiện Nghị quyết Đại hội, giai đoạn 2020-2023

"""


def figures(text: str, before: str = NEWS) -> list[Figure]:
    found = extract(Document(id="paper", text=before + text, sha256="", text_sha256="")).figures
    return [one for one in found if one.start >= len(before)]


TIMES = [
    # the whole of the year spoken of
    ("Chín tháng năm 2024, GRDP tăng 9,1%. Cả năm, tỉnh phấn đấu tăng 9,5%.", ["2024-01/2024-09", "2024"]),
    # a base hands on no time
    ("GRDP năm 2024 tăng 9,5% so với năm 2023. Thu ngân sách đạt 12.500 tỷ đồng.", ["2024", "2024"]),
    (
        "Năm 2024, tỷ lệ hồ sơ trực tuyến tăng từ 41% năm 2023 lên 64,5%. Chỉ số PCI xếp thứ 12.",
        ["2023", "2024", "2024"],
    ),
    # a number in parentheses has its time for itself
    ("Thu nhập bình quân đầu người năm 2024 đạt 72 triệu đồng (năm 2023: 68,4 triệu đồng).", ["2024", "2023"]),
    # a time behind a quantity is not that of the next
    (
        "Các huyện phấn đấu giải ngân tối thiểu 95% kế hoạch vốn, riêng 4 tháng đầu năm 2025 đạt trên 30%.",
        [None, "2025-01/2025-04"],
    ),
    # a year that is aimed at is not that of what was counted
    ("Huyện phấn đấu năm 2024 GRDP đạt 11%. Toàn huyện đã xây 298 căn nhà mới.", ["2024", "at:2024-12-12"]),
    # the parts of a plan are told of its years
    ("Trong nhiệm kỳ 2025-2030, huyện tập trung phát triển du lịch. Huyện xác định 3 khâu đột phá.", ["2025/2030"]),
    ("Giai đoạn 2026-2030, tỉnh đặt mục tiêu tăng 10%. Cùng với đó là 4 định hướng lớn.", ["2026/2030", "2026/2030"]),
    # what is earned over a year is not there on its last day; what is there is
    ("Đến cuối năm 2023, GRDP bình quân đầu người đạt 92 triệu đồng, tăng 8%.", ["2023", "2023"]),
    ("Đến cuối năm 2023, toàn tỉnh có 1.300 dự án.", ["at:2023-12"]),
    ("Năm 2023, xuất khẩu đạt 5 tỷ USD. Chỉ số PCI hiện đứng thứ 18 cả nước.", ["2023", "at:2024-12-12"]),
    # what was added up since something began, and what a meeting itself gave, is not of the half that is reported on
    (
        "Nửa đầu năm 2024, thu hút 310 triệu USD. Sau hơn 20 năm tái lập, có 2 tỷ USD.",
        ["2024-H1", "at:2024-12-12"],
    ),
    (
        "Năm 2023, có thêm 12 dự án. Từ khi thành lập đến nay, tỉnh có 6.425 lao động.",
        ["2023", "at:2024-12-12"],
    ),
    ("Năm 2023, vốn FDI đạt 2 tỷ USD. Tại hội nghị, tỉnh đã trao giấy phép cho 10 dự án.", ["2023", "at:2024-12-12"]),
    # how full a place is holds when it is there
    (
        "Năm 2023, xuất khẩu đạt 9 tỷ USD. Hiện tại có 8 khu công nghiệp, tỷ lệ lấp đầy đạt 82%.",
        ["2023"] + ["at:2024-12-12"] * 2,
    ),
    # what a tally tells of now goes on
    (
        "Năm 2023, xuất khẩu đạt 9 tỷ USD. Đến nay, 58/63 xã đã có quy hoạch. 3 khu công nghệ cao được phê duyệt.",
        ["2023", "at:2024-12-12"],
    ),
    # when a thing came about is not when it is measured, but for what it then had
    ("Khu công nghiệp Đồng Văn, thành lập năm 2003, có 410 ha.", ["at:2024-12-12"]),
    ("Khu công nghiệp Đồng Văn được thành lập năm 2003 với 410 ha.", ["2003"]),
    ("Đảng bộ xã được thành lập ngày 16/6/2024 với 31 chi bộ, 812 đảng viên.", ["at:2024-06-16", "at:2024-06-16"]),
    # years of a record are those that it is compared with
    ("Năm 2024, công nghiệp tăng 9,9% (mức cao nhất trong 3 năm trở lại đây); dịch vụ tăng 8,1%.", ["2024", "2024"]),
    ("Năm 2024, xuất khẩu tăng 14%, cao nhất giai đoạn 2016-2024; nhập khẩu tăng 9%.", ["2024", "2024"]),
    # a due year behind its number is that number's alone
    (
        "Phấn đấu đến năm 2030, tỷ lệ che phủ rừng đạt 42% vào năm 2028; tỷ lệ đô thị hóa trên 50%.",
        ["by:2028-12", "by:2030-12"],
    ),
    # nor is the year of the prices
    ("GRDP năm 2024 đạt 51.200 tỷ đồng (theo giá so sánh năm 2010), tăng 9,6%.", ["2024", "2024"]),
    # what comes back every year, and what a place is to the country
    ("Mỗi năm tỉnh có hơn 12 nghìn lao động ra ngoài tỉnh.", [None]),
    ("Tỉnh chiếm 3,2% dân số cả nước.", [None]),
    # the same months a year before, several in one parenthesis
    (
        "9 tháng năm 2024, nông nghiệp chiếm 6,4%, dịch vụ chiếm 25,3% (cùng kỳ tương ứng là 6,9%; 25,1%).",
        ["2024-01/2024-09", "2024-01/2024-09", "2023-01/2023-09", "2023-01/2023-09"],
    ),
    # what is there holds now, whatever is to be done by then
    ("Dự án còn vướng 11 hộ, phải giải quyết xong trước ngày 31/12/2024.", ["at:2024-12-12"]),
    ("Hiện huyện đã có 27 xã về đích.", ["at:2024-12-12"]),
    # the year of constant prices is none of the figure's
    ("GRDP năm 2024 (theo giá so sánh năm 2010) đạt 80.000 tỷ đồng, tăng 8,1%.", ["2024", "2024"]),
    # the month of a report, after the months up to it
    (
        "Tháng 10/2024, xuất khẩu đạt 30 triệu USD, 10 tháng đạt 280 triệu USD. Nhập khẩu trong tháng đạt 9 triệu USD.",
        ["2024-10", "2024-01/2024-10", "2024-10"],
    ),
    # the year of one target in a list under a span is its own
    (
        "Phấn đấu 5 năm 2026-2030 GRDP tăng 10%/năm; GRDP/người năm 2030 đạt 180 triệu đồng; tỷ lệ hộ nghèo dưới 1%.",
        ["2026/2030", "2030", "2026/2030"],
    ),
    # what is there at a day is not made over months
    ("Dư nợ tín dụng đến cuối tháng 9 năm 2024 đạt 112.400 tỷ đồng, tăng 8,9%.", ["at:2024-09", "at:2024-09"]),
    # a mean per year is of the years named last
    (
        "Giai đoạn 2021-2023, GRDP tăng 8,2%/năm. Năm 2023, thu ngân sách đạt 9.800 tỷ đồng. Xuất khẩu tăng 14%/năm.",
        ["2021/2023", "2023", "2021/2023"],
    ),
    # what a plan is made of, and what a sentence says that it sets, is of the plan's years
    (
        (
            "Đến hết năm 2023, tỉnh có 27 xã về đích. Tỉnh bàn kế hoạch phát triển kinh tế giai đoạn 2026-2030.\n"
            "Tỉnh xác định 18 chỉ tiêu, 3 khâu đột phá."
        ),
        ["at:2023-12", "2026/2030", "2026/2030"],
    ),
    (
        (
            "Đến năm 2030, tỉnh phấn đấu có 90 xã về đích. HĐND tỉnh xem xét kế hoạch đầu tư năm 2025.\n"
            "Nghị quyết thông qua 9 chỉ tiêu chủ yếu, phấn đấu GRDP tăng 8%; xuất khẩu tăng 5%."
        ),
        ["by:2030-12", "2025", "2025", "2025"],
    ),
    ("Tỉnh xác định 4 chỉ tiêu chủ yếu, như GRDP giai đoạn 2026-2030 tăng 9%/năm.", ["2026/2030", "2026/2030"]),
    (
        "Hội nghị thông qua Nghị quyết về phương hướng, nhiệm vụ năm 2025 với 16 chỉ tiêu chủ yếu.",
        ["2025"],
    ),
    (
        "Nhiệm kỳ 2020-2025, tỉnh ban hành chương trình thực hiện Nghị quyết Đại hội Đảng bộ tỉnh với 24 đề án.",
        ["2020/2025"],
    ),
    # so is what is allotted without a time
    (
        "Hội nghị bàn kết quả đầu tư công năm 2023, kế hoạch năm 2024. Tổng vốn phân bổ là 867 tỷ, đạt 95% kế hoạch.",
        ["2024", "2024"],
    ),
    # the plan in parentheses behind what was reached up to a day is the year's
    (
        "Đến hết ngày 20/11/2024, tỉnh giải ngân 500 tỷ đồng, đạt 56% kế hoạch giao (892 tỷ đồng).",
        ["at:2024-11-20", "at:2024-11-20", "2024"],
    ),
    # what a place has is of no months
    ("Chín tháng năm 2024, GRDP tăng 9%. Tỉnh có dân số 1,46 triệu người.", ["2024-01/2024-09", "at:2024-12-12"]),
    # the time behind a name in a list of aims is its own; that of the list is for the others
    (
        "Phấn đấu giai đoạn 2026-2030 GRDP tăng 9%/năm; thu nhập năm 2030 đạt 120 triệu đồng; che phủ rừng 20%.",
        ["2026/2030", "2030", "2026/2030"],
    ),
    # what is to be finished in a month or quarter is due at its end
    ("Phấn đấu hoàn thành đấu giá 14 khu đất trong tháng 10/2025.", ["by:2025-10"]),
    ("Phấn đấu khắc phục tình trạng lõm sóng tại 9 xã trong quý III/2025.", ["by:2025-09"]),
    ("Phấn đấu thu ngân sách tháng 10/2025 đạt 900 tỷ đồng.", ["2025-10"]),
    # how far work has gone, and what is left of it, is of now
    (
        (
            "Thu ngân sách năm 2024 đạt 9 tỷ đồng. Xuất khẩu năm 2024 tăng 3%.\n"
            "Với đường vành đai, huyện đã bàn giao 98% mặt bằng, còn vướng 7 hộ; còn 3 cầu chưa xong."
        ),
        ["2024", "2024", "at:2024-12-12", "at:2024-12-12", "at:2024-12-12"],
    ),
    # a day up to which one thing was counted is not that of the next
    (
        "Năm 2024, thu ngân sách tăng 5%; giải ngân đến hết ngày 5/12 đạt 73% kế hoạch; xuất khẩu đạt 4 tỷ USD.",
        ["2024", "at:2024-12-05", "2024"],
    ),
    # `trong tháng`, and what grew on the month before, is of the month spoken of last, be it the end of a run
    (
        "Chín tháng năm 2024, IIP tăng 9%. Trong tháng, tỉnh đón 90 nghìn lượt. CPI tăng 1,2% so với tháng trước.",
        ["2024-01/2024-09", "2024-09", "2024-09"],
    ),
    # up to the end of a month is a point, unless the months up to it are spoken of
    ("Năm 2024 còn khó khăn. Đến hết tháng 10, tỉnh mới giải ngân 4.200 tỷ đồng.", ["at:2024-10"]),
    (
        "GRDP 9 tháng năm 2024 tăng 9%. Tuy vậy, giải ngân đến hết tháng 9 mới đạt 48% kế hoạch.",
        ["2024-01/2024-09", "2024-01/2024-09"],
    ),
    # a sum that was reached without any time is of now, but for what is counted over a year
    ("Sau 10 năm, nguồn vốn huyện đã huy động làm đường là 2.400 tỷ đồng.", ["at:2024-12-12"]),
    ("Thu ngân sách của tỉnh đạt 2.400 tỷ đồng.", [None]),
    # a plan in parentheses beside a result of some months is the year's
    ("9 tháng năm 2024, xuất khẩu đạt 3,1 tỷ USD (kế hoạch 4 tỷ USD).", ["2024-01/2024-09", "2024"]),
]


def test_what_is_foreseen_in_the_next_paragraph_is_of_the_years_told_of() -> None:
    text = "Dự kiến thu ngân sách giai đoạn 2026-2030 khoảng 80 nghìn tỷ đồng.\nTổng chi dự kiến 61 nghìn tỷ đồng.\n"
    assert [one.period for one in figures(text)] == ["2026/2030"] * 2


def test_a_growth_foreseen_to_the_end_of_a_year_is_of_the_year() -> None:
    assert [one.period for one in figures("Dự báo đến cuối năm 2025, GRDP chỉ tăng 6,3%.")] == ["2025"]


LOOKS_BACK = (
    "Chiều 05/01/2024, Hà Nam họp báo về tình hình kinh tế - xã hội năm 2023 và phương hướng, nhiệm vụ năm 2024.\n"
)


def test_a_meeting_that_looks_ahead_to_the_next_year_looks_back_on_this_one() -> None:
    text = LOOKS_BACK + "Xuất khẩu của tỉnh đạt 4,2 tỷ USD.\nThu ngân sách đạt 16.800 tỷ đồng.\n"
    found = extract(Document(id="paper", text=text, sha256="", text_sha256="")).figures
    assert [one.period for one in found] == ["2023", "2023"]


def test_in_a_report_what_is_counted_goes_on_of_now_and_sums_do_not() -> None:
    report = REPORT.replace(
        "giữa nhiệm kỳ thực hiện Nghị quyết Đại hội, giai đoạn 2020-2023", "thực hiện kế hoạch năm 2023"
    )
    text = report + "Đến nay có 67 xã đạt chuẩn. Có 356 sản phẩm OCOP. Thu ngân sách đạt 8.100 tỷ đồng.\n"
    found = extract(Document(id="paper", text=text, sha256="", text_sha256="")).figures
    assert [one.period for one in found] == ["at:2024-06-20", "at:2024-06-20", "2023"]


NO_DAY = "Tình hình kinh tế huyện Lý Nhân\n\n"
UNDATED = [
    # months without a year are of the year of the months told of before
    (
        "Năm 2019, thu 400 tỷ đồng, có 12 chợ.\n6 tháng đầu năm 2012, thu 95 tỷ đồng.\nChi 6 tháng đạt 80 tỷ đồng.",
        ["2019", "2019", "2012-H1", "2012-H1"],
    ),
    ("Phấn đấu đến năm 2025 trở thành huyện khá, năm 2030 trở thành huyện mạnh. Huyện có 12 chợ.", [None]),
]


@pytest.mark.parametrize(("text", "periods"), UNDATED)
def test_a_paper_without_a_day_has_its_years_from_what_it_tells(text: str, periods: list[str | None]) -> None:
    found = extract(Document(id="paper", text=NO_DAY + text, sha256="", text_sha256="")).figures
    assert [one.period for one in found] == periods


def test_a_growth_in_the_next_paragraph_is_of_the_months_told_of() -> None:
    text = (
        "Trong 8 tháng năm 2024, sản xuất công nghiệp tăng 5,4% so với cùng kỳ.\n"
        "Một số ngành có mức tăng cao, như: sản xuất hóa chất tăng 22,9%; sản xuất giấy tăng 17,3%.\n"
    )
    assert [one.period for one in figures(text)] == ["2024-01/2024-08"] * 3


EIGHT_MONTHS = (
    "Vốn đầu tư vào Hà Nam tăng mạnh\n10/09/2024\nTrong 8 tháng năm 2024, tỉnh Hà Nam thu hút 1,2 tỷ USD vốn FDI.\n"
    "Tại phiên họp đánh giá tình hình kinh tế - xã hội tháng 8, thu ngân sách 8 tháng đạt 9.100 tỷ đồng.\n"
)
DONE = [
    # what was done or befell is of the time that the story reports on
    ("Tỉnh đã tổ chức 6 lớp tập huấn; hướng dẫn cho 21 tổ chức.", ["2024-01/2024-08"] * 2),
    ("Có 209 doanh nghiệp bị ảnh hưởng bởi mưa bão.", ["2024-01/2024-08"]),
    # what is there is not
    ("Tỉnh có 8 khu công nghiệp.", ["at:2024-09-10"]),
    ("Bình quân mỗi xã được hỗ trợ 64 người/xã.", ["at:2024-09-10"]),
]


@pytest.mark.parametrize(("text", "periods"), DONE)
def test_what_was_done_is_of_the_time_that_is_reported_on(text: str, periods: list[str]) -> None:
    found = extract(Document(id="paper", text=EIGHT_MONTHS + text, sha256="", text_sha256="")).figures
    assert [one.period for one in found if one.start >= len(EIGHT_MONTHS)] == periods


@pytest.mark.parametrize(("text", "periods"), TIMES)
def test_times(text: str, periods: list[str | None]) -> None:
    assert [one.period for one in figures(text)] == periods


def test_until_now_has_no_other_time_where_the_paper_has_no_day() -> None:
    found = figures("Năm 2024, GRDP tăng 9%. Đến nay, tỉnh có 95 xã về đích.", "Kinh tế tỉnh Hà Nam\n\n")
    assert [one.period for one in found] == ["2024", None]


RESOLUTION = """Nghị quyết về phát triển cây chè trên địa bàn tỉnh Hà Giang đến năm 2015, tầm nhìn đến năm 2030
Hội đồng nhân dân tỉnh Hà Giang
- Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;

"""


def test_a_resolution_copied_without_its_head_aims_at_the_year_of_its_title() -> None:
    text = "I. Mục tiêu\n2009-2011 trồng 300 ha; 2012-2015 trồng 500 ha.\nII. Nhiệm vụ\nVùng chè gồm 14 xã."
    found = [(one.role, one.period) for one in figures(text, RESOLUTION)]
    assert found == [("target", "2009/2011"), ("target", "2012/2015"), ("target", "by:2015-12")]


SCENARIOS = [
    # a scenario told at length rules its paragraph, for the year that the scenarios are made for
    (
        (
            "Sở đưa ra 2 kịch bản cho năm 2025. Ở kịch bản tốt nhất, nếu được mùa, sản lượng lúa ước đạt 2 triệu "
            "tấn, phấn đấu đạt 2,1 triệu tấn. Khi đó, xuất khẩu gạo ước đạt 1,2 tỷ USD.\n"
            "Kịch bản thứ hai, nếu hạn hán từ đầu năm, sản lượng lúa dự kiến 1,5 triệu tấn."
        ),
        ["scenario high 2025", "target None 2025", "scenario high 2025", "scenario 2 2025"],
    ),
    # but neither what was reached nor what is aimed at anyway, nor another paragraph
    (
        (
            "Theo kịch bản thấp, nếu giá giảm, xuất khẩu năm 2025 tăng 2%. Năm 2023, xuất khẩu tăng 9%. "
            "Mục tiêu năm 2025 là 5%.\nTỉnh phấn đấu năm 2025 thu ngân sách tăng 6%."
        ),
        ["scenario low 2025", "actual None 2023", "target None 2025", "target None 2025"],
    ),
    (
        (
            "Với kịch bản 1, nếu hết dịch, du lịch ước đón 5 triệu lượt khách. "
            "Chỉ tiêu này tương đương mức tăng 4% so với năm 2023."
        ),
        ["scenario 1 None", "target None None"],
    ),
]


@pytest.mark.parametrize(("text", "told"), SCENARIOS)
def test_scenarios(text: str, told: list[str]) -> None:
    found = [one for one in figures(text) if one.quote != "2 kịch bản"]
    assert [f"{one.role} {one.scenario} {one.period}" for one in found] == told


def test_a_report_gives_what_is_left_over_and_rates_the_day_of_the_paper() -> None:
    text = "I. KẾT QUẢ\nĐạt 11,6 bác sĩ/vạn dân. Vẫn còn 126 vụ khiếu nại. Đã sáp nhập 14 phòng."
    assert [one.period for one in figures(text, REPORT)] == ["at:2024-06-20", "at:2024-06-20", "2020/2023"]


def test_a_year_that_still_runs_is_not_reported_on_as_a_whole() -> None:
    text = (
        "Thu ngân sách năm 2024 mới đạt 69,5% dự toán.\nXuất khẩu năm 2024 tăng 3%.\n" + "Tỉnh họp bàn việc này.\n" * 6
    )
    last = "Tỷ lệ nợ đọng sát trần, ở mức 62,2%."
    assert figures(text + last, OCTOBER)[-1].period == "at:2024-10-15"
    assert figures(text + last)[-1].period == "2024"


def test_a_paper_without_a_day_speaks_of_the_year_it_names_most() -> None:
    text = "Tình hình tháng 4 năm 2019\n\nGiá trị sản xuất công nghiệp tháng 4 tăng 9,1%."
    assert [one.period for one in figures(text, "SỞ CÔNG THƯƠNG TỈNH LAI CHÂU\n\n")] == ["2019-04"]


ROLES = [
    # targets of some months are what came of them
    ("Một số chỉ tiêu chủ yếu 9 tháng năm 2024\nTổng mức bán lẻ: 32.500 tỷ đồng.", ["actual"]),
    # an estimate of a term that still runs
    ("Giai đoạn 2021-2025, GRDP bình quân ước tăng 7,8%/năm, thấp hơn mục tiêu 8,5%/năm.", ["estimate", "target"]),
    # what is compared with makes no result of an estimate's parts
    (
        "GRDP 6 tháng đầu năm 2024 ước tăng 7,1% so với cùng kỳ, trong đó khu vực dịch vụ tăng 6,8%.",
        ["estimate", "estimate"],
    ),
    # the plan and what came of it, side by side
    ("Tốc độ tăng GRDP năm 2024: kế hoạch 8%, thực hiện 8,5%.", ["target", "actual"]),
    ("Thu ngân sách năm 2024 dự toán giao 20.000 tỷ đồng, thực hiện 21.500 tỷ đồng.", ["target", "actual"]),
    ("Năm 2024, GRDP tăng 7,48%, thấp hơn mục tiêu đề ra là 8 - 8,5%.", ["actual", "target"]),
    # an estimate reaches its parts, in the sentence and in the lines of a list
    ("Năm 2024, thu ngân sách ước đạt 12.500 tỷ đồng, trong đó thu nội địa 11.000 tỷ đồng.", ["estimate", "estimate"]),
    (
        "Tháng 11 ước đạt 362 tỷ đồng; trong đó:\n+ Nhà nước đạt 284 tỷ đồng, tăng 9,8%.\n+ Tư nhân 78 tỷ đồng.",
        ["estimate"] * 4,
    ),
    # a scenario outweighs what it would reach
    ("Theo kịch bản thấp, năm 2025 GRDP chỉ tăng 6,8%.", ["scenario"]),
    ("Ước cả năm 2024 thu ngân sách sẽ vượt 12.000 tỷ đồng.", ["estimate"]),
    ("Thuế đối ứng có thể khiến xuất khẩu năm 2025 giảm 5%.", ["projection"]),
    ("Năm 2025, tỉnh sẽ di dời 600 hộ dân ra khỏi vùng sạt lở.", ["target"]),
    # what is asked of a higher level
    ("UBND tỉnh xin Chính phủ hỗ trợ 300 tỷ đồng làm kè.", ["target"]),
    # what another province has is a comparison
    ("GRDP năm 2024 của tỉnh tăng 9,5%; Nam Định chỉ tăng 8,1%.", ["actual", "benchmark"]),
    ("Tỷ lệ thu thuế năm 2024 là 20%, cao hơn Thái Lan 11%.", ["actual", "benchmark"]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(text: str, roles: list[str]) -> None:
    assert [one.role for one in figures(text)] == roles


def test_a_section_of_tasks_gives_targets() -> None:
    text = "I. KẾT QUẢ NĂM 2023\nGRDP tăng 8,1%.\n\nII. NHIỆM VỤ NĂM 2024\nThu ngân sách đạt từ 14.200 tỷ đồng trở lên."
    assert [(one.role, one.period) for one in figures(text, REPORT)] == [("actual", "2023"), ("target", "2024")]


def test_an_estimate_of_the_text_does_not_make_its_title_one() -> None:
    text = (
        "Hà Nam đón 4,2 triệu lượt khách\n\nNgày 12/12/2024, Sở Du lịch cho biết năm 2024 ước đón 4,2 triệu lượt khách."
    )
    assert [one.role for one in figures(text, "")] == ["actual", "estimate"]


PLACES = [
    ("Riêng huyện Kim Bảng giảm 3% số hộ nghèo năm 2024.", "Kim Bảng"),
    ("UBND xã Thanh Sơn đã di dời 218 hộ dân.", "Thanh Sơn"),
    ("Hiện Khu công nghiệp Đồng Văn đã thu hút được 65 dự án.", "Khu công nghiệp Đồng Văn"),
    ("Bí thư Huyện ủy huyện Kim Bảng cho biết tỉnh có 18 xã nông thôn mới.", "Hà Nam"),
    ("Xã được lập trên ba xã của huyện Kim Bảng cũ, có 14.890 hộ dân.", "Hà Nam"),
]


@pytest.mark.parametrize(("text", "area"), PLACES)
def test_places(text: str, area: str) -> None:
    assert {one.area for one in figures(text) if one.unit != "count" or "dự án" in one.quote or "18" in one.quote} == {
        area
    }


def test_counted_parts_of_a_district_are_its_own() -> None:
    (one,) = figures("Vùng 1 bao gồm 8 xã vùng cao của huyện Kim Bảng.")
    assert (one.quote, one.area) == ("8 xã", "Kim Bảng")


def test_a_resolution_on_a_scheme_of_some_years_asks_for_its_targets_in_them() -> None:
    head = (
        "Nghị quyết thông qua Đề án bố trí dân cư trên địa bàn tỉnh Hà Nam giai đoạn 2018 - 2020\n"
        "Hội đồng nhân dân tỉnh Hà Nam\nCăn cứ Luật Ngân sách nhà nước;\nQuyết nghị:\n"
        "Điều 1. Thông qua Đề án với những nội dung sau:\n"
    )
    found = figures("1. Mục tiêu: bố trí 4.692 hộ. Hỗ trợ mỗi hộ 32 triệu đồng.", head)
    assert [(one.role, one.period) for one in found] == [("target", "2018/2020")] * 2


def test_a_resolution_to_a_year_asks_for_its_targets_by_then() -> None:
    head = (
        "Nghị quyết về phát triển cây dược liệu trên địa bàn tỉnh Hà Nam đến năm 2025\n"
        "Hội đồng nhân dân tỉnh Hà Nam\nCăn cứ Luật Ngân sách nhà nước;\nQuyết nghị:\nI. Mục tiêu\n"
    )
    assert [(one.role, one.period) for one in figures("Tạo việc làm cho 1.000 lao động.", head)] == [
        ("target", "by:2025-12")
    ]


def test_a_working_session_with_a_district_is_about_the_district() -> None:
    text = "Kim Bảng cần đi trước một bước\n\nChiều 12/12/2024, Chủ tịch UBND tỉnh làm việc với huyện Kim Bảng. "
    assert {one.area for one in figures(text + "Thu ngân sách năm 2024 đạt 655 tỷ đồng.", "")} == {"Kim Bảng"}


PROJECTS = [
    (
        "Dự án đường dây 500 kV Phủ Lý - Nam Định có vốn đầu tư 7.300 tỷ đồng, dài 120 km.",
        "đường dây 500 kV Phủ Lý - Nam Định", 2,
    ),
    ("Đường Vành đai 5 dài 35 km, gồm 3 đoạn với tổng mức đầu tư 5.280 tỷ đồng.", "Vành đai 5", 3),
    ("Tuyến kè Nhật Tựu dài 4,6 km có tổng mức đầu tư 420 tỷ đồng.", "Nhật Tựu", 2),
    ("Với cao tốc Phủ Lý - Nam Định dài 25 km, tỉnh đang giải phóng mặt bằng.", "Phủ Lý - Nam Định", 1),
    (
        "Dự án có tổng mức đầu tư 2.660 tỷ đồng, trong đó vốn vay là 1.580 tỷ đồng (chiếm 59,4%).", "Hà Nam", 3,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "area", "count"), PROJECTS)
def test_a_project_not_yet_built_has_its_size_and_cost_as_targets_of_no_period(
    text: str, area: str, count: int
) -> None:
    assert [(one.role, one.period, one.area) for one in figures(text)] == [("target", None, area)] * count


NO_PROJECTS = [
    "Năm 2024, tỉnh thu hút 21 dự án với tổng vốn đầu tư 462 triệu USD.",
    "Đoạn Phủ Lý - Nam Định dài 16 km đã được đầu tư năm 2024.",
    "Yêu cầu Thuế tỉnh thu thêm 120 tỷ đồng trong năm 2024.",
]


@pytest.mark.parametrize("text", NO_PROJECTS)
def test_what_is_built_or_only_counted_is_no_plan_of_a_project(text: str) -> None:
    assert all((one.period or "").endswith("2024") or one.role == "target" for one in figures(text))
    assert {one.area for one in figures(text)} == {"Hà Nam"}


PARTS = [
    ("Kim ngạch xuất khẩu năm 2024 đạt 4,2 tỷ USD.", "exports"),
    ("Kim ngạch xuất khẩu nông sản năm 2024 đạt 1,4 tỷ USD.", "other:"),
    ("Tổng diện tích tự nhiên của tỉnh là 86.190 ha.", "area_size"),
    ("Diện tích lúa đông xuân đạt 29.800 ha.", "other:"),
    ("Toàn tỉnh có 8.770 doanh nghiệp đang hoạt động.", "enterprises"),
    ("Công an xử lý 17 doanh nghiệp vi phạm.", "other:"),
    ("Năm 2024, dân số của tỉnh chiếm 0,9%.", "other:"),
]


@pytest.mark.parametrize(("text", "indicator"), PARTS)
def test_words_behind_a_name_make_it_a_part(text: str, indicator: str) -> None:
    assert [one.indicator.startswith(indicator) for one in figures(text)] == [True]


CHANGES = [
    ("Tỷ lệ bao phủ bảo hiểm y tế đạt 95,2%, vượt 0,7% so với chỉ tiêu.", "change", 0.7),
    ("Tỷ lệ đóng góp của TFP vào tăng trưởng đạt 42%.", "level", 42),
    (
        "Thu ngân sách năm 2024 dự toán giao 20.000 tỷ đồng, thực hiện 21.500 tỷ đồng, đạt 107,5%.",
        "share_of_plan",
        107.5,
    ),
    ("Tỷ lệ thất nghiệp năm 2024 giảm 0,3% (bình quân cả nước giảm 0,1%).", "change", -0.1),
    ("6 tháng năm 2024, GRDP đạt 40.000 tỷ đồng, bằng 47,3% so với kế hoạch năm 2024.", "share_of_plan", 47.3),
    ("Vốn thực hiện đạt 0,4 triệu USD, bằng 20% so cùng kỳ.", "growth", -80),
    ("GRDP 9 tháng tăng 7,5%. Trong đó, khu vực dịch vụ ước đạt 6,2%.", "growth", 6.2),
    ("Cơ cấu kinh tế chuyển dịch, khu vực dịch vụ đạt 36,2%.", "level", 36.2),
    ("Năm 2024 có thêm 12 xã đạt chuẩn nông thôn mới.", "change", 12),
    ("Xảy ra 120 vụ, giảm 17 vụ so với cùng kỳ.", "change", -17),
    ("Sau sắp xếp, toàn tỉnh giảm 276 lãnh đạo cấp phòng.", "level", 276),
    ("Tỉnh tiết kiệm thêm 10% chi thường xuyên.", "level", 10),
    ("Vốn cho hạ tầng giao thông, phấn đấu giải ngân ít nhất 95%.", "share_of_plan", 95),
    ("Tỷ lệ hộ nghèo giảm từ 0,5% trở lên.", "change", -0.5),
    ("Xuất khẩu và nhập khẩu giảm lần lượt 2,3% và 6,9%.", "growth", -6.9),
    ("Xuất khẩu và nhập khẩu lần lượt tăng 2,3% và 6,9%.", "growth", 6.9),
]


@pytest.mark.parametrize(("text", "measure", "value"), CHANGES)
def test_changes(text: str, measure: str, value: float) -> None:
    last = figures(text)[-1]
    assert (last.measure, float(last.value)) == (measure, value)


ANSWERS = [
    (
        "GRDP, thu ngân sách và xuất khẩu năm 2024 lần lượt tăng 9,1%, 12,4% và 15%.",
        ["grdp", "budget_revenue", "exports"],
    ),
    (
        "9 tháng năm 2024, công nghiệp - xây dựng chiếm 47,9%; dịch vụ 25,4% (cùng kỳ tương ứng là 49,8%; 23,5%).",
        ["gdp_share_industry_construction", "gdp_share_services"] * 2,
    ),
]


@pytest.mark.parametrize(("text", "indicators"), ANSWERS)
def test_a_list_answers_a_list(text: str, indicators: list[str]) -> None:
    assert [one.indicator for one in figures(text)] == indicators


SETS = [
    ("Tổng thu 3.790.000 triệu đồng (Bằng chữ: Ba nghìn bảy trăm chín mươi tỷ đồng).", ["3.790.000 triệu đồng"]),
    ("Trong đó 4 ngành công nghiệp trọng điểm tăng 11%.", ["11%"]),
    ("Tập huấn cho toàn bộ 98 xã, phường.", []),
    ("Tỉnh hiện có 98 xã, phường.", ["98 xã, phường"]),
]


@pytest.mark.parametrize(("text", "quotes"), SETS)
def test_a_number_that_only_names_a_set_is_no_figure(text: str, quotes: list[str]) -> None:
    assert [one.quote for one in figures(text)] == quotes


def test_a_repeated_sum_takes_role_and_time_from_where_they_are_said() -> None:
    text = "Dành 45.000 tỷ đồng cho vùng\n\nÔng đề xuất phân bổ 45.000 tỷ đồng trong giai đoạn 2021-2025."
    assert [(one.role, one.period) for one in figures(text, "")] == [("target", "2021/2025")] * 2
