"""The people of a text: who is named with which position, and whom a title or a short name means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from camket.extract.place import place
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.rule import Made
from camket.model.fact import Person
from camket.model.message import Message, message
from camket.rules.book import rule_set
from camket.rules.person.item import Naming

_ADDRESS = expression(
    r"(?:đồng chí|đ/c|cử tri|ông|bà|anh|chị|ngài|cố|vị|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|"
    r"trung tá|thiếu tá)\.?\s+"
)
_ALIKE = (
    (expression(r"tp\.? ?hcm|tp\.? hồ chí minh|thành phố hồ chí minh"), "thành phố hcm"),
    (expression(r"\btp\b\.?"), "thành phố"),
    (expression(r"\bủy ban nhân dân\b"), "ubnd"),
    (expression(r"\bhội đồng nhân dân\b"), "hđnd"),
    (expression(r"\b(?:bch|ban chấp hành) trung ương\b"), "trung ương"),
    (expression(r"\btw\b"), "trung ương"),
    (expression(r"[,.]"), " "),
)
_TERM = expression(r" nhiệm kỳ \d{4}")
_CONFIDENCE = {"person/named": 0.95, "person/signature": 0.95, "person/given_name": 0.8, "person/pronoun": 0.7}


class Holder(msgspec.Struct, frozen=True):
    """A person of the text with all positions that the text gives, in its order; the first is the usual one."""

    name: str
    positions: tuple[str, ...]


class Mention(msgspec.Struct, frozen=True):
    """A place in the folded text where a person is named, by full or short name or by a pronoun, and who it is."""

    start: int
    end: int
    holder: Holder


class People:
    """Whom the words of a text mean.

    `named_at(at, "Thủ tướng")` is the person who holds that position, `"ông Nhân"` the one of that given name,
    `"đồng chí Bí thư Tỉnh ủy"` the holder, `"Tổng Bí thư Tô Lâm"` the one named, `"Ông"` whoever was named last before
    the place. Of several, the one named last before the place is meant, else the first named after it. A title is held
    by a person where one of the positions begins with its first word and has the rest in their order (`Bộ trưởng Công
    an` is `Bộ trưởng Bộ Công an`, `Thủ tướng` is not `Phó Thủ tướng`). None where the text names no such person: then
    the words themselves are all there is.
    """

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = tuple(mentions)
        self._holders = tuple(dict.fromkeys(one.holder for one in mentions))
        self._in_order = sorted((one.start, number) for number, one in enumerate(mentions))

    def named_at(self, at: int, words: str) -> Holder | None:
        """The person whom `words` mean at a place of the folded text."""
        holders = {holder for holder in self._holders if is_meant(holder, words)}
        meant = [one for one in self.mentions if one.holder in holders] if holders else []
        before = [one for one in meant if one.start <= at]
        if before:
            return before[-1].holder
        return meant[0].holder if meant else None

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie within a range of the folded text."""
        first = bisect_left(self._in_order, (start, 0))
        if first == len(self._in_order) or self._in_order[first][0] >= end:
            return ()
        last = bisect_left(self._in_order, (end, 0), first)
        inside = [self.mentions[number] for number in sorted(number for _, number in self._in_order[first:last])]
        return tuple(one for one in inside if one.end <= end)


def is_meant(holder: Holder, words: str) -> bool:
    """Whether `words` mean that person: a name, a given name after a form of address, a title, or title and name."""
    wanted = fold(words).strip(" ,.")
    while address := _ADDRESS.match(f"{wanted} "):
        wanted = wanted[address.end() :].strip()
    if not wanted:
        return True
    name = fold(holder.name)
    if wanted == name or wanted == name.rsplit(" ", 1)[-1] or wanted.endswith(f" {name}"):
        return True
    return any(is_short_of(wanted, position) for position in holder.positions)


def is_short_of(short: str, full: str) -> bool:
    """Whether a title is another one shortened: the same first word, the other words in their order."""
    if _TERM.search(full) and not _TERM.search(short):
        return False
    few, many = _title_words(short), _title_words(full)
    rest = iter(many)
    return bool(few) and few[0] == many[0] and all(word in rest for word in few)


