"""Any run of judgements, undoing, re-readings and withdrawals by several people leaves the registry sound.

Statements never change; the chain is whole; what stands is a function of what is there, whatever led to it; judgements
whose words are gone are shown as orphans and count for nothing.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace
from tests.server.examples import examples
from tests.server.laid_out import of_text
from tests.server.test_review import someone

from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.judgement import anchor_at
from camket.registry.memory import MemoryRegistry
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.add_fact import add_fact
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.undo_judgement import undo_judgement
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import judgements as judgements_checked
from camket.server.registry.doctor import places as places_checked
from camket.server.registry.files import FileStore
from camket.server.registry.hanging import facts_read
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.judging import Asked
from camket.server.registry.rows import extraction_of
from camket.server.registry.store import DatabaseRegistry

HEAD = "UBND TỈNH BẮC NINH\nSố: {n}/BC-UBND\nBắc Ninh, ngày 30 tháng 12 năm 2022\nBÁO CÁO\nTình hình năm 2022\n\n"
SENTENCES = (
    "Năm 2022, tốc độ tăng trưởng GRDP của tỉnh Bắc Ninh đạt 7,{n}%.",
    "Thu ngân sách nhà nước trên địa bàn đạt 31.{n}00 tỷ đồng, tăng 4,{n}% so với năm 2021.",
    "Đồng chí Nguyễn Hương Giang, Chủ tịch UBND tỉnh, yêu cầu Sở Công Thương báo cáo trước ngày 15/02/2023.",
    "Tỷ lệ hộ nghèo chỉ còn một phẩy hai phần trăm số hộ.",
    "Hoàn thành và vượt 1{n}/18 chỉ tiêu chủ yếu.",
)
PEOPLE = ("an", "binh", "chi")
PAPERS = (1, 2)
MISSED = "một phẩy hai phần trăm"
ADDED = {"indicator": "Tỷ lệ hộ nghèo", "value": "1,2%", "unit": "percent", "comparator": "eq", "measure": "level",
         "role": "actual", "period": "2022", "area": "Bắc Ninh"}  # fmt: skip
FIELDS: tuple[dict[str, str], ...] = (
    {"value": "9,9%"}, {"period": "2021"}, {"area": "Bắc Giang"}, {"role": "target"}, {"indicator": "Cái khác"}, {},
)  # fmt: skip
_READ: dict[tuple[int, tuple[int, ...]], Extraction] = {}
_TABLES = (
    models.Entry, models.Standing, models.Placement, models.Judgement, models.Fact, models.Reading,
    models.DocumentText, models.Document, models.Series, models.Audit, models.AuditEnd,
)  # fmt: skip


def reading(number: int, order: tuple[int, ...]) -> Extraction:
    """A paper as a reader gives its text: some sentences in some order, always the same bytes."""
    if (number, order) not in _READ:
        text = HEAD.format(n=number) + "\n".join(SENTENCES[each].format(n=number) for each in order) + "\n"
        extraction, _ = of_text(f"p{number}", text)
        document = replace(extraction.document, sha256=f"{number:064x}")
        _READ[number, order] = replace(extraction, document=document)
    return _READ[number, order]


ORDERS = st.permutations(range(len(SENTENCES))).flatmap(
    lambda order: st.integers(2, len(order)).map(lambda most: tuple(order[:most]))
)


class Review(RuleBasedStateMachine):
    """Several people at two papers that are read again and again."""

    @initialize()
    def begin(self) -> None:
        models.Document.objects.update(stands_for=None)
        for table in _TABLES:
            table.objects.all().delete()
        self.version = 0
        self.bodies: dict[int, bytes] = {}
        for number in PAPERS:
            take_in([Arrival(extraction=reading(number, tuple(range(len(SENTENCES)))))], version="0")

    def _facts(self) -> list[models.Fact]:
        found = models.Fact.objects.filter(document__withdrawn_on__isnull=True)
        return list(found.select_related("document").order_by("document", "start", "kind", "id"))

    @rule(
        who=st.sampled_from(PEOPLE), place=st.integers(0, 200), seen=st.booleans(),
        verdict=st.sampled_from(["confirmed", "corrected", "rejected", "unsure"]), fields=st.sampled_from(FIELDS),
        many=st.booleans(),
    )  # fmt: skip
    def say(self, who: str, place: int, seen: bool, verdict: Any, fields: dict[str, str], many: bool) -> None:
        """A judgement of a fact, an outdated one too, by somebody who may have seen what others said."""
        facts = self._facts()
        if not facts:
            return
        first = facts[place % len(facts)]
        chosen = [each for each in facts if each.document_id == first.document_id][:4] if many else [first]
        last = models.Judgement.objects.order_by("-id").values_list("id", flat=True).first() or 0
        own = fields if first.kind == 0 and not many else {}
        judge(
            someone(who),
            first.document.slug,
            [Asked(fact=each.id, verdict=verdict, fields=own, seen=last if seen else 0) for each in chosen],
        )

    @rule(who=st.sampled_from(PEOPLE), number=st.sampled_from(PAPERS), quote=st.sampled_from([MISSED, "số hộ", "đạt"]))
    def add(self, who: str, number: int, quote: str) -> None:
        """A fact that the reader missed, where its words are."""
        row = models.Document.objects.filter(name__startswith=f"p{number}", withdrawn_on__isnull=True).first()
        text = models.DocumentText.objects.filter(document=row).values_list("text", flat=True).first() or ""
        if row is not None and quote in text:
            start = text.index(quote)
            add_fact(someone(who), row.slug, "figures", anchor_at(text, start, start + len(quote)), ADDED)

    @rule(place=st.integers(0, 200))
    def undo(self, place: int) -> None:
        """Somebody takes back one of their own."""
        held = list(models.Judgement.objects.order_by("id"))
        if not held:
            return
        row = held[place % len(held)]
        try:
            undo_judgement(someone(row.who), row.id)
        except UsageError as error:
            assert error.message.code == "review.undone_already"

    @rule(number=st.sampled_from(PAPERS), order=ORDERS)
    def read_again(self, number: int, order: tuple[int, ...]) -> None:
        """A newer reader gives the paper otherwise: sentences elsewhere, or gone."""
        self.version += 1
        take_in([Arrival(extraction=reading(number, order))], version=str(self.version))

    @precondition(lambda self: self.version > 1)
    @rule(number=st.just(2))
    def take_out(self, number: int) -> None:
        """The second paper is withdrawn; its judgements go with it."""
        row = models.Document.objects.filter(name__startswith=f"p{number}").first()
        if row is not None:
            withdraw(CONSOLE, row.slug, why="x")
            assert not models.Judgement.objects.filter(document=row).exists()

    @invariant()
    def statements_never_change(self) -> None:
        """Of the facts that the reader gave; those of people are worked out of judgements."""
        rows = models.Fact.objects.exclude(reading__version="people").values_list("id", "body")
        now = {id_: bytes(body) for id_, body in rows}
        left = models.Document.objects.filter(withdrawn_on__isnull=True).count() == len(PAPERS)
        assert all(now.get(id_) == body for id_, body in self.bodies.items() if left or id_ in now)
        self.bodies = now

    @invariant()
    def the_chain_is_whole(self) -> None:
        assert verify_chain() is None

    @invariant()
    def all_is_where_it_belongs(self) -> None:
        """The doctor works placements, what stands and where judgements hang out anew."""
        store: FileStore = None  # type: ignore[assignment]  # these checks look at no files
        assert [str(each.message) for each in places_checked.check(store)] == []
        assert [str(each.message) for each in judgements_checked.check(store)] == []

    @invariant()
    def what_stands_is_a_function_of_what_is_there(self) -> None:
        """The registry in memory, given the papers as they are read now and all judgements, says the same."""
        database, memory = DatabaseRegistry(), MemoryRegistry()
        memory.add(_as_read())
        memory.judge(database.judgements())
        assert {(o.mention, o.who, o.at) for o in memory.orphans()} == {
            (o.mention, o.who, o.at) for o in database.orphans()
        }
        assert memory.series() == database.series()
        held = {(series, str(each.period)): each.period for each in memory.statements() for series in [each.series]
                if series is not None and each.is_actual}  # fmt: skip
        for (series, _), period in held.items():
            if period is not None:
                assert _value(memory.standing(series, period)) == _value(database.standing(series, period))


def _value(standing: Any) -> Any:
    if standing is None:
        return None
    figure = standing.statement.figure
    return figure.value, figure.start, figure.confidence, figure.role, len(standing.rivals)


def _as_read() -> list[Extraction]:
    """The papers as the reader gives them now, without what people said."""
    rows = models.Document.objects.filter(withdrawn_on__isnull=True).select_related("body").order_by("name")
    return [extraction_of(row, sorted(facts_read(row), key=_in_order), None, {}) for row in rows]


def _in_order(fact: models.Fact) -> tuple[int, int, int]:
    return fact.kind, fact.start, fact.id


@pytest.mark.django_db
def test_any_run_of_review_leaves_the_registry_sound() -> None:
    run_state_machine_as_test(
        Review,
        settings=settings(
            max_examples=examples(15),
            stateful_step_count=12,
            phases=(Phase.explicit, Phase.generate),  # to make a case smaller takes minutes: drop this to look at one
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )


@pytest.mark.django_db
def test_a_series_on_which_only_an_added_fact_lay_goes_when_that_is_named_otherwise() -> None:
    take_in([Arrival(extraction=reading(1, (0, 3)))], version="0")
    row = models.Document.objects.get(name="p1")
    start = row.body.text.index(MISSED)
    add_fact(someone("chi"), row.slug, "figures", anchor_at(row.body.text, start, start + len(MISSED)), ADDED)
    added = models.Fact.objects.get(reading__version="people")
    judge(someone("binh"), row.slug, [Asked(fact=added.id, verdict="corrected", fields={"indicator": "Cái khác"})])
    assert not models.Series.objects.filter(indicator="poverty_rate").exists()
    assert not models.Series.objects.filter(placements__isnull=True).exists()
