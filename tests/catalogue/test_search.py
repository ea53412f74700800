"""Finding an entry by a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket import catalogue
from camket.catalogue.search import Kind, bare, find
from camket.model.area import Area


def key(entry: object) -> str:
    return entry.slug if isinstance(entry, Area) else str(getattr(entry, "id", ""))


@pytest.mark.parametrize(
    ("word", "kind", "first"),
    [
        ("grdp", "indicators", "grdp"),
        ("thu ngan sach", "indicators", "budget_revenue"),
        ("Thu ngân sách", "indicators", "budget_revenue"),
        ("KNXK", "indicators", "exports"),
        ("poverty", "indicators", "poverty_rate"),
        ("ho ngheo", "indicators", "poverty_rate"),
        ("dbscl", "areas", "dong-bang-song-cuu-long"),
        ("thi xa que vo", "areas", "que-vo-town"),
        ("dong", "units", "VND"),
        ("doanh nghiep", "units", "count"),
        ("so tai chinh", "bodies", "so-tai-chinh"),
        ("UBND huyện", "bodies", "ubnd-huyen"),
    ],
)
def test_the_best_comes_first(word: str, kind: Kind, first: str) -> None:
    assert key(find(word, kind)[0]) == first


def test_all_forms_of_a_name_are_found() -> None:
    found = [key(entry) for entry in find("bac ninh", "areas")]
    assert set(found[:4]) == {"bac-ninh-1997", "bac-ninh-2025", "bac-ninh-2026", "bac-ninh-city"}


def test_a_word_that_names_nothing_finds_nothing() -> None:
    assert find("xyzzy", "indicators") == []


def test_an_empty_word_finds_all() -> None:
    assert len(find("", "bodies")) == len(catalogue.load_bodies())


@given(st.text())
def test_bare_is_settled_after_one_pass(text: str) -> None:
    assert bare(bare(text)) == bare(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("Thuế  tỉnh", "thue tinh"), ("ĐỒNG", "dong"), ("hoá", "hoa"), ("", "")]
)
def test_bare(text: str, expected: str) -> None:
    assert bare(text) == expected
