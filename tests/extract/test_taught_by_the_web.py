"""Readings that copies of papers on web pages taught: what rules a list, when takings are of, whose trade it is."""

from __future__ import annotations

import pytest
from tests.extract.told import NEWS, paper, short

LISTS = [
    (
        (
            "Trong đó nêu rõ 12 chỉ tiêu phát triển kinh tế - xã hội 2025 được HĐND tỉnh thông qua, cụ thể:\n\n"
            "(1) GRDP bình quân đầu người đạt 85 triệu đồng.\n\n(2) Tỷ lệ hộ nghèo còn 4,2%.\n"
        ),
        ["85 triệu đồng | grdp_per_capita level target 2025", "4,2% | poverty_rate level target 2025"],
    ),
    # the year behind the aims is theirs, not that of the paper that sets them
    (
        (
            "Nghị quyết năm 2022 xác định mục tiêu cụ thể về nông nghiệp đến năm 2030 như sau:\n\n"
            "- Tỷ lệ che phủ rừng đạt 51,5%.\n"
        ),
        ["51,5% | forest_cover level target by:2030-12"],
    ),
    # a title over the list, without a colon
    (
        "Các chỉ tiêu chủ yếu (nhiệm kỳ 2025-2030)\n- Về xã hội:\n(1) Tỷ lệ lao động qua đào tạo: trên 80%.\n",
        ["trên 80% | trained_labour_rate level target 2025/2030"],
    ),
    # a letter that is lost: `chi tiêu` that speaks of growth is none of spending
    (
        "Hội đồng nhân dân giao các chi tiêu kinh tế - xã hội năm 2025 gồm:\n- Tỷ lệ hộ nghèo còn 4,2%.\n",
        ["4,2% | poverty_rate level target 2025"],
    ),
]


@pytest.mark.parametrize(("text", "figures"), LISTS)
def test_what_leads_to_a_list_of_aims_gives_their_time(text: str, figures: list[str]) -> None:
    assert [each for each in short(text) if "targets_planned" not in each] == figures


TIMES = [
    ("Tính đến hết tháng 7, cơ quan hải quan thu được 3.069 tỷ đồng, đạt 45,8% kế hoạch.", ["2024-01/2024-07"] * 2),
    ("Tính đến hết tháng 6, thu nội địa đạt 2.100 tỷ đồng.", ["2024-H1"]),
    # what is there was not taken in
    (
        "Tính đến hết tháng 7, thu nội địa đạt 2.100 tỷ đồng; toàn tỉnh có 1.600 dự án.",
        ["2024-01/2024-07", "at:2024-07"],
    ),
    ("Tính đến hết tháng 7, tỉnh đã xóa 6.318 nhà tạm.", ["at:2024-07"]),
    ("5 tháng cuối của năm 2024, ngành thuế phải thu 1.200 tỷ đồng.", ["2024-08/2024-12"]),
    ("Trong 2 tháng còn lại của năm phải giải ngân 900 tỷ đồng vốn đầu tư công.", ["2024-11/2024-12"]),
    # the month of the tasks is not that of the results
    (
        (
            "Tỉnh nghe báo cáo tình hình tháng 9, nhiệm vụ trọng tâm tháng 10 năm 2024. "
            "Chỉ số sản xuất công nghiệp tháng tăng 1,59% so với tháng trước."
        ),
        ["2024-09"],
    ),
    ("Tỉnh quyết tâm hoàn thành mục tiêu tăng trưởng 8%.", ["2024"]),
    (
        (
            "Cơ cấu kinh tế 9 tháng năm 2024: nông nghiệp chiếm 19,8%; dịch vụ chiếm 50,4% "
            "(cơ cấu tương ứng của cùng kỳ năm 2023 là 20,6%; 50,1%)."
        ),
        ["2024-01/2024-09", "2024-01/2024-09", "2023-01/2023-09", "2023-01/2023-09"],
    ),
    (
        "Chủ tịch UBND tỉnh Bùi Văn Khánh yêu cầu hoàn thành giải phóng mặt bằng 35 dự án trước ngày 30/11/2024.",
        ["by:2024-11-29"],
    ),
]


@pytest.mark.parametrize(("text", "periods"), TIMES)
def test_when_it_was_or_is_to_be(text: str, periods: list[str]) -> None:
    assert [one.period for one in paper(NEWS + text).figures if one.start >= len(NEWS)] == periods


TRADE = [
    "Trung Quốc là thị trường lớn nhất với kim ngạch xuất khẩu đạt 97 triệu USD, tăng 28%.",
    "Xuất khẩu sang các thị trường Trung Đông đạt 97 triệu USD, tăng 28%.",
    "Giá trị sản phẩm trái cây tham gia xuất khẩu đạt 97 triệu USD, tăng 28%.",
]


@pytest.mark.parametrize("text", TRADE)
def test_the_trade_with_one_market_or_in_one_product_is_not_all(text: str) -> None:
    assert all(one.indicator.startswith("other:") for one in paper(NEWS + text).figures)


