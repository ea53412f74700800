"""A paper copied without its letterhead onto a page that is called by its type and number.

`Nghị định số 12/2031/NĐ-CP về ...` is the title of the page; on it stands `NGHỊ ĐỊNH`, the subject and the grounds.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.head.kind import kind_of_type, types_by_name
from camket.extract.head.lines import top_lines
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.model.document import DocumentKind

_CALLED = expression(r"(?P<type>[^\W\d]+(?: [^\W\d]+){0,3}) số ?:? ?(?P<number>\d[\w.]*(?:[/-][\w&.]+)+)(?!\w)")
_GROUNDS = expression(r"(?:căn cứ|theo đề nghị|xét) ")
_TOP, _TO_GROUNDS = 15, 6
_SIGN = expression(r"[^\W\d_]+")


class Called(NamedTuple):
    """What such a title says."""

    number: str
    kind: DocumentKind
    issuer: str | None


def read_called(reading: Reading, title: str | None) -> Called | None:
    """The number and type of the paper on a page, by the page's title; None where it is not called so."""
    found = _CALLED.match(title) if title else None
    type_ = types_by_name().get(fold(found["type"])) if found else None
    if found is None or type_ is None:
        return None
    lines = top_lines(reading, _TOP)
    named = fold(found["type"])
    at = next((at for at, line in enumerate(lines) if reading.low[line.start : line.end] == named), -1)
    if at < 0 or not reading.text[slice(*lines[at])].isupper():
        return None
    if not any(_GROUNDS.match(reading.low, line.start) for line in lines[at + 1 : at + 1 + _TO_GROUNDS]):
        return None
    number = found["number"].rstrip(".")
    return Called(number, kind_of_type(type_), _issuer(number))


def _issuer(number: str) -> str | None:
    """The body whose sign the number has: `NĐ-CP`, `TT-BCT`; none for signs that many have (`QĐ-UBND`)."""
    signs = _SIGN.findall(number.rpartition("/")[2])
    return next((name for sign in signs[1:] if (name := _bodies_by_sign().get(sign))), None)


@cache
def _bodies_by_sign() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for body in catalogue.load_bodies():
        for sign in body.abbreviations:
            found.setdefault(sign, set()).add(body.name)
    return {sign: names.pop() for sign, names in found.items() if len(names) == 1}
