"""Shares of a programme from its leaves, and beside what papers claim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from camket.model.fact import Tally
from camket.model.programme import Node, NodeKind
from camket.model.series import Source
from camket.model.task import Outcome
from camket.work.programme import Claimed, beside, claim_findings, shares

D = Decimal


def node(id_: str, kind: NodeKind, *children: Node, tasks: tuple[str, ...] = (), weight: str | None = None) -> Node:
    weighed = D(weight) if weight is not None else None
    return Node(id=id_, kind=kind, title=id_, children=children, tasks=tasks, weight=weighed)


def tree() -> Node:
    return node(
        "nq",
        "resolution",
        node("ct1", "programme", node("da1", "scheme", tasks=("a", "b")), node("da2", "scheme", tasks=("b", "c"))),
        node("ct2", "programme", tasks=("d",)),
        node("ct3", "programme"),
    )


OUTCOMES: dict[str, Outcome] = {"a": "done_in_time", "b": "done_late", "c": "open_overdue", "d": "out"}


def test_a_task_below_two_nodes_counts_once_and_a_node_without_tasks_is_named() -> None:
    told = shares(tree(), OUTCOMES)
    assert (told["da1"].done, told["da1"].total, told["da1"].share) == (2, 2, D("100.00"))
    assert (told["da2"].done, told["da2"].total, told["da2"].late) == (1, 2, ("c",))
    assert (told["ct1"].done, told["ct1"].total, told["ct1"].share) == (2, 3, D("66.67"))
    assert (told["ct2"].total, told["ct2"].share, told["ct2"].out) == (0, None, ("d",))  # nothing of it counts
    assert told["ct3"].untracked == ("ct3",)
    assert (told["nq"].done, told["nq"].total, told["nq"].share) == (2, 4, D("50.00"))
    assert not told["nq"].weighted


def test_weights_count_where_all_sisters_have_one() -> None:
    root = node(
        "nq",
        "resolution",
        node("a", "programme", tasks=("a",), weight="30"),
        node("c", "programme", tasks=("c",), weight="70"),
    )
    told = shares(root, OUTCOMES)["nq"]
    assert (told.share, told.weighted, told.done, told.total) == (D("30.00"), True, 1, 2)
    half = node("nq", "resolution", node("a", "programme", tasks=("a",), weight="30"), node("c", "programme"))
    assert shares(half, OUTCOMES)["nq"].share == D("50.00")


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=4), min_size=1, max_size=5))
def test_the_whole_holds_every_leaf_of_its_parts_once(groups: list[list[str]]) -> None:
    children = [node(f"n{place}", "programme", tasks=tuple(dict.fromkeys(own))) for place, own in enumerate(groups)]
    told = shares(node("root", "resolution", *children), OUTCOMES)
    parts = [told[child.id] for child in children]
    whole = told["root"]
    assert set(whole.tasks) == {task for part in parts for task in part.tasks}
    assert whole.total == len(whole.tasks) + len(whole.untracked) <= sum(part.total for part in parts)
    assert whole.share is None or 0 <= whole.share <= 100
    assert len(whole.tasks) == len(set(whole.tasks))


def claim(done: int, total: int, of: str, day: str = "2026-06-01", state: str = "completed") -> Claimed:
    quote = f"{done}/{total} {of}"
    tally = Tally(start=0, end=len(quote), quote=quote, done=done, total=total, of=of, state=state)  # type: ignore[arg-type]
    return Claimed(tally=tally, source=Source(document="bc", published=date.fromisoformat(day)))


def test_claims_stand_beside_the_count_of_their_own_day() -> None:
    def on(day: date) -> dict[str, Outcome]:
        return OUTCOMES if day >= date(2026, 5, 1) else {"a": "open_in_time", "b": "open_in_time"}

    claims = [
        claim(2, 4, "nhiệm vụ"),
        claim(3, 4, "nhiệm vụ"),
        claim(2, 4, "nhiệm vụ", "2026-04-01"),
        claim(1, 27, "chương trình"),
        claim(1, 5, "chương trình, đề án"),
        claim(1, 3, "nhiệm vụ", state="other"),
        claim(1, 3, "chỉ tiêu"),
    ]
    found = list(beside(tree(), claims, on))
    assert [(each.done, each.total, each.verdict) for each in found] == [
        (2, 4, "same"),
        (2, 4, "differs"),
        (0, 5, "other_total"),  # on that day no task was out, so d counts: five leaves
        (0, 3, "other_total"),
        (1, 5, "same"),
        (2, 4, "cannot_tell"),
    ]
    assert [each.message.code for each in claim_findings(found)] == [
        "work.claim.differs", "work.claim.other_total", "work.claim.other_total",
    ]  # fmt: skip
