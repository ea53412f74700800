"""One module a page. A new one is found by `camket.server.pages.addresses`."""
