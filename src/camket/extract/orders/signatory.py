"""Whom the title means by which a paper speaks: the one who holds it and signs the paper.

`Thủ tướng Chính phủ yêu cầu:` over `THỦ TƯỚNG / Lê Văn An` is that person; where a deputy signs for the chief
(`KT. THỦ TƯỚNG / PHÓ THỦ TƯỚNG`) the title says no more than the office.
"""

from __future__ import annotations

from camket.extract.orders.ranks import offices
from camket.extract.orders.speaker import Speaker
from camket.extract.people import People, is_short_of
from camket.grammar.fold import fold
from camket.model.document import Head


class Signatory:
    """The person who signs a paper, for the titles that mean him."""

    def __init__(self, people: People, head: Head) -> None:
        signer = fold(head.signer or "")
        self._holder = next((one.holder for one in people.mentions if signer and fold(one.holder.name) == signer), None)
        self._issuer = fold(head.issuer or "")

    def meant_by(self, speaker: Speaker) -> Speaker:
        """The signer in the place of his title; any other speaker as he is."""
        holder = self._holder
        if holder is None or speaker.position is not None or offices().match(fold(speaker.name)) is None:
            return speaker
        if not any(self._is_title(speaker.name, held) for held in holder.positions):
            return speaker
        return speaker._replace(name=holder.name, position=speaker.name, body=False)

    def _is_title(self, title: str, held: str) -> bool:
        """Whether a title is an office that is held, alone or with the name of the body whose paper it is."""
        if not is_short_of(held, title):
            return is_short_of(title, held)
        rest = title[len(held) :].strip() if fold(title).startswith(fold(held)) else title
        return not rest or not self._issuer or is_short_of(rest, self._named_from(rest))

    def _named_from(self, rest: str) -> str:
        """The issuer from the words on with which the rest of a title begins."""
        first = fold(rest).split()[0]
        return self._issuer[max(0, self._issuer.find(first)) :]
