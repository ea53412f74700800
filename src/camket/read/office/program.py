"""LibreOffice, without its windows: a file of a kind that only it reads becomes a DOCX."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from camket.errors import ReadError
from camket.read.limits import Limits

_BEGUN_ANEW = frozenset((79, 81))  # it has made its profile, or changed it, and asks to be started again
_STARTS = 3
_OWN_TIME = 0.8  # of the time for a file: the rest is for reading what was made
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
    source, made = folder / f"paper.{suffix}", folder / "made"
    source.write_bytes(data)
    _write_settings(folder / "profile" / "user")
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--nologo", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made), str(source),
    ]  # fmt: skip
    for _ in range(_STARTS):
        if _run(command, file, folder, limits) not in _BEGUN_ANEW:
            break
    target = made / "paper.docx"
    return target.read_bytes() if target.is_file() else None


def _run(command: list[str], file: str, folder: Path, limits: Limits) -> int:
    proxy = "http://127.0.0.1:9"
    environment = {
        "PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp", "http_proxy": proxy, "https_proxy": proxy,
    }  # fmt: skip
    seconds = max(1.0, limits.seconds * _OWN_TIME)
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, on a file of ours
            command, env=environment, cwd=folder, timeout=seconds, check=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise ReadError("read.office_slow", file=file, seconds=round(seconds)) from error
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
