"""camket reads the documents by which a Vietnamese province is governed and works out where every target stands.

The flow is four calls, with frozen records between them:

    documents -> read -> extract -> resolve -> assess
"""

from __future__ import annotations

from camket.assess import assess
from camket.extract import extract
from camket.read import read
from camket.resolve import resolve

__all__ = ["__version__", "assess", "extract", "read", "resolve"]
__version__ = "0.1.0"
