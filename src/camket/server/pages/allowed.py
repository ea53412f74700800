"""Pages that are for some only."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from camket.server.registry.acting import Actor, actor

Asked = ParamSpec("Asked")
_View = Callable[Concatenate[HttpRequest, Asked], HttpResponse]


def needs(permission: str) -> Callable[[_View[Asked]], _View[Asked]]:
    """A page for who has a right: others may not (403), and who is not logged in is led to where he logs in."""

    def made(view: _View[Asked]) -> _View[Asked]:
        @wraps(view)
        def checked(request: HttpRequest, /, *args: Asked.args, **kwargs: Asked.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                onward = request.get_full_path() if request.method == "GET" else "/"
                return HttpResponseRedirect(f"{reverse('login')}?next={quote(onward)}")
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return made


def actor_of(request: HttpRequest) -> Actor:
    """Who is logged in, as one who acts; only behind `needs`."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return actor(request.user)
