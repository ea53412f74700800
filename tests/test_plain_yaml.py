"""The YAML of the data files has no surprises."""

from __future__ import annotations

import pytest

from camket import plain_yaml


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", None),
        ("# nothing but a note\n", None),
        ("a: 1\nb: [x, -2, 0]\n", {"a": 1, "b": ["x", -2, 0]}),
        ("- {id: ha, no: 'no'}\n- 'null'\n- \"1\"\n", [{"id": "ha", "no": "no"}, "null", "1"]),
        ("a: >\n  hai\n  dòng\nb: |\n  hai\n  dòng\n", {"a": "hai dòng\n", "b": "hai\ndòng\n"}),
        ("01: 1_000\n", {"01": "1_000"}),
        ("a:\nb: ~\n", {"a": None, "b": "~"}),
        ("- true\n- false\n- True\n- yes\n", [True, False, "True", "yes"]),
        ("--- [1]\n", [1]),
    ],
)
def test_what_a_document_holds(written: str, read: object) -> None:
    assert plain_yaml.load(written) == read


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a: 1\na: 2\n", "'a' stands twice.*line 2"),
        ("- &one 1\n- *one\n", "anchor.*line 1"),
        ("- &many [1]\n", "anchor.*line 1"),
        ("- 1\n- *one\n", "anchor.*line 2"),
        ("- !!python/name:os.system x\n", "tag"),
        ("- !!set {a}\n", "tag"),
        ("? [a]\n: 1\n", "a key that is no text"),
        ("--- 1\n--- 2\n", "a second document.*line 2"),
        ("- [1\n", "did not find expected"),
    ],
)
def test_what_would_surprise_is_refused(written: str, said: str) -> None:
    with pytest.raises(plain_yaml.NotPlainError, match=f"(?s){said}"):
        plain_yaml.load(written)
