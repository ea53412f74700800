"""Figures not yet agreed, approved for the tests that are about something else."""

from __future__ import annotations

from camket.server.pages import boards
from camket.server.pages.unagreed import known, unagreed_of_finding
from camket.server.pages.work_board import numbers_of
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.approve_differences import approve_differences


def approve_all() -> None:
    """Let the public read of every difference of its board, of figures and of numbers of work."""
    board = boards.made()
    keys = [bytes(key) for key in board.differences.filter(contradicting=True).values_list("key", flat=True)]
    told = [unagreed_of_finding(each) for each in numbers_of(board).findings if each.verdict != "compatible"]
    approve_differences(CONSOLE, [*known(board, keys).values(), *told])
