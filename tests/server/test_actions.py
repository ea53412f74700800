"""Every change is an action: a permission, one transaction, a record in the chain; nothing writes past them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, transaction

import camket.server
from camket.errors import UsageError
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, Act, Action, Actor, action, actor
from camket.server.registry.actions import all_actions
from camket.server.registry.chain import BEGINNING, digest_of, verify_chain
from camket.server.registry.guard import PastTheActionsError, guarded_tables, refuse, watch
from camket.server.registry.rights import ROLES

SERVER = Path(camket.server.__file__).parent
WRITES = {
    "save",
    "delete",
    "create",
    "update",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "execute",
    "executemany",
}


@action("keep-series", permission="registry.load")
def keep_series(act: Act, indicator: str, *, fail: bool = False) -> int:
    """An action of the tests."""
    row = models.Series.objects.create(
        digest=indicator.encode().ljust(16)[:16], indicator=indicator, measure="level", unit="percent", area="x"
    )
    act.touched("series", row.id)
    act.noted(indicator=indicator)
    if fail:
        raise UsageError("action.not_allowed", who="x", action="x")
    return row.id


class Someone:
    """An account that was given some permissions."""

    def __init__(self, *given: str) -> None:
        self.given = given

    def get_username(self) -> str:
        return "nguyen.van.a"

    def has_perm(self, perm: str) -> bool:
        return perm in self.given


@pytest.fixture
def guarded(db: None) -> Iterator[None]:  # noqa: ARG001 - the tables must be there first
    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.django_db
class TestActions:
    def test_an_action_does_its_work_and_leaves_a_record(self) -> None:
        number = keep_series(CONSOLE, "grdp")
        record = models.Audit.objects.get()
        assert (record.number, record.who, record.action) == (1, "console", "keep-series")
        assert record.objects_touched == f'["series:{number}"]'
        assert record.parameters == '{"indicator":"grdp"}'
        assert bytes(record.before) == BEGINNING
        assert bytes(record.digest) == digest_of(record)

    def test_what_fails_changes_nothing_and_leaves_no_record(self) -> None:
        with pytest.raises(UsageError):
            keep_series(CONSOLE, "grdp", fail=True)
        assert not models.Series.objects.exists()
        assert not models.Audit.objects.exists()
        assert verify_chain() is None

    @pytest.mark.parametrize(
        ("given", "allowed"), [(("registry.load",), True), (("registry.correct",), False), ((), False)]
    )
    def test_only_who_was_given_the_permission(self, given: tuple[str, ...], allowed: bool) -> None:
        someone = actor(Someone(*given))
        if allowed:
            keep_series(someone, "grdp")
            assert models.Audit.objects.get().who == "nguyen.van.a"
            return
        with pytest.raises(UsageError) as refused:
            keep_series(someone, "grdp")
        assert refused.value.message.code == "action.not_allowed"
        assert not models.Series.objects.exists()

    def test_an_action_runs_in_no_other_transaction(self) -> None:
        with pytest.raises(RuntimeError), transaction.atomic():
            keep_series(CONSOLE, "grdp")

    def test_records_are_chained(self) -> None:
        for indicator in ("a", "b", "c"):
            keep_series(Actor("tran.thi.b"), indicator)
        first, second, third = models.Audit.objects.order_by("number")
        assert [bytes(each.before) for each in (second, third)] == [bytes(first.digest), bytes(second.digest)]
        assert verify_chain() is None


@pytest.mark.django_db(transaction=True)
def test_actions_at_once_make_one_chain() -> None:
    """Eight people at once: nobody's record is lost, doubled or out of order."""
    before = models.Audit.objects.count()

    def work(person: int) -> None:
        try:
            for number in range(4):
                keep_series(Actor(f"person-{person}"), f"p{person}-{number}")
        finally:
            connection.close()

    models.Audit.objects.all().delete()  # what tests left that lay out papers for a whole module
    models.AuditEnd.objects.all().delete()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert list(models.Audit.objects.order_by("number").values_list("number", flat=True)) == list(range(1, before + 33))
    for person in range(8):
        own = models.Audit.objects.filter(who=f"person-{person}").order_by("number")
        assert [each.parameters for each in own] == [f'{{"indicator":"p{person}-{number}"}}' for number in range(4)]
    assert verify_chain() is None


CHANGES = {
    "at": "2020-01-01T00:00:00.000000Z",
    "who": "someone.else",
    "action": "other",
    "objects_touched": "[]",
    "parameters": "{}",
    "digest": bytes(32),
    "before": b"x" * 32,
}