@pytest.mark.parametrize(
    "text",
    ["Kim ngạch xuất khẩu ra thị trường thế giới đạt 97 triệu USD.", "Xuất khẩu hàng hóa đạt 97 triệu USD, tăng 28%."],
)
def test_all_trade_is_that_of_the_place(text: str) -> None:
    assert {one.indicator for one in paper(NEWS + text).figures} == {"exports"}


WORDS = [
    ("GRDP tăng 6,32%, đứng 8/13 khu vực đồng bằng sông Cửu Long.", "8/13 | grdp rank"),
    ("Tăng trưởng kinh tế ước đạt 3,89%. Tuy là mức thấp, đứng thứ 51/63 tỉnh, thành phố.", "thứ 51/63 | grdp rank"),
    (
        "Tỷ lệ cán bộ nữ trong Ban Chấp hành cao hơn 15%.",
        "cao hơn 15% | other:ty_le_can_bo_nu_trong_ban_chap_hanh level",
    ),
    ("Tăng trưởng quý III vượt kịch bản 0,2 điểm%.", "0,2 điểm% | other:tang_truong_quy_iii_vuot_kich_ban change"),
    (
        "Tỷ lệ lao động qua đào tạo năm 2025 phấn đấu đạt 75%, trong đó có bằng cấp, chứng chỉ đạt 35%.",
        "35% | other:certified_trained_labour_rate level target 2025",
    ),
    (
        "Năm 2023, tổng sản phẩm trên địa bàn (GRDP) bình quân đầu người đạt 96 triệu đồng.",
        "96 triệu đồng | grdp_per_capita level actual 2023",
    ),
    ("Lượng khách lưu trú năm 2023 đạt 751.000 lượt.", "751.000 lượt | other:overnight_visitors level actual 2023"),
    (
        "Năm 2023, tỷ lệ lao động qua đào tạo có văn bằng, chứng chỉ đạt 24%.",
        "24% | other:certified_trained_labour_rate level actual 2023",
    ),
    ("Xảy ra 322 vụ tai nạn giao thông, tăng 18 vụ (tăng 5,9% so với cùng kỳ).", "5,9%"),
    ("Vốn đầu tư công kế hoạch năm 2025. Kế hoạch vốn năm 2025 là 186 tỷ đồng.", "186 tỷ đồng | other:"),
    ("Năng suất lao động nông nghiệp tăng 6%.", "6% | other:agricultural_labour_productivity growth"),
]


@pytest.mark.parametrize(("text", "last"), WORDS)
def test_short_wordings(text: str, last: str) -> None:
    assert short(text)[-1].startswith(last)


def test_fewer_poor_households_are_a_change() -> None:
    assert short("Năm 2025, tỉnh phấn đấu giảm 3.000 hộ nghèo.")[0].endswith("poor_households change target 2025")


RATES = [
    (
        "Tỷ trọng thương mại điện tử trong tổng mức bán lẻ đạt tối thiểu 20%.",
        "other:ty_trong_thuong_mai_dien_tu_trong_tong_muc_ban_le level",
    ),
    ("Tỷ lệ hợp tác xã sử dụng nền tảng số đạt 50%.", "other:ty_le_hop_tac_xa_su_dung_nen_tang_so level"),
    ("Tỷ trọng lao động nữ trong khu vực nông nghiệp xuống dưới 30%.", "other:"),
    ("Có 80% người cao tuổi được dùng một trong các dịch vụ cơ bản.", "other:"),
    # a rate of growth, and a share with a name
    ("Tỷ lệ doanh nghiệp thành lập mới tăng 12%.", "new_enterprises growth"),
    ("Tỷ trọng khu vực dịch vụ đạt 45%.", "gdp_share_services level"),
]


@pytest.mark.parametrize(("text", "told"), RATES)
def test_what_a_rate_is_of_is_not_what_it_measures(text: str, told: str) -> None:
    assert short(text)[0].split(" | ")[1].startswith(told)


def test_a_set_that_was_told_of_is_no_figure() -> None:
    assert short("Trong 3 đơn vị nêu trên, huyện Lạc Sơn dẫn đầu.") == []
    assert short("Có địa phương đạt tăng trưởng 2 con số.") == []


def test_aims_on_their_way_are_not_achieved() -> None:
    text = "Trong 18 chỉ tiêu, có 5 chỉ tiêu hoàn thành, 11 chỉ tiêu đạt trên 50% kế hoạch, 2 chỉ tiêu đạt dưới 50%."
    assert [(one.done, one.state) for one in paper(NEWS + text).tallies][1:] == [(11, "other"), (2, "other")]


HEADLESS = """Nghị quyết Đại hội đại biểu Đảng bộ xã Tân Lập lần thứ I, nhiệm kỳ 2025 - 2030
I. ĐÁNH GIÁ CHUNG
Xã có nhiều tiến bộ.
II Các chỉ tiêu chủ yếu
(1) Thu nhập bình quân đầu người đạt 98 triệu đồng.
(2) Tỷ lệ che phủ rừng đạt 58,6%.
"""


def test_a_copied_resolution_and_a_heading_without_its_stop() -> None:
    found = paper(HEADLESS)
    assert found.document.head.type == "resolution"
    assert [(one.role, one.period) for one in found.figures] == [("target", "by:2030-12")] * 2
    assert all("1_" not in one.indicator for one in found.figures)
