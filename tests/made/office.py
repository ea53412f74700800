"""LibreOffice, as the tests use it: files of one kind made into another."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
_PATIENCE, _TRIES = 100.0, 3
"""Seconds for a try, and how many: on a loaded machine it hangs now and then at its start."""


def convert(target: str, out: Path, *sources: Path) -> None:
    """Write the sources to a folder as another kind; `target` is its suffix, or suffix and filter."""
    for attempt in range(_TRIES):
        profile = (out / f"profile-{attempt}").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
        process = subprocess.Popen(
            [*command, "--outdir", out, *sources],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            assert process.wait(_PATIENCE) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # what `soffice` starts is not ended with it
            process.wait()
        else:
            return
    raise AssertionError(f"soffice made no {target} of {sources} in {_TRIES} times {_PATIENCE} seconds")
