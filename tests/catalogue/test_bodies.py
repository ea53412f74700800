"""Bodies, offices and types of papers."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from camket import catalogue

TYPES = {one.id: one for one in catalogue.load_document_types()}
POSITIONS = {word.lower(): one for one in catalogue.load_positions() for word in (one.head, *one.aliases)}


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("ban-chap-hanh-trung-uong", "bo-chinh-tri"),
        ("chinh-phu", "bo-tai-chinh"),
        ("bo-tai-chinh", "tinh-uy"),
        ("tinh-uy", "uy-ban-nhan-dan-tinh"),
        ("hoi-dong-nhan-dan-tinh", "uy-ban-nhan-dan-tinh"),
        ("uy-ban-nhan-dan-tinh", "so-tai-chinh"),
        ("so-tai-chinh", "ubnd-huyen"),
        ("ubnd-huyen", "ubnd-xa"),
    ],
)
def test_rank(higher: str, lower: str) -> None:
    assert catalogue.body(higher).rank > catalogue.body(lower).rank


@pytest.mark.parametrize(
    ("id_", "day", "stands"),
    [
        ("so-ke-hoach-va-dau-tu", date(2025, 2, 28), True),
        ("so-ke-hoach-va-dau-tu", date(2025, 3, 1), False),
        ("so-nong-nghiep-va-moi-truong", date(2025, 2, 28), False),
        ("so-nong-nghiep-va-moi-truong", date(2025, 3, 1), True),
        ("so-tai-chinh", date(2020, 1, 1), True),
        ("so-tai-chinh", date(2026, 1, 1), True),
        ("ubnd-huyen", date(2025, 6, 30), True),
        ("ubnd-huyen", date(2025, 7, 1), False),
    ],
)
def test_dates(id_: str, day: date, *, stands: bool) -> None:
    assert catalogue.body(id_).stands_on(day) is stands


@pytest.mark.parametrize(
    ("code", "ids"),
    [
        ("TTg", {"thu-tuong-chinh-phu"}),
        ("CP", {"chinh-phu"}),
        ("BTC", {"bo-tai-chinh"}),
        ("BKHĐT", {"bo-ke-hoach-va-dau-tu"}),
        ("STC", {"so-tai-chinh"}),
        ("QH", {"quoc-hoi"}),
    ],
)
def test_a_code_of_papers_names(code: str, ids: set[str]) -> None:
    assert {one.id for one in catalogue.load_bodies() if code in one.abbreviations} == ids


def test_a_name_stands_for_one_body() -> None:
    names = Counter(
        name.lower()
        for one in catalogue.load_bodies()
        for name in {one.name.lower(), *(alias.lower() for alias in one.aliases)}
    )
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Bí thư Tỉnh ủy", "office"),
        ("Phó Thủ tướng", "office"),
        ("Chánh Văn phòng", "office"),
        ("đồng chí", "honorific"),
        ("Đại tướng", "military_rank"),
        ("PGS.TS", "academic_title"),
        ("thạc sĩ", "academic_title"),
    ],
)
def test_what_a_word_before_a_name_is(word: str, kind: str) -> None:
    assert POSITIONS[word.lower()].kind == kind


def test_offices_have_a_rank_and_nothing_else_has() -> None:
    assert all((one.rank is not None) == (one.kind == "office") for one in catalogue.load_positions())


def test_a_deputy_ranks_below_the_head() -> None:
    for word, one in POSITIONS.items():
        head = POSITIONS.get(word.removeprefix("phó "))
        if word.startswith("phó ") and head is not None and head.kind == "office" and one.rank is not None:
            assert head.rank is not None
            assert one.rank < head.rank, word


@pytest.mark.parametrize(
    ("id_", "reference", "state", "party"),
    [
        ("nghi_quyet", "resolution", "NQ", "NQ"),
        ("ket_luan", "conclusion", None, "KL"),
        ("chi_thi", "directive", "CT", "CT"),
        ("quyet_dinh", "decision", "QĐ", "QĐ"),
        ("de_an", "scheme", "ĐA", "ĐA"),
        ("ke_hoach", "plan", "KH", "KH"),
        ("quy_che", "regulation", "QC", "QC"),
        ("chuong_trinh", "programme", "CTr", "CTr"),
        ("luat", "law", None, None),
        ("to_trinh", "other", "TTr", "TTr"),
        ("cong_van", "other", None, "CV"),
        ("cong_dien", "directive", "CĐ", None),
    ],
)
def test_types_of_papers(id_: str, reference: str, state: str | None, party: str | None) -> None:
    one = TYPES[id_]
    assert one.reference_type == reference
    assert next(iter(one.state_codes), None) == state
    assert next(iter(one.party_codes), None) == party
