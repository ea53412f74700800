"""Find the plans that papers speak of, and the targets and tallies of each.

One plan is mentioned in many wordings (`Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2015-2020`, `Nghị quyết Đại hội lần
thứ XIX`): its identity is the area with the number or the term of the congress, the area with the year, or the name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from camket import catalogue
from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.fact import Figure, Tally
from camket.model.interval import Interval
from camket.model.period import TERM_YEARS, Period, parse_period, year_of
from camket.model.plan import Giver, PlacedTally, Plan, PlanKind, Target
from camket.model.series import OTHER, Statement
from camket.resolve.areas import find_area, form_on
from camket.resolve.givers import giver_of, is_change, says_change
from camket.resolve.naming import PlanName, read_name, to_roman
from camket.resolve.placing import document_day
from camket.resolve.series import source_of, statements_of

_OF_TARGETS = ("chỉ tiêu", "mục tiêu")
_PRINTED = 1000  # votes: more than any folder has sentences about one congress
_AFTER = 60
_CLAUSE_END = expression(r"[;.,\n]")


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place that speaks of a plan, with the target or the tally that it gives to it."""

    kind: PlanKind
    area: str
    number: int | None = None
    period: Period | None = None
    label: str
    named: bool
    target: Statement | None = None
    giver: Giver = ""
    changes: bool = False
    tally: PlacedTally | None = None


def plans_of(extractions: Iterable[Extraction]) -> tuple[Plan, ...]:
    """All plans with their targets and tallies, by id. The order of the documents does not matter."""
    mentions = [mention for extraction in extractions for mention in _mentions(extraction)]
    terms = _terms(mentions)
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.number is not None:
            term = terms.get((mention.area, mention.number))
            mention = msgspec.structs.replace(mention, period=term)
        groups.setdefault(_id(mention), []).append(mention)
    return tuple(_plan(id_, groups[id_]) for id_ in sorted(groups))


def is_of_targets(tally: Tally) -> bool:
    """Whether a tally counts targets: `chỉ tiêu`, `mục tiêu`; not programmes, people or votes."""
    return any(word in fold(f"{tally.quote} {tally.of or ''}") for word in _OF_TARGETS)


def _mentions(extraction: Extraction) -> Iterator[Mention]:
    document = extraction.document
    for statement in statements_of(extraction):
        if statement.figure.role == "target":
            mention = _mention(statement.figure, document)
            if mention is not None:
                figure = statement.figure
                giver, changes = giver_of(figure, document), is_change(figure, document)
                yield msgspec.structs.replace(mention, target=statement, giver=giver, changes=changes)
    for tally in extraction.tallies:
        if tally.plan or is_of_targets(tally):
            mention = _mention(tally, document)
            if mention is not None:
                source = source_of(tally, document)
                after = _CLAUSE_END.split(document.text[tally.end : tally.end + _AFTER], maxsplit=1)[0]
                placed = PlacedTally(tally=tally, source=source, after=after)
                yield msgspec.structs.replace(mention, tally=placed)


def _mention(fact: Figure | Tally, document: Document) -> Mention | None:
    """The plan that a fact belongs to; None where neither words nor time tell."""
    period = parse_period(fact.placed_period or "")
    text = fact.plan or (_own_plan(document, period) if isinstance(fact, Figure) else None)
    name = read_name(text) if text else PlanName(None)
    label = text or ""
    match name.kind:
        case "congress":
            term = name.period or _term(period, numbered=name.number is not None)
            if name.number is not None or term is not None:
                return _in("congress", fact, document, term, label, number=name.number, named=name.area)
        case "emulation" | "programme" as kind:
            return _in(kind, fact, document, name.period or _year(period, document), label)
    if period is not None and period.is_term:
        return _in("congress", fact, document, period, label)
    year = name.period or _year(period, document)
    if year is not None:
        return _in("yearly", fact, document, year, label)
    if period is None and isinstance(fact, Figure) and fact.counts_for.startswith(OTHER):
        return None  # sums asked for or planned somewhere: without a plan and a time there is nothing to hold them to
    return _in("horizon", fact, document, due_only(period), label)


