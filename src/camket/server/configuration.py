"""Settings from the environment, each with a default that works, checked when the program starts."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from camket.errors import UsageError

_SECRET_LENGTH, _SHORTEST_SECRET, _MOST = 50, 32, 10_000
_HOST = re.compile(r"\*|\.?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:.]+\]")
_MAPPED = 1 << 30
"""Bytes of a SQLite file that are read where the system holds them in memory."""
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - memory; the folder made there is for its owner only


class Configuration(msgspec.Struct, frozen=True, kw_only=True):
    """How the server runs here.

    Attributes:
        data: the folder of everything that is kept beside the database, `CAMKET_DATA`; `./camket-data` by default.
        database: `CAMKET_DATABASE_URL`; SQLite in that folder by default.
        secret: `CAMKET_SECRET_KEY`; made at the first start, and kept in that folder.
        hosts: names under which the pages are asked for, `CAMKET_HOSTS`, parted by commas; this machine by default.
        https: `CAMKET_HTTPS=1` where a web server with TLS stands before it: cookies go by TLS alone, browsers are told
            to use nothing else, and the address of who asks is the one that this server tells.
        idle_minutes: after so long without a question a log-in ends, `CAMKET_IDLE_MINUTES`.
        session_hours: after so long it ends anyhow, `CAMKET_SESSION_HOURS`.
        upload_mb: the most that one question may carry, `CAMKET_UPLOAD_MB`.
        slow_seconds: after so long whoever sends less than 64 kB a second is cut off, `CAMKET_SLOW_SECONDS`.
        debug: `CAMKET_DEBUG=1` shows errors on the page; never where others can reach it.
        upload_files: how many files one upload may have, `CAMKET_UPLOAD_FILES`.
        spool: where files that were handed in wait until they have been looked at, `CAMKET_UPLOAD_FOLDER`.
    """

    data: Path
    database: str
    secret: str
    hosts: tuple[str, ...]
    https: bool = False
    idle_minutes: int = 60
    session_hours: int = 12
    upload_mb: int = 200
    slow_seconds: int = 20
    debug: bool = False
    upload_files: int = 100
    spool: Path | None = None

    @property
    def files(self) -> Path:
        """The folder of the bytes of papers."""
        return self.data / "files"

    @property
    def pictures(self) -> Path:
        """The folder of pictures of pages, which are drawn again where they are missing."""
        return self.data / "pictures"

    @property
    def waiting(self) -> Path:
        """The folder of files that nobody has looked at yet: in memory where the system has such a place."""
        if self.spool is not None:
            return self.spool
        if _IN_MEMORY.is_dir() and os.access(_IN_MEMORY, os.W_OK | os.X_OK):
            return _IN_MEMORY / f"camket-waiting-{sha256(str(self.data).encode()).hexdigest()[:16]}"
        return self.data / "waiting"


def configured(environment: Mapping[str, str] | None = None) -> Configuration:
    """The configuration of an environment; makes the data folder and the secret where they are missing.

    Raises:
        UsageError: a setting cannot be used; says which, and what is wrong with it.
    """
    given = os.environ if environment is None else environment
    data = Path(given.get("CAMKET_DATA") or "camket-data").absolute()
    try:
        data.mkdir(parents=True, exist_ok=True)
        secret = given.get("CAMKET_SECRET_KEY") or _kept_secret(data / "secret-key")
    except OSError as error:
        raise UsageError("server.data_folder", folder=data, reason=error.strerror or error) from error
    database = given.get("CAMKET_DATABASE_URL") or f"sqlite:///{data / 'registry.sqlite3'}"
    database_settings(database)
    if len(secret) < _SHORTEST_SECRET:
        raise UsageError("server.short_secret", least=_SHORTEST_SECRET)
    return Configuration(
        data=data,
        database=database,
        secret=secret,
        hosts=_hosts(given.get("CAMKET_HOSTS", "")),
        https=_switch(given, "CAMKET_HTTPS"),
        idle_minutes=_whole(given, "CAMKET_IDLE_MINUTES", 60),
        session_hours=_whole(given, "CAMKET_SESSION_HOURS", 12),
        upload_mb=_whole(given, "CAMKET_UPLOAD_MB", 200),
        slow_seconds=_whole(given, "CAMKET_SLOW_SECONDS", 20),
        debug=_switch(given, "CAMKET_DEBUG"),
        upload_files=_whole(given, "CAMKET_UPLOAD_FILES", 100),
        spool=_spool(given.get("CAMKET_UPLOAD_FOLDER", "")),
    )


def _whole(given: Mapping[str, str], name: str, usual: int) -> int:
    value = given.get(name) or str(usual)
    if not (value.isascii() and value.isdigit() and 0 < int(value) <= _MOST):
        raise UsageError("server.no_number", name=name, value=value, most=_MOST)
    return int(value)


def _switch(given: Mapping[str, str], name: str) -> bool:
    value = given.get(name) or "0"
    if value not in ("0", "1"):
        raise UsageError("server.no_switch", name=name, value=value)
    return value == "1"


def _hosts(written: str) -> tuple[str, ...]:
    hosts = tuple(filter(None, (host.strip() for host in written.split(","))))
    for host in hosts:
        if not _HOST.fullmatch(host):  # with a scheme, a port or a path it would fit no question
            raise UsageError("server.no_host", value=host)
    return hosts or ("localhost", "127.0.0.1", "[::1]")


def _spool(written: str) -> Path | None:
    if not written:
        return None
    folder = Path(written).absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("server.upload_folder", folder=folder, reason=error.strerror or error) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError("server.upload_folder", folder=folder, reason=os.strerror(errno.EACCES))
    return folder


def _kept_secret(path: Path) -> str:
    """The one secret of the folder: of two that start together on a new one both take what was there first, whole."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        draft.touch(mode=0o600)
        try:
            draft.write_text(secrets.token_urlsafe(_SECRET_LENGTH), encoding="ascii")
            path.hardlink_to(draft)
        except FileExistsError:
            pass  # the other was first
        except OSError:
            draft.replace(path)  # a file system without links
        finally:
            draft.unlink(missing_ok=True)
    return path.read_text(encoding="ascii").strip()


def database_settings(url: str) -> dict[str, Any]:
    """An address of a database as Django takes it: `sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST:PORT/NAME`.

    Raises:
        UsageError: `server.database_url` where it is neither.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # mmap_size: what the system holds of the file in memory is read there, not copied at each statement.
                # secure_delete: what a withdrawn paper leaves in the pages of the file is overwritten at once.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                f"PRAGMA secure_delete=ON; PRAGMA mmap_size={_MAPPED};",
            },
            # Opening the file, its settings and its tables takes longer than the statements of a short page.
            "CONN_MAX_AGE": 60,
        }
    if parts.scheme in ("postgres", "postgresql") and parts.path.strip("/"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    raise UsageError("server.database_url", value=without_password(url))


def without_password(url: str) -> str:
    """An address of a database as it may be shown."""
    parts = urlsplit(url)
    return url.replace(f":{parts.password}@", ":...@") if parts.password else url
