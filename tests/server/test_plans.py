"""Plans typed or loaded: entered once, changed and dropped by papers, beside what papers say; errors row by row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.assess.making import placed, tally, target
from tests.server.examples import examples
from tests.server.test_corrections import empty, with_bytes

from camket.assess import assess
from camket.errors import UsageError
from camket.model.period import Period, parse_period
from camket.model.plan import Plan
from camket.server.registry import models
from camket.server.registry.access import PUBLIC
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.change_target import change_target
from camket.server.registry.actions.drop_target import drop_target
from camket.server.registry.actions.load_plan import load_plan
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.chain import verify_chain
from camket.server.registry.planning import Entry, PlanChanged
from camket.server.registry.store import DatabaseRegistry

TITLE = "Kế hoạch phát triển kinh tế - xã hội năm 2022"
ID = "bac-ninh-1997/yearly/2022"


def over(text: str = "2022") -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def entry(number: str, value: str = "8.5", **fields: Any) -> Entry:
    known: dict[str, Any] = {
        "name": "Tốc độ tăng trưởng GRDP", "indicator": "grdp", "measure": "growth", "unit": "percent",
        "comparator": "ge", "period": "2022", "cited": "Nguyễn Văn An",
    } | fields  # fmt: skip
    return Entry(number=number, value=Decimal(value), **known)


def enter(*entries: Entry, by: str | None = None) -> PlanChanged:
    return load_plan(CONSOLE, TITLE, "Bắc Ninh", over(), entries, by=by)


def papers() -> None:
    """A plan, and three papers that change it, a month apart."""
    DatabaseRegistry().add(
        with_bytes(placed(name, figures=[], date=day, number=number, source_kind="resolution", text=name, title=name))
        for name, day, number in (
            ("nghi-quyet", "2021-12-10", "30/NQ-HĐND"),
            ("dieu-chinh", "2022-07-01", "45/NQ-HĐND"),
            ("dieu-chinh-2", "2022-10-01", "60/NQ-HĐND"),
            ("khong-ngay", None, "61/NQ-HĐND"),
        )
    )


def plan(**view: Any) -> Plan | None:
    return next((each for each in DatabaseRegistry(**view).plans() if each.id == ID), None)


def asked(found: Plan | None) -> dict[str, str]:
    return {each.number: str(each.bound) for each in found.targets} if found is not None else {}


@pytest.mark.django_db
class TestPlans:
    def test_targets_stand_among_the_plans(self) -> None:
        papers()
        told = enter(entry("1", cited="30/NQ-HĐND"), entry("2.1", "7", whole="2"), entry("2.2", "6", whole="2"))
        assert told == PlanChanged(slug=ID, added=3, holding=2)
        found = plan()
        assert found is not None
        assert (found.title, found.area, str(found.period)) == (TITLE, "bac-ninh-1997", "2022")
        assert asked(found) == {"1": "[8.5, inf)", "2.1": "[7, inf)", "2.2": "[6, inf)"}
        assert [each.statement.source.document for each in found.targets] == ["nghi-quyet"] + 2 * ["Nguyễn Văn An"]
        assert found.targets[0].statement.source.published == date(2021, 12, 10)

    def test_the_same_list_again_changes_nothing(self) -> None:
        enter(entry("1"), entry("2", "7"))
        numbers = list(models.Target.objects.values_list("id", flat=True))
        assert enter(entry("1"), entry("2", "7")) == PlanChanged(slug=ID, kept=2, holding=2)
        assert list(models.Target.objects.values_list("id", flat=True)) == numbers

    def test_a_mended_list_takes_the_place_of_the_one_before(self) -> None:
        enter(entry("1"), entry("2", "7"), entry("3", "6"))
        told = enter(entry("1"), entry("2", "7.5"), entry("4", "5"))
        assert told == PlanChanged(slug=ID, added=1, changed=1, kept=1, removed=1, holding=3)
        assert asked(plan()) == {"1": "[8.5, inf)", "2": "[7.5, inf)", "4": "[5, inf)"}

    def test_a_paper_changes_a_target_from_its_day(self) -> None:
        papers()
        enter(entry("1"), entry("2", "7"))
        told = change_target(CONSOLE, ID, "1", Decimal("6.5"), value_high=Decimal(7), by="45/NQ-HĐND")
        assert told == PlanChanged(slug=ID, changed=1, holding=2)
        assert asked(plan()) == {"1": "[6.5, 7]", "2": "[7, inf)"}
        assert asked(plan(as_of=date(2022, 6, 30))) == {"1": "[8.5, inf)", "2": "[7, inf)"}
        assert asked(plan(as_of=date(2022, 7, 1))) == {"1": "[6.5, 7]", "2": "[7, inf)"}
        found = plan()
        assert found is not None
        assert found.targets[0].statement.source.document == "dieu-chinh"

    def test_a_list_of_changes_by_a_paper(self) -> None:
        papers()
        enter(entry("1"), entry("2", "7"), entry("3", "6"))
        told = enter(entry("1"), entry("2", "6.5"), entry("4", "5"), by="45/NQ-HĐND")
        assert told == PlanChanged(slug=ID, added=1, changed=1, kept=1, holding=4)
        assert asked(plan()) == {"1": "[8.5, inf)", "2": "[6.5, inf)", "3": "[6, inf)", "4": "[5, inf)"}
        assert asked(plan(as_of=date(2022, 1, 1))) == {"1": "[8.5, inf)", "2": "[7, inf)", "3": "[6, inf)"}

    @pytest.mark.parametrize(("number", "left"), [("1", {"2.1", "2.2"}), ("2", {"1"}), ("2.1", {"1", "2.2"})])
    def test_a_paper_drops_a_target_with_its_components(self, number: str, left: set[str]) -> None:
        papers()
        enter(entry("1"), entry("2.1", "7", whole="2"), entry("2.2", "6", whole="2"))
        told = drop_target(CONSOLE, ID, number, by="45/NQ-HĐND")
        assert set(asked(plan())) == left
        assert told.holding == len({each.partition(".")[0] for each in left})
        assert len(asked(plan(as_of=date(2022, 6, 30)))) == 3

    def test_the_total_follows(self) -> None:
        papers()
        enter(entry("1"), entry("2", "7"))
        claimed = tally(1, 1, "achieved_or_exceeded", period="2022", plan=TITLE)
        DatabaseRegistry().add([with_bytes(placed("bao-cao", figures=[], tallies=[claimed], date="2023-01-10"))])
        before = _counted()
        drop_target(CONSOLE, ID, "2", by="45/NQ-HĐND")
        assert (before, _counted()) == (2, 1)

    def test_what_papers_say_alike_is_one_target_and_what_was_changed_is_none(self) -> None:
        papers()
        said = [target("8,5%", "8.5", "ge", period="2022", id="said"), target("3%", "3", period="2022", id="else")]
        DatabaseRegistry().add([with_bytes(placed("ke-hoach", figures=said, date="2022-01-05"))])
        enter(entry("1"))
        found = plan()
        assert found is not None
        assert [(each.number, each.repeats) for each in found.targets] == [("1", ("said",)), ("", ())]
        change_target(CONSOLE, ID, "1", Decimal(7), by="45/NQ-HĐND")
        found = plan()
        assert found is not None
        assert [(each.number, str(each.bound)) for each in found.targets] == [("1", "[7, inf)"), ("", "[3, 3]")]

    def test_what_a_paper_dropped_is_none_however_papers_write_its_number(self) -> None:
        papers()
        said = [target("36,50%", "36.50", period="2022", id="said", indicator="urbanization_rate", measure="level")]
        DatabaseRegistry().add([with_bytes(placed("ke-hoach", figures=said, date="2022-01-05"))])
        enter(entry("1"), entry("2", "36.5", indicator="urbanization_rate", measure="level", comparator="eq"))
        drop_target(CONSOLE, ID, "2", by="45/NQ-HĐND")
        assert set(asked(plan())) == {"1"}

    def test_prices_and_each_year_are_kept_and_are_part_of_what_is_asked(self) -> None:
        size = entry("1", "95", indicator="grdp", measure="level", unit="VND", price_basis="constant:2010")
        jobs = {"indicator": "jobs_created", "measure": "level", "unit": "person", "period": "2021/2025"}
        assert enter(size, entry("2", "22000", **jobs)).added == 2
        assert enter(size, entry("2", "22000", each_year=True, **jobs)).changed == 1
        found = plan()
        assert found is not None
        series = [each.statement.series for each in found.targets]
        assert [(each.price_basis, each.is_of_each_year) for each in series if each is not None] == [
            ("constant:2010", False), ("", True),
        ]  # fmt: skip

    def test_a_view_by_day_of_entry(self) -> None:
        enter(entry("1"))
        assert plan(known_on=date(2020, 1, 1)) is None

    def test_who_may_not_see_the_paper_does_not_see_its_targets(self) -> None:
        papers()
        enter(entry("1", cited="30/NQ-HĐND"), entry("2", "7"))
        models.Document.objects.filter(number="30/NQ-HĐND").update(access="internal")
        assert set(asked(plan(reader=PUBLIC))) == {"2"}

    def test_it_is_assessed_as_every_plan(self) -> None:
        enter(entry("1"))
        (board,) = assess(DatabaseRegistry(), date(2022, 6, 1)).plans
        (line,) = board.targets
        assert (line.indicator, str(line.due), line.source.document) == ("grdp", "2022-12-31", "Nguyễn Văn An")


def _counted() -> int:
    (line,) = next(board for board in assess(DatabaseRegistry()).plans if board.id == ID).tallies
    count = line.counted
    return count.met + count.exceeded + count.missed + count.unknown


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked_for", "code"),
    [
        (lambda: enter(entry("1", cited="99/NQ-HĐND")), "list.no_paper"),
        (lambda: enter(entry("1", name="a" * 400)), "list.too_long"),
        (lambda: load_plan(CONSOLE, TITLE, "Atlantis", over(), [entry("1")]), "correction.no_area"),
        (lambda: enter(entry("1"), by="99/NQ-HĐND"), "plan.no_paper"),
        (lambda: enter(entry("1"), by="Nguyễn Văn An"), "plan.no_paper"),
        (lambda: change_target(CONSOLE, "x", "1", Decimal(1), by="45/NQ-HĐND"), "plan.unknown"),
        (lambda: change_target(CONSOLE, ID, "9", Decimal(1), by="45/NQ-HĐND"), "plan.no_target"),
        (lambda: change_target(CONSOLE, ID, "1", Decimal(1), by="61/NQ-HĐND"), "plan.no_day"),
        (lambda: change_target(CONSOLE, ID, "2", Decimal(1), by="45/NQ-HĐND"), "plan.has_parts"),
        (lambda: change_target(CONSOLE, ID, "1", Decimal(2), value_high=Decimal(1), by="45/NQ-HĐND"),
         "plan.upside_down"),
        (lambda: drop_target(CONSOLE, ID, "1", by="99/NQ-HĐND"), "plan.no_paper"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_changes_nothing(asked_for: Any, code: str) -> None:
    papers()
    enter(entry("1"), entry("2.1", "7", whole="2"))
    before, records = _rows(), models.Audit.objects.count()
    with pytest.raises(UsageError) as refused:
        asked_for()
    assert refused.value.message.code == code
    assert (_rows(), models.Audit.objects.count()) == (before, records)


@pytest.mark.django_db
def test_two_papers_of_one_number_must_be_told_apart() -> None:
    papers()
    DatabaseRegistry().add(
        [with_bytes(placed("khac", figures=[], date="2020-01-01", number="30/NQ-HĐND", text="khác", title="khác"))]
    )
    with pytest.raises(UsageError) as refused:
        enter(entry("1", cited="30/NQ-HĐND"))
    assert refused.value.message.code == "list.several_papers"
    slug = models.Document.objects.get(name="khac").slug
    assert enter(entry("1", cited=slug)).added == 1


@pytest.mark.django_db
@pytest.mark.parametrize("gone", ["45/NQ-HĐND", "60/NQ-HĐND"])
def test_a_withdrawn_paper_takes_its_changes_with_it(gone: str) -> None:
    papers()
    enter(entry("1"), entry("2", "7"), entry("3", "6"))
    for paper, first, second in (("45/NQ-HĐND", "8", "6.5"), ("60/NQ-HĐND", "7.5", None)):
        change_target(CONSOLE, ID, "1", Decimal(first), by=paper)
        if second is not None:
            change_target(CONSOLE, ID, "2", Decimal(second), by=paper)
    drop_target(CONSOLE, ID, "3", by=gone)
    withdraw(CONSOLE, models.Document.objects.get(number=gone).slug, why="nhầm")
    first = "[8, inf)" if gone.startswith("60") else "[7.5, inf)"
    second = "[6.5, inf)" if gone.startswith("60") else "[7, inf)"
    assert asked(plan()) == {"1": first, "2": second, "3": "[6, inf)"}
    assert asked(plan(as_of=date(2022, 1, 1))) == {"1": "[8.5, inf)", "2": "[7, inf)", "3": "[6, inf)"}


STEPS = st.one_of(
    st.tuples(st.just("change"), st.sampled_from(["1", "2", "3"]), st.integers(1, 9)),
    st.tuples(st.just("drop"), st.sampled_from(["1", "2", "3"]), st.just(0)),
    st.tuples(st.just("list"), st.sets(st.sampled_from(["1", "2", "3", "4"])), st.integers(1, 9)),
)


@pytest.mark.django_db
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=5), st.sampled_from(["45/NQ-HĐND", "60/NQ-HĐND"]))
def test_without_the_papers_that_changed_it_a_plan_is_as_it_was(steps: Sequence[Any], last: str) -> None:
    empty()
    papers()
    enter(entry("1"), entry("2", "7"), entry("3", "6"))
    before = asked(plan())
    for number, (what, about, value) in enumerate(steps):
        by = "45/NQ-HĐND" if number < len(steps) // 2 else last
        try:
            if what == "list":
                enter(*(entry(each, str(value)) for each in sorted(about)), by=by)
            elif what == "change":
                change_target(CONSOLE, ID, about, Decimal(value), by=by)
            else:
                drop_target(CONSOLE, ID, about, by=by)
        except UsageError as error:
            assert error.message.code in ("plan.no_target", "plan.too_early")
        assert asked(plan(as_of=date(2022, 1, 1))) == before
    for paper in ("60/NQ-HĐND", "45/NQ-HĐND"):
        withdraw(CONSOLE, models.Document.objects.get(number=paper).slug, why="thử")
    assert asked(plan()) == before
    assert verify_chain() is None


def _rows() -> list[tuple[object, ...]]:
    return list(models.Target.objects.order_by("id").values_list("id", "number", "value", "until", "since"))
