"""For each attribute of a figure what else its sentence offers, and the rule by which that lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeVar

import msgspec

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.figures.parted import narrower_area
from camket.extract.figures.question import fits
from camket.extract.figures.timing import phrase
from camket.extract.figures.turned import topic_area
from camket.extract.figures.usable import is_base
from camket.extract.figures.where import area_before, compared_area
from camket.extract.lexicon import AREA, BODY, INDICATOR, WEAK_INDICATOR
from camket.extract.place import place
from camket.extract.scene import Scene, area_names
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.grammar.scan import Mark
from camket.model.fact import Figure
from camket.model.message import Message, message
from camket.rules.period.item import When
from camket.rules.role.item import RoleCue

Placed = TypeVar("Placed", Mark, Made)
Attribute = Literal["indicator", "period", "role", "area"]
_CONTEXT = "reason.period.default"
_OVERRULING = ("reason.role.ahead", "reason.role.past")
_APART = expression(r"[,;(]")
_IN_NUMBER = 12
"""How far behind a number a word can stand that is but its unit: `105% dự toán năm`."""


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """What else an attribute could have been, the words that offered it where they stand there, and why it lost."""

    what: str
    quote: str | None = None
    lost: Message


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """One attribute of a figure: what it is, the reasons for that, and the rivals."""

    attribute: Attribute
    chosen: str | None
    because: tuple[Message, ...]
    rivals: tuple[Rival, ...] = ()


class Asked(NamedTuple):
    """A figure with its slot, and where the numbers of its whole sentence stand, in order: figures and tallies."""

    reading: Reading
    scene: Scene
    figure: Figure
    slot: Slot
    numbers: Sequence[tuple[int, int]]

    def reasons(self, attribute: str) -> tuple[Message, ...]:
        """The figure's reasons that tell of an attribute."""
        return tuple(each for each in self.figure.reasons if f".{attribute}." in each.code)

    def quote(self, start: int, end: int) -> str:
        """The paper's words of a range of the folded text."""
        return place(self.reading, start, end).quote


def why(asked: Asked) -> tuple[Why, ...]:
    """Indicator, time, role and place of a figure, each with what it won against."""
    return (_indicator(asked), _period(asked), _role(asked), _area(asked))


def _by_place(asked: Asked, start: int, end: int) -> Message | None:
    """Why words that stand there are not the number's: another number is nearer, or they come after it."""
    slot = asked.slot
    if start >= slot.end:
        behind = [one for one in asked.numbers if one[0] >= end]
        if behind:
            return message("explain.lost.next_number", number=asked.quote(*behind[0]))
        between = [one for one in asked.numbers if slot.end <= one[0] and one[1] <= start]
        if not between:
            return message("explain.lost.after")
        return message("explain.lost.other_number", number=asked.quote(*between[-1]))
    nearer = [one for one in asked.numbers if end <= one[0] and one[1] <= slot.start]
    return message("explain.lost.other_number", number=asked.quote(*nearer[0])) if nearer else None


def _nearest_first(asked: Asked, placed: Sequence[Placed]) -> list[Placed]:
    """Marks or items, those nearest to the number first."""
    return sorted(placed, key=lambda one: min(abs(one.start - asked.slot.end), abs(asked.slot.start - one.end)))


def _indicator(asked: Asked) -> Why:
    told = asked.reasons("indicator")
    found = dict(told[0].params).get("indicator", asked.figure.indicator) if told else asked.figure.indicator
    because = tuple(each for each in told if each.code not in ("reason.indicator.near", "reason.indicator.rivals"))
    rivals = list(_named_rivals(asked, found))
    seen = {found, asked.figure.indicator, *(one.what for one in rivals)}
    near = [dict(each.params)["rivals"].split(", ") for each in told if each.code == "reason.indicator.near"]
    unsaid = [id_ for id_ in (near[0] if near else ()) if id_ not in seen]
    rivals += [Rival(what=id_, lost=message("explain.lost.unsaid")) for id_ in unsaid]
    return Why(attribute="indicator", chosen=asked.figure.indicator, because=because, rivals=tuple(rivals))


def _named_rivals(asked: Asked, found: str) -> Iterator[Rival]:
    """The other indicators that the sentence names, by a full name or a general word."""
    reading, sentence = asked.reading, asked.slot.sentence
    seen = {found, asked.figure.indicator.removeprefix("other:")}
    for kind in (INDICATOR, WEAK_INDICATOR):
        for mark in _nearest_first(asked, reading.marked(kind, sentence.start, sentence.end)):
            if mark.value in seen:
                continue
            seen.add(mark.value)
            lost = None if fits(mark.value, asked.slot.quantity.unit) else message("explain.lost.unit")
            lost = lost or _by_place(asked, mark.start, mark.end)
            lost = lost or _out_of_range(asked, mark.value)
            lost = lost or message("explain.lost.general" if kind == WEAK_INDICATOR else "explain.lost.farther")
            yield Rival(what=mark.value, quote=asked.quote(mark.start, mark.end), lost=lost)


def _out_of_range(asked: Asked, indicator: str) -> Message | None:
    """Why an indicator is not meant whose figures of this unit and measure are of another size."""
    figure = asked.figure
    ranges = [
        one
        for one in catalogue.indicator(indicator).plausible
        if (one.unit, one.measure) == (figure.unit, figure.measure) and one.per != "month"
    ]
    inside = any(one.low <= figure.value <= one.high for one in ranges)
    return message("explain.lost.range") if ranges and not inside else None


