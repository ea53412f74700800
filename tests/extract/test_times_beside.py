"""Times of values that stand beside others, and of the months of a report, which the next figures take over or not."""

from __future__ import annotations

import pytest
from tests.extract.told import paper, short

BESIDE = [
    (
        (
            "Năm 2023, kinh tế tăng 7,71%, cao hơn mức tăng 1,18% của năm 2022 và vượt 1,21 điểm phần trăm so với "
            "kế hoạch. "
            "GRDP bình quân đầu người đạt 51,8 triệu đồng."
        ),
        ["7,71% 2023", "1,18% 2022", "1,21 điểm phần trăm 2023", "51,8 triệu đồng 2023"],
    ),
    (
        (
            "Thu ngân sách năm 2023 đạt 4.100 tỷ đồng, cao hơn mức 3.900 tỷ đồng của năm 2022. Chi ngân sách 12.000 "
            "tỷ đồng."
        ),
        ["4.100 tỷ đồng 2023", "3.900 tỷ đồng 2022", "12.000 tỷ đồng 2023"],
    ),
]
MONTHS = [
    (
        "Tổng mức bán lẻ tháng 5 ước 2.410 tỷ đồng; 5 tháng 12.105 tỷ đồng, tăng 13,6%.",
        ["2.410 tỷ đồng 2024-05", "12.105 tỷ đồng 2024-01/2024-05", "13,6% 2024-01/2024-05"],
    ),
    (
        "Xuất khẩu 5 tháng 12 triệu USD, bằng 40% kế hoạch.",
        ["12 triệu USD 2024-01/2024-05", "40% kế hoạch 2024-01/2024-05"],
    ),
    (
        "Khách du lịch trong tháng 185.000 lượt, doanh thu 152 tỷ đồng; lũy kế 1.120.000 lượt, doanh thu 905 tỷ đồng.",
        [
            *("185.000 lượt 2024-05", "152 tỷ đồng 2024-05"),
            *("1.120.000 lượt 2024-01/2024-05", "905 tỷ đồng 2024-01/2024-05"),
        ],
    ),
    (
        "Đến hết tháng 5 tỷ lệ giải ngân đạt 30% kế hoạch.",
        ["30% kế hoạch 2024-01/2024-05"],
    ),
]
MEANWHILE = [
    (
        "GRDP năm 2021 ước tăng 5,02%, trong khi năm 2020 chỉ tăng 0,53%. Thu ngân sách ước đạt 16.120 tỷ đồng.",
        ["5,02% 2021", "0,53% 2020", "16.120 tỷ đồng 2021"],
    ),
    (
        "GRDP năm 2021 tăng 5,02%, còn năm 2020 tăng 0,53%. Thu ngân sách đạt 16.120 tỷ đồng.",
        ["5,02% 2021", "0,53% 2020", "16.120 tỷ đồng 2021"],
    ),
    # a later year is what the story goes on to
    (
        "Năm 2020 thu 15.000 tỷ đồng, còn năm 2021 đạt 16.120 tỷ đồng. Chi 21.000 tỷ đồng.",
        ["15.000 tỷ đồng 2020", "16.120 tỷ đồng 2021", "21.000 tỷ đồng 2021"],
    ),
    ("Vụ xuân 2017 toàn tỉnh cấy 76.857 ha lúa; năng suất 70,1 tạ/ha.", ["76.857 ha 2017", "70,1 tạ/ha 2017"]),
]
DUE = [
    (
        "Huyện phấn đấu năm 2023 giải ngân trên 95% kế hoạch vốn đầu tư công trước ngày 31/01/2024.",
        ["trên 95% kế hoạch vốn by:2024-01-30"],
    ),
]
REPORT = """ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH
Số: 118/BC-UBND
Hòa Bình, ngày 06 tháng 6 năm 2024

BÁO CÁO
Tình hình kinh tế - xã hội tháng 5 và 5 tháng đầu năm 2024

"""


