"""What is decoded into a type in one thread harms no other thread that does the same."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import camket

SOURCE = Path(camket.__file__).parent
DECODING = {"msgspec.convert", *(f"msgspec.{kind}.decode" for kind in ("json", "msgpack", "toml", "yaml"))}


def untyped(text: str) -> list[int]:
    """The lines that decode into a type that `typed` was not asked for; a decoder of its own counts as one."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        kinds = [keyword.value for keyword in node.keywords if keyword.arg == "type"]
        if called == "msgspec.convert":
            kinds += node.args[1:2]
        if called in DECODING and not all(ast.unparse(kind).startswith("typed(") for kind in kinds):
            found.append(node.lineno)
        if called.startswith("msgspec.") and called.endswith(".Decoder"):
            found.append(node.lineno)
    return found


def test_all_that_is_decoded_into_a_type_is_typed() -> None:
    found = {
        path.relative_to(SOURCE).as_posix(): untyped(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")
    }
    assert {name: lines for name, lines in found.items() if lines and name != "typed.py"} == {}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("msgspec.convert(a, B)", [1]),
        ("msgspec.convert(a, typed(B), strict=False)", []),
        ("msgspec.convert(a, type=B)", [1]),
        ("a = 1\nmsgspec.json.decode(a, type=list[B])", [2]),
        ("msgspec.msgpack.decode(a, type=typed(list[B]))", []),
        ("msgspec.json.decode(a)", []),
        ("msgspec.json.Decoder(B).decode(a)", [1]),
    ],
)
def test_what_is_not_typed_is_seen(text: str, lines: list[int]) -> None:
    assert untyped(text) == lines


PROGRAM = """
import sys, threading
import msgspec
from camket.typed import typed

sys.setswitchinterval(1e-5)
written = {"n": 1, "below": [{"n": 2, "below": [{"n": 3}]}]}
for number in range(60):
    kinds = [msgspec.Struct]
    for depth in range(20):
        fields = [("n", int)] + ([("below", list[kinds[-1]], [])] if depth else [])
        kinds.append(msgspec.defstruct(f"Kind{number}Depth{depth}", fields))
    begin, done = threading.Barrier(4), []

    def read():
        begin.wait()
        done.append(msgspec.convert(written, typed(kinds[-1])).below[0].below[0].n)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert done == [3] * 4
"""


def test_threads_that_meet_a_kind_for_the_first_time_together_all_have_it() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
