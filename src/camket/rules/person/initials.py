"""Persons of whom but the first letters are told: `ông N.V.A., Chủ tịch UBND xã`, `bà Trần T.M.L`."""

from __future__ import annotations

from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.rules.person import around, name, vocabulary
from camket.rules.person.item import Naming

_SHORT_WORDS = frozenset({"t.ư", "t.w", "t.ư.", "t.p", "t.x", "q.h"})
"""Letters with stops that stand for a word and for nobody: `Ủy ban T.Ư MTTQ`."""
_ADDRESS_WITHIN = 40
"""Letters before a name that hold a form of address."""


def _initials(found: Found) -> Naming | None:
    """The letters, with the titles around them; none where no office and no form of address marks a person."""
    if found.text[found.start : found.end].lower() in _SHORT_WORDS:
        return None
    while address := vocabulary.address().match(found.low, found.start, found.end):
        found.start = address.end() + 1
    first, limit = found.bounds
    held = around.before(found.text, found.low, first, found.start)
    titles = (*held, *around.after(found.text, found.low, found.end, limit, held=bool(held)))
    addressed = vocabulary.is_addressed(found.low, max(first, found.start - _ADDRESS_WITHIN), found.start)
    return (
        Naming(found.text[found.start : found.end], tuple(dict.fromkeys(titles)))
        if titles and (held or addressed)
        else None
    )


INITIALS = Rule(
    name="person/initials",
    pattern=(
        rf"[{UPPER}](?<![\w./-].)(?:[^\W\d_]+ (?:{name.SYLLABLE} )?[{UPPER}])?(?:\.[{UPPER}]){{1,3}}(?![^\W_])\.?"
    ),
    produce=_initials,
    needs=rf"\.[{UPPER}]",
    cased=True,
    weight=3,
    cues=("ông", "bà", "chủ tịch", "giám đốc", "trưởng", "bí thư", "anh", "chị", "bị can"),
    examples=(
        example("Ông N.V.A., Chủ tịch UBND xã, cho biết.", "N.V.A. => N.V.A.: Chủ tịch UBND xã"),
        example("ông Trần T.M.L, Giám đốc Sở Y tế nói", "Trần T.M.L => Trần T.M.L: Giám đốc Sở Y tế"),
    ),
    counter_examples=("bà con TP.HCM vui mừng", "ông ở TP.HCM, Giám đốc công ty"),
)
