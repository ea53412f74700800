"""Targets entered, changed and dropped: what is asked is checked, and written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec
from django.db.models import Q
from django.utils import timezone

from camket import catalogue
from camket.errors import UsageError
from camket.exchange.target_list import ListedTarget
from camket.findings import Finding
from camket.grammar.fold import fold
from camket.model.fact import Comparator, Measure
from camket.model.message import Message, message
from camket.model.period import Period
from camket.report.dates import day as written_day
from camket.resolve.typed import PlanIdentity, identify
from camket.server.registry.acting import Act
from camket.server.registry.models import Document, Plan, Target
from camket.server.registry.typed import holding

_NUMBER = re.compile(r"\d+(?:/\d{4})?[-/][A-ZĐ][\w/-]*|\d+-[A-ZĐ]{2}[\w/-]*")
SIX = Decimal("0.000001")
"""How finely values are kept."""
_LIMITS = {"number": 20, "name": 300, "body": 200, "cited": 200}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A target as it is entered.

    Attributes:
        number: its number in the plan.
        whole: the number that it is a component of.
        name: what is asked for.
        indicator: catalogue id, or `other:` and its words.
        measure, unit, value, value_high, comparator, period, price_basis: as in facts.
        each_year: whether a number of several years is asked for in each of them.
        body: who follows it.
        cited: the paper (its number, address or name) or the person that it is taken from.
        place: the row of a list that it stands in.
        row: its number there.
    """

    number: str
    whole: str = ""
    name: str
    indicator: str
    measure: Measure = "level"
    unit: str
    value: Decimal
    value_high: Decimal | None = None
    comparator: Comparator = "eq"
    period: str
    price_basis: str = ""
    each_year: bool = False
    body: str = ""
    cited: str
    place: str = ""
    row: int = 0


