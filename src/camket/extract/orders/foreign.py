"""Officials and bodies of other countries, who give no orders here."""

from __future__ import annotations

import re
from functools import cache

from camket.grammar.engine import Reading
from camket.grammar.expression import compiled
from camket.grammar.trie import alternation
from camket.rules.book import words_of


@cache
def _foreign() -> re.Pattern[str]:
    return compiled(rf"\b(?:{alternation(words_of('directive')['foreign'])})\b")


def names_country(words: str) -> bool:
    """Whether the words for who is told are a country, its government or its firms: `phía Nhật Bản`."""
    return _of_country().match(words.lower()) is not None


@cache
def _of_country() -> re.Pattern[str]:
    country = alternation(words_of("directive")["foreign"])
    return compiled(
        r"(?:(?:phía|chính phủ|nước|bạn|các (?:doanh nghiệp|công ty|nhà đầu tư|tập đoàn)|doanh nghiệp[^,;]*?) "
        r"(?:của )?)?"
        rf"(?:{country})(?=$| (?:và|,))"
    )


def is_foreign(reading: Reading, start: int, end: int) -> bool:
    """Whether the words in a range name another country.

    A country of one syllable is none where it is written small (`Sở Tư pháp`) or is a part of a longer name
    (`Lào Cai`, `Thủ Đức`, `Mỹ Tho`).
    """
    return any(_is_country(reading, found, start) for found in _foreign().finditer(reading.low, start, end))


def _is_country(reading: Reading, found: re.Match[str], first: int) -> bool:
    if " " in found[0]:
        return True
    text, start, end = reading.text, *found.span()
    before = text[first:start].split(" ")
    name_before = len(before) > 1 and before[-2][:1].isupper() and before[-2].isalpha() and not before[-2].isupper()
    return text[start].isupper() and not text[end : end + 2].strip()[:1].isupper() and not name_before
