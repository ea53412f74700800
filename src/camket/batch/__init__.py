"""Many papers read at once, in processes of their own; what is read is the same, and in the same order, as by one."""

from __future__ import annotations

from camket.batch.reader import Given
from camket.batch.readers import Readers, processes_for

__all__ = ["Given", "Readers", "processes_for"]
