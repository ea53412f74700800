"""Speed beside a peer in the same run: camket, the plain-regex baseline, and the bare floor of touching each letter."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bench import baseline
from camket.extract.lexicon import lexicon
from camket.extract.pipeline import KINDS, extract_document
from camket.grammar.engine import Reading
from camket.model.document import Document
from camket.rules.book import rule_set

_DIGIT = re.compile(r"\d+")


class Pace(NamedTuple):
    """How fast one way went over all texts."""

    name: str
    documents_per_second: float
    megabytes_per_second: float


def paces(texts: Sequence[str], seconds: float = 1.5) -> list[Pace]:
    """camket, the baseline and the floor, each over all texts as often as fits the time."""
    ways: list[tuple[str, Callable[[str], object]]] = [
        ("camket", lambda text: extract_document(Document(id="", text=text, sha256="", text_sha256=""))),
        ("baseline (plain regex)", baseline.extract),
        ("floor (NFC, one digit regex)", lambda text: _DIGIT.findall(unicodedata.normalize("NFC", text))),
    ]
    return [_pace(name, way, texts, seconds) for name, way in ways]


def _pace(name: str, way: Callable[[str], object], texts: Sequence[str], seconds: float) -> Pace:
    way(texts[0])
    began, documents, size = time.perf_counter(), 0, 0
    while time.perf_counter() - began < seconds:
        for text in texts:
            way(text)
            documents += 1
            size += len(text.encode())
    spent = time.perf_counter() - began
    return Pace(name, documents / spent, size / spent / 1e6)


def slowest_rules(texts: Sequence[str], count: int = 8) -> list[tuple[str, float]]:
    """The kinds of rule that took longest, in milliseconds a document."""
    spent = dict.fromkeys(KINDS, 0.0)
    for text in texts:
        reading = Reading(text, lexicon())
        for kind in KINDS:
            began = time.perf_counter()
            rule_set().run(kind, reading)
            spent[kind] += time.perf_counter() - began
    ranked = sorted(spent.items(), key=lambda pair: -pair[1])
    return [(kind, 1000 * seconds / len(texts)) for kind, seconds in ranked[:count]]
