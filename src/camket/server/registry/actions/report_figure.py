"""A reader reports something about a figure."""

from __future__ import annotations

from camket.server.registry import voices
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Voice


@action("report-figure", permission="registry.report")
def report_figure(act: Act, mention: str, said: str) -> Voice:
    """Take in what a reader says; `camket.server.registry.voices.READER` asks for it, whoever that is.

    Raises:
        UsageError: there is no such figure, the report is too short or too long, or the same was said before.
    """
    return voices.report(act, mention, said)
