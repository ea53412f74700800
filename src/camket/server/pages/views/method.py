"""`/phuong-phap`: how states are found and values chosen, in plain words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from camket.report.method import method as said
from camket.server.pages.language import language_of

_POLICY = ("vintage", "source", "exact", "confidence", "later", "mention")


def method(request: HttpRequest) -> HttpResponse:
    """The method, with the thresholds in force."""
    context = {"lines": said(language_of(request)), "policy": [f"policy.{each}" for each in _POLICY]}
    return render(request, "pages/method.html", context)


PATHS = (path("phuong-phap", method, name="method"),)
