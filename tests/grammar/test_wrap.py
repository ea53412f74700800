"""Lines cut at the edge of a page read as one; whatever stands on a line of its own stays there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.grammar.fold import Folded
from camket.grammar.wrap import joined_lines

LONG = "Trong năm, các cấp chính quyền của huyện đã chỉ đạo quyết liệt"
"""A line as a page cuts it off, without a stop."""
PROSE = """Trong sáu tháng đầu năm, tình hình sản xuất trên địa bàn huyện giữ được
đà tăng; sản lượng thóc cả vụ ước đạt 41.250 tấn, tăng 3,4% so với cùng kỳ
năm trước. Đoàn công tác của Ủy ban Thường vụ Quốc hội do đồng chí Nguyễn Thị
Hòa làm trưởng đoàn ghi nhận kết quả của tỉnh, trong đó thu ngân sách đạt
1.205 tỷ đồng; Cục Thống kê cho biết số vốn giải ngân tại các dự án của Bộ
Giao thông vận tải bằng 61,2% kế hoạch."""


def lines(text: str) -> list[str]:
    return [line.strip() for line in joined_lines(Folded(text)).text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LONG} công tác giảm nghèo", "bền vững ở các xã vùng cao."),
        (f"{LONG}, kim ngạch cả năm đạt 2.600", "triệu USD, bằng 104% kế hoạch."),
        (f"{LONG}, kim ngạch cả năm đạt 2,6 tỷ và 15", "USD mỗi người."),
        (f"{LONG}, kim ngạch cả năm đạt 512,6 triệu", "USD."),
        (f"{LONG}, kim ngạch của cả năm", "512,6 triệu USD."),
        (f"{LONG} nên sản lượng cả vụ đạt", "100% kế hoạch."),
        (f"{LONG} nên kết quả vượt cao so với năm", "2023."),
        (f"{LONG} theo Báo cáo", "191/BC-UBND của Ủy ban nhân dân tỉnh."),
        (f"{LONG} việc thực hiện nghiêm", "Nghị quyết số 35/NQ-CP của Chính phủ."),
        (f"{LONG}, theo quy định tại điểm a khoản", "2 Điều 14 Nghị định này."),
        (f"{LONG}, đồng thời phối hợp với Sở", "Lao động và các huyện."),
        (f"{LONG} theo tinh thần của", "Nghị quyết Đại hội."),
        ("1. Phát triển", "kinh tế số và xã hội số đến năm 2030"),
        ("(ii) Bộ Công Thương chỉ đạo Tập đoàn Điện lực Việt", "Nam đẩy nhanh đàm phán."),
        (f"{LONG}, đồng thời phối hợp Sở Y tế,", "Sở Giáo dục và Đào tạo."),
        (f"{LONG} các chỉ tiêu chủ yếu (theo cách tính của", "Cục Thống kê) đều đạt."),
        (f"{LONG} các chỉ tiêu kinh tế", "- xã hội của nghị quyết."),
        (f"{LONG} đề án của giai đoạn 2021", "- 2025 đã duyệt."),
        ("Tân Yên, ngày 5 tháng 6", "năm 2024"),
        ("Tân Yên, ngày 5", "tháng 6 năm 2024"),
        ("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"),
        ("Thiệt hại", "do đợt mưa lũ vừa qua ở các huyện ven sông là rất lớn về nhà cửa."),
        ("2. Giám đốc", "Sở Y tế chỉ đạo các bệnh viện huyện chuẩn bị đủ thuốc trước mùa mưa."),
    ],
)
def test_a_line_goes_on_in_the_next(first: str, second: str) -> None:
    assert lines(f"{first}\n{second}") == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LONG} công tác giảm nghèo.", "bền vững ở các xã vùng cao."),
        (f"{LONG} các việc sau:", "thứ nhất là giảm nghèo."),
        (f"{LONG} công tác giảm nghèo", "a) rà soát các hộ nghèo ở từng thôn."),
        (f"{LONG} công tác giảm nghèo", "- rà soát các hộ nghèo ở từng thôn."),
        (f"{LONG} công tác giảm nghèo", "1. rà soát các hộ nghèo ở từng thôn."),
        (f"{LONG} công tác giảm nghèo", "12 Tỷ lệ hộ nghèo"),
        (f"{LONG} công tác giảm nghèo", "Sáng nay, Chủ tịch tỉnh đã kiểm tra ba huyện."),
        (f"{LONG} công tác giảm nghèo", "(baotinh.vn) - Sáng nay, Chủ tịch tỉnh đã kiểm tra ba huyện."),
        ("Huyện đề ra 12 nhiệm vụ trọng tâm và quyết đạt mức tăng trưởng 8,5%", "Theo kế hoạch, thu ngân sách tăng."),
        ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ CỦA HUYỆN NĂM 2023 VÀ", "phương hướng năm 2024."),
        ("Thu ngân sách nhà nước trên địa bàn huyện và các xã mới sáp nhập", "tỷ đồng\n412,5"),
        ("Kết luận tại phiên họp tháng 10", "Năm 2025, huyện phấn đấu tăng trưởng 9%"),
        ("Nơi nhận", "Như trên"),
        ("Thu nội địa", "tỷ đồng"),
        ("Thu ngân sách trên địa bàn\ttỷ đồng\t1.205 trong đó có thu từ đất", "đạt cao."),
        ("Thu ngân sách trên địa bàn huyện    tỷ đồng    1.205    bằng", "104% kế hoạch."),
        ("| Thu ngân sách trên địa bàn huyện | tỷ đồng | thu cả năm và", "các khoản khác |"),
        (f"{LONG} công tác giảm nghèo", "2"),
        (f"{LONG} ngay trước trụ sở", "Nhiều người dân đã đến xem."),
        ("Kết luận tại hội nghị, đồng chí đánh giá cao kết quả đã đạt được", "TM. ỦY BAN NHÂN DÂN"),
    ],
)
def test_a_line_stands_for_itself(first: str, second: str) -> None:
    assert lines(f"{first}\n{second}") == [first.replace("\t", " "), *second.split("\n")]


def test_at_one_width_a_full_line_goes_on_in_a_capital() -> None:
    assert lines(PROSE) == [" ".join(PROSE.split("\n"))]


def test_at_one_width_a_short_line_ends_its_paragraph() -> None:
    text = f"{PROSE}\nKết quả thu ngân sách\nCác khoản thu đều tăng so với năm trước."
    assert lines(text)[1:] == ["Kết quả thu ngân sách", "Các khoản thu đều tăng so với năm trước."]


@pytest.mark.parametrize(
    "between", ["2", "- 2 -", "Trang 2", "2\nKế hoạch năm 2025 của huyện", "Kế hoạch năm 2025 của huyện\n2/14"]
)
def test_a_sentence_goes_on_over_the_page(between: str) -> None:
    text = f"{LONG} công tác giảm nghèo\n{between}\nbền vững; số hộ nghèo trong năm giảm được 412 hộ so với đầu kỳ."
    assert lines(text) == [
        f"{LONG} công tác giảm nghèo bền vững; số hộ nghèo trong năm giảm được 412 hộ so với đầu kỳ."
    ]


def test_a_number_between_rows_is_no_page() -> None:
    text = f"{LONG} hỗ trợ nhà ở cho hộ nghèo\n250\ntrong đó hộ cận nghèo\n30"
    assert lines(text) == text.split("\n")


def test_the_quote_over_a_page_is_the_source() -> None:
    text = f"{LONG} công tác giảm nghèo\n\n2\n\nbền vững và đã đưa 412 hộ ra khỏi diện nghèo ở các xã vùng cao."
    folded = joined_lines(Folded(text))
    at = folded.low.index("nghèo bền vững")
    assert folded.quote(at, at + len("nghèo bền vững")) == "nghèo\n\n2\n\nbền vững"


PIECES = st.sampled_from(
    (
        *(line for line in PROSE.split("\n")),
        LONG,
        "2",
        "I. KẾT QUẢ",
        "- Thu ngân sách đạt",
        "a) Về y tế",
        "Thu\ttỷ đồng\t12,5",
        "%",
        "12,1",
        "tỷ đồng",
        "Ảnh: Minh An",
        "(kèm theo",
        "Nguyễn Văn An",
        "",
        "   ",
    )
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(("\n", "\n\n", "\n \n", "\r\n")))
def test_blank_lines_between_lines_tell_nothing(pieces: list[str], between: str) -> None:
    assert lines(between.join(pieces)) == lines("\n".join(pieces))


@given(st.lists(st.one_of(PIECES, st.text(alphabet=" \n\u200bebB1.,;:(-%\t", max_size=80)), max_size=8))
def test_every_letter_keeps_its_place(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    folded = joined_lines(Folded(text))
    assert len(folded.low) == len(folded.text)
    end = 0
    for place, letter in enumerate(folded.text):
        span = folded.span(place, place + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= end or span == folded.span(place - 1, place)
        assert letter == " " or text[span.start : span.end].strip("\u200b") == letter
        end = span.end


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Thu ngân sách của huyện vượt dự toán sớm hơn một quý so với kế hoạch", "Sáng 5/10, Chủ tịch huyện đã họp."),
        ("Sản lượng thóc vụ này cao nhất kể từ khi tái lập tỉnh và huyện Tân An", "Thứ Năm, 05/10/2023 - 08:15"),
    ],
)
def test_at_one_width_a_title_is_no_part_of_what_follows(title: str, lead: str) -> None:
    assert lines(f"{title}\n{lead}\n{PROSE}")[:2] == [title, lead]


def test_a_title_that_breaks_off_in_a_name_goes_on() -> None:
    assert lines(f"Chủ tịch Quốc hội làm việc với Ban Thường vụ Huyện ủy Gia Lộc của tỉnh Bắc\nNinh\n{PROSE}")[
        0
    ].endswith("của tỉnh Bắc Ninh")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("tổng vốn đầu tư toàn xã hội đạt 48.\n200 tỷ đồng", "tổng vốn đầu tư toàn xã hội đạt 48.200 tỷ đồng"),
        ("tỷ lệ hộ nghèo giảm còn 1,\n  87%", "tỷ lệ hộ nghèo giảm còn 1,87%"),
        ("diện tích gieo trồng 1.204,\n5 ha lúa", "diện tích gieo trồng 1.204,5 ha lúa"),
    ],
)
def test_a_number_cut_behind_its_point_is_whole(cut: str, whole: str) -> None:
    assert joined_lines(Folded(cut)).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "48.\n200 tỷ đồng cho giao thông",
        "tỉnh đứng thứ 48.\n200 hộ dân đã có nhà mới",
        "Điều 12.\n300 tỷ đồng",
        "các năm 2019,\n2020 và 2021",
    ],
)
def test_a_number_at_the_head_of_a_line_is_none_that_was_cut(text: str) -> None:
    assert "\n" in joined_lines(Folded(text)).text
