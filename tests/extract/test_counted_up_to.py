"""The day up to which a story counts holds on over what is counted after it; the months of a year that are gone by."""

from __future__ import annotations

import pytest
from tests.extract.told import paper


def periods(text: str) -> list[str]:
    """Quantity and period of each figure of a text."""
    return [f"{one.quote} {one.period}" for one in paper(text).figures]


CLOSES = [
    # parts and further counts over paragraphs
    (
        (
            "Hòa Sơn: Giải ngân vốn còn chậm\n\nTheo Sở Tài chính tỉnh Hòa Sơn, đến ngày 15.6.2024, khối huyện đã giải "
            "ngân 612 tỷ đồng vốn đầu tư công, đạt 30,4% kế hoạch vốn năm 2024.\nCó 4 địa phương giải ngân cao hơn "
            "bình quân, trong đó huyện Đông Hà dẫn đầu với 52,1%, tiếp đến là thị xã Nam Hà 45%.\n"
            "Riêng huyện Bắc Hà mới giải ngân được 9,8% kế hoạch vốn.\n"
        ),
        [
            "612 tỷ đồng at:2024-06-15",
            "30,4% kế hoạch vốn at:2024-06-15",
            "4 địa phương at:2024-06-15",
            "52,1% at:2024-06-15",
            "45% at:2024-06-15",
            "9,8% kế hoạch vốn at:2024-06-15",
        ],
    ),
    # the end of a month; what grew up to it did so over its months
    (
        (
            "Nông thôn mới ở Vĩnh Lâm\n\nTính đến hết tháng 6/2022, cả tỉnh có 57 xã đạt chuẩn nông thôn mới.\n\n"
            "Tỉnh cũng có 4 đơn vị cấp huyện được công nhận, chiếm 37% tổng số đơn vị cấp huyện.\n"
        ),
        ["57 xã at:2022-06", "4 đơn vị at:2022-06", "37% tổng số đơn vị at:2022-06"],
    ),
    # the heading over the counts
    (
        (
            "Xây dựng nông thôn mới ở huyện Phú Hòa\n\nKết quả thực hiện các tiêu chí của huyện (đến hết năm 2015):\n"
            "Về giao thông: đường trục xã được cứng hóa 95%, đường thôn 79%.\n"
            "Hệ thống thủy lợi tương đối hoàn chỉnh.\nToàn huyện có 39 trường đạt chuẩn quốc gia.\n"
            "Trên địa bàn có 2 siêu thị và 21 chợ.\n"
            "Về thu nhập: trước khi xây dựng nông thôn mới, huyện có 3 xã đạt tiêu chí.\n"
        ),
        [
            "95% at:2015-12",
            "79% at:2015-12",
            "39 trường đạt chuẩn quốc gia at:2015-12",
            "2 siêu thị at:2015-12",
            "21 chợ at:2015-12",
            "3 xã None",
        ],
    ),
    # all projects up to a month, with their money
    (
        (
            "Thu hút đầu tư\n\nLũy kế đến cuối tháng 9/2023, các khu công nghiệp của tỉnh Đông Lâm có 412 dự án trong "
            "nước với tổng vốn đầu tư 98.000 tỷ đồng.\n\nTỷ lệ lấp đầy các khu công nghiệp đạt 71%.\n"
        ),
        ["412 dự án at:2023-09", "98.000 tỷ đồng at:2023-09", "71% at:2023-09"],
    ),
    # an aim is of its own day
    (
        (
            "Xóa nhà tạm ở Quảng Lâm\n\nTính đến ngày 20/7/2025, toàn tỉnh đã khởi công 10.700 căn nhà.\n\n"
            "Số nhà cho người có công là 1.477 căn; số nhà cho hộ nghèo là 5.762 căn.\n\n"
            "Tỉnh phấn đấu đạt tỷ lệ 100% trong thời gian tới.\n"
        ),
        [
            "10.700 căn nhà at:2025-07-20",
            "1.477 căn at:2025-07-20",
            "5.762 căn at:2025-07-20",
            "100% None",
        ],
    ),
    # a run of days; the value of the same days a year before
    (
        (
            "Xuất nhập khẩu\n\nTừ ngày 1/1/2021 đến hết ngày 15/11/2021, xuất khẩu đạt 12,4 tỷ USD.\n\n"
            "Trong đó, dệt may đạt 3,1 tỷ USD.\n\nCán cân thương mại thặng dư 1,9 tỷ USD.\n"
        ),
        [
            "12,4 tỷ USD 2021-01/2021-11",
            "3,1 tỷ USD 2021-01/2021-11",
            "1,9 tỷ USD 2021-01/2021-11",
        ],
    ),
    # now, long ago, rules, what comes back
    (
        (
            "Chăm lo người nghèo\n\nNgày 20/6/2024, UBND huyện An Sơn họp báo.\n\nĐến ngày 15/6, huyện đã giải ngân "
            "120 tỷ đồng, đạt 41% kế hoạch.\n\nHiện huyện có 12.000 hộ nghèo.\n\n"
            "Trước đây, huyện từng có 30.000 hộ nghèo.\n"
        ),
        [
            "120 tỷ đồng at:2024-06-15",
            "41% kế hoạch at:2024-06-15",
            "12.000 hộ nghèo at:2024-06-20",
            "30.000 hộ nghèo None",
        ],
    ),
    (
        (
            "Mức phí mới\n\nĐến ngày 30/4/2024, cả nước có 120.000 doanh nghiệp số.\n\n"
            "Theo quy định, mức phí là 50.000 đồng/lần.\n\nMỗi năm, hệ thống xử lý 9 triệu hồ sơ.\n"
        ),
        ["120.000 doanh nghiệp at:2024-04-30", "50.000 đồng None", "9 triệu hồ sơ None"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLOSES)
def test_the_day_up_to_which_a_story_counts(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


SO_FAR = [
    (
        (
            "\n\nChiều 3/11/2023, UBND huyện Phú Đông họp báo.\n\nTừ đầu năm đến nay, kinh tế tăng khá. Cụ thể, diện "
            "tích gieo trồng cây hằng năm đạt 16.300 ha, đạt 97% kế hoạch; thu ngân sách đạt 356 tỷ đồng.\n"
        ),
        ["16.300 ha 2023-01/2023-11", "97% kế hoạch 2023-01/2023-11", "356 tỷ đồng 2023-01/2023-11"],
    ),
    # ten months where the paper tells of those
    (
        (
            "\n\nChiều 3/11/2023, UBND huyện Phú Đông họp báo.\n\nTừ đầu năm đến nay, kinh tế tăng khá. Cụ thể, diện "
            "tích gieo trồng đạt 16.300 ha. Qua 10 tháng, huyện đón 75.000 lượt khách.\n"
        ),
        ["16.300 ha 2023-01/2023-10", "75.000 lượt khách 2023-01/2023-10"],
    ),
    # up to the day up to which a paper without a day counts
    (
        (
            "Thu từ lọc dầu\n\nTừ đầu năm 2020 đến nay, nguồn thu khá ổn định.\n\nKết quả thu tăng 54% so với cùng kỳ "
            "năm 2019.\n\nTính đến ngày 31/10/2020, số thu đạt 4.300 tỷ đồng.\n"
        ),
        ["54% 2020-01/2020-10", "4.300 tỷ đồng at:2020-10-31"],
    ),
    (
        (
            "\n\nNgày 12/10/2024, Hội Nông dân tỉnh Hòa Sơn cho biết.\n\nTừ năm 2021 đến nay, hội đẩy mạnh phong trào. "
            "Cụ thể, đã vận động 45 tỷ đồng, giúp 3.200 hộ thoát nghèo.\n"
        ),
        ["45 tỷ đồng 2021/2024", "3.200 hộ 2021/2024"],
    ),
    # `điển hình như tháng 7` compares with nothing
    (
        (
            "Giảm thu\n\n7 tháng năm 2020, số thu đạt 34.000 tỷ đồng.\n\nĐiển hình như tháng 7 vừa qua, kim ngạch đạt "
            "7,5 tỷ USD, tăng 10,4%.\n"
        ),
        ["34.000 tỷ đồng 2020-01/2020-07", "7,5 tỷ USD 2020-07", "10,4% 2020-07"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SO_FAR)
def test_the_months_gone_by(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_a_day_below_the_title_is_no_part_of_it() -> None:
    read = paper("Quảng Lâm tăng tốc xóa nhà tạm\n\n date 2025-07-21 Theo Sở Xây dựng, tỉnh hiện có 120 nhà tạm.\n")
    head = read.document.head
    assert (head.title, head.published) == ("Quảng Lâm tăng tốc xóa nhà tạm", "2025-07-21")
