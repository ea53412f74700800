"""Run rules over a reading: the cues found by the scan choose the sentences, the anchors choose the places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from camket.errors import RuleError
from camket.grammar.alike import read_alike
from camket.grammar.emphasis import unmarked
from camket.grammar.expression import compiled, expression
from camket.grammar.fold import Folded, fold
from camket.grammar.glued import unglued
from camket.grammar.mend import Damage, mended, shows_loss
from camket.grammar.places import BEFORE, beside, runs_of, within
from camket.grammar.rule import Found, Made, Rule
from camket.grammar.scan import CUE, FRAGMENT, Entry, Lexicon, Mark
from camket.grammar.sentence import Sentence, sentences
from camket.grammar.settling import settled
from camket.grammar.trie import alternation
from camket.grammar.wrap import joined_lines

_LIST = expression(r"\{([a-z_]+)\}")
DIGITS = "0-9"
"""The anchor of rules that are tried at each run of digits."""
PAIR = "0/0"
"""The anchor of those tried at each run of digits that a stroke, point or dash joins to another: days, tallies."""
STROKE = "n/n"
"""The anchor of those tried at each number that a stroke joins to another, with a percent sign between or none."""
BEHIND_STROKE = "/n"
"""The anchor of those tried at the other number."""
YEAR = "2000"
"""The anchor of those tried at each run of four digits that can be a year."""
OPENING = "^"
"""The anchor of rules that are tried where a sentence begins."""
_SHAPES = {
    PAIR: ("", expression(r"\d+ ?[/.-] ?\d")),
    STROKE: ("/", expression(r"\d[\d.,]*(?: \d{3})*%?\s?/\s?\d")),
    BEHIND_STROKE: ("/", expression(r"(?:(?<=/)|(?<=/\s))\d")),
    YEAR: ("", expression(r"(?:19|20)\d\d(?!\d)")),
}
"""Of each shape of digits the mark that a text with one has, and how they look."""


class Reading:
    """One text as the rules see it: folded, cut into sentences, with the marks and cues of the scan.

    Attributes:
        folded: the folded text with its map.
        damage: what had to be mended in it, None in a healthy text.
        sentences: all sentences in order.
        starts: where each of them begins.
        marks: the marks of each kind of the lexicon, in order.
        cues: where each cue found begins, in order.
        made: the items of each kind of rule that has run, in order.
        woken: for each set of rules that has run, the rules of each kind that may find something.
    """

    def __init__(self, text: str | Folded, lexicon: Lexicon) -> None:
        given = unmarked(Folded(text) if isinstance(text, str) else text)
        runs = runs_of(given.low)
        printed = joined_lines(unglued(given, runs))
        runs = runs if printed is given else runs_of(printed.low)
        self.folded = read_alike(printed, runs)
        self.damage: Damage | None = None
        self.marks, self.cues = lexicon.scan(self.folded)
        if self.marks.pop(FRAGMENT, ()) or shows_loss(self.folded.text):
            self.folded, self.damage = mended(self.folded, lexicon.known)
            if self.damage is not None:
                self.marks, self.cues = lexicon.scan(self.folded)
                self.marks.pop(FRAGMENT, ())
        self.low, self.text = self.folded.low, self.folded.text
        self.sentences = sentences(self.text, self.low)
        self.made: dict[str, list[Made]] = {}
        self.starts = [sentence.start for sentence in self.sentences]
        self._marked = {kind: ([mark.start for mark in marks], marks) for kind, marks in self.marks.items()}
        self._placed: dict[str, tuple[list[int], list[Made]]] = {}
        self.woken: dict[RuleSet, dict[str, list[_ToTry]]] = {}
        self._places = {DIGITS: runs if self.folded is printed else runs_of(self.low)}

    def places(self, anchor: str) -> list[int]:
        """Where the runs of digits of an anchor begin: `DIGITS` or one of their shapes, `PAIR`, `YEAR` and so on."""
        if anchor not in self._places:
            mark, shape = _SHAPES[anchor]
            places = beside(mark, self.low, self._places[DIGITS]) if mark else self._places[DIGITS]
            self._places[anchor] = [place for place in places if shape.match(self.low, place)]
        return self._places[anchor]

    def holding(self, places: Iterable[int]) -> list[Sentence]:
        """The sentences that hold one of some places, which are given in order."""
        found: list[Sentence] = []
        sentences, starts, end = self.sentences, self.starts, 0
        for place in places:
            if place >= end:
                sentence = sentences[bisect_right(starts, place, 1) - 1]
                if sentence.start <= place < sentence.end:
                    found.append(sentence)
                    end = sentence.end
        return found

    def keep(self, kind: str, made: list[Made]) -> None:
        """Store the items of a kind, in order."""
        self.made[kind] = made
        self._placed.pop(kind, None)
        if made:
            self._placed[kind] = ([one.start for one in made], made)

    def sentence_at(self, place: int) -> Sentence:
        """The sentence that a place lies in, or the last one before it."""
        return self.sentences[bisect_right(self.starts, place, 1) - 1]

    def marked(self, kind: str, start: int, end: int) -> Sequence[Mark]:
        """The marks of one kind that lie within a range."""
        marked = self._marked.get(kind)
        return within(*marked, start, end) if marked is not None else ()

    def items(self, kind: str, start: int, end: int) -> Sequence[Made]:
        """The items of one kind that lie within a range."""
        placed = self._placed.get(kind)
        return within(*placed, start, end) if placed is not None else ()

    def overlapping(self, kind: str, start: int, end: int) -> list[Made]:
        """The items of one kind that share a letter with a range."""
        placed = self._placed.get(kind)
        if placed is None:
            return []
        starts, made = placed
        last = bisect_left(starts, end)
        return [made[last - 1]] if last and made[last - 1].end > start else []


_Match = tuple[Sentence, re.Match[str], Made | None]
_Way = Callable[["Compiled", Reading, "Cued | None"], list[_Match]]


class Cued:
    """Where the cues that rules share begin in a text, in order, and the sentences that hold them."""

    __slots__ = ("_held", "places")

    def __init__(self, places: list[int]) -> None:
        self.places = places
        self._held: list[Sentence] | None = None

    def held(self, reading: Reading) -> list[Sentence]:
        """The sentences, found when the first rule asks for them."""
        if self._held is None:
            self._held = reading.holding(self.places)
        return self._held


_ToTry = tuple[int, "Compiled", Cued | None]
"""A rule with its place among those of its kind, and where its cues are, for one that has any."""


class Compiled:
    """A rule with the folded cues that its sentences must hold, and its pattern against the word lists.

    The pattern is compiled when the rule is first tried: one page wakes half of the rules. `tried` finds where the
    pattern matches at the places that its anchor tells.
    """

    def __init__(self, rule: Rule, words: Mapping[str, Mapping[str, str]]) -> None:
        self.rule, self.words, self.cased = rule, words, rule.cased
        self.tried = _WAYS.get(rule.anchor, _after_items)
        self.cues = frozenset(cue for written in rule.cues for cue in self._cues(written))
        for name in _LIST.findall(rule.pattern + rule.before):
            self._list(name)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern."""
        return self._compiled(self.rule.pattern)

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names of the pattern's groups."""
        return frozenset(self.regex.groupindex)

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """The pattern of what must stand before, where there is one."""
        return self._compiled(f"(?:{self.rule.before})$") if self.rule.before else None

    @cached_property
    def needs(self) -> re.Pattern[str] | None:
        """The expression that a sentence must hold, where there is one."""
        return self._compiled(self.rule.needs) if self.rule.needs else None

    def surface(self, reading: Reading) -> str:
        """The text that the pattern is tried on."""
        return reading.text if self.cased else reading.low

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        try:
            return compiled(_LIST.sub(lambda name: f"(?:{alternation(self._list(name[1]))})", pattern))
        except re.error as error:
            raise RuleError("rule.bad_pattern", rule=self.rule.name, problem=error.msg, position=error.pos) from error

    def _list(self, name: str) -> Mapping[str, str]:
        if name not in self.words:
            raise RuleError("rule.unknown_list", rule=self.rule.name, list=name, known=", ".join(sorted(self.words)))
        return self.words[name]

    def _cues(self, written: str) -> Iterable[str]:
        name = _LIST.fullmatch(written)
        return self._list(name[1]) if name else (fold(written),)


