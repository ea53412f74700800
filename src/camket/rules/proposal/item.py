"""What the rules for proposals make."""

from __future__ import annotations

from typing import Literal, NamedTuple

Status = Literal["accepted", "rejected"]


class Answer(NamedTuple):
    """What a higher level says of a wish."""

    status: Status

    def __str__(self) -> str:
        return self.status


class Wishes(NamedTuple):
    """Wishes named without saying what they are: `các kiến nghị của tỉnh`.

    Attributes:
        owner: whose they are, as written; empty where not said.
    """

    owner: str

    def __str__(self) -> str:
        return self.owner or "-"


class Tabled(NamedTuple):
    """A paper or target that a lower body puts before the one that decides.

    Attributes:
        proposer: who puts it there, as written.
        recipient: who decides, as written; empty where not said.
    """

    proposer: str
    recipient: str

    def __str__(self) -> str:
        return f"{self.proposer} -> {self.recipient or '-'}"


class Listing(NamedTuple):
    """The end of words that announce a list of wishes: `... các kiến nghị sau:`."""

    word: str

    def __str__(self) -> str:
        return self.word
