"""A text that lost all letters from `ạ` to `ỹ` is read as what it was."""

from __future__ import annotations

import re

import pytest
from tests.extract.told import paper

from camket.extract.lexicon import lexicon
from camket.grammar.dropped import has_dropped
from camket.grammar.engine import Reading

BLOCK = re.compile("[\u1ea0-\u1ef9]")
WHOLE = (
    "Chiều 29/6/2023, UBND tỉnh Hà Nam tổ chức hội nghị công bố số liệu kinh tế - xã hội 6 tháng đầu năm. Tổng "
    "sản phẩm trên địa bàn tỉnh ước đạt 28.148 tỷ đồng, giảm 0,8% so với cùng kỳ năm trước. "
    "Kim ngạch xuất khẩu hàng hóa đạt 1.200 triệu USD, bằng 36% kế hoạch."
    " Thu ngân sách nhà nước thực hiện gần 5.200 tỷ đồng, đạt 46% dự toán. "
    "Sản lượng lương thực đạt 516.000 tấn. Tỷ lệ hộ nghèo còn 2,5%; tỷ lệ lao động qua đào tạo đạt 72%.\n"
)


def test_every_word_has_its_letter_again() -> None:
    assert Reading(BLOCK.sub("", WHOLE), lexicon()).low.split() == WHOLE.lower().split()


def test_the_same_is_read_of_it() -> None:
    facts = [
        [
            (one.value, one.unit, one.indicator, one.measure, one.role, one.period, one.area)
            for one in paper(text).figures
        ]
        for text in (WHOLE, BLOCK.sub("", WHOLE))
    ]
    assert facts[0] == facts[1]
    assert len(facts[0]) == 9


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        (WHOLE, False),
        (BLOCK.sub("", WHOLE), True),
        ("Le développement économique de la région a été très élevé cette année à l'étranger. " * 9, False),
        # too little to tell, and no Vietnamese
        ("tnh Hà Nam đt 28 t đng", False),
        ("The plan of the province was reached in full. " * 20, False),
        # without any marks nothing tells what was lost
        ("Tong san pham tren dia ban tinh uoc dat 28.148 ty dong. " * 20, False),
    ],
)
def test_when_a_text_shows_it(text: str, dropped: bool) -> None:
    assert has_dropped(text.lower()) is dropped
