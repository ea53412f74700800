"""Scan, sentences, word lists and the running of rules."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.errors import RuleError
from camket.grammar.ending import Ending
from camket.grammar.engine import DIGITS, Reading, RuleSet
from camket.grammar.holding import Holding
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE, Entry, Lexicon
from camket.grammar.trie import alternation

NAMES = Lexicon(
    [
        Entry("tăng trưởng", "name", "growth"),
        Entry("tốc độ tăng trưởng", "name", "growth rate"),
        Entry("PCI", "name", "pci", cased=True),
        Entry("năm", CUE, "năm"),
        Entry("năm tới", CUE, "năm tới"),
    ]
)


def values(text: str) -> list[str]:
    return [mark.value for mark in Reading(text, NAMES).marks.get("name", [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tốc độ tăng trưởng đạt 6%", ["growth rate"]),
        ("cótốc độ tăng trưởng cao", ["growth"]),
        ("chỉ số PCI và pci", ["pci"]),
        ("tăng trưởngg", []),
    ],
)
def test_scan_keeps_the_longest_that_stands_alone(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_every_cue_counts_also_inside_a_longer_one() -> None:
    reading = Reading("trong 5 năm tới", NAMES)
    assert reading.cues == {"năm": [8], "năm tới": [8]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tăng 6%. Thu đạt 5 tỷ.", ["Tăng 6%.", "Thu đạt 5 tỷ."]),
        ("TP. HCM thu 376.000 tỷ đồng. Đây là", ["TP. HCM thu 376.000 tỷ đồng.", "Đây là"]),
        ("PGS.TS. Trần Văn A nói", ["PGS.TS. Trần Văn A nói"]),
        ("người dân Đông Nam Á. Ở Việt Nam", ["người dân Đông Nam Á.", "Ở Việt Nam"]),
        ('“Phải làm ngay.” Ông nói.', ['“Phải làm ngay.”', "Ông nói."]),
        ("a.\r\n\r\nb", ["a.", "b"]),
        # the number of a heading or an item is no part of its sentence
        ("II. Kết quả. Thu tăng.", ["Kết quả.", "Thu tăng."]),
        ("2.1. Giao Sở Y tế.", ["Giao Sở Y tế."]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    reading = Reading(text, NAMES)
    assert [reading.folded.quote(one.start, one.end) for one in reading.sentences] == expected


def test_what_nobody_says_in_one_breath_is_cut_between_words() -> None:
    text = "thu ngân sách tăng, " * 1_000
    found = Reading(text, NAMES).sentences
    assert max(one.end - one.start for one in found) <= 3_000
    assert "".join(text[one.start : one.end].replace(" ", "") for one in found) == text.replace(" ", "")


@given(st.lists(st.text(alphabet="abăâ đ.*+", min_size=1, max_size=6), min_size=1, max_size=20))
def test_a_trie_matches_just_its_words(words: list[str]) -> None:
    pattern = re.compile(alternation(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert not pattern.fullmatch("".join(words) + "z")


def test_unknown_word_list_names_rule_and_list() -> None:
    rule = Rule(name="k/r", pattern="{nothing}", produce=lambda _: "x", examples=(example("a"),))
    with pytest.raises(RuleError, match=r"rule=k/r.*list=nothing"):
        RuleSet([rule], {"k": {"other": {}}})


def test_a_pattern_that_cannot_be_read_names_its_rule() -> None:
    rule = Rule(name="k/r", pattern="(một", produce=lambda _: "x", examples=(example("a"),))
    with pytest.raises(RuleError, match=r"rule=k/r"):
        RuleSet([rule], {}).run("k", Reading("một hai", NAMES))


def test_a_rule_that_no_cue_wakes_is_never_compiled() -> None:
    rule = Rule(name="k/r", pattern="(ba", cues=("ba",), produce=lambda _: "x", examples=(example("a"),))
    rules = RuleSet([rule], {})
    assert rules.run("k", Reading("một hai", Lexicon(rules.cue_entries()))) == []


def test_the_heavier_rule_wins_then_the_longer() -> None:
    def rule(name: str, pattern: str, weight: int) -> Rule:
        return Rule(name=name, pattern=pattern, produce=lambda found: found.match[0], examples=(), weight=weight)

    rules = RuleSet([rule("k/long", "một hai ba", 0), rule("k/short", "hai", 1), rule("k/first", "một", 0)], {})
    reading = Reading("một hai ba", NAMES)
    assert [(one.rule, one.item) for one in rules.run("k", reading)] == [("k/first", "một"), ("k/short", "hai")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã có 3 chợ. Huyện có 2 trên 5 chợ.", ["2 trên 5"]),
        ("Xã có 3 chợ, huyện có 5.", []),
        ("Trên 5 chợ đã mở. Có 2 chợ.", []),
    ],
)
def test_a_rule_is_tried_only_on_sentences_that_hold_what_it_needs(text: str, expected: list[str]) -> None:
    def made(needs: str) -> list[object]:
        rule = Rule(name="k/r", pattern=r"\d trên \d", needs=needs, produce=lambda found: found.match[0], examples=())
        return [one.item for one in RuleSet([rule], {}).run("k", Reading(text, NAMES))]

    assert made(" trên ") == made("") == expected
    assert made("khác") == []


def test_a_production_sees_the_groups_of_the_pattern_and_of_what_stands_before() -> None:
    def produce(found: Found) -> str:
        return "/".join(found[name] for name in ("count", "of", "lead", "none"))

    rule = Rule(
        name="k/r", pattern=r"(?P<count>\d)(?P<of> chợ)?", before=r"(?P<lead>có) ", anchor=DIGITS, produce=produce,
        examples=(),
    )  # fmt: skip
    made = RuleSet([rule], {}).run("k", Reading("Xã có 3 chợ, có 4 cầu", NAMES))
    assert [one.item for one in made] == ["3/ chợ/có/", "4//có/"]


@pytest.mark.parametrize(
    ("text", "found"), [("tại huyện A, xã B", ["huyện a", "xã b"]), ("tại tỉnh C", []), ("xã hội", [])]
)
def test_all_that_hold_a_word(text: str, found: list[str]) -> None:
    local = Holding(r"(?:huyện|xã) \w(?!\w)", ("huyện ", "xã "))
    assert [one[0] for one in local.finditer(text.lower())] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [("đã tăng thêm ", "tăng thêm "), ("đã tăng", "tăng"), ("tăng đến ", None), ("tăng thêm 5% ", None), ("", None)],
)
def test_what_ends_at_a_place(text: str, expected: str | None) -> None:
    ending = Ending(r"(?<!\w)tăng(?: thêm)? ?$")
    found = ending.search(text)
    assert (found[0] if found else None) == expected
    assert (ending.search(f"{text}giảm", 0, len(text)) is None) == (expected is None)
