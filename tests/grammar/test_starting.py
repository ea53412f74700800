"""A search that knows with which letters a match begins finds what one finds that does not."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from camket.grammar.expression import compiled
from camket.grammar.starting import with_starts
from camket.rules.book import kinds, rule_set

TEXT = 'Xã Tân Lập, huyện Yên Sơn: 12 hộ thoát nghèo; "tỉnh" giao 5% cho thị xã.\nTỷ lệ đạt 3,5 %'
SHARPENED = [
    r"(?<!\w)(?:xã|huyện)",
    r"\b(?:xã|huyện)\b",
    r"(?:thị )?xã",
    r"(?:(?:thị )?(?:xã|trấn)|\d+ hộ)",
    r"(?:^|(?<=\n))(?:Xã|Tỷ)",
    r"(?=t)(?:tỉnh|xã)",
    r"(?:\s*|;)+[đ5]",
    r"(?:(?:thị)?(?: ?trấn)?)x",
    r"(?<![^\s])[a-zđ0-9\s]{2,4}?\d",
]
AS_THEY_WERE = [
    r"",
    r"xã",
    r"(?P<kind>xã|huyện) (?P<name>\w+)",
    r"(?:xã|huyện)?",
    r"[^x]ã",
    r"(?<!\w)[^\W\d_]+",
    r".ã",
    r"(x)?\1ã",
    r"(?<!\w)(?:x(?i:ã)|(?i:h)uyện)",
    r"(?<!\w)(?>xã|huyện)",
    r"(?i)(?<!\w)(?:xã|huyện)",
]


def found(asked: re.Pattern[str]) -> list[object]:
    """All that an expression finds in the text, from its head and from within."""
    return [(one.span(), one.groups()) for start in (0, 3, 40) for one in asked.finditer(TEXT, start)]


def sharpened(text: str) -> bool:
    """Whether the head of an expression is told letters that `re` has not worked out."""
    compiler = import_module("re._compiler")
    parsed = import_module("re._parser").parse(text)
    code = compiler._code(parsed, 0)
    told: list[int] = with_starts(compiler, parsed, code, int(parsed.state.flags))
    return told != list(code)


@pytest.mark.parametrize("text", SHARPENED)
def test_what_begins_with_letters_behind_a_look_around_is_told_them(text: str) -> None:
    assert sharpened(text)
    assert found(compiled(text)) == found(re.compile(text))


@pytest.mark.parametrize("text", AS_THEY_WERE)
def test_what_may_begin_with_anything_or_is_known_already_stays(text: str) -> None:
    assert not sharpened(text)
    assert found(compiled(text)) == found(re.compile(text))


def test_the_expressions_of_the_rules_find_the_same_in_their_examples() -> None:
    for kind in kinds():
        for one in rule_set().rules[kind]:
            plain = re.compile(one.regex.pattern)
            for text in (*(example.text for example in one.rule.examples), *one.rule.counter_examples):
                for written in (text, text.lower()):
                    assert [each.span() for each in one.regex.finditer(written)] == [
                        each.span() for each in plain.finditer(written)
                    ]