class RuleSet:
    """All rules of some kinds, compiled, with the cues that their sentences must hold.

    Args:
        rules: the records.
        words: for each kind, its word lists: list name -> folded word -> value.
    """

    def __init__(self, rules: Iterable[Rule], words: Mapping[str, Mapping[str, Mapping[str, str]]]) -> None:
        self.rules: dict[str, list[Compiled]] = defaultdict(list)
        for rule in rules:
            self.rules[rule.kind].append(Compiled(rule, words.get(rule.kind, {})))
        self._weights = {one.rule.name: one.rule.weight for compiled in self.rules.values() for one in compiled}
        self._always: dict[str, list[_ToTry]] = {kind: [] for kind in self.rules}
        self._cued: dict[frozenset[str], list[tuple[str, int, Compiled]]] = defaultdict(list)
        for kind, place, one in ((kind, *each) for kind, some in self.rules.items() for each in enumerate(some)):
            if one.cues:
                self._cued[one.cues].append((kind, place, one))
            else:
                self._always[kind].append((place, one, None))
        self._waking: dict[str, list[frozenset[str]]] = defaultdict(list)
        for cues in self._cued:
            for cue in cues:
                self._waking[cue].append(cues)

    def cue_entries(self) -> list[Entry]:
        """The lexicon entries of all cues."""
        return [Entry(cue, CUE, cue) for cue in sorted(self._waking)]

    def run(self, kind: str, reading: Reading) -> list[Made]:
        """Run one kind over a reading; the items, settled, are also kept in `reading.made[kind]`."""
        if self not in reading.woken:
            reading.woken[self] = self._wake(reading)
        made: list[Made] = []
        for _, one, cued in sorted(reading.woken[self].get(kind, ())):
            tried = one.tried(one, reading, cued)
            if tried:
                made += _made(one, reading, tried)
        standing = settled(made, self._weights)
        reading.keep(kind, standing)
        return standing

    def _wake(self, reading: Reading) -> dict[str, list[_ToTry]]:
        """The rules of each kind that may find something: those without cues, and those with one in the text."""
        woken: dict[frozenset[str], list[list[int]]] = defaultdict(list)
        for cue, starts in reading.cues.items():
            for cues in self._waking.get(cue, ()):
                woken[cues].append(starts)
        to_try = {kind: [*some] for kind, some in self._always.items()}
        for cues, found in woken.items():
            cued = Cued(found[0] if len(found) == 1 else sorted(chain.from_iterable(found)))
            for kind, place, one in self._cued[cues]:
                to_try[kind].append((place, one, cued))
        return to_try


