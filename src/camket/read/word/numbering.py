"""Automatic numbers of lists, as Word shows them: `1.`, `2.1.`, `IV.`, `a)`, `-`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from camket.grammar.expression import expression
from camket.read.counted import written
from camket.read.word import tags as w
from camket.read.word.styles import Listed, Styles, number_of

_LEVELS = 9
_PLACE = expression(r"%([1-9])")
_PLAIN_BULLETS = "-–—+*•"


class Level(NamedTuple):
    """A level of a list.

    Attributes:
        start: its first number.
        format: how numbers are written (`decimal`, `upperRoman`, `bullet`, ...).
        text: what is shown, with `%1` for the number of the first level.
        blank: whether a blank parts the number from the text.
        restart: after which level, counted from 1, it starts anew; 0 never, None after any above.
        legal: whether the numbers of all levels are shown in digits.
        style: the paragraph style that stands for it.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    blank: bool = True
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class _List(NamedTuple):
    abstract: str
    levels: tuple[Level, ...]
    starts_anew: tuple[int, ...]


class Numbering:
    """The lists of a file."""

    def __init__(self, load: Callable[[], etree._Element | None], styles: Styles) -> None:
        self._load = load
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        self._known: dict[str, _List | None] = {}

    def list_(self, num_id: str) -> _List | None:
        """A list by its id; None of one that is not there."""
        if not self._known:
            self._gather()
        if num_id not in self._known:
            self._known[num_id] = self._resolved(num_id)
        return self._known[num_id]

    def _gather(self) -> None:
        """Loaded late: many papers number everything by hand."""
        root = self._load()
        for each in root if root is not None else ():
            if each.tag == w.ABSTRACT:
                self._abstract[each.get(w.AT_ABSTRACT, "")] = each
            elif each.tag == w.NUM:
                self._nums[each.get(w.AT_NUM, "")] = each

    def level_of(self, listed: Listed) -> int:
        """The level of a style's paragraphs: the one that names the style, else what the style says."""
        found = self.list_(listed.num_id)
        levels = found.levels if found is not None else ()
        by_style = next((place for place, level in enumerate(levels) if level.style == listed.style), None)
        return by_style if by_style is not None else listed.level or 0

    def _resolved(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        pointed = num.find(w.ABSTRACT_ID) if num is not None else None
        if num is None or pointed is None:
            return None
        abstract = self._followed(pointed.get(w.VAL, ""))
        levels = [Level()] * _LEVELS
        for each in self._abstract[abstract].iterchildren(w.LEVEL) if abstract in self._abstract else ():
            _set(levels, each)
        starts_anew: list[int] = []
        for each in num.iterchildren(w.OVERRIDE):
            place = number_of(each.get(w.AT_LEVEL))
            if place is None or not 0 <= place < _LEVELS:
                continue
            own, start = each.find(w.LEVEL), each.find(w.START_OVERRIDE)
            if own is not None:
                _set(levels, own)
            if start is not None:
                levels[place] = levels[place]._replace(start=number_of(start.get(w.VAL)) or 0)
                starts_anew.append(place)
        return _List(abstract, tuple(levels), tuple(starts_anew))

    def _followed(self, abstract: str) -> str:
        """A list may say that it is the one of a style; one step, as styles point to lists with levels."""
        element = self._abstract.get(abstract)
        link = element.find(w.NUM_STYLE) if element is not None else None
        num = self._nums.get(self._styles.list_of(link.get(w.VAL, "")) or "") if link is not None else None
        pointed = num.find(w.ABSTRACT_ID) if num is not None else None
        return pointed.get(w.VAL, "") if pointed is not None else abstract


def _set(levels: list[Level], element: etree._Element) -> None:
    place = number_of(element.get(w.AT_LEVEL))
    if place is None or not 0 <= place < _LEVELS:
        return
    said = {each.tag: each.get(w.VAL) for each in element}
    levels[place] = Level(
        start=number_of(said.get(w.START)) or 0,
        format=said.get(w.NUM_FORMAT) or "decimal",
        text=said.get(w.LEVEL_TEXT) or "",
        blank=said.get(w.SUFFIX) != "nothing",
        restart=number_of(said.get(w.RESTART)),
        legal=w.LEGAL in said and w.is_on(said[w.LEGAL]),
        style=said.get(w.P_STYLE),
    )


class Counting:
    """Counts the paragraphs of lists from the first to the last."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._met: set[str] = set()

    def label(self, num_id: str, depth: int) -> str:
        """What Word shows before the next paragraph of this list and level, with the blank behind it."""
        found = self._numbering.list_(num_id)
        if found is None or not 0 <= depth < _LEVELS:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        if num_id not in self._met:
            self._met.add(num_id)
            for place in found.starts_anew:
                counts[place] = None
        level = found.levels[depth]
        last = counts[depth]
        counts[depth] = level.start if last is None else last + 1
        for deeper in range(depth + 1, _LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or depth < restart:
                counts[deeper] = None
        label = _bullet(level.text) if level.format == "bullet" else _shown(found.levels, depth, counts)
        return f"{label} " if label and level.blank else label


def _shown(levels: tuple[Level, ...], depth: int, counts: list[int | None]) -> str:
    own = levels[depth]
    if own.format == "none":
        return _PLACE.sub("", own.text).strip()

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = counts[at]
        value = levels[at].start if count is None else count
        return written(value, "decimal" if own.legal else levels[at].format)

    return _PLACE.sub(number, own.text).strip()


def _bullet(text: str) -> str:
    """A dash, a plus or a star tells how deep an item stands; any other picture is a bullet."""
    sign = text.strip()
    return sign if not sign or sign in _PLAIN_BULLETS else "•"
