"""Raised numbers, as files tell them apart from the letters that they stand behind."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")


def raised(text: str, before: str) -> str:
    """A raised text behind another.

    A raised number behind a digit or a sign is an exponent or the mark of a note typed by hand, and stays apart from
    what it stands behind (`10⁶`, `6,9%¹`); behind a letter it is part of a unit (`km2`).
    """
    apart = bool(before) and not before[-1].isalpha()
    return text.translate(_RAISED) if apart and text.strip().isdigit() else text
