"""What the terminal shows without being asked for everything."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from tests.report.conftest import source, target

from camket.findings import Finding
from camket.model.message import message
from camket.model.scoreboard import (
    Bound,
    DifferenceLine,
    PlanBoard,
    Scoreboard,
    State,
    TargetLine,
)
from camket.report import html, markdown, terminal
from camket.report.building import build_view
from camket.report.findings import finding_line
from camket.report.layout import shown_width

NEED: list[State] = ["missed", "off_track", "at_risk", "nearly_met", "exceeded", "met", "on_track", "unclear"]
ASKED = Bound(comparator="ge", low=Decimal(95), high=None, low_closed=True, high_closed=False, unit="percent")


def aim(name: str, state: State, value: str | None = "90") -> TargetLine:
    place = source("bao-cao", "6,03%") if value is not None else None
    return target(
        name, f"other:{name}", state, ASKED, source("nghi-quyet", "7-8%/năm"), value=value, value_source=place
    )


MANY = [aim(f"nhieu{each}", "met") for each in range(26)]
"""More than a small board has."""


def plan(name: str, targets: Sequence[TargetLine], **fields: object) -> PlanBoard:
    made = PlanBoard(
        id=name, kind="yearly", title=f"Kế hoạch {name}", area="bac-ninh-1997", period="2024", targets=tuple(targets),
        tallies=(),
    )  # fmt: skip
    return msgspec.structs.replace(made, **fields)


def shown(board: Scoreboard, texts: Mapping[str, str], width: int = 110) -> str:
    return terminal.render(build_view(board, texts), width=width)


def test_what_needs_a_leader_comes_first(texts: Mapping[str, str]) -> None:
    made = [aim(f"viec {state}", state) for state in sorted(NEED)]
    text = shown(Scoreboard(as_of=None, plans=(plan("a", made),)), texts)
    found = re.findall(r"^viec (\w+(?: \w+)?)  ", text, flags=re.MULTILINE)
    assert [name.replace(" ", "_") for name in found] == NEED


def test_a_table_has_ten_rows_at_most_and_counts_the_others(texts: Mapping[str, str]) -> None:
    plans = tuple(plan(f"n{number}", [aim(f"viec{number}-{each}", "met") for each in range(12)]) for number in range(4))
    text = shown(Scoreboard(as_of=None, plans=plans), texts)
    assert [len(re.findall(rf"^viec{number}-", text, flags=re.MULTILINE)) for number in range(4)] == [10, 10, 10, 3]
    assert text.count("và 2 chỉ tiêu khác") == 3
    assert text.count("và 9 chỉ tiêu khác") == 1


def test_targets_without_a_result_are_counted(texts: Mapping[str, str]) -> None:
    made = [aim("dat", "met"), aim("cu", "no_data"), aim("trong", "no_data", None), aim("mo", "not_measurable", None)]
    text = shown(Scoreboard(as_of=None, plans=(plan("a", made), plan("b", MANY))), texts)
    assert "và 2 chỉ tiêu chưa có số liệu (1 có số của kỳ trước), 1 chỉ tiêu không đo được" in text
    assert not re.search(r"^(cu|trong|mo) ", text, flags=re.MULTILINE)


LONG = "tỷ lệ cơ quan, đơn vị, doanh nghiệp đạt tiêu chuẩn an toàn về an ninh trật tự và phòng cháy chữa cháy"


def test_a_small_board_names_every_target_with_its_bound(texts: Mapping[str, str]) -> None:
    plans = (
        plan("a", [*(aim(f"dat{each}", "met") for each in range(12)), aim("cu", "no_data"), aim("mo", "unclear")]),
        plan("b", [*(aim(f"trong{each}", "no_data", None) for each in range(6)), aim(LONG, "no_data", None)]),
        plan("c", [aim("le", "no_data", None)]),
    )  # fmt: skip
    text = shown(Scoreboard(as_of=None, plans=plans), texts)
    names = [*(f"dat{each}" for each in range(12)), "cu", "mo", *(f"trong{each}" for each in range(6)), "le"]
    assert [name for name in names if not re.search(rf"^{name} +≥ 95%", text, flags=re.MULTILINE)] == []
    assert "…" not in text
    assert all(word in text for word in LONG.split())
    # what has no value at all needs no columns for one: the line above says the one state
    assert re.search(r"^trong0 +≥ 95%$", text, flags=re.MULTILINE)
    assert re.search(r"^cu +≥ 95% +90% \(2024\) +Chưa có số liệu$", text, flags=re.MULTILINE)


@pytest.mark.parametrize(("many", "named"), [(25, True), (26, False)])
def test_a_board_is_small_up_to_25_targets(many: int, named: bool, texts: Mapping[str, str]) -> None:
    made = [aim(f"viec{each}", "no_data", None) for each in range(many)]
    text = shown(Scoreboard(as_of=None, plans=(plan("a", made[:3]), plan("b", made[3:]))), texts)
    assert (re.search(r"^viec24 +≥ 95%$", text, flags=re.MULTILINE) is not None) == named


def test_an_older_value_stands_with_its_year_and_dim(texts: Mapping[str, str]) -> None:
    board = Scoreboard(as_of=None, plans=(plan("a", [aim("cu", "no_data")] * 3),))
    view = build_view(board, texts)
    assert {(row.is_old, row.value, row.value_when) for row in view.plans[0].targets} == {(True, "90%", "2024")}
    assert '<span class="old"><a href="#s2">90%</a><small>2024</small></span>' in html.render(view)
    assert "\x1b[2m2024" in terminal.render(view, colour=True, whole=True)
    assert "| 90%[^2] | 2024 | Chưa có số liệu |" in markdown.render(view)


def test_small_plans_share_a_table(texts: Mapping[str, str]) -> None:
    small = [plan("mot", [aim("x", "met")]), plan("hai", [aim("y", "missed"), aim("z", "no_data", None)])]
    view = build_view(Scoreboard(as_of=None, plans=(*small, plan("ba", [aim("t", "met")] * 3))), texts)
    assert [each.title for each in view.plans] == ["Kế hoạch ba"]
    assert view.others is not None
    assert [(row.name, row.plan) for row in view.others.targets] == [
        ("y", "Kế hoạch hai"), ("x", "Kế hoạch mot"), ("z", "Kế hoạch hai"),
    ]  # fmt: skip
    text = terminal.render(view)
    assert "Chỉ tiêu khác · 1 đạt · 1 không đạt · 1 chưa có số liệu" in text
    assert "Kế hoạch mot" not in text
    assert all(name in html.render(view) for name in ("Chỉ tiêu khác", "Kế hoạch mot", "Kế hoạch hai"))


def test_plans_come_by_kind_and_the_newest_first(texts: Mapping[str, str]) -> None:
    made = [aim("x", "met")] * 3
    plans = (
        plan("cũ", made, period="2022"), plan("thi đua", made, kind="emulation", period="2025"),
        plan("mới", made), plan("đại hội", made, kind="congress", period="2015/2020"),
    )  # fmt: skip
    view = build_view(Scoreboard(as_of=None, plans=plans), texts)
    assert [each.title.removeprefix("Kế hoạch ") for each in view.plans] == ["đại hội", "mới", "cũ", "thi đua"]


def test_a_tally_says_with_what_it_was_compared(board: Scoreboard, texts: Mapping[str, str]) -> None:
    line = board.plans[0].tallies[0]
    told = message(
        "assess.tally_two_counts", one="11/26", other="22/26", one_source="Báo cáo", other_source="Nghị quyết",
        one_document="bao-cao", other_document="nghi-quyet",
    )  # fmt: skip
    clash = msgspec.structs.replace(line, verdict="contradicting", reason=told)
    plans = (msgspec.structs.replace(board.plans[0], tallies=(clash,)),)
    text = shown(msgspec.structs.replace(board, plans=plans), texts)
    assert "• 22/26 đạt và vượt (nghi-quyet): Chưa thống nhất với 11/26 (bao-cao)" in text


def test_a_deadline_gone_by_is_never_called_late(board: Scoreboard, texts: Mapping[str, str]) -> None:
    ahead, past = (msgspec.structs.replace(board, as_of=day) for day in (date(2025, 6, 24), date(2025, 6, 25)))
    assert "Thời hạn gần nhất, tính từ 24/6/2025\n    24/6/2025 Sở Tài chính: rà soát" in shown(ahead, texts)
    text = shown(past, texts)
    assert "Đã qua thời hạn nêu trong văn bản, chưa rõ kết quả thực hiện: 1\n    24/6/2025 Sở Tài chính" in text
    assert "quá hạn" not in text
    assert "24/6/2025<small>đã qua thời hạn nêu trong văn bản</small>" in html.render(build_view(past, texts))


def test_the_nearest_deadlines_are_eight(board: Scoreboard, texts: Mapping[str, str]) -> None:
    one = next(line for line in board.directives if line.due)
    days = [*(date(2025, 2, day) for day in range(1, 7)), *(date(2024, 2, day) for day in range(1, 9))]
    many = tuple(msgspec.structs.replace(one, statement=f"d{day}", due=day) for day in days)
    text = shown(msgspec.structs.replace(board, directives=many), texts)
    listed = re.findall(r"^    (\S+) Sở Tài chính", text, flags=re.MULTILINE)
    assert listed == [*(f"0{day}/02/2025" for day in range(1, 7)), "08/02/2024", "07/02/2024"]


def test_differences_within_one_paper_are_left_to_the_whole_board(board: Scoreboard, texts: Mapping[str, str]) -> None:
    papers = (source("bao-cao", "6,03%"), source("nghi-quyet", "7-8%/năm"))
    within = DifferenceLine(
        kind="rounding", statements=("a", "b"), reason=message("test.reason"), sources=(papers[0],) * 2
    )
    across = msgspec.structs.replace(within, sources=papers)
    text = shown(msgspec.structs.replace(board, compatible=(within, *(across,) * 7)), texts)
    assert "Số liệu khác nhau nhưng phù hợp: 7" in text
    assert text.count("• Do làm tròn: 6,03% (bao-cao); 7-8%/năm (nghi-quyet)") == 5
    assert "và 2 mục khác" in text


@pytest.mark.parametrize("width", [80, 110, 160])
def test_no_line_is_wider_than_the_terminal(board: Scoreboard, texts: Mapping[str, str], width: int) -> None:
    assert max(map(shown_width, shown(board, texts, width=width).splitlines())) <= width


def test_findings_are_counted_by_kind_with_an_example(board: Scoreboard, texts: Mapping[str, str]) -> None:
    one = board.findings[1]
    many = tuple(msgspec.structs.replace(one, where=f"rong{number}.txt") for number in range(3))
    text = shown(msgspec.structs.replace(board, findings=many), texts)
    assert "Lưu ý của hệ thống: 3\n  Cần xem (3): rong0.txt" in text


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("12,5%", "“12,5%”: "),
        ("TT\tĐơn vị\tTỷ lệ\n1\tSở Tài chính\t95,2", "“TT Đơn vị Tỷ lệ …”: "),
        ("tỷ lệ " * 40, "“" + ("tỷ lệ " * 16) + "tỷ …”: "),
    ],
)
def test_a_finding_quotes_one_line(quote: str, said: str) -> None:
    finding = Finding(message=message("head.no_area"), start=0, end=len(quote), where="a")
    line = finding_line(finding, "vi", texts={"a": quote}, words={})
    assert line.startswith(f"a, dòng 1: {said}")
    assert "\n" not in line


def test_a_plan_without_any_result_names_what_it_asks_for(texts: Mapping[str, str]) -> None:
    few = [aim(f"viec {number}", "no_data", None) for number in range(3)]
    text = shown(Scoreboard(as_of=None, plans=(plan("a", few), plan("b", MANY))), texts)
    assert "viec 0 ≥ 95%; viec 1 ≥ 95%; viec 2 ≥ 95%" in text
    many = [aim(f"viec {number}", "no_data", None) for number in range(60)]
    lines = shown(Scoreboard(as_of=None, plans=(plan("a", many),)), texts).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("viec 0 "))
    assert (lines[first + 1][-1], lines[first + 2]) == ("…", "")


def test_the_whole_board_has_the_values_in_use(board: Scoreboard, texts: Mapping[str, str]) -> None:
    text = terminal.render(build_view(board, texts), width=250, whole=True)
    assert "Số liệu đang sử dụng" in text
    assert re.search(r"so với cùng kỳ, Tỉnh Bắc Ninh, giá so sánh \(năm gốc 2010\), chính thức\) +2024 +6,03% \[", text)


def test_a_target_of_a_part_names_it_among_those_of_small_plans(texts: Mapping[str, str]) -> None:
    part = msgspec.structs.replace(aim("ho ngheo", "no_data", None), area="các huyện nghèo")
    plans = (plan("ba", [aim("t", "met")] * 3), plan("mot", [part], area="các huyện nghèo"))
    view = build_view(Scoreboard(as_of=None, plans=plans), texts)
    assert view.others is not None
    assert [row.detail for row in view.others.targets] == ["các huyện nghèo"]
