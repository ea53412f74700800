"""What every registry must do. A registry's test subclasses `RegistryContract` and makes an empty one."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from tests.assess.making import figure, paper, placed, tally, target
from tests.registry.judgements import JudgementContract

from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.period import Period, parse_period
from camket.model.series import Series
from camket.registry.protocol import Registry
from camket.registry.published import published_statements

GROWTH = Series(indicator="grdp", measure="growth", unit="percent", area="bac-ninh-1997", price_basis="constant:2010")


def year(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def papers() -> list[Extraction]:
    return [
        placed(
            "november",
            published="2022-11-28",
            source_kind="press",
            figures=[figure("8,75%", "8.75", role="estimate", period="2022", id="estimate")],
        ),
        placed(
            "yearbook",
            published="2023-11-28",
            source_kind="statistics",
            figures=[figure("7,39%", "7.39", period="2022", id="final")],
        ),
        placed(
            "plan",
            published="2022-01-10",
            figures=[target("5-6%", "5", "range", value_high="6", period="2022", id="aim")],
            tallies=[tally(8, 12, "achieved", period="2022", id="tally")],
        ),
    ]


class RegistryContract(JudgementContract):
    """The tests."""

    def empty(self) -> Registry:
        raise NotImplementedError

    def filled(self) -> Registry:
        registry = self.empty()
        registry.add(papers())
        return registry

    def test_it_is_a_registry(self) -> None:
        assert isinstance(self.empty(), Registry)

    def test_an_empty_one_holds_nothing(self) -> None:
        registry = self.empty()
        held = (registry.extractions(), registry.statements(), registry.series(), registry.plans())
        assert held == ((), (), (), ())
        assert registry.standing(GROWTH, year("2022")) is None

    def test_what_goes_in_comes_out(self) -> None:
        registry = self.filled()
        assert [each.document.id for each in registry.extractions()] == ["november", "plan", "yearbook"]
        assert [each.id for each in registry.statements()] == ["estimate", "aim", "final"]
        assert registry.series() == (GROWTH,)
        assert [plan.id for plan in registry.plans()] == ["bac-ninh-1997/yearly/2022"]

    def test_the_order_of_adding_does_not_matter(self) -> None:
        first = self.filled()
        for order in permutations(papers()):
            registry = self.empty()
            for extraction in order:
                registry.add([extraction])
            assert registry.statements() == first.statements()
            assert registry.plans() == first.plans()
            assert registry.standing(GROWTH, year("2022")) == first.standing(GROWTH, year("2022"))

    def test_adding_again_adds_nothing(self) -> None:
        registry = self.filled()
        before = (registry.extractions(), registry.statements(), registry.plans())
        registry.add(papers())
        assert (registry.extractions(), registry.statements(), registry.plans()) == before

    def test_the_later_vintage_stands_and_names_its_rival(self) -> None:
        standing = self.filled().standing(GROWTH, year("2022"))
        assert standing is not None
        assert standing.statement.id == "final"
        assert [rival.id for rival in standing.rivals] == ["estimate"]
        assert [reason.code for reason in standing.reasons] == ["registry.vintage"]

    def test_a_target_is_no_actual(self) -> None:
        registry = self.empty()
        registry.add(each for each in papers() if each.document.id == "plan")
        assert registry.series() == ()
        assert registry.standing(GROWTH, year("2022")) is None

    def test_as_of_a_day_only_what_was_published_counts(self) -> None:
        registry = self.filled()
        view = registry.as_of(date(2022, 12, 31))
        assert [each.id for each in view.statements()] == ["estimate", "aim"]
        standing = view.standing(GROWTH, year("2022"))
        assert standing is not None and standing.statement.id == "estimate"
        assert registry.as_of(date(2022, 11, 27)).standing(GROWTH, year("2022")) is None
        assert registry.as_of(date(2022, 11, 28)).standing(GROWTH, year("2022")) is not None

    def test_a_view_leaves_the_registry_alone(self) -> None:
        registry = self.filled()
        registry.as_of(date(2000, 1, 1))
        assert len(registry.statements()) == 3

    def test_known_on_cuts_by_the_day_of_reading(self) -> None:
        registry = self.empty()
        early, late, undated = papers()
        registry.add([early], read_on=date(2024, 1, 1))
        registry.add([late], read_on=date(2024, 2, 1))
        registry.add([undated])
        assert [each.id for each in registry.known_on(date(2024, 1, 31)).statements()] == ["estimate", "aim"]

    def test_a_paper_without_a_day_is_kept_at_every_day(self) -> None:
        registry = self.empty()
        registry.add([placed("undated", figures=[figure("5%", "5", period="2022", id="undated")])])
        assert [each.id for each in registry.as_of(date(2000, 1, 1)).statements()] == ["undated"]

    def test_the_same_bytes_under_two_names_are_one_document(self) -> None:
        (one, *_), registry = papers(), self.empty()
        copy = placed("a-copy", figures=one.figures, published="2022-11-28")
        registry.add([one])
        registry.add([_with_bytes(copy, one.document.sha256)])
        assert [each.document.id for each in registry.extractions()] == ["a-copy"]

    def sources(self) -> list[Extraction]:
        """One text from three sources, and another text; digests as of bytes."""
        text = "Năm 2022, GRDP của tỉnh Bắc Ninh tăng 7,39%."
        said = (
            ("later", text, "2023-03-02", "1"),
            ("first", text.upper(), "2023-03-01", "3"),
            ("undated", text.replace(" ", "  "), None, "0"),
            ("other", text.replace("7,39", "7,40"), "2023-04-01", "2"),
        )
        return [
            _with_bytes(
                placed(name, figures=[figure("7,39%", "7.39", period="2022", id=name)], text=text, published=day),
                digit * 64,
            )
            for name, text, day, digit in said
        ]

    def test_equal_texts_are_one_with_several_sources(self) -> None:
        for order in permutations(self.sources()):
            registry = self.empty()
            for each in order:
                registry.add([each])
            assert [each.document.id for each in registry.extractions()] == ["first", "other"]
            assert [each.id for each in registry.statements()] == ["first", "other"]
            standing = registry.standing(GROWTH, year("2022"))
            assert standing is not None
            assert len(standing.rivals) == 1

    def test_a_view_chooses_among_its_own_sources(self) -> None:
        registry = self.empty()
        for number, each in enumerate(self.sources(), start=1):
            registry.add([each], read_on=date(2024, number, 1))
        known = [each.id for each in registry.known_on(date(2024, 1, 31)).statements()]
        published = [each.id for each in registry.as_of(date(2023, 1, 1)).statements()]
        assert (known, published) == (["later"], ["undated"])
        assert [each.id for each in registry.as_of(date(2023, 3, 31)).statements()] == ["first"]
        assert registry.as_of(date(2023, 1, 1)).standing(GROWTH, year("2022")) is not None

    def test_facts_that_are_not_placed_are_refused(self) -> None:
        with pytest.raises(UsageError, match="not_resolved"):
            self.empty().add([paper("bare", figures=[figure("5%", "5")])])

    def test_published_series_stand_beside_documents(self) -> None:
        registry = self.filled()
        registry.add_statements(published_statements())
        registry.add_statements(published_statements())
        assert len(registry.statements()) == 3 + len({each.id for each in published_statements()})
        standing = registry.standing(GROWTH, year("2024"))
        assert standing is not None and str(standing.statement.figure.value) == "6.03"


def _with_bytes(extraction: Extraction, sha256: str) -> Extraction:
    from msgspec.structs import replace

    return replace(extraction, document=replace(extraction.document, sha256=sha256))
