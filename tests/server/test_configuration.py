"""The settings of a server that starts for the first time."""

from __future__ import annotations

import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from camket.server.configuration import configured

_TOGETHER = 8
pytestmark = pytest.mark.one_database


def test_those_that_start_together_on_a_new_folder_have_one_secret(tmp_path: Path) -> None:
    for attempt in range(20):
        data, begin = tmp_path / str(attempt), threading.Barrier(_TOGETHER)

        def secret(data: Path = data, begin: threading.Barrier = begin) -> str:
            begin.wait()
            return configured({"CAMKET_DATA": str(data)}).secret

        with ThreadPoolExecutor(_TOGETHER) as pool:
            secrets = {each.result() for each in [pool.submit(secret) for _ in range(_TOGETHER)]}
        assert secrets == {(data / "secret-key").read_text(encoding="ascii")}
        assert [each.name for each in data.iterdir()] == ["secret-key"]


def test_the_secret_is_for_its_owner_and_stays(tmp_path: Path) -> None:
    first = configured({"CAMKET_DATA": str(tmp_path)}).secret
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) & 0o077 == 0
    assert configured({"CAMKET_DATA": str(tmp_path)}).secret == first


def test_where_the_file_system_has_no_links_it_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted", str(self), None, str(target))

    monkeypatch.setattr(Path, "hardlink_to", refused)
    first = configured({"CAMKET_DATA": str(tmp_path)}).secret
    monkeypatch.undo()
    assert configured({"CAMKET_DATA": str(tmp_path)}).secret == first
