"""A rule: one frozen record that finds one wording and says what it makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

import msgspec


class Item(Protocol):
    """What a production makes. `str()` shows it in a line, as examples and `explain` write it."""

    def __str__(self) -> str: ...


class Example(NamedTuple):
    """A sentence and what the rule makes of it, each as `quote => item`."""

    text: str
    made: tuple[str, ...]


def example(text: str, *made: str) -> Example:
    """An example written without parentheses."""
    return Example(text, made)


class Found(msgspec.Struct):
    """A place where a rule's pattern matched, as its production sees it.

    Attributes:
        start, end: the extent that will be quoted: the anchor's start to the match's end.
        match: the match on the folded text (in lower case unless the rule is `cased`).
        anchor: the item at whose end the pattern was tried, for rules that have an anchor.
        lead: the match of the rule's `before`, where it has one.
        low, text: the folded text in lower case, and as written.
        bounds: start and end of the sentence.
        words: the word lists of the rule's kind.
        groups: the names of the groups of the rule's pattern.
    """

    start: int
    end: int
    match: re.Match[str]
    anchor: Made | None
    lead: re.Match[str] | None
    low: str
    text: str
    bounds: tuple[int, int]
    words: Mapping[str, Mapping[str, str]]
    groups: frozenset[str]

    def __getitem__(self, group: str) -> str:
        """The text of a named group, empty where the pattern has none or it took no part."""
        if group in self.groups:
            return self.match[group] or ""
        lead = self.lead  # it may be one of the pattern of what stands before
        return lead[group] or "" if lead is not None and group in lead.re.groupindex else ""

    def written(self, group: str) -> str:
        """The text of a named group as written."""
        start, end = self.match.span(group)
        return self.text[start:end] if start >= 0 else ""

    def value(self, words: str, group: str) -> str:
        """What the word list `words` says of the text of a group."""
        return self.words[words][self[group]]

    @property
    def before(self) -> str:
        """The sentence's folded text, in lower case, before the quoted extent."""
        return self.low[self.bounds[0] : self.start]

    @property
    def after(self) -> str:
        """The sentence's folded text, in lower case, after the match."""
        return self.low[self.end : self.bounds[1]]


Production = Callable[[Found], Item | None]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One wording and its meaning.

    Attributes:
        name: unique, `kind/what`.
        pattern: a regular expression over the folded text; `{list}` stands for any entry of a word list.
        produce: makes the item, or None where a closer look says that it is none.
        examples: sentences with what is made of them; a test runs all.
        counter_examples: sentences of which this rule makes nothing.
        cues: the pattern is tried only on sentences that hold one of these (`{list}`: one word of that list); empty:
            on every sentence.
        anchor: where in those sentences the pattern is tried; None: anywhere. `CUE`: where the cues begin. `OPENING`:
            where a sentence begins. `DIGITS`: at each run of digits; `PAIR`, `STROKE`, `BEHIND_STROKE`, `YEAR`: at
            those of a shape. A kind of item, or a rule: right after each such item.
        before: what must stand right before the place where the pattern is tried (make it optional where it need not);
            its groups are the production's as well, and the extent begins with it.
        needs: an expression that a sentence with a match always holds and that is quicker to look for, best one that
            begins with letters; for rules that are tried anywhere.
        cased: match the text as written, not in lower case.
        weight: of two overlapping items of a kind the heavier rule's stands, then the longer.
    """

    name: str
    pattern: str
    produce: Production
    examples: tuple[Example, ...]
    counter_examples: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    anchor: str | None = None
    before: str = ""
    needs: str = ""
    cased: bool = False
    weight: int = 0

    @property
    def kind(self) -> str:
        """The kind of fact that the rule's folder is named for."""
        return self.name.split("/", 1)[0]


class Made(msgspec.Struct, frozen=True):
    """An item with the place and the rule that made it, in offsets of the folded text."""

    start: int
    end: int
    rule: str
    item: Item
