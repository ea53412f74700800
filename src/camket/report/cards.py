"""Statements that differ, side by side with the sentences that make them."""

from __future__ import annotations

from collections.abc import Sequence

from camket.report.markup import reference, text
from camket.report.view import DifferenceRow, Note, Side

_AROUND = 150  # letters before and after a quote: enough for its clause


def card(row: DifferenceRow, notes: Sequence[Note]) -> str:
    """A difference as a card, one column a paper; `notes` are those of the page, in the order of their numbers."""
    sides = "".join(_side(side, notes) for side in row.sides)
    why = f'<p class="why">{text(row.reason)}</p>' if row.is_tally else ""
    return (
        f'<article class="card"><h3>{text(row.subject or row.kind)}</h3><p class="detail">{text(row.kind)}</p>'
        f'<div class="sides">{sides}</div>{why}</article>'
    )


def _side(side: Side, notes: Sequence[Note]) -> str:
    where = text(", ".join(filter(None, (side.document, side.published))))
    own = [notes[number - 1] for number in dict.fromkeys(number for _, number in side.quotes)]
    said = "".join(map(_passage, _passages(own))) or "".join(reference(note.number) for note in own)
    return f'<div class="side"><p class="paper">{where}</p>{said}</div>'


def _passages(notes: Sequence[Note]) -> list[list[Note]]:
    """The notes that stand in one another's words together, in the order of the text."""
    found: list[list[Note]] = []
    for note in sorted((each for each in notes if each.quote), key=lambda each: each.start or 0):
        if found and _place(found[-1][0], note) is not None:
            found[-1].append(note)
        else:
            found.append([note])
    return found


def _place(first: Note, later: Note) -> int | None:
    """Where a later quote begins in the words after a first one; None where it is not among them."""
    if first.end is None or later.start is None or later.start < first.end:
        return None
    place = later.start - first.end
    near = place + len(later.quote) <= _AROUND
    return place if near and first.after[place : place + len(later.quote)] == later.quote else None


def _passage(notes: Sequence[Note]) -> str:
    """The words around some quotes, each marked and with its link."""
    first = notes[0]
    parts = [text(_tail(first.before)), _mark(first)]
    done = 0
    for note in notes[1:]:
        place = _place(first, note)
        if place is not None and place >= done:
            parts += [text(first.after[done:place]), _mark(note)]
            done = place + len(note.quote)
    parts.append(text(_head(first.after[done:], _AROUND - done)))
    return f"<blockquote>{''.join(parts)}</blockquote>"


def _mark(note: Note) -> str:
    return f"<mark>{text(note.quote)}</mark>{reference(note.number)}"


def _tail(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    cut = words[-_AROUND:]
    return "… " + cut[cut.find(" ") + 1 :]


def _head(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    return words[: max(words.rfind(" ", 0, max(room, 1)), 0)] + " …"
