"""The YAML of the data files: lists, mappings, texts, whole numbers, `true`, `false`, `null`, and no surprises."""

from __future__ import annotations

from camket.kept import kept


class NotPlainError(ValueError):
    """What was read is no YAML, or holds what would surprise; says where."""


def load(text: str) -> object:
    """What one YAML document holds; `no`, dates, `01` and decimals stay text.

    Raises:
        NotPlainError: it is no YAML; a key stands twice or is no text; it has a tag, an anchor or a second document.
    """
    return kept("yaml", text, object, lambda: _built(text))


def _built(text: str) -> object:
    from camket.yaml_events import built  # the parser is loaded only where something is parsed

    return built(text)
