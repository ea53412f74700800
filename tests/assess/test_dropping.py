"""Targets taken back or changed by later papers: by which words, of which plan, and what never takes any back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.assess.making import figure, placed, target
from tests.assess.reading import read_text

from camket.assess import assess
from camket.assess.board import scoreboard
from camket.model.extraction import Extraction
from camket.model.period import parse_period
from camket.model.plan import TypedTarget
from camket.model.scoreboard import PlanBoard
from camket.model.series import Source
from camket.registry.memory import MemoryRegistry
from camket.report.building import build_view
from camket.resolve.dropped import drops_of
from camket.resolve.typed import identify, typed_plan

DAY = date(2025, 6, 20)
HEAD: dict[str, Any] = {"type": "resolution", "date": "2025-05-10", "area": "Bắc Ninh", "source_kind": "report"}


def paper(sentence: str, **head: Any) -> Extraction:
    text = (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH BẮC NINH\nSố: 05/NQ-HĐND\nBắc Ninh, ngày 10 tháng 5 năm 2025\nNGHỊ QUYẾT\n"
        f"Về kế hoạch phát triển kinh tế - xã hội năm 2025\n1. {sentence}\n"
    )
    return read_text("nghi-quyet-moi", text, **HEAD | head)


def plans() -> list[Extraction]:
    """A yearly plan with three targets, and a congress with one of them."""
    figures = [
        target("từ 40% trở lên", "40", "ge", period="2025", id="urban", indicator="urbanization_rate", measure="level"),
        target("8%", "8", period="2025", id="growth"),
        target("1%", "1", "le", period="2025", id="poor", indicator="poverty_rate", measure="level"),
    ]
    of_congress: dict[str, Any] = {"plan": "Nghị quyết Đại hội Đảng bộ tỉnh, nhiệm kỳ 2025-2030", "measure": "level"}
    later = [
        target("60%", "60", "ge", period="by:2030-12", id="urban2030", indicator="urbanization_rate", **of_congress)
    ]
    return [
        placed("ke-hoach", published="2024-12-10", figures=figures),
        placed("dai-hoi", published="2025-03-10", figures=later),
    ]


def gone(*papers: Extraction) -> set[str]:
    return {line.statement for board in assess([*plans(), *papers], DAY).plans for line in board.replaced}


def held(*papers: Extraction) -> set[str]:
    return {line.statement for board in assess([*plans(), *papers], DAY).plans for line in board.targets}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Không đưa chỉ tiêu tỷ lệ đô thị hóa vào các chỉ tiêu chủ yếu của kế hoạch năm 2025.", {"urban"}),
        ("Bãi bỏ chỉ tiêu tỷ lệ đô thị hóa năm 2025 tại Nghị quyết số 12/NQ-HĐND.", {"urban"}),
        ("Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo tại Nghị quyết số 12/NQ-HĐND.", {"poor"}),  # one plan alone asks for it
        ("Đưa chỉ tiêu tỷ lệ hộ nghèo và tỷ lệ đô thị hóa ra khỏi kế hoạch năm 2025.", {"poor", "urban"}),
        ("Đưa ra khỏi danh mục chỉ tiêu nhiệm kỳ 2025-2030 tỷ lệ đô thị hóa.", {"urban2030"}),
        ("Loại bỏ chỉ tiêu tốc độ tăng trưởng GRDP năm 2025.", {"growth"}),
        ("Không giao chỉ tiêu tỷ lệ hộ nghèo năm 2025.", {"poor"}),
        # two plans ask for it and the words name none
        ("Bãi bỏ chỉ tiêu tỷ lệ đô thị hóa.", set()),
        # another year, another thing
        ("Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2024.", set()),
        ("Bãi bỏ chỉ tiêu tỷ lệ tham gia bảo hiểm y tế năm 2025.", set()),
        # asked for, considered, denied
        ("Đề nghị bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025.", set()),
        ("Xem xét không đưa chỉ tiêu tỷ lệ hộ nghèo vào chỉ tiêu năm 2025.", set()),
        ("Không bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025.", set()),
        # what is taken back is no target
        ("Bãi bỏ Nghị quyết số 12/NQ-HĐND về mức chi cho hộ nghèo.", set()),
        ("Không đưa rác thải vào khu dân cư; tỷ lệ hộ nghèo giảm.", set()),
    ],
)
def test_what_a_paper_takes_back(sentence: str, expected: set[str]) -> None:
    assert gone(paper(sentence)) == expected
    assert held(paper(sentence)) == {"urban", "growth", "poor", "urban2030"} - expected


def test_it_names_the_sentence_and_counts_no_more() -> None:
    sentence = "Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo tại Nghị quyết số 12/NQ-HĐND"
    boards = assess([*plans(), paper(f"{sentence}.")], DAY).plans
    board: PlanBoard = next(each for each in boards if each.replaced)
    (line,) = board.replaced
    assert line.dropped_by is not None
    assert (line.dropped_by.document, line.dropped_by.published) == ("nghi-quyet-moi", date(2025, 5, 10))
    assert line.dropped_by.quote is not None and line.dropped_by.quote.endswith(sentence)
    assert line.replaced_by == ""
    assert "poor" not in str(board.counted)


def test_before_the_paper_it_still_holds_and_a_later_target_is_not_taken_back() -> None:
    drop = paper("Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025.")
    before = assess([*plans(), drop], date(2025, 5, 1)).plans
    assert not any(board.replaced for board in before)
    again = target("0,9%", "0.9", "le", period="2025", id="anew", indicator="poverty_rate", measure="level")
    later = placed("sau", published="2025-06-10", figures=[again])
    assert "anew" in held(drop, later)
    assert gone(drop, later) == {"poor"}


def test_what_a_person_entered_is_told_to_be_taken_back_and_holds() -> None:
    period = parse_period("2025")
    assert period is not None
    typed = TypedTarget(
        number="1", name="Tỷ lệ hộ nghèo", indicator="poverty_rate", measure="level", unit="percent", value=Decimal(1),
        comparator="le", period="2025", source=Source(document="danh-muc", published=date(2024, 12, 10)),
    )  # fmt: skip
    title = "Kế hoạch phát triển kinh tế - xã hội năm 2025"
    plan = typed_plan(identify(title, "bac-ninh-1997", period), title, period, [typed])
    known = figure("0,9%", "0.9", period="2025", indicator="poverty_rate", measure="level")
    told = placed("bao-cao", published="2025-06-01", figures=[known])
    registry = MemoryRegistry([paper("Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025."), told])
    registry.plans = lambda: (plan,)  # type: ignore[method-assign]  # what the database gives beside papers
    board = scoreboard(registry, None)
    (line,) = board.plans[0].targets
    assert board.plans[0].replaced == ()
    assert line.told_dropped is not None and line.told_dropped.document == "nghi-quyet-moi"
    assert [(each.message.code, each.where) for each in board.findings if "dropped" in each.message.code] == [
        ("assess.told_dropped", "nghi-quyet-moi")
    ]
    small = build_view(board, {}, "vi").others
    assert small is not None and "Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025" in small.targets[0].reason


def test_another_area_takes_nothing_back_here() -> None:
    assert gone(paper("Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025.", area="Hà Nam")) == set()


def test_every_printed_board_names_what_was_taken_out_and_changed() -> None:
    from camket.report import html, markdown, terminal

    papers = [
        *plans(), paper("Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025."),
        read_text("sau", "Điều chỉnh chỉ tiêu tốc độ tăng trưởng GRDP năm 2025 từ 8% xuống 7,5%.\n", **HEAD),
    ]  # fmt: skip
    view = build_view(assess(papers, DAY), {}, "vi")
    for printed in (terminal.render(view, whole=True, width=200), markdown.render(view), html.render(view)):
        assert "không quá 1%, đưa ra khỏi kế hoạch" in printed
        assert "8%, điều chỉnh thành 7,5%" in printed


@pytest.mark.parametrize("way", ["lên", "xuống", "còn", "thành"])
def test_a_target_changed_by_a_number_names_the_new_one(way: str) -> None:
    text = f"Điều chỉnh chỉ tiêu tốc độ tăng trưởng GRDP năm 2025 từ 8% {way} 7,5%."
    boards = assess([*plans(), paper(text)], DAY).plans
    (line,) = [line for board in boards for line in board.replaced if line.statement == "growth"]
    new = next(each for board in boards for each in board.targets if each.statement == line.replaced_by)
    assert str(new.bound.low) == "7.5"
    assert not any(str(each.bound.low) == "8" for board in boards for each in board.targets)


def test_letters_in_pieces_are_read_too() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "BÁO CÁO\nBãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025.\n")
    (drop,) = drops_of(read_text("nfd", text, **HEAD))
    assert drop.indicators == ("poverty_rate",)
    assert drop.source.quote is not None and unicodedata.normalize("NFC", drop.source.quote).startswith("Bãi bỏ")
