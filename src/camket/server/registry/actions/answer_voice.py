"""A report of a reader answered, or removed."""

from __future__ import annotations

from camket.server.registry import voices
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Voice


@action("answer-voice", permission="registry.answer")
def answer_voice(act: Act, number: int, words: str, *, shown: bool = True) -> Voice:
    """Answer a report. The answer is shown with the figure; the report with it, or, where `shown` is false, not kept.

    Raises:
        UsageError: no such report waits, or the answer is empty or too long.
    """
    return voices.answer(act, number, words, shown=shown)


@action("dismiss-voice", permission="registry.answer")
def dismiss_voice(act: Act, number: int) -> None:
    """Remove a report with its answer: abuse, or something private that its writer wants gone.

    Raises:
        UsageError: there is no such report.
    """
    voices.dismiss(act, number)
