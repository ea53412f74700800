"""The one rule of who sees what; every list, page, file, search, count and standing value asks it.

| access | seen by |
| --- | --- |
| public | all |
| internal | who may review (officers, approvers, administrators), and the department that handed the paper in |
| restricted | who may approve (approvers, administrators), and who loaded the paper |

What a department has entered and its leader has not released yet, only that department sees, whatever its access.

A public paper with a figure under an embargo is, until the day, seen as an internal one: its text, its file, the
search and every paper with the same text would tell the figure.

Tasks are seen by the office and by the bodies that lead or help; the public sees none. The office sees a task that
comes from a restricted paper as far as it sees that paper; whoever was given a task sees it, whatever its paper is.

That figures are not yet agreed, and which, the office sees as soon as it is found out; everybody else once an approver
has opened it. What each paper says is seen as the paper is.

Functions give conditions for the database; their `path` leads from the model that is asked to what they are about.
"""

from __future__ import annotations

from typing import Protocol

import msgspec
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from camket.server.registry.models.approval import ApprovedDifference, Embargo
from camket.server.registry.models.document import Access, Stage
from camket.server.registry.models.task import TaskHelper, TaskSource, TaskSpan

_LEVELS = (Access.PUBLIC.value, Access.INTERNAL.value, Access.RESTRICTED.value)


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """Whoever reads.

    Attributes:
        levels: the accesses of which he sees every paper.
        body: the id of the body whose internal papers he sees besides; empty for none.
        name: of the account whose own restricted papers he sees besides; empty for none.
    """

    levels: tuple[str, ...] = _LEVELS[:1]
    body: str = ""
    name: str = ""

    @property
    def group(self) -> Reader:
        """Those who see the same but for restricted papers of their own; what is kept ready is kept by group."""
        return Reader(levels=self.levels, body="" if Access.INTERNAL in self.levels else self.body)

    @property
    def key(self) -> str:
        """The group as a short text, from which `reader_of_key` makes it again."""
        return "/".join(filter(None, (self.levels[-1], self.group.body)))


PUBLIC = Reader()
"""Whoever is not logged in."""


class _Account(Protocol):
    """Who logs in, as the rule weighs it."""

    def get_username(self) -> str:
        """The name to log in with."""

    def has_perm(self, perm: str) -> bool:
        """Whether a permission was given."""


def reader_of(account: _Account, body: str) -> Reader:
    """An account as a reader, `body` being the one that it belongs to."""
    most = 3 if account.has_perm("registry.approve") else 2 if account.has_perm("registry.review") else 1
    return Reader(levels=_LEVELS[:most], body=body, name=account.get_username())


def reader_of_key(key: str) -> Reader:
    """The group that a key names."""
    level, _, body = key.partition("/")
    return Reader(levels=_LEVELS[: _LEVELS.index(level) + 1], body=body)


def papers(reader: Reader, path: str = "") -> Q:
    """The papers that a reader may see, withdrawn ones among them."""
    seen = Q(**{f"{path}access__in": reader.levels, f"{path}stage__lt": Stage.ENTERED})
    if Access.INTERNAL not in reader.levels:
        seen &= ~held_back(path)
    if reader.body:
        seen |= Q(**{f"{path}access__in": (Access.PUBLIC, Access.INTERNAL), f"{path}owner": reader.body})
    if reader.name:
        seen |= Q(**{f"{path}access": Access.RESTRICTED, f"{path}loaded_by": reader.name})
    return seen


def held_back(path: str = "") -> Q:
    """The papers that the public does not see today: those of a text with a figure whose day has not come."""
    today = Embargo.objects.filter(until__gt=timezone.localdate(), ended_at__isnull=True)
    keys = today.filter(document__text_key__isnull=False).values("document__text_key")
    return Q(**{f"{path}text_key__in": keys})


def withheld(reader: Reader, path: str = "") -> Q:  # noqa: ARG001 - what is kept of figures alone will look who asks
    """The facts that a reader may not see although he may see their paper: none.

    The text of a paper says its figures: whoever may not see the figure must not see the text, which `papers` decides.
    """
    return Q(**{f"{path}pk__in": []})


def facts(reader: Reader, path: str = "") -> Q:
    """The facts that a reader may see."""
    return papers(reader, f"{path}document__") & ~withheld(reader, path)


def loose(reader: Reader, path: str = "") -> Q:  # noqa: ARG001 - as above
    """The statements in no paper that a reader may see: published series, which all may; `path` leads to `Loose`."""
    return Q(**{f"{path}pk__isnull": False})


def placements(reader: Reader, path: str = "") -> Q:
    """The placements of what a reader may see."""
    return facts(reader, f"{path}fact__") | loose(reader, f"{path}loose__")


def is_of_office(reader: Reader) -> bool:
    """Whether a reader sees what is found out about figures before it is approved."""
    return Access.INTERNAL in reader.levels


def differences(reader: Reader, *, contradicting: bool) -> Q:
    """The lines of a scoreboard's differences that a reader may read: those that fit, or of the others the approved."""
    if is_of_office(reader) or not contradicting:
        return Q(contradicting=contradicting)
    opened = ApprovedDifference.objects.filter(ended_at__isnull=True)
    return Q(contradicting=True, key__in=opened.values("key"))


def tasks(reader: Reader) -> Q:
    """The tasks that a reader may see; of bodies those that it leads, has led or helps with."""
    if Access.INTERNAL in reader.levels:
        return ~_closed(reader, "pk")
    if not reader.body:
        return Q(pk__in=[])
    led = TaskSpan.objects.filter(lead=reader.body).values("task")
    return Q(pk__in=led) | Q(pk__in=TaskHelper.objects.filter(body=reader.body).values("task"))


def spans(reader: Reader) -> Q:
    """Where the tasks stand that a reader may see: for a body those of days on which it led them or helped."""
    if Access.INTERNAL in reader.levels:
        return ~_closed(reader, "task")
    if not reader.body:
        return Q(pk__in=[])
    return Q(lead=reader.body) | Q(task__in=TaskHelper.objects.filter(body=reader.body).values("task"))


def _closed(reader: Reader, path: str) -> Q:
    """Tasks of papers that this reader of the office may not see."""
    if reader.levels == _LEVELS:
        return Q(pk__in=[])
    given = TaskSource.objects.filter(task=OuterRef(path), paper__access=Access.RESTRICTED)
    return Q(Exists(given.exclude(paper__loaded_by=reader.name)))
