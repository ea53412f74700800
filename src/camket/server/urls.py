"""Addresses of the pages."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from camket.server.pages.addresses import paths

urlpatterns: list[URLPattern | URLResolver] = [*paths()]
handler400 = "camket.server.pages.views.trouble.bad_request"
handler403 = "camket.server.pages.views.trouble.forbidden"
handler404 = "camket.server.pages.views.trouble.not_found"
handler500 = "camket.server.pages.views.trouble.broken"
