"""What is measured side by side: camket, and the peers that tell whether its speed is good."""

from __future__ import annotations

import importlib
import importlib.util
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from bench import baseline

_DIGITS = re.compile(r"\d+")
CAMKET, WHATEVER, BASELINE, PYVI, FLOOR = "camket", "whatever", "baseline", "pyvi", "floor"


class Text(NamedTuple):
    """One text in memory, decoded and as its bytes."""

    text: str
    data: bytes


Work = Callable[[Text], object]


class Way(NamedTuple):
    """A way to go over a text. `make` loads what it needs and gives the work; loading is never in the measure."""

    name: str
    what: str
    make: Callable[[], Work]


def _camket() -> Work:
    from camket.extract.pipeline import extract_document
    from camket.model.document import Document

    return lambda one: extract_document(Document(id="", text=one.text, sha256="", text_sha256=""))


def _whatever() -> Work:
    from camket.extract.pipeline import extract_document
    from camket.model.document import Document

    return lambda one: extract_document(Document(id="", text=one.text, sha256="", text_sha256=""), whatever=True)


def _baseline() -> Work:
    return lambda one: baseline.extract(one.text)


def _pyvi() -> Work:
    tokenize: Callable[[str], str] = importlib.import_module("pyvi.ViTokenizer").tokenize
    return lambda one: tokenize(one.text)


def _floor() -> Work:
    return lambda one: _DIGITS.findall(unicodedata.normalize("NFC", one.data.decode()))


WAYS = (
    Way(CAMKET, "all facts with their reasons", _camket),
    Way(WHATEVER, "those of stories off the topic too", _whatever),
    Way(BASELINE, "one plain regex a kind", _baseline),
    Way(PYVI, "cuts text into words, no facts", _pyvi),
    Way(FLOOR, "bytes to text, NFC, one digit regex", _floor),
)
_NEEDS = {PYVI: "pyvi"}


def at_hand() -> tuple[Way, ...]:
    """The ways whose library is installed."""
    return tuple(way for way in WAYS if way.name not in _NEEDS or importlib.util.find_spec(_NEEDS[way.name]))


def way(name: str) -> Way:
    """The way of that name."""
    return next(each for each in WAYS if each.name == name)
