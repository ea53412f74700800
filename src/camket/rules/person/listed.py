"""The title of names in a row, said once before the first of them."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.rules.person import name, title

_NAMES = rf"(?:{name.ROW}(?: - [^:;.,\n]{{5,80}}|, [^:;.\n]{{5,90}}(?=;))?(?:[,;] | và ))+"
_UNDER_COLON = expression(rf"(?:các|hai|ba|bốn) (?:đồng chí )?(?P<head>[^:;.\n]{{5,60}}): {_NAMES}$")
"""Names in a row under the one title that all of them hold."""
_IN_A_ROW = expression(
    rf"(?<!\w)(?:[Cc]ác|[Hh]ai|[Bb]a|[Bb]ốn) (?:đồng chí )?(?P<head>[^:;.,\n]{{5,60}}?)"
    rf" (?P<first>{name.ROW})(?:, {name.ROW})*(?:, | và )$"
)
"""The same without a colon: `các Phó Chủ tịch UBND tỉnh Trần Quốc Bảo, Lê Thị Hòa`."""
_SEVERAL = ("các ", "hai ", "ba ", "bốn ")


def headed(text: str, low: str, first: int, start: int) -> tuple[str, ...]:
    """The title that heads a row of names in which the name at `start` is not the first, in the sentence at `first`."""
    before = low[first:start]
    if not before.endswith((", ", ": ", " và ")) or not holds(before, _SEVERAL):
        return ()
    colon = _UNDER_COLON.search(text, first, start) if ": " in before else None
    if colon is not None:
        read = title.read(text, low, colon.start("head"), colon.end("head"))
        return read.titles if read and read.end == colon.end("head") else ()
    row = _IN_A_ROW.search(text, first, start)
    if row is None:
        return ()
    read = title.read(text, low, row.start("head"), row.start("first"))
    found = name.locate(text, low, row.start("first"))
    if read is None or found is None or read.end != found.start - 1:
        return ()
    return read.titles
