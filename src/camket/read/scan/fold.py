"""Words as they are compared here: small, without their marks, since a mark is what a recogniser errs in first."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """`CỘNG HÒA` to `cong hoa`."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
