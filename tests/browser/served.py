"""`camket serve` in a process of its own, on a port that nothing else uses, and the registry laid out behind it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import msgspec
from tests.made.ready import ready

ROOT = Path(__file__).parents[2]
_PATIENCE = 180.0
_PROGRAM = "from camket.cli import main; main()"
_PEOPLE = """
import json, sys
from camket.server.starting import start
start()
from camket.server.accounts import add_user
given = json.load(sys.stdin)
for name, (role, body) in given["people"].items():
    add_user(name, given["password"], role, body=body)
"""


class Served(msgspec.Struct, frozen=True):
    """Where the pages are, the folder of their data, and the file that sets their clock where it is not true."""

    address: str
    folder: Path
    clock: Path | None = None

    def set_clock(self, moment: datetime) -> None:
        """From now on it is that moment for the pages and their worker, and for commands run beside them."""
        assert self.clock is not None
        self.clock.write_text(str((moment - datetime.now(UTC)).total_seconds()), encoding="utf-8")

    def lay_out(self) -> None:
        """Fill the registry."""
        command = [sys.executable, "-m", "tests.browser.laying", str(self.folder)]
        subprocess.run(command, env=_environment(self.folder, self.clock), cwd=ROOT, check=True)

    def run(self, *words: str, given: str = "") -> str:
        """What `camket` with these words prints, asked beside the pages; `given` is what it reads."""
        return self._run(_PROGRAM, *words, given=given)

    def add_people(self, people: Mapping[str, tuple[str, str]], password: str) -> None:
        """Accounts by name, with their roles and bodies; all in one process."""
        self._run(_PEOPLE, given=json.dumps({"people": people, "password": password}))

    def _run(self, program: str, *words: str, given: str) -> str:
        command = [sys.executable, "-c", program, *words]
        answer = subprocess.run(
            command,
            env=_environment(self.folder, self.clock),
            cwd=ROOT,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert answer.returncode == 0, f"{words}: {answer.stdout}{answer.stderr}"
        return answer.stdout


@contextmanager
def served(
    folder: Path, log: Path | None = None, *, clock: Path | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """An empty registry and its pages; what they say goes to `log`; `clock` sets their time."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    if not (folder / "data").exists():
        ready(folder / "data")
    command = [sys.executable, "-c", _PROGRAM, "serve", "--port", str(port)]
    heard = log.open("wb") if log is not None else None
    process = subprocess.Popen(
        command, env=_environment(folder, clock) | dict(settings or {}), cwd=ROOT, stdout=heard or subprocess.DEVNULL,
        stderr=subprocess.STDOUT if heard else None,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        _await(f"{address}/dang-nhap", process)
        yield Served(address, folder, clock)
    finally:
        process.terminate()
        try:
            process.wait(_PATIENCE)
        finally:
            process.kill()
            if heard is not None:
                heard.close()


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(address, timeout=_PATIENCE).close()  # noqa: S310 - an address of our own making
        except URLError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"no pages at {address}")


def _environment(folder: Path, clock: Path | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAMKET_", "DJANGO_"))}
    moved = [str(Path(__file__).with_name("moved"))] if clock is not None else []
    path = os.pathsep.join((*moved, str(ROOT / "src"), str(ROOT)))
    told = {"TEST_CLOCK": str(clock)} if clock is not None else {}
    own = {"CAMKET_DATA": str(folder / "data"), "DJANGO_SETTINGS_MODULE": "tests.browser.settings"}
    return kept | told | own | {"PYTHONPATH": path, "PYTHONUTF8": "1"}
