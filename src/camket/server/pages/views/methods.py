"""`/phuong-phap`: in plain words what a fact is, how a value is chosen, how states are found, what confidence means."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from camket.assess.thresholds import THRESHOLDS
from camket.model.message import message
from camket.registry.policy import VERSION, VINTAGES
from camket.report.method import method
from camket.report.naming import word
from camket.report.numbers import number
from camket.report.rows import TONES
from camket.resolve.sources import RANKS
from camket.server.pages.language import language_of
from camket.server.pages.paper_view import UNSURE
from camket.words import Language, say, term

_DUE, _NEARLY, _PACE, _OLD, _AGREE, _TALLIES, _DIRECTIVES, _OURS, _WORKED_OUT, _LIKELY = range(10)


class State(msgspec.Struct, frozen=True):
    """A state with its colour and what it means, the thresholds in numbers."""

    name: str
    tone: str
    meaning: str


def methods(request: HttpRequest) -> HttpResponse:
    """All parts on one page; the numbers are those that the program works with."""
    language = language_of(request)
    said = method(language)
    context = {
        "policy": say(message("methods.standing.1", version=VERSION), language),
        "vintages": _vintages(language),
        "sources": [term(f"source.{kind}", language) for kind in sorted(RANKS, key=lambda kind: -RANKS[kind])],
        "states": _states(language),
        "state_notes": (said[_DUE], said[_NEARLY], said[_PACE], said[_WORKED_OUT], said[_OLD], said[_OURS]),
        "agree": f"{said[_AGREE]} {said[_LIKELY]}",
        "tallies": (said[_TALLIES], said[_DIRECTIVES]),
        "unsure": say(message("methods.confidence.2", unsure=_percent(Decimal(str(UNSURE)), language)), language),
    }
    return render(request, "pages/methods.html", context)


def _vintages(language: Language) -> list[str]:
    """Releases, the one that counts most first; those of one rank together."""
    ranks: dict[int, list[str]] = {}
    for name, rank in VINTAGES.items():
        code = f"vintage.{name}"
        said = word(code, language)
        ranks.setdefault(rank, []).append(said if said != name else word(f"role.{name}", language))
    return [", ".join(ranks[rank]) for rank in sorted(ranks, reverse=True)]


def _states(language: Language) -> list[State]:
    numbers = {
        "nearly": _percent(THRESHOLDS.nearly, language),
        "on_track": number(THRESHOLDS.on_track, language),
        "at_risk": number(THRESHOLDS.at_risk, language),
    }
    return [
        State(term(f"state.{state}", language), tone, say(message(f"methods.state.{state}", **numbers), language))
        for state, tone in TONES.items()
    ]


def _percent(share: Decimal, language: Language) -> str:
    return number((share * 100).quantize(Decimal(1)), language)


PATHS = (path("phuong-phap", methods, name="method"),)
