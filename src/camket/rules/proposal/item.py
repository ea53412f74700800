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


class Topic(NamedTuple):
    """The matter that opens a sentence, and what the sentence then says of it.

    Attributes:
        words: the matter's words, folded.
        status: accepted or rejected where the sentence says so.
        by: to whom it is passed on, as written; empty where to nobody.
    """

    words: str
    status: Status | None
    by: str

    def __str__(self) -> str:
        return " ".join(each for each in (self.words, "->", self.status or self.by) if each)


class Refused(NamedTuple):
    """A wish that is named only to be refused.

    Attributes:
        proposer: whose it was, as written.
        word: the word that names the wish.
    """

    proposer: str
    word: str

    def __str__(self) -> str:
        return self.proposer


class Tabled(NamedTuple):
    """A paper or target that a lower body puts before the one that decides.

    Attributes:
        proposer: who puts it there, as written.
        recipient: who decides, as written; empty where not said.
        accepted: whether the one who decides has agreed.
    """

    proposer: str
    recipient: str
    accepted: bool = False

    def __str__(self) -> str:
        return f"{self.proposer} -> {self.recipient or '-'}{' accepted' if self.accepted else ''}"


class Listing(NamedTuple):
    """The end of words that announce a list of wishes: `... các kiến nghị sau:`."""

    word: str

    def __str__(self) -> str:
        return self.word
