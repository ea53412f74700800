"""A scoreboard made by hand, with one of everything that the reports draw."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from camket.findings import Finding
from camket.model.fact import Comparator
from camket.model.message import message
from camket.model.scoreboard import (
    Bound,
    Claim,
    Count,
    DifferenceLine,
    DirectiveLine,
    PlanBoard,
    ScenarioLine,
    Scoreboard,
    State,
    TallyLine,
    TargetLine,
    ValueLine,
)
from camket.model.series import Source

PAPERS = {
    "nghi-quyet": (
        "NGHỊ QUYẾT\nĐại hội đề ra: GRDP tăng bình quân 7-8%/năm; thu ngân sách trên 38.000 tỷ đồng; "
        "PCI thuộc tốp 10; không quá 1% hộ nghèo.\nNhiệm kỳ trước có 22/26 chỉ tiêu đạt và vượt."
    ),
    "bao-cao": (
        "BÁO CÁO\nNăm 2024, GRDP tăng 6,03% so với năm trước & <b>không</b> phải 6,30%. Thu ngân sách 33.150 tỷ đồng.\n"
        "PCI đứng thứ 9. Kịch bản cao: GRDP năm 2025 tăng trên 10%.\n"
        "Giao Sở Tài chính rà soát kịch bản tăng trưởng trước ngày 25/6/2025; các sở báo cáo thường xuyên."
    ),
}
TITLES = {"nghi-quyet": "Nghị quyết Đại hội lần thứ XX", "bao-cao": "Báo cáo năm 2024"}
DAYS = {"nghi-quyet": date(2020, 9, 26), "bao-cao": date(2025, 1, 13)}


def source(document: str, quote: str) -> Source:
    """The place of a quote in one of the papers above."""
    start = PAPERS[document].index(quote)
    return Source(
        document=document, start=start, end=start + len(quote), quote=quote, title=TITLES[document],
        published=DAYS[document], kind="report",
    )  # fmt: skip


def bound_of(
    comparator: Comparator, low: str | None, high: str | None, unit: str = "percent", *, closed: bool = True
) -> Bound:
    """A bound of text numbers."""
    return Bound(
        comparator=comparator,
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        low_closed=closed and low is not None,
        high_closed=closed and high is not None,
        unit=unit,
    )


def target(
    statement: str, indicator: str, state: State, bound: Bound, place: Source, *, measure: str = "level",
    value: str | None = None, distance: str | None = None, value_source: Source | None = None,
) -> TargetLine:  # fmt: skip
    """A target of the congress term."""
    return TargetLine(
        statement=statement, indicator=indicator, measure=measure, area="bac-ninh-1997", due=date(2025, 12, 31),
        bound=bound, state=state, reason=message("test.reason", text="vì <thế>"), source=place,
        value=None if value is None else Decimal(value), value_period=None if value is None else "2024",
        value_role=None if value is None else "actual", value_source=value_source,
        distance=None if distance is None else Decimal(distance),
    )  # fmt: skip


def _targets() -> tuple[TargetLine, ...]:
    growth, revenue = source("bao-cao", "6,03%"), source("bao-cao", "33.150 tỷ đồng")
    return (
        target("t1", "grdp", "at_risk", bound_of("range", "7", "8"), source("nghi-quyet", "7-8%/năm"), measure="growth",
               value="6.03", distance="-0.97", value_source=growth),
        target("t2", "budget_revenue", "off_track", bound_of("gt", "38000000000000", None, "VND", closed=False),
               source("nghi-quyet", "trên 38.000 tỷ đồng"), value="33150000000000", distance="-4850000000000",
               value_source=revenue),
        target("t3", "pci", "met", bound_of("within", "1", "10", "rank"), source("nghi-quyet", "tốp 10"),
               measure="rank", value="9", distance="1", value_source=source("bao-cao", "thứ 9")),
        target("t4", "poverty_rate", "no_data", bound_of("le", None, "1"), source("nghi-quyet", "không quá 1%")),
        target("t5", "other:strange_thing", "qualitative", bound_of("eq", None, None), source("nghi-quyet", "Đại hội")),
    )  # fmt: skip


def _directive(statement: str, recipient: str | None, due: date | None, task: str) -> DirectiveLine:
    return DirectiveLine(
        statement=statement, task=task, issuer="Nguyễn Văn An", issuer_position="Chủ tịch UBND tỉnh",
        recipient=recipient, deadline="by:2025-06-24" if due else None, due=due, kind="instruct",
        source=source("bao-cao", task),
    )  # fmt: skip


def _board() -> Scoreboard:
    tally = source("nghi-quyet", "22/26 chỉ tiêu")
    return Scoreboard(
        as_of=date(2025, 1, 13),
        plans=(
            PlanBoard(
                id="bac-ninh-1997/congress/2020-2025", kind="congress",
                title="Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", area="bac-ninh-1997", period="2020/2025",
                targets=_targets(),
                tallies=(
                    TallyLine(
                        statement="y1", claimed=Claim(done=22, total=26, state="achieved_or_exceeded", of="chỉ tiêu"),
                        counted=Count(met=1, exceeded=0, missed=0, unknown=25), verdict="cannot_tell",
                        reason=message("test.reason", text="chưa thấy hết"), source=tally,
                    ),
                ),
            ),
        ),
        scenarios=(
            ScenarioLine(
                statement="s1", name="high", indicator="grdp", measure="growth", area="bac-ninh-1997", period="2025",
                bound=bound_of("gt", "10", None, closed=False), source=source("bao-cao", "trên 10%"),
            ),
        ),
        contradictions=(
            DifferenceLine(
                kind="same_document", statements=("a", "b"), reason=message("test.reason", values="6.03 (A); 6.3 (A)"),
                sources=(source("bao-cao", "6,03%"), source("bao-cao", "6,30%")),
            ),
        ),
        compatible=(
            DifferenceLine(
                kind="rounding", statements=("c", "d"), reason=message("test.reason", text="làm tròn"),
                sources=(source("bao-cao", "6,03%"), Source(document="series", title="Niên giám", url="https://example.org/x")),
            ),
        ),
        directives=(
            _directive("d2", None, None, "các sở báo cáo thường xuyên"),
            _directive("d1", "Sở Tài chính", date(2025, 6, 24), "rà soát kịch bản tăng trưởng"),
        ),
        values=(
            ValueLine(
                statement="v1", indicator="grdp", measure="growth", unit="percent", area="bac-ninh-1997",
                price_basis="constant:2010", period="2024", value=Decimal("6.03"), value_high=None, role="actual",
                vintage="official", rivals=("x", "y"), reasons=(), source=source("bao-cao", "6,03%"),
            ),
        ),
        findings=(
            Finding(message=message("read.left_out", count=3), level="info", where="trang.html"),
            Finding(message=message("read.empty", file="rong.txt"), where="rong.txt"),
        ),
    )  # fmt: skip


@pytest.fixture
def board() -> Scoreboard:
    """The scoreboard."""
    return _board()


@pytest.fixture
def texts() -> Mapping[str, str]:
    """The papers that it quotes."""
    return PAPERS
