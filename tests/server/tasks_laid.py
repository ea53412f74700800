"""Tasks for tests: accounts of every role, and a task to act on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import patch

from django.test import Client
from django.utils import timezone

from camket.model.task import Due, Evidence, Task, TaskSource
from camket.server.accounts import add_user
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, Actor, actor
from camket.server.registry.actions.act_on_task import act_on_task
from camket.server.registry.actions.give_task import give_task
from camket.server.registry.tasking import Deed

PASSWORD = "mot-mat-khau-dai"
BODY, OTHER = "so-tai-chinh", "so-xay-dung"
ROLES = ("department", "release", "officer", "approver", "administrator")
GIVEN = date(2026, 6, 1)
NOTICE = TaskSource(
    number="215/TB-VP", day=GIVEN, giver="UBND tỉnh", level="committee", quote="Giao Sở Tài chính rà soát nguồn thu."
)


class At:
    """Everything that happens at a moment: `with at(2026, 6, 5):`."""

    def __init__(self, *day: int) -> None:
        self._patch = patch.object(timezone, "now", return_value=datetime(*day, 3, tzinfo=UTC))  # type: ignore[arg-type,misc]

    def __enter__(self) -> None:
        self._patch.start()

    def __exit__(self, *_: object) -> None:
        self._patch.stop()


def who(name: str, role: str = "", body: str = "") -> Actor:
    """An account that acts; made where it is new."""
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.filter(username=name).first()
    return actor(user or add_user(name, PASSWORD, role or name, body=body))


def client(name: str, role: str = "", body: str = "") -> Client:
    """The browser of an account."""
    made = Client()
    account: Any = who(name, role, body).account
    made.force_login(account)
    return made


def a_task(**given: Any) -> Task:
    """A task of a notice, due on 30 June 2026."""
    fields: dict[str, Any] = {
        "text": "Rà soát nguồn thu, báo cáo UBND tỉnh", "sources": (NOTICE,), "giver": "UBND tỉnh",
        "level": "committee", "lead": BODY, "given": GIVEN, "due": Due(kind="fixed", day=date(2026, 6, 30)),
        "product": "báo cáo",
    }  # fmt: skip
    return Task(id="", entered_at=datetime(2026, 6, 1, tzinfo=UTC), **fields | given)


def given(**fields: Any) -> int:
    """Such a task in the registry; its number."""
    return give_task(CONSOLE, a_task(**fields)).id


def report(number: str = "88/BC-STC", day: date = date(2026, 6, 20), **fields: Any) -> Deed:
    """A report with a paper as evidence."""
    return Deed(kind="reported", evidence=(Evidence(number=number, day=day),), **fields)


def paper(number: str, day: date, level: str = "committee") -> TaskSource:
    """A paper that decides."""
    return TaskSource(number=number, day=day, giver="UBND tỉnh", level=level)  # type: ignore[arg-type]


def happens(actor_: Actor, number: int, deed: Deed) -> models.TaskEvent:
    """Something happens to a task, seen as it is."""
    return act_on_task(actor_, number, deed, seen=models.TaskEvent.objects.filter(task=number).count())


def span(number: int) -> models.TaskSpan:
    """Where a task stands now."""
    return models.TaskSpan.objects.get(task=number, until__isnull=True)
