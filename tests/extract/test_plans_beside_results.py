"""Numbers of plans that stand beside what was reached, places told of one after another, and deficits."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

Told = tuple[str, str, str, str, str | None, str | None]


def told(text: str) -> list[Told]:
    """Quote, indicator, measure, role, period and area of each figure."""
    return [(one.quote, one.indicator, one.measure, one.role, one.period, one.area) for one in paper(text).figures]


CUSTOMS = """Hải quan Lạng Sơn thu vượt chỉ tiêu

Số thu ngân sách của Cục Hải quan Lạng Sơn tính đến ngày 31/10/2021 là 6.120 tỷ đồng, đạt 170% so với chỉ tiêu pháp \
lệnh 3.600 tỷ đồng; 125% so với chỉ tiêu phấn đấu 4.900 tỷ đồng; bằng 140% so với cùng kỳ năm 2020.
"""
HALF_YEAR = """Phú Yên họp giao ban sáu tháng đầu năm

Ngày 9/7/2023, UBND tỉnh Phú Yên họp giao ban. Tổng thu ngân sách nhà nước 6 tháng là 2.221 tỷ đồng, đạt 41,8% so với \
nghị quyết đề ra (5.300 tỷ đồng) và tăng 2,5% so với cùng kỳ; trong đó, thu nội địa 2.152 tỷ đồng, đạt 40,5% và thu \
xuất nhập khẩu là 24 tỷ đồng, đạt 59%.
"""


def test_amounts_of_plans_are_targets_of_the_year() -> None:
    of_plans = [one for one in told(CUSTOMS) if one[3] == "target"]
    assert of_plans == [
        ("3.600 tỷ đồng", "budget_revenue", "level", "target", "2021", "Lạng Sơn"),
        ("4.900 tỷ đồng", "budget_revenue", "level", "target", "2021", "Lạng Sơn"),
    ]


def test_shares_of_several_plans_are_of_the_same_thing() -> None:
    found = [one for one in told(CUSTOMS) if one[3] == "actual"]
    assert [one[:3] for one in found] == [
        ("6.120 tỷ đồng", "budget_revenue", "level"),
        ("170% so với chỉ tiêu pháp lệnh", "budget_revenue", "share_of_plan"),
        ("125% so với chỉ tiêu phấn đấu", "budget_revenue", "share_of_plan"),
        ("140%", "budget_revenue", "growth"),
    ]


def test_a_resolution_in_brackets_and_shares_behind_sums() -> None:
    found = {one[0]: one for one in told(HALF_YEAR)}
    assert found["5.300 tỷ đồng"][2:5] == ("level", "target", "2023")
    assert found["40,5%"][2:4] == ("share_of_plan", "actual")
    assert found["59%"][2:4] == ("share_of_plan", "actual")


GROWTH = "Quý II/2024, giá trị sản xuất công nghiệp của tỉnh Hà Nam tăng 8,5% (kế hoạch 9,2%)."


def test_the_plan_of_a_growth_is_a_growth() -> None:
    assert [one[2:4] for one in told(GROWTH)] == [("growth", "actual"), ("growth", "target")]


TWO_PLANS = (
    "Năm 2012, nhập siêu bằng 8,4% kim ngạch xuất khẩu, thấp hơn chỉ tiêu đề ra của Quốc hội (12%) và Chính phủ (11%)."
)


def test_two_plans_in_brackets() -> None:
    assert [one[3] for one in told(TWO_PLANS)][1:] == ["target", "target"]


DEFICITS = [
    ("Năm 2011, cả nước nhập siêu 9,8 tỷ USD.", -9_800_000_000),
    ("Năm 2022, cán cân thương mại thâm hụt 1,2 tỷ USD.", -1_200_000_000),
    ("Năm 2023, cả nước xuất siêu 28 tỷ USD.", 28_000_000_000),
]


@pytest.mark.parametrize(("text", "value"), DEFICITS)
def test_a_deficit_is_the_balance_with_its_sign_turned(text: str, value: int) -> None:
    assert [(one.indicator, int(one.value)) for one in paper(text).figures] == [("trade_surplus", value)]


CITIES = """Các thành phố lớn tăng trưởng ra sao

Ngày 10/1/2024. Năm 2023, kinh tế TP Hải Phòng tăng 10,34%.

Đà Nẵng ghi nhận mức tăng trưởng ước đạt 2,58%, đóng góp 1,1% vào tăng trưởng chung của cả nước.

