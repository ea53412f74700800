"""The core stands alone: no Django, no clock, no network, and a cheap import."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import camket

SOURCE = Path(camket.__file__).parent
OUTSIDE_THE_CORE = {"server", "cli", "batch"}
CORE = sorted(
    path
    for path in SOURCE.rglob("*.py")
    if path.relative_to(SOURCE).parts[0].removesuffix(".py") not in OUTSIDE_THE_CORE
)
FORBIDDEN_MODULES = {"django", "socket", "urllib", "http", "requests", "time", "locale"}
CLOCK_CALLS = {"now", "today", "utcnow", "time", "monotonic"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_core_has_no_django_no_network_no_clock(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not FORBIDDEN_MODULES & {name.split(".")[0] for name in imported(tree)}
    called = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args
    }
    assert not CLOCK_CALLS & called


def test_the_core_runs_with_django_absent() -> None:
    program = (
        "import sys; sys.modules['django'] = None\n"
        "from camket import read, extract, resolve, assess\n"
        "from camket.model.document import Document\n"
        "print(len(extract(Document(id='a', text='GRDP năm 2024 tăng 6,03%.', sha256='', text_sha256='')).figures))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


HEAVY = ("camket.rules", "camket.catalogue", "camket.words", "camket.grammar", "yaml", "ahocorasick_rs", "selectolax")


@pytest.mark.parametrize("statement", ["import camket", "from camket import read, extract, resolve, assess"])
def test_importing_camket_loads_no_rule_no_yaml_and_no_catalogue(statement: str) -> None:
    program = f"import sys; {statement}; print([name for name in sys.modules if name.startswith({HEAVY!r})])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    long = [
        f"{node.name}:{node.lineno}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert not long


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_catches_all(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    caught = [node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)]
    names = [ast.unparse(node.type) if node.type is not None else "" for node in caught]
    assert not {"", "Exception", "BaseException"} & set(names)
