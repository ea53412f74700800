"""The form by which lists of one kind are handed in: read at once, held in memory, shown before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from camket.errors import CamketError
from camket.server.pages.language import language_of
from camket.server.pages.receiving import received
from camket.server.pages.work.shown_lists import ShownLists
from camket.server.spool import Handed
from camket.words import Language, say, term

RIGHT = "registry.plan"
"""Who may hand in lists."""


class ReadList(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a file.

    Attributes:
        name: of the file.
        record: what waits for the press of the button.
        state: of the registry, where something was worked out for it already.
        beside: what was worked out.
    """

    name: str
    record: object
    state: str = ""
    beside: object = None


class ListForm:
    """A form, and where what it takes waits.

    Args:
        kind: of the lists, as `ShownLists` has it.
        words: the codes of its title and of what is said below it.
        template: of the form.
        name: of its address; that at which a list is shown has `-shown` behind it.
        back: the name of the address that it belongs to, and the code of its title.
        read: reads a file; raises a CamketError where it holds nothing that could be taken in.
        more: what the template is told besides.
    """

    def __init__(
        self,
        kind: str,
        *,
        words: tuple[str, str],
        template: str,
        name: str,
        back: tuple[str, str],
        read: Callable[[HttpRequest, Handed], ReadList],
        more: Callable[[Language], Mapping[str, object]] = lambda _: {},
    ) -> None:
        self._kind, self._words, self._template = kind, words, template
        self._name, self._shown = name, f"{name}-shown"
        self._back, self._read, self._more = back, read, more

    def lists(self) -> ShownLists:
        """Where the lists wait."""
        return ShownLists(self._kind)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The form; a file that comes is read, and shown where it can be taken in."""
        if request.method != "POST":
            return self.page(request, "")
        language = language_of(request)
        files = received(request, "list")
        if len(files) != 1 or request.POST.get("no-secret") != "1":
            code = "tracking.page.none" if len(files) != 1 else "upload.unsaid"
            return self.page(request, term(code, language), status=400)
        try:
            found = self._read(request, files[0])
            lists = self.lists()
            batch = lists.hold(request.user.get_username(), found.name, found.record)
        except CamketError as error:
            return self.page(request, say(error.message, language), status=400)
        if found.beside is not None:
            lists.keep_beside(batch, found.state, found.beside)
        return HttpResponseRedirect(reverse(self._shown, args=[batch]))

    def page(self, request: HttpRequest, trouble: str, *, status: int = 200) -> HttpResponse:
        """The form with what is wrong, and the lists of this person that wait."""
        waiting = self.lists().of(request.user.get_username())
        language = language_of(request)
        title, lead = (term(code, language) for code in self._words)
        context = {
            "title": title,
            "lead": lead,
            "trouble": trouble,
            "typed": request.POST if trouble else {},
            "most_megabytes": settings.CONFIGURATION.upload_mb,
            "waiting": [(reverse(self._shown, args=[batch]), name) for batch, name in waiting],
            **self._around(language),
            **self._more(language),
        }
        return render(request, self._template, context, status=status)

    def done(self, request: HttpRequest, title: str, said: Sequence[str], onward: tuple[str, str]) -> HttpResponse:
        """The page after the press of the button.

        Args:
            request: what was asked.
            title: what was done.
            said: how much it changed.
            onward: the address where it can be seen, and its name.
        """
        context = {"title": title, "said": said, "onward": onward, **self._around(language_of(request))}
        return render(request, "pages/list_done.html", context)

    def _around(self, language: Language) -> dict[str, object]:
        return {
            "back": (reverse(self._back[0]), term(self._back[1], language)),
            "form": (reverse(self._name), term(self._words[0], language)),
        }
