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
View = Callable[Concatenate[HttpRequest, Asked], HttpResponse]


def refusal(request: HttpRequest, *permissions: str) -> HttpResponse | None:
    """The answer to who has none of some rights: who is not logged in is led to where he logs in. None to who has one.

    Raises:
        PermissionDenied: whoever is logged in may not.
    """
    if not request.user.is_authenticated:
        onward = request.get_full_path() if request.method == "GET" else "/"
        return HttpResponseRedirect(f"{reverse('login')}?next={quote(onward)}")
    if not any(request.user.has_perm(each) for each in permissions):
        raise PermissionDenied
    return None


def needs(*permissions: str) -> Callable[[View[Asked]], View[Asked]]:
    """A page for who has one of some rights: others may not (403), and who is not logged in is led to the log-in."""

    def made(view: View[Asked]) -> View[Asked]:
        @wraps(view)
        def checked(request: HttpRequest, /, *args: Asked.args, **kwargs: Asked.kwargs) -> HttpResponse:
            return refusal(request, *permissions) or view(request, *args, **kwargs)

        return checked

    return made


def actor_of(request: HttpRequest) -> Actor:
    """Who is logged in, as one who acts; only behind `needs`."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return actor(request.user)
