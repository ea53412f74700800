"""One rule that papers give in two readings: by what it counts (`mỗi lần chậm`, `mỗi ngày chậm`); both are quoted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from camket.grammar.fold import Folded
from camket.model.document import Document
from camket.model.message import message
from camket.model.number_check import NumberFinding
from camket.work.alike import Pairs, pairs
from camket.work.quoting import source_at

_SENTENCE = re.compile(r"[^.;\n]+(?:\.(?=\d)[^.;\n]+)*")
_PER = re.compile(
    r"(?<!\w)(?:mỗi|từng|cứ|một) (?P<per>(?:lần|ngày|tuần|tháng|nhiệm vụ|sản phẩm|lỗi|văn bản|hồ sơ|trường hợp)"
    r"(?: ?/ ?(?:lần|ngày|tuần|tháng|nhiệm vụ|sản phẩm))?)(?!\w)"
)
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)? ?(?:%|điểm)")
_SAME = 0.6
"""The share of the shorter one's pairs of words, but for what is counted, from which two sentences are one rule."""


class _Rule(NamedTuple):
    document: Document
    start: int
    end: int
    per: str
    amounts: tuple[str, ...]
    rest: Pairs


def two_readings(documents: Sequence[Document]) -> Iterator[NumberFinding]:
    """Rules with the same amounts and nearly the same words that count by something else."""
    rules = [rule for document in documents for rule in _rules(document)]
    told: set[tuple[str, str]] = set()
    for one, other in combinations(rules, 2):
        key = (min(one.per, other.per), max(one.per, other.per))
        if one.per == other.per or one.amounts != other.amounts or key in told or not _alike(one.rest, other.rest):
            continue
        told.add(key)
        yield NumberFinding(
            kind="rule",
            verdict="cannot_tell",
            reason=message("work.numbers.rule", one=one.per, other=other.per, amount=", ".join(one.amounts)),
            sources=tuple(source_at(rule.document, rule.start, rule.end) for rule in (one, other)),
        )


def _alike(one: Pairs, other: Pairs) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= _SAME * shorter


def _rules(document: Document) -> Iterator[_Rule]:
    at = 0
    for line in document.text.split("\n"):
        plain = unicodedata.normalize("NFC", line).lower()
        if _AMOUNT.search(plain) and _PER.search(plain):  # folding is for the few lines that may be rules
            yield from _in_line(document, line, at)
        at += len(line) + 1


def _in_line(document: Document, line: str, at: int) -> Iterator[_Rule]:
    folded = Folded(line)
    for sentence in _SENTENCE.finditer(folded.low):
        per = _PER.search(sentence[0])
        amounts = tuple(each[0].replace(" ", "") for each in _AMOUNT.finditer(sentence[0]))
        if per is None or not amounts:
            continue
        start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        span = folded.span(start, sentence.end())
        rest = pairs(sentence[0][per.end() :])
        yield _Rule(document, at + span.start, at + span.end, per["per"].replace(" ", ""), amounts, rest)
