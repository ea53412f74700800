"""What the core says: a code and its parameters. The sentences are in `camket.words`."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """A code of `camket.words` with its parameters, as pairs so that a message can be hashed and compared."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


def message(code: str, /, **params: object) -> Message:
    """A message whose parameters are turned into text here, once."""
    return Message(code, tuple((name, str(value)) for name, value in params.items()))
