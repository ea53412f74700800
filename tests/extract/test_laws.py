"""Laws of the reading: blank lines say nothing, and a paper behind another has the numbers that it has alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import camket.samples
from camket import extract
from camket.model.document import Document

TEXTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted(Path(camket.samples.__file__).parent.glob("[0-9]*.txt"))
}


def facts(text: str) -> list[tuple[str, ...]]:
    """All facts of a text without their places."""
    found = extract(Document(id="paper", text=text, sha256="", text_sha256=""))
    said = [
        *((f.quote, f.indicator, f.measure, f.role, str(f.period), str(f.area)) for f in found.figures),
        *((t.quote, str(t.done), str(t.total), t.state) for t in found.tallies),
        *((one.quote, str(one.issuer)) for one in found.directives),
        *((one.quote, str(one.proposer)) for one in found.proposals),
        *((one.quote, str(one.number)) for one in found.references),
        *((one.name, str(one.position)) for one in found.people),
    ]
    return [tuple(" ".join(value.split()) for value in one) for one in said]


def numbers(text: str) -> list[tuple[str, ...]]:
    """The quantities and tallies of a text, sorted."""
    found = extract(Document(id="paper", text=text, sha256="", text_sha256=""))
    quantities = [(f.quote, str(f.value), str(f.value_high), f.unit) for f in found.figures]
    return sorted((*quantities, *((t.quote, str(t.done), str(t.total), "") for t in found.tallies)))


@pytest.mark.parametrize("name", TEXTS)
def test_a_blank_line_behind_every_line_changes_nothing(name: str) -> None:
    assert facts(TEXTS[name].replace("\n", "\n\n")) == facts(TEXTS[name])


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(TEXTS)), st.lists(st.integers(0, 10_000), max_size=8), st.integers(1, 4))
def test_blank_lines_anywhere_change_nothing(name: str, places: list[int], count: int) -> None:
    lines = TEXTS[name].split("\n")
    for place in places:
        lines[place % len(lines)] += "\n" * count
    assert facts("\n".join(lines)) == facts(TEXTS[name])


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(sorted(TEXTS)))
def test_two_papers_joined_give_the_numbers_of_both(first: str, second: str) -> None:
    joined = f"{TEXTS[first]}\n\n{TEXTS[second]}"
    assert numbers(joined) == sorted((*numbers(TEXTS[first]), *numbers(TEXTS[second])))
