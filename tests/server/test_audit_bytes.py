"""One changed byte in any past record is found, whatever column it stands in, and `doctor` names that record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camket.server.accounts import add_user, set_password
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.set_role import set_role
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor.chain import check
from camket.server.registry.files import FileStore
from camket.server.registry.guard import PastTheActionsError, refuse
from camket.words import say

RECORDS = 7
COLUMNS = {field.attname: field.get_internal_type() for field in models.Audit._meta.concrete_fields}


@pytest.fixture
def records(db: None) -> None:  # noqa: ARG001 - the tables must be there first
    for number in range(4):
        add_user(f"can-bo-{number}", "mot-mat-khau-dai", "officer")
    set_password("can-bo-0", "mat-khau-khac-nua")
    set_role(CONSOLE, "can-bo-1", "approver")
    set_role(CONSOLE, "can-bo-2", "department", body="so-tai-chinh")
    assert models.Audit.objects.count() == RECORDS


def changed(value: Any, place: int, by: int) -> Any:
    """A value with one byte or letter changed, a number with one bit."""
    if isinstance(value, int):
        return value ^ (1 << (place % 16))
    if isinstance(value, str):
        at = place % len(value)
        return value[:at] + chr((ord(value[at]) ^ (by % 31 + 1)) or 1) + value[at + 1 :]
    data = bytearray(bytes(value))
    data[place % len(data)] ^= by
    return bytes(data)


@pytest.mark.parametrize("column", COLUMNS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(1, RECORDS), place=st.integers(0, 500), by=st.integers(1, 255))
@pytest.mark.usefixtures("records")
def test_one_byte_is_found(column: str, number: int, place: int, by: int) -> None:
    with transaction.atomic():
        row = models.Audit.objects.get(number=number)
        other = changed(getattr(row, column), place, by)
        if not (column == "number" and models.Audit.objects.filter(number=other).exists()):
            models.Audit.objects.filter(number=number).update(**{column: other})
            broken = verify_chain()
            assert broken is not None
            assert broken.where in {f"audit:{number}", f"audit:{min(number, RECORDS - 1)}"} or column == "number"
            assert [each.message for each in check(FileStore(None))] == [broken.message]  # type: ignore[arg-type]  # it looks at none
        transaction.set_rollback(True)


TEXTS = [name for name, kind in COLUMNS.items() if kind in ("CharField", "TextField")]
DIGESTS = [name for name, kind in COLUMNS.items() if kind == "BinaryField"]


def write(column: str, value: str, *values: bytes | int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE registry_audit SET {column} = {value} WHERE number = %s", values)  # noqa: S608 - names of columns


@pytest.fixture
def approver(records: None) -> Client:  # noqa: ARG001 - those to be looked at
    client = Client()
    client.force_login(get_user_model().objects.get(username="can-bo-1"))
    return client


@pytest.mark.one_database  # SQLite alone takes bytes that are no letters, and values of another kind
@pytest.mark.parametrize("column", TEXTS)
def test_a_byte_that_is_no_letter_is_found_and_the_page_tells_of_it(column: str, approver: Client) -> None:
    for number, place in ((1, 0), (3, 1), (RECORDS, -1)):
        kept = getattr(models.Audit.objects.get(number=number), column).encode()
        spoilt = bytearray(kept)
        spoilt[place] ^= 0xFF
        write(column, "CAST(%s AS TEXT)", bytes(spoilt), number)
        broken = verify_chain()
        assert broken is not None
        assert broken.where == f"audit:{number}"
        page = approver.get("/nhat-ky")
        assert page.status_code == 200
        assert say(broken.message, "vi") in page.content.decode()
        assert approver.get("/nhat-ky?format=csv").status_code == 200
        write(column, "CAST(%s AS TEXT)", kept, number)
    assert verify_chain() is None


@pytest.mark.one_database  # as above
@pytest.mark.parametrize("column", [*TEXTS, *DIGESTS])
@pytest.mark.usefixtures("records")
def test_a_value_of_another_kind_is_found(column: str) -> None:
    kind = "TEXT" if column in DIGESTS else "BLOB"
    write(column, f"CAST({column} AS {kind})", 3)
    broken = verify_chain()
    assert broken is not None
    assert broken.where == "audit:3"


@pytest.mark.parametrize("column", TEXTS)
def test_the_page_shows_what_was_changed_into_nonsense(column: str, approver: Client) -> None:
    for said in ("", "{", '["document:zz", "judgement:", "voice:9e9", "document:12"]', '{"until": "2026-99-99"}'):
        models.Audit.objects.filter(number=2).update(**{column: said[:27]})
        assert approver.get("/nhat-ky").status_code == 200
        assert approver.get("/nhat-ky?format=csv").status_code == 200


@pytest.mark.usefixtures("records")
def test_a_record_before_the_first_is_found() -> None:
    first = models.Audit.objects.get(number=1)
    first.number = 0
    first.save(force_insert=True)
    broken = verify_chain()
    assert broken is not None
    assert broken.where == "audit:0"


@pytest.mark.one_database  # as above
@pytest.mark.usefixtures("records")
def test_an_end_that_is_no_digest_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_auditend SET digest = 'abc'")
    broken = verify_chain()
    assert broken is not None
    assert broken.where == f"audit:{RECORDS}"


@pytest.mark.usefixtures("records")
def test_the_chain_is_whole_before() -> None:
    assert verify_chain() is None


@pytest.fixture
def guarded(db: None) -> Iterator[None]:  # noqa: ARG001 - as above
    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.usefixtures("guarded")
def test_no_account_is_changed_past_the_actions() -> None:
    user = add_user("can-bo", "mot-mat-khau-dai", "officer")
    for deed in (user.save, user.delete, user.groups.clear, lambda: get_user_model().objects.create_user("x")):
        with pytest.raises(PastTheActionsError), transaction.atomic():
            deed()
    user.refresh_from_db()
    assert user.groups.get().name == "officer"
