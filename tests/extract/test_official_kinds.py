"""Plans, resolutions, decisions and reports: what is or was beside what is aimed at, up to when, and of which place."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN ĐÀ BẮC
Số: 41/KH-UBND
Đà Bắc, ngày 12 tháng 3 năm 2030

KẾ HOẠCH
Xóa nhà dột nát cho hộ nghèo trên địa bàn huyện năm 2030

"""
RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
TỈNH HÒA BÌNH
Số: 19/NQ-HĐND
Hòa Bình, ngày 10 tháng 12 năm 2029

NGHỊ QUYẾT
Về việc thành lập thị xã Kim Bôi thuộc tỉnh Hòa Bình

Điều 1. Thành lập thị xã Kim Bôi như sau:

"""
MASTER_PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
Số: 77/QĐ-UBND
Hòa Bình, ngày 02 tháng 4 năm 2026

QUYẾT ĐỊNH
Về việc phê duyệt Quy hoạch mạng lưới chợ tỉnh Hòa Bình

Điều 1. Phê duyệt quy hoạch với các nội dung chính:

"""
REPORT = """ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
Số: 88/BC-UBND
Hòa Bình, ngày 25 tháng 9 năm 2030

BÁO CÁO
Tình hình kinh tế - xã hội 9 tháng năm 2030

"""


def told(before: str, text: str) -> list[str]:
    """Quote, role and period of each figure behind the head."""
    return [
        f"{one.quote} | {one.role} {one.period}" for one in paper(before + text).figures if one.start >= len(before)
    ]


AS_IT_IS = [
    # what was done, in a plan
    (
        PLAN,
        "Trong năm 2029, huyện đã trực tiếp vận động các yêu cầu đóng góp của 57 doanh nghiệp.",
        ["57 doanh nghiệp | actual 2029"],
    ),
    (
        PLAN,
        "Các đoàn đã kiểm tra thực tế tại 14 xã, lập hồ sơ cho 210 hộ.",
        ["14 xã | actual at:2030-03-12", "210 hộ | actual at:2030-03-12"],
    ),
    # done, but to be gone on with
    (PLAN, "Trên cơ sở hồ sơ đã lập, các xã cần hỗ trợ xây dựng 180 nhà.", ["180 nhà | target 2030"]),
    # a count between two days, a fall on the month before
    (
        PLAN,
        "Tính từ ngày 16/01/2030 đến ngày 15/02/2030 có 46 lượt người đến trụ sở, giảm 12% so với tháng trước.",
        ["46 lượt người | actual 2030-01/2030-02", "12% | actual 2030-01/2030-02"],
    ),
    # a plan is what the number is of, in and out of it
    (
        PLAN,
        "Năm 2029, huyện đã xây được 320 nhà, gồm 300 nhà thuộc chỉ tiêu Kế hoạch 12/KH-UBND và 20 nhà ngoài chỉ tiêu.",
        ["320 nhà | actual 2029", "300 nhà | actual 2029", "20 nhà | actual 2029"],
    ),
    # ground, people and parts of a place
    (
        RESOLUTION,
        "Thị xã Kim Bôi có 54.950,64 ha diện tích tự nhiên và 118.300 nhân khẩu.",
        ["54.950,64 ha | actual None", "118.300 nhân khẩu | actual at:2029-12-10"],
    ),
    (
        RESOLUTION,
        "Khu vực nội thị gồm 6 phường.",
        ["6 phường | actual at:2029-12-10"],
    ),
]


@pytest.mark.parametrize(("before", "text", "expected"), AS_IT_IS)
def test_what_is_or_was_in_papers_of_aims(before: str, text: str, expected: list[str]) -> None:
    found = told(before, text)
    assert [one.rpartition(" ")[0] for one in found] == [one.rpartition(" ")[0] for one in expected]


def test_times_of_what_was_done() -> None:
    for before, text, expected in AS_IT_IS[:1] + AS_IT_IS[3:5]:
        assert told(before, text) == expected


LISTS = [
    # a year is that of the list, whatever item says it again
    (
        (
            "Về xã hội: Đến năm 2035, tỷ trọng lao động nông nghiệp khoảng 22%; tỷ lệ lao động qua đào "
            "tạo là 75%; tỷ lệ "
            "thất nghiệp đô thị năm 2035 dưới 3%; tỷ lệ tham gia bảo hiểm y tế 97% dân số."
        ),
        ["22%", "75%", "97% dân"],
        "target by:2035-12",
    ),
    # what a lead foresees is foreseen in its items, and due
    (
        (
            "Dự kiến tổng nhu cầu vốn đầu tư là 900 tỷ đồng, được phân bổ như sau:\n"
            "- Giai đoạn đến năm 2032: 600 tỷ đồng;\n- Giai đoạn sau năm 2032: 300 tỷ đồng."
        ),
        ["600 tỷ đồng"],
        "projection by:2032-12",
    ),
    (
        (
            "Dự kiến tổng nhu cầu vốn đầu tư là 900 tỷ đồng, được phân bổ như sau:\n"
            "- Giai đoạn đến năm 2032: 600 tỷ đồng;\n- Giai đoạn sau năm 2032: 300 tỷ đồng."
        ),
        ["300 tỷ đồng"],
        "projection None",
    ),
    # what a master plan builds
    ("Phân kỳ đầu tư: giai đoạn đến năm 2031 xây dựng mới 40 chợ.", ["40 chợ"], "target by:2031-12"),
]


