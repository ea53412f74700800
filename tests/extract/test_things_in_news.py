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
]


@pytest.mark.parametrize(("text", "indicators"), OF_WHAT)
def test_what_a_figure_is_of(text: str, indicators: list[str | None]) -> None:
    """None stands for anything that has no name in the catalogue of the guide."""
    found = [one.indicator for one in paper(STORY + text).figures]
    assert [None if one.startswith("other:") else one for one in found] == indicators


COUNTS = [
    ("Toàn tỉnh có 210 hướng dẫn viên.", "person 210"),
    ("Bố trí ít nhất 3 điểm đỗ xe.", "count 3"),
    ("Xóa 15 điểm lõm sóng.", "count 15"),
    ("Chỉ số đạt 15 điểm.", "score 15"),
]


@pytest.mark.parametrize(("text", "told"), COUNTS)
def test_things_that_are_counted_are_no_points(text: str, told: str) -> None:
    one = paper(STORY + text).figures[-1]
    assert f"{one.unit} {one.value}" == told


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
    ("Tỉnh thu hút vốn FDI 90 triệu USD. Cả nước thu hút 31 tỷ USD.", "fdi_registered level actual cả nước"),
]


@pytest.mark.parametrize(("text", "told"), WHOSE)
def test_whose_a_figure_is(text: str, told: str) -> None:
    one = paper(STORY + text).figures[-1]
    assert f"{one.indicator} {one.measure} {one.role} {one.area}" == told
