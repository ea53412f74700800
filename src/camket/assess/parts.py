"""A total beside its parts: in one sentence, among indicators of one paper, and in a list of targets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from camket import catalogue
from camket.assess.likely import misprint
from camket.assess.readings import FLOW_UNITS
from camket.assess.shares import fits
from camket.assess.thresholds import THRESHOLDS
from camket.grammar.fold import fold
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.model.identity import Identity
from camket.model.interval import Interval, exactly
from camket.model.message import message
from camket.model.plan import Plan, Target
from camket.model.scoreboard import Difference, DifferenceLine, Likely, Verdict, numbers_beside
from camket.model.series import OTHER, Source, Statement
from camket.resolve.placing import figure_interval
from camket.resolve.series import source_of
from camket.rules.numeral.item import show

_ZERO, _WHOLE = Decimal(0), Decimal(100)
_ALL_PARTS = re.compile(r"(?<!\w)(?:gồm|bao gồm|chia ra|cộng|tổng của)(?!\w)|=")
_SOME_PARTS = re.compile(r"(?<!\w)(?:trong đó|trong số đó|cụ thể)(?!\w)|:")
_SENTENCE = re.compile(r"[;\n]|\.(?= |$)")
_LEAST, _ONE_OF_EACH = 2, 3
Found = tuple[Verdict, DifferenceLine]


def differences(extractions: Iterable[Extraction], statements: Iterable[Statement]) -> Iterator[Found]:
    """Totals that their parts do not make: within a sentence, then between indicators of one paper."""
    for extraction in extractions:
        for sentence in sentences(extraction):
            yield from _in_sentence(sentence, extraction.document)
            yield from _share_of_its_plan(sentence, extraction.document)
    yield from _by_identity(statements)


def target_parts(plan: Plan) -> Iterator[Found]:
    """Numbered targets whose components do not add up to them, of what adds up."""
    components: dict[str, list[Target]] = {}
    for target in plan.targets:
        if target.whole and not target.is_gone:
            components.setdefault(target.whole, []).append(target)
    for target in plan.targets:
        parts = components.get(target.number, []) if target.number and not target.is_gone else []
        if len(parts) >= _LEAST and all(_adds_up(part, target) for part in parts):
            total = target.statement.interval
            if not _sum([part.statement.interval for part in parts]).meets(total):
                told = [target.statement, *(part.statement for part in parts)]
                yield "contradicting", _line([(each.figure, each.source) for each in told], "assess.target_parts")


def sentences(extraction: Extraction) -> Iterator[list[Figure]]:
    """The figures of a document, those of one sentence together, in their order."""
    text, held = extraction.document.text, list[Figure]()
    for figure in sorted(extraction.figures, key=lambda each: each.start):
        if held and _SENTENCE.search(text, held[-1].end, figure.start):
            yield held
            held = []
        held.append(figure)
    if held:
        yield held


def _adds_up(part: Target, whole: Target) -> bool:
    one, other = part.statement.figure, whole.statement.figure
    return (one.unit, one.measure, part.due) == (other.unit, other.measure, whole.due) and (
        one.unit in FLOW_UNITS and one.measure == "level"
    )


def _in_sentence(figures: Sequence[Figure], document: Document) -> Iterator[Found]:
    """`9.831 nhiệm vụ, trong đó ...`: parts that are all parts must make the total; of some, a near miss is told."""
    for place, total in enumerate(figures[:-_LEAST]):
        between = fold(document.text[total.end : figures[place + 1].start])
        every = _ALL_PARTS.search(between) is not None
        if not every and _SOME_PARTS.search(between) is None:
            continue
        parts = [each for each in figures[place + 1 :] if _is_part(each, total)]
        if len(parts) < _LEAST or any(part.value >= total.value for part in parts):
            continue
        repairs = _repairs(total, parts, figures)
        gap = abs(sum((part.value for part in parts), _ZERO) - total.value)
        near = bool(repairs) and gap <= total.value * THRESHOLDS.parts_gap
        apart = not _sum([figure_interval(part) for part in parts]).meets(figure_interval(total))
        if apart and (every or near):
            told = [(each, source_of(each, document)) for each in (total, *parts)]
            yield "contradicting", _line(told, "assess.parts", repairs)
        return


def _share_of_its_plan(figures: Sequence[Figure], document: Document) -> Iterator[Found]:
    """`đạt 4.200 tỷ đồng, bằng 84% dự toán (5.000 tỷ đồng)`: one result, one plan and one share of one thing."""
    by_indicator: dict[str, list[Figure]] = {}
    for figure in figures:
        by_indicator.setdefault(figure.counts_for, []).append(figure)
    for own in by_indicator.values():
        levels = [each for each in own if each.measure == "level" and each.comparator == "eq" and each.value > 0]
        results = [each for each in levels if each.role != "target"]
        times = {None, *(each.period for each in results)}
        plans = [each for each in levels if each.role == "target" and each.period in times]
        shares = [each for each in own if each.measure == "share_of_plan"]
        if len(own) != _ONE_OF_EACH or not len(results) == len(plans) == len(shares) == 1:
            continue
        (result,), (plan,), (share,) = results, plans, shares
        if result.unit != plan.unit or share.comparator != "eq" or share.value_high is not None:
            continue
        if not _ratio(figure_interval(result), figure_interval(plan)).meets(figure_interval(share)):
            told = [(each, source_of(each, document)) for each in (share, result, plan)]
            yield "contradicting", _line(told, "assess.share_of_plan_apart", kind="share")


def _ratio(result: Interval, plan: Interval) -> Interval:
    """All that a share in percent can be, ends included."""
    low = None if result.low is None or not plan.high else result.low / plan.high * _WHOLE
    high = None if result.high is None or not plan.low else result.high / plan.low * _WHOLE
    return Interval(low=low, high=high)


def _is_part(part: Figure, total: Figure) -> bool:
    same = (part.unit, part.measure, part.period, part.role) == (total.unit, total.measure, total.period, total.role)
    return same and part.comparator == "eq" and part.measure == "level"


def _repairs(total: Figure, parts: Sequence[Figure], figures: Sequence[Figure]) -> tuple[Likely, ...]:
    """The single misprints that would explain the gap; first those that a share printed beside bears out."""
    gap = total.value - sum((part.value for part in parts), _ZERO)
    shares = [each for each in figures if each.unit == "percent"]
    found = []
    for figure, right in ((total, total.value - gap), *((part, part.value + gap) for part in parts)):
        kind = misprint(figure.value, right)
        if kind is None or right <= 0:
            continue
        whole = right if figure is total else total.value
        borne_out = [share for share in shares if figure is not total and fits(share.quote, right, whole) is not None]
        said = {
            "first": show(figure.value),
            "last": show(right),
            "share": show(borne_out[0].value) if borne_out else "",
        }
        code = "assess.likely.repair_by_share" if borne_out else "assess.likely.repair"
        other = parts[0].id if figure is total else total.id
        found.append((not borne_out, Likely(kind=kind, statements=(figure.id, other), reason=message(code, **said))))
    return tuple(likely for _, likely in sorted(found, key=lambda each: each[0]))


def _by_identity(statements: Iterable[Statement]) -> Iterator[Found]:
    """Totals and parts by the identities of the catalogue, each within one paper, area, time and price basis."""
    groups: dict[tuple[object, ...], dict[str, Statement]] = {}
    known = _of_identities()
    for each in statements:
        series = each.series
        if series is None or series.indicator not in known or each.period is None or not each.is_actual:
            continue
        where = (each.source.document, series.area, series.price_basis, series.unit, series.measure, series.breakdown)
        when = (each.period.first or each.period.last, each.period.last, each.figure.role)
        groups.setdefault((*where, *when), {}).setdefault(series.indicator, each)
    for group in groups.values():
        found = [_held(identity, group) for identity in catalogue.load_identities() if len(group) > 1]
        broken = [line for line in found if line is not None]
        for line in broken:
            if not any(set(line.statements) < set(other.statements) for other in broken):
                yield "contradicting", line


@cache
def _of_identities() -> frozenset[str]:
    known = catalogue.load_identities()
    return frozenset(name for each in known for name in (each.total, *each.plus, *each.minus) if name is not None)


def _held(identity: Identity, group: dict[str, Statement]) -> DifferenceLine | None:
    """A line where the identity does not hold; None where it does, or where one of its indicators is not known."""
    plus = [group[name] for name in identity.plus if name in group]
    minus = [group[name] for name in identity.minus if name in group]
    total = group.get(identity.total) if identity.total is not None else None
    complete = len(plus) == len(identity.plus) and len(minus) == len(identity.minus)
    if not complete or (identity.total is not None and total is None) or plus[0].figure.measure != identity.measure:
        return None
    made = _sum([each.interval for each in plus], [each.interval for each in minus])
    asked = total.interval if total is not None else exactly(_WHOLE)
    if made.meets(asked) or (identity.open and not _above(made, asked)):
        return None
    told = [*([total] if total is not None else []), *plus, *minus]
    return _line([(each.figure, each.source) for each in told], "assess.identity")


def _above(one: Interval, other: Interval) -> bool:
    return one.low is not None and other.high is not None and one.low >= other.high


def _sum(plus: Sequence[Interval], minus: Sequence[Interval] = ()) -> Interval:
    """All that a sum can be, ends included: `meets` then errs on the side of agreement."""
    lows = [each.low for each in plus] + [None if each.high is None else -each.high for each in minus]
    highs = [each.high for each in plus] + [None if each.low is None else -each.low for each in minus]
    low = sum((end for end in lows if end is not None), _ZERO) if None not in lows else None
    high = sum((end for end in highs if end is not None), _ZERO) if None not in highs else None
    return Interval(low=low, high=high)


def _line(
    told: Sequence[tuple[Figure, Source]], code: str, likely: tuple[Likely, ...] = (), kind: Difference = "parts"
) -> DifferenceLine:
    first = told[0][0]
    parts = [figure for figure, _ in told[1:]]
    return DifferenceLine(
        kind=kind,
        statements=tuple(figure.id for figure, _ in told),
        reason=message(
            code,
            indicator=_named(first),
            area=(first.resolved.area if first.resolved is not None else None) or first.area or "",
            period=first.placed_period or "",
            value=show(first.value),
            total=show(sum((figure.value for figure in parts), _ZERO)),
            values="; ".join(f"{show(figure.value)} ({source.name})" for figure, source in told),
        ),
        sources=tuple(source for _, source in told),
        numbers=numbers_beside(told),
        likely=likely,
        confidence=min(figure.confidence for figure, _ in told),
    )


def _named(figure: Figure) -> str:
    """The indicator; by the paper's own words where the catalogue has none."""
    known = figure.counts_for
    return figure.indicator_text or known if known.startswith(OTHER) else known
