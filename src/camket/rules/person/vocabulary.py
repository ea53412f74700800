"""The word lists of this kind, compiled once into what the reading of names and titles needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from camket import catalogue
from camket.grammar.ending import Ends
from camket.grammar.expression import compiled
from camket.grammar.fold import fold
from camket.grammar.trie import alternation
from camket.rules.book import words_of

_MORE_AREAS = ("hồ chí minh", "tp hcm", "việt nam", "trung quốc", "hàn quốc", "nhật bản", "hoa kỳ", "hà nội")

_LONGEST_WORD = 20
"""Letters of the longest syllable or abbreviation that ends a form of address, with the marks behind it."""


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of a list."""
    return frozenset(words_of("person")[name])


@cache
def offices() -> re.Pattern[str]:
    """An office with `nguyên`, `cựu` or `quyền` before it, in lower case; `Ban Bí thư`, `đoàn đại biểu` are none."""
    heads = alternation(words("office") | words("more_office"))
    return compiled(
        rf"(?<!\w)(?<!ban )(?<!đoàn )(?:tân )?(?P<office>(?:(?:{alternation(words('former'))}) )?{heads})(?!\w)"
    )


@cache
def office_beginnings() -> frozenset[str]:
    """The first syllables of offices, with what may stand before them."""
    first = {word.partition(" ")[0] for word in words("office") | words("more_office") | words("former")}
    return frozenset(first | {"tân"})


_ALSO_WORDS = frozenset(("hồ", "đoàn", "cao", "mai", "lâm", "hà", "tô", "thái", "nông", "chu", "lương"))
"""Surnames that stand as often for another thing before a place: `Hồ Hòa Bình`, `Đoàn Hải Dương`."""


@cache
def surnames() -> frozenset[str]:
    """Surnames behind which the name of a place is that of a person."""
    return words("strong") - _ALSO_WORDS


@cache
def _addresses() -> frozenset[str]:
    return words("address") | words("more_address")


@cache
def address() -> re.Pattern[str]:
    """Forms of address, ranks and academic titles that stand before a name, on lower-case text."""
    return compiled(rf"(?<!\w)(?:{alternation(_addresses())})\.?(?!\w)")


@cache
def _address_tail() -> re.Pattern[str]:
    """A row of those at the end of a stretch of text."""
    return compiled(rf"(?:(?<!\w)(?:{alternation(_addresses())})\.?,? ?)*\Z")


@cache
def _last_words() -> Ends:
    return Ends(word.rpartition(" ")[2] for word in _addresses())


_FAR, _LONGEST_ADDRESS = 120, 60
"""Letters that hold most rows of such words, and more than the longest of them has with what stands behind it."""


def before_address(low: str, first: int, end: int) -> int:
    """The place before the forms of address, ranks and academic titles that end at `end`; `end` where none does."""
    if not _last_words().close(low[max(first, end - _LONGEST_WORD) : end].rstrip(" ,.")):
        return end
    near = max(first, end - _FAR)
    tail = _address_tail().search(low, near, end)
    if tail is not None and near > first and tail.start() - near < _LONGEST_ADDRESS:
        tail = _address_tail().search(low, first, end)  # the row may begin farther back
    return tail.start() if tail else end


def is_addressed(low: str, first: int, end: int) -> bool:
    """Whether a form of address, a rank or an academic title ends at `end`."""
    return before_address(low, first, end) < end


@cache
def ranks() -> re.Pattern[str]:
    """A military rank or an academic title."""
    return compiled(rf"(?<!\w)(?:{alternation(words('rank'))})(?!\w)")


@cache
def areas() -> frozenset[str]:
    """Names of areas."""
    return words("area") | frozenset(_MORE_AREAS)


@cache
def area_beginnings() -> frozenset[str]:
    """The first syllables of names of areas."""
    return frozenset(area.partition(" ")[0] for area in areas())


@cache
def body_words() -> re.Pattern[str]:
    """A small word that can go on in the name of a body, at this place."""
    return compiled(rf" (?:{alternation(words('body_word'))})(?!\w)")


@cache
def bodies_with_comma() -> re.Pattern[str]:
    """The rest of a body's name that holds a comma, as it stands behind `Trưởng Ban`, `Bộ trưởng Bộ`."""
    names = (fold(word) for each in catalogue.load_bodies() for word in (each.name, *each.aliases) if "," in word)
    whole = {each for name in names for each in (name, name.partition(" ")[2])}
    return compiled(rf" (?:{alternation(whole)})(?!\w)")


@cache
def beginnings() -> frozenset[str]:
    """The syllables that tell a name where no form of address does: surnames, and `thị` behind one."""
    return words("strong") | words("surname") | {"thị"}


@cache
def pairs() -> frozenset[str]:
    """Words of two syllables in names of bodies: `tài chính`, `thanh tra`. The second is small in print."""
    names: Iterable[str] = (word for each in catalogue.load_bodies() for word in (each.name, *each.aliases))
    found = {f"{a} {b}" for name in names for a, b in pairwise(fold(name).replace(",", "").split())}
    return frozenset(found) | frozenset(word for word in words("body_word") if word.count(" ") == 1)


@cache
def _heads() -> dict[str, str]:
    return dict(words_of("person")["office"])


def written(office: str) -> str:
    """An office as the catalogue writes it, for one found in capitals."""
    head = _heads().get(office, "")
    return head if fold(head) == office else office.capitalize()
