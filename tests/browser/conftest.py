"""One server, one browser, one registry for all tests of this folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.browser import examples
from tests.browser.examples import Example, Found
from tests.browser.going import PATIENCE, log_in, somebody
from tests.browser.laying import ACCOUNT, PASSWORD
from tests.browser.served import Served, served
from tests.browser.visiting import Visit, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_QUIET = (
    "--no-sandbox",  # tests may run as root, and the pages are our own
    "--disable-gpu",
    "--disable-dev-shm-usage",  # small in containers, and a page that does not fit in it hangs
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's chromium; Playwright's own browser is never fetched."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    driver.expect.set_options(timeout=PATIENCE)
    with driver.sync_playwright() as started:
        made = started.chromium.launch(executable_path=chromium, args=list(_QUIET))
        yield made
        made.close()


@pytest.fixture(scope="package")
def empty(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Served]:  # noqa: ARG001 - skips first
    """The pages of a registry with nothing in it."""
    with served(tmp_path_factory.mktemp("browser")) as made:
        yield made


@pytest.fixture(scope="package")
def empty_visits(empty: Served, public: BrowserContext) -> list[Visit]:
    """The first page before the first paper."""
    visitor = Visitor(public, empty.address)
    first = Example("overview", "/")
    return [visitor.visit(first, language) for language in first.languages]


@pytest.fixture(scope="package")
def registry(empty: Served, empty_visits: list[Visit]) -> Served:  # noqa: ARG001 - looked at before it is filled
    """The pages of the samples."""
    empty.lay_out()
    return empty


@pytest.fixture(scope="package")
def public(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that is not logged in."""
    context = somebody(browser)
    yield context
    context.close()


@pytest.fixture(scope="package")
def account(browser: Browser, registry: Served) -> Iterator[BrowserContext]:
    """A browser in which the account of `laying` is logged in."""
    context = somebody(browser)
    page = context.new_page()
    log_in(page, registry.address, ACCOUNT, PASSWORD)
    page.close()
    yield context
    context.close()


@pytest.fixture(scope="package")
def found(registry: Served, public: BrowserContext, account: BrowserContext) -> Found:
    """A real example of every page."""
    return examples.found(registry.address, public.request, account.request)


@pytest.fixture(scope="package")
def visits(
    registry: Served, public: BrowserContext, account: BrowserContext, found: Found, empty_visits: list[Visit]
) -> list[Visit]:
    """Every page in every language."""
    one, other = Visitor(public, registry.address), Visitor(account, registry.address)
    made = list(empty_visits)
    for example in found.pages:
        visitor = other if example.logged_in else one
        made += [visitor.visit(example, language) for language in example.languages]
    return made


@pytest.fixture
def page(registry: Served, public: BrowserContext) -> Iterator[Page]:  # noqa: ARG001 - serves what is opened
    """A fresh page of somebody who has never been here."""
    public.clear_cookies()
    made = public.new_page()
    yield made
    made.close()