@lru_cache(maxsize=4096)
def _title_words(title: str) -> tuple[str, ...]:
    title = fold(title)
    for pattern, same in _ALIKE:
        title = pattern.sub(same, title)
    return tuple(title.split())


def who(reading: Reading) -> People:
    """The people of a reading."""
    named = _resolved(reading)
    positions: dict[str, list[str]] = {}
    for _, name, titles in named:
        positions.setdefault(name, []).extend(titles)
    holders = {name: Holder(name, _without_short(titles)) for name, titles in positions.items()}
    return People([Mention(made.start, made.end, holders[name]) for made, name, _ in named])


def find_people(reading: Reading) -> tuple[Person, ...]:
    """Every named person, once for each position, at the first place that gives it in full or shortened."""
    named = _resolved(reading)
    positions: dict[str, list[tuple[Made, str]]] = {}
    for made, name, titles in named:
        positions.setdefault(name, []).extend((made, title) for title in titles)
    found = [
        _person(reading, made, name, title)
        for name, given in positions.items()
        for title in _without_short([title for _, title in given])
        for made in [next(made for made, other in given if other == title or is_short_of(other, title))]
    ]
    return tuple(sorted(found, key=lambda person: (person.start, person.end)))


def _person(reading: Reading, made: Made, name: str, title: str) -> Person:
    spot = place(reading, made.start, made.end)
    reasons: tuple[Message, ...] = ()
    if fold(spot.quote) != fold(name):
        reasons = (message("person.resolved", name=name),)
    return Person(
        start=spot.start,
        end=spot.end,
        quote=spot.quote,
        rule=made.rule,
        confidence=_CONFIDENCE.get(made.rule, 0.5),
        reasons=reasons,
        name=name,
        position=title,
    )


def _made(reading: Reading) -> list[Made]:
    made = reading.made.get("person")
    return rule_set().run("person", reading) if made is None else made


@lru_cache(maxsize=1)
def _resolved(reading: Reading) -> tuple[tuple[Made, str, tuple[str, ...]], ...]:
    """Each naming with the full name: of a given name the nearest before that ends so, of a pronoun the last named.

    Where a pronoun gives a position, the record's place is the nearest name before it. The last answer is kept: those
    who speak are asked for before the people themselves.
    """
    made = _made(reading)
    written = _written([one.item for one in made if isinstance(one.item, Naming)])
    resolved: list[tuple[Made, str, tuple[str, ...]]] = []
    last: tuple[Made, str] | None = None
    for one in made:
        item = one.item
        if not isinstance(item, Naming):
            continue
        if " " in item.name or "." in item.name:
            last = (one, item.name)
        elif item.name:
            full = next((name for _, name, _ in reversed(resolved) if name.rsplit(" ", 1)[-1] == item.name), None)
            last = (one, full) if full else None
        if last is not None:
            name = written.get(last[1], last[1])
            titles = tuple(written.get(title, title) for title in item.positions)
            resolved.append((one if item.name else last[0], name, titles))
    return tuple(resolved)


def _written(namings: Sequence[Naming]) -> dict[str, str]:
    """Names and titles that a heading has in capitals, each as the rest of the text writes it, else as prose would."""
    if not any(words.isupper() for item in namings for words in (item.name, *item.positions)):
        return {}
    names = [item.name for item in namings]
    titles = [title for item in namings for title in item.positions]
    mixed = {fold(words): words for words in reversed([*names, *titles]) if not words.isupper()}
    found = {name: mixed.get(fold(name), name.title()) for name in names if name.isupper()}
    capital = [title for title in titles if title.isupper() and _TONED.search(title)]
    return found | {title: mixed.get(fold(title), title.capitalize()) for title in capital}


_TONED = expression(r"[\u1ea0-\u1ef9]")
"""A letter with a tone: what has none may be an abbreviation."""


def _without_short(titles: Sequence[str]) -> tuple[str, ...]:
    """The titles without those that are another one shortened or written otherwise; the first of equals stays."""
    kept: list[str] = []
    for title in dict.fromkeys(titles):
        if any(is_short_of(title, other) for other in kept):
            continue
        kept = [other for other in kept if not is_short_of(other, title)]
        kept.append(title)
    return tuple(kept)
