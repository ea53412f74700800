"""What every registry must do with judgements; part of the contract."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any

from msgspec.structs import replace
from tests.assess.making import figure, placed

from camket.model.extraction import Extraction
from camket.model.fact import Fact
from camket.model.judgement import Judgement, Verdict, anchor_at
from camket.model.period import Period, parse_period
from camket.model.series import Series, Standing
from camket.registry.protocol import Registry

GROWTH = Series(indicator="grdp", measure="growth", unit="percent", area="bac-ninh-1997", price_basis="constant:2010")
TEXT = "Năm 2022, GRDP của tỉnh Bắc Ninh tăng 7,39%. Thu ngân sách đạt 31.000 tỷ đồng; tăng 4,5% so với năm 2021."
PRESS = "Tin: GRDP của tỉnh Bắc Ninh năm 2022 ước tăng 7,9%, cao nhất vùng."
NOON = datetime(2024, 3, 1, 5, tzinfo=UTC)


def growth(text: str, quote: str, value: str, id_: str, **fields: Any) -> Fact:
    start = text.index(quote)
    return figure(quote, value, period="2022", id=id_, start=start, end=start + len(quote), **fields)


def report(text: str = TEXT, quote: str = "7,39%", value: str = "7.39") -> Extraction:
    facts = [growth(text, quote, value, "final")] if quote in text else []
    return placed("report", text=text, published="2023-02-01", source_kind="report", figures=facts)


def press() -> Extraction:
    facts = [growth(PRESS, "7,9%", "7.9", "press", confidence=0.6)]
    return placed("press", text=PRESS, published="2023-03-01", source_kind="press", figures=facts)


def judged(
    verdict: Verdict, extraction: Extraction | None = None, *, who: str = "an", minutes: int = 0, **changes: Any
) -> Judgement:
    """A judgement of the figure of a paper, `changes` made to it; `undone` after so many minutes."""
    paper = extraction or report()
    undone = changes.pop("undone", None)
    (fact,) = paper.figures
    at = NOON + timedelta(minutes=minutes)
    return Judgement(
        document=paper.document.sha256,
        kind="figures",
        mention=fact.id,
        verdict=verdict,
        anchor=anchor_at(paper.document.text, fact.start, fact.end),
        fact=replace(fact, resolved=None, **changes) if verdict in ("confirmed", "corrected") else None,
        who=who,
        at=at,
        undone_at=at + timedelta(minutes=undone) if undone is not None else None,
        undone_by=who if undone is not None else "",
    )


def added(text: str = TEXT) -> Judgement:
    """The growth of the budget, which the reader missed."""
    fact = growth(text, "4,5%", "4.5", "missed", indicator="budget_revenue")
    return Judgement(
        document="sha-report",
        kind="figures",
        mention="missed",
        verdict="added",
        anchor=anchor_at(text, fact.start, fact.end),
        fact=fact,
        who="an",
        at=NOON,
    )


class JudgementContract:
    """The tests; the registry's own test gives `empty`."""

    def empty(self) -> Registry:
        raise NotImplementedError

    def with_papers(self, *judgements: Judgement) -> Registry:
        registry = self.empty()
        registry.add([report(), press()], read_on=date(2024, 1, 1))
        registry.judge(judgements)
        return registry

    def test_nothing_is_judged_at_first(self) -> None:
        registry = self.with_papers()
        assert (registry.judgements(), registry.orphans()) == ((), ())
        assert value_of(registry) == "7.39"

    def test_a_rejected_reading_is_out(self) -> None:
        registry = self.with_papers(judged("rejected"))
        assert [each.id for each in registry.statements()] == ["press"]
        assert value_of(registry) == "7.9"
        assert registry.standing(GROWTH, year()).rivals == ()  # type: ignore[union-attr]

    def test_a_corrected_reading_counts_as_corrected(self) -> None:
        registry = self.with_papers(judged("corrected", value=figure("", "7.93").value, area="Bắc Giang"))
        assert value_of(registry) == "7.9"
        elsewhere = replace(GROWTH, area="bac-giang-1997")
        moved = registry.standing(elsewhere, year())
        assert moved is not None
        assert (str(moved.statement.figure.value), moved.statement.figure.confidence) == ("7.93", 1.0)
        assert moved.statement.figure.quote == "7,39%"

    def test_a_confirmed_reading_is_sure_and_no_more(self) -> None:
        registry = self.with_papers(judged("confirmed", press()))
        standing = registry.standing(GROWTH, year())
        assert standing is not None
        assert (standing.statement.id, standing.rivals[0].figure.confidence) == ("final", 1.0)

    def test_unsure_changes_nothing(self) -> None:
        before, registry = self.with_papers(), self.with_papers(judged("unsure"))
        assert registry.statements() == before.statements()
        assert [each.verdict for each in registry.judgements()] == ["unsure"]

    def test_the_latest_of_the_persons_counts_whatever_the_order_of_adding(self) -> None:
        said = (judged("rejected"), judged("confirmed", who="binh", minutes=1), judged("unsure", who="chi", minutes=2))
        for order in permutations(said):
            registry = self.with_papers(*order)
            assert value_of(registry) == "7.39"
            assert [each.who for each in registry.judgements()] == ["an", "binh", "chi"]

    def test_a_persons_own_later_word_replaces_the_earlier(self) -> None:
        registry = self.with_papers(judged("rejected"), judged("unsure", minutes=1))
        assert value_of(registry) == "7.39"

    def test_what_is_taken_back_counts_no_more_and_stays(self) -> None:
        registry = self.with_papers(judged("rejected", who="binh"), judged("confirmed", minutes=1))
        registry.judge([judged("confirmed", minutes=1, undone=5)])
        assert value_of(registry) == "7.9"
        registry.judge([judged("confirmed", minutes=1)])
        assert value_of(registry) == "7.9"
        assert [each.holds() for each in registry.judgements()] == [True, False]

    def test_judging_again_adds_nothing(self) -> None:
        registry = self.with_papers(judged("rejected"))
        before = (registry.judgements(), registry.statements())
        registry.judge([judged("rejected")])
        assert (registry.judgements(), registry.statements()) == before

    def test_known_on_cuts_by_the_day_of_judgement(self) -> None:
        registry = self.with_papers(
            judged("rejected", undone=3 * 24 * 60), judged("corrected", press(), minutes=24 * 60, area="Bắc Giang")
        )
        seen = [value_of(registry.known_on(date(2024, month, day))) for month, day in ((2, 29), (3, 1), (3, 2), (3, 4))]
        assert seen == ["7.39", "7.9", None, "7.39"]
        assert len(registry.known_on(date(2024, 3, 1)).judgements()) == 1
        assert registry.known_on(date(2024, 3, 2)).series() == (replace(GROWTH, area="bac-giang-1997"),)

    def test_as_of_leaves_judgements_alone(self) -> None:
        registry = self.with_papers(judged("rejected"))
        assert registry.as_of(date(2023, 2, 15)).statements() == ()

    def test_an_added_fact_counts_like_one_that_was_read(self) -> None:
        registry = self.with_papers(added())
        (extraction, *_) = [each for each in registry.extractions() if each.document.id == "report"]
        assert [(each.quote, each.rule) for each in extraction.figures] == [("7,39%", ""), ("4,5%", "person")]
        assert extraction.figures[1].resolved is not None
        assert [each.indicator for each in registry.series()] == ["budget_revenue", "grdp"]
        assert [each.id for each in registry.known_on(date(2024, 2, 29)).statements()] == ["press", "final"]


def year() -> Period:
    found = parse_period("2022")
    assert found is not None
    return found


def value_of(registry: Registry) -> str | None:
    standing: Standing | None = registry.standing(GROWTH, year())
    return str(standing.statement.figure.value) if standing is not None else None
