"""Any run of approvals, releases, embargoes, preferences, corrections, judgements, readings and withdrawals is sound.

By several people, on papers of every access, of a department and of the office, two of them with one text. Statements
never change; the chain is whole; the doctor finds nothing; and what stands for each kind of reader is a function of the
papers that he may see, told here by a rule of its own and chosen by the policy among all that they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace
from tests.server.examples import examples
from tests.server.laid_out import of_text
from tests.server.test_review import someone
from tests.server.test_review_runs import FIELDS, HEAD, SENTENCES

from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.series import Series, Statement
from camket.registry.policy import choose
from camket.resolve.series import statements_of
from camket.server.registry import models, standing_seen
from camket.server.registry.access import Reader
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.approve import approve, close_paper, send_back
from camket.server.registry.actions.ask_approval import ask_approval
from camket.server.registry.actions.correct_name import correct_name
from camket.server.registry.actions.hold_back import hold_back, lift_embargo
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.prefer import end_preference, prefer
from camket.server.registry.actions.release_paper import release_paper
from camket.server.registry.actions.revoke_correction import revoke_correction
from camket.server.registry.actions.undo_judgement import undo_judgement
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import decisions, judgements, places, texts
from camket.server.registry.files import FileStore
from camket.server.registry.held import held
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.judging import Asked
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import class_of
from camket.server.registry.preferred import mark, preferred
from camket.server.registry.rows import extraction_of
from camket.server.registry.store import DatabaseRegistry
from camket.server.registry.words import NO_WORDS, words_of

BODY, LOADER = "so-tai-chinh", "an"
READERS = {
    "public": Reader(),
    "department": Reader(body=BODY, name="nhap"),
    "another department": Reader(body="so-xay-dung"),
    "officer": Reader(levels=("public", "internal"), name="binh"),
    "who loaded": Reader(levels=("public", "internal"), name=LOADER),
    "approver": Reader(levels=("public", "internal", "restricted"), name="chi"),
}
PAPERS = {
    "bao-cao": (1, "public", ""),
    "ban-sao": (1, "internal", ""),  # the same text from elsewhere
    "cua-so": (2, "internal", BODY),
    "kin": (3, "restricted", ""),
}
"""By name: the numbers of its sentences, its access, the body that handed it in."""
_TABLES = (
    models.Embargo, models.Preference, models.Approval, models.Correction, models.Entry, models.Standing,
    models.Placement, models.Judgement, models.Fact, models.Reading, models.DocumentText, models.Document,
    models.Series, models.Audit, models.AuditEnd,
)  # fmt: skip
_READ: dict[tuple[str, tuple[int, ...]], Extraction] = {}
_Place = tuple[Series, int, date | None, date]


def reading(name: str, order: tuple[int, ...]) -> Extraction:
    """A paper as a reader gives its text: some sentences in some order, always the same bytes."""
    if (name, order) not in _READ:
        number = PAPERS[name][0]
        text = HEAD.format(n=number) + "\n".join(SENTENCES[each].format(n=number) for each in order) + "\n"
        extraction, _ = of_text(name, text)
        digest = str(list(PAPERS).index(name) + 1) * 64
        _READ[name, order] = replace(extraction, document=replace(extraction.document, sha256=digest))
    return _READ[name, order]


WHOLE = tuple(range(len(SENTENCES)))
NAMES = st.sampled_from(list(PAPERS))


class Rights(RuleBasedStateMachine):
    """Several people who open, close, hold back, prefer, correct, judge and withdraw."""

    @initialize()
    def begin(self) -> None:
        models.Document.objects.update(stands_for=None)
        for table in _TABLES:
            table.objects.all().delete()
        self.version = 0
        self.bodies: dict[int, bytes] = {}
        for name, (_, access, owner) in PAPERS.items():
            arrival = Arrival(extraction=reading(name, WHOLE), access=access, owner=owner)
            take_in([arrival], version="0", who=LOADER)

    def _row(self, name: str) -> models.Document | None:
        return models.Document.objects.filter(name=reading(name, WHOLE).document.id, withdrawn_on=None).first()

    def _figure(self, name: str, place: int) -> str:
        facts = models.Fact.objects.filter(document=self._row(name), kind=0, superseded=False).order_by("start", "id")
        return bytes(facts[place % len(facts)].mention).hex() if facts else "00" * 16

    @rule(name=NAMES, who=st.sampled_from(["binh", "chi"]))
    def ask(self, name: str, who: str) -> None:
        row = self._row(name)
        if row is not None:
            _may(lambda: ask_approval(someone(who, "load"), row.slug))

    @rule()
    def release(self) -> None:
        row = self._row("cua-so")
        if row is not None:
            _may(lambda: release_paper(CONSOLE, row.slug))

    @rule(who=st.sampled_from(["binh", "chi", "dung"]), approved=st.booleans())
    def decide(self, who: str, approved: bool) -> None:
        waiting = models.Approval.objects.filter(decided_at=None).order_by("id").first()
        if waiting is not None:
            act = approve if approved else send_back
            _may(lambda: act(someone(who, "approve"), waiting.id, why="vì thế"))

    @rule(name=NAMES, access=st.sampled_from(["internal", "restricted"]))
    def close(self, name: str, access: str) -> None:
        row = self._row(name)
        if row is not None:
            _may(lambda: close_paper(CONSOLE, row.slug, access=access, why="vì thế"))

    @rule(name=NAMES, place=st.integers(0, 9), days=st.integers(1, 30))
    def hold(self, name: str, place: int, days: int) -> None:
        until = timezone.localdate() + timedelta(days=days)
        _may(lambda: hold_back(CONSOLE, self._figure(name, place), until=until))

    @rule()
    def lift(self) -> None:
        row = models.Embargo.objects.filter(ended_at=None).order_by("id").first()
        if row is not None:
            _may(lambda: lift_embargo(CONSOLE, row.id))

    @rule(name=NAMES, place=st.integers(0, 9))
    def prefer_one(self, name: str, place: int) -> None:
        _may(lambda: prefer(CONSOLE, self._figure(name, place), why="vì thế"))

    @rule()
    def prefer_no_more(self) -> None:
        row = models.Preference.objects.filter(ended_at=None).order_by("id").first()
        if row is not None:
            _may(lambda: end_preference(CONSOLE, row.id, why="vì thế"))

    @rule(
        who=st.sampled_from(["an", "binh"]), name=NAMES, place=st.integers(0, 9), fields=st.sampled_from(FIELDS),
        verdict=st.sampled_from(["confirmed", "corrected", "rejected", "unsure"]),
    )  # fmt: skip
    def say(self, who: str, name: str, place: int, verdict: Any, fields: dict[str, str]) -> None:
        row = self._row(name)
        facts = list(models.Fact.objects.filter(document=row, kind=0).order_by("start", "id")) if row else []
        if row is not None and facts:
            fact = facts[place % len(facts)]
            judge(someone(who), row.slug, [Asked(fact=fact.id, verdict=verdict, fields=fields)])

    @rule()
    def unsay(self) -> None:
        row = models.Judgement.objects.filter(undone_at=None).order_by("-id").first()
        if row is not None:
            undo_judgement(someone(row.who), row.id)

    @rule(to=st.sampled_from(["poverty_rate", "grdp"]))
    def give_a_name(self, to: str) -> None:
        _may(lambda: correct_name(CONSOLE, "indicator", "other:cai_khac", to))

    @rule()
    def take_a_name_back(self) -> None:
        row = models.Correction.objects.filter(revoked_at=None).order_by("-id").first()
        if row is not None:
            revoke_correction(CONSOLE, row.id)

    @rule(name=NAMES, most=st.integers(2, len(SENTENCES)))
    def read_again(self, name: str, most: int) -> None:
        """A newer reader misses sentences at the end, or finds them again; one withdrawn is not taken in."""
        self.version += 1
        _, access, owner = PAPERS[name]
        take_in(
            [Arrival(extraction=reading(name, WHOLE[:most]), access=access, owner=owner)], version=str(self.version)
        )

    @rule()
    def reach_the_office(self) -> None:
        """The bytes of the department's paper come by another way."""
        take_in([Arrival(extraction=reading("cua-so", WHOLE), access="internal")], version="0", who=LOADER)

    @rule(name=st.sampled_from(["ban-sao", "kin"]))
    def take_out(self, name: str) -> None:
        row = self._row(name)
        if row is not None:
            withdraw(CONSOLE, row.slug, why="x")

    @invariant()
    def statements_never_change(self) -> None:
        rows = models.Fact.objects.exclude(reading__version="people").values_list("id", "body")
        now = {key: bytes(body) for key, body in rows}
        whole = models.Document.objects.filter(withdrawn_on=None).count() == len(PAPERS)
        assert all(now.get(key) == body for key, body in self.bodies.items() if whole or key in now)
        self.bodies = now

    @invariant()
    def the_chain_is_whole_and_the_doctor_finds_nothing(self) -> None:
        assert verify_chain() is None
        store: FileStore = None  # type: ignore[assignment]  # these checks look at no files
        for check in (places, judgements, decisions):
            assert [str(each.message) for each in check.check(store)] == []
        told = [each.message.code for each in texts.check(store)]
        assert "doctor.stands_for" not in told

    @invariant()
    def orphans_are_those_whose_words_are_gone(self) -> None:
        for row in models.Judgement.objects.select_related("document__body"):
            if row.orphan:
                continue
            mentions = models.Fact.objects.filter(document=row.document, superseded=False, mention=row.mention)
            assert mentions.exists() or row.quote in row.document.body.text

    @invariant()
    def what_stands_is_a_function_of_what_each_may_see(self) -> None:
        said = {row.id: list(_said(row)) for row in _papers()}
        for name, reader in READERS.items():
            wanted = {place: choose(own) for place, own in _by_place(reader, said).items()}
            view = DatabaseRegistry().seen_by(reader)
            slots = standing_seen.slots(standing_seen.rows_seen(reader))
            found = {_place(each): each.standing.statement for each in standing_seen.stands(reader, slots)}
            assert {place: each.id for place, each in found.items()} == {
                place: each.statement.id for place, each in wanted.items()
            }, name
            for (series, klass, _, _), each in wanted.items() if name in ("public", "department") else ():
                period = each.statement.period
                if klass == models.Placement.Klass.ACTUAL and period is not None:
                    standing = view.standing(series, period)
                    assert standing is not None and standing.statement.id == each.statement.id, name
                    assert standing.statement.figure.value == each.statement.figure.value, name


