"""Log-ins as pages tell them: by browser and system, and when."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localtime

from camket.report.dates import day
from camket.words import Language

_BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)  # fmt: skip
"""Signs of browsers, those first that others bear too."""
_SYSTEMS = (
    ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip


def browser(agent: str) -> str:
    """Browser and system by the name that a browser gives itself; the name itself where it says neither."""
    found = next((name for sign, name in _BROWSERS if sign in agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in agent), "")
    return ", ".join(filter(None, (found, system))) or agent


def moment(at: datetime, language: Language) -> str:
    """A moment as pages write it, in the time of the country."""
    local = localtime(at)
    return f"{local:%H:%M} {day(local.date(), language)}"


def written(at: datetime) -> str:
    """The same as files write it, so that it can be sorted."""
    return f"{localtime(at):%Y-%m-%d %H:%M}"
