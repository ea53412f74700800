"""Run rules over a reading: the cues found by the scan choose the sentences, the anchors choose the places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from camket.errors import RuleError
from camket.grammar.fold import Folded, fold
from camket.grammar.rule import Found, Made, Rule
from camket.grammar.scan import CUE, Entry, Lexicon, Mark
from camket.grammar.sentence import Sentence, sentences
from camket.grammar.trie import alternation

_LIST = re.compile(r"\{([a-z_]+)\}")
Placed = TypeVar("Placed", Mark, Made)


DIGITS = "0-9"
"""The anchor of rules that are tried at each run of digits."""
_RUN = re.compile(r"\d+")
_BEFORE = 60
"""How far back what stands before a place can reach."""


class Reading:
    """One text as the rules see it: folded, cut into sentences, with the marks of the scan.

    Attributes:
        folded: the folded text with its map.
        sentences: all sentences in order.
        marks: the marks of each kind of the lexicon, in order.
        made: the items of each kind of rule that has run, in order.
        digits: where each run of digits begins.
        by_cue: for each cue found the numbers of the sentences that hold it.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.folded = Folded(text)
        self.low, self.text = self.folded.low, self.folded.text
        self.sentences = sentences(self.text, self.low)
        self.marks = lexicon.scan(self.folded)
        self.made: dict[str, list[Made]] = {}
        self._starts = [sentence.start for sentence in self.sentences]
        self._mark_starts = {kind: [mark.start for mark in marks] for kind, marks in self.marks.items()}
        self._made_starts: dict[str, list[int]] = {}
        self.by_cue = self._cued()
        self.digits = [run.start() for run in _RUN.finditer(self.low)]

    def _cued(self) -> dict[str, set[int]]:
        """For each cue the numbers of the sentences that hold it."""
        found: dict[str, set[int]] = defaultdict(set)
        for mark in self.marks.get(CUE, ()):
            place = bisect_right(self._starts, mark.start) - 1
            if place >= 0 and mark.end <= self.sentences[place].end:
                found[mark.value].add(place)
        return found

    def keep(self, kind: str, made: list[Made]) -> None:
        """Store the items of a kind, in order."""
        self.made[kind] = made
        self._made_starts[kind] = [one.start for one in made]

    def sentence_at(self, place: int) -> Sentence:
        """The sentence that a place lies in, or the last one before it."""
        return self.sentences[max(0, bisect_right(self._starts, place) - 1)]

    def cues(self, sentence: Sentence) -> set[str]:
        """The cues found in a sentence."""
        return {cue for cue, numbers in self.by_cue.items() if sentence.number in numbers}

    def marked(self, kind: str, start: int, end: int) -> Sequence[Mark]:
        """The marks of one kind that lie within a range."""
        starts = self._mark_starts.get(kind)
        return _within(self.marks[kind], starts, start, end) if starts else ()

    def items(self, kind: str, start: int, end: int) -> Sequence[Made]:
        """The items of one kind that lie within a range."""
        starts = self._made_starts.get(kind)
        return _within(self.made[kind], starts, start, end) if starts else ()

    def overlapping(self, kind: str, start: int, end: int) -> list[Made]:
        """The items of one kind that share a letter with a range."""
        starts = self._made_starts.get(kind, [])
        last = bisect_left(starts, end)
        return [one for one in self.made[kind][max(0, last - 1) : last] if one.end > start] if starts else []


def _within(placed: list[Placed], starts: list[int], start: int, end: int) -> list[Placed]:
    return [one for one in placed[bisect_left(starts, start) : bisect_left(starts, end)] if one.end <= end]


