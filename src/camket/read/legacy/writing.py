"""What an old way of writing Vietnamese is: which code of a file stands for which letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property

ALPHABET = frozenset(
    unicodedata.normalize("NFC", letter + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    for letter in (vowel, vowel.upper())
) | frozenset("đĐ")
"""All vowels of Vietnamese with all tones, and đ, in both cases."""

PUNCTUATION: Mapping[str, str] = {
    chr(code): bytes((code,)).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) and not bytes((code,)).decode("cp1252").isalpha()
}
"""Quotes, dashes and the like that Windows puts at codes which the old fonts leave free."""


class Writing:
    """An old way of writing. A code is a character whose number is the byte: `¸` for 0xB8.

    Attributes:
        name: what people call it.
        letters: codes that are letters of their own, and other characters.
        marks: codes that change the vowel before them, as combining marks of Unicode.
        joint: whether a mark may be hat and tone in one.
        bases: codes of the vowels that can take a mark.
        cased: whether there is a code for each capital; in TCVN3 capitals are the small letters of another font.
    """

    def __init__(
        self,
        *,
        name: str,
        letters: Mapping[str, str],
        marks: Mapping[str, str] | None = None,
        joint: bool = False,
        bases: str = "",
        cased: bool = True,
    ) -> None:
        self.name = name
        self.cased = cased
        self.letters = {**PUNCTUATION, **letters}
        self.marks = dict(marks or {})
        self.joint = joint
        self.bases = bases

    @cached_property
    def table(self) -> dict[int, str]:
        """Codes to letters, for `str.translate`; a mark of hat and tone without its vowel stays a Western letter."""
        return str.maketrans({**({} if self.joint else self.marks), **self.letters})

    @cached_property
    def pairs(self) -> dict[str, str]:
        """A vowel and its mark to the one letter that they make."""
        return {
            base + mark: letter
            for base in self.bases
            for mark, combining in self.marks.items()
            if (letter := unicodedata.normalize("NFC", self.letters.get(base, base) + combining)) in ALPHABET
        }

    @cached_property
    def pair(self) -> re.Pattern[str] | None:
        """Finds what may be one of `pairs`."""
        if not self.marks:
            return None
        return re.compile(f"[{re.escape(self.bases)}][{re.escape(''.join(self.marks))}]")

    @cached_property
    def word(self) -> re.Pattern[str]:
        """Finds the words with at least one code beyond ASCII that is a letter or a mark, here or in Windows-1252."""
        own = {code for code, letter in self.letters.items() if letter in ALPHABET}
        accented = "".join(sorted(own.union(self.marks, _WESTERN)))
        # From the beginning of a word, and without a second try: a word of ASCII may be as long as the file.
        return re.compile(f"(?<![A-Za-z])[A-Za-z]*+[{re.escape(accented)}][A-Za-z{re.escape(accented)}]*")


_WESTERN = "".join(map(chr, (0x83, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, *range(0xC0, 0x100)))).translate(
    {0xD7: None, 0xF7: None}
)
