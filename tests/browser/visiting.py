"""A page opened, looked at in both widths and on paper, and everything that is wrong with it kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
from tests.browser.examples import Example

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, ViewportSize

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
SHEET: ViewportSize = {"width": 680, "height": 1000}
"""A4 between its margins, in the pixels of CSS."""
PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
_AXE = """async ([colours, framed]) => {
    const alike = ["tr", "li", "p", ".part"].map((each) => `main ${each}:nth-child(n + 9)`);
    const seen = framed ? [] : ["body > header", "body > footer"].filter((each) => document.querySelector(each));
    const told = await axe.run(
        colours ? {exclude: [...alike, ...seen]} : document,
        {resultTypes: ["violations"], rules: {"color-contrast": {enabled: colours}}});
    return told.violations.map((each) => `${each.id}: ${each.nodes[0].html} ${each.nodes[0].failureSummary}`);
}"""
_WEIGHT = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .filter((each) => each.initiatorType !== "img").reduce((sum, each) => sum + each.decodedBodySize, 0)"""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a page in one language.

    Attributes:
        path: its address.
        language: its language.
        weight: bytes of the page and its style sheets, as the browser reads them.
        axe: rules of accessibility that it breaks.
        wide: what makes the page itself move sideways, at either width.
        cut: text that cannot be read, at either width.
        low: what is pressed and too small for a thumb, on the narrow page.
        printed: what is too much or not whole on paper.
        unreachable: what only a mouse can use.
        unseen: what the keyboard reaches and nobody sees that it is there.
        noise: errors of the console, and files that did not come.
        outside: what was asked from another host.
    """

    path: str
    language: str
    weight: int
    axe: tuple[str, ...]
    wide: tuple[str, ...]
    cut: tuple[str, ...]
    low: tuple[str, ...]
    printed: tuple[str, ...]
    unreachable: tuple[str, ...]
    unseen: tuple[str, ...]
    noise: tuple[str, ...]
    outside: tuple[str, ...]


class Visitor:
    """One page of a browser that goes from address to address and listens."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        self._page, self._host = context.new_page(), host
        self._framed = True
        self._noise: list[str] = []
        self._asked: list[str] = []
        axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
        self._page.add_init_script(axe)  # sent once; the browser keeps what it compiled of it
        self._page.on("console", self._hear)
        self._page.on("pageerror", lambda error: self._noise.append(str(error)))
        self._page.on("request", self._note)
        self._page.on("requestfailed", self._miss)

    def visit(self, example: Example, language: str) -> Visit:
        """Look at a page: wide in Vietnamese and then narrow, narrow in English.

        Colours take longer than all other rules of accessibility together, and no language has its own: they are tried
        in Vietnamese, where of rows that are alike the first are looked at, and the frame around all pages on the first
        page only; in English everything, by the other rules.
        """
        self._noise.clear()
        self._asked.clear()
        self._page.set_viewport_size(WIDE if language == "vi" else NARROW)
        answer = self._page.goto(_in_language(f"{self._host}{example.path}", language))
        assert answer is not None, example.path
        assert answer.status == example.status, example.path
        weight = int(self._page.evaluate(_WEIGHT))
        own = f"status of {answer.status}"  # of a page that there is not, the console says so too
        heard = tuple(each for each in self._noise if answer.ok or own not in each)
        axe = self._page.evaluate(_AXE, [language == "vi", self._framed])
        self._framed = False
        wide, cut, unreachable = self._probe("wide"), self._probe("cut"), self._probe("unreachable")
        unseen: tuple[str, ...] = ()
        if language == "vi":
            self._page.keyboard.press("Tab")
            unseen = self._probe("unseen")
            self._page.set_viewport_size(NARROW)
            wide, cut = wide + self._probe("wide"), cut + self._probe("cut")
        return Visit(
            path=example.path,
            language=language,
            weight=weight,
            axe=tuple(axe),
            wide=wide,
            cut=cut,
            low=self._probe("low"),
            printed=self._printed(),
            unreachable=unreachable,
            unseen=unseen,
            noise=heard,
            outside=tuple(url for url in self._asked if urlsplit(url).netloc not in ("", urlsplit(self._host).netloc)),
        )

    def _printed(self) -> tuple[str, ...]:
        self._page.set_viewport_size(SHEET)
        self._page.emulate_media(media="print")
        told = self._probe("printed")
        self._page.emulate_media(media="screen")
        return told

    def _probe(self, name: str) -> tuple[str, ...]:
        return probe(self._page, name)

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self._noise.append(said.text)

    def _note(self, request: Request) -> None:
        self._asked.append(request.url)

    def _miss(self, request: Request) -> None:
        """A file that did not come; one that the page before asked for was given up by going on."""
        if request.url in self._asked:
            self._noise.append(f"failed: {request.url}")


def probe(page: Page, name: str) -> tuple[str, ...]:
    """What one probe of `probes.js` answers."""
    return tuple(page.evaluate(f"({PROBES}).{name}()"))


def _in_language(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def told(wrong: Mapping[str, object]) -> str:
    """What is wrong, for the message of a failed test."""
    return json.dumps(wrong, ensure_ascii=False, indent=1)
