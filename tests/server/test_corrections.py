"""Correct once, apply to all: what is looked at beforehand is what happens, statements stay, reloading keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.assess.making import figure, paper
from tests.server.examples import examples

from camket import catalogue
from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.period import parse_period
from camket.model.series import Series
from camket.resolve import resolve
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.correct_name import correct_name, preview_name
from camket.server.registry.actions.correct_paper import correct_paper, preview_paper
from camket.server.registry.actions.revoke_correction import preview_revoking, revoke_correction
from camket.server.registry.chain import verify_chain
from camket.server.registry.corrected import Effect
from camket.server.registry.store import DatabaseRegistry

STEEL = "other:san_luong_thep_thanh_pham"


def steel(quote: str, value: str, period: str, **fields: Any) -> Any:
    return figure(
        quote, value, indicator=STEEL, indicator_text="Sản lượng thép thành phẩm", measure="level", unit="tonne",
        period=period, **fields,
    )  # fmt: skip


def with_bytes(extraction: Extraction) -> Extraction:
    """The paper with a digest as bytes have one."""
    document = extraction.document
    digest = sha256(document.id.encode()).hexdigest()
    return msgspec.structs.replace(extraction, document=msgspec.structs.replace(document, sha256=digest))


def papers() -> list[Extraction]:
    return [
        resolve(with_bytes(each))
        for each in (
            paper(
                "bao-cao-2022",
                text="Bắc Ninh, ngày 05 tháng 12 năm 2022",
                figures=[
                    steel("500 tấn", "500", "2022", id="a1"),
                    figure("7,39%", "7.39", period="2022", id="a2"),
                    figure("6%", "6", period="2021", area="Kinh Bắc xưa", id="a3"),
                ],
                date="2022-12-05", area="Bắc Ninh", issuer="Phòng T", source_kind="report", number="12/BC-UBND",
            ),
            paper(
                "tin-2022",
                text="Tin ngày 20/12/2022: năm 2022",
                figures=[
                    steel("505 tấn", "505", "2022", id="b1"),
                    figure("7,4%", "7.4", period="2022", id="b2"),
                    figure("30 tỷ", "30000000000", indicator="budget_revenue", measure="level", unit="VND",
                           period="2022", id="b3"),
                ],
                date="2022-12-20", area="Bắc Ninh", issuer="Phòng T", source_kind="press",
            ),
            paper(
                "bao-cao-2021",
                figures=[steel("450 tấn", "450", "2021", id="c1"), steel("460 tấn", "460", "2021", area="A", id="c2")],
                date="2021-12-10", area="Bắc Ninh", source_kind="report",
            ),
        )
    ]  # fmt: skip


def slug(name: str) -> str:
    return models.Document.objects.get(name=name).slug


def lying() -> dict[bytes, tuple[object, ...]]:
    """Where every statement lies, by its mention."""
    rows = models.Placement.objects.select_related("series", "fact")
    return {
        bytes(row.fact.mention): (
            bytes(row.series.digest) if row.series else None,
            row.first, row.last, row.published, row.rank, row.vintage, row.klass,
        )
        for row in rows if row.fact is not None
    }  # fmt: skip


def standing() -> set[tuple[object, ...]]:
    rows = models.Standing.objects.select_related("series", "placement__fact")
    return {
        (bytes(each.series.digest), each.klass, each.first, each.last, bytes(each.placement.fact.mention),
         len(each.rivals), repr(each.reasons))
        for each in rows if each.placement.fact is not None
    }  # fmt: skip


def series_of(moved: Iterable[bytes], before: dict[bytes, Any], after: dict[bytes, Any]) -> set[bytes]:
    return {series for each in moved for series in (before[each][0], after[each][0]) if series is not None}


def empty() -> None:
    """A registry with nothing in it, within the transaction of a test."""
    models.Document.objects.update(stands_for=None)
    for model in (
        models.Standing, models.Placement, models.Entry, models.Fact, models.Loose, models.Reading,
        models.DocumentText, models.Target, models.Plan, models.Correction, models.Document, models.Series,
        models.Audit, models.AuditEnd,
    ):  # fmt: skip
        model.objects.all().delete()


@pytest.fixture
def loaded(db: None) -> DatabaseRegistry:  # noqa: ARG001 - the tables must be there first
    registry = DatabaseRegistry()
    registry.add(papers())
    return registry


CASES = [
    ("indicator", STEEL, "industrial_output", 3),
    ("indicator", "sản lượng thép thành phẩm", "industrial_output", 3),
    ("indicator", "sản lượng xi măng", "industrial_output", 0),
    ("area", "KINH BẮC xưa", "Bắc Ninh", 1),
    ("area", "A", "bac-giang-1997", 1),
    ("body", "phòng T", str(catalogue.indicator("budget_revenue").owner), 1),
]


@pytest.mark.parametrize(("kind", "of", "to", "moved"), CASES)
def test_what_is_looked_at_is_what_happens(loaded: DatabaseRegistry, kind: Any, of: str, to: str, moved: int) -> None:
    said = [each.id for each in loaded.statements()]
    bodies = sorted(bytes(each) for each in models.Fact.objects.values_list("body", flat=True))
    before = lying()
    looked = preview_name(kind, of, to)
    assert lying() == before
    done = correct_name(CONSOLE, kind, of, to, why="thử")
    after = lying()
    changed = {each for each in before if before[each] != after[each]}
    assert looked.statements == done.statements == len(changed) == moved
    assert looked.series == done.series == len(series_of(changed, before, after))
    assert looked.shown == done.shown
    assert len(looked.shown) == moved
    assert [each.id for each in loaded.statements()] == said
    assert sorted(bytes(each) for each in models.Fact.objects.values_list("body", flat=True)) == bodies


@pytest.mark.parametrize(("kind", "of", "to", "moved"), CASES)
def test_correcting_before_loading_and_after_it_is_one(kind: Any, of: str, to: str, moved: int, db: None) -> None:  # noqa: ARG001 - one table of cases, and the tables must be there
    registry = DatabaseRegistry()
    registry.add(papers())
    correct_name(CONSOLE, kind, of, to)
    after = (lying(), standing(), registry.statements(), registry.plans(), registry.series())
    empty()
    correct_name(CONSOLE, kind, of, to)
    registry.add(reversed(papers()))
    assert (lying(), standing(), registry.statements(), registry.plans(), registry.series()) == after


@pytest.mark.parametrize(("kind", "of", "to", "moved"), CASES)
def test_revoking_puts_all_back(loaded: DatabaseRegistry, kind: Any, of: str, to: str, moved: int) -> None:
    before = (lying(), standing(), loaded.statements())
    (number,) = correct_name(CONSOLE, kind, of, to).numbers
    looked = preview_revoking(number)
    done = revoke_correction(CONSOLE, number, why="nhầm")
    assert looked.statements == done.statements == moved
    assert (lying(), standing(), loaded.statements()) == before
    row = models.Correction.objects.get()
    assert (row.revoked_by, row.revoked_why) == ("console", "nhầm")


def test_values_of_one_name_stand_beside_those_of_the_catalogue(loaded: DatabaseRegistry) -> None:
    correct_name(CONSOLE, "indicator", STEEL, "industrial_output")
    line = Series(indicator="industrial_output", measure="level", unit="tonne", area="bac-ninh-1997")
    period = parse_period("2022")
    assert period is not None
    found = [each for each in loaded.series() if each.indicator == "industrial_output" and each.area == line.area]
    (series,) = found
    chosen = loaded.standing(series, period)
    assert chosen is not None
    assert (chosen.statement.id, [each.id for each in chosen.rivals]) == ("a1", ["b1"])
    assert not models.Series.objects.filter(indicator=STEEL, area="bac-ninh-1997").exists()


class TestPapers:
    def test_a_mended_day_moves_the_years_that_came_from_it(self, loaded: DatabaseRegistry) -> None:
        address = slug("bao-cao-2022")
        looked = preview_paper(address, day=date(2023, 12, 5))
        assert looked.statements == 3
        assert correct_paper(CONSOLE, address, day=date(2023, 12, 5)).shown == looked.shown
        row = models.Document.objects.get(slug=address)
        assert (row.said_on, row.title) == (date(2023, 12, 5), "")
        periods = {each.id: str(each.period) for each in loaded.statements()}
        assert (periods["a1"], periods["a2"], periods["b2"]) == ("2023", "2023", "2022")
        year = parse_period("2023")
        assert year is not None
        growth = next(each for each in loaded.series() if each.indicator == "grdp" and each.area == "bac-ninh-1997")
        chosen = loaded.standing(growth, year)
        assert chosen is not None
        assert chosen.statement.id == "a2"
        assert chosen.statement == next(each for each in loaded.statements() if each.id == "a2")

    def test_a_mended_area_moves_what_was_read_as_of_the_paper(self, loaded: DatabaseRegistry) -> None:
        address = slug("bao-cao-2022")
        done = correct_paper(CONSOLE, address, area="Bắc Giang")
        assert done.statements == 2
        assert models.Document.objects.get(slug=address).area == "Bắc Giang"
        areas = {each.id: each.series.area if each.series else None for each in loaded.statements()}
        assert (areas["a1"], areas["a3"], areas["b1"]) == ("bac-giang-1997", None, "bac-ninh-1997")

    def test_a_later_reading_keeps_it(self, loaded: DatabaseRegistry) -> None:
        correct_paper(CONSOLE, slug("bao-cao-2022"), day=date(2023, 12, 5), area="Bắc Giang")
        before = (lying(), standing(), loaded.statements())
        DatabaseRegistry(version="next").add(papers())
        assert (lying(), standing(), loaded.statements()) == before
        row = models.Document.objects.get(name="bao-cao-2022")
        assert (row.said_on, row.area) == (date(2023, 12, 5), "Bắc Giang")

    def test_the_same_again_is_no_new_correction(self, loaded: DatabaseRegistry) -> None:  # noqa: ARG002 - papers must be there
        address = slug("bao-cao-2022")
        first = correct_paper(CONSOLE, address, day=date(2023, 12, 5))
        again = correct_paper(CONSOLE, address, day=date(2023, 12, 5))
        assert (len(first.numbers), again) == (1, Effect(papers=0, statements=0, series=0))

    def test_an_earlier_correction_holds_again_when_the_later_is_revoked(self, loaded: DatabaseRegistry) -> None:
        address = slug("bao-cao-2022")
        correct_paper(CONSOLE, address, day=date(2023, 12, 5))
        before = (lying(), loaded.statements())
        (number,) = correct_paper(CONSOLE, address, day=date(2021, 12, 5)).numbers
        assert lying() != before[0]
        revoke_correction(CONSOLE, number)
        assert (lying(), loaded.statements()) == before


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (lambda: correct_name(CONSOLE, "indicator", STEEL, "không có"), "correction.no_indicator"),
        (lambda: correct_name(CONSOLE, "body", "Phòng T", "grdp"), "correction.no_body"),
        (lambda: correct_name(CONSOLE, "area", "Kinh Bắc xưa", "Atlantis"), "correction.no_area"),
        (lambda: correct_name(CONSOLE, "area", "Bắc Ninh", "bac-giang-1997"), "correction.known_name"),
        (lambda: correct_name(CONSOLE, "indicator", "grdp", "industrial_output"), "correction.known_name"),
        (lambda: correct_name(CONSOLE, "indicator", "GRDP", "industrial_output"), "correction.known_name"),
        (lambda: correct_name(CONSOLE, "indicator", "other:", "grdp"), "correction.no_name"),
        (lambda: correct_name(CONSOLE, "area", "a" * 500, "bac-giang-1997"), "correction.no_name"),
        (lambda: correct_paper(CONSOLE, "khong-co", day=date(2023, 1, 1)), "paper.unknown"),
        (lambda: correct_paper(CONSOLE, slug("tin-2022")), "correction.nothing"),
        (lambda: correct_paper(CONSOLE, slug("tin-2022"), area="Atlantis"), "correction.no_area"),
        (lambda: revoke_correction(CONSOLE, 7), "correction.not_held"),
    ],
)
def test_what_cannot_be_done_changes_nothing(loaded: DatabaseRegistry, asked: Any, code: str) -> None:  # noqa: ARG001 - papers must be there
    records = models.Audit.objects.count()
    with pytest.raises(UsageError) as refused:
        asked()
    assert refused.value.message.code == code
    assert not models.Correction.objects.exists()
    assert models.Audit.objects.count() == records


def test_no_word_of_a_paper_is_in_the_audit(loaded: DatabaseRegistry) -> None:  # noqa: ARG001 - papers must be there
    correct_name(CONSOLE, "indicator", "sản lượng thép thành phẩm", "industrial_output")
    correct_paper(CONSOLE, slug("bao-cao-2022"), area="Bắc Giang")
    for record in models.Audit.objects.all():
        assert "thep" not in record.parameters + record.objects_touched
        assert "12-bc" not in record.parameters + record.objects_touched
    assert verify_chain() is None


STEPS = st.one_of(
    st.tuples(
        st.just("name"),
        st.sampled_from([("indicator", STEEL), ("area", "Kinh Bắc xưa"), ("area", "A"), ("body", "Phòng T")]),
        st.integers(0, 1),
    ),
    st.tuples(st.just("day"), st.sampled_from(["bao-cao-2022", "tin-2022"]), st.integers(2020, 2025)),
    st.tuples(st.just("area"), st.sampled_from(["bao-cao-2022", "tin-2022"]), st.integers(0, 1)),
    st.tuples(st.just("revoke"), st.integers(0, 5), st.just(0)),
    st.tuples(st.just("reread"), st.integers(0, 9), st.just(0)),
)
TO = {
    "indicator": ("industrial_output", "trade_total"),
    "area": ("Bắc Ninh", "bac-giang-1997"),
    "body": ("so-tai-chinh", str(catalogue.indicator("budget_revenue").owner)),
}


@pytest.mark.django_db
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=6))
def test_any_run_of_corrections_is_as_if_they_had_been_there_first(steps: list[Any]) -> None:
    empty()
    registry = DatabaseRegistry()
    registry.add(papers())
    for step in steps:
        _step(step)
    assert verify_chain() is None
    after = (lying(), standing(), registry.statements(), registry.plans())
    numbers = set(models.Correction.objects.filter(revoked_at__isnull=True).values_list("id", flat=True))
    held = list(models.Correction.objects.filter(id__in=numbers).order_by("id"))
    empty()
    models.Correction.objects.bulk_create(held)
    registry.add(papers())
    assert (lying(), standing(), registry.statements(), registry.plans()) == after


def _step(step: Any) -> None:
    what, about, to = step
    before = lying()
    if what == "name":
        kind, of = about
        looked, done = preview_name(kind, of, TO[kind][to]), correct_name(CONSOLE, kind, of, TO[kind][to])
    elif what == "day":
        day = date(to, 6, 1)
        looked, done = preview_paper(slug(about), day=day), correct_paper(CONSOLE, slug(about), day=day)
    elif what == "area":
        area = TO["area"][to]
        looked, done = preview_paper(slug(about), area=area), correct_paper(CONSOLE, slug(about), area=area)
    elif what == "revoke":
        held = list(models.Correction.objects.filter(revoked_at__isnull=True).values_list("id", flat=True))
        if not held:
            return
        number = held[about % len(held)]
        looked, done = preview_revoking(number), revoke_correction(CONSOLE, number)
    else:
        DatabaseRegistry(version=f"v{about}").add(papers())
        assert lying() == before
        return
    after = lying()
    changed = {each for each in before if before[each] != after[each]}
    assert looked.statements == done.statements == len(changed)
    assert looked.series == len(series_of(changed, before, after))
