"""A word of a scan that was taken for another alike is read by its neighbours, where the recogniser doubts it."""

from __future__ import annotations

import pytest

from camket.extract.lexicon import lexicon
from camket.grammar.fold import Folded
from camket.grammar.misread import read_by_company
from camket.model.span import Span

DOUBTED, SURE = 0.9, 0.97


def read(text: str, sure: float | None) -> str:
    """The text as it is read where the recogniser is so sure of each of its words."""
    return read_by_company(Folded(text), lexicon().stock, lambda _: sure)[0].text


@pytest.mark.parametrize(
    ("recognised", "meant"),
    [
        ("thu ngần sách đạt 120 tỷ đồng", "thu ngân sách đạt 120 tỷ đồng"),
        ("tống doanh thu du lịch", "tổng doanh thu du lịch"),
        ("tham gia bảo hiếm y tế", "tham gia bảo hiểm y tế"),
        ("hoàn thành các chi tiêu được giao", "hoàn thành các chỉ tiêu được giao"),
        ("CHỈ TIỀU CHỦ YẾU", "CHỈ TIÊU CHỦ YẾU"),
        ("khu vực nông, lầm, thủy sản", "khu vực nông, lâm, thủy sản"),
        ("Tống kim ngạch xuất khẩu", "Tổng kim ngạch xuất khẩu"),
        ("doanh nghiệp EDI góp 40%", "doanh nghiệp FDI góp 40%"),
        ("chỉ số LIP tăng 9%", "chỉ số IIP tăng 9%"),
        ("quy mô GRĐP", "quy mô GRDP"),
    ],
)
def test_a_doubted_word_is_read_by_its_neighbours(recognised: str, meant: str) -> None:
    assert read(recognised, DOUBTED) == meant
    assert read(meant, DOUBTED) == meant


@pytest.mark.parametrize(
    "text",
    [
        "tết Kỷ Hợi năm 2019",  # not known beside either neighbour, and surely read
        "ngoại hối đạt 3 tỷ USD",
        "các bên có quan điểm chung",
        "doanh nghiệp EDI góp 40%",
    ],
)
def test_a_sure_word_stays_though_its_neighbours_would_like_another(text: str) -> None:
    assert read(text, SURE) == text


def test_both_neighbours_outweigh_a_recogniser_that_is_sure() -> None:
    assert read("lao động có băng cấp, chứng chỉ", SURE) == "lao động có bằng cấp, chứng chỉ"


@pytest.mark.parametrize(
    "text",
    [
        "Số: 12/EDI-UBND",  # a part of a number
        "ông Lê Văn Tiên",  # a name, whatever is known beside it
        "đạt 5.412 tỷ đồng, tăng 7,1%",
        "trồng mới 40 ha; trông giữ 30 xe",  # each known where it stands
    ],
)
def test_what_is_right_stays_however_doubted(text: str) -> None:
    assert read(text, DOUBTED) == text


def test_a_text_that_was_not_recognised_stays() -> None:
    assert read("thu ngần sách đạt 120 tỷ đồng", None) == "thu ngần sách đạt 120 tỷ đồng"


def test_the_place_in_the_source_is_kept() -> None:
    source = "Năm 2023, thu ngần sách đạt 120 tỷ đồng"
    folded, spans = read_by_company(Folded(source), lexicon().stock, lambda _: DOUBTED)
    assert spans == (Span(14, 18),)
    assert folded.quote(folded.low.index("ngân"), folded.low.index("ngân") + 4) == "ngần"
