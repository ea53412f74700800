"""Audit records as their page shows them: what was done, and the things that it was done to as links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

import msgspec
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localtime

from camket.report.dates import day
from camket.report.naming import area_name, indicator_name, word
from camket.server.pages.naming import body_name, who_did
from camket.server.pages.review.desk import FACT
from camket.server.registry.chain import Kept
from camket.server.registry.held import rows_held
from camket.server.registry.models import Document, Freeze, Judgement, Preference, Voice
from camket.typed import typed
from camket.words import Language, term

Read = TypeVar("Read")
_MOST, _DIGITS = 12, 12
"""Things of one record that are named one by one, and digits of a digest that are shown."""
_WORDS = {
    "access": "access",
    "verdicts": "past.verdict",
    "role": "user.role",
    "right": "right",
    "kind": "petitions.is",
    "event": "work.event",
}
"""The words for what a parameter holds, by its name."""
_DAYS = ("until", "first", "last", "paper_date", "day")
_DIGEST, _NUMBER = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9]{1,18}")
"""Keys of things: of a paper, of all others."""
_NAMES: dict[str, Callable[[str, Language], str]] = {
    "area": area_name,
    "paper_area": area_name,
    "indicator": lambda id_, language: indicator_name(id_, None, language),
    "body": body_name,
}
"""How things of the catalogue are called."""


class Thing(msgspec.Struct, frozen=True):
    """Something that an action was done to; `address` is empty where it is gone, or whoever looks may not see it."""

    said: str
    address: str = ""


class ShownRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record.

    Attributes:
        number: its place in the chain.
        at: when, in words.
        who, action: the person, and what was done.
        things: the first of those that it was done to; `more` are left out.
        details: what was asked for, as name and value.
        digest: the first digits of its own.
    """

    number: int
    at: str
    who: str
    action: str
    things: tuple[Thing, ...]
    more: int
    details: tuple[tuple[str, str], ...]
    digest: str


def shown_records(rows: Iterable[Kept], seen: QuerySet[Document], language: Language) -> list[ShownRecord]:
    """Records in words; whatever their number, a few questions of the database.

    Of one that was changed what can still be read is shown: the page that tells of it must not fail on it.

    Args:
        rows: the records as they are kept.
        seen: the papers that whoever looks may see; what is done to others has no link.
        language: of the words.
    """
    held = [(row, _objects(row)) for row in rows]
    addresses = _addresses({each for _, objects in held for each in objects[:_MOST]}, seen)
    return [_record(row, objects, addresses, language) for row, objects in held]


def action_name(action: str, language: Language) -> str:
    """What an action is called; its own name where no word has been given to it."""
    return word(f"audit.action.{action}", language)


def _record(row: Kept, objects: Sequence[str], addresses: Mapping[str, str], language: Language) -> ShownRecord:
    details = _read(row.parameters, dict[str, str | int | bool | None], {})
    return ShownRecord(
        number=row.number,
        at=_moment(readable(row.at), language),
        who=who_did(readable(row.who), language),
        action=action_name(readable(row.action), language),
        things=tuple(Thing(_said(each, language), addresses.get(each, "")) for each in objects[:_MOST]),
        more=max(len(objects) - _MOST, 0),
        details=tuple(
            (word(f"audit.detail.{name}", language), _value(name, value, language))
            for name, value in details.items()
            if value not in ("", None)
        ),
        digest=bytes(row.digest or b"").hex()[:_DIGITS],
    )


def readable(kept: bytes | None) -> str:
    """A text as it is kept, with a sign for what is no letter any more."""
    return bytes(kept or b"").decode(errors="replace")


def _read(kept: bytes | None, type_: type[Read], otherwise: Read) -> Read:
    """What a text of JSON says; nothing where it was changed and is none any more."""
    try:
        return msgspec.json.decode(bytes(kept or b""), type=typed(type_))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return otherwise


