"""Jobs in words."""

from __future__ import annotations

from collections.abc import Sequence

from camket.model.message import Message
from camket.words import Language, say


def trouble_of(said: Sequence[object] | None, language: Language) -> str:
    """What a job says went wrong; empty where nothing did."""
    if not said:
        return ""
    code, params = said
    pairs = params if isinstance(params, list) else []
    return say(Message(str(code), tuple((str(name), str(value)) for name, value in pairs)), language)
