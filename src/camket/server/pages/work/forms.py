"""What a person can do with a task now, as forms: the needs of `camket.work.life` as fields, and fields as a deed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec
from django.contrib.auth import get_user_model

from camket import catalogue
from camket.errors import UsageError
from camket.model.body import Body
from camket.model.task import Due, EventKind, Standing
from camket.server.pages import asked
from camket.server.pages.work.filters import LEVELS, Choice
from camket.server.registry.rights import ROLES
from camket.server.registry.tasking import LONGEST, Deed
from camket.words import Language, term
from camket.work.life import Transition

Kind = Literal["text", "date", "area", "choice", "number", "body", "officer", "file"]
SLUGS: Mapping[str, EventKind] = {
    "can-cu": "based", "tiep-nhan": "taken", "de-nghi-chuyen": "declined", "tinh-han": "dated", "tien-do": "progressed",
    "bao-cao": "reported", "da-trinh": "waiting", "xac-nhan": "confirmed", "tra-lai": "returned", "mo-lai": "reopened",
    "de-nghi-gia-han": "asked", "khong-gia-han": "refused", "gia-han": "extended", "khach-quan": "excused",
    "chuyen": "handed_over", "dung": "dropped", "thay-the": "replaced", "gop": "merged", "phan-cong": "assigned",
}  # fmt: skip
"""Events by their names in addresses."""
NAMES: Mapping[str, str] = {event: slug for slug, event in SLUGS.items()}
_PAPER: tuple[tuple[str, Kind, bool], ...] = (
    ("paper_number", "text", True), ("paper_day", "date", True), ("paper_level", "choice", False),
)  # fmt: skip
_FIELDS: Mapping[str, tuple[tuple[str, Kind, bool], ...]] = {
    "paper": _PAPER, "competent": _PAPER, "basis": _PAPER, "outgoing": _PAPER,
    "evidence": (
        ("evidence_number", "text", False), ("evidence_day", "date", False), ("evidence_name", "text", False),
        ("evidence_link", "text", False), ("evidence_file", "file", False),
    ),
    "due": (("due", "date", True),), "later_due": (("due", "date", True),), "due_if_late": (("due", "date", False),),
    "lead": (("lead", "body", True),), "other": (("other", "number", True),),
    "words": (("words", "area", True),), "progress": (("percent", "number", False), ("words", "area", False)),
    "another_person": (), "asked": (),
    "assigned": (("leader", "text", False), ("officer", "officer", False), ("key", "choice", False)),
}  # fmt: skip
"""Of each need: name, kind, and whether a form without it cannot be sent."""
_MORE: Mapping[str, tuple[tuple[str, Kind, bool], ...]] = {
    "asked": (("due", "date", False),), "dated": (("day", "date", True),), "reported": (("words", "area", False),),
    "waiting": (("words", "area", False),), "confirmed": (("words", "area", False),),
    "extended": (("words", "area", False),), "dropped": (("words", "area", False),),
    "merged": (("words", "area", False),), "handed_over": (("words", "area", False),),
}  # fmt: skip
"""What an event takes besides what it needs."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a form; `id` is its own among all forms of the page, `note` what it is for where its name is short."""

    id: str
    name: str
    kind: Kind
    label: str
    required: bool
    value: str = ""
    note: str = ""
    choices: tuple[Choice, ...] = ()


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """Something that can be done: its name in addresses, what it is called, its fields; `open` where it was refused."""

    slug: str
    name: str
    fields: tuple[Field, ...]
    open: bool = False
    takes_files: bool = False


class Offered(msgspec.Struct, frozen=True):
    """What fields offer: names of officers, and of bodies by id."""

    officers: tuple[str, ...]
    bodies: tuple[tuple[str, str], ...]


def offered(language: Language) -> Offered:
    """The officers there are, and the bodies that stand today."""
    return Offered(
        officers(), tuple((each.id, each.name_en if language == "en" else each.name) for each in _standing())
    )


def officers() -> tuple[str, ...]:
    """Names of the accounts that may follow tasks."""
    roles = [role for role, rights in ROLES.items() if "review" in rights]
    rows = get_user_model().objects.filter(groups__name__in=roles, is_active=True).order_by("username")
    return tuple(rows.values_list("username", flat=True).distinct())


def _standing() -> Iterable[Body]:
    levels = ("department", "commune", "province")
    return (each for each in catalogue.load_bodies() if each.valid_to is None and each.level in levels)


