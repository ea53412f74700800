"""Every sentence exists in both languages, with the same parameters, and every code that the source names exists."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import camket.words
from camket.model.message import message
from camket.words import Language, say, sentences

SOURCE = Path(camket.words.__file__).parents[1]
SAYING = {"message", "term", "word", "UsageError", "ReadError", "CatalogueError", "RuleError", "CamketError"}


def _parameters(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


class Named(NamedTuple):
    """Where the source names a code: as it stands, or as a pattern where a part of it is filled in."""

    place: str
    pattern: str


def _pattern(code: ast.expr) -> str | None:
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        return re.escape(code.value)
    if isinstance(code, ast.JoinedStr) and isinstance(code.values[0], ast.Constant):
        return "".join(re.escape(str(each.value)) if isinstance(each, ast.Constant) else ".+" for each in code.values)
    return None


def _codes_named() -> Iterator[Named]:
    """The first argument of all that says something, and the help of options."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            said = [node.args[0]] if name in SAYING and node.args else []
            said += [each.value for each in node.keywords if each.arg == "help"]
            for pattern in filter(None, map(_pattern, said)):
                yield Named(f"{file.relative_to(SOURCE)}:{node.lineno}", pattern)


def test_both_languages_say_the_same_things() -> None:
    assert sorted(sentences("vi")) == sorted(sentences("en"))


def test_both_languages_take_the_same_parameters() -> None:
    vietnamese, english = sentences("vi"), sentences("en")
    assert len(vietnamese) > 3_000
    other = {code: (said, english[code]) for code, said in vietnamese.items()
             if _parameters(said) != _parameters(english[code])}  # fmt: skip
    assert other == {}


def test_every_code_of_the_source_has_its_sentence() -> None:
    named = list(_codes_named())
    codes = sentences("vi")
    whole = {re.escape(code) for code in codes}
    filled_in = [each for each in named if each.pattern not in whole]
    assert len(named) - len(filled_in) > 100
    assert [each for each in filled_in if not any(re.fullmatch(each.pattern, code) for code in codes)] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_code_stands_twice_in_a_file(language: Language) -> None:
    lines = (SOURCE / "words" / f"{language}.yaml").read_text(encoding="utf-8").splitlines()
    codes = [line.partition(": ")[0] for line in lines if line and not line.startswith(("#", " "))]
    assert len(codes) == len(set(codes)) == len(sentences(language))


def test_a_message_is_worded_and_an_unknown_one_shown_bare() -> None:
    assert say(message("board.as_of", day="vừa rồi"), "en") == "As known on vừa rồi"
    assert say(message("no.such", file="a.txt")) == "no.such file=a.txt"


@pytest.mark.parametrize(
    ("code", "params", "said"),
    [
        ("board.as_of", {"day": "05/6/2026"}, "As known on 5 June 2026"),
        ("board.as_of", {"day": "15/12/2026"}, "As known on 15 December 2026"),
        ("board.as_of", {"day": "31/13/2026"}, "As known on 31/13/2026"),  # none
        ("board.as_of", {"day": "6/2026"}, "As known on 6/2026"),
        (
            "tracking.due_before_paper",
            {"found": "15/6/2026"},
            "The due “15/6/2026” is before the day of the paper that gives the task.",
        ),
    ],
)
def test_days_are_written_as_english_does_unless_they_are_quoted(code: str, params: dict[str, str], said: str) -> None:
    assert say(message(code, **params), "en") == said


@pytest.mark.parametrize(
    ("count", "vietnamese", "english"),
    [
        ("7", "7", "7"),
        ("999", "999", "999"),
        (1681, "1.681", "1,681"),
        ("1,204", "1,204", "1,204"),
        ("1,5", "1,5", "1,5"),
    ],
)
def test_how_many_is_written_in_groups_of_three_digits(count: object, vietnamese: str, english: str) -> None:
    told = message("review.papers_count", count=count)
    assert say(told, "vi").startswith(f"{vietnamese} ") and say(told, "en").startswith(f"{english} ")


def test_a_vietnamese_sentence_keeps_its_days() -> None:
    assert say(message("board.as_of", day="05/6/2026"), "vi").endswith("05/6/2026")


@pytest.mark.parametrize(
    ("code", "params", "said"),
    [
        ("review.papers_count", {"count": 1}, "1 paper"),
        ("review.papers_count", {"count": "1"}, "1 paper"),
        ("review.papers_count", {"count": 0}, "0 papers"),
        ("review.papers_count", {"count": "1,204"}, "1,204 papers"),
        ("load.known", {"count": 1}, "1 paper was there before; nothing was added."),
        ("load.known", {"count": 21}, "21 papers were there before; nothing was added."),
        ("names.ended", {"statements": 2, "papers": 1}, "Revoked: 2 statements of 1 paper moved back."),
    ],
)
def test_one_is_not_many(code: str, params: dict[str, int | str], said: str) -> None:
    assert say(message(code, **params), "en") == said


@pytest.mark.parametrize("language", ["vi", "en"])
def test_choices_of_number_stand_after_a_number(language: Language) -> None:
    for code, sentence in sentences(language).items():
        for found in re.finditer(r"\[([^\[\]|]*)\|[^\[\]]*\]", sentence):
            assert "{" in sentence[: found.start()], code
            assert found[1], code


def test_english_counts_agree() -> None:
    """A count is followed by a noun in both forms, not by one that is wrong for 1."""
    counts = r"\{(count|statements|papers|rows|tasks|files|days)\}"
    wrong = re.compile(counts + r" (?!(of|in|times|and)\b)([a-z]+ ){0,2}[a-z]{3,}s\b(?!-)")
    never_one = {"assess.forecast_quarters", "period.months"}
    assert {code for code, said in sentences("en").items() if wrong.search(said)} <= never_one
