"""One fact in words."""

from __future__ import annotations

from functools import singledispatch

from camket.model.fact import Directive, Fact, Figure, Person, Proposal, Reference, Tally
from camket.model.message import message
from camket.model.scoreboard import Bound
from camket.report.dates import period
from camket.report.naming import indicator_name, measure_name, word
from camket.report.numbers import bound
from camket.words import Language, say


@singledispatch
def describe(fact: Fact, language: Language) -> str:
    """What a fact says, on one line."""
    return fact.quote if language else ""


def value_of(fact: Figure, language: Language) -> str:
    """The number of a figure with its unit and what its words ask for: `từ 6% trở lên`, `7-8%`."""
    return bound(Bound.said_by(fact), language)


@describe.register
def _figure(fact: Figure, language: Language) -> str:
    name = indicator_name(fact.counts_for, fact.indicator_text, language)
    role = word(f"role.{fact.role}", language)
    about = _joined(measure_name(fact.measure, language), role, period(fact.placed_period, language), fact.area)
    return f"{name}: {value_of(fact, language)} ({about})"


@describe.register
def _tally(fact: Tally, language: Language) -> str:
    state = word(f"tally.{fact.state}", language)
    return _joined(f"{fact.done}/{fact.total} {state}", fact.plan, period(fact.placed_period, language), fact.area)


@describe.register
def _directive(fact: Directive, language: Language) -> str:
    kind = word(f"directive.{fact.kind}", language)
    code = "fact.directive.line" if fact.recipient else "fact.directive.to_nobody"
    told = say(message(code, issuer=fact.issuer or "?", kind=kind, recipient=fact.recipient or ""), language)
    return _joined(told, period(fact.deadline, language))


@describe.register
def _proposal(fact: Proposal, language: Language) -> str:
    status = word(f"proposal.{fact.status}", language)
    return _joined(f"{fact.proposer or '?'} → {fact.recipient or '?'}", status, fact.handled_by)


@describe.register
def _reference(fact: Reference, language: Language) -> str:
    return _joined(word(f"reference.{fact.type}", language), fact.number, period(fact.date, language), fact.issuer)


@describe.register
def _person(fact: Person, language: Language) -> str:  # noqa: ARG001 - names and positions stay as the paper has them
    return _joined(fact.name, fact.position)


def _joined(*parts: str | None) -> str:
    return ", ".join(filter(None, parts))
