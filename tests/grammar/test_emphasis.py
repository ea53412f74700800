"""The marks of Markdown are not read; asterisks of other papers stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.told import paper

from camket.grammar.emphasis import unmarked
from camket.grammar.fold import Folded

READ = [
    ("**I. TÌNH HÌNH CHUNG**\n", "I. TÌNH HÌNH CHUNG\n"),
    ("**Về kế hoạch năm 2025 ****của tỉnh**", "Về kế hoạch năm 2025 của tỉnh"),
    ("thu **8,0**% *(kế hoạch 7%) *và", "thu 8,0% (kế hoạch 7%) và"),
    ("**Mục tiêu**\n* thu ngân sách\n*Nam Định, ngày 5*", "Mục tiêu\n* thu ngân sách\nNam Định, ngày 5"),
    ("## Kết quả\n**1\\. Thu**", "Kết quả\n1. Thu"),
    ("**Ghi chú** (*) số ước", "Ghi chú (*) số ước"),
    # no Markdown
    ("* thu ngân sách\n(*) số ước, 3 * 4", "* thu ngân sách\n(*) số ước, 3 * 4"),
    ("(**) số ước", "(**) số ước"),
    ("# 1 thu *ngân sách*", "# 1 thu *ngân sách*"),
]


@pytest.mark.parametrize(("written", "read"), READ)
def test_marks(written: str, read: str) -> None:
    assert unmarked(Folded(written)).text == read


@given(st.text(alphabet=st.sampled_from("ab*# \\n\\.(a\u0303đ)\u200b"), max_size=60))
def test_every_letter_leads_back_to_the_file(written: str) -> None:
    folded = unmarked(Folded(written))
    assert len(folded.text) == len(folded.low)
    last = 0
    for place in range(len(folded.text)):
        span = folded.span(place, place + 1)
        assert last <= span.start < span.end <= len(written)
        assert folded.text[place] in Folded(written[span.start : span.end]).text
        last = span.start


def test_a_copied_report_reads_as_it_would_without_marks() -> None:
    marked = (
        "**ỦY BAN NHÂN DÂN**\n**TỈNH HÀ NAM**\nSố: 77/BC-UBND\n*Hà Nam, ngày 10 tháng 7 năm 2024*\n\n**BÁO CÁO**\n"
        "**Tình hình kinh tế - xã hội 6 tháng đầu năm 2024**\n\n**I. KẾT QUẢ ĐẠT ĐƯỢC**\n"
        "Thu ngân sách đạt **8.100** tỷ đồng *(bằng 61% dự toán)*.\n**II. MỤC TIÊU 6 THÁNG CUỐI NĂM**\n"
        "GRDP tăng **11%**.\n"
    )
    told = paper(marked)
    plain = paper(marked.replace("*", ""))
    assert told.document.head.title == plain.document.head.title
    assert [(one.value, one.role, one.period) for one in told.figures] == [
        (one.value, one.role, one.period) for one in plain.figures
    ]
    assert told.figures[0].quote == "8.100** tỷ đồng"
