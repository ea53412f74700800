"""Words that a person selected on a page, found again in the text as it is kept.

A selection travels as the words, those around them, and where they begin and end in code points. A browser may have
composed letters, dropped carriage returns and run blanks together; the words are looked for in the folded text, and
what is kept is the text's own letters.
"""

from __future__ import annotations

from camket.errors import UsageError
from camket.model.judgement import Anchor
from camket.model.span import Span
from camket.registry.judging import Places

LONGEST = 4_000
"""Letters that may be selected."""


def found_in(text: str, anchor: Anchor) -> Span:
    """The span of selected words.

    Raises:
        UsageError: nothing was selected or too much, the words are not in the text, or they stand in several places
            and the words around them do not tell which is meant.
    """
    if not anchor.quote.strip() or len(anchor.quote) > LONGEST:
        raise UsageError("review.nothing_selected", most=LONGEST)
    if text[anchor.start : anchor.end] == anchor.quote and _is_meant(text, anchor):
        return _without_blanks(text, Span(anchor.start, anchor.end))
    found = sorted(Places(text).candidates(anchor), key=lambda each: (-each[0], abs(each[1].start - anchor.start)))
    if not found:
        raise UsageError("review.not_in_text", quote=_short(anchor.quote))
    if len(found) > 1 and found[0][0] == found[1][0] and not anchor.start:
        raise UsageError("review.several", quote=_short(anchor.quote), count=len(found))
    return _without_blanks(text, found[0][1])


def _is_meant(text: str, anchor: Anchor) -> bool:
    """Whether the words around agree, as far as they were sent."""
    before = text[max(0, anchor.start - len(anchor.prefix)) : anchor.start]
    return before == anchor.prefix and text[anchor.end : anchor.end + len(anchor.suffix)] == anchor.suffix


def _without_blanks(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
