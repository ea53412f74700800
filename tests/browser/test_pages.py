"""What holds for every page, wide and narrow, in both languages, on the screen and on paper."""

from __future__ import annotations

import pytest
from tests.browser.examples import Found
from tests.browser.visiting import Visit, told
from tests.server.test_permissions import ADDRESSES

from camket.server.pages.addresses import paths

HEAVIEST = 200_000
"""Bytes of a page without its pictures."""


def test_every_address_has_an_example(found: Found) -> None:
    """A page that nothing links to cannot be found by anybody; where that is meant, name it in `examples.MORE`.

    What only takes a form, by the list of who may ask for what, is no page.
    """
    forms = {line["name"] for line in ADDRESSES} - {line["name"] for line in ADDRESSES if "get" in line}
    known = {example.name for example in found.pages} | found.others | forms
    assert {path.name for path in paths()} - known == set()


@pytest.mark.parametrize(
    "what",
    ["axe", "wide", "cut", "low", "printed", "unreachable", "unseen", "noise", "outside"],
)
def test_nothing_is_wrong_with_any_page(visits: list[Visit], what: str) -> None:
    wrong = {f"{visit.path} ({visit.language})": getattr(visit, what) for visit in visits if getattr(visit, what)}
    assert not wrong, told(wrong)


def test_no_page_is_heavy(visits: list[Visit]) -> None:
    heavy = {f"{visit.path} ({visit.language})": visit.weight for visit in visits if visit.weight > HEAVIEST}
    assert not heavy, told(heavy)