def _made(compiled: Compiled, reading: Reading, tried: list[_Match]) -> list[Made]:
    """What a rule makes of the places where its pattern matched."""
    rule, before, groups = compiled.rule, compiled.before, compiled.groups
    low, text = reading.low, reading.text
    made: list[Made] = []
    for sentence, match, anchor in tried:
        lead, start = None, anchor.start if anchor is not None else match.start()
        if before is not None:
            at = match.start()
            lead = before.search(low, max(sentence.start, at - BEFORE), at)
            if lead is None:
                continue
            start = lead.start()
        bounds = (sentence.start, sentence.end)
        found = Found(start, match.end(), match, anchor, lead, low, text, bounds, compiled.words, groups)
        item = rule.produce(found)
        if item is not None:
            made.append(Made(found.start, found.end, rule.name, item))
    return made


def _anywhere(compiled: Compiled, reading: Reading, cued: Cued | None) -> list[_Match]:
    held = reading.sentences if cued is None else cued.held(reading)
    surface, search = compiled.surface(reading), compiled.regex.finditer
    if compiled.needs is not None:
        needed = compiled.needs.search
        held = [one for one in held if needed(surface, one.start, one.end)]
    return [(one, match, None) for one in held for match in search(surface, one.start, one.end)]


def _at_openings(compiled: Compiled, reading: Reading, cued: Cued | None) -> list[_Match]:
    held = reading.sentences if cued is None else cued.held(reading)
    surface, match_at = compiled.surface(reading), compiled.regex.match
    return [(one, match, None) for one in held if (match := match_at(surface, one.start, one.end))]


def _at_cues(compiled: Compiled, reading: Reading, cued: Cued | None) -> list[_Match]:
    surface, match_at = compiled.surface(reading), compiled.regex.match
    found: list[_Match] = []
    sentences, starts = reading.sentences, reading.starts
    sentence, last, end = None, 0, -1
    for place in cued.places if cued is not None else ():
        if place >= last:
            if sentence is None or place >= end:
                sentence = sentences[bisect_right(starts, place, 1) - 1]
                end = sentence.end
            match = match_at(surface, place, end)
            if match:
                last = match.end()
                found.append((sentence, match, None))
    return found


def _at_digits(compiled: Compiled, reading: Reading, cued: Cued | None) -> list[_Match]:
    places = reading.places(compiled.rule.anchor or DIGITS)
    if places and cued is not None:
        places = _inside(places, cued.held(reading))
    surface, match_at = compiled.surface(reading), compiled.regex.match
    found: list[_Match] = []
    sentence, last, end = None, 0, -1
    for place in places:
        if place >= last and (match := match_at(surface, place)):
            if sentence is None or place >= end:
                sentence = reading.sentence_at(place)
                end = sentence.end
            if match.end() <= end:
                last = match.end()
                found.append((sentence, match, None))
    return found


def _inside(places: list[int], held: list[Sentence]) -> list[int]:
    """The places that lie in one of the sentences."""
    return [at for one in held for at in places[bisect_left(places, one.start) : bisect_left(places, one.end)]]


def _after_items(compiled: Compiled, reading: Reading, cued: Cued | None) -> list[_Match]:
    """Right after each item of the kind, or of the one rule, that the anchor names."""
    kind, _, rule = (compiled.rule.anchor or "").partition("/")
    items: Sequence[Made] = reading.made.get(kind, ())
    if not items:
        return []
    if cued is not None:
        items = [item for one in cued.held(reading) for item in reading.items(kind, one.start, one.end)]
    surface, match_at = compiled.surface(reading), compiled.regex.match
    found: list[_Match] = []
    sentence, end = None, -1
    for item in items:
        if rule and item.rule != compiled.rule.anchor:
            continue
        if sentence is None or item.start >= end:
            sentence = reading.sentence_at(item.start)
            end = sentence.end
        after = match_at(surface, item.end, end)
        if after:
            found.append((sentence, after, item))
    return found


_WAYS: Mapping[str | None, _Way] = {
    None: _anywhere,
    OPENING: _at_openings,
    CUE: _at_cues,
    DIGITS: _at_digits,
    **dict.fromkeys(_SHAPES, _at_digits),
}
"""How the places at which a rule is tried are found, by its anchor; any other is a kind of item."""
