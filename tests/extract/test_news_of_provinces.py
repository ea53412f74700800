"""What stories of provinces, districts and communes hang on: congresses, lists in one line, places in an order."""

from __future__ import annotations

import pytest
from tests.extract.told import paper


def lines(text: str) -> list[str]:
    """Quantity, indicator, measure, role, period and place of each figure."""
    return [
        f"{one.quote} | {one.indicator} {one.measure} {one.role} {one.period} {one.area}" for one in paper(text).figures
    ]


def told(text: str, quote: str) -> str:
    """The line of the last figure with a quote, without the quote."""
    return [line for line in lines(text) if line.startswith(f"{quote} | ")][-1].partition(" | ")[2]


DAYS = [
    # a congress meets in the year in which its term begins
    ("Chiều 21.8, Đại hội đại biểu Đảng bộ huyện Yên Thủy lần thứ XX (nhiệm kỳ 2020 - 2025) bế mạc.", "2020-08-21"),
    ("Sáng 12-6, Đảng bộ huyện Yên Thủy tổ chức Đại hội đại biểu lần thứ XX, nhiệm kỳ 2015-2020.", "2015-06-12"),
    (
        "Sáng 12-6, Đảng bộ huyện Yên Thủy tổ chức Đại hội đại biểu. Năm 2016, thu nhập đạt 20 triệu đồng.",
        None,
    ),
    # one that is prepared, or whose resolution is carried out, tells no year so
    ("Ngày 20/2, Huyện ủy họp bàn chuẩn bị Đại hội đại biểu Đảng bộ huyện, nhiệm kỳ 2020-2025.", None),
    ("Ngày 15/9, huyện sơ kết 3 năm thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020-2025.", None),
    # what is to be there at the end of a year tells of none that is over
    (
        (
            "Ngày 14-1, huyện Yên Thủy triển khai công tác năm 2020. Phấn đấu đến hết năm 2020 có 9 xã đạt chuẩn. "
            "Năm 2019, huyện giải quyết việc làm cho 2.400 người."
        ),
        "2020-01-14",
    ),
    # the value may stand before its year
    ("Sáng 27.3, xã đón bằng công nhận. Thu nhập tăng từ 21 triệu đồng lên 39 triệu đồng vào năm 2018.", "2019-03-27"),
    # a meeting looks back on years in the last of them
    ("Sáng 12/6, hội nông dân huyện tổng kết phong trào thi đua giai đoạn 2014 - 2019.", "2019-06-12"),
    ("Sáng 12/2, hội nông dân huyện tổng kết phong trào thi đua giai đoạn 2014 - 2019.", "2020-02-12"),
    ("Sáng 12/6, hội nông dân huyện phát động phong trào thi đua giai đoạn 2014 - 2019.", None),
    # a resolution that is cited is no event
    ("Xã gồm 2 xã cũ theo Nghị quyết số 830 của Ủy ban Thường vụ Quốc hội ngày 17/12/2019. Năm 2022 xã đạt.", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS, ids=[text[:45] for text, _ in DAYS])
def test_the_day_of_a_story(text: str, day: str | None) -> None:
    assert paper(f"Tin từ huyện Yên Thủy\n\n{text}").document.head.event_date == day


PLACES = [
    ("Tăng trưởng GRDP đứng thứ 2 khu vực Tây Nguyên\n\nNăm 2023, kinh tế Đắk Nông ổn định, thu 2.900 tỷ.", "Đắk Nông"),
    ("Thu ngân sách cao nhất vùng Tây Bắc\n\nNăm 2023, tỉnh Sơn La thu 4.500 tỷ đồng.", "Sơn La"),
    ("Tây Nguyên trồng thêm rừng\n\nNăm 2023, vùng Tây Nguyên trồng 3.000 ha.", "Tây Nguyên"),
    ("Việt Trì: Thu ngân sách 10 tháng\n\nGiá trị sản xuất công nghiệp ước đạt 3.115 tỷ đồng.", "Việt Trì"),
    ("Giới thiệu chung\n\nXã Bảo Hiệu là xã vùng cao, có 2.160 hộ. Quốc hội đã ban hành nghị quyết.", "Bảo Hiệu"),
    (
        (
            "Nhiều tỉnh, thành phố được giao tăng trưởng trên 10%\n\nVùng Đồng bằng sông Hồng: Quảng Ninh: 12%; "
            "Hải Dương: 10,2%; Hà Nam: 10,5%; Ninh Bình: 12%."
        ),
        "cả nước",
    ),
]


@pytest.mark.parametrize(("text", "area"), PLACES, ids=[text[:40] for text, _ in PLACES])
def test_the_place_of_a_story(text: str, area: str) -> None:
    assert paper(text).document.head.area == area


IN_ONE_LINE = (
    "Huyện Yên Thủy: Dấu ấn một nhiệm kỳ\n\n"
    "CÁC CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2020-2025 I. Về kinh tế 1. Thu nhập bình quân đầu người đến năm 2025: "
    "62 triệu đồng. 2. Tỷ lệ tăng thu ngân sách bình quân hằng năm: 12%."
)


def test_a_list_of_aims_run_on_in_one_line() -> None:
    assert told(IN_ONE_LINE, "62 triệu đồng") == "income_per_capita level target by:2025-12 Yên Thủy"
    assert told(IN_ONE_LINE, "12%") == "budget_revenue growth target 2020/2025 Yên Thủy"


TIMES = [
    # a year in brackets behind its value, with an estimate or without
    ("Tăng trưởng GRDP của tỉnh đạt 8,1% (2019).", "8,1%", "grdp growth actual 2019"),
    (
        "Thu nhập bình quân đầu người tăng từ 21 triệu đồng (năm 2016) lên 39 triệu đồng (ước thực hiện năm 2020).",
        "39 triệu đồng",
        "income_per_capita level estimate 2020",
    ),
    # the present tense of the verb changes no time that is told
    (
        "Theo ngành điện, quý II/2024, xuất khẩu hiện đạt 120 triệu USD.",
        "120 triệu USD",
        "exports level actual 2024-Q2",
    ),
    ("Năm 2022, tỷ lệ hộ nghèo giảm 2%, hiện còn 5,7%.", "5,7%", "poverty_rate level actual None"),
    # `thực hiện` is no present
    (
        "Trong tháng 3/2016, thu ngân sách thực hiện khoảng 721 tỷ đồng.",
        "khoảng 721 tỷ đồng",
        "budget_revenue level actual 2016-03",
    ),
    # from the beginning of a year that is named
    (
        "Từ đầu năm 2020 đến hết tháng 8, xuất khẩu đạt 250 triệu USD.",
        "250 triệu USD",
        "exports level actual 2020-01/2020-08",
    ),
    # a pair of times is handed on, whatever the end of the sentence tells
    (
        (
            "Tỷ lệ hộ nghèo giảm từ 18% năm 2015 xuống còn 9% năm 2019. Tỷ lệ thất nghiệp giảm từ 3,5% xuống còn "
            "2,8%, ước cuối năm 2020 còn 2,6%."
        ),
        "3,5%",
        "unemployment_rate level actual 2015",
    ),
    # what is set beside a whole is no time before
    (
        "Tỷ lệ lao động nông nghiệp so với tổng số lao động giảm từ 68% năm 2015 xuống còn 60% năm 2019.",
        "68%",
        "other:agricultural_labour_share level actual 2015",
    ),
    # so many months of schooling are no months of the year
    ("Năm 2020, tỉnh dạy nghề dưới 3 tháng cho 34.600 người.", "34.600 người", "other:nguoi level actual 2020"),
]


@pytest.mark.parametrize(("text", "quote", "line"), TIMES, ids=[line for _, _, line in TIMES])
def test_the_time_of_a_figure(text: str, quote: str, line: str) -> None:
    assert told(f"Tin tỉnh Sơn La\n\n{text}", quote) == f"{line} Sơn La"


def test_a_title_takes_the_time_that_its_text_hands_on() -> None:
    text = (
        "Sơn La: Tổng vốn đầu tư đạt 13.267 tỷ đồng\n\n"
        "Trong 9 tháng đầu năm 2023, kinh tế Sơn La ổn định. Tổng vốn đầu tư toàn xã hội đạt 13.267 tỷ đồng."
    )
    assert [line.split()[-3] for line in lines(text)] == ["2023-01/2023-09"] * 2


def test_a_story_without_a_day_is_of_the_months_it_hears_of() -> None:
    text = (
        "HĐND tỉnh Sơn La họp\n\nSáng 24/6, HĐND tỉnh đã nghe báo cáo kết quả 6 tháng đầu năm và phương hướng nửa cuối "
        "năm 2025. Theo đó, tỉnh tiếp tục bám sát kịch bản tăng trưởng GRDP từ 8% trở lên.\n\n"
        "Cụ thể, diện tích gieo trồng đạt 31.000 ha, tăng 4% so với cùng kỳ.\n\n"
        "Công nghiệp phục hồi, chỉ số sản xuất tăng 8,5%."
    )
    assert told(text, "31.000 ha").endswith("level actual 2025-H1 Sơn La")
    assert told(text, "8,5%") == "iip growth actual 2025-H1 Sơn La"


OF_WHAT = [
    # branches that a list of output names alone
    (
        "Giá trị sản xuất ngành dịch vụ đạt 323 tỷ đồng, tăng 10%; công nghiệp - TTCN đạt 337 tỷ đồng.",
        "337 tỷ đồng",
        "industrial_output",
    ),
    (
        "Tốc độ tăng giá trị sản xuất đạt 16%, trong đó: Nông, lâm, thủy sản tăng 6%.",
        "6%",
        "agricultural_output",
    ),
    ("Cơ cấu kinh tế: công nghiệp - xây dựng chiếm 45%.", "45%", "gdp_share_industry_construction"),
    # those who come from one place are a part
    ("Khách quốc tế chủ yếu đến từ Trung Quốc 25,1%, Nga 20,1%.", "20,1%", "other:share_of_market"),
    # the next thing of a list that grows has its own name
    ("Sản phẩm tăng trưởng mạnh như tôm tăng 19,8%, mực đông lạnh tăng 18,6%.", "18,6%", "other:muc_dong_lanh"),
    # what a sentence says first that it is about
    ("Về thu ngân sách, trong tháng 3 toàn ngành thực hiện 721 tỷ đồng.", "721 tỷ đồng", "budget_revenue"),
    # the same things shared out in brackets, the plan of the same thing
    ("Có 35 xã đạt chuẩn nông thôn mới (vùng thấp 24 xã, vùng cao 11 xã).", "11 xã", "new_rural_communes"),
    ("Tạo việc làm cho 21.500 người (kế hoạch là 15.000 người).", "15.000 người", "jobs_created"),
    ("Hơn 73% trường học của Sơn La đạt chuẩn quốc gia.", "Hơn 73% trường học", "national_standard_schools"),
    ("Có 75/80 xã đạt chuẩn nông thôn mới, 3 xã đạt kiểu mẫu.", "3 xã", "other:advanced_new_rural_communes"),
    # a rank in its place names nothing
    (
        "Sơn La có thu nhập bình quân đầu người 3,2 triệu đồng. Hà Nội ở vị trí thứ 3 với 5,9 triệu đồng.",
        "5,9 triệu đồng",
        "income_per_capita",
    ),
]


@pytest.mark.parametrize(("text", "quote", "indicator"), OF_WHAT, ids=[text[:40] for text, _, _ in OF_WHAT])
def test_what_a_figure_is_of(text: str, quote: str, indicator: str) -> None:
    assert told(f"Tin tỉnh Sơn La năm 2020\n\n{text}", quote).split()[0] == indicator


WHERE = [
    (
        "Thu nhập bình quân đầu người đạt 3,2 triệu đồng, đứng sau Phú Thọ với 3,5 triệu đồng.",
        "3,5 triệu đồng",
        "Phú Thọ",
    ),
    ("Thu nhập bình quân một người/tháng chung cả nước năm 2020 đạt 4,2 triệu đồng.", "4,2 triệu đồng", "cả nước"),
    (
        "Thu nhập bình quân đạt 3,2 triệu đồng. Điện Biên ở mức thấp nhất với 1,9 triệu đồng.",
        "1,9 triệu đồng",
        "Điện Biên",
    ),
    (
        "Tỉnh có 7 KCN là KCN Mai Sơn, Phù Yên, Mộc Châu, Yên Châu với tổng diện tích 2.256 ha.",
        "2.256 ha",
        "Sơn La",
    ),
]


@pytest.mark.parametrize(("text", "quote", "area"), WHERE, ids=[area for _, _, area in WHERE])
def test_where_a_figure_is(text: str, quote: str, area: str) -> None:
    assert told(f"Tin tỉnh Sơn La năm 2020\n\n{text}", quote).endswith(f" {area}")


def test_a_region_in_a_story_of_the_country() -> None:
    text = (
        "Sản xuất lúa cả nước\n\nNăm 2017, cả nước gieo cấy 3.073 nghìn ha lúa. Năng suất lúa vùng Đồng bằng sông Hồng "
        "năm nay ước đạt 63,5 tạ/ha, giảm 0,7 tạ/ha; sản lượng ước đạt 6,8 triệu tấn."
    )
    assert {line.rpartition("2017 ")[2] for line in lines(text)[1:]} == {"Đồng bằng sông Hồng"}


ROLES = [
    ("Phấn đấu hộ nghèo giảm 1%, trong đó tỷ lệ hộ nghèo vùng cao giảm từ 3% trở lên.", "từ 3% trở lên", "target"),
    ("Phấn đấu hết năm 2020, toàn tỉnh sẽ có 10 xã đạt chuẩn nông thôn mới.", "10 xã", "target"),
    ("Tỷ lệ hộ nghèo giảm nhanh từ 9,9% năm 2010 xuống còn 0,2% năm 2018.", "9,9%", "actual"),
]


@pytest.mark.parametrize(("text", "quote", "role"), ROLES, ids=[text[:30] for text, _, _ in ROLES])
def test_the_role_of_a_figure(text: str, quote: str, role: str) -> None:
    assert told(f"Tin tỉnh Sơn La\n\n{text}", quote).split()[2] == role


NO_FIGURES = [
    # what sets things apart, in which order a place stands
    ("Có 31 mặt hàng đạt kim ngạch trên 1 tỷ USD.", "trên 1 tỷ USD"),
    ("Tỉnh đứng thứ 2 trong 6 tỉnh Bắc Trung Bộ.", "6 tỉnh"),
    ("Có 18 xã duy trì 19 tiêu chí.", "19 tiêu chí"),
]


@pytest.mark.parametrize(("text", "quote"), NO_FIGURES)
def test_what_is_no_figure(text: str, quote: str) -> None:
    assert quote not in [line.partition(" | ")[0] for line in lines(f"Tin tỉnh Sơn La năm 2020\n\n{text}")]


FIGURES = [
    ("Khách quốc tế 30.338 lượt tăng 49,3%.", "30.338 lượt"),
    ("Có 12 dự án với tổng vốn trên 50 triệu USD.", "trên 50 triệu USD"),
    ("Xây dựng thêm 69 vườn mẫu và 2 công viên.", "69 vườn mẫu"),
]


@pytest.mark.parametrize(("text", "quote"), FIGURES)
def test_what_is_one(text: str, quote: str) -> None:
    assert quote in [line.partition(" | ")[0] for line in lines(f"Tin tỉnh Sơn La năm 2020\n\n{text}")]


UNION = (
    "Yên Thủy tổng kết phong trào nông dân\n\n"
    "Sáng 27-11-2018, Hội Nông dân huyện Yên Thủy tổng kết phong trào giai đoạn 2016-2018.\n\n"
    "Giai đoạn 2016-2018, phong trào phát triển rộng khắp. Hội đã mở được 5 lớp đào tạo nghề. "
    "Trong 3 năm qua, 1.197 hộ thoát nghèo.\n\n"
    "Tại hội nghị, huyện tặng giấy khen cho 14 hộ có thành tích trong phong trào giai đoạn 2016-2018; "
    "có 3 cá nhân được tỉnh tặng bằng khen."
)


def test_years_that_are_reviewed_and_who_is_honoured_for_them() -> None:
    periods = {" ".join(one.quote.split()[:2]): one.period for one in paper(UNION).figures}
    assert periods["5 lớp"] == periods["1.197 hộ"] == "2016/2018"
    assert periods["14 hộ"] == "at:2018-11-27"
