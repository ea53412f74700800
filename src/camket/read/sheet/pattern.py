"""Number formats of a spreadsheet (`#,##0.00;[Red]-0.0%`), taken apart once each.

ECMA-376 part 1, 18.8.30 and 18.8.31. A format has up to four sections: for positive numbers, negative ones, nought and
text. What only a screen needs (colours, padding, filling) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from camket.grammar.expression import expression

# The numbered formats that a file uses without writing them. What Excel shows by the language of the machine is
# written here as in Viet Nam.
BUILT_IN: dict[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00", 9: "0%",
    10: "0.00%", 14: "dd/mm/yyyy", 15: "d/m/yyyy", 16: "d/m", 17: "m/yyyy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)", 41: '#,##0;(#,##0);"-"', 42: '#,##0;(#,##0);"-"', 43: '#,##0.00;(#,##0.00);"-"',
    44: '#,##0.00;(#,##0.00);"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "dd/mm/yyyy"),
}  # fmt: skip


def coded(numbers: Iterable[int], own: Mapping[int, str]) -> list[str]:
    """The codes of numbered formats, those of the file before those that all files have; empty for `General`."""
    codes = (own.get(number, BUILT_IN.get(number, "")) for number in numbers)
    return ["" if code.lower() == "general" else code for code in codes]


Kind = Literal["general", "number", "date", "text"]

_TOKEN = expression(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<padded>.)|\*(?P<filled>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|Standard)|(?P<power>E[+-]0+)|(?P<noon>AM/PM|A/P)|(?P<digits>[0#?]|[,.](?=[0#?,.]*))"
    r"|(?P<percent>%)|(?P<at>@)|(?P<time>y+|m+|d+|h+|s+|e+|g+|b+)|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = expression(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = expression(r"[hms]+", re.IGNORECASE)
_SECTIONS = 4
_MOST_DIGITS, _MOST_SCALING = 10, 3


class Token(NamedTuple):
    """A part of a section: `text` as it is shown, or a run of one of the letters of a date."""

    kind: Literal["text", "digits", "general", "time", "elapsed", "at"]
    text: str


_GENERAL = Token("general", "")


class Section(NamedTuple):
    """A section of a format.

    Attributes:
        kind: what it shows.
        tokens: its parts in order.
        condition: sign and number of `[>=100]`.
        whole: least digits before the point.
        grouped: whether thousands are parted.
        least, most: digits behind the point.
        thousands: how often a number is divided by 1,000 before it is shown.
        percent: how often it is multiplied by 100.
    """

    kind: Kind
    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    whole: int = 0
    grouped: bool = False
    least: int = 0
    most: int = 0
    thousands: int = 0
    percent: int = 0


@lru_cache(maxsize=4096)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code, at least one."""
    return tuple(_section(part) for part in _parted(code)[:_SECTIONS])


def _parted(code: str) -> list[str]:
    """The sections as written; a semicolon within quotes, brackets or behind a stroke parts nothing."""
    parts = [""]
    for found in _TOKEN.finditer(code):
        if found["literal"] == ";":
            parts.append("")
        else:
            parts[-1] += found[0]
    return parts


def _section(code: str) -> Section:
    tokens: list[Token] = []
    condition = None
    general = power = False
    percent = 0
    for found in _TOKEN.finditer(code):
        general = general or found["general"] is not None
        power = power or found["power"] is not None
        percent += found["percent"] is not None
        bracket = found["bracket"]
        matched = _CONDITION.fullmatch(bracket) if bracket else None
        if matched:
            condition = (matched[1], Decimal(matched[2]))
        token = _token(found)
        if token is not None:
            tokens.append(token)
    parts = _joined(tokens)
    digits = "".join(token.text for token in parts if token.kind == "digits")
    if any(token.kind in ("time", "elapsed") for token in parts):
        return Section("date", tuple(parts), condition)
    if general or power or "/" in "".join(token.text for token in parts if token.kind == "text" and digits):
        return Section("general", tuple(parts) if general else (_GENERAL,), condition, percent=min(percent, 1))
    if digits:
        return _number(digits, tuple(parts), condition, percent)
    return Section("text", tuple(parts), condition)


def _token(found: re.Match[str]) -> Token | None:
    kind = found.lastgroup
    if kind in ("quoted", "escaped", "literal", "percent"):
        return Token("text", found[kind])
    if kind == "padded":
        return Token("text", " ")
    if kind == "digits":
        return Token("digits", found[0])
    if kind == "time":
        return Token("time", found[0].lower())
    if kind == "at":
        return Token("at", "@")
    if kind == "general":
        return _GENERAL
    return _bracketed(found["bracket"]) if kind == "bracket" else None


def _bracketed(inside: str) -> Token | None:
    """`[h]` counts hours beyond a day, `[$₫-42A]` is a currency; colours and conditions show nothing."""
    if _ELAPSED.fullmatch(inside):
        return Token("elapsed", inside.lower())
    if inside.startswith("$"):
        return Token("text", inside[1:].split("-")[0])
    return None


def _joined(tokens: list[Token]) -> list[Token]:
    """Neighbouring digits as one token, and words as one; digits that words part stay the first's."""
    joined: list[Token] = []
    for token in tokens:
        if joined and joined[-1].kind == token.kind and token.kind in ("digits", "text"):
            joined[-1] = Token(token.kind, joined[-1].text + token.text)
        else:
            joined.append(token)
    return joined


def _number(
    digits: str, tokens: tuple[Token, ...], condition: tuple[str, Decimal] | None, percent: int
) -> Section:  # fmt: skip
    before, _, behind = digits.partition(".")
    scaled = len(before) - len(before.rstrip(",")) + (len(behind) - len(behind.rstrip(",")))
    return Section(
        kind="number",
        tokens=tokens,
        condition=condition,
        whole=before.count("0"),
        grouped="," in before.rstrip(","),
        least=min(behind.count("0"), _MOST_DIGITS),
        most=min(sum(behind.count(each) for each in "0#?"), _MOST_DIGITS),
        thousands=min(scaled, _MOST_SCALING),
        percent=min(percent, _MOST_SCALING),
    )