class Compiled:
    """A rule with its pattern compiled against the word lists, and the folded cues that its sentences must hold."""

    __slots__ = ("before", "cues", "regex", "rule", "words")

    def __init__(self, rule: Rule, words: Mapping[str, Mapping[str, str]]) -> None:
        self.rule, self.words = rule, words
        self.cues = frozenset(cue for written in rule.cues for cue in self._cues(written))
        self.regex = self._compiled(rule.pattern)
        self.before = self._compiled(f"(?:{rule.before})$") if rule.before else None

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        try:
            return re.compile(_LIST.sub(lambda name: f"(?:{alternation(self._list(name[1]))})", pattern))
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
        self._cued = {kind: _by_cue(compiled) for kind, compiled in self.rules.items()}

    def cue_entries(self) -> list[Entry]:
        """The lexicon entries of all cues."""
        cues = {cue for compiled in self.rules.values() for one in compiled for cue in one.cues}
        return [Entry(cue, CUE, cue) for cue in sorted(cues)]

    def run(self, kind: str, reading: Reading) -> list[Made]:
        """Run one kind over a reading; the items, settled, are also kept in `reading.made[kind]`."""
        made: list[Made] = []
        rules = self.rules.get(kind, ())
        held = self._held(kind, reading)
        for number, compiled in enumerate(rules):
            if number in held:
                made.extend(run_rule(compiled, reading, held[number]))
        settled = _settle(made, {one.rule.name: one.rule.weight for one in rules}) if made else []
        reading.keep(kind, settled)
        return settled

    def _held(self, kind: str, reading: Reading) -> dict[int, Sequence[Sentence]]:
        """For each rule of a kind that has anything to look at: the sentences that hold one of its cues."""
        by_cue, without = self._cued[kind]
        numbers: dict[int, set[int]] = {}
        for cue in by_cue.keys() & reading.by_cue.keys():
            for rule in by_cue[cue]:
                numbers.setdefault(rule, set()).update(reading.by_cue[cue])
        sentences = reading.sentences
        held: dict[int, Sequence[Sentence]] = dict.fromkeys(without, sentences)
        for rule, some in numbers.items():
            held[rule] = [sentences[number] for number in sorted(some)]
        return held


def _by_cue(rules: Sequence[Compiled]) -> tuple[dict[str, list[int]], list[int]]:
    """The places of the rules that each cue wakes, and of those that ask for none or go by an anchor."""
    waking: dict[str, list[int]] = defaultdict(list)
    without: list[int] = []
    for number, compiled in enumerate(rules):
        if compiled.rule.anchor is not None or not compiled.cues:
            without.append(number)
            continue
        for cue in compiled.cues:
            waking[cue].append(number)
    return waking, without


def run_rule(compiled: Compiled, reading: Reading, sentences: Sequence[Sentence]) -> Iterable[Made]:
    """All that one rule makes; one without an anchor is tried on the given sentences."""
    rule = compiled.rule
    for sentence, match, anchor in _matches(compiled, reading, sentences):
        lead = None
        if compiled.before is not None:
            at = match.start()
            lead = compiled.before.search(reading.low, max(sentence.start, at - _BEFORE), at)
            if lead is None:
                continue
        bounds = (sentence.start, sentence.end)
        found = Found(match, anchor, reading.low, reading.text, bounds, compiled.words, lead)
        item = rule.produce(found)
        if item is not None:
            yield Made(found.start, found.end, rule.name, item)


def _matches(
    compiled: Compiled, reading: Reading, sentences: Sequence[Sentence]
) -> Iterable[tuple[Sentence, re.Match[str], Made | None]]:
    if compiled.rule.anchor is None:
        return _anywhere(compiled, reading, sentences)
    return _at_digits(compiled, reading) if compiled.rule.anchor == DIGITS else _after_items(compiled, reading)


def _anywhere(
    compiled: Compiled, reading: Reading, sentences: Sequence[Sentence]
) -> Iterable[tuple[Sentence, re.Match[str], None]]:
    surface = reading.text if compiled.rule.cased else reading.low
    for sentence in sentences:
        for match in compiled.regex.finditer(surface, sentence.start, sentence.end):
            yield sentence, match, None


def _at_digits(compiled: Compiled, reading: Reading) -> Iterable[tuple[Sentence, re.Match[str], None]]:
    low, match_at = reading.low, compiled.regex.match
    last = 0
    for place in reading.digits:
        if place < last or not (match := match_at(low, place)):
            continue
        sentence = reading.sentence_at(place)
        if match.end() <= sentence.end:
            last = match.end()
            yield sentence, match, None


def _after_items(compiled: Compiled, reading: Reading) -> Iterable[tuple[Sentence, re.Match[str], Made]]:
    surface = reading.text if compiled.rule.cased else reading.low
    for anchor in reading.made.get(compiled.rule.anchor or "", ()):
        sentence = reading.sentence_at(anchor.start)
        after = compiled.regex.match(surface, anchor.end, sentence.end)
        if after:
            yield sentence, after, anchor


def _settle(made: list[Made], weights: Mapping[str, int]) -> list[Made]:
    """Of overlapping items the heavier rule's stands, then the longer, then the earlier."""
    kept: list[Made] = []
    starts: list[int] = []
    for one in sorted(made, key=lambda one: (-weights[one.rule], one.start - one.end, one.start)):
        place = bisect_left(starts, one.start)
        free_before = place == 0 or kept[place - 1].end <= one.start
        free_after = place == len(kept) or one.end <= starts[place]
        if free_before and free_after:
            kept.insert(place, one)
            starts.insert(place, one.start)
    return kept
