"""The number, letter or dash that opens a heading or an item: one reading of it for all who need one."""

from __future__ import annotations

from typing import Literal, NamedTuple

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

Kind = Literal["article", "capital", "roman", "number", "letter", "dash"]
LEVELS: dict[Kind, int] = {"article": 0, "capital": 1, "roman": 2, "number": 3, "letter": 7, "dash": 9}
"""How deep each kind stands; a number goes deeper by one with each part (`1`, `1.1`, `1.1.1`)."""
UNMARKED = 8
"""How deep a line without a mark stands: below the items that letters open, above those with a dash."""
_MARK = expression(
    r"\s*(?:(?P<article>(?i:điều|khoản|mục|chương|phần(?: thứ)?) (?i:\d{1,3}[a-zđ]?|[ivxlc]{1,6}|nhất|hai|ba|tư|năm)"
    r"(?!\w))\s?[.:)/-]?"
    rf"|(?P<roman>[IVX][IVXLC]{{0,5}}\s?[.)/-](?!\s*\d)|[IVX][ivx]{{1,4}}[.)](?=\s)"
    rf"|[IVX]{{2,4}}(?= [{UPPER}][^\W\d_{UPPER}])"
    r"|[IVX](?= (?:Đến (?:hết )?năm|Giai đoạn|Tầm nhìn) ))"
    r"|(?P<capital>[A-HK-ZĐ]\d{0,2})[.)/-](?=\s)"
    r"|(?P<number>\d{1,2}(?:(?:\.\d{1,2}){0,3}\s?[.)/-](?!\s*\d)|(?:\.\d{1,2}){1,3}(?=\s+[^\W\d_a-zà-ỹđ])))"
    r"|\(?(?P<letter>[a-zđ])(?:\)|[./](?=\s))"
    r"|\((?P<bracketed>\d{1,2}|[ivx]{1,4})\)"
    r"|(?P<dash>[-+•*])(?=\s|[^\W\d_]))\s?"
)


class Mark(NamedTuple):
    """What opens a line.

    Attributes:
        kind: what sort of mark it is. `A.`, `B.` are capitals; `I.`, `V.`, `X.` alone are Roman numbers.
        level: how deep it stands among the marks of a paper, 0 highest.
        end: the place behind it.
    """

    kind: Kind
    level: int
    end: int


def mark_at(text: str, start: int, end: int) -> Mark | None:
    """The mark that opens `text[start:end]`, in the folded text with its capitals; None where none does."""
    found = _MARK.match(text, start, end)
    if found is None:
        return None
    group = found.lastgroup or "dash"
    kind: Kind = "letter" if group == "bracketed" else group  # type: ignore[assignment]  # the groups bear these names
    parts = found["number"].rstrip(" .)/-").count(".") if found["number"] else 0
    parts += len(found["capital"] or " ") > 1  # `A1.` stands below `A.`
    return Mark(kind, LEVELS[kind] + parts, found.end())
