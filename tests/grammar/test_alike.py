"""Words that say the same before a number are read as one; spans lead back to what the file has."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.told import paper

from camket.grammar.alike import read_alike
from camket.grammar.fold import Folded

READ = [
    ("xuất khẩu cán mốc 5 tỷ USD", "xuất khẩu đạt 5 tỷ USD"),
    ("tỷ lệ giải ngân dừng ở mức khoảng 38%", "tỷ lệ giải ngân đạt khoảng 38%"),
    ("xuất khẩu chỉ vỏn vẹn 980 triệu USD", "xuất khẩu chỉ đạt 980 triệu USD"),
    ("Ước tính đạt 900 tỷ đồng", "Ước đạt 900 tỷ đồng"),
    ("thu được ngót nghét 11 tỷ đồng", "thu được gần 11 tỷ đồng"),
    ("đàn lợn nhích 1,2%, đàn bò sụt 3%", "đàn lợn tăng 1,2%, đàn bò giảm 3%"),
    ("doanh thu 9 tỷ đồng, tăng trưởng 12%", "doanh thu 9 tỷ đồng, tăng 12%"),
    ("sản xuất điện tăng trưởng 6%", "sản xuất điện tăng 6%"),
    ("đạt 900 tỷ đồng, tương đương 54% dự toán", "đạt 900 tỷ đồng, bằng 54% dự toán"),
    ("Trong số này, xuất khẩu đạt 2 tỷ USD", "Trong đó, xuất khẩu đạt 2 tỷ USD"),
    # what means more, or another thing
    *(
        (same, same)
        for same in (
            "duy trì ở mức 63%",
            "kinh tế tăng trưởng 8%",
            "Năm 2024, tăng trưởng 8%",
            "mục tiêu tăng trưởng 8%",
            "có 40 xã, tương đương 35% số xã",
            "kém 3 bậc",
            "Ước thực hiện 2025",
            "| Ước thực hiện | ghi nhận 30 |",
            "Ước thực hiện   30   40",
            "ghi nhận nỗ lực",
        )
    ),
]


@pytest.mark.parametrize(("written", "read"), READ)
def test_words_before_a_number(written: str, read: str) -> None:
    assert _read(written).text == read


def test_spans_are_of_the_file() -> None:
    folded = _read("thu ngân sách cán mốc 5 tỷ đồng")
    at = folded.text.index("đạt")
    assert folded.quote(at, at + len("đạt")) == "cán mốc"
    assert folded.quote(at + len("đạt "), len(folded.text)) == "5 tỷ đồng"


@given(
    st.lists(st.sampled_from(("cán mốc", "ở mức", "tăng trưởng", "khoảng", "trong số này", "5%", "2025", ",", "\n")))
)
def test_reading_again_changes_nothing(words: list[str]) -> None:
    once = _read(" ".join(words))
    assert read_alike(once, _runs(once.low)).text == once.text


def test_figures_are_the_same() -> None:
    plain = paper("Năm 2023, thu ngân sách đạt 9.000 tỷ đồng, bằng 96% dự toán.").figures
    for words in ("cán mốc", "ghi nhận", "dừng ở con số"):
        other = paper(f"Năm 2023, thu ngân sách {words} 9.000 tỷ đồng, tương đương 96% dự toán.").figures
        assert [(one.indicator, one.measure, one.role, one.period, one.value) for one in other] == [
            (one.indicator, one.measure, one.role, one.period, one.value) for one in plain
        ]


def _read(written: str) -> Folded:
    folded = Folded(written)
    return read_alike(folded, _runs(folded.low))


def _runs(low: str) -> list[int]:
    return [run.start() for run in re.finditer(r"\d+", low)]
