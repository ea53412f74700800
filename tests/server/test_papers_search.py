"""Search: what is found, in which order, with and without marks."""

from __future__ import annotations
