"""A paper taken out: its bytes, text, quotes, facts and placements go, a tombstone stays."""

from __future__ import annotations

from camket.server.registry.acting import Act, Actor, action
from camket.server.registry.erasing import erase
from camket.server.registry.withdrawing import Withdrawn, take_out


@action("withdraw", permission="registry.withdraw")
def withdraw(act: Act, slug: str, *, why: str) -> Withdrawn:
    """Take a paper out of the tables; what stands follows. Its bytes are removed by `withdraw_and_erase`.

    Raises:
        UsageError: there is no such paper, or no reason was given.
    """
    return take_out(act, slug, why)


def withdraw_and_erase(who: Actor, slug: str, *, why: str) -> Withdrawn:
    """Withdraw a paper, and leave nothing of it on the disk.

    Where the machine stops in between, the same call finds the tombstone and erases what is left.

    Raises:
        UsageError: as `withdraw`.
    """
    done = withdraw(who, slug, why=why)
    return done.with_findings(erase(bytes.fromhex(done.digest)))
