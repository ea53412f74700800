"""Who may open a page that is not for everybody: others are led to the log-in, or told that they may not."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

View = Callable[..., HttpResponse]


def for_those_who_may(*rights: str) -> Callable[[View], View]:
    """A page for those who have one of some rights of the registry (`load`, `approve`)."""

    def made(view: View) -> View:
        @wraps(view)
        def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return HttpResponseRedirect(f"{reverse('login')}?next={request.path}")
            if not any(request.user.has_perm(f"registry.{right}") for right in rights):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return shown

    return made
