"""Faults of the program told by the lines of the program alone: the words of an error can be words of a paper."""

from __future__ import annotations

import logging
import traceback


def frames(told: str, reason: str) -> str:
    """A traceback without the words of its errors: the lines of code that it went through, and the kind of error."""
    lines = told.splitlines()
    places = [line for line in lines if line.startswith('  File "')]
    return "\n".join((*places, reason))


class Quiet(logging.Filter):
    """Lets a record of a fault pass without the words of the error."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the record is changed."""
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            record.exc_info = None
            record.exc_text = frames("".join(traceback.format_exception(error)), type(error).__name__)
        return True