@pytest.mark.parametrize(("text", "expected"), [*BESIDE, *MEANWHILE, *DUE])
def test_the_time_of_a_value_set_beside_is_that_of_no_other(text: str, expected: list[str]) -> None:
    assert [f"{one.quote} {one.period}" for one in paper(text).figures] == expected


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_months_of_a_report(text: str, expected: list[str]) -> None:
    assert [f"{one.quote} {one.period}" for one in paper(REPORT + text).figures] == expected


def test_a_count_is_not_of_the_years_of_a_later_clause() -> None:
    text = "Ngày 14/10/2023, Sở họp.\n\nMới có 3/6 khu có trạm xử lý; cần 780 tỷ đồng cho giai đoạn 2023-2025."
    assert [(one.quote, one.period) for one in paper(text).tallies] == [("3/6 khu", "at:2023-10-14")]


def test_what_is_kept_is_no_aim_unless_it_is_aimed_at() -> None:
    kept, aimed = short("6 tháng qua, cà phê duy trì 2.170 ha. Huyện phấn đấu năm 2025 duy trì độ che phủ rừng 45%.")
    assert kept.endswith("level actual 2024-H1")
    assert aimed == "45% | forest_cover level target 2025"


def test_a_scenario_that_was_kept_to_is_none_of_what_follows() -> None:
    (place,) = short("GRDP 9 tháng vượt kịch bản đề ra, đứng thứ 4/34 tỉnh, thành phố.")
    assert place.endswith("grdp rank actual 2024-01/2024-09")


def test_those_who_come_to_a_congress_are_counted_on_its_day_whatever_its_title_aims_at() -> None:
    text = (
        "Đại hội Đảng bộ xã Cẩm Hà: Phấn đấu đạt chuẩn nông thôn mới kiểu mẫu trước năm 2029\n\nNgày 29/7/2025, "
        "Đảng bộ "
        "xã Cẩm Hà, tỉnh Hà Tĩnh tổ chức Đại hội lần thứ I, nhiệm kỳ 2025-2030. Dự đại hội có ông Trần Văn "
        "Minh, Ủy viên "
        "Ban Thường vụ Tỉnh ủy, Trưởng Ban Tuyên giáo, cùng 148 đại biểu thay mặt 1.126 đảng viên.\n"
    )
    found = [(one.quote, one.role, one.period) for one in paper(text).figures]
    assert found == [("148 đại biểu", "actual", "at:2025-07-29"), ("1.126 đảng viên", "actual", "at:2025-07-29")]


def test_parts_that_sectors_give_to_growth_have_their_sign() -> None:
    text = "Ngành nước giảm 1,69%, làm giảm 0,005 điểm phần trăm; khai khoáng làm tăng 0,08 điểm phần trăm tăng trưởng."
    found = [(one.quote, str(one.value), one.measure) for one in paper(text).figures]
    assert found[1:] == [("0,005 điểm phần trăm", "-0.005", "level"), ("0,08 điểm phần trăm", "0.08", "level")]


def test_the_same_sum_in_other_money_and_what_is_cut_of_a_time() -> None:
    same = short("GRDP năm 2018 đạt 9.765 tỉ đồng (tương ứng với 0,4272 tỉ USD).")
    assert [line.split(" | ")[1] for line in same] == ["grdp level actual 2018"] * 2
    (_, cut) = short("Tỷ lệ hồ sơ trực tuyến đạt 60%; giảm 30% thời gian thực hiện thủ tục hành chính.")
    assert cut.split(" | ")[1].startswith("other:")


def test_a_congress_of_a_district_is_of_the_district_whatever_stands_above_it() -> None:
    text = (
        "ĐẢNG BỘ TỈNH YÊN BÁI\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LỤC YÊN LẦN THỨ XXI\nLục Yên, ngày 24 tháng 7 năm 2020\n"
        "NGHỊ QUYẾT\nĐại hội đại biểu Đảng bộ huyện Lục Yên lần thứ XXI, nhiệm kỳ 2020 - 2025\nThu ngân sách "
        "đạt 90 tỷ đồng.\n"
    )
    head = paper(text).document.head
    assert (head.area, head.issuer) == ("Lục Yên", "Đại hội đại biểu Đảng bộ huyện Lục Yên lần thứ XXI")