def _may(act: Callable[[], object]) -> None:
    """What may be refused for a reason that the refusal names; then nothing has changed."""
    before = models.Audit.objects.count()
    try:
        act()
    except UsageError as error:
        assert error.message.code.partition(".")[0] in (
            "approval", "paper", "embargo", "preference", "figure", "correction", "action",
        )  # fmt: skip
        assert models.Audit.objects.count() == before


def _papers() -> list[models.Document]:
    rows = models.Document.objects.filter(withdrawn_on=None).select_related("body")
    return sorted(rows, key=lambda row: (row.said_on or date.max, bytes(row.sha256)))


def _may_see(row: models.Document, reader: Reader) -> bool:
    """The rule of who sees what, in words of its own."""
    of_body = reader.body != "" and row.owner == reader.body and row.access != "restricted"
    own = row.access == "restricted" and row.loaded_by == reader.name != ""
    if row.stage == models.document.Stage.ENTERED:
        return of_body
    held_back = models.Embargo.objects.filter(
        document__text_key=row.text_key, ended_at=None, until__gt=timezone.localdate()
    ).exists()
    level = row.access in reader.levels and ("internal" in reader.levels or not held_back)
    return level or of_body or own


def _said(row: models.Document) -> Iterator[Statement]:
    facts = row.facts.filter(superseded=False).order_by("kind", "start", "id")
    mentions = preferred()
    for each in statements_of(extraction_of(row, facts, held(), words_of([row.id]).get(row.id, NO_WORDS))):
        yield mark(each, mentions)


