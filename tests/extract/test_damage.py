"""A damaged paper gives the facts of the whole one, says that it is damaged, and is less sure of what was mended."""

from __future__ import annotations

from camket.extract.pipeline import extract_document
from camket.model.document import Document
from camket.model.extraction import Extraction

WHOLE = """BÁO CÁO
Tình hình kinh tế - xã hội năm 2024 của tỉnh Hà Nam
Kim ngạch xuất khẩu năm 2024 ước đạt 4.120 triệu USD, đạt 103% kế hoạch.
Thu ngân sách nhà nước trên địa bàn năm 2024 đạt 15.870 tỷ đồng, đạt 112,4% dự toán.
Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng ước đạt 48.300 tỷ đồng, tăng 11,2% so với năm trước.
Tỷ lệ hộ nghèo còn 1,52%.
"""
BROKEN = """BÁO CÁO
Tình hình kinh tế - xã hội năm 2024 của tỉnh Hà Nam
Kim ngạch x uất khẩu năm 2024 ?ớc đạt 4.120 triệu USD, đạt 103% kế ho ạch.
Thu ngân s ách nhà n?ớc trên địa bàn năm 2024 đạt 15.870 tỷ đ ồng, đạt 112,4% d? toán.
Tổng m?c bán lẻ hàng hóa và doanh thu d ịch vụ tiêu dùng ớc đạt 48.300 tỷ đồng, tă ng 11,2% so với năm tr?ớc.
Tỷ lệ hộ nghèo còn 1,52%.
"""


def read(text: str) -> Extraction:
    return extract_document(Document(id="a", text=text, sha256="", text_sha256=""))


def told(found: Extraction) -> list[tuple[object, ...]]:
    return [(one.indicator, one.value, one.unit, one.measure, one.role, one.period) for one in found.figures]


def test_the_figures_are_those_of_the_whole_paper() -> None:
    assert len(told(read(WHOLE))) == 7
    assert told(read(BROKEN)) == told(read(WHOLE))


def test_quotes_are_the_damaged_letters() -> None:
    found = read(BROKEN)
    assert all(BROKEN[one.start : one.end] == one.quote for one in found.figures)
    assert [one.quote for one in found.figures][2] == "15.870 tỷ đ ồng"


def test_the_paper_says_that_it_is_damaged() -> None:
    finding = next(one for one in read(BROKEN).findings if one.message.code == "text.damaged")
    assert dict(finding.message.params) == {"mended": "12", "left": "0"}
    assert not [one for one in read(WHOLE).findings if one.message.code == "text.damaged"]


def test_only_facts_of_mended_sentences_are_less_sure() -> None:
    pairs = list(zip(read(BROKEN).figures, read(WHOLE).figures, strict=True))
    assert all(broken.confidence < whole.confidence for broken, whole in pairs[:-1])
    assert pairs[-1][0].confidence == pairs[-1][1].confidence
    assert pairs[0][0].reasons[-1].code == "reason.mended"


def test_a_short_form_is_no_broken_word() -> None:
    letter = f"SỞ CÔNG THƯƠNG\nSố: 5/SCT-TM\nV/v triển khai phiên chợ\nHà Nam, ngày 4 tháng 5 năm 2024\n{BROKEN[8:]}"
    assert read(letter).document.head.title == "Về việc triển khai phiên chợ"
