"""Pages in a real browser. A package, so that its fixtures end with it: Playwright's loop would disturb Django's."""
