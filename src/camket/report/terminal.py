"""A scoreboard as aligned text: for a terminal with colours, for a pipe without."""

from __future__ import annotations

from camket.report import brief, full
from camket.report.pen import Pen
from camket.report.view import BoardView


def render(view: BoardView, *, width: int = 110, colour: bool = False, whole: bool = False) -> str:
    """The scoreboard as text. Without colour there is no control code in it: each state is also a word.

    Args:
        view: what to show.
        width: of a line; only words longer than it go beyond.
        colour: whether to use control codes.
        whole: everything, with the sentences, instead of what fits one or two screens.
    """
    pen = Pen(view.language, width, colour=colour)
    lines = full.lines(view, pen) if whole else brief.lines(view, pen)
    return "\n".join(lines) + "\n"
