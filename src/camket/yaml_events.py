"""YAML built from the parser's events, which takes half the time of PyYAML's own way over nodes.

Apart from `plain_yaml`, so that the parser is loaded only where something is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from camket.plain_yaml import NotPlainError

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml may be absent
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_STARTS = frozenset("-0123456789")


def built(text: str) -> object:
    """What one YAML document holds, as `plain_yaml.load` tells it.

    Raises:
        NotPlainError: it is no YAML; a key stands twice or is no text; it has a tag, an anchor or a second document.
    """
    try:
        return _document(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.YAMLError as error:
        raise NotPlainError(str(error)) from error


def _document(events: Iterator[yaml.Event]) -> object:
    next(events)  # the stream begins
    first = next(events)
    if isinstance(first, yaml.StreamEndEvent):
        return None
    loaded = _value(next(events), events)
    next(events)  # the document ends
    after = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        raise _error("a second document", after)
    return loaded


def _value(event: yaml.Event, events: Iterator[yaml.Event]) -> object:
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if not isinstance(event, yaml.CollectionStartEvent) or event.tag is not None or event.anchor is not None:
        raise _error("a tag, an anchor or a reference to one", event)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_value(event, events))
        return items
    mapping: dict[str, object] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise _error("a key that is no text", event)
        if event.value in mapping:
            raise _error(f"key {event.value!r} stands twice", event)
        mapping[event.value] = _value(next(events), events)
    return mapping


def _scalar(event: yaml.ScalarEvent) -> object:
    value: str = event.value
    if event.tag is not None or event.anchor is not None:
        raise _error("a tag or an anchor", event)
    if not event.implicit[0]:
        return value
    if value in _WORDS:
        return _WORDS[value]
    return int(value) if value[0] in _STARTS and _WHOLE.fullmatch(value) else value


def _error(problem: str, event: yaml.Event) -> NotPlainError:
    return NotPlainError(f"{problem}{event.start_mark}")