def _moment(text: str, language: Language) -> str:
    """A moment as people write it, the seconds too; as it is kept where it was changed and is none any more."""
    try:
        at = localtime(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return text
    return f"{at:%H:%M:%S} {day(at.date(), language)}"


def _value(name: str, value: str | int | bool | None, language: Language) -> str:
    """What was asked for, in words where the screens have words for it."""
    if isinstance(value, bool):
        return term("answer.yes" if value else "answer.no", language)
    if not isinstance(value, str):
        return str(value)
    if name in _WORDS:
        return ", ".join(word(f"{_WORDS[name]}.{each}", language) for each in value.split(", "))
    if name in _DAYS:
        return _day(value, language)
    return _NAMES[name](value, language) if name in _NAMES else value


def _day(text: str, language: Language) -> str:
    try:
        return day(date.fromisoformat(text), language)
    except ValueError:
        return text


def _objects(row: Kept) -> list[str]:
    return _read(row.objects_touched, list[str], [])


def _said(thing: str, language: Language) -> str:
    """A thing by its kind and key; of a digest the first digits. No word of a paper."""
    kind, _, key = thing.partition(":")
    return f"{word(f'audit.thing.{kind}', language)} {key[:_DIGITS]}"


def _addresses(things: Iterable[str], seen: QuerySet[Document]) -> dict[str, str]:
    keys: dict[str, list[str]] = {}
    for each in things:
        kind, _, key = each.partition(":")
        if (_DIGEST if kind == "document" else _NUMBER).fullmatch(key):
            keys.setdefault(kind, []).append(key)
    found: dict[str, str] = {}
    for kind, own in keys.items():
        if kind in _LINKS:
            found |= {f"{kind}:{key}": address for key, address in _LINKS[kind](own, seen)}
    return found


def _papers(keys: Sequence[str], seen: QuerySet[Document]) -> Iterator[tuple[str, str]]:
    rows = seen.filter(sha256__in=[bytes.fromhex(key) for key in keys]).values_list("sha256", "slug")
    for digest, slug in rows:
        yield bytes(digest).hex(), reverse("paper-history", args=[slug])


def _judgements(keys: Sequence[str], seen: QuerySet[Document]) -> Iterator[tuple[str, str]]:
    rows = Judgement.objects.filter(id__in=keys, document__in=seen).values_list("id", "document__slug", "mention")
    for number, slug, mention in rows:
        yield str(number), f"{reverse('review-paper', args=[slug])}?{FACT}={bytes(mention).hex()}"


def _corrections(keys: Sequence[str], seen: QuerySet[Document]) -> Iterator[tuple[str, str]]:
    rows = list(rows_held().filter(id__in=keys).exclude(of=""))
    papers = [bytes.fromhex(row.of) for row in rows if row.kind.startswith("paper")]
    own = {bytes(each).hex() for each in seen.filter(sha256__in=papers).values_list("sha256", flat=True)}
    for row in rows:
        if not row.kind.startswith("paper") or row.of in own:
            yield str(row.id), reverse("name-end", args=[row.id])


def _freezes(keys: Sequence[str], seen: QuerySet[Document]) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - all links take it
    for number, slug in Freeze.objects.filter(id__in=keys).values_list("id", "slug"):
        yield str(number), reverse("freeze", args=[slug])


def _preferences(keys: Sequence[str], seen: QuerySet[Document]) -> Iterator[tuple[str, str]]:
    rows = Preference.objects.filter(id__in=keys).filter(document__in=seen)
    for number, mention in rows.values_list("id", "mention"):
        yield str(number), reverse("fact-history", args=[bytes(mention).hex()])


def _voices(keys: Sequence[str], seen: QuerySet[Document]) -> Iterator[tuple[str, str]]:
    for number, mention in Voice.objects.filter(id__in=keys, document__in=seen).values_list("id", "mention"):
        yield str(number), reverse("fact-history", args=[bytes(mention).hex()])


_Links = Callable[[Sequence[str], QuerySet[Document]], Iterator[tuple[str, str]]]
_LINKS: dict[str, _Links] = {
    "document": _papers, "judgement": _judgements, "correction": _corrections, "freeze": _freezes,
    "preference": _preferences, "voice": _voices,
}  # fmt: skip
"""Where the things of a kind are shown; of other kinds there is no page that all who may see records may see."""
