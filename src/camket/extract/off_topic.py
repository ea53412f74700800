"""Stories that are not of the work of governing: a theft, a match, a film.

A province that reads the news of the day gets many of them, and none of their sums is a statement of its development.
They are told by their words (`off_topic.yaml`): many of an incident, a game or a stage, and hardly any of governing.
What is short, has a number or tables is read whatever its words.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from camket import plain_yaml
from camket.findings import Finding
from camket.grammar.expression import expression
from camket.grammar.fold import Folded, fold
from camket.grammar.scan import CUE, Entry, Lexicon, Table, tabled
from camket.kept import kept
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.message import message
from camket.typed import typed

_SHORT = 400
"""Letters below which a text has too few words to be judged by."""
_ENOUGH = 5
"""Different words of elsewhere that a story must hold at least."""
_AGAIN = 2
"""How often each of them counts at most: who is named `bị cáo` again and again stands before a court."""
_ACCOUNT, _BESIDE = 5, 2
"""How many of them each word of an account takes back, and each that other stories use as well."""
_SHARES = 2
"""Percent signs of which a story of something else holds fewer, those of wounds left out."""
_WOUND = expression(r"thương t(?:ích|ật)[^.%]{0,60}%")
_LONGEST_TITLE = 250
_SHOWN = 4
_SHORTEST_SHOWN = 3


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Word lists; `off_topic.yaml` says what each is for."""

    incidents: frozenset[str]
    matches: frozenset[str]
    stages: frozenset[str]
    abroad: frozenset[str]
    governing: frozenset[str]
    accounts: frozenset[str]
    beside: frozenset[str]


class _Told(NamedTuple):
    """What each word found tells: of something else, of governing, of an account, of governing perhaps."""

    elsewhere: frozenset[str]
    governing: frozenset[str]
    accounts: frozenset[str]
    beside: frozenset[str]


def set_aside(document: Document, folded: Folded) -> Extraction | None:
    """The document without facts and with a finding that says so, where its story is of something else; else None.

    Args:
        document: the document.
        folded: its text.
    """
    words = _telling(folded) if _may_be_a_story(document) else ()
    if not words:
        return None
    told = Finding(message=message("document.off_topic", words=", ".join(_shown(words))), level="info")
    title = document.head.title or _first_line(document.text)
    head = msgspec.structs.replace(document.head, title=title, type="news", source_kind="press")
    return Extraction(document=msgspec.structs.replace(document, head=head), findings=(*document.findings, told))


def _may_be_a_story(document: Document) -> bool:
    head = document.head
    return (
        len(document.text) >= _SHORT
        and head.number is None
        and head.type in ("news", "other")
        and not any(block.kind == "table_cell" for block in document.blocks)
    )


def _telling(folded: Folded) -> tuple[str, ...]:
    """The words of elsewhere that a story of something else holds, in their order; none for any other text."""
    shares = folded.low.count("%")
    if shares >= _SHARES and shares - len(_WOUND.findall(folded.low)) >= _SHARES:
        return ()
    told, places = _told(), _lexicon().scan(folded).cues
    words = frozenset(places)
    elsewhere = words & told.elsewhere
    if len(elsewhere) < _ENOUGH or not words.isdisjoint(told.governing):
        return ()
    weight = sum(min(len(places[word]), _AGAIN) for word in elsewhere)
    if _ACCOUNT * len(words & told.accounts) + _BESIDE * len(words & told.beside) > weight:
        return ()
    return tuple(sorted(elsewhere, key=lambda word: (places[word][0], word)))


def _shown(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first of them, abbreviations and short words left out, for those tell a person little."""
    return tuple(word for word in words if len(word) > _SHORTEST_SHOWN)[:_SHOWN] or words[:_SHOWN]


@cache
def _words() -> _Words:
    return kept("off_topic", "", _Words, _folded)


def _folded() -> _Words:
    text = Path(__file__).with_name("off_topic.yaml").read_text(encoding="utf-8")
    lists = msgspec.convert(plain_yaml.load(text), typed(dict[str, tuple[str, ...]]))
    return msgspec.convert({name: tuple(map(fold, words)) for name, words in lists.items()}, typed(_Words))


@cache
def _told() -> _Told:
    words = _words()
    return _Told(
        words.incidents | words.matches | words.stages | words.abroad, words.governing, words.accounts, words.beside
    )


@cache
def _lexicon() -> Lexicon:
    return Lexicon(kept("off_topic table", "", Table, _table))


def _table() -> Table:
    return tabled(Entry(word, CUE, word) for words in _told() for word in words)


def _first_line(text: str) -> str | None:
    """What stands above the story, where it can be a title; the rest of the text is not cut into lines for it."""
    above = len(text) - len(text.lstrip())
    line = next((line for line in text[: above + _LONGEST_TITLE + 1].splitlines() if line.strip()), "")
    return " ".join(line.split()) if len(line) <= _LONGEST_TITLE else None
