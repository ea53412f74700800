"""A backup holds everything, of one moment, and fills an empty registry so that all is equal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.made.ready import ready
from tests.server.papers import write_papers
from tests.server.test_kill import ROOT, environment
from tests.server.test_load import load, troubles

from camket.errors import UsageError
from camket.registry.published import published_statements
from camket.server.accounts import add_user, ensure_user, set_password, users
from camket.server.backup import restore, save
from camket.server.backup.tables import kept_models, table_digests
from camket.server.jobs.asking import ask
from camket.server.registry import models
from camket.server.registry.files import FileStore
from camket.server.registry.guard import writing
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    files = FileStore(tmp_path / "files")
    papers = write_papers(tmp_path / "papers", 6)
    load(files, *papers, version="1", read_on=date(2025, 3, 1))
    load(files, papers[0], version="2")
    DatabaseRegistry().add_statements(list(published_statements())[:40])
    add_user("nguyen.van.a", "mot-mat-khau-dai", "officer")
    ask("place", "place:1", {"b": 1, "a": ["x"]}, who="nguyen.van.a")
    return files


def forget_all() -> None:
    from django.db import connection

    with writing(), connection.cursor() as cursor, connection.constraint_checks_disabled():
        for model in kept_models():
            if model._meta.db_table not in ("auth_permission", "django_content_type"):
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')  # noqa: S608 - our own table


def test_what_was_saved_comes_back_to_the_letter(files: FileStore, tmp_path: Path) -> None:
    tables, kept = table_digests(), {digest: files.get(digest) for digest in files.digests()}
    saved = save(tmp_path / "sao-luu.zip", files)
    assert {table.name: table.sha256 for table in saved.tables} == tables
    assert sum(table.rows for table in saved.tables if table.name.startswith("registry_")) > 100
    forget_all()
    other = FileStore(tmp_path / "other")
    restore(tmp_path / "sao-luu.zip", other)
    assert table_digests() == tables
    assert {digest: other.get(digest) for digest in other.digests()} == kept
    assert troubles(other) == []
    assert load(other, *write_papers(tmp_path / "more", 1, first=50))[0].outcome == "added"


def test_equal_registries_make_equal_backups(files: FileStore, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        save(tmp_path / name, files)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert list(tmp_path.glob("*.part")) == []


def test_a_registry_that_is_not_empty_is_left_alone(files: FileStore, tmp_path: Path) -> None:
    save(tmp_path / "a.zip", files)
    before = table_digests()
    with pytest.raises(UsageError, match="not_empty"):
        restore(tmp_path / "a.zip", files)
    assert table_digests() == before


def rewritten(source: Path, target: Path, change: dict[str, bytes | None]) -> Path:
    """The same archive with some members other or left out."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            data = change.get(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return target


def test_what_is_damaged_or_of_another_version_is_refused(files: FileStore, tmp_path: Path) -> None:
    saved = save(tmp_path / "a.zip", files)
    forget_all()
    with ZipFile(tmp_path / "a.zip") as archive:
        manifest, table = archive.read("manifest.json"), archive.read("tables/registry_fact.jsonl")
    file = f"files/{saved.files[0][:2]}/{saved.files[0][2:]}"
    other = json.dumps(json.loads(manifest) | {"migrations": [["registry", "0001_initial"]]}).encode()
    cases: list[tuple[dict[str, bytes | None], str]] = [
        ({"manifest.json": None}, "restore.no_backup"),
        ({"manifest.json": b"{}"}, "restore.no_backup"),
        ({"manifest.json": other}, "restore.version"),
        ({file: b"other bytes"}, "restore.damaged"),
        ({file: None}, "restore.damaged"),
        ({"tables/registry_fact.jsonl": table[: table.rindex(b"\n", 0, -1) + 1]}, "restore.damaged"),
        ({"tables/registry_fact.jsonl": None}, "restore.damaged"),
    ]
    for number, (change, code) in enumerate(cases):
        path = rewritten(tmp_path / "a.zip", tmp_path / f"{number}.zip", change)
        with pytest.raises(UsageError, match=code):
            restore(path, FileStore(tmp_path / "other"))
        assert not models.Document.objects.exists()
    (tmp_path / "no.zip").write_bytes(b"no archive")
    with pytest.raises(UsageError, match="damaged"):
        restore(tmp_path / "no.zip", files)
    with pytest.raises(UsageError, match="unreadable"):
        restore(tmp_path / "missing.zip", files)


def test_a_backup_without_a_paper_s_bytes_is_none(files: FileStore, tmp_path: Path) -> None:
    files.remove(next(files.digests()))
    with pytest.raises(UsageError, match="no_file"):
        save(tmp_path / "a.zip", files)
    assert list(tmp_path.glob("a.zip*")) == []


ALL = """
import sys
from camket.cli import main
for words in [each.split() for each in sys.argv[1:]]:
    sys.argv[1:] = words
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
"""
"""Commands one after the other in one process, which loads the program once."""