@pytest.mark.parametrize(("text", "quotes", "expected"), LISTS)
def test_lists_of_what_is_to_come(text: str, quotes: list[str], expected: str) -> None:
    found = [one for one in told(MASTER_PLAN, text) if any(quote in one for quote in quotes)]
    assert len(found) == len(quotes)
    assert {one.split(" | ")[1] for one in found} == {expected}


def test_items_are_of_the_day_of_their_lead() -> None:
    text = (
        "Theo báo cáo rà soát, tại thời điểm tháng 12/2029, toàn huyện còn 463 hộ nghèo có nhà dột nát, cụ thể:\n"
        "- Có 95 nhà đã được giao vốn;\n- Có 368 nhà chưa được hỗ trợ."
    )
    assert [one.split(" | ")[1] for one in told(PLAN, text)] == ["actual at:2029-12"] * 3


def test_a_clause_goes_on_about_its_subject() -> None:
    text = "Thị xã Kim Bôi có 54.950,64 ha diện tích tự nhiên; có 17 đơn vị hành chính trực thuộc."
    figures = [one for one in paper(RESOLUTION + text).figures if one.start >= len(RESOLUTION)]
    assert len({one.area for one in figures}) == 1


def test_the_whole_year_beside_months() -> None:
    text = (
        "Năng suất lúa cả năm ước đạt 54 tạ/ha; sản lượng lúa 45.300 tấn. Sản lượng cá đánh bắt 13.900 tấn, đạt 98% KH."
    )
    assert [one.rpartition(" ")[2] for one in told(REPORT, text)][-2:] == ["2030-01/2030-09"] * 2


def test_what_another_part_has_is_set_beside() -> None:
    text = "Giá tiêu dùng khu vực thành thị tăng 0,34%, cao hơn mức tăng 0,14% của khu vực nông thôn."
    assert [one.split(" | ")[1].split(" ")[0] for one in told(REPORT, text)] == ["actual", "benchmark"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            (
                "Trong 11 nhóm hàng hóa và dịch vụ tiêu dùng chính có 5 nhóm tăng giá, 4 nhóm giảm giá, 2 "
                "nhóm giữ giá ổn "
                "định."
            ),
            [(5, 11), (4, 11), (2, 11)],
        ),
        ("Trong 24 ngành công nghiệp có 16 ngành tăng, 8 ngành giảm.", [(16, 24), (8, 24)]),
        ("Huyện có 3 nhóm nhiệm vụ và 5 ngành nghề.", []),
    ],
)
def test_groups_that_move(text: str, counts: list[tuple[int, int]]) -> None:
    assert [(one.done, one.total) for one in paper(REPORT + text).tallies] == counts


def test_glued_verbs() -> None:
    text = "Ngành khai khoáng tăng 1,75%;Công nghiệp chế biến, chế tạotăng1,36%; cung cấp nướcgiảm0,42%."
    figures = [one for one in paper(REPORT + text).figures if one.start >= len(REPORT)]
    assert [(one.quote, str(one.value)) for one in figures] == [
        ("1,75%", "1.75"), ("1,36%", "1.36"), ("0,42%", "-0.42"),
    ]  # fmt: skip


def test_a_row_in_one_line_keeps_bound_and_unit() -> None:
    text = (
        "PHỤ LỤC I\nDANH MỤC CÁC CHỈ TIÊU CỤ THỂ\n(Kèm theo Kế hoạch hành động tại Nghị quyết số 12/NQ-CP ngày 05 "
        "tháng 02 năm 2031 của Chính phủ)\nTT Chỉ tiêu Đơn vị Kết quả Cơ quan theo dõi\nI Đến năm 2035\n"
        "1 Xếp hạng năng lực cạnh tranh Thứ bậc ≤ 3 Đông Nam Á; ≤ 40 Thế giới Bộ Công Thương\n"
        "2 Tỷ lệ hồ sơ xử lý trên mạng % ≥ 90 Bộ Nội vụ\n"
    )
    found = paper(text).figures
    assert [(one.quote, one.comparator, one.unit, one.role, one.period) for one in found] == [
        ("≤ 3", "le", "rank", "target", "by:2035-12"),
        ("≤ 40", "le", "rank", "target", "by:2035-12"),
        ("≥ 90", "ge", "percent", "target", "by:2035-12"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Kế hoạch hỗ trợ nhà ở cho hộ nghèo\nThực hiện Quyết định số 15/2031/QĐ-UBND ngày "
                "12/3/2031 của UBND tỉnh "
                "Hòa Bình về nhà ở, UBND huyện ban hành kế hoạch như sau:\nHỗ trợ 120 hộ."
            ),
            "plan",
        ),
        ("Trang 4 - Nghị quyết\nĐến năm 2035, tỷ lệ đô thị hóa đạt 40%.", "resolution"),
        (
            (
                "Kế hoạch nghỉ hè của các trường\nSáng 12/5, nhiều phụ huynh cho biết lịch nghỉ hè của con "
                "em họ dài hơn "
                "năm ngoái hai tuần, theo thông báo mới nhất của nhà trường."
            ),
            "news",
        ),
    ],
)
def test_copies_without_a_head(text: str, kind: str) -> None:
    assert paper(text).document.head.type == kind
