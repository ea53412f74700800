"""Figures: every quantity of the text with what it is said of, its role, its time and its place."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import NamedTuple

from camket import catalogue
from camket.extract.attributes import last_plan, plan_of, price_basis_of, vintage_of
from camket.extract.clause import Slot, slots
from camket.extract.echo import settle_repeats, settle_reported_year
from camket.extract.link import Link, link, subject_of, twin
from camket.extract.measure import Reckoned, measure_of
from camket.extract.place import place
from camket.extract.roles import Ruling, counted_role, in_parentheses, role_of, timely
from camket.extract.scene import Scene
from camket.extract.section import Section, find_sections, section_at
from camket.extract.timing import Carry, Timing, base_time, couples, opening_time, own_time, timing
from camket.extract.where import area_before, compared_area, topic_area
from camket.grammar.engine import Reading
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.model.fact import Figure
from camket.model.message import Message, message
from camket.rules.period.item import When
from camket.rules.quantity.item import Quantity

_ORDINARY = re.compile(
    r"(?:lần thứ|khóa|kỳ họp thứ|điều|khoản|điểm|mục|phụ lục|chương|số|khu vực|quận|tổ|đợt|loại"
    r"|tuyến|đường|quốc lộ|tỉnh lộ|vành đai|giai đoạn)\s*$"
)
_LIST_GOES_ON = re.compile(r"(?:cùng với đó|bên cạnh đó|đồng thời|ngoài ra|trong đó|cụ thể|theo đó|riêng)")


class _State(NamedTuple):
    """What is handed from sentence to sentence."""

    carry: Carry = Carry()
    ruling: Ruling | None = None
    link: Link | None = None
    paragraph: int = -1
    plan: str | None = None
    area: str | None = None


def find_figures(reading: Reading, scene: Scene) -> tuple[Figure, ...]:
    """All figures in the order of the text."""
    found: list[Figure] = []
    state = _State()
    sections = find_sections(reading, scene.head.type)
    for sentence in reading.sentences:
        made = [one for one in reading.items("quantity", sentence.start, sentence.end) if _is_figure(reading, one)]
        if sentence.paragraph != state.paragraph and not _LIST_GOES_ON.match(reading.low, sentence.start):
            state = state._replace(ruling=None)
        if sentence.paragraph != state.paragraph:
            state = state._replace(plan=None, area=None)
        state = state._replace(area=topic_area(reading, sentence, scene) or state.area)
        state = state._replace(plan=last_plan(reading, sentence.start, sentence.end) or state.plan)
        if not made:
            subject = subject_of(reading, sentence) or state.link
            state = state._replace(carry=_passed(reading, sentence, state), link=subject, paragraph=sentence.paragraph)
            continue
        if sentence.paragraph != state.paragraph:
            state = state._replace(carry=_at_paragraph(state.carry, section_at(sections, sentence), scene))
        figures, state = _sentence(reading, sentence, made, scene, state, section_at(sections, sentence))
        found.extend(figures)
    return tuple(settle_reported_year(settle_repeats(found)))


def _at_paragraph(carry: Carry, section: Section, scene: Scene) -> Carry:
    """What a paragraph starts with: the time of its section or of a report's title, else what goes over to it."""
    when = section.when or scene.reported
    return carry.to_next_paragraph() if when is None else Carry(when, 0, None, of_figure=False)


def _passed(reading: Reading, sentence: Sentence, state: _State) -> Carry:
    """What a sentence without figures hands on: the time that it opens with or alone names, else what it was handed."""
    carry = state.carry if sentence.paragraph == state.paragraph else state.carry.to_next_paragraph()
    opened = opening_time(reading, sentence)
    return carry.older() if opened is None else Carry(opened, 0, carry.pair, of_figure=False)


def _is_figure(reading: Reading, one: Made) -> bool:
    """Neither part of a date, a paper's name or a tally, nor an ordinal."""
    if any(reading.overlapping(kind, one.start, one.end) for kind in ("period", "reference", "tally")):
        return False
    return not _ORDINARY.search(reading.low, max(0, one.start - 14), one.start)


def _sentence(
    reading: Reading, sentence: Sentence, made: list[Made], scene: Scene, state: _State, section: Section
) -> tuple[list[Figure], _State]:
    """The figures of one sentence and what it hands on."""
    figures: list[Figure] = []
    before: Link | None = None
    ruling: Ruling | None = None
    handed_on: Ruling | None = None
    places = slots(reading, sentence, made)
    whens = _whens(reading, places, state.carry.pair)
    for slot, own in zip(places, whens, strict=True):
        linked = link(reading, slot, before, state.link)
        fresh_time = bool(reading.items("period", slot.left, slot.start))
        chained = before is not None and linked.indicator == before.indicator and not fresh_time
        before = linked
        own_ruling = role_of(reading, slot, ruling, state.ruling, scene, chained=chained, section=section.role)
        own_ruling = timely(own_ruling, own, scene)
        if not in_parentheses(reading, slot):
            ruling = own_ruling
            handed_on = handed_on or ruling
        compared = compared_area(reading, slot, scene)
        role = "benchmark" if compared else own_ruling.role
        when = timing(own, role, slot.quantity, scene, state.carry, base_time(reading, slot, scene))
        area = compared or area_before(reading, slot, scene) or state.area or scene.area
        said = own_ruling._replace(role=role)
        around = _Around(said, when, area, scene, state.plan)
        figures.append(_figure(reading, slot, linked, around))
        other = twin(reading, slot, linked)
        if other is not None:
            figures.append(_figure(reading, slot, other, around))
        if when.when is not None:
            state = state._replace(carry=Carry(when.when, 0, state.carry.pair))
    pair = _pair(reading, places, whens) or state.carry.pair
    return figures, _State(
        state.carry._replace(pair=pair), handed_on, before, sentence.paragraph, state.plan, state.area
    )


