"""Papers with equal folded text are one text with several sources; the facts of one of them count."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import blake2b
from typing import TypeVar

from camket.grammar.fold import plain

Paper = TypeVar("Paper")


def search_text(text: str) -> str:
    """A text as it is searched: composed, without marks, case and differences of typing."""
    return unicodedata.normalize("NFC", plain(text))


def text_key(text: str) -> bytes | None:
    """16 bytes: the same for texts that differ only in blanks, marks and case; None for a text without words."""
    return key_of_folded(search_text(text))


def key_of_folded(folded: str) -> bytes | None:
    """The same for a text that is folded already."""
    words = folded.split()
    return blake2b(" ".join(words).encode(), digest_size=16).digest() if words else None


def precedence(day: date | None, digest: bytes | str) -> tuple[date, bytes]:
    """What is sorted by: the lowest of several sources of one text is the one whose facts count.

    The earliest day comes first, a paper without one last; between papers of one day the digest of the bytes decides,
    which means nothing but makes the choice lasting.
    """
    return day or date.max, digest.encode() if isinstance(digest, str) else digest


def without_copies(
    papers: Iterable[Paper], key: Callable[[Paper], bytes | None], order: Callable[[Paper], tuple[date, bytes]]
) -> list[Paper]:
    """The papers whose facts count, in the order in which they were given."""
    given = list(papers)
    keys = [key(each) for each in given]
    first: dict[bytes, Paper] = {}
    for paper, found in zip(given, keys, strict=True):
        if found is not None and (found not in first or order(paper) < order(first[found])):
            first[found] = paper
    return [paper for paper, found in zip(given, keys, strict=True) if found is None or first[found] is paper]
