"""`/dang-nhap` and `/dang-xuat`: logging in and out."""

from __future__ import annotations

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST


@never_cache
@sensitive_post_parameters("password")
def log_in(request: HttpRequest) -> HttpResponse:
    """The form; with the right name and password on to the page that it was asked from."""
    name, onward = request.POST.get("name", ""), _onward(request)
    if request.method != "POST":
        return render(request, "pages/login.html", {"onward": onward})
    user = authenticate(request, username=name, password=request.POST.get("password", ""))
    if user is None:
        return render(request, "pages/login.html", {"onward": onward, "name": name, "wrong": True}, status=403)
    login(request, user)
    return HttpResponseRedirect(onward)


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Log out, and to the first page."""
    logout(request)
    return HttpResponseRedirect("/")


def _onward(request: HttpRequest) -> str:
    """Where to go then: a page of this host, else the first."""
    asked = request.POST.get("next") or request.GET.get("next") or "/"
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None, require_https=request.is_secure())
    return asked if ours else "/"


PATHS = (path("dang-nhap", log_in, name="login"), path("dang-xuat", log_out, name="logout"))
