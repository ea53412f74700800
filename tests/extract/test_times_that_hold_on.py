"""Times that hold on over a list, a series or the aims of a story, and those that do not."""

from __future__ import annotations

import pytest
from tests.extract.told import paper


def periods(text: str) -> list[str]:
    """Quantity and period of each figure of a text."""
    return [f"{one.quote} {one.period}" for one in paper(text).figures]


SERIES = [
    (
        "Tăng trưởng GDP quý I năm 2011 chỉ 5,9%; năm 2012 tăng 4,7%; năm 2013 tăng 4,8%.",
        ["5,9% 2011-Q1", "4,7% 2012-Q1", "4,8% 2013-Q1"],
    ),
    (
        "GRDP 6 tháng đầu năm 2021 tăng 5,2%, năm 2022 tăng 7,1%, năm 2023 tăng 6,3%.",
        ["5,2% 2021-H1", "7,1% 2022-H1", "6,3% 2023-H1"],
    ),
    (
        "Thu ngân sách quý II năm 2019 đạt 410 tỷ đồng; năm 2020 đạt 380 tỷ đồng.",
        ["410 tỷ đồng 2019-Q2", "380 tỷ đồng 2020-Q2"],
    ),
    # the whole year, the aim of a year, another thing
    ("Quý IV năm 2022, GRDP tăng 9%; năm 2022 tăng 8,1%.", ["9% 2022-Q4", "8,1% 2022"]),
    (
        "Quý I năm 2020 tỉnh thu 500 tỷ đồng; phấn đấu năm 2021 thu 2.400 tỷ đồng.",
        ["500 tỷ đồng 2020-Q1", "2.400 tỷ đồng 2021"],
    ),
    (
        "Tháng 12/2022 có 30 dự án mới; năm 2023 thu hút 210 dự án.",
        ["30 dự án mới 2022-12", "210 dự án 2023"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SERIES)
def test_the_part_of_a_series_is_said_once(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


TASKS = [
    (
        (
            "\n\nNgày 3/7/2020, Tỉnh ủy Hòa Sơn họp.\n\nBáo cáo tình hình 6 tháng đầu năm và nhiệm vụ 6 tháng cuối "
            "năm 2020, ông Lê Văn A cho biết, tăng trưởng chậm lại. Trong đó, doanh thu cảng đạt 2.030 tỷ đồng, "
            "tăng 7,6% (kế hoạch 7%); bán lẻ đạt 23.100 tỷ đồng.\n"
        ),
        ["2.030 tỷ đồng 2020-H1", "7,6% 2020-H1", "7% 2020", "23.100 tỷ đồng 2020-H1"],
    ),
    (
        (
            "\n\nNgày 4/10/2022, huyện Phú Đông đánh giá 9 tháng và bàn nhiệm vụ quý IV năm 2022. Kết quả, giá trị sản "
            "xuất đạt 3.100 tỷ đồng, tăng 8%.\n"
        ),
        ["3.100 tỷ đồng 2022-01/2022-09", "8% 2022-01/2022-09"],
    ),
    # estimates late in a year; those of spring are of no whole year
    (
        (
            "\n\nTheo báo cáo của UBND tỉnh trước HĐND chiều 5/12/2018, thu ngân sách ước đạt 9.100 tỷ đồng, vượt 8% "
            "dự toán.\n"
        ),
        ["9.100 tỷ đồng 2018", "vượt 8% dự toán 2018"],
    ),
    (
        "\n\nNgày 20/11/2021, UBND huyện An Sơn họp.\n\nTổng thu ngân sách ước đạt 410 tỷ đồng.\n",
        ["410 tỷ đồng 2021"],
    ),
    (
        "\n\nNgày 20/4/2021, UBND huyện An Sơn họp.\n\nTổng thu ngân sách ước đạt 140 tỷ đồng.\n",
        ["140 tỷ đồng None"],
    ),
    # a year long gone by is no time of the next paragraph
    (
        (
            "\n\nNgày 20/12/2020, UBND huyện An Sơn họp báo.\n\nNăm 2020, kinh tế tăng 9%.\n\nNăm 2010, xã Hòa Bình "
            "mới có 2 trường học.\n\nGiá trị sản xuất đạt 1.200 tỷ đồng, tăng 8,5% so với năm trước.\n"
        ),
        ["9% 2020", "2 trường học 2010", "1.200 tỷ đồng 2020", "8,5% 2020"],
    ),
    # places held with so much, and shares, of the month told of
    (
        (
            "Thu hút vốn\n\nTháng 1/2021, tỉnh thu hút 2,02 tỷ USD vốn FDI.\n\nTheo đối tác, Singapore dẫn đầu với "
            "tổng vốn đầu tư 680 triệu USD, chiếm 33,8% tổng vốn. Hàn Quốc đứng thứ hai với 618 triệu USD.\n"
        ),
        ["2,02 tỷ USD 2021-01", "680 triệu USD 2021-01", "33,8% 2021-01", "618 triệu USD 2021-01"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TASKS)
def test_what_is_of_the_time_reported_on(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


LISTS = [
    # one item's own year is not the next one's
    (
        (
            "Chào mừng Đại hội Đảng bộ huyện Phú Đông, nhiệm kỳ 2020-2025\n\nMột số thành tựu nổi bật trong nhiệm kỳ "
            "2015-2020\n\n* 88% xã, thị trấn đạt chuẩn y tế.\n\n* Tỷ lệ hộ nghèo năm 2020 giảm còn 1,9%.\n\n"
            "* Giải quyết việc làm cho 5.200 lao động.\n\n* Thu ngân sách tăng 18,7%.\n"
        ),
        ["88% xã 2015/2020", "1,9% 2020", "5.200 lao động 2015/2020", "18,7% 2015/2020"],
    ),
    (
        (
            "Những con số nổi bật 9 tháng năm 2023\n\n- Thu ngân sách 9.100 tỷ đồng, riêng tháng 9 đạt 900 tỷ đồng.\n\n"
            "- Đón 2,1 triệu lượt khách.\n"
        ),
        ["9.100 tỷ đồng 2023-01/2023-09", "900 tỷ đồng 2023-09", "2,1 triệu lượt khách 2023-01/2023-09"],
    ),
    # behind a mean of years, what is one year's or left
    (
        (
            "Giai đoạn 2016-2020, GRDP tăng bình quân 7,8%/năm; GRDP bình quân đầu người đạt 62 triệu đồng; thu ngân "
            "sách tăng bình quân 12%/năm; giải quyết việc làm cho 85.000 lao động."
        ),
        ["7,8%/năm 2016/2020", "62 triệu đồng 2020", "12%/năm 2016/2020", "85.000 lao động 2016/2020"],
    ),
    # aims that a sentence without figures opens
    (
        (
            "Đại hội Đảng bộ tỉnh Hòa Sơn\n\n07/11/2025\n\nĐại hội xác định giai đoạn 2025-2030, xây dựng tỉnh phát "
            "triển nhanh và bền vững, hiện đại.\n\nTốc độ tăng trưởng GRDP bình quân đạt 10%. Quy mô GRDP 589.000 tỷ "
            "đồng. Kinh tế số chiếm 20% GRDP.\n"
        ),
        ["10% 2025/2030", "589.000 tỷ đồng by:2030-12", "20% by:2030-12"],
    ),
    (
        (
            "Phấn đấu đến năm 2025, huyện An Sơn trở thành huyện nông thôn mới. Thu nhập bình quân đạt 60 triệu "
            "đồng/người. Đến nay, huyện đã có 8 xã đạt chuẩn."
        ),
        ["60 triệu đồng/người by:2025-12", "8 xã None"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_and_aims(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_aims_go_on_over_a_paragraph_that_names_what_something_is_done_by() -> None:
    story = (
        "Hòa Sơn phấn đấu 90% người dân hài lòng\n\nTỉnh vừa phê duyệt chương trình. Phấn đấu đến năm 2030, tỉnh là đô "
        "thị thông minh.\n\nCụ thể, đến năm 2025, 100% giao dịch được xác thực điện tử.\n\nTỷ lệ hồ sơ giải quyết "
        "theo dịch vụ trực tuyến đạt từ 50% trở lên.\n"
    )
    told = [(int(one.value), one.role, one.period) for one in paper(story).figures[1:]]
    assert told == [(100, "target", "by:2025-12"), (50, "target", "by:2025-12")]


def test_what_a_source_tells_is_no_further_aim() -> None:
    story = (
        "Hòa Sơn đặt mục tiêu thu hút đầu tư đến năm 2030\n\nMục tiêu đến năm 2030, tỷ trọng công nghiệp đạt 40%.\n\n"
        "Theo báo cáo của Sở Công Thương, tốc độ tăng năng suất đạt 7,5%/năm.\n"
    )
    assert paper(story).figures[-1].role == "actual"
