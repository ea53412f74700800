"""The data of this folder: what columns are called, what words for states mean."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec

from camket import plain_yaml
from camket.grammar.fold import fold
from camket.model.task import GiverLevel
from camket.typed import typed

Field = Literal[
    "id", "number", "paper", "paper_day", "subject", "text", "giver", "lead", "supporting", "leader", "officer",
    "product", "given", "due", "due_now", "status", "mark", "result", "evidence", "evidence_day", "done_day",
    "percent", "obstacle", "proposal", "note", "key", "late_days",
]  # fmt: skip
"""What a column tells. A `mark` is a state that its head names and a cross in its cells gives."""
Said = Literal[
    "open", "asked_drop", "dropped", "asked_extension", "extended", "handed_over", "waiting", "returned", "done",
    "standing", "declined", "closed",
]  # fmt: skip
"""What the words for a state mean."""
Timing = Literal["", "in_time", "late"]


class Named(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ways to call a column.

    Attributes:
        field: what it tells.
        names: heads that are this.
        holds: words that a longer head holds.
        under: words of which one must stand in the heads above.
        like: a pattern of heads that are put together of such words.
    """

    field: Field
    names: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    like: str = ""


class Status(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for a state: which, and whether they say that it is in time.

    `alone` are those that say it only where nothing else stands.
    """

    state: Said
    timing: Timing = ""
    says: tuple[str, ...]
    alone: tuple[str, ...] = ()


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for those who give tasks."""

    level: GiverLevel
    says: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `words.yaml`; see there."""

    total: tuple[str, ...]
    foot: tuple[str, ...]
    marks: tuple[str, ...]
    nothing: tuple[str, ...]
    no_due: tuple[str, ...]
    collective: tuple[str, ...]
    bodies_begin: tuple[str, ...]
    short_words: dict[str, str]
    head_words: dict[str, str]
    short_bodies: dict[str, str]
    oral: tuple[str, ...]
    levels: tuple[Level, ...]
    statuses: tuple[Status, ...]


@cache
def columns() -> tuple[Named, ...]:
    """What columns are called."""
    return msgspec.convert(plain_yaml.load(_text("columns.yaml")), typed(tuple[Named, ...]))


@cache
def words() -> Words:
    """Words for rows and states."""
    return msgspec.convert(plain_yaml.load(_text("words.yaml")), typed(Words))


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One of some phrases as whole words, the longest first."""
    ordered = sorted((fold(each) for each in phrases), key=len, reverse=True)
    return re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, ordered)) + r")(?![^\W_])")


def squeezed(text: str) -> str:
    """A text folded on one line."""
    return " ".join(fold(text).split())


def bare(text: str) -> str:
    """A text as names are compared: folded, without marks at its ends."""
    return squeezed(text).strip(" .:;,-*()\"'")