def _whens(reading: Reading, places: list[Slot], pair: tuple[When, When] | None) -> list[When | None]:
    """The own time of each slot; `từ A lên B` without times takes those of the pair before it."""
    whens = [own_time(reading, slot) for slot in places]
    for number in couples(reading, places):
        stated = reading.items("period", places[number].left, places[number + 1].right)
        if pair is not None and not stated:
            whens[number], whens[number + 1] = pair
    return whens


def _pair(reading: Reading, places: list[Slot], whens: list[When | None]) -> tuple[When, When] | None:
    for number in couples(reading, places):
        first, second = whens[number], whens[number + 1]
        if first is not None and second is not None and first != second:
            return first, second
    return None


class _Around(NamedTuple):
    """What was settled of a figure besides its indicator."""

    ruling: Ruling
    when: Timing
    area: str | None
    scene: Scene
    plan: str | None


def _figure(reading: Reading, slot: Slot, linked: Link, around: _Around) -> Figure:
    ruling, when, area = around.ruling, around.when, around.area
    quantity = slot.quantity
    reckoned = measure_of(reading, slot, linked.indicator, compared=ruling.role == "benchmark")
    spot = place(reading, slot.start, slot.end)
    named = place(reading, linked.start, linked.end)
    role = counted_role(slot, ruling.role)
    return Figure(
        start=spot.start,
        end=spot.end,
        quote=spot.quote,
        rule=slot.made.rule,
        confidence=_confidence(linked, ruling, when, area),
        reasons=_reasons(linked, ruling, when),
        indicator=_settled(linked.indicator, reckoned, quantity),
        indicator_text=named.quote or None,
        value=_signed(quantity.value, reckoned),
        value_high=None if quantity.high is None else _signed(quantity.high, reckoned),
        unit=guide_unit(reckoned.unit or quantity.unit),
        comparator=quantity.comparator,
        measure=reckoned.measure,
        role=role,
        period=when.period,
        period_stated=when.stated and when.period is not None,
        base_period=when.base if reckoned.measure in ("growth", "change") else None,
        area=area,
        scenario=ruling.scenario,
        plan=plan_of(reading, slot, role, reckoned.measure, around.scene, around.plan),
        price_basis=price_basis_of(reading, slot),
        vintage=vintage_of(reading, slot),
    )


def _signed(value: Decimal, reckoned: Reckoned) -> Decimal:
    shifted = value + reckoned.shift
    return -shifted if reckoned.sign < 0 < shifted else shifted


def _settled(indicator: str, reckoned: Reckoned, quantity: Quantity) -> str:
    """The id as the guide writes it.

    `tăng trưởng` with no other noun is the growth of the economy; what the catalogue knows beyond the guide's list is
    an `other:`.
    """
    if indicator == "growth_overall" and reckoned.measure == "growth" and quantity.unit == "percent":
        return "grdp"
    if not indicator.startswith("other:") and not catalogue.indicator(indicator).in_guide:
        return f"other:{indicator}"
    return indicator


_GUIDE_UNITS = frozenset(
    (
        "VND",
        "USD",
        "percent",
        "percentage_point",
        "rank",
        "count",
        "ha",
        "km",
        "tonne",
        "score",
        "person",
        "household",
        "years",
    )
)


def guide_unit(unit: str) -> str:
    """The unit as the guide writes it: those beyond its list are an `other:`."""
    return unit if unit in _GUIDE_UNITS or unit.startswith("other:") else f"other:{unit}"


_LINK_WEIGHTS = {
    "carried": 0.6,
    "topic": 0.75,
    "before": 0.95,
    "counted": 0.9,
    "after": 0.8,
    "chain": 0.85,
    "earlier": 0.6,
    "growth_word": 0.8,
    "own_words": 0.5,
}
_ROLE_WEIGHTS = {
    "clause": 0.95,
    "head": 0.95,
    "after": 0.85,
    "list": 0.9,
    "carried": 0.8,
    "ahead": 0.8,
    "past": 0.8,
    "section": 0.9,
    "default": 0.85,
}
_TIME_WEIGHTS = {"stated": 0.95, "topic": 0.8, "default": 0.5}


def _confidence(linked: Link, ruling: Ruling, when: Timing, area: str | None) -> float:
    """How far the words themselves settle what the figure is; the weakest link counts most."""
    weights = (_LINK_WEIGHTS[linked.how], _ROLE_WEIGHTS[ruling.how], _TIME_WEIGHTS[when.how])
    spread = math.sqrt(math.prod(weights))
    return round(min(*weights, spread) * (1.0 if area else 0.7), 2)


def _reasons(linked: Link, ruling: Ruling, when: Timing) -> tuple[Message, ...]:
    reasons = [
        message(f"reason.indicator.{linked.how}", indicator=linked.indicator),
        message(f"reason.role.{ruling.how}", role=ruling.role),
        message(f"reason.period.{when.how}", period=when.period or "-"),
    ]
    if linked.rivals:
        reasons.append(message("reason.indicator.rivals", indicators=", ".join(linked.rivals)))
    return tuple(reasons)
