"""LibreOffice, without its windows: files of a kind that only it reads become DOCX."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

from camket.errors import ReadError
from camket.read.limits import Limits

_BEGUN_ANEW = frozenset((79, 81))  # it has made its profile, or changed it, and asks to be started again
_STARTS = 3
_OWN_TIME = 0.8  # of the time for a file: the rest is for reading what was made
_START, _EACH = 20.0, 5.0  # seconds for several files together: for its start on a busy machine, and for each
_MADE = "made"
_SETTINGS = {
    "/org.openoffice.Office.Common/Security/Scripting": {
        "DisableMacrosExecution": "true", "MacroSecurityLevel": "3", "BlockUntrustedRefererLinks": "true",
    },
    # A place where nobody listens stands for the network.
    "/org.openoffice.Inet/Settings": {
        "ooInetProxyType": "1", "ooInetHTTPProxyName": "127.0.0.1", "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1", "ooInetHTTPSProxyPort": "9",
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
}  # fmt: skip


def office() -> str | None:
    """The program; the one behind its launcher where there is one, as that is a single process that can be killed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        return None
    behind = Path(found).resolve().with_name("soffice.bin")
    return str(behind) if behind.is_file() else found


def to_docx(program: str, data: bytes, file: str, suffix: str, folder: Path, limits: Limits) -> bytes | None:
    """The bytes of the DOCX; None where it makes none.

    It runs no macro, follows no link, opens no network, and has a profile of its own in the folder.

    Raises:
        ReadError: `read.office_slow` where it was stopped.
    """
    seconds = max(1.0, limits.seconds * _OWN_TIME)
    try:
        return _made(program, [(data, suffix)], folder, seconds)[0]
    except subprocess.TimeoutExpired as error:
        raise ReadError("read.office_slow", file=file, seconds=round(seconds)) from error


def all_to_docx(program: str, papers: Sequence[tuple[bytes, str]], folder: Path, limits: Limits) -> list[bytes | None]:
    """The same of several files with their suffixes, in one start of the program.

    It takes one after the other. Where it is stopped or ends, those that it had made are whole, and the rest is None.
    """
    seconds = min(limits.seconds * _OWN_TIME, _START + _EACH * len(papers))
    try:
        return _made(program, papers, folder, seconds)
    except subprocess.TimeoutExpired:
        return _taken(folder, len(papers))


def _made(program: str, papers: Sequence[tuple[bytes, str]], folder: Path, seconds: float) -> list[bytes | None]:
    sources = [folder / f"{number}.{suffix}" for number, (_, suffix) in enumerate(papers)]
    for source, (data, _) in zip(sources, papers, strict=True):
        source.write_bytes(data)
    _write_settings(folder / "profile" / "user")
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--nologo", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / _MADE),
        *map(str, sources),
    ]  # fmt: skip
    for _ in range(_STARTS):
        if _run(command, folder, seconds) not in _BEGUN_ANEW:
            break
    return _taken(folder, len(papers))


def _taken(folder: Path, count: int) -> list[bytes | None]:
    """What was made, without a file that the program was still writing when it ended."""
    targets = [folder / _MADE / f"{number}.docx" for number in range(count)]
    return [target.read_bytes() if zipfile.is_zipfile(target) else None for target in targets]


def _run(command: list[str], folder: Path, seconds: float) -> int:
    proxy = "http://127.0.0.1:9"
    environment = {
        "PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp", "http_proxy": proxy, "https_proxy": proxy,
    }  # fmt: skip
    done = subprocess.run(  # noqa: S603 - a program of the system, on a file of ours
        command, env=environment, cwd=folder, timeout=seconds, check=False, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return done.returncode


def _write_settings(user: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}'
        "</oor:items>",
        encoding="utf-8",
    )
