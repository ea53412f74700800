"""What a person mended once is placed by everywhere; what the words say stays as it is."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assess.making import figure, paper, tally, target

from camket.model.correction import Correction, CorrectionKind
from camket.model.extraction import Extraction
from camket.model.period import parse_period
from camket.resolve import resolve
from camket.resolve.corrections import Corrections, correction_key, shifted, year_is_printed
from camket.resolve.placing import document_day, placed
from camket.resolve.plans import plans_of
from camket.resolve.series import statements_of

STEEL = "other:san_luong_thep_thanh_pham"


def corrected(kind: CorrectionKind, of: str, to: str) -> Corrections:
    return Corrections([Correction(kind=kind, of=of, to=to)])


def report(**fields: object) -> Extraction:
    return paper(
        "report",
        text=str(fields.pop("text", "")),
        figures=[
            figure("500 tấn", "500", indicator=STEEL, indicator_text="Sản lượng thép thành phẩm", measure="level",
                   unit="tonne", period="2022", id="steel"),
            figure("7,39%", "7.39", period="2022", id="growth"),
            figure("8%", "8", period="2021", area="Bắc Giang", id="beside"),
            figure("9%", "9", period="2022", area="Kinh Bắc xưa", id="named"),
        ],
        tallies=[tally(8, 12, "achieved", period="2022", id="tally")],
        **{"date": "2022-12-05", "area": "Bắc Ninh", "issuer": "Sở TC tỉnh", "source_kind": "report"} | fields,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("of", "applies"),
    [
        (STEEL, True),
        ("Sản lượng thép thành phẩm", True),
        ("sản lượng  THÉP thành phẩm", True),
        ("sản lượng thép", False),
        ("grdp", False),
    ],
)
def test_a_name_is_given_to_an_indicator(of: str, applies: bool) -> None:
    done = placed(report(), corrected("indicator", of, "industrial_output"))
    steel, growth = statements_of(done)[:2]
    assert steel.figure.indicator == STEEL
    assert steel.series is not None
    assert steel.series.indicator == ("industrial_output" if applies else STEEL)
    assert growth.series is not None and growth.series.indicator == "grdp"
    told = [each for each in done.findings if each.message.code == "resolve.indicator_unknown"]
    assert bool(told) is not applies


def test_a_name_of_the_catalogue_is_never_given_away() -> None:
    done = placed(report(), corrected("indicator", "other:grdp", "industrial_output"))
    assert statements_of(done)[1].series == statements_of(placed(report()))[1].series


@pytest.mark.parametrize(
    ("to", "period", "slug"),
    [
        ("Bắc Ninh", "2022", "bac-ninh-1997"),
        ("bac-ninh-1997", "2022", "bac-ninh-1997"),
        ("bac-giang-1997", "2022", "bac-giang-1997"),
    ],
)
def test_a_name_is_given_to_an_area(to: str, period: str, slug: str) -> None:
    named = placed(report(), corrected("area", "KINH BẮC xưa", to)).figures[3]
    assert named.area == "Kinh Bắc xưa"
    assert named.resolved is not None
    assert (named.resolved.area, named.period) == (slug, period)
    assert statements_of(placed(report()))[3].series is None


def test_a_wording_is_given_to_a_body_and_its_figures_rank_as_those_of_the_owner() -> None:
    revenue = figure("30 tỷ", "30000000000", indicator="budget_revenue", measure="level", unit="VND", period="2022")
    bare = paper("a", figures=[revenue], issuer="Cơ quan T", source_kind="report", date="2022-12-05")
    from camket import catalogue

    owner = catalogue.indicator("budget_revenue").owner
    assert owner is not None
    before = statements_of(placed(bare))[0].rank
    after = placed(bare, corrected("body", "cơ quan t", owner))
    assert statements_of(after)[0].rank == before + 100
    assert after.document.head.issuer == catalogue.body(owner).name


def test_the_area_of_a_paper_is_mended_and_what_was_read_as_of_another_place_stays() -> None:
    done = placed(report(), corrected("paper_area", "sha-report", "Bắc Giang"))
    assert done.document.head.area == "Bắc Giang"
    assert [each.resolved.area for each in done.figures if each.resolved] == [
        "bac-giang-1997", "bac-giang-1997", "bac-giang-1997", None,
    ]  # fmt: skip
    assert [each.area for each in done.figures] == ["Bắc Ninh", "Bắc Ninh", "Bắc Giang", "Kinh Bắc xưa"]
    assert done.tallies[0].resolved is not None and done.tallies[0].resolved.area == "bac-giang-1997"
    assert [plan.area for plan in plans_of([done])] == ["bac-giang-1997"]


def test_the_plan_of_a_congress_follows_the_mended_area() -> None:
    aim = target("8%", "8", "ge", period="2020/2025", plan="Đại hội Đảng bộ tỉnh nhiệm kỳ 2020-2025")
    bare = paper("report", figures=[aim], date="2020-09-25", area="Bắc Ninh")
    assert [plan.area for plan in plans_of([placed(bare)])] == ["bac-ninh-1997"]
    done = placed(bare, corrected("paper_area", "sha-report", "Bắc Giang"))
    assert [plan.area for plan in plans_of([done])] == ["bac-giang-1997"]


@pytest.mark.parametrize(
    ("text", "mended", "periods"),
    [
        ("Bắc Ninh, ngày 05 tháng 12 năm 2022", "2024-12-05", ["2024", "2024", "2021", "2024"]),
        ("GRDP năm 2022 tăng 7,39%.", "2024-12-05", ["2022", "2022", "2021", "2022"]),
        ("Ngày 5/12/2022", "2023-01-05", ["2023", "2023", "2021", "2023"]),
        ("Bắc Ninh, ngày 05 tháng 12 năm 2022", "2022-06-30", ["2022", "2022", "2021", "2022"]),
    ],
)
def test_a_year_that_was_taken_from_the_wrong_day_follows_the_right_one(
    text: str, mended: str, periods: list[str]
) -> None:
    done = placed(report(text=text), corrected("paper_date", "sha-report", mended))
    assert document_day(done.document.head) == date.fromisoformat(mended)
    assert [str(each.period) for each in statements_of(done)] == periods
    assert [each.period for each in done.figures] == ["2022", "2022", "2021", "2022"]
    assert {each.source.published for each in statements_of(done)} == {date.fromisoformat(mended)}


@pytest.mark.parametrize(
    ("head", "changed"),
    [
        ({"date": "2022-12-05"}, {"date"}),
        ({"date": "2022-12-05", "published": "2022-12-05"}, {"date", "published"}),
        ({"date": "2022-12-01", "published": "2022-12-05"}, {"published"}),
        ({"date": "2022-12-05", "event_date": "2022-12-04"}, {"event_date"}),
        ({"date": None}, {"date"}),
    ],
)
def test_the_day_is_mended_where_it_was_taken_from(head: dict[str, str | None], changed: set[str]) -> None:
    bare = report(**head)
    done = placed(bare, corrected("paper_date", "sha-report", "2021-03-04")).document.head
    assert document_day(done) == date(2021, 3, 4)
    before = msgspec.structs.asdict(bare.document.head)
    assert {name for name, value in msgspec.structs.asdict(done).items() if value != before[name]} == changed


def test_of_two_corrections_the_later_holds() -> None:
    both = Corrections(
        [
            Correction(kind="indicator", of=STEEL, to="industrial_output"),
            Correction(kind="indicator", of="Sản lượng thép thành phẩm", to="trade_total"),
        ]
    )
    series = statements_of(placed(report(), both))[0].series
    assert series is not None and series.indicator == "trade_total"


def test_without_corrections_nothing_changes() -> None:
    assert placed(report(), Corrections()) == placed(report()) == resolve(report(), Corrections())


def test_a_correction_of_another_paper_changes_nothing() -> None:
    assert placed(report(), corrected("paper_date", "sha-other", "2001-01-01")) == placed(report())


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("năm 2022", True),
        ("ngày 05 tháng 12 năm 2022", False),
        ("05/12/2022", False),
        ("5-12-2022 và 2022-2025", True),
        ("tháng 12/2022", False),
        ("12022", False),
        ("", False),
    ],
)
def test_where_a_year_is_printed(text: str, printed: bool) -> None:
    assert year_is_printed(text, 2022) is printed


@given(
    st.sampled_from(["2022", "2022-Q3", "2022-H1", "2022-01/2022-09", "2021/2025", "by:2026-12", "at:2024-10-01"]),
    st.integers(-10, 10),
)
def test_moving_a_period_there_and_back(text: str, years: int) -> None:
    moved = shifted(text, years)
    assert moved is not None
    assert shifted(moved, -years) == text
    first, last = parse_period(text), parse_period(moved)
    assert first is not None and last is not None
    assert last.last.year - first.last.year == years


def test_a_day_that_the_other_year_does_not_have_moves_nowhere() -> None:
    assert shifted("at:2024-02-29", 1) is None


@given(st.text(max_size=30))
def test_a_name_has_one_key(text: str) -> None:
    for kind in ("indicator", "body", "area"):
        key = correction_key(kind, text)
        assert correction_key(kind, key) == key
