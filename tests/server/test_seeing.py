"""Who sees what: one rule on every page, file, search, count and standing value, for papers of every access."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.server.laid_out import laid_out, of_text, row_of

from camket.server.accounts import add_user
from camket.server.pages import boards
from camket.server.registry import models, standing_seen
from camket.server.registry.access import PUBLIC, Reader, papers, reader_of, reader_of_key
from camket.server.registry.rights import body_of
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"
SERIES = "/chi-tieu/grdp/bac-ninh-1997"
_HEAD = "ỦY BAN NHÂN DÂN TỈNH BẮC NINH\nSố: {number}/BC-UBND\nBắc Ninh, ngày {day} tháng 1 năm 2024\nBÁO CÁO\n"
_BODY = (
    "Tình hình năm 2023\nNăm 2023, tổng sản phẩm trên địa bàn (GRDP) của tỉnh tăng {growth}% so với năm 2022.\n"
    "Chủ tịch UBND tỉnh {name} giao Sở Tài chính rà soát trước ngày 30/6/2024.\n"
)
LEVELS = {"cong-khai": ("public", "5,31"), "noi-bo": ("internal", "6,42"), "so-tai-chinh": ("internal", "7,53"),
          "han-che": ("restricted", "8,64")}  # fmt: skip
NAMES = dict(zip(LEVELS, ("Lê Văn Công", "Lê Văn Nội", "Lê Văn Tài", "Lê Văn Hạn"), strict=True))
ROLES = {
    None: {"cong-khai"},
    "other": {"cong-khai"},
    "department": {"cong-khai", "so-tai-chinh"},
    "release": {"cong-khai", "so-tai-chinh"},
    "officer": {"cong-khai", "noi-bo", "so-tai-chinh"},
    "loader": {"cong-khai", "noi-bo", "so-tai-chinh", "han-che"},
    "approver": set(LEVELS),
    "administrator": set(LEVELS),
}
"""What each sees: a department of the body, one of another body (`other`), an officer who loaded the restricted one."""


@pytest.fixture(scope="module", autouse=True)
def registry(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:  # noqa: ARG001 - makes the database
    texts = [
        of_text(name, (_HEAD + _BODY).format(number=n, day=9 + n, growth=growth, name=NAMES[name]))
        for n, (name, (_, growth)) in enumerate(LEVELS.items(), start=1)
    ]
    with laid_out(django_db_blocker, texts):
        with django_db_blocker.unblock():
            for name, (access, _) in LEVELS.items():
                models.Document.objects.filter(id=row_of(name).id).update(access=access)
            models.Document.objects.filter(id=row_of("so-tai-chinh").id).update(owner="so-tai-chinh")
            models.Document.objects.filter(id=row_of("han-che").id).update(loaded_by="loader")
        yield


@pytest.fixture(params=list(ROLES), ids=str)
def role(request: pytest.FixtureRequest) -> str | None:
    return request.param  # type: ignore[no-any-return]  # one of the roles


@pytest.fixture
def client(role: str | None) -> Client:
    made = Client()
    if role is not None:
        user = add_user(role, PASSWORD, {"other": "department", "loader": "officer"}.get(role, role))
        body = {"other": "so-xay-dung", "department": "so-tai-chinh", "release": "so-tai-chinh"}.get(role)
        if body:
            models.Account.objects.update_or_create(user=user, defaults={"body": body})
        made.force_login(user)
    return made


def reader(role: str | None) -> Reader:
    if role is None:
        return PUBLIC
    user = get_user_model().objects.get(username=role)
    return reader_of(user, body_of(user))


def told(role: str | None, page: str) -> set[str]:
    """Which papers a page lets know of, by number, person or address."""
    assert not {name for name in set(LEVELS) - ROLES[role] if LEVELS[name][1] in page or NAMES[name] in page}
    return {name for name in LEVELS if LEVELS[name][1] in page or NAMES[name] in page or row_of(name).slug in page}


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode("utf-8-sig")


@pytest.mark.parametrize(
    "address",
    [
        "/van-ban", "/van-ban?format=csv", "/nguoi", "/nguoi?format=csv", "/tim-kiem?q=GRDP", "/tim-kiem?q=ra+soat",
        SERIES, f"{SERIES}?format=csv", f"{SERIES}?thoi-ky=2023", "/chi-tieu", "/chi-tieu?format=csv",
        "/so-lieu-chua-thong-nhat", "/so-lieu-chua-thong-nhat?format=csv", "/", "/dia-ban/bac-ninh-1997",
        "/dia-ban/bac-ninh-1997/tieu-chi", "/dia-ban/bac-ninh-1997/tieu-chi?format=csv",
        "/dia-ban/bac-ninh-1997/kich-ban",
    ],
)  # fmt: skip
def test_a_page_tells_of_what_may_be_seen(client: Client, role: str | None, address: str) -> None:
    told(role, text_of(client, address))


@pytest.mark.parametrize("address", ["/van-ban?format=csv", f"{SERIES}?format=csv"])
def test_a_file_holds_all_that_may_be_seen(client: Client, role: str | None, address: str) -> None:
    assert told(role, text_of(client, address)) == ROLES[role]


@pytest.mark.parametrize("name", LEVELS)
def test_a_paper_its_file_and_its_facts_are_there_or_not(client: Client, role: str | None, name: str) -> None:
    row = row_of(name)
    mention = bytes(models.Fact.objects.filter(document=row).order_by("id")[0].mention).hex()
    seen = name in ROLES[role]
    assert client.get(f"/van-ban/{row.slug}").status_code == (200 if seen else 404)
    assert client.get(f"/van-ban/{row.slug}/tep").status_code == (200 if seen else 404)
    assert client.get(f"/so-lieu/{mention}").status_code == (302 if seen else 404)


def test_every_statement_that_may_be_seen_leads_to_its_sentence(client: Client, role: str | None) -> None:
    page = text_of(client, SERIES)
    assert {name for name in LEVELS if f'href="/van-ban/{row_of(name).slug}#' in page} == ROLES[role]


def test_what_stands_is_chosen_among_what_may_be_seen(client: Client, role: str | None) -> None:
    """Of equal papers the latest stands: for each reader the latest that he may see, with as many rivals as he sees."""
    seen = [name for name in LEVELS if name in ROLES[role]]
    for address in (SERIES, "/tim-kiem?q=GRDP+2023+bac+ninh"):
        page = text_of(client, address)
        assert f"{LEVELS[seen[-1]][1]}%" in page, address
    (slot,) = standing_seen.slots(standing_seen.rows_seen(reader(role)).filter(klass=0))
    assert standing_seen.counts(reader(role), [slot]) == {slot.id: len(seen)}
    (stands,) = standing_seen.stands(reader(role), [slot])
    assert stands.standing.statement.source.document.startswith(seen[-1])
    assert len(stands.standing.rivals) == len(seen) - 1
    assert standing_seen.in_use(reader(role), list(models.Placement.objects.values_list("id", flat=True))) == {
        stands.placement
    }


def test_a_group_with_nothing_to_see_is_not_there(client: Client, role: str | None) -> None:
    models.Document.objects.filter(id=row_of("cong-khai").id).update(access="restricted", loaded_by="")
    shown = role in ("approver", "administrator") or bool(ROLES[role] - {"cong-khai"})
    assert client.get(SERIES).status_code == (200 if shown else 404)
    assert bool(standing_seen.slots(standing_seen.rows_seen(reader(role)))) == shown


def test_a_copy_that_may_be_seen_counts_where_the_first_paper_may_not() -> None:
    first, copy = row_of("noi-bo"), row_of("cong-khai")
    models.Document.objects.filter(id=first.id).update(said_on=date(2024, 1, 1))
    models.Document.objects.filter(id=copy.id).update(stands_for=first, text_key=first.text_key)
    assert {row.name for row in DatabaseRegistry().seen_by(PUBLIC).papers()} == {copy.name}
    page = text_of(Client(), SERIES)
    assert "5,31%" in page and "6,42" not in page
    assert row_of("cong-khai").slug in text_of(Client(), "/tim-kiem?q=ra+soat")
    office = Reader(levels=("public", "internal"))
    assert copy.id not in DatabaseRegistry().seen_by(office).papers().values_list("id", flat=True)


def test_a_board_is_of_a_group_of_readers(client: Client, role: str | None) -> None:
    text_of(client, "/chi-tieu")
    board = boards.current(reader(role))
    seen = ROLES[role] - ({"han-che"} if role == "loader" else set())
    assert told(role, text_of(client, "/chi-tieu")) <= seen
    assert reader_of_key(board.readers) == reader(role).group or role == "other"


def test_a_withdrawn_paper_says_so_to_who_could_see_it(client: Client, role: str | None) -> None:
    row = row_of("noi-bo")
    models.Document.objects.filter(id=row.id).update(slug="withdrawn-0123456789ab", withdrawn_on=date(2026, 1, 1))
    seen = "noi-bo" in ROLES[role]
    assert client.get(f"/van-ban/{row.slug}").status_code == 404
    assert client.get("/van-ban/bao-cao-0123456789ab").status_code == (410 if seen else 404)


@pytest.mark.parametrize("key", ["public", "internal", "restricted", "public/so-tai-chinh"])
def test_a_key_names_its_group(key: str) -> None:
    assert reader_of_key(key).key == key


def test_the_rule_is_about_papers_alone() -> None:
    """No reader sees less for belonging to a body or for having loaded something."""
    public = set(models.Document.objects.filter(papers(PUBLIC)))
    for body in ("", "so-tai-chinh"):
        for name in ("", "loader"):
            assert public <= set(models.Document.objects.filter(papers(Reader(body=body, name=name))))
