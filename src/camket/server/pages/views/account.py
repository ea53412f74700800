"""`/dang-nhap` and `/dang-xuat`: logging in and out."""

from __future__ import annotations

from django.contrib.auth import authenticate, get_user_model, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from camket.server.entering.limits import address_of, admit, succeeded
from camket.server.pages.asked import field

_LONGEST = 200
_FIRST = "/"


@never_cache
@sensitive_post_parameters("password")
def log_in(request: HttpRequest) -> HttpResponse:
    """The form; with the right name and password on to the page that it was asked from.

    From the first page whoever has work here goes on to it.

    What is wrong is never said: not whether there is such a name, nor whether its account is closed.
    """
    name, onward = field(request, "name")[:_LONGEST], _onward(request)
    if request.method != "POST":
        return render(request, "pages/login.html", {"onward": onward})
    password, address = request.POST.get("password", ""), address_of(request)
    known = get_user_model().normalize_username(name)
    if wait := admit(known, address):
        context = {"onward": onward, "name": name, "wait": wait}
        return _later(request, context, wait)
    user = authenticate(request, username=known, password=password) if len(password) <= _LONGEST else None
    if user is None:
        return render(request, "pages/login.html", {"onward": onward, "name": name, "wrong": True}, status=403)
    succeeded(known, address)
    logout(request)  # so that the session is a new one, whoever was logged in here before
    login(request, user)
    has_desk = user.has_perm("registry.review") or user.has_perm("registry.enter")
    return HttpResponseRedirect(reverse("desk") if onward == _FIRST and has_desk else onward)


def _later(request: HttpRequest, context: dict[str, object], wait: int) -> HttpResponse:
    response = render(request, "pages/login.html", context, status=429)
    response.headers["Retry-After"] = str(wait * 60)
    return response


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Log out, and to the first page."""
    logout(request)
    return HttpResponseRedirect("/")


def _onward(request: HttpRequest) -> str:
    """Where to go then: a page of this host, else the first."""
    asked = request.POST.get("next") or request.GET.get("next") or _FIRST
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None, require_https=request.is_secure())
    return asked if ours else _FIRST


PATHS = (path("dang-nhap", log_in, name="login"), path("dang-xuat", log_out, name="logout"))