Cần Thơ khẳng định vai trò trung tâm vùng, với tốc độ tăng trưởng ước đạt 5,75%.
"""


def test_a_paragraph_that_a_place_opens_is_of_it() -> None:
    assert [one[5] for one in told(CITIES)] == ["Hải Phòng", "Đà Nẵng", "Đà Nẵng", "Cần Thơ"]


def test_a_district_in_general_has_no_number() -> None:
    text = "Quận Đống Đa thu ngân sách khá\n\nTổng thu trên địa bàn quận 9 tháng năm 2022 là hơn 5.120 tỷ đồng."
    assert {one[5] for one in told(text)} == {"Đống Đa"}


def test_a_title_may_name_a_district_without_its_level() -> None:
    text = (
        "Phát huy nội lực để Thăng Bình vươn lên\n\n"
        "Đến năm 2025, huyện phấn đấu 97% người dân tham gia bảo hiểm y tế. Huyện có 20 xã nông thôn mới."
    )
    assert {one[5] for one in told(text)} == {"Thăng Bình"}


DRAWN = """Sở Tài chính cho biết, đến ngày 10.4, các huyện của tỉnh Quảng Ngãi đã giải ngân 842 tỷ đồng vốn đầu tư \
công, đạt 21% kế hoạch vốn năm 2025.

Riêng huyện Mộ Đức mới chỉ giải ngân được 7,5% kế hoạch vốn.
"""


def test_what_is_drawn_of_a_plan_is_told_up_to_the_day() -> None:
    assert [one[4:] for one in told(DRAWN)] == [
        ("at:2025-04-10", "Quảng Ngãi"),
        ("at:2025-04-10", "Quảng Ngãi"),
        ("at:2025-04-10", "Mộ Đức"),
    ]


SCENARIOS = "GDP năm 2021 được dự báo tăng 5,49% (kịch bản cơ sở), 6,9% (kịch bản cao) và 3,48% (kịch bản thấp)."


def test_each_scenario_in_brackets_is_of_the_number_before_it() -> None:
    assert [(one.role, one.scenario) for one in paper(SCENARIOS).figures] == [
        ("scenario", "base"),
        ("scenario", "high"),
        ("scenario", "low"),
    ]


def test_a_congress_is_of_its_commune() -> None:
    text = "Đại hội đại biểu xã Phú Lương nhiệm kỳ 2020-2025\n\nThu nhập bình quân đầu người đạt 70 triệu đồng."
    assert {one[5] for one in told(text)} == {"Phú Lương"}


WITHOUT_A_DAY = """Doanh nghiệp mới tăng trở lại

Tháng 6, cả nước có 13,7 nghìn doanh nghiệp mới, tăng 27,9% so với tháng trước.

Tính chung 6 tháng đầu năm, vốn đăng ký giảm 19% so với cùng kỳ; 25,2 nghìn doanh nghiệp quay lại hoạt động, tăng \
16,4% so với 6 tháng đầu năm 2019.
"""


def test_the_year_of_a_story_without_a_day_follows_the_one_it_compares_with() -> None:
    assert {one[4] for one in told(WITHOUT_A_DAY)} == {"2020-06", "2020-H1"}


AIMS = """Đến năm 2030, tỷ trọng công nghiệp trong GDP đạt trên 40%

Mục tiêu đến năm 2030, tỷ trọng công nghiệp trong GDP đạt trên 40%.

Tốc độ tăng giá trị gia tăng công nghiệp đạt bình quân trên 8,5%/năm.

Tỷ lệ lao động qua đào tạo đạt trên 70%.

Để đạt mục tiêu trên, cả nước có 15 khu công nghiệp mới.
"""


def test_aims_go_on_over_paragraphs() -> None:
    assert [one[3:5] for one in told(AIMS)[1:]] == [
        ("target", "by:2030-12"),
        ("target", "by:2030-12"),
        ("target", "by:2030-12"),
        ("actual", None),
    ]


DISBURSED = (
    "Đến ngày 31/10/2020, cả nước giải ngân vốn đầu tư công 321 nghìn tỷ đồng, "
    "đạt 68% so với kế hoạch giao 470 nghìn tỷ đồng."
)
COUNTED = "Tính đến ngày 10/4/2025, toàn xã có 58 hộ nghèo, chiếm 2,1% số hộ."


def test_what_is_planned_to_be_spent_is_not_what_was_drawn() -> None:
    last = told(DISBURSED)[-1]
    assert (last[0], last[3]) == ("470 nghìn tỷ đồng", "target")
    assert last[1] != "public_investment_disbursement"


def test_the_share_of_what_is_counted_on_a_day_is_of_the_day() -> None:
    assert [one[4] for one in told(COUNTED)] == ["at:2025-04-10", "at:2025-04-10"]
