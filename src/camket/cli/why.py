"""A fact with its reasons and with what it was told from, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from camket.cli.output import harmless
from camket.extract.rivals import Rival, Why
from camket.model.fact import Fact, Figure
from camket.report.dates import period
from camket.report.facts import describe
from camket.report.layout import shown_width, wrap
from camket.report.naming import indicator_name, word
from camket.report.numbers import number
from camket.report.pen import Pen
from camket.report.reasons import reason
from camket.report.view import Tone

_WON, _DOUBT, _LOST = "✓ ", "! ", "✗ "
_INDENT = "   "
_MOST_RIVALS = 3  # that lost for one reason
_DOUBTS = (
    "reason.indicator.variant",
    "reason.indicator.own_words",
    "reason.period.default",
    "explain.area.none",
)
"""Reasons that a person should look at: what the words leave open."""
_ATTRIBUTES = (".indicator.", ".period.", ".role.", ".area.")


def card(place: int, fact: Fact, whys: Sequence[Why], pen: Pen) -> Iterator[str]:
    """A fact: its words and confidence, what it says, then each attribute with its reasons and its rivals.

    Args:
        place: its number in the sentence.
        fact: any fact.
        whys: its attributes; of a fact without any, the bare reasons are shown.
        pen: how wide the lines are, and in which language.
    """
    yield from _title(f"{place}. {' '.join(fact.quote.split())}", fact.confidence, pen)
    yield from _hung(_INDENT, describe(fact, pen.language), pen)
    words = _own_words(fact)
    labels = [pen.term(f"explain.attribute.{each.attribute}") for each in whys]
    column = len(_INDENT) + max(map(shown_width, labels), default=0) + 2
    for label, each in zip(labels, whys, strict=True):
        head = _INDENT + label + " " * (column - len(_INDENT) - shown_width(label))
        yield from _attribute(each, words, pen, head)
    rest = [each for each in fact.reasons if not whys or not any(name in each.code for name in _ATTRIBUTES)]
    for said in rest:
        yield from _hung(_INDENT, reason(said, pen.language, words), pen, _WON, "good")


def _title(text: str, confidence: float, pen: Pen) -> Iterator[str]:
    """The words of a fact, with its confidence at the right edge."""
    sure = pen.term("explain.confidence", value=number(Decimal(str(confidence)), pen.language))
    first, *rest = wrap(harmless(text), pen.width - shown_width(sure) - 2)
    gap = " " * (pen.width - shown_width(first) - shown_width(sure))
    yield pen.strong(first) + gap + pen.paint(sure, "quiet")
    yield from (pen.strong(_INDENT + line) for line in rest)


def _attribute(one: Why, words: Mapping[str, str], pen: Pen, head: str) -> Iterator[str]:
    """The reasons, the first behind the head, then the rivals; those that lost for one reason on one line."""
    for said in one.because:
        doubt = said.code in _DOUBTS
        text = reason(said, pen.language, words)
        yield from _hung(head, text, pen, _DOUBT if doubt else _WON, "warn" if doubt else "good")
        head = " " * shown_width(head)
    for lost, rivals in groupby(one.rivals, key=lambda rival: rival.lost):
        names = "; ".join([_rival(one.attribute, rival, pen) for rival in rivals][:_MOST_RIVALS])
        yield from _hung(head, f"{names}: {reason(lost, pen.language)}", pen, _LOST, "quiet")


def _rival(attribute: str, rival: Rival, pen: Pen) -> str:
    """What a rival is, with the words that offered it where they do not say the same."""
    name = _value(attribute, rival.what, pen)
    same = rival.quote is None or rival.quote.lower() == name.lower()
    return name if same else f"{name} (“{rival.quote}”)"


def _value(attribute: str, value: str, pen: Pen) -> str:
    if attribute == "indicator":
        return indicator_name(value, None, pen.language)
    if attribute == "period":
        return period(value, pen.language)
    return word(f"role.{value}", pen.language) if attribute == "role" else value


def _own_words(fact: Fact) -> dict[str, str]:
    return {fact.indicator: fact.indicator_text} if isinstance(fact, Figure) and fact.indicator_text else {}


def _hung(head: str, text: str, pen: Pen, mark: str = "", tone: Tone | None = None) -> Iterator[str]:
    """A text behind a head and a mark, its further lines under its first; what lost is quiet as a whole."""
    begins = head + pen.paint(mark, tone)
    room = shown_width(head) + len(mark)
    for line in wrap(harmless(text), pen.width - room):
        yield begins + (pen.paint(line, tone) if tone == "quiet" else line)
        begins = " " * room