def _own_plan(document: Document, period: Period | None) -> str | None:
    """The plan that a document is itself: a resolution of a congress holds what reaches to the end of its term."""
    head = document.head
    if head.title is None:
        return None
    name = read_name(head.title)
    if name.kind == "congress" and (head.type in ("resolution", "plan") or head.event == "congress"):
        within = name.period is None or period is None or period.last.year == name.period.last.year or period.is_term
        return head.title if within else None
    of_year = period is not None and period.is_year and name.period in (None, period)
    return head.title if name.kind == "emulation" and of_year else None


def _term(period: Period | None, *, numbered: bool) -> Period | None:
    """The congress term of what a congress asks for: itself where it is one, else the term that ends in its last year.

    Terms end in years that end in 0 or 5: `2026/2030` and `by:2030-12` are of `2025/2030`, a year between is of none.
    The number of a congress tells more than such a guess.
    """
    if period is None or period.is_term or numbered or period.relation == "at":
        return period if period is not None and period.is_term else None
    last = period.last.year
    short = period.first is None or period.first.year > last - TERM_YEARS
    return parse_period(f"{last - TERM_YEARS:04}/{last:04}") if last % TERM_YEARS == 0 and short else None


def _year(period: Period | None, document: Document) -> Period | None:
    """The year of a yearly plan: a period within one year, or a deadline within the year of the paper."""
    if period is None:
        return None
    day = document_day(document.head)
    if period.first is None:
        return year_of(period.last.year) if day is not None and day.year == period.last.year else None
    return year_of(period.last.year) if period.first.year == period.last.year else None


def due_only(period: Period | None) -> Period | None:
    """What a plan of neither a year nor a congress is known by: the year in which it ends."""
    return parse_period(f"by:{period.last.year:04}") if period is not None else None


def _in(
    kind: PlanKind,
    fact: Figure | Tally,
    document: Document,
    period: Period | None,
    label: str,
    *,
    number: int | None = None,
    named: str | None = None,
) -> Mention:
    area = _area(fact, document, period if kind == "congress" else None, named)
    return Mention(
        kind=kind,
        area=at_opening(area, kind, period),
        number=number,
        period=period,
        label=label,
        named=bool(fact.plan) or document.head.type in ("resolution", "plan"),
    )


def at_opening(area: str, kind: PlanKind, period: Period | None) -> str:
    """The area of a plan as it stood when the plan began.

    The plan of the province for 2026 is the one that the city, which it became in that year, reports on.
    """
    opened = period.first if period is not None and kind in ("yearly", "emulation") else None
    return form_on(area, opened) if opened is not None else area


def _area(fact: Figure | Tally, document: Document, term: Period | None, named: str | None) -> str:
    """Slug of the area of a plan; a congress is that of the area as it stood in the first year of its term."""
    placed = fact.resolved.area if fact.resolved is not None else None
    name = named or _area_name(fact, document)
    if name is None:
        return placed or ""
    if term is None and named is None:
        return placed or name
    opened = year_of(term.first.year) if term is not None and term.first is not None else None
    about = opened or parse_period(fact.placed_period or "")
    return find_area(name, about, document_day(document.head)).slug or placed or name


def _area_name(fact: Figure | Tally, document: Document) -> str | None:
    """The place of a fact by its words, unless a person gave it to another."""
    placed = fact.resolved.area if fact.resolved is not None else None
    if placed is None:
        return fact.area
    period = parse_period(fact.placed_period or "")
    by_words = find_area(fact.area, period, document_day(document.head)).slug if fact.area else None
    return fact.area if by_words == placed else catalogue.area(placed).name


def _terms(mentions: Sequence[Mention]) -> dict[tuple[str, int], Period]:
    """The term of each numbered congress. A number has one term and a term one number, in one area.

    The wording that prints both decides before the time of a sentence, which may be that of the congress to come; what
    is said more often comes before what is said less, and of equals the earlier term.
    """
    votes: Counter[tuple[str, int, str]] = Counter()
    for mention in mentions:
        if mention.kind == "congress" and mention.number is not None and mention.period is not None:
            printed = read_name(mention.label).period is not None
            votes[mention.area, mention.number, str(mention.period)] += _PRINTED if printed else 1
    terms: dict[tuple[str, int], Period] = {}
    taken: set[tuple[str, str]] = set()
    for area, number, text in sorted(votes, key=lambda key: (-votes[key], key)):
        term = parse_period(text)
        if term is not None and (area, number) not in terms and (area, text) not in taken:
            terms[area, number] = term
            taken.add((area, text))
    unknown = {(each.area, each.number) for each in mentions if each.number is not None} - terms.keys()
    return terms | {key: term for key in unknown if (term := _counted(*key, terms)) is not None}