@pytest.mark.own_database
def test_from_one_database_to_another(tmp_path: Path) -> None:
    """From SQLite into another database: PostgreSQL where one is named, else SQLite again."""
    write_papers(tmp_path / "papers", 4)
    first = environment(ready(tmp_path / "one"))
    second = environment(ready(tmp_path / "two"))
    if address := os.environ.get("CAMKET_RESTORE_DATABASE_URL"):
        second["CAMKET_DATABASE_URL"] = address

    def camket(where: dict[str, str], *commands: str) -> None:
        command = [sys.executable, "-c", ALL, *(each.format(tmp_path) for each in commands)]
        subprocess.run(command, env=where, cwd=ROOT, check=True, capture_output=True)

    camket(first, "load {0}/papers", "backup {0}/one.zip")
    camket(second, "restore {0}/one.zip", "doctor", "backup {0}/two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


GOOD = "mot-mat-khau-dai"


class TestAccounts:
    def test_roles_carry_permissions(self) -> None:
        officer, department = (add_user(name, "mot-mat-khau-dai", name) for name in ("officer", "department"))
        assert officer.has_perm("registry.load") and not officer.has_perm("registry.withdraw")
        assert not department.has_perm("registry.load")
        assert add_user("chi", "mot-mat-khau-dai", "administrator").has_perm("registry.withdraw")
        assert [(each.name, each.role) for each in users()] == [
            ("chi", "administrator"), ("department", "department"), ("officer", "officer"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("name", "password", "role", "code"),
        [
            ("a", "ngắn", "officer", "user.weak_password"),
            ("a", "12345678901234", "officer", "user.weak_password"),
            ("a b", GOOD, "officer", "user.bad_name"),
            ("", GOOD, "officer", "user.bad_name"),
            ("x" * 151, GOOD, "officer", "user.bad_name"),
            ("a", GOOD, "king", "user.no_role"),
            ("there", GOOD, "officer", "user.taken"),
        ],
    )
    def test_what_is_refused(self, name: str, password: str, role: str, code: str) -> None:
        add_user("there", "mot-mat-khau-dai", "officer")
        with pytest.raises(UsageError, match=code):
            add_user(name, password, role)

    def test_a_new_password(self) -> None:
        user = add_user("a", "mot-mat-khau-dai", "officer")
        set_password("a", "mat-khau-khac-nua")
        user.refresh_from_db()
        assert user.check_password("mat-khau-khac-nua")
        ensure_user("a", "mat-khau-thu-ba", "officer")
        ensure_user("b", "mat-khau-thu-ba", "officer")
        with pytest.raises(UsageError, match="unknown"):
            set_password("c", "mat-khau-thu-ba")


AS_IT_WAS = """
import sys
from pathlib import Path
from camket.server.starting import start
configuration = start(tables=False)
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from camket.server.backup import saving
from camket.server.backup.tables import kept_models, migrations
from camket.server.registry.files import FileStore
for last in sys.argv[2:]:
    call_command("migrate", "registry", last, verbosity=0)
    held = MigrationLoader(connection).project_state(list(migrations())).apps
    saving.kept_models = lambda held=held: kept_models(held)
    saving.save(Path(sys.argv[1]) / f"{last}.zip", FileStore(configuration.files))
"""
"""Backups as versions of the program made them, the later first: their tables, columns and lists of migrations."""


@pytest.mark.own_database
def test_backups_of_older_versions_are_carried_over(tmp_path: Path) -> None:
    versions = ("0004_corrections_and_plans", "0003_entry")
    write_papers(tmp_path / "papers", 3)

    def run(data: Path, *arguments: object) -> None:
        command = [sys.executable, "-c", *map(str, arguments)]
        subprocess.run(command, env=environment(data), cwd=ROOT, check=True, capture_output=True)

    run(ready(tmp_path / "old"), ALL, f"load {tmp_path}/papers")
    run(tmp_path / "old", AS_IT_WAS, tmp_path, *versions)
    for last in versions:
        with ZipFile(tmp_path / f"{last}.zip") as archive:
            manifest = json.loads(archive.read("manifest.json"))
        assert max(name for app, name in manifest["migrations"] if app == "registry") == last
        after = ("restore {0}/{1}.zip", "doctor", "load {0}/papers", "backup {0}/{1}-new.zip")
        run(ready(tmp_path / f"new-{last}"), ALL, *(each.format(tmp_path, last) for each in after))
        with ZipFile(tmp_path / f"{last}-new.zip") as archive:
            held = {each["name"]: each["rows"] for each in json.loads(archive.read("manifest.json"))["tables"]}
        rows = {each["name"]: each["rows"] for each in manifest["tables"]}
        assert held["registry_document"] == 3
        assert held["registry_fact"] == rows["registry_fact"]


def test_a_backup_of_a_newer_version_is_refused(files: FileStore, tmp_path: Path) -> None:
    save(tmp_path / "a.zip", files)
    forget_all()
    with ZipFile(tmp_path / "a.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    manifest["migrations"].append(["registry", "9999_of_tomorrow"])
    path = rewritten(tmp_path / "a.zip", tmp_path / "b.zip", {"manifest.json": json.dumps(manifest).encode()})
    with pytest.raises(UsageError, match=r"restore\.newer"):
        restore(path, files)
