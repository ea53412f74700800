"""What is kept while a text is listened to: the clauses spoken, who has the floor, where in a paper one stands."""

from __future__ import annotations

from typing import NamedTuple

from camket.extract.orders.speaker import Speaker
from camket.extract.orders.tasks import Clause
from camket.rules.directive.item import Act

PLAIN = Act("order", "instruct", "")
"""What a paper does that lists tasks and names no verb for it."""


class Spoken(NamedTuple):
    """A clause with who says it and how.

    Attributes:
        clause: the task and its recipient.
        speaker: who says it.
        act: the verb of saying that governs it.
        at: the number of the sentence.
        how: `said` right after the verb, `duty` under a word of duty in a later sentence, `continued` as a bare task.
        fresh: whether it is an item of its own, which does not go on with whom the one before was for.
        wish: whether it stands under a heading of wishes: no request there is an order but to one who stands lower.
    """

    clause: Clause
    speaker: Speaker
    act: Act
    at: int
    how: str
    wish: bool = False
    fresh: bool = False


class Floor(NamedTuple):
    """Who has the floor after a sentence, and what may follow.

    Attributes:
        speaker: who it is.
        act: the verb under which they speak.
        handing_out: whether bare tasks may follow.
        duties: whether words of duty may follow: not where news are told.
        listed: whether the tasks stand in a list that was announced.
        recipient: who the bare tasks are for, where a line of its own names them.
        silent: sentences since the last task.
        paragraph: where they spoke last.
        shared: whether what follows gives each body its share: only what names a body, or stands under its name, is a
            task.
        leading: the act that announced a list whose item asks by a verb of its own, and the sort of mark of that item:
            the items that follow stand under it again.
    """

    speaker: Speaker | None = None
    act: Act | None = None
    handing_out: bool = False
    duties: bool = False
    recipient: tuple[int, int] | None = None
    silent: int = 0
    paragraph: int = 0
    listed: bool = False
    shared: bool = False
    leading: tuple[Act, str] | None = None


class Told(NamedTuple):
    """Where in an official paper a sentence stands.

    Attributes:
        report: whether under a heading of what was seen or done.
        mark: the sort of mark of that heading.
        headed: the sort of mark of the line that named who its items are for.
        aimed: the sort of mark of the line that announced targets, while its items go on; else None.
        wishes: whether under a heading of wishes.
        demands: whether under a heading of what all have to heed.
    """

    report: bool = False
    mark: str = ""
    headed: str = ""
    aimed: str | None = None
    wishes: bool = False
    demands: bool = False
    ahead: bool = False
