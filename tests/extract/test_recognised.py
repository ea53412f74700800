"""A fact of a scan is no surer than the letters under it; a fact of a text is as sure as before."""

from __future__ import annotations

import re

import pytest

from camket.extract import extract
from camket.model.document import Document
from camket.model.extraction import FACT_KINDS
from camket.model.place import OnPage, Place

TEXT = (
    "Năm 2024, tổng thu ngân sách nhà nước trên địa bàn đạt 30.908 tỷ đồng.\n"
    "Thực hiện Nghị quyết số 112/NQ-HĐND ngày 10/12/2021 của Hội đồng nhân dân tỉnh.\n"
)


def _scan(sure: dict[str, float | None], usual: float | None = 0.99) -> Document:
    places = tuple(
        Place(*word.span(), OnPage(1, word.start(), 0, word.end(), 1, sure.get(word[0], usual)))
        for word in re.finditer(r"\S+", TEXT)
    )
    return Document(id="a", text=TEXT, sha256="", text_sha256="", places=places)


PLAIN = extract(Document(id="a", text=TEXT, sha256="", text_sha256=""))
(FIGURE,) = PLAIN.figures


def test_the_case_is_sure_as_text() -> None:
    assert FIGURE.quote == "30.908 tỷ đồng"
    assert FIGURE.confidence > 0.6


CASES = [
    ({"30.908": 0.41}, 0.41),
    ({"30.908": 0.41, "tỷ": 0.2}, 0.41),
    ({"tỷ": 0.1, "đồng.": 0.2, "30.908": 0.9}, 0.4),
    ({"thu": 0.1, "ngân": 0.1}, None),
    ({}, None),
]


@pytest.mark.parametrize(("sure", "limit"), CASES)
def test_a_figure_is_no_surer_than_its_digits(sure: dict[str, float | None], limit: float | None) -> None:
    (figure,) = extract(_scan(sure)).figures
    if limit is None:
        assert (figure.confidence, figure.reasons) == (FIGURE.confidence, FIGURE.reasons)
    else:
        assert figure.confidence == limit
        assert figure.reasons == (*FIGURE.reasons, figure.reasons[-1])
        assert (figure.reasons[-1].code, dict(figure.reasons[-1].params)) == (
            "reason.recognised",
            {"sure": f"{limit:.2f}"},
        )


def test_other_facts_are_limited_too() -> None:
    (reference,) = extract(_scan({"112/NQ-HĐND": 0.3})).references
    assert reference.confidence == 0.3
    assert reference.reasons[-1].code == "reason.recognised"


def test_places_of_a_file_that_holds_its_letters_change_nothing() -> None:
    facts = extract(_scan({}, None))
    assert all(getattr(facts, kind) == getattr(PLAIN, kind) for kind in FACT_KINDS)


PAPER = (
    "SỞ CÔNG THƯƠNG\nSố: 127 /TB-SCT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBắc Ninh, ngày 12 tháng 3 năm 2024\n"
    "THÔNG BÁO\nVề việc tổ chức phiên chợ\nTheo Kế hoạch số 127/KH-SCT, phiên chợ mở trong tháng 4.\n"
)


@pytest.mark.parametrize(
    ("sure", "said"), [({"127": 0.4}, [("127/TB-SCT", "40")]), ({"127": 0.93, "127/KH-SCT,": 0.2}, []), ({}, [])]
)
def test_a_number_that_was_hardly_recognised_is_told(sure: dict[str, float], said: list[tuple[str, str]]) -> None:
    places = tuple(
        Place(*word.span(), OnPage(1, word.start(), 0, word.end(), 1, sure.get(word[0], 0.99)))
        for word in re.finditer(r"\S+", PAPER)
    )
    read = extract(Document(id="a", text=PAPER, sha256="", text_sha256="", places=places))
    told = [dict(finding.message.params) for finding in read.findings if finding.message.code == "head.number_unsure"]
    assert read.document.head.number == "127/TB-SCT"
    assert [(each["number"], each["sure"]) for each in told] == said