def forms(
    allowed: Sequence[Transition], at: Standing, offers: Offered, language: Language, *,
    typed: Mapping[str, str] | None = None, sent: str = "",
) -> tuple[Form, ...]:  # fmt: skip
    """A form for each of the events that are allowed; of the one that was `sent` with what was typed."""
    return tuple(
        form(each, at, offers, language, typed=typed if typed is not None and NAMES[each.event] == sent else None)
        for each in allowed
    )


def form(
    move: Transition, at: Standing, offers: Offered, language: Language, *, typed: Mapping[str, str] | None = None
) -> Form:
    """The form of one event."""
    slug = NAMES[move.event]
    asked: dict[str, tuple[Kind, bool]] = {}
    for name, kind, required in (*(each for need in move.needs for each in _FIELDS[need]), *_MORE.get(move.event, ())):
        asked.setdefault(name, (kind, required))
    values, note = _usual(move.event, at) | dict(typed or {}), term("tasks.field.evidence_link.note", language)
    fields = tuple(
        Field(
            id=f"{slug}-{name}", name=name, kind=kind, label=term(f"tasks.field.{name}", language), required=required,
            value=values.get(name, ""), note=note * (name == "evidence_link"),
            choices=tuple(_choices(name, values.get(name, ""), offers, language)),
        )
        for name, (kind, required) in asked.items()
    )  # fmt: skip
    return Form(
        slug=slug, name=term(f"work.do.{move.event}", language), fields=fields, open=typed is not None,
        takes_files=any(each.kind == "file" for each in fields),
    )  # fmt: skip


def _usual(event: EventKind, at: Standing) -> dict[str, str]:
    """What fields hold before anybody typed."""
    if event == "assigned":
        return {"leader": at.leader, "officer": at.officer, "key": "1" if at.key else "0"}
    return {"paper_level": at.task.level, "percent": str(at.percent) if at.percent is not None else ""}


def _choices(name: str, value: str, offers: Offered, language: Language) -> Iterator[Choice]:
    if name == "paper_level":
        yield Choice("", term("work.level.unknown", language), not value)
        yield from (Choice(each, term(f"work.level.{each}", language), each == value) for each in LEVELS)
    elif name == "officer":
        yield Choice("", term("tasks.nobody", language), not value)
        yield from (Choice(each, each, each == value) for each in offers.officers)
    elif name == "key":
        yield from (Choice(each, term(f"tasks.key.{each}", language), each == value) for each in ("1", "0"))


def deed(event: EventKind, sent: Mapping[str, str]) -> Deed:
    """What a form asks for, its papers and evidence apart.

    Raises:
        UsageError: a day, a percentage or a number of a task is none.
    """
    due = day_of(sent, "due")
    assigning = event == "assigned"
    return Deed(
        kind=event,
        day=day_of(sent, "day"),
        due=Due(kind="fixed", day=due) if due is not None else None,
        lead=body_id(text_of(sent, "lead")),
        other=number_of(sent, "other") or 0,
        percent=_percent(sent),
        leader=text_of(sent, "leader") if assigning else None,
        officer=text_of(sent, "officer") if assigning else None,
        key=sent.get("key") == "1" if assigning else None,
        words=text_of(sent, "words"),
    )


def text_of(sent: Mapping[str, str], name: str) -> str:
    """A field of words, without signs that no database keeps."""
    return sent.get(name, "").replace("\0", "").replace("\r\n", "\n").strip()[: LONGEST + 1]


def day_of(sent: Mapping[str, str], name: str) -> date | None:
    """A field of a day; None where it is empty.

    Raises:
        UsageError: `task.bad_day`.
    """
    given = text_of(sent, name)
    if not given:
        return None
    try:
        return asked.day_of(given)
    except ValueError:
        raise UsageError("task.bad_day", given=given[:20]) from None


def number_of(sent: Mapping[str, str], name: str) -> int | None:
    """A field of a number of a task or a percentage; None where it is empty.

    Raises:
        UsageError: `task.bad_number`.
    """
    given = text_of(sent, name).removeprefix("#")
    if not given:
        return None
    if not given.isascii() or not given.isdigit() or len(given) > 9:
        raise UsageError("task.bad_number", given=given[:20])
    return int(given)


def _percent(sent: Mapping[str, str]) -> int | None:
    given = number_of(sent, "percent")
    if given is not None and given > 100:
        raise UsageError("task.bad_number", given=given)
    return given


def body_id(name: str) -> str:
    """The id of a body that is named as the catalogue names it, in either language; else the name as it stands."""
    return _by_name().get(" ".join(name.lower().split()), " ".join(name.split()))


def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for each in catalogue.load_bodies():
        for name in (each.id, each.name, each.name_en, *each.aliases):
            known = found.setdefault(name.lower(), each.id)
            if known != each.id and each.valid_to is None:
                found[name.lower()] = each.id
    return found
