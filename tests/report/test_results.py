"""The section of the results themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.report.conftest import source

from camket.model.scoreboard import Scoreboard, ValueLine
from camket.report import html, markdown, terminal
from camket.report.building import build_view
from camket.report.view import ResultRow
from camket.words import Language

LATER = date(2027, 1, 1)  # when everything below is over


def value(period: str, number: str = "6.03", *, said: date | None = LATER, **fields: Any) -> ValueLine:
    """Growth of the old province."""
    line = ValueLine(
        statement=f"{period}/{number}", indicator="grdp", measure="growth", unit="percent", area="bac-ninh-1997",
        price_basis="constant:2010", period=period, value=Decimal(number), value_high=None, role="actual", vintage=None,
        rivals=(), reasons=(), source=msgspec.structs.replace(source("bao-cao", "6,03%"), published=said),
    )  # fmt: skip
    return msgspec.structs.replace(line, **fields)


def rows(board: Scoreboard, *values: ValueLine, language: Language = "vi") -> tuple[ResultRow, ...]:
    return build_view(msgspec.structs.replace(board, values=values), {}, language).results.rows


def told(board: Scoreboard, *values: ValueLine) -> list[str]:
    """The values of the one line."""
    (row,) = rows(board, *values)
    return [f"{each.value} {each.when}{each.mark}" for each in row.values]


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        # the year before any part of it, in the order of time
        (["2024-Q3", "2024", "2021", "2024-01/2024-09"], ["2021", "2024"]),
        # without it what reaches furthest, and of that the longest
        (["2024-H1", "2024-Q3", "2024-01/2024-09", "2024-09"], ["9 tháng năm 2024"]),
        (["2024-01/2024-09", "at:2024-11-14"], ["tại 14/11/2024"]),
        # several years only where nothing else is known of the last
        (["2021/2025", "2025-H1", "2020"], ["2020", "6 tháng đầu năm 2025"]),
        (["2016/2020", "2021"], ["2016-2020", "2021"]),
        # the latest five
        ([str(year) for year in range(2015, 2023)], ["2018", "2019", "2020", "2021", "2022"]),
    ],
)
def test_one_value_a_year(periods: list[str], expected: list[str], board: Scoreboard) -> None:
    assert told(board, *map(value, periods)) == [f"6,03% {when}" for when in expected]


def test_estimates_are_marked(board: Scoreboard) -> None:
    made = [
        value("2020"),
        value("2021", role="estimate"),
        value("2022", role="estimate", vintage="official"),
        value("2023", said=date(2023, 11, 28)),  # a headline of November says `tăng` of a year that is not over
    ]
    assert told(board, *made) == ["6,03% 2020", "6,03% ƯTH 2021", "6,03% 2022", "6,03% ƯTH 2023"]


@pytest.mark.parametrize(("said", "shown"), [(date(2026, 1, 20), 1), (date(2026, 4, 5), 2), (None, 2)])
def test_a_year_that_has_hardly_begun_has_no_result(said: date | None, shown: int, board: Scoreboard) -> None:
    assert len(told(board, value("2025"), value("2026", said=said))) == shown


def test_only_the_usual_area(board: Scoreboard) -> None:
    assert told(board, value("2024"), value("2023", "13.85", area="bac-giang-1997")) == ["6,03% 2024"]


def test_the_boundary_of_the_merged_province_is_marked(board: Scoreboard, texts: Mapping[str, str]) -> None:
    values = (value("2024"), value("2025", "10.27", area="bac-ninh-2025"))
    assert told(board, *values) == ["6,03% 2024", "10,27% 2025*"]
    view = build_view(msgspec.structs.replace(board, values=values), texts)
    assert view.results.remark == "* theo địa giới từ ngày 01/7/2025"
    assert all(view.results.remark in form for form in (terminal.render(view), html.render(view)))
    assert view.results.remark in markdown.render(view).replace("\\", "")
    # where nothing is older there is nothing to tell apart
    assert told(board, values[1]) == ["10,27% 2025"]


def test_two_values_that_cannot_be_told_apart_are_not_shown(board: Scoreboard) -> None:
    # 118.5 % of the council's plan, 126.4 % of the government's: the lines do not say which is which
    assert told(board, value("2024"), value("2025", "118.5"), value("2025", "126.4")) == ["6,03% 2024"]


def test_growth_first_then_what_has_targets_then_what_has_most_values(board: Scoreboard) -> None:
    def of(indicator: str, measure: str, *years: int, unit: str = "percent") -> list[ValueLine]:
        fields: dict[str, Any] = {"indicator": indicator, "measure": measure, "unit": unit, "price_basis": ""}
        return [value(str(year), **fields) for year in years]

    values = [
        *of("urbanization_rate", "rank", 2020, 2021, 2022, 2023, unit="rank"),
        *of("iip", "growth", 2022),
        *of("cpi", "growth", 2021, 2022),
        *of("budget_revenue", "level", 2021, unit="VND"),
        *of("pci", "rank", 2021, 2022, unit="rank"),
        *of("poverty_rate", "level", 2020),
        value("2019"),
    ]
    assert [row.short for row in rows(board, *values)] == [
        "GRDP", "Thu ngân sách nhà nước trên địa bàn", "Tỷ lệ hộ nghèo (đa chiều)", "PCI",
        "Chỉ số giá tiêu dùng (CPI) bình quân", "IIP", "Tỷ lệ đô thị hóa",
    ]  # fmt: skip


def test_eight_lines_at_most(board: Scoreboard) -> None:
    names = (
        "iip", "cpi", "exports", "imports", "credit", "retail_sales", "total_investment", "budget_revenue",
        "population",
    )  # fmt: skip
    assert len(rows(board, *(value("2024", indicator=name) for name in names))) == 8


@pytest.mark.parametrize("form", ["brief", "whole", "html", "markdown"])
def test_every_form_has_the_results_before_the_scenarios(
    form: str, board: Scoreboard, texts: Mapping[str, str]
) -> None:
    view = build_view(msgspec.structs.replace(board, values=(value("2021", "6.9"), value("2024"))), texts)
    page = LexborHTMLParser(html.render(view)).css_first("main")
    assert page is not None
    drawn = {
        "brief": terminal.render(view), "whole": terminal.render(view, whole=True), "html": page.text(),
        "markdown": markdown.render(view),
    }[form]  # fmt: skip
    _, found, rest = drawn.partition("Số liệu thực hiện")
    results = re.sub(r"\[\^?\d+\]", "", rest[: rest.index("Kịch bản")])
    assert found
    assert all(said in results for said in ("6,9%", "2021", "6,03%", "2024"))


def test_the_brief_line_reads_as_a_leader_would_say_it(board: Scoreboard, texts: Mapping[str, str]) -> None:
    view = build_view(msgspec.structs.replace(board, values=(value("2021", "6.9"), value("2024"))), texts)
    assert "\nSố liệu thực hiện\n  • GRDP (so với cùng kỳ): 6,9% (2021); 6,03% (2024)\n" in terminal.render(view)
    assert "Results\n  • GRDP (on the same period): 6.9% (2021); 6.03% (2024)\n" in terminal.render(
        build_view(msgspec.structs.replace(board, values=(value("2021", "6.9"), value("2024"))), texts, "en")
    )


def test_the_oldest_values_give_way_on_a_narrow_terminal(board: Scoreboard, texts: Mapping[str, str]) -> None:
    values = tuple(value(str(year), role="estimate") for year in range(2020, 2025))
    text = terminal.render(build_view(msgspec.structs.replace(board, values=values), texts), width=80)
    assert re.search(r"^  • GRDP .*: 6,03% \(ƯTH 2022\); .*\(ƯTH 2024\)$", text, flags=re.MULTILINE)


def test_a_folder_without_a_plan_shows_the_results_of_its_area(board: Scoreboard, texts: Mapping[str, str]) -> None:
    bare = msgspec.structs.replace(board, plans=(), values=(value("2024"), value("2023")))
    view = build_view(bare, texts)
    assert view.usual_area == "Tỉnh Bắc Ninh"
    assert "6,03% (2023); 6,03% (2024)" in terminal.render(view)


def test_without_values_there_is_no_section(board: Scoreboard, texts: Mapping[str, str]) -> None:
    view = build_view(msgspec.structs.replace(board, values=()), texts)
    assert view.results.rows == ()
    assert "Số liệu thực hiện" not in terminal.render(view) + html.render(view) + markdown.render(view)
