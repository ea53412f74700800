"""Many who read while some write, on real processes: no error, nothing lost. `make soak` gives it two minutes each."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from urllib.parse import unquote, urlsplit

import psycopg
import pytest
from psycopg import sql
from tests.server.papers import write_papers
from tests.server.test_kill import CAMKET, ROOT, environment

pytestmark = [pytest.mark.soak, pytest.mark.skipif(os.name == "nt", reason="gunicorn runs on POSIX systems")]

SECONDS = float(os.environ.get("CAMKET_SOAK_SECONDS", "120"))
READERS, PATIENCE, BEFORE = 50, 60, 60
_LINK = re.compile(r'href="(/[^"#]*)')
_BEGIN = (
    "/", "/dia-ban", "/ke-hoach", "/chi-tieu", "/van-ban", "/nguoi", "/vien-dan", "/ket-qua-tong-hop",
    "/so-lieu-chua-thong-nhat", "/tim-kiem?q=t%C4%83ng+tr%C6%B0%E1%BB%9Fng+2020", "/tim-kiem?q=ngan+sach",
)  # fmt: skip


class Readers:
    """Threads that walk over the pages at random."""

    def __init__(self, port: int) -> None:
        self._port, self._ended = port, threading.Event()
        self.answers: list[float] = []
        self.errors: list[str] = []

    def run(self, count: int, seconds: float) -> None:
        """Read for some time."""
        threads = [threading.Thread(target=self._walk, args=(Random(number),)) for number in range(count)]
        for thread in threads:
            thread.start()
        self._ended.wait(seconds)
        self._ended.set()
        for thread in threads:
            thread.join()

    def _walk(self, dice: Random) -> None:
        links: list[str] = list(_BEGIN)
        while not self._ended.is_set():
            address = dice.choice(links)
            began = time.monotonic()
            try:
                status, page = self._get(address)
            except (OSError, http.client.HTTPException) as error:
                self.errors.append(f"{address}: {error!r}")
                continue
            self.answers.append(time.monotonic() - began)
            if status >= 500:
                self.errors.append(f"{address}: {status}")
            found = [each.replace("&amp;", "&") for each in _LINK.findall(page) if "/static/" not in each]
            links = [*_BEGIN, *found]

    def _get(self, address: str) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)) as connection:
            connection.request("GET", address)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")


@contextmanager
def served(where: Mapping[str, str]) -> Iterator[int]:
    """`camket serve` on a free port, as anybody would start it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = Path(where["CAMKET_DATA"]).with_suffix(".log")
    with log.open("w") as out:
        process = subprocess.Popen([*CAMKET, "serve", "--port", str(port)], env=dict(where), stdout=out, stderr=out)
        try:
            _wait_for(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=60)
    said = log.read_text()
    assert "Traceback" not in said, said[-3000:]
    assert "Error" not in said, said[:3000]


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError(process.poll())


@contextmanager
def database(kind: str, folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a registry of its own."""
    where = environment(folder / "data")
    if kind == "sqlite":
        yield where
        return
    address = os.environ["CAMKET_TEST_DATABASE_URL"]
    parts, name = urlsplit(address), f"soak_{os.getpid()}"
    host, user = unquote(parts.hostname or ""), parts.username or ""
    with psycopg.connect(host=host, user=user, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield where | {"CAMKET_DATABASE_URL": address.rpartition("/")[0] + f"/{name}"}


def written(writers: list[subprocess.Popen[str]]) -> tuple[list[str], list[int]]:
    loaded: list[str] = []
    corrections: list[int] = []
    for writer in writers:
        out, err = writer.communicate(timeout=300)
        assert writer.returncode == 0, err[-3000:]
        told = json.loads(out)
        loaded += told["loaded"]
        corrections += told["corrections"]
    return loaded, corrections


HELD = """
import json, sys
from camket.server.starting import start
start()
from camket.server.registry.models import Correction, Document
papers = {bytes(each).hex() for each in Document.objects.values_list("sha256", flat=True)}
held = set(Correction.objects.filter(revoked_at=None).values_list("id", flat=True))
print(json.dumps({"papers": sorted(papers), "corrections": sorted(held)}))
"""


@pytest.mark.parametrize(("kind", "writers"), [("sqlite", 2), ("postgresql", 5)])
def test_fifty_read_while_some_write(kind: str, writers: int, tmp_path: Path) -> None:
    if kind == "postgresql" and "CAMKET_TEST_DATABASE_URL" not in os.environ:
        pytest.skip("needs PostgreSQL: tools/with-postgres pytest -m soak tests/server/test_many_users.py")
    with database(kind, tmp_path) as where:
        write_papers(tmp_path / "papers", BEFORE)
        subprocess.run([*CAMKET, "load", str(tmp_path / "papers")], env=where, check=True, stdout=subprocess.DEVNULL)
        with served(where) as port:
            running = [
                subprocess.Popen(
                    [sys.executable, "-m", "tests.server.writing", str(number), str(SECONDS), str(tmp_path / "new")],
                    env=where, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                )
                for number in range(1, writers + 1)
            ]  # fmt: skip
            readers = Readers(port)
            readers.run(READERS, SECONDS)
            loaded, corrections = written(running)
        answers = sorted(readers.answers)
        sys.stdout.write(
            f"{kind}: {len(answers)} pages read, median {answers[len(answers) // 2]:.2f} s, "
            f"slowest {answers[-1]:.2f} s; {len(loaded)} papers loaded, {len(corrections)} corrections hold\n"
        )
        assert readers.errors == []
        told = subprocess.run([sys.executable, "-c", HELD], env=where, check=True, capture_output=True, text=True)
        held = json.loads(told.stdout)
        assert set(loaded) <= set(held["papers"])
        assert len(held["papers"]) == BEFORE + len(loaded)
        assert set(corrections) <= set(held["corrections"])
        doctor = subprocess.run([*CAMKET, "doctor"], env=where, capture_output=True, text=True, check=False)
        assert (doctor.returncode, doctor.stdout.count("\n")) == (0, 1), doctor.stdout