def _by_place(reader: Reader, said: dict[int, list[Statement]]) -> dict[_Place, list[Statement]]:
    """What the papers say that count for a reader: of one text the first that he may see and that waits for nothing."""
    taken: set[bytes] = set()
    found: dict[_Place, list[Statement]] = {}
    for row in _papers():
        text = bytes(row.text_key or row.sha256)
        if row.stage != models.document.Stage.STANDS or text in taken or not _may_see(row, reader):
            continue
        taken.add(text)
        for each in said[row.id]:
            klass = class_of(each)
            if each.series is not None and each.period is not None and klass != models.Placement.Klass.OTHER:
                place = each.series, klass, each.period.first, each.period.last
                found.setdefault(place, []).append(each)
    return found


def _place(stands: standing_seen.Stands) -> _Place:
    slot, series = stands.slot, stands.standing.statement.series
    assert series is not None
    return series, slot.klass, None if slot.first == NO_FIRST else slot.first, slot.last


@pytest.mark.django_db
@pytest.mark.parametrize("count", [5, pytest.param(80, marks=pytest.mark.soak)])
def test_any_run_of_decisions_leaves_the_registry_sound(count: int) -> None:
    run_state_machine_as_test(
        Rights,
        settings=settings(
            max_examples=examples(count),
            stateful_step_count=14,
            phases=(Phase.explicit, Phase.generate),  # to make a case smaller takes minutes: drop this to look at one
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
