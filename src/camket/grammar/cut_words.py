"""The words by which a reader knows that a line is not the end of its sentence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from camket import plain_yaml
from camket.typed import typed


class CutWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Word lists; `wrap.yaml` says what each is for."""

    open: frozenset[str]
    counted: frozenset[str]
    counting: frozenset[str]
    numbered: frozenset[str]
    papers: tuple[str, ...]
    types: frozenset[str]
    naming: frozenset[str]
    bodies: frozenset[str]
    magnitudes: frozenset[str]
    units: frozenset[str]
    measures: frozenset[str]
    dashed: dict[str, tuple[str, ...]]
    parted: dict[str, str]
    named: dict[str, tuple[str, ...]]


@cache
def cut_words() -> CutWords:
    """The word lists, read once."""
    text = Path(__file__).with_name("wrap.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(CutWords))
