"""Words that say the same right before a number, read as the one of them that the rules are written for.

`cán mốc 5 tỷ`, `dừng ở con số 5 tỷ` and `đạt 5 tỷ` tell a reader the same; a rule that spells out `đạt` must not miss
the others. So the folded text has one word for each class (`alike.yaml`), and spans lead back to what the file has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from camket import plain_yaml
from camket.grammar.expression import expression
from camket.grammar.fold import Edit, Folded
from camket.typed import typed

_YEAR = expression(r"(?:19|20)\d\d(?![\d.,%])")
"""A number that is no amount: `Ước thực hiện 2025` heads a column."""
_PERCENT = expression(r"[\d.,]+(?: ?- ?[\d.,]+)?\s?%")
_COMPARED = expression(
    r"[\d.,]+\s?%\s?(?:(?:của |so (?:với )?|so với cùng )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kh|nhiệm vụ|cùng kỳ|ck)"
    r"|so (?:với )?(?:năm|tháng|quý|vụ) )"
)
_WORD = 16
"""Letters that hold the word before a place."""


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Word lists; `alike.yaml` says what each is for."""

    before_number: dict[str, tuple[str, ...]]
    before_percent: dict[str, tuple[str, ...]]
    before_compared: dict[str, tuple[str, ...]]
    between: frozenset[str]
    kept_behind: frozenset[str]
    of_the_economy: frozenset[str]


class _Alike(NamedTuple):
    """One wording, what is read in its place, and what number must follow, None for any."""

    words: str
    read: str
    number: re.Pattern[str] | None


@cache
def _words() -> _Words:
    text = Path(__file__).with_name("alike.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(_Words))


@cache
def _by_last_word() -> dict[str, tuple[_Alike, ...]]:
    """The wordings by the word that they end in, the longest first."""
    table: dict[str, list[_Alike]] = {}
    told = _words()
    sorts = ((None, told.before_number), (_PERCENT, told.before_percent), (_COMPARED, told.before_compared))
    for number, classes in sorts:
        for read, wordings in classes.items():
            for words in wordings:
                table.setdefault(words.rpartition(" ")[2], []).append(_Alike(words, read, number))
    return {last: tuple(sorted(found, key=lambda one: -len(one.words))) for last, found in table.items()}


def read_alike(folded: Folded, runs: Iterable[int]) -> Folded:
    """The text with the words before its numbers, which begin where the `runs` of digits do, read as the rules' own."""
    low, table, between = folded.low, _by_last_word(), _words().between
    edits = _of_parts(folded)
    for place in runs:
        end = place - 1
        if low[end : end + 1] != " ":
            continue
        for _ in range(2):
            word = low[low.rfind(" ", max(0, end - _WORD), end) + 1 : end]
            edit = _edit(folded, end, word, place) if word in table else None
            if edit is not None:
                edits.append(edit)
            if edit is not None or word not in between:
                break
            end -= len(word) + 1
    return folded.edited(sorted(edits)) if edits else folded


_OF_THESE = expression(r"(?<!\w)trong số (?:đó|này)(?!\w)")


def _of_parts(folded: Folded) -> list[Edit]:
    """`trong số đó`, `trong số này` are read as `trong đó`."""
    if "trong số " not in folded.low:
        return []
    return [
        Edit(found.start(), found.end(), "Trong đó" if folded.text[found.start()] == "T" else "trong đó")
        for found in _OF_THESE.finditer(folded.low)
    ]


_GROWS = "tăng trưởng"
_TOLD = 72
_TOLD_BEFORE = expression(
    r"(?:\d[\d.,]* ?(?!tháng|năm|quý|ngày|[\d.,])[%a-zđ][^,;.\n]{0,48}|so (?:với )?[^,;\d\n]{3,30}[\d/ năm]{0,12})"
    r"(?:, (?:và )?| và )$"
)
"""A number told before, or what it is compared with: what stands behind it grows in its turn."""


def _means_more(folded: Folded, start: int, words: str) -> bool:
    """Whether the words before a wording make it another: `duy trì ở mức`, the economy's `mục tiêu tăng trưởng`."""
    low = folded.low
    begin = low.rfind(" ", max(0, start - _WORD), start - 1) + 1
    before = low[begin : start - 1]
    if words != _GROWS:
        return before in _words().kept_behind
    if before.endswith(",") or before == "và":
        return _TOLD_BEFORE.search(low, max(0, start - _TOLD), start) is None
    named = not before.isalpha() or before in _words().of_the_economy
    return named or folded.text[begin : start - 1] != before


def _is_set_out(low: str, place: int) -> bool:
    """Whether a line is set out in columns, which other words would shift."""
    begin, end = low.rfind("\n", 0, place) + 1, low.find("\n", place)
    line = low[begin : end if end >= 0 else len(low)].strip()
    return "  " in line or "|" in line


def _edit(folded: Folded, end: int, last: str, number: int) -> Edit | None:
    """What is read in place of the wording that ends at a place, its first letter as it stands there."""
    low = folded.low
    if _YEAR.match(low, number) is not None:
        return None
    for words, read, follows in _by_last_word()[last]:
        start = end - len(words)
        if not low.startswith(words, start) or low[start - 1 : start].isalnum():
            continue
        if follows is not None and follows.match(low, number) is None:
            continue
        if _means_more(folded, start, words) or _is_set_out(low, start):
            return None
        first = folded.text[start]
        return Edit(start, end, read.capitalize() if first.isupper() else read)
    return None
