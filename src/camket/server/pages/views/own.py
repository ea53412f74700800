"""`/tai-khoan`: one's own account: password, where one is logged in, delegations."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django.contrib.auth import get_user_model, update_session_auth_hash
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from camket.errors import UsageError
from camket.server.entering.limits import address_of, admit, succeeded
from camket.server.entering.models import Visit
from camket.server.entering.visits import MUST_CHANGE, end_one, visit_of, visits_of
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import field
from camket.server.pages.browsers import browser, moment, written
from camket.server.pages.delegating import DelegationLine, asked_days, delegation_line
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import takes
from camket.server.registry.accounting import delegations
from camket.server.registry.actions.delegate import delegate, end_delegation
from camket.server.registry.actions.leave import leave_everywhere
from camket.server.registry.actions.set_password import change_password
from camket.server.registry.rights import DELEGATED, ROLES, body_of, role_of
from camket.words import Language, say, term

_DONE = ("password", "visits", "visit", "delegated", "ended")
_OF_VISITS = ("account.began", "account.seen", "account.address", "account.browser", "account.leave")


class VisitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A browser in which one is logged in."""

    number: int
    began: str
    seen: str
    address: str
    browser: str
    is_this: bool


@require_GET
@needs("registry.own")
def account(request: HttpRequest) -> HttpResponse:
    """All of it on one page; where one is logged in as a file too."""
    if asked_format(request):
        return exported(request, "dang-nhap", _OF_VISITS, _cells(request))
    return _page(request)


def _cells(request: HttpRequest) -> Iterator[Row]:
    language = language_of(request)
    this = term("account.this", language)
    for row in visits_of(_user(request).pk):
        line = _visit(row, visit_of(request), language)
        times = (written(row.began_at), written(row.seen_at))
        yield *times, line.address, line.browser, this if line.is_this else ""


def _user(request: HttpRequest) -> User:
    """Who is logged in, as the tables have him now."""
    return get_user_model().objects.prefetch_related("groups").get(username=request.user.get_username())


def _page(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    language = language_of(request)
    user = _user(request)
    role, done = role_of(user), request.GET.get("xong", "")
    context = {
        "role": term(f"user.role.{role}", language) if role else "",
        "body": body_name(body_of(user), language),
        "trouble": trouble,
        "done": f"account.done.{done}" if done in _DONE else "",
        "must_change": bool(request.session.get(MUST_CHANGE)),
        "visits": [_visit(row, visit_of(request), language) for row in visits_of(user.pk)],
        "given": _lines(language, giver=user),
        "taken": _lines(language, taker=user),
        "rights": [(right, term(f"right.{right}", language)) for right in DELEGATED if right in ROLES.get(role, ())],
        "today": timezone.localdate().isoformat(),
        **takes(request),
    }
    return render(request, "pages/own.html", context, status=status)


@sensitive_post_parameters()
@require_POST
@needs("registry.own")
def change(request: HttpRequest) -> HttpResponse:
    """Another password; elsewhere one is logged out. The old one is tried no oftener than log-ins are."""
    old, new, again = (request.POST.get(name, "") for name in ("old", "new", "again"))
    name, address = request.user.get_username(), address_of(request)
    language = language_of(request)
    if admit(name, address):
        return _page(request, term("account.too_many", language), 429)
    if new != again:
        return _page(request, term("user.passwords_differ", language), 400)
    try:
        change_password(actor_of(request), old, new, but=visit_of(request))
    except UsageError as error:
        return _page(request, say(error.message, language), 400)
    succeeded(name, address)
    request.session[MUST_CHANGE] = False
    update_session_auth_hash(request, _user(request))
    return _back("password")


@require_POST
@needs("registry.own")
def leave(request: HttpRequest) -> HttpResponse:
    """Log out in all other browsers."""
    leave_everywhere(actor_of(request), but=visit_of(request))
    return _back("visits")


@require_POST
@needs("registry.own")
def leave_one(request: HttpRequest, number: int) -> HttpResponse:
    """Log out in one other browser; the visit of somebody else is none."""
    if request.user.pk is not None:
        end_one(request.user.pk, number, timezone.now())
    return _back("visit")


@require_POST
@needs("registry.own")
def give(request: HttpRequest) -> HttpResponse:
    """Give a right to another for some days."""
    language = language_of(request)
    try:
        first, last = asked_days(request)
        to, right, why = (field(request, name) for name in ("to", "right", "why"))
        delegate(actor_of(request), to, right, first, last, why=why)
    except UsageError as error:
        return _page(request, say(error.message, language), 400)
    return _back("delegated")


@require_POST
@needs("registry.own")
def give_back(request: HttpRequest, number: int) -> HttpResponse:
    """End a delegation before its time."""
    try:
        end_delegation(actor_of(request), number)
    except UsageError as error:
        return _page(request, say(error.message, language_of(request)), 400)
    return _back("ended")


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('account')}?xong={done}")


def _lines(language: Language, **given: object) -> list[DelegationLine]:
    return [delegation_line(row, language) for row in delegations(**given)]


def _visit(row: Visit, own: int | None, language: Language) -> VisitLine:
    return VisitLine(
        number=row.pk,
        began=moment(row.began_at, language),
        seen=moment(row.seen_at, language),
        address=row.address,
        browser=browser(row.browser),
        is_this=row.pk == own,
    )


PATHS = (
    path("tai-khoan", account, name="account"),
    path("tai-khoan/mat-khau", change, name="change-password"),
    path("tai-khoan/dang-xuat-noi-khac", leave, name="leave-everywhere"),
    path("tai-khoan/phien/<int:number>/dang-xuat", leave_one, name="leave-one"),
    path("tai-khoan/uy-quyen", give, name="delegate"),
    path("tai-khoan/uy-quyen/<int:number>/cham-dut", give_back, name="end-delegation"),
)