@pytest.mark.django_db
class TestChain:
    @pytest.fixture(autouse=True)
    def records(self) -> None:
        for number in range(5):
            keep_series(CONSOLE, f"indicator-{number}")

    @pytest.mark.parametrize("number", range(1, 6))
    @pytest.mark.parametrize("field", CHANGES)
    def test_a_changed_record_is_found(self, number: int, field: str) -> None:
        models.Audit.objects.filter(number=number).update(**{field: CHANGES[field]})
        broken = verify_chain()
        assert broken is not None
        assert broken.where == f"audit:{number}"

    @pytest.mark.parametrize("number", range(1, 6))
    def test_one_letter_is_enough(self, number: int) -> None:
        record = models.Audit.objects.get(number=number)
        for field in ("at", "who", "action", "objects_touched", "parameters"):
            said = getattr(record, field)
            for place in range(len(said)):
                other = "x" if said[place] != "x" else "y"
                changed = {field: said[:place] + other + said[place + 1 :]}
                assert digest_of(models.Audit(**{**fields_of(record), **changed})) != bytes(record.digest)

    @pytest.mark.parametrize("number", range(1, 6))
    def test_a_missing_record_is_found(self, number: int) -> None:
        models.Audit.objects.filter(number=number).delete()
        broken = verify_chain()
        assert broken is not None
        assert broken.message.code == ("audit.cut" if number == 5 else "audit.missing")

    @pytest.mark.parametrize("number", range(1, 6))
    def test_a_record_written_anew_with_its_own_digest_is_found(self, number: int) -> None:
        record = models.Audit.objects.get(number=number)
        record.who = "someone.else"
        record.digest = digest_of(record)
        record.save()
        broken = verify_chain()
        assert broken is not None
        assert broken.message.code == ("audit.cut" if number == 5 else "audit.unchained")

    def test_an_end_that_is_gone_is_found(self) -> None:
        models.AuditEnd.objects.all().delete()
        assert verify_chain() is not None


def fields_of(record: models.Audit) -> dict[str, object]:
    return {field.attname: getattr(record, field.attname) for field in models.Audit._meta.concrete_fields}


class TestNothingWritesPastTheActions:
    @pytest.mark.usefixtures("guarded")
    def test_an_action_may_write(self) -> None:
        keep_series(CONSOLE, "grdp")
        assert models.Audit.objects.count() == 1

    @pytest.mark.parametrize("table", sorted(guarded_tables()))
    @pytest.mark.parametrize("sql", ["DELETE FROM {}", "UPDATE {} SET id = id", "INSERT INTO {} DEFAULT VALUES"])
    @pytest.mark.usefixtures("guarded")
    def test_every_table_is_closed(self, table: str, sql: str) -> None:
        with pytest.raises(PastTheActionsError), connection.cursor() as cursor:
            cursor.execute(sql.format(f'"{table}"'))

    def test_the_tables_are_those_of_the_registry(self) -> None:
        assert {"registry_document", "registry_fact", "registry_audit", "registry_standing"} <= guarded_tables()
        assert {"auth_user", "auth_group", "auth_user_groups", "registry_delegation"} <= guarded_tables()
        assert not {"auth_permission", "entering_visit", "django_session"} & guarded_tables()

    @pytest.mark.usefixtures("guarded")
    def test_models_are_refused_too(self) -> None:
        with pytest.raises(PastTheActionsError), transaction.atomic():
            models.AuditEnd.objects.create(number=1, digest=b"")
        assert not models.AuditEnd.objects.exists()

    def test_a_connection_is_guarded_unless_the_setting_says_otherwise(self, settings: object) -> None:
        from django.db.backends.sqlite3.base import DatabaseWrapper

        made = DatabaseWrapper({"NAME": ":memory:"})
        watch(made)
        assert refuse not in made.execute_wrappers
        settings.ACTIONS_ONLY = True  # type: ignore[attr-defined]  # pytest-django's settings take any name
        watch(made)
        watch(made)
        assert made.execute_wrappers.count(refuse) == 1

    def test_only_what_actions_call_writes(self) -> None:
        """Pages, jobs and commands call no writing method of the registry's models, nor what writes below actions."""
        found = [
            f"{path.relative_to(SERVER)}:{node.lineno}"
            for path in sorted(SERVER.rglob("*.py"))
            if path.relative_to(SERVER).parts[0] not in ("registry", "jobs")  # jobs keep no state of it
            for node in written_by(ast.parse(path.read_text(encoding="utf-8")))
        ]
        assert found == []


def written_by(tree: ast.Module) -> Iterator[ast.Call]:
    """Calls such as `models.Document.objects.create`, where the name is of the registry or of accounts."""
    ours = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(("camket.server.registry", "django.contrib.auth.models"))
        for name in node.names
    } | {"get_user_model()"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            root = ast.unparse(node.func).split(".")[0]
            if root in ours and ".objects" in ast.unparse(node.func):
                yield node


def test_every_action_has_a_permission_and_a_name_of_its_own() -> None:
    found: list[Action[..., object]] = list(all_actions())
    assert [each.name for each in found] == sorted({each.name for each in found})
    rights = {right for role in ROLES.values() for right in role}
    assert {each.permission.removeprefix("registry.") for each in found} <= rights | {"report"}  # for all who read
    assert rights - {"own"} == {codename for codename, _ in models.Audit._meta.permissions}