def _period(asked: Asked) -> Why:
    figure, scene = asked.figure, asked.scene
    rivals = list(_times(asked))
    reported = phrase(scene.reported, figure.role, scene) if scene.reported is not None else None
    if figure.period_stated and reported not in (None, figure.period, *(one.what for one in rivals)):
        rivals.append(Rival(what=str(reported), lost=message("explain.lost.paper")))
    because = tuple(each if each.code != _CONTEXT else _as_settled(figure) for each in asked.reasons("period"))
    return Why(attribute="period", chosen=figure.period, because=because, rivals=tuple(rivals))


def _as_settled(figure: Figure) -> Message:
    """What the context gave a figure may have been taken from it again, as in a task."""
    return message(_CONTEXT, period=figure.period or "-")


def _times(asked: Asked) -> Iterator[Rival]:
    reading, sentence = asked.reading, asked.slot.sentence
    seen = {asked.figure.period}
    for one in _nearest_first(asked, reading.items("period", sentence.start, sentence.end)):
        when = one.item
        if not isinstance(when, When):
            continue
        said = phrase(when, asked.figure.role, asked.scene)
        quote = asked.quote(one.start, one.end)
        if (said or quote) in seen:
            continue
        seen.add(said or quote)
        yield Rival(what=said or quote, quote=quote, lost=_lost_time(asked, one, when))


def _lost_time(asked: Asked, one: Made, when: When) -> Message:
    if when.mode == "base" or is_base(asked.reading, one, asked.slot):
        return message("explain.lost.base")
    if when.mode == "since":
        return message("explain.lost.since")
    if any(name.start < one.start for name in asked.reading.overlapping("reference", one.start, one.end)):
        return message("explain.lost.in_name")
    return _by_place(asked, one.start, one.end) or message("explain.lost.farther")


def _role(asked: Asked) -> Why:
    return Why(attribute="role", chosen=asked.figure.role, because=asked.reasons("role"), rivals=tuple(_roles(asked)))


def _roles(asked: Asked) -> Iterator[Rival]:
    reading, sentence = asked.reading, asked.slot.sentence
    seen = {str(asked.figure.role)}
    for one in _nearest_first(asked, reading.items("role", sentence.start, sentence.end)):
        cue = one.item
        if not isinstance(cue, RoleCue) or cue.role in seen:
            continue
        seen.add(cue.role)
        yield Rival(what=cue.role, quote=asked.quote(one.start, one.end), lost=_lost_role(asked, one.start, one.end))


def _lost_role(asked: Asked, start: int, end: int) -> Message:
    number = _number_of(asked.reading, start, end)
    if number is not None:
        return message("explain.lost.in_number", number=asked.quote(number.start, number.end))
    lost = _by_place(asked, start, end)
    if lost is None and any(each.code in _OVERRULING for each in asked.figure.reasons):
        return message("explain.lost.time")
    if lost is None and start < asked.slot.clause_start:
        return message("explain.lost.clause")
    return lost or message("explain.lost.farther")


def _number_of(reading: Reading, start: int, end: int) -> Made | None:
    """The number that a word behind it is but the unit of: `kế hoạch` in `105% kế hoạch`."""
    for kind in ("quantity", "tally"):
        for number in reading.items(kind, max(0, start - 60), end + _IN_NUMBER):
            joined = number.start < start and end <= number.end + _IN_NUMBER
            if joined and not _APART.search(reading.low, number.end, start):
                return number
    return None


def _area(asked: Asked) -> Why:
    figure, scene = asked.figure, asked.scene
    rivals = list(_places(asked))
    if figure.area and scene.area not in (None, figure.area, *(one.what for one in rivals)):
        rivals.append(Rival(what=str(scene.area), lost=message("explain.lost.paper")))
    return Why(attribute="area", chosen=figure.area, because=(_found_where(asked),), rivals=tuple(rivals))


def _found_where(asked: Asked) -> Message:
    """How the figure's place was found: the first of the ways that gives it."""
    reading, scene, slot, area = asked.reading, asked.scene, asked.slot, asked.figure.area
    if area is None:
        return message("explain.area.none")
    for code, way in (("compared", compared_area), ("before", area_before), ("part", narrower_area)):
        if way(reading, slot, scene) == area:
            return message(f"explain.area.{code}", area=area)
    opened = [one for one in reading.sentences if one.paragraph == slot.sentence.paragraph and one.start <= slot.start]
    if any(topic_area(reading, one, scene) == area for one in opened):
        return message("explain.area.topic", area=area)
    return message("explain.area.paper" if scene.area == area else "explain.area.context", area=area)


def _places(asked: Asked) -> Iterator[Rival]:
    reading, sentence = asked.reading, asked.slot.sentence
    names = area_names(asked.scene.day)
    seen = {asked.figure.area}
    for mark in _nearest_first(asked, reading.marked(AREA, sentence.start, sentence.end)):
        name = names.get(mark.value)
        if name is None or name in seen:
            continue
        seen.add(name)
        lost = _lost_place(asked, mark.start, mark.end)
        yield Rival(what=name, quote=asked.quote(mark.start, mark.end), lost=lost)


def _lost_place(asked: Asked, start: int, end: int) -> Message:
    reading = asked.reading
    bodies = reading.marked(BODY, max(0, start - 80), end)
    names: list[Made] = [*reading.overlapping("reference", start, end), *reading.overlapping("person", start, end)]
    if any(one.start < start <= one.end + 1 for one in bodies) or any(one.start < start for one in names):
        return message("explain.lost.in_name")
    ranked = reading.items("quantity", max(0, start - 40), start)
    if ranked and getattr(ranked[-1].item, "unit", "") == "rank" and ranked[-1].end >= start - 2:
        return message("explain.lost.of_a_rank")
    return _by_place(asked, start, end) or message("explain.lost.aside")
