"""Judgements find their place again in a text that was read anew, or are orphans."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assess.making import figure, placed

from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.judgement import Anchor, Judgement, anchor_at
from camket.registry.judging import Places, applied, attach
from camket.registry.review import Matter, review_of, urgency
from camket.registry.selecting import found_in

OLD = "BÁO CÁO\nNăm 2022, GRDP tăng 8%. Thu ngân sách tăng 8%; xuất khẩu giảm 18%.\n"
NOON = datetime(2026, 11, 26, 5, tzinfo=UTC)


def nth(text: str, quote: str, number: int) -> Anchor:
    place = -1
    for _ in range(number):
        place = text.index(quote, place + 1)
    return anchor_at(text, place, place + len(quote))


def paper(text: str, *places: Anchor) -> Extraction:
    figures = [
        figure(each.quote, "8", period="2022", start=each.start, end=each.end, id=f"f{each.start}") for each in places
    ]
    return placed("p", text=text, figures=figures)


def confirmed(anchor: Anchor, mention: str = "f24") -> Judgement:
    fact = figure(anchor.quote, "8", period="2022", start=anchor.start, end=anchor.end, id=mention)
    return Judgement(
        document="sha-p", kind="figures", mention=mention, verdict="confirmed", anchor=anchor, fact=fact, who="an",
        at=NOON,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        (OLD, 1, "GRDP tăng [8%]"),
        (OLD, 2, "ngân sách tăng [8%]"),
        ("Trang 1\n" + OLD, 2, "ngân sách tăng [8%]"),
        (OLD.replace("\n", "\r\n"), 2, "ngân sách tăng [8%]"),
        (OLD.replace(" tăng", "\n tăng"), 2, "ngân sách\n tăng [8%]"),
        (unicodedata.normalize("NFD", OLD), 1, "GRDP tăng [8%]"),
        (OLD.replace("Thu", "😀 Thu"), 2, "ngân sách tăng [8%]"),
        (OLD.replace("GRDP tăng 8%. ", ""), 1, None),
        (OLD.replace("8%. Thu ngân sách tăng 8%", "9%. Thu ngân sách tăng 9%"), 1, None),
        ("Giá vàng tăng 8%.", 1, None),
    ],
)
def test_a_place_is_found_again_by_its_words_and_those_around(text: str, number: int, found: str | None) -> None:
    span = Places(text).locate(nth(OLD, "8%", number))
    if found is None:
        assert span is None
        return
    before, _, rest = unicodedata.normalize("NFC", found).partition("[")
    assert span is not None
    assert text[span.start : span.end] == rest[:-1]
    assert unicodedata.normalize("NFC", text[: span.start]).endswith(before)


def test_a_fact_with_other_edges_at_the_same_place_takes_the_judgement() -> None:
    first = nth(OLD, "8%", 1)
    wider = anchor_at(OLD, OLD.index("tăng 8%"), first.end)
    attached = attach(paper(OLD, wider), [confirmed(first)])
    assert list(attached.facts) == [("figures", f"f{wider.start}")]
    assert (attached.held, attached.orphans) == ((), ())


@pytest.mark.parametrize("mention", ["chairman", "secretary"])
def test_of_two_facts_of_the_same_words_the_one_that_was_judged_takes_the_judgement(mention: str) -> None:
    """As of a person who holds two offices."""
    place = nth(OLD, "8%", 1)
    both = [figure("8%", "8", period="2022", start=place.start, end=place.end, id=each) for each in (
        "chairman", "secretary")]  # fmt: skip
    attached = attach(placed("p", text=OLD, figures=both), [confirmed(place, mention)])
    assert list(attached.facts) == [("figures", mention)]


def test_a_fact_that_the_reader_gives_no_more_is_kept_by_who_confirmed_it() -> None:
    (kept,) = applied(paper(OLD), [confirmed(nth(OLD, "8%", 2))]).figures
    assert (kept.start, kept.quote, kept.rule, kept.confidence) == (nth(OLD, "8%", 2).start, "8%", "person", 1.0)


def test_words_that_are_gone_leave_an_orphan() -> None:
    judgement = confirmed(nth(OLD, "8%", 1))
    attached = attach(paper("Văn bản khác."), [judgement])
    assert attached.orphans == (judgement,)
    assert applied(paper("Văn bản khác."), [judgement]).figures == ()


@pytest.mark.parametrize(
    ("text", "anchor", "wanted"),
    [
        (OLD, Anchor(quote="8%", prefix="ngân sách tăng ", suffix="; xuất"), 2),
        (OLD, nth(OLD, "8%", 1), 1),
        (OLD.replace("\n", "\r\n"), Anchor(quote="8%", prefix="GRDP tăng ", suffix=". Thu", start=22), 1),
        (unicodedata.normalize("NFD", OLD), Anchor(quote="8%", prefix="sách tăng ", suffix="; xuất khẩu", start=40), 2),
        ("😀 " + OLD, Anchor(quote=" 8% ", prefix="", suffix="", start=25), 1),
        (OLD, Anchor(quote="tăng  8%", prefix="GRDP ", suffix=""), 1),
    ],
)
def test_selected_words_are_found_in_the_text_as_it_is_kept(text: str, anchor: Anchor, wanted: int) -> None:
    span = found_in(text, anchor)
    own = nth(text, "8%", wanted)
    assert span.start <= own.start < own.end == span.end
    assert text[span.start : span.end].split()[-1] == "8%"


@pytest.mark.parametrize(
    ("anchor", "code"),
    [
        (Anchor(quote="  "), "review.nothing_selected"),
        (Anchor(quote="x" * 4001), "review.nothing_selected"),
        (Anchor(quote="9%"), "review.not_in_text"),
        (Anchor(quote="8%"), "review.several"),
    ],
)
def test_words_that_are_not_meant_are_refused(anchor: Anchor, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        found_in(OLD, anchor)
    assert refused.value.message.code == code


_PIECES = st.text(alphabet="ab 8%,.\r\n\u0301😀ộđĐ\u00a0", min_size=0, max_size=30)


@given(_PIECES, st.text(alphabet="ab8%ộ😀", min_size=1, max_size=6), _PIECES)
def test_every_selection_of_a_text_is_found_where_it_was_made(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    anchor = anchor_at(text, len(before), len(before) + len(quote))
    assert Places(text).locate(anchor) == (anchor.start, anchor.end)
    assert found_in(text, anchor) == (anchor.start, anchor.end)


@given(_PIECES, st.text(alphabet="ab8%ộ", min_size=1, max_size=6), _PIECES, st.sampled_from(["NFD", "NFC", "CRLF"]))
def test_a_browsers_way_of_sending_words_never_leads_elsewhere(before: str, quote: str, after: str, how: Any) -> None:
    """What is found has the selected words, whatever form they come in; no letter is selected without its marks."""
    after = after.lstrip("\u0301")
    text = before + quote + after
    anchor = anchor_at(text, len(before), len(before) + len(quote))
    sent = [anchor.quote, anchor.prefix, anchor.suffix]
    if how == "CRLF":
        sent = [each.replace("\r", "").replace("\n", "\r\n") for each in sent]
    else:
        sent = [unicodedata.normalize(how, each) for each in sent]
    span = Places(text).locate(Anchor(quote=sent[0], prefix=sent[1], suffix=sent[2], start=anchor.start))
    if span is not None:
        found = unicodedata.normalize("NFC", text[span.start : span.end])
        assert found.split() == unicodedata.normalize("NFC", quote).split()


def test_the_state_of_review() -> None:
    first = confirmed(nth(OLD, "8%", 1))
    from msgspec.structs import replace

    rejected = replace(first, verdict="rejected", fact=None, who="binh")
    unsure = replace(first, verdict="unsure", fact=None, who="chi")
    assert review_of([]).state == "machine"
    assert review_of([unsure]).state == "unsure"
    assert (review_of([first, unsure]).state, review_of([first, unsure]).differing) == ("confirmed", False)
    assert (review_of([first, rejected]).state, review_of([first, rejected]).differing) == ("rejected", True)
    assert review_of([replace(first, undone_at=NOON), rejected]).differing is False
    assert review_of([first, replace(first, who="binh")]).differing is False


def test_what_does_most_harm_comes_first() -> None:
    order = [
        Matter(confidence=0.9, contested=True, planned=True),
        Matter(confidence=0.3, planned=True),
        Matter(confidence=0.9, contested=True),
        Matter(confidence=0.3),
        Matter(confidence=0.9, headline=True, due=True),
        Matter(confidence=0.9, headline=True),
        Matter(confidence=0.9, due=True),
        Matter(confidence=0.9),
    ]
    weights = [urgency(each) for each in order]
    assert weights == sorted(weights, reverse=True)
