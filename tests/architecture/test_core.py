"""The core stands alone: no Django, no clock, no network, and a cheap import."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import camket

SOURCE = Path(camket.__file__).parent
OUTSIDE_THE_CORE = {"server", "cli", "batch"}
FORBIDDEN_MODULES = {"django", "socket", "urllib", "http", "requests", "time", "locale"}
CLOCK_CALLS = {"now", "today", "utcnow", "time", "monotonic"}


class Module(NamedTuple):
    """What one file of the source does, as far as it is asked below.

    Attributes:
        lines: how many it has.
        imported: the modules that it imports, by the first part of their names.
        called: the methods that it calls without an argument.
        long: its functions of 60 lines and more.
        caught: the exceptions that it catches; empty for all.
    """

    lines: int
    imported: set[str]
    called: set[str]
    long: list[str]
    caught: set[str]


def module_of(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    made = Module(text.count("\n"), set(), set(), [], set())
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            made.imported.update(name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            made.imported.add(node.module.split(".")[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
            made.called.add(node.func.attr)
        elif isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60:
            made.long.append(f"{node.name}:{node.lineno}")
        elif isinstance(node, ast.ExceptHandler):
            made.caught.add(ast.unparse(node.type) if node.type is not None else "")
    return made


@pytest.fixture(scope="module")
def source() -> dict[str, Module]:
    """Every file of the source, each taken apart once."""
    made = {str(path.relative_to(SOURCE)): module_of(path) for path in sorted(SOURCE.rglob("*.py"))}
    assert len(made) > 500
    return made


def core(source: dict[str, Module]) -> dict[str, Module]:
    return {
        name: module
        for name, module in source.items()
        if name.partition("/")[0].removesuffix(".py") not in OUTSIDE_THE_CORE
    }


def test_core_has_no_django_no_network_no_clock(source: dict[str, Module]) -> None:
    modules = core(source)
    assert len(modules) > 300
    assert {name: module.imported & FORBIDDEN_MODULES for name, module in modules.items()
            if module.imported & FORBIDDEN_MODULES} == {}  # fmt: skip
    assert {name: module.called & CLOCK_CALLS for name, module in modules.items()
            if module.called & CLOCK_CALLS} == {}  # fmt: skip


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


def test_modules_and_functions_stay_short(source: dict[str, Module]) -> None:
    assert {name: module.lines for name, module in source.items() if module.lines > 400} == {}
    assert {name: module.long for name, module in source.items() if module.long} == {}


def test_nothing_catches_all(source: dict[str, Module]) -> None:
    all_of_it = {"", "Exception", "BaseException"}
    assert {name for name, module in source.items() if module.caught & all_of_it} == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("import urllib.request\n", Module(1, {"urllib"}, set(), [], set())),
        ("from django.db import models\n", Module(1, {"django"}, set(), [], set())),
        ("def a():\n    import time\n    return date.today(), date.fromordinal(1)\n",
         Module(3, {"time"}, {"today"}, [], set())),
        ("try:\n    pass\nexcept:\n    pass\n", Module(4, set(), set(), [], {""})),
        ("try:\n    pass\nexcept Exception:\n    pass\n", Module(4, set(), set(), [], {"Exception"})),
        ("def a():\n" + "    pass\n" * 59, Module(60, set(), set(), [], set())),
        ("def a():\n" + "    pass\n" * 60, Module(61, set(), set(), ["a:1"], set())),
    ],
)  # fmt: skip
def test_what_a_file_does_is_seen(tmp_path: Path, text: str, told: Module) -> None:
    (tmp_path / "a.py").write_text(text, encoding="utf-8")
    assert module_of(tmp_path / "a.py") == told
