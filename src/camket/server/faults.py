"""What went wrong while a page was made, told on the standard error: where in the program, never words of papers."""

from __future__ import annotations

import logging
from pathlib import Path
from types import TracebackType

_SHOWN = 12


class FaultFormatter(logging.Formatter):
    """The path of the page, the kind of error, and the lines of code that led to it; no message, no values."""

    def format(self, record: logging.LogRecord) -> str:
        """One line for the page and one for each of the last calls."""
        request = getattr(record, "request", None)
        place = getattr(request, "path", record.name)
        kind, _, trace = record.exc_info or (None, None, None)
        lines = [f"{getattr(record, 'status_code', record.levelname)} {place}: {kind.__name__ if kind else '-'}"]
        return "\n".join((*lines, *_calls(trace)[-_SHOWN:]))


def _calls(trace: TracebackType | None) -> list[str]:
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return found
