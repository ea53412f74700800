"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out


class EnteringConfig(AppConfig):
    """Names the app so that its tables are called `entering_...`, and keeps a visit of each log-in."""

    name = "camket.server.entering"
    label = "entering"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of log-ins. When somebody last came is told by his visits: accounts are written by actions alone."""
        from camket.server.entering.visits import begin, end

        user_logged_in.disconnect(dispatch_uid="update_last_login")
        user_logged_in.connect(begin, dispatch_uid="camket.entering.begin")
        user_logged_out.connect(end, dispatch_uid="camket.entering.end")
