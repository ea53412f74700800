"""The server's own settings, on a data folder of the test run; `CAMKET_TEST_DATABASE_URL` names another database."""

from __future__ import annotations

import os
import tempfile

os.environ["CAMKET_DATA"] = tempfile.mkdtemp(prefix="camket-test-")
if address := os.environ.get("CAMKET_TEST_DATABASE_URL"):
    os.environ["CAMKET_DATABASE_URL"] = address

from camket.server.settings import *  # noqa: F403
from camket.server.settings import CONFIGURATION, DATABASES

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # a file, as it is in use: its log and its pages count
    DATABASES["default"]["TEST"] = {"NAME": str(CONFIGURATION.data / "tests.sqlite3")}

# A strong hash takes a tenth of a second for each log-in; the tests that are about it set the real ones again.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACTIONS_ONLY = (
    False  # tests lay out data themselves; those of the actions set the guard again (tests/server/test_actions.py)
)
KEEP_PAGES = False  # the same here: data come and go without a record; tests/server/test_kept.py keeps pages
