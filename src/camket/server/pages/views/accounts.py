"""`/quan-tri/tai-khoan`: the accounts, for who manages them."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import msgspec
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from camket import catalogue
from camket.errors import UsageError
from camket.report.dates import day
from camket.report.naming import area_name
from camket.resolve.areas import forms
from camket.server.entering.limits import unlock
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import field
from camket.server.pages.delegating import asked_days, delegation_line
from camket.server.pages.exports import asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import sheet, takes
from camket.server.registry.accounting import delegations
from camket.server.registry.actions.add_account import add_account
from camket.server.registry.actions.delegate import delegate_for
from camket.server.registry.actions.leave import send_out
from camket.server.registry.actions.set_active import close_account, open_account
from camket.server.registry.actions.set_password import new_password
from camket.server.registry.actions.set_role import set_role
from camket.server.registry.bodies import Body, body_of_key
from camket.server.registry.rights import DELEGATED, ROLES, role_of
from camket.words import Language, say, term

_DONE = ("role", "close", "open", "out", "unlock", "delegate")
_LETTERS = 12
_WIDE = ("province", "city")
_ADDRESSES = {
    "password": "mat-khau",
    "role": "vai-tro",
    "close": "khoa",
    "open": "mo-lai",
    "out": "dang-xuat",
    "unlock": "cho-thu-lai",
    "delegate": "uy-quyen",
}


_COLUMNS = ("column.account", "column.account_role", "accounts.body", "column.account_state", "accounts.seen")


class AccountLine(msgspec.Struct, frozen=True, kw_only=True):
    """An account in the list; `seen` is the day of its last log-in."""

    number: int
    name: str
    role: str
    body: str
    active: bool
    seen: str


class Choice(msgspec.Struct, frozen=True):
    """One value of a form."""

    value: str
    name: str
    chosen: bool


@require_GET
@needs("registry.accounts")
def accounts(request: HttpRequest) -> HttpResponse:
    """All accounts, and the form for a new one."""
    return _list(request)


@require_POST
@needs("registry.accounts")
def add(request: HttpRequest) -> HttpResponse:
    """A new account, with a password that is shown once and is to be changed at the first log-in."""
    name, role, body = field(request, "name"), field(request, "role"), _asked_body(request)
    password = _password()
    try:
        made = add_account(actor_of(request), name, password, role, body=body, temporary=True)
    except UsageError as error:
        return _list(request, say(error.message, language_of(request)), (name, role, body))
    return _one(request, made.pk, password=password)


@require_GET
@needs("registry.accounts")
def one(request: HttpRequest, number: int) -> HttpResponse:
    """One account."""
    return _one(request, number)


@require_POST
@needs("registry.accounts")
def change(request: HttpRequest, number: int, deed: str) -> HttpResponse:
    """Do what one of the forms of an account asks for."""
    name = get_object_or_404(get_user_model(), pk=number).get_username()
    try:
        if deed == "password":
            password = _password()
            new_password(actor_of(request), name, password)
            return _one(request, number, password=password)
        _DEEDS[deed](request, name)
    except UsageError as error:
        return _one(request, number, trouble=say(error.message, language_of(request)))
    return HttpResponseRedirect(f"{reverse('one-account', args=[number])}?xong={deed}")


def _role(request: HttpRequest, name: str) -> None:
    set_role(actor_of(request), name, field(request, "role"), body=_asked_body(request))


def _asked_body(request: HttpRequest) -> str:
    """The body of a form, with its place where one is named."""
    return Body(field(request, "body"), field(request, "place")).key if field(request, "body") else ""


def _delegate(request: HttpRequest, name: str) -> None:
    first, last = asked_days(request)
    to, right, why = (field(request, each) for each in ("to", "right", "why"))
    delegate_for(actor_of(request), name, to, right, first, last, why=why)


_DEEDS: dict[str, Callable[[HttpRequest, str], object]] = {
    "role": _role,
    "close": lambda request, name: close_account(actor_of(request), name),
    "open": lambda request, name: open_account(actor_of(request), name),
    "out": lambda request, name: send_out(actor_of(request), name),
    "unlock": lambda _, name: unlock(name),
    "delegate": _delegate,
}


def _password() -> str:
    """A password that nobody guesses and everybody can read out: no letters that look alike."""
    return "-".join(
        "".join(secrets.choice("abcdefghkmnpqrstuvwxyz23456789") for _ in range(_LETTERS // 3)) for _ in range(3)
    )


def _list(request: HttpRequest, trouble: str = "", typed: tuple[str, str, str] = ("", "officer", "")) -> HttpResponse:
    language, held = language_of(request), _rows().order_by("username")
    if asked_format(request):
        lines = (_line(row, language) for row in held)
        states = {True: term("user.active", language), False: term("user.inactive", language)}
        cells = ((each.name, each.role, each.body, states[each.active], each.seen) for each in lines)
        return exported(request, "tai-khoan", _COLUMNS, cells)
    page = sheet(request, held)
    name, role, body = typed
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_line(row, language) for row in page.rows)),
        "trouble": trouble,
        "typed": name,
        "roles": _roles(role, language),
        **_bodies(body, language),
        **takes(request),
    }
    return render(request, "pages/accounts.html", context, status=400 if trouble else 200)


def _one(request: HttpRequest, number: int, *, password: str = "", trouble: str = "") -> HttpResponse:
    language = language_of(request)
    row = get_object_or_404(_rows(), pk=number)
    line, done = _line(row, language), request.GET.get("xong", "")
    context = {
        "line": line,
        "password": password,
        "trouble": trouble,
        "done": f"accounts.done.{done}" if done in _DONE else "",
        "roles": _roles(role_of(row), language),
        **_bodies(_body(row), language),
        "given": [delegation_line(each, language) for each in delegations(giver=row)],
        "taken": [delegation_line(each, language) for each in delegations(taker=row)],
        "rights": [
            (right, term(f"right.{right}", language)) for right in DELEGATED if right in ROLES.get(role_of(row), ())
        ],
        "today": timezone.localdate().isoformat(),
    }
    return render(request, "pages/one_account.html", context, status=400 if trouble else 200)


def _rows() -> QuerySet[User]:
    found = get_user_model().objects.select_related("account").prefetch_related("groups")
    return found.annotate(seen=Max("visits__seen_at"))


def _line(row: User, language: Language) -> AccountLine:
    seen, role = getattr(row, "seen", None), role_of(row)
    return AccountLine(
        number=row.pk,
        name=row.get_username(),
        role=term(f"user.role.{role}", language) if role else "",
        body=body_name(_body(row), language),
        active=row.is_active,
        seen=day(timezone.localtime(seen).date(), language) if seen else "",
    )


def _body(row: User) -> str:
    return row.account.body if hasattr(row, "account") else ""


def _roles(chosen: str, language: Language) -> list[Choice]:
    return [Choice(role, term(f"user.role.{role}", language), role == chosen) for role in ROLES]


def _bodies(chosen: str, language: Language) -> dict[str, object]:
    """The bodies that stand today and the one that was chosen, and the places that they can be of."""
    own = body_of_key(chosen)
    known = [each for each in catalogue.load_bodies() if each.valid_to is None or each.id == own.id]
    named = [Choice(each.id, body_name(each.id, language), each.id == own.id) for each in known]
    return {
        "bodies": sorted(named, key=lambda each: each.name),
        "place": area_name(forms(own.place)[-1]) if own.place else "",
        "places": sorted({each.full_name for each in catalogue.load_areas() if each.kind in _WIDE}),
    }


PATHS = (
    path("quan-tri/tai-khoan", accounts, name="accounts"),
    path("quan-tri/tai-khoan/them", add, name="add-account"),
    path("quan-tri/tai-khoan/<int:number>", one, name="one-account"),
    *(
        path(f"quan-tri/tai-khoan/<int:number>/{address}", change, {"deed": deed}, name=f"account-{deed}")
        for deed, address in _ADDRESSES.items()
    ),
)
