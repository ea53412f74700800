"""Words that lost letters or were cut are made whole in damaged papers, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.grammar.fold import Folded
from camket.grammar.known import Known, run_of
from camket.grammar.mend import mended
from camket.grammar.syllable import is_fragment, is_syllable, respelt

KNOWN = Known(
    map(
        run_of,
        (
            "kế hoạch",
            "sản xuất",
            "thực hiện",
            "tổng mức bán lẻ",
            "dự án đầu tư",
            "cơ cấu kinh tế",
            "bổ sung",
            "chính quyền địa phương",
            "đáp ứng",
            "thương mại",
            "được",
            "như",
            "người dân",
            "ước đạt",
            "tăng trưởng",
            "số 12",
            "các hàng hóa",
            "đại biểu",
            "thẩm quyền",
        ),
    )
)
HEALTHY = "Trong năm, huyện đã hoàn thành các chỉ tiêu; nông dân thu hoạch lúa sớm hơn mọi năm."
DAMAGE = "đ ồng ruộng, t rong làng, nh?ng nhà, c ánh đồng, kh ông ai, th ôn xóm."
"""A passage that shows damage of itself."""


def mend(text: str) -> str:
    folded, _ = mended(Folded(f"{DAMAGE}\n{text}"), KNOWN)
    return folded.text.split("\n", 1)[1]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("theo kế ho ạch cả năm", "theo kế hoạch cả năm"),
        ("sản x uất tă ng khá", "sản xuất tăng khá"),
        ("ư ớc 5 tỷ đ ồng", "ước 5 tỷ đồng"),
        ("T ổng thu, K ết quả", "Tổng thu, Kết quả"),
        ("cá c hà ng hóa", "các hàng hóa"),
        ("toà n tỉnh, quý q uý", "toàn tỉnh, quý quý"),
        ("?ớc đạt 12 tỷ", "ước đạt 12 tỷ"),
        ("tăng tr?ởng khá", "tăng trưởng khá"),
        ("th?c hiện 10 d? án", "thực hiện 10 dự án"),
        ("tổng m?c bán lẻ, đáp ?ng", "tổng mức bán lẻ, đáp ứng"),
        ("đầu t? mới, nh? sau", "đầu tư mới, như sau"),
        ("hàng hóa đợc bán", "hàng hóa được bán"),
        ("thơng mại và ng ời dân", "thương mại và người dân"),
        ("C cấu kinh tế", "Cơ cấu kinh tế"),
        ("có 681 d án", "có 681 dự án"),
        ("sửa đổi, bsung", "sửa đổi, bổ sung"),
        ("chính quyn địa phương", "chính quyền địa phương"),
        ("Báo cáo s 191/BC-UBND", "Báo cáo số 191/BC-UBND"),
        ("TĂNG TR?ỞNG", "TĂNG TRƯỞNG"),
        ("theo kế ho ch cả năm", "theo kế hoạch cả năm"),
        ("nông d n, người d n", "nông dân, người dân"),
        ("đạt 12 tỷ đ ng", "đạt 12 tỷ đồng"),
        ("tăng tr  ng khá", "tăng trưởng khá"),
        ("KẾ HO CH, KẾ HOCH", "KẾ HOẠCH, KẾ HOẠCH"),
        ("TH C HIỆN", "THỰC HIỆN"),
        ("kế ho\ufffdch", "kế hoạch"),
        ("T?ng mức, Th?c hiện", "Tổng mức, Thực hiện"),
        ("Thc hiện", "Thực hiện"),
    ],
)
def test_a_broken_word_is_made_whole(broken: str, whole: str) -> None:
    assert mend(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "dịch vụ logistics, taxi và online",
        "dài 5 km, rộng 3 m, nặng 7 kg",
        "điểm c khoản 2, điểm b khoản 3",
        "a) Về y tế; b) Về giáo dục",
        "Có làm được không? Ai sẽ làm?",
        "x?y ra, kh?c phục",
        "www.tinh.vn và so@tinh.vn",
        "GRDP, FDI, HĐND, UBND",
        "UBND TỈNH, HĐND CÁC CẤP, BCH ĐẢNG BỘ",
        "ông Nguyễn Văn T nói",
    ],
)
def test_what_is_no_damage_stays(text: str) -> None:
    assert mend(text) == text


def test_of_words_equally_likely_none_is_chosen() -> None:
    assert mend("bà nói t?i đây") == "bà nói t?i đây"


@pytest.mark.parametrize(
    "text", [HEALTHY, "Xe taxi chạy 5 km/h trên đoạn t rong.", "What is a good plan? Who knows?", ""]
)
def test_a_healthy_text_is_as_it_is(text: str) -> None:
    folded = Folded(text)
    assert mended(folded, KNOWN) == (folded, None)


def test_what_was_done_is_told_in_the_sources_places() -> None:
    text = f"{HEALTHY} Kế ho ạch, sản x uất, th?c hiện, kh?c h? x?"
    folded, damage = mended(Folded(text), KNOWN)
    assert damage is not None
    assert [text[span.start : span.end] for span in damage.mended] == ["ho ạch", "x uất", "th?c"]
    assert damage.left == 3
    at = folded.low.index("sản xuất")
    assert folded.quote(at, at + len("sản xuất")) == "sản x uất"


WORDS = st.sampled_from(
    (
        "kế",
        "ho",
        "ạch",
        "đ",
        "ồng",
        "t",
        "rong",
        "th?c",
        "?ng",
        "đợc",
        "bsung",
        "C",
        "cấu",
        "12,5",
        "km",
        "GRDP",
        ".",
        "\n",
    )
)


@given(st.lists(WORDS, max_size=30), st.sampled_from((" ", "  ")))
def test_every_letter_keeps_its_place(words: list[str], between: str) -> None:
    text = between.join(words)
    folded, damage = mended(Folded(text), KNOWN)
    end = 0
    for place in range(len(folded.text)):
        span = folded.span(place, place + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= end or span == folded.span(place - 1, place)
        end = span.end
    assert damage is None or all(span.start < span.end for span in damage.mended)


@given(st.lists(st.sampled_from(HEALTHY.split()), max_size=40))
def test_whole_words_in_any_order_are_healthy(words: list[str]) -> None:
    folded = Folded(" ".join(words))
    assert mended(folded, KNOWN) == (folded, None)


@pytest.mark.parametrize(
    "word",
    ("nghiêng", "nguyễn", "quyết", "giếng", "gì", "khuỷu", "xoong", "ước", "ý", "yếu", "hoạch", "quốc", "ghế", "thuở"),
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ("ồng", "ạch", "tr", "đợc", "trởng", "mưc", "nghà", "ceo", "tă", "qoán", "hải1"))
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_foreign_words_are_no_fragments() -> None:
    assert [word for word in ("taxi", "online", "tr", "ồng", "thm", "đợc") if is_fragment(word)] == [
        "tr",
        "ồng",
        "thm",
        "đợc",
    ]


@pytest.mark.parametrize(("put", "right"), [("tòan", "toàn"), ("hòa", "hòa"), ("qúy", "quý"), ("khỏe", "khỏe")])
def test_the_tone_goes_where_the_whole_word_has_it(put: str, right: str) -> None:
    assert respelt(put) == right
