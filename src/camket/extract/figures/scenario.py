"""Scenarios told at length: `ở kịch bản thứ 2, nếu ..., lượng khách ước đạt ...` and what goes on about it."""

from __future__ import annotations

from typing import NamedTuple

from camket.extract.figures.clause import Slot
from camket.extract.figures.roles import Ruling
from camket.extract.figures.timing import is_past
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When
from camket.rules.role.item import RoleCue

_OPENS_WITHIN = 45
_FRAMES = expression(r"(?:,|:| nếu(?!\w))")
_GOES_ON = expression(r"(?:trên cơ sở đó|khi đó|theo đó|với kịch bản (?:này|đó|trên)|tổng [^,;.\d]{2,30} kịch bản này)")
_FOR_YEARS = expression(r"kịch bản(?: [^\W\d]+){0,4}? (?=năm 20|giai đoạn 20)")
_ENDS = frozenset(("role/goal", "role/this_aim", "role/actual"))
"""Rules whose words tell what is aimed at or was reached, whatever a scenario before says."""
_STRIVES = ("phấn đấu",)
"""Words of the same within a clause: `ước đạt 32,7 triệu lượt, phấn đấu đạt 33,5 triệu lượt`."""


class Frame(NamedTuple):
    """The scenario that is told of, if any, and the time that the paper's scenarios are for."""

    on: bool = False
    name: str | None = None
    when: When | None = None


def frame_at(reading: Reading, sentence: Sentence, before: Frame, *, fresh: bool) -> Frame:
    """The frame that a sentence stands in: one that it opens itself, else that of its paragraph.

    In a `fresh` paragraph a scenario goes on only where its words say so.
    """
    low = reading.low
    on = before.on and (not fresh or _GOES_ON.match(low, sentence.start) is not None)
    if low.find("kịch bản", sentence.start, sentence.end) < 0:
        return before._replace(on=on)
    when = _time_of(reading, sentence) or before.when
    cues = [one for one in reading.items("role", sentence.start, sentence.end) if _scenario_of(one) is not None]
    opening = cues[0] if len(cues) == 1 and cues[0].start - sentence.start <= _OPENS_WITHIN else None
    named = _scenario_of(opening) if opening is not None else None
    if opening is None or named is None or not _FRAMES.match(low, opening.end):
        return Frame(on, before.name, when)
    return Frame(on=True, name=named.scenario, when=when)


_FOLLOWED = expression(
    r"(?<!\w)(?:bám sát|bám theo|bám|thực hiện|triển khai|đúng|sát|vượt|hoàn thành|cập nhật|xây dựng)"
    r"(?: [^\W\d]+){0,4} kịch bản(?!\w)"
)


def handed_over(reading: Reading, sentence: Sentence, ruling: Ruling | None) -> Ruling | None:
    """What a sentence hands on: no scenario that it only says is kept to, `bám sát kịch bản tăng trưởng từ 8%`."""
    if ruling is None or ruling.role != "scenario":
        return ruling
    return None if _FOLLOWED.search(reading.low, sentence.start, sentence.end) else ruling


def _scenario_of(cue: Made) -> RoleCue | None:
    return cue.item if isinstance(cue.item, RoleCue) and cue.item.role == "scenario" else None


def _time_of(reading: Reading, sentence: Sentence) -> When | None:
    """The time that scenarios are made for: `3 kịch bản cho năm 2025`."""
    made_for = _FOR_YEARS.search(reading.low, sentence.start, sentence.end)
    times = reading.items("period", made_for.end(), sentence.end) if made_for is not None else ()
    when = times[0].item if times else None
    return when if isinstance(when, When) and when.year is not None else None


def in_frame(reading: Reading, slot: Slot, own: When | None, said: Ruling, frame: Frame, scene: Scene) -> Ruling:
    """The ruling under a scenario: what would then be, but for what was reached, compared with or aimed at anyway."""
    if not frame.on or said.role in ("benchmark", "scenario") or is_past(own, scene):
        return said
    words = reading.items("role", slot.left, slot.start)
    if any(cue.rule in _ENDS or reading.low.startswith(_STRIVES, cue.start) for cue in words):
        return said
    return Ruling("scenario", frame.name, "carried")
