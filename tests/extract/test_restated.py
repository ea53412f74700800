"""Numbers that a legal paper says twice, in digits and in words: one figure each."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

SAID_TWICE = [
    ("Năm 2023, tỉnh cứng hóa 12 (mười hai) tuyến đường liên xã.", ["12 (mười hai) tuyến đường"]),
    ("Kinh phí thực hiện năm 2023 là 15 (mười lăm) tỷ đồng.", ["15 (mười lăm) tỷ đồng"]),
    ("Mức hỗ trợ là 40.000.000 đồng (Bốn mươi triệu đồng).", ["40.000.000 đồng"]),
    ("Mức hỗ trợ là 40.000.000 đồng (viết bằng chữ: Bốn mươi triệu đồng chẵn).", ["40.000.000 đồng"]),
    ("Giảm 04 (bốn) phòng, còn 21 (hai mươi mốt) đơn vị.", ["04 (bốn) phòng", "21 (hai mươi mốt) đơn vị"]),
    # another number in the parentheses is one of its own
    ("Thu 40 tỷ đồng (ba mươi lăm tỷ đồng là thu nội địa).", ["40 tỷ đồng", "ba mươi lăm tỷ đồng"]),
    # what a charter lays down for its meetings tells nothing of how things stand
    ("Nghị quyết được thông qua khi có trên 1/2 (một phần hai) tổng số ủy viên dự họp tán thành.", []),
    ("Đại hội hợp lệ nếu có hai phần ba số đại biểu được triệu tập có mặt.", []),
]


@pytest.mark.parametrize(("text", "quotes"), SAID_TWICE, ids=[text[:60] for text, _ in SAID_TWICE])
def test_a_number_said_in_digits_and_words_is_one(text: str, quotes: list[str]) -> None:
    assert [one.quote for one in paper(text).figures] == quotes


def test_a_number_wrongly_parted_before_its_words_ends_no_reading() -> None:
    figures = paper("Tỉnh Hà Nam chi 7.093.00 (bảy nghìn) đồng và 5 (năm) tỷ đồng trong năm 2024.").figures
    assert [one.value for one in figures][-1] == 5_000_000_000