def test_what_is_due_after_the_day_of_a_paper_was_not_done_on_it() -> None:
    text = "Ngày 15/9/2023, UBND tỉnh họp.\n\nCác quận bàn giao 100% mặt bằng đường vành đai trước ngày 31/10/2023."
    (one,) = paper(text).figures
    assert (one.role, one.period) == ("target", "by:2023-10-30")


def test_what_a_resolution_agrees_was_reached_is_no_aim_but_the_plan_in_brackets_is() -> None:
    text = (
        "NGHỊ QUYẾT\nĐại hội đại biểu Đảng bộ tỉnh Hà Nam lần thứ X, nhiệm kỳ 2015 - 2020\nI. Tán thành đánh "
        "giá tình hình "
        "thực hiện Nghị quyết Đại hội lần thứ IX: kinh tế tăng bình quân 9,1%/năm (Nghị quyết 11 - 12%/năm); thu nhập "
        "bình quân đầu người năm 2015 đạt 1.680 USD.\n"
    )
    found = [(one.quote, one.role) for one in paper(text).figures]
    assert found == [("9,1%/năm", "actual"), ("11 - 12%/năm", "target"), ("1.680 USD", "actual")]


def test_those_who_were_given_a_place_are_counted() -> None:
    reached, share = short("Toàn tỉnh đến nay mới bố trí được 412 hộ, đạt 29,7% kế hoạch.")
    assert " actual " in reached
    assert " share_of_plan actual " in share


def test_points_and_shares_that_sectors_give() -> None:
    text = (
        "Nông nghiệp tăng 4,26% (đóng góp 0,86%); công nghiệp tăng 0,4% (đóng góp tăng 0,12%). Trong mức tăng "
        "chung, dịch "
        "vụ đóng góp 1,31 điểm phần trăm; xây dựng 0,6 điểm phần trăm."
    )
    given = [line.split(" | ") for line in short(text)]
    assert [line[1].split()[:2] for line in given if line[0] in ("0,86%", "0,12%")] == [["other:dong_gop", "level"]] * 2
    assert all(line[1].startswith("other:") for line in given if line[0].endswith("điểm phần trăm"))


def test_the_shares_of_three_sectors_named_together() -> None:
    found = short("Năm 2023, cơ cấu kinh tế khu vực I, II, III lần lượt là 43,8%, 22,6% và 33,6%.")
    assert [line.split(" | ")[1].split()[0] for line in found] == [
        "gdp_share_agriculture",
        "gdp_share_industry_construction",
        "gdp_share_services",
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Toàn huyện có 7 điểm du lịch cộng đồng.", "count"),
        ("Quốc lộ 7 bị sạt lở 21 điểm.", "count"),
        ("Trong đó có 7 điểm đặc biệt nguy hiểm.", "count"),
        ("Chỉ số PCI đạt 66 điểm, xếp thứ 5.", "score"),
        ("PAR Index đạt 85 điểm trở lên.", "score"),
        ("Chỉ số tăng 3 điểm so với năm 2020.", "score"),
    ],
)
def test_points_are_places_or_scores(text: str, unit: str) -> None:
    assert paper(text).figures[0].unit == unit


def test_the_items_of_a_list_in_one_line_are_of_the_year_of_its_lead() -> None:
    text = (
        "Ngày 1/3/2016, UBND tỉnh Yên Bái họp.\nPhấn đấu đạt các chỉ tiêu chủ yếu đến năm 2020 là: (1) GRDP tăng bình "
        "quân 10%/năm. (2) GRDP bình quân đầu người năm 2018 đạt 3.000 USD. (3) Tỷ lệ lao động qua đào tạo đạt 70%. "
        "Tỷ lệ dân số đô thị đạt 22%."
    )
    found = [(one.quote, one.period) for one in paper(text).figures]
    assert found == [
        *(("10%/năm", "by:2020-12"), ("3.000 USD", "2018"), ("70%", "by:2020-12"), ("22%", "by:2020-12")),
    ]
