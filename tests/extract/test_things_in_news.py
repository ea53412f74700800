"""What figures of newspapers are of, how they measure it and whose they are: near misses told apart."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

STORY = "Ngày 18/10/2024, UBND tỉnh Hòa Bình họp báo về kinh tế - xã hội của tỉnh.\n\n"

AGAINST_OTHERS = [
    ("Thu nhập bình quân đầu người đạt 46 triệu đồng, bằng 78% bình quân cả nước.", "78 level actual Hòa Bình"),
    ("Năng suất lao động bằng 71% so với mức trung bình chung của cả nước.", "71 level actual Hòa Bình"),
    ("GRDP bình quân đầu người mới bằng một nửa vùng Đông Nam Bộ.", "50 level actual Hòa Bình"),
    ("Thu nhập của hộ dân tộc thiểu số chỉ bằng 2/3 mức bình quân chung của tỉnh.", "66.67 level actual Hòa Bình"),
    ("Quy mô GRDP mới bằng 9% của TP Hồ Chí Minh.", "9 level actual Hòa Bình"),
    ("Thu ngân sách đạt 3.000 tỷ đồng, gấp đôi Cao Bằng.", "2 level actual Hòa Bình"),
]


@pytest.mark.parametrize(("text", "told"), AGAINST_OTHERS)
def test_what_is_set_against_others_is_a_ratio_of_its_own(text: str, told: str) -> None:
    one = paper(STORY + text).figures[-1]
    assert one.indicator.endswith("_vs_others")
    assert f"{one.value.normalize():f} {one.measure} {one.role} {one.area}" == told


OF_BEFORE = [
    ("Xuất khẩu đạt 90 triệu USD, bằng 95% cùng kỳ.", "exports -5 growth"),
    ("Giải ngân đạt 45%, cao hơn bình quân cả nước (41%).", "public_investment_disbursement 41 share_of_plan"),
]


@pytest.mark.parametrize(("text", "told"), OF_BEFORE)
def test_what_is_set_against_a_time_or_is_the_others_is_none(text: str, told: str) -> None:
    one = paper(STORY + text).figures[-1]
    assert f"{one.indicator} {one.value:f} {one.measure}" == told


OF_WHAT = [
    # agencies are bodies of the Party and the State
    ("Thành lập 120 tổ công nghệ số cộng đồng, 5 cụm công nghiệp được thành lập.", [None, None]),
    ("Thành lập mới 3 trung tâm. Sắp xếp, bố trí 14 trụ sở dôi dư.", ["agencies_created", None]),
    ("Sáp nhập 22 xã. Sắp xếp, giảm 6 phòng.", [None, "agencies_merged"]),
    ("Kết nạp 90 đảng viên, lập 4 chi bộ doanh nghiệp, 2 hội doanh nghiệp.", [None, None, None]),
    # stars are no place in an order
    ("Có 86 sản phẩm OCOP được xếp hạng 3 sao trở lên.", ["ocop_products"]),
    # a name right before a place in an order
    ("PCI xếp thứ 41, PAR Index đứng thứ 20, PAPI thứ 33.", ["pci", "par_index", "papi"]),
    # a part of an index is not the index
    ("Chính quyền số xếp thứ 12, kinh tế số xếp thứ 31.", [None, None]),
    ("Lao động qua đào tạo đạt 61%, có bằng cấp chứng chỉ 24%.", ["trained_labour_rate", None]),
    (
        "Có 9,1 bác sĩ trên 1 vạn dân, số giường bệnh là 29,5 giường/vạn dân.",
        ["doctors_per_10k", "hospital_beds_per_10k"],
    ),
    ("Khách sạn quy mô 120 giường.", [None]),
    # a verb behind a percent says what share of those counted before do so
    ("Ngành có 6.200 lao động, 58% đã qua đào tạo.", [None, None]),
    ("Đón 90.000 lượt khách du lịch, gần một nửa là khách quốc tế.", ["tourism_arrivals", None]),
    (
        "Có 92% tổ chức đảng và 96% đảng viên hoàn thành tốt nhiệm vụ trở lên.",
        ["party_organisations_rated_good", "party_members_rated_good"],
    ),
    # projects beside those from abroad are those at home
    (
        "Chấp thuận 21 dự án với tổng vốn 3.100 tỷ đồng và 2 dự án FDI vốn 15 triệu USD.",
        [None, None, "fdi_projects", "fdi_registered"],
    ),
    # what one sector gives is not what the place has
    ("Khu vực FDI tạo việc làm cho 90.000 lao động, kim ngạch xuất khẩu đạt 3 tỷ USD.", ["jobs_created", None]),
    ("Kim ngạch xuất khẩu đạt 3 tỷ USD.", ["exports"]),
    # land of works
    ("Tỉnh có 8 khu công nghiệp với diện tích 1.500 ha.", [None, None]),
    ("Tỉnh có diện tích 4.590 km2.", ["area_size"]),
    # criteria are no communes
    ("Có 9/11 xã đạt chuẩn nông thôn mới, bình quân mỗi xã đạt 17,6 tiêu chí.", [None]),
    # what is paid is no coverage
    ("Mức đóng BHYT bằng 4,5% mức lương cơ sở.", [None]),
    (
        "Toàn tỉnh có 91% dân số tham gia BHYT, còn thiếu 8.100 người so với chỉ tiêu Chính phủ giao (93%).",
        ["health_insurance_coverage", None, "health_insurance_coverage"],
    ),
    ("Chi chuyển đổi số 60 tỷ đồng, chiếm 0,7% tổng chi ngân sách, chưa đạt mức tối thiểu 1%.", [None, None, None]),
    # places in an order of what a general word names
    (
        "Du lịch: tỉnh lọt tốp 10 địa phương thu hút khách nhất cả nước, đứng thứ 9 về doanh thu (510 tỷ đồng).",
        ["tourism_arrivals", "tourism_revenue", "tourism_revenue"],
    ),
    ("Bình quân có 0,7 doanh nghiệp/1.000 dân.", [None]),
    # points that a sector gave to growth, industry inside a sector
    ("GRDP tăng 8%. Nông nghiệp tăng 3,1%, làm tăng 0,7 điểm phần trăm.", ["grdp", None, None]),
    ("Khu vực công nghiệp - xây dựng tăng 9%, trong đó công nghiệp tăng 10%.", [None, None]),
    ("Riêng công nghiệp tăng 11%.", ["industrial_output"]),
    ("Đã chi trả cho 1.260 hộ, diện tích 104 ha.", [None, None]),
    # so often is no multiple; one of so many is a place in an order
    ("Ban chỉ đạo mỗi tuần họp 1 lần.", []),
    ("GRDP tăng 8,2%, là mức tăng cao thứ 4 trong 14 tỉnh.", ["grdp", "grdp"]),
    # programmes are counted and paid for; their names are no indicators
    ("Kiểm tra 3 chương trình mục tiêu quốc gia và chương trình xóa nhà tạm.", [None]),
    ("Chương trình giảm nghèo bền vững đạt 34%, Chương trình nông thôn mới 58%.", [None, None]),
    ("Thành phố còn 1.230 hộ nghèo chuẩn thành phố.", ["poor_households"]),
    # shares of nations go on
    (
        "Đón 2 triệu lượt khách quốc tế; khách Hàn Quốc chiếm 48%, Trung Quốc 14%, Nga 4%.",
        [None, None, None, None],
    ),
    ("SIPAS đạt 81%, hạng 40.", ["sipas", "sipas"]),
    # wordings
    ("Tỷ lệ giải ngân của tỉnh xếp thứ 51/63.", ["public_investment_disbursement"]),
    ("Cải cách hành chính: cắt giảm 210 thủ tục, rút ngắn 35% thời gian giải quyết.", [None, None]),
    (
        "Tổng vốn đầu tư phát triển 900 tỷ đồng; đến 2030 thu nhập 150 triệu đồng/người.",
        ["total_investment", "income_per_capita"],
    ),
    ("Thu nhập xã hội từ du lịch đạt 1.900 tỷ đồng. Phường rộng 27 km2.", ["tourism_revenue", "area_size"]),
    ("Sắp xếp, giảm 72 phòng, 184 lãnh đạo cấp phòng.", ["agencies_merged", "leadership_posts_cut"]),
    (
        "Nhận 260 hồ sơ, 170 hồ sơ trực tuyến, đã giải quyết 250 hồ sơ, trước và đúng hạn 99%.",
        [None, "online_services", None, None],
    ),
    ("Có 142 doanh nghiệp và 318 hộ kinh doanh thành lập mới.", ["new_enterprises", None]),
    ("Chỉ số phục vụ xếp thứ 5/166 xã, phường.", [None]),
    # who earns it, how many there are, what was named since
    ("Tạo việc làm cho 900 lao động, thu nhập bình quân 9 triệu đồng/người/tháng.", ["jobs_created", None]),
    ("Thu nội địa 5 tháng 4.310 tỷ đồng.", ["domestic_revenue"]),
    ("Tỷ lệ hộ nghèo còn 2,1%, cận nghèo 2,9%.", ["poverty_rate", None]),
    ("Tỉnh thiếu 318 bác sĩ; đạt 9,2 bác sĩ trên 1 vạn dân.", [None, "doctors_per_10k"]),
    (
        "Trường chuẩn quốc gia 87%, tỷ lệ huy động trẻ nhà trẻ 31%, mẫu giáo 97%.",
        ["national_standard_schools", None, None],
    ),
    # numbers alone behind the number of things
    ("Thêm 3 dự án, nâng tổng số dự án lên 41, số doanh nghiệp là 2.950.", [None, None, "enterprises"]),
    ("Mã số dự án là 45, một số dự án là 12.", []),
]


@pytest.mark.parametrize(("text", "indicators"), OF_WHAT)
def test_what_a_figure_is_of(text: str, indicators: list[str | None]) -> None:
    """None stands for anything that has no name in the catalogue of the guide."""
    found = [one.indicator for one in paper(STORY + text).figures]
    assert [None if one.startswith("other:") else one for one in found] == indicators


COUNTS = [
    ("Toàn tỉnh có 210 hướng dẫn viên.", "person 210"),
    ("Bố trí ít nhất 3 điểm đỗ xe.", "count 3"),
    ("Tặng 52 cờ thi đua.", "count 52"),
    ("Di dời các hộ tại 4 điểm có nguy cơ sạt lở.", "count 4"),
    ("Xóa 15 điểm lõm sóng.", "count 15"),
    ("Chỉ số đạt 15 điểm.", "score 15"),
]


@pytest.mark.parametrize(("text", "told"), COUNTS)
def test_things_that_are_counted_are_no_points(text: str, told: str) -> None:
    one = paper(STORY + text).figures[-1]
    assert f"{one.unit} {one.value}" == told


MEASURED = [
    (
        "Học sinh tham gia BHYT đạt 97%, tăng 1,2% so với năm học trước.",
        ["level 97 percent", "change 1.2 percentage_point"],
    ),
    ("Công suất sử dụng phòng đạt 66%, giảm 4% so với cùng kỳ.", ["level 66 percent", "change -4 percentage_point"]),
    ("Hộ nghèo đồng bào dân tộc thiểu số giảm 3,4%/năm.", ["change -3.4 percentage_point"]),
    ("Tỉnh hỗ trợ thêm 30% mức đóng cho hộ cận nghèo.", ["level 30 percent"]),
    ("Có 92 xã nông thôn mới nâng cao, đạt 76%.", ["level 92 count", "level 76 percent"]),
    (
        "Tỷ lệ đô thị hóa mới đạt 25%, thấp hơn cả nước 18 điểm phần trăm.",
        ["level 25 percent", "change -18 percentage_point"],
    ),
    ("Xử lý 46 vụ, giảm 58 vụ (tỉ lệ giảm 56%).", ["level 46 count", "change -58 count", "growth -56 percent"]),
    ("Khách Hàn Quốc chiếm 48%, Trung Quốc 14%.", ["level 48 percent", "level 14 percent"]),
    (
        "Tỷ lệ hộ nghèo của Đà Bắc và Mai Châu giảm 5% và 6%.",
        ["change -5 percentage_point", "change -6 percentage_point"],
    ),
    ("Giải ngân 44% kế hoạch. Sở Y tế giải ngân 9%.", ["share_of_plan 44 percent", "share_of_plan 9 percent"]),
    ("SIPAS 86,1%, tăng 2,4%.", ["level 86.1 percent", "change 2.4 percentage_point"]),
    ("Thu hút 12 dự án, giảm 4 dự án.", ["level 12 count", "change -4 count"]),
    ("Tỉnh có 4,1 tỷ cành hoa.", ["level 4100000000.0 count"]),
    ("Sản lượng điện đạt 51%, tăng 20%.", ["share_of_plan 51 percent", "growth 20 percent"]),
]


@pytest.mark.parametrize(("text", "told"), MEASURED)
def test_how_it_is_measured(text: str, told: list[str]) -> None:
    found = paper(STORY + text).figures
    assert [f"{one.measure} {one.value} {one.unit}" for one in found] == told


def test_leave_to_invest_that_is_counted_is_no_order() -> None:
    assert paper(STORY + "Tỉnh chấp thuận chủ trương đầu tư cho 31 dự án trong nước.").directives == ()


WHOSE = [
    ("Tỷ lệ hộ nghèo còn 12%; Đà Bắc cao nhất với 35%.", "poverty_rate level actual Đà Bắc"),
    (
        "Tỷ lệ hộ nghèo còn 12%; huyện Trạm Tấu và Mù Cang Chải vẫn trên 40%.",
        "poverty_rate level actual Trạm Tấu và Mù Cang Chải",
    ),
    (
        "Tỉnh thu hút FDI 90 triệu USD, trong khi Hưng Yên thu hút 1,1 tỷ USD vốn FDI.",
        "fdi_registered level benchmark Hưng Yên",
    ),
    (
        "So với tỉnh bạn, Bắc Giang thu hút 2 tỷ USD vốn FDI, Bắc Ninh 3 tỷ USD.",
        "fdi_registered level benchmark Bắc Ninh",
    ),
    ("Tỷ lệ hộ nghèo giảm 6%. Xã Bản Luốc giảm nhiều nhất (9,8%).", "poverty_rate change actual Bản Luốc"),
    ("Hai huyện Đà Bắc, Mai Châu tỷ lệ hộ nghèo lần lượt là 36% và 41%.", "poverty_rate level actual Mai Châu"),
    (
        "GRDP tăng 10%, đứng thứ 3 sau Bắc Giang (13%), cao gấp đôi mức tăng bình quân cả nước.",
        "other:grdp_vs_others level actual Hòa Bình",
    ),
    ("Tỷ lệ đô thị hóa đạt 25%, thấp hơn cả nước 18 điểm phần trăm.", "urbanization_rate change actual Hòa Bình"),
    (
        "Lấp đầy Khu công nghiệp Lương Sơn, tỉnh thành lập thêm 3 khu công nghiệp.",
        "other:khu_cong_nghiep level actual Hòa Bình",
    ),
    ("Tỉnh thu hút vốn FDI 90 triệu USD. Cả nước thu hút 31 tỷ USD.", "fdi_registered level actual cả nước"),
]


@pytest.mark.parametrize(("text", "told"), WHOSE)
def test_whose_a_figure_is(text: str, told: str) -> None:
    one = paper(STORY + text).figures[-1]
    assert f"{one.indicator} {one.measure} {one.role} {one.area}" == told


def test_months_of_a_review_of_work_date_a_story() -> None:
    text = "Chiều 15/5, ông Trần Văn An chủ trì hội nghị giao ban các dự án tháng 5/2024.\n\nNhà máy sẽ chạy năm 2029."
    assert paper(text).document.head.event_date == "2024-05-15"


def test_so_many_of_so_many_up_to_now_is_no_day() -> None:
    counts = paper(STORY + "Đến nay 11/11 đơn vị cấp huyện có trung tâm văn hóa.").tallies
    assert [(one.done, one.total) for one in counts] == [(11, 11)]
