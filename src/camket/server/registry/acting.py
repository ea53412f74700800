"""The frame of the actions: a permission, one transaction, a record in the chain, and what was done is handed back.

@action("withdraw", permission="registry.withdraw")
def withdraw(act: Act, slug: str, why: str) -> Withdrawn:
...
act.touched("document", digest)
act.noted(why=why)
return Withdrawn(...)

withdraw(CONSOLE, "18-kh-ubnd-2022", why="...")
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar

import msgspec
from django.db import transaction
from django.utils import timezone

from camket.errors import UsageError
from camket.server.registry.alone import alone
from camket.server.registry.chain import Parameter, append
from camket.server.registry.guard import writing
from camket.server.registry.rights import giver_of

Asked = ParamSpec("Asked")
Done = TypeVar("Done")


class Account(Protocol):
    """Who logs in: a user of Django."""

    def get_username(self) -> str:
        """The name to log in with."""

    def has_perm(self, perm: str) -> bool:
        """Whether a permission was given."""


class Actor(msgspec.Struct, frozen=True):
    """Who acts.

    Attributes:
        name: as the records of the chain give it.
        account: what was allowed to whom; None for who sits at the machine, who may do all.
    """

    name: str
    account: Account | None = None

    @property
    def is_console(self) -> bool:
        """Whether it is who sits at the machine, and no account."""
        return self == CONSOLE

    def may(self, permission: str) -> bool:
        """Whether that is allowed."""
        return self.account is None or self.account.has_perm(permission)


CONSOLE = Actor("console")
"""Whoever can run commands on the machine could as well open the database."""
ANYBODY = "reader"
"""How records call whoever reads the pages and reports on a figure."""
NO_ACCOUNTS = (CONSOLE.name, ANYBODY)
"""Names of records that no account may have, in whatever case."""


def actor(account: Account) -> Actor:
    """Who is logged in, as one who acts."""
    return Actor(account.get_username(), account)


class Act:
    """One action as it runs; collects what its record will say."""

    def __init__(self, who: Actor, at: datetime) -> None:
        self.who, self.at = who, at
        self.objects: list[str] = []
        self.parameters: dict[str, Parameter] = {}

    def touched(self, kind: str, key: object) -> None:
        """An object that was changed: its kind and a key that holds no word of a paper (a number, a digest)."""
        self.objects.append(f"{kind}:{key}")

    def noted(self, **parameters: Parameter) -> None:
        """What was asked for; never words of a paper."""
        self.parameters |= parameters

    def afterwards(self, step: Callable[[], None]) -> None:
        """What is done once the transaction has ended well, such as removing files."""
        transaction.on_commit(step)


class Action(Generic[Asked, Done]):
    """Something that changes the registry; call it with who acts and what is asked."""

    def __init__(self, name: str, permission: str, body: Callable[Concatenate[Act, Asked], Done]) -> None:
        self.name, self.permission, self._body = name, permission, body
        self.__doc__ = body.__doc__

    def __call__(self, who: Actor, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Done:
        """Do it, in one transaction of its own, and write its record, which names for whom somebody stood in.

        Raises:
            UsageError: `action.not_allowed`; or what the action itself refuses. Nothing has changed then.
        """
        if not who.may(self.permission):
            raise UsageError("action.not_allowed", who=who.name, action=self.name)
        with writing(), transaction.atomic(durable=True):
            alone()
            act = Act(who, timezone.now())
            done = self._body(act, *args, **kwargs)
            if giver := giver_of(who.account, self.permission):
                act.noted(instead_of=giver)
            append(who=who.name, action=self.name, at=act.at, objects=act.objects, parameters=act.parameters)
        return done


def action(name: str, *, permission: str) -> Callable[[Callable[Concatenate[Act, Asked], Done]], Action[Asked, Done]]:
    """Make an action of a function. Its name is lasting: the chain holds it."""

    def made(body: Callable[Concatenate[Act, Asked], Done]) -> Action[Asked, Done]:
        return Action(name, permission, body)

    return made