class PlanChanged(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a plan.

    Attributes:
        slug: its id.
        added, changed, kept, removed: how many targets.
        holding: how many numbered targets it has now, components counted with their whole.
    """

    slug: str
    added: int = 0
    changed: int = 0
    kept: int = 0
    removed: int = 0
    holding: int = 0


class Foreseen(msgspec.Struct, frozen=True, kw_only=True):
    """What entering a list would do now.

    Attributes:
        told: to the plan.
        outcomes: to each row, in their order: `added`, `changed`, `kept`.
        gone: numbers and names of the targets that the list does not name and that would go.
    """

    told: PlanChanged
    outcomes: tuple[str, ...]
    gone: tuple[tuple[str, str], ...]


class _Cited(msgspec.Struct, frozen=True):
    paper: Document | None
    person: str


def entry_of(listed: ListedTarget) -> Entry:
    """A row of a list as a target to be entered."""
    figure = listed.figure
    return Entry(
        number=listed.number,
        whole=listed.whole,
        name=figure.indicator_text or "",
        indicator=figure.indicator,
        measure=figure.measure,
        unit=figure.unit,
        value=figure.value,
        value_high=figure.value_high,
        comparator=figure.comparator,
        period=figure.period or "",
        price_basis=figure.price_basis or "",
        each_year=listed.each_year,
        body=listed.body,
        cited=listed.cited,
        place=listed.place,
        row=listed.row,
    )


def checked(entries: Sequence[Entry], file: str) -> tuple[Finding, ...]:
    """What is wrong with targets that are to be entered: papers that are not there, words that are too long."""
    found = []
    for entry in entries:
        cited = cite(entry.cited)
        said = [cited] if isinstance(cited, Message) else []
        for field, most in _LIMITS.items():
            if len(getattr(entry, field)) > most:
                said.append(message("list.too_long", value=getattr(entry, field)[:40], most=most))
        for each in said:
            told = Message(each.code, (("file", file), ("row", str(entry.row or entry.number)), *each.params))
            found.append(Finding(message=told, level="error", where=entry.place or entry.number))
    return tuple(found)


def cite(text: str) -> _Cited | Message:
    """The paper of an address, a number or a name; words that are none of these name a person."""
    rows = Document.objects.filter(withdrawn_on__isnull=True)
    exact = rows.filter(slug=text).first() or rows.filter(name=text).order_by("id").first()
    if exact is not None:
        return _Cited(exact, "")
    number = _NUMBER.search(text)
    if number is None:
        return _Cited(None, text.strip())
    found = [row for row in rows.filter(number__icontains=number[0]) if fold(row.number) == fold(number[0])]
    if not found:
        return message("list.no_paper", value=text)
    if len({bytes(row.text_key or row.sha256) for row in found}) > 1:
        return message("list.several_papers", value=number[0], slugs=", ".join(sorted(row.slug for row in found)))
    return _Cited(min(found, key=lambda row: row.id), "")


def enter(act: Act, title: str, area: str, period: Period, entries: Sequence[Entry], by: str | None) -> PlanChanged:
    """See `camket.server.registry.actions.load_plan`."""
    identity = identify(title, area, period)
    if identity.area is None:
        raise UsageError("correction.no_area", id=area)
    for finding in checked(entries, title):
        raise UsageError(finding.message.code, **dict(finding.message.params))
    plan, _ = Plan.objects.get_or_create(slug=identity.id, defaults=_columns(identity, title, period))
    if plan.title != title:
        plan.title = title
        plan.save()
    amending = amending_paper(by, None) if by is not None else None
    told = _Writer(timezone.localdate(act.at), plan, amending).write(entries)
    act.touched("plan", plan.id)
    act.noted(area=identity.area, period=str(period), added=told.added, changed=told.changed, removed=told.removed)
    return told


def foreseen(title: str, area: str, period: Period, entries: Sequence[Entry], by: str | None) -> Foreseen:
    """What entering a list would change now; nothing is written.

    Raises:
        UsageError: area or paper cannot be used, or a target changed by the paper holds only from its day or later.
    """
    identity = identify(title, area, period)
    if identity.area is None:
        raise UsageError("correction.no_area", id=area)
    amending = amending_paper(by, None) if by is not None else None
    plan = Plan.objects.filter(slug=identity.id).first()
    writer = _Writer(timezone.localdate(), plan or Plan(slug=identity.id), amending)
    outcomes = tuple(writer.outcome(entry, position) for position, entry in enumerate(entries))
    gone = writer.without({entry.number for entry in entries}) if amending is None else []
    counts = Counter(outcomes)
    told = PlanChanged(
        slug=identity.id, added=counts["added"], changed=counts["changed"], kept=counts["kept"], removed=len(gone)
    )
    return Foreseen(told=told, outcomes=outcomes, gone=tuple((row.number, row.name) for row in gone))


def end_targets(act: Act, plan: str, number: str, by: str, day: date | None) -> list[Target]:
    """End a target with its components by a paper; gives the rows, which hold no longer.

    Raises:
        UsageError: there is no such plan, target or paper, or the paper has no day.
    """
    rows = targets_of(plan, number)
    paper, until = amending_paper(by, day)
    for row in rows:
        if row.since is not None and until <= row.since:
            raise UsageError("plan.too_early", number=row.number, day=written_day(until))
        row.until, row.ended_by = until, paper
        row.save()
        act.touched("target", row.id)
    act.touched("document", bytes(paper.sha256).hex())
    act.noted(number=number)
    return rows


def targets_of(plan: str, number: str) -> list[Target]:
    """The target of a number that holds in a plan, with its components; or these alone, where it has no value itself.

    Raises:
        UsageError: there is no such plan, or it has no such target now.
    """
    row = Plan.objects.filter(slug=plan).first()
    if row is None:
        raise UsageError("plan.unknown", slug=plan)
    found = list(holding(row.targets.all()).filter(Q(number=number) | Q(whole=number)).order_by("position", "id"))
    if not found:
        raise UsageError("plan.no_target", slug=plan, number=number)
    return found


def amending_paper(by: str, day: date | None) -> tuple[Document, date]:
    """The paper that changes a plan, and from when.

    Raises:
        UsageError: it is not there, or no day of it is known.
    """
    cited = cite(by)
    if isinstance(cited, Message):
        raise UsageError(cited.code.replace("list.", "plan."), **dict(cited.params))
    if cited.paper is None:
        raise UsageError("plan.no_paper", value=by)
    since = day or cited.paper.said_on
    if since is None:
        raise UsageError("plan.no_day", slug=cited.paper.slug)
    return cited.paper, since


def numbers_holding(plan: Plan) -> int:
    """How many numbered targets a plan has now, components counted with their whole."""
    rows = holding(plan.targets.all()).values_list("whole", "number")
    return len({whole or number for whole, number in rows})


class _Writer:
    """Writes a list into a plan: by a paper, which changes what is there, or as the list that was entered, mended."""

    def __init__(self, today: date, plan: Plan, amending: tuple[Document, date] | None) -> None:
        self._plan, self._amending, self._today = plan, amending, today
        held = holding(plan.targets.all()) if plan.pk is not None else []
        self._known = {row.number: row for row in held}

    def write(self, entries: Sequence[Entry]) -> PlanChanged:
        counts = {"added": 0, "changed": 0, "kept": 0}
        for position, entry in enumerate(entries):
            counts[self._one(entry, position)] += 1
        gone = self.without({entry.number for entry in entries}) if self._amending is None else []
        for row in gone:
            row.delete()
        return PlanChanged(slug=self._plan.slug, removed=len(gone), holding=numbers_holding(self._plan), **counts)

    def outcome(self, entry: Entry, position: int) -> str:
        """What would become of a row."""
        old = self._known.get(entry.number)
        if old is None:
            return "added"
        if self._same(old, self._row(entry, position)):
            return "kept"
        if self._amending is not None:
            check_later(old, self._amending[1])
        return "changed"

    def without(self, numbers: set[str]) -> list[Target]:
        """Those that hold and have none of some numbers."""
        return [row for number, row in self._known.items() if number not in numbers]

    def _one(self, entry: Entry, position: int) -> str:
        old = self._known.get(entry.number)
        new = self._row(entry, position)
        if old is not None and self._same(old, new):
            if old.position != position and self._amending is None:
                old.position = position
                old.save(update_fields=["position"])
            return "kept"
        if self._amending is not None:
            amend(old, new, *self._amending)
        elif old is not None:
            new.since, new.replaces_id = old.since, old.replaces_id
            old.delete()
        new.save()
        return "added" if old is None else "changed"

    def _same(self, old: Target, new: Target) -> bool:
        """Whether a row asks for the same; a list that was mended may mend where it is taken from too."""
        cited = self._amending is not None or (
            (old.cited_paper_id, old.cited_person) == (new.cited_paper_id, new.cited_person)
        )
        return cited and _content(old) == _content(new)

    def _row(self, entry: Entry, position: int) -> Target:
        cited = cite(entry.cited)
        if isinstance(cited, Message):
            raise UsageError(cited.code, file="", row=entry.row or entry.number, **dict(cited.params))
        fields = {name: getattr(entry, name) for name in _COPIED}
        return Target(
            plan_id=self._plan.pk,
            position=position,
            value=entry.value.quantize(SIX),
            value_high=entry.value_high.quantize(SIX) if entry.value_high is not None else None,
            cited_paper=cited.paper,
            cited_person=cited.person,
            entered_on=self._today,
            **fields,
        )


_COPIED = (
    "number", "whole", "name", "indicator", "measure", "unit", "comparator", "period", "price_basis", "each_year",
    "body",
)  # fmt: skip


def amend(old: Target | None, new: Target, paper: Document, day: date) -> None:
    """What a paper changes or adds is taken from that paper."""
    new.since, new.cited_paper, new.cited_person = day, paper, ""
    if old is not None:
        check_later(old, day)
        old.until, old.ended_by = day, paper
        old.save()
        new.replaces, new.position = old, old.position


def check_later(old: Target, day: date) -> None:
    """Refuse a day on which a target did not hold yet.

    Raises:
        UsageError: it is not after the first day of the target.
    """
    if old.since is not None and day <= old.since:
        raise UsageError("plan.too_early", number=old.number, day=written_day(day))


def _content(row: Target) -> tuple[object, ...]:
    own = tuple(getattr(row, name) for name in _COPIED)
    return (*own, row.value, row.value_high)


def _columns(identity: PlanIdentity, title: str, period: Period) -> dict[str, str]:
    area = identity.area or ""
    return {"kind": identity.kind, "title": title[:400], "area": catalogue.area(area).slug, "period": str(period)}