def _counted(area: str, number: int, terms: Mapping[tuple[str, int], Period]) -> Period | None:
    """The term of a congress counted from the nearest one whose term is known: they are held every five years."""
    known = [other for where, other in terms if where == area]
    if not known:
        return None
    nearest = min(known, key=lambda other: (abs(other - number), other))
    shift = TERM_YEARS * (number - nearest)
    year = terms[area, nearest].last.year + shift
    return parse_period(f"{year - TERM_YEARS:04}/{year:04}")


def _id(mention: Mention) -> str:
    if mention.kind == "programme" or mention.period is not None:
        return plan_id(mention.kind, mention.area, mention.period, mention.label)
    number = to_roman(mention.number) if mention.number is not None else "undated"
    return f"{_slug(mention.area) or '-'}/{mention.kind}/{number}"


def plan_id(kind: PlanKind, area: str, period: Period | None, label: str) -> str:
    """The id of a plan: a programme is known by its name, every other by its kind and what it runs over."""
    if kind == "programme":
        return f"{_slug(area) or '-'}/programme/{_slug(label)}"
    return f"{_slug(area) or '-'}/{kind}/{str(period).replace('/', '-').removeprefix('by:')}"


def _slug(text: str) -> str:
    return "-".join(plain(text).split())


def _plan(id_: str, mentions: list[Mention]) -> Plan:
    first = mentions[0]
    names = sorted({mention.label for mention in mentions if mention.named and mention.label})
    period = min((mention.period for mention in mentions if mention.period), key=str, default=None)
    tallies = [mention.tally for mention in mentions if mention.tally is not None]
    return Plan(
        id=id_,
        kind=first.kind,
        title=max(names, key=lambda name: (not says_change(name), len(name), name), default=""),
        names=tuple(names),
        area=first.area,
        period=period,
        congress=min((mention.number for mention in mentions if mention.number is not None), default=None),
        targets=_targets([mention for mention in mentions if mention.target is not None], period),
        tallies=tuple(sorted(tallies, key=lambda each: (each.source.published or date.min, each.tally.id))),
    )


def _targets(mentions: list[Mention], plan_period: Period | None) -> tuple[Target, ...]:
    """The targets, the same one said twice made one: same series, same due, same bound."""
    groups: dict[str, list[Mention]] = {}
    said = [(mention.target, mention) for mention in mentions if mention.target is not None]
    for statement, mention in sorted(said, key=lambda each: _first_said(each[0])):
        period = statement.period or plan_period
        groups.setdefault(target_key(statement, period), []).append(mention)
    return tuple(_target(group, plan_period) for group in groups.values())


def target_key(statement: Statement, period: Period | None) -> str:
    """What two mentions of one target have in common: series, due and bound."""
    figure = statement.figure
    series = statement.series or (figure.counts_for, figure.measure, figure.unit, fold(figure.area or ""))
    due = period.last if period is not None else None
    spread = period is not None and len(period.years()) > 1
    return repr((series, due, spread, figure.comparator, _ends(statement.interval)))


def _ends(interval: Interval) -> tuple[object, ...]:
    """An interval however its numbers were written: `8` and `8,0` end alike."""
    ends = (end.normalize() if end is not None else None for end in (interval.low, interval.high))
    return (*ends, interval.low_closed, interval.high_closed)


def _target(group: list[Mention], plan_period: Period | None) -> Target:
    first, *repeats = [mention.target for mention in group if mention.target is not None]
    period = first.period or plan_period
    return Target(
        statement=first,
        repeats=tuple(statement.id for statement in repeats),
        bound=first.interval,
        due=period.last if period is not None else None,
        period=period,
        giver=next((mention.giver for mention in group if mention.giver), ""),
        changes=any(mention.changes for mention in group),
    )


def _first_said(statement: Statement) -> tuple[date, str, int, str]:
    source = statement.source
    return (source.published or date.max, source.document, source.start or 0, statement.id)
