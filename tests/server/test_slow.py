"""Who sends slowly does not hold the pages: connections that do not get on are cut off, by `CAMKET_SLOW_SECONDS`."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.browser.served import Served, served

from camket.errors import UsageError
from camket.server.configuration import configured
from camket.server.hurried import LEAST, Hurried
from camket.server.serving import WORKERS

GRACE, MARGIN = 3, 30.0
"""The setting of these tests, and seconds beyond it that a machine under load may need."""


class TestConnections:
    """The rule, on a pair of sockets."""

    def test_what_comes_is_handed_on(self) -> None:
        one, other = socket.socketpair()
        with one, other:
            one.sendall(b"abc")
            assert Hurried(other, 1).recv(10) == b"abc"
            one.close()
            assert Hurried(other, 1).recv(10) == b""

    def test_who_says_nothing_is_cut_off(self) -> None:
        one, other = socket.socketpair()
        with one, other, pytest.raises(ConnectionResetError):
            Hurried(other, 0.1).recv(10)

    def test_a_byte_now_and_then_is_not_enough(self) -> None:
        one, other = socket.socketpair()
        hurried, began = Hurried(other, 0.3), time.monotonic()
        with one, other, pytest.raises(ConnectionResetError):
            for _ in range(100):
                one.sendall(b"x")
                hurried.recv(1)
                hurried.recv(1)  # nothing is there yet
        assert time.monotonic() - began < MARGIN

    def test_who_sends_enough_may_take_longer_than_the_grace(self) -> None:
        one, other = socket.socketpair()
        hurried = Hurried(other, 1)
        sender = threading.Thread(target=_send, args=(one, 6, LEAST, 0.3))
        with one, other:
            sender.start()
            held = 0
            while held < 6 * LEAST:
                held += len(hurried.recv(LEAST))
            sender.join()

    def test_time_spent_elsewhere_does_not_count(self) -> None:
        one, other = socket.socketpair()
        with one, other:
            hurried = Hurried(other, 0.2)
            one.sendall(b"ab")
            assert hurried.recv(1) == b"a"
            time.sleep(0.4)
            assert hurried.recv(1) == b"b"


def _send(connection: socket.socket, times: int, size: int, pause: float) -> None:
    for _ in range(times):
        connection.sendall(b"x" * size)
        time.sleep(pause)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    pytest.importorskip("gunicorn", reason="gunicorn is not installed")
    if os.name == "nt":
        pytest.skip("gunicorn runs on POSIX systems")
    with served(tmp_path_factory.mktemp("slow"), settings={"CAMKET_SLOW_SECONDS": str(GRACE)}) as made:
        yield made


HEAD = b"POST /dang-nhap HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
COOKIE = b"Cookie: csrftoken=" + b"y" * 32 + b"\r\n"  # without one a form is refused before it is read
BEGINNINGS = {
    "in the head": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
    "in the form": HEAD + COOKIE + b"Content-Length: 5000\r\n\r\n",
}


@pytest.mark.own_database
@pytest.mark.parametrize("beginning", BEGINNINGS.values(), ids=BEGINNINGS)
def test_a_byte_a_second_holds_no_process_beyond_the_limit(house: Served, beginning: bytes) -> None:
    """As many as there are processes, each sending a byte a second; the page is answered all the same, in time."""
    port = int(house.address.rpartition(":")[2])
    ended = threading.Event()
    slow = [threading.Thread(target=_drip, args=(port, beginning, ended)) for _ in range(WORKERS)]
    for each in slow:
        each.start()
    time.sleep(0.5)  # both processes have taken one up
    began = time.monotonic()
    urlopen(f"{house.address}/dang-nhap", timeout=GRACE + MARGIN + 5).close()  # noqa: S310 - an address of our own making
    took = time.monotonic() - began
    ended.set()
    for each in slow:
        each.join()
    assert took < GRACE + MARGIN


def _drip(port: int, beginning: bytes, ended: threading.Event) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(beginning)
        while not ended.wait(1):
            try:
                connection.sendall(b"x")
            except OSError:
                return


@pytest.mark.own_database
def test_a_large_form_that_comes_steadily_is_read(house: Served) -> None:
    """Slower than the grace, but enough a second: it is read to its end and answered."""
    port = int(house.address.rpartition(":")[2])
    piece, pieces = b"a" * (LEAST // 3), 12
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(
            HEAD + COOKIE + f"Content-Length: {len(piece) * pieces}\r\nConnection: close\r\n\r\n".encode()
        )
        for _ in range(pieces):
            connection.sendall(piece)
            time.sleep(GRACE / 9)
        answer = connection.recv(100)
    assert answer.startswith(b"HTTP/1.1 403 ")  # the form has no right token, which is found out when it was read


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("CAMKET_SLOW_SECONDS", "0", "server.no_number"),
        ("CAMKET_UPLOAD_MB", "abc", "server.no_number"),
        ("CAMKET_HTTPS", "yes", "server.no_switch"),
        ("CAMKET_DEBUG", "true", "server.no_switch"),
        ("CAMKET_HOSTS", "http://so-tai-chinh.vn", "server.no_host"),
        ("CAMKET_HOSTS", "so-tai-chinh.vn, 10.0.0.1:8000", "server.no_host"),
        ("CAMKET_HOSTS", "so tai chinh", "server.no_host"),
        ("CAMKET_SECRET_KEY", "ngan", "server.short_secret"),
        ("CAMKET_DATABASE_URL", "mysql://a:b@c/d", "server.database_url"),
        ("CAMKET_UPLOAD_FOLDER", f"{__file__}/waiting", "server.upload_folder"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_at_the_start(tmp_path: Path, name: str, value: str, code: str) -> None:
    with pytest.raises(UsageError) as error:
        configured({"CAMKET_DATA": str(tmp_path), name: value})
    assert error.value.message.code == code


def test_settings_that_can_be_used_are(tmp_path: Path) -> None:
    usual = configured({"CAMKET_DATA": str(tmp_path), "CAMKET_HTTPS": "", "CAMKET_HOSTS": " , "})
    assert (usual.slow_seconds, usual.https, usual.debug, usual.spool) == (20, False, False, None)
    assert usual.hosts == ("localhost", "127.0.0.1", "[::1]")
    given = {"CAMKET_HTTPS": "1", "CAMKET_DEBUG": "0", "CAMKET_SECRET_KEY": "k" * 32, "CAMKET_SLOW_SECONDS": "7"}
    given["CAMKET_UPLOAD_FOLDER"] = str(tmp_path / "waiting")
    hosts = "so-tai-chinh.vn,.bacninh.gov.vn, 10.0.0.1,[::1]"
    asked = configured({"CAMKET_DATA": str(tmp_path), "CAMKET_HOSTS": hosts, **given})
    assert (asked.slow_seconds, asked.https, asked.debug, asked.secret) == (7, True, False, "k" * 32)
    assert asked.spool == tmp_path / "waiting" and asked.spool.is_dir()
    assert asked.hosts == ("so-tai-chinh.vn", ".bacninh.gov.vn", "10.0.0.1", "[::1]")
