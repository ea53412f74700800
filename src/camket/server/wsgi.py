"""The door for a web server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from camket import kept

kept.use(kept.folder_of(os.environ))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "camket.server.settings")
application = get_wsgi_application()

from camket.server.warming import warm  # noqa: E402 - needs the application set up

warm()
kept.save()
kept.use(None)  # what is kept would lie in memory for good
