"""Search over the career graph: shortest ways, and the levels that no way can avoid."""

from __future__ import annotations

from ladderc.finding import Proof
from ladderc.model.graph import CareerGraph, Step
from ladderc.rules.paths import Network, network, proof


def ways(*steps: str, ladder: tuple[str, ...] = ()) -> Network:
    """A graph from steps written ``a>b``, or ``a~b`` where they are lateral; people come in at ``a``."""
    found = tuple(Step(step[0], step[2], "lateral" if step[1] == "~" else "rung", None) for step in steps)
    return network(CareerGraph(found, ("a",)), frozenset(ladder))


def stops(path: tuple[Step, ...] | None) -> str:
    assert path is not None
    return "".join(proof("", path).levels)


def test_the_shortest_way_is_the_first_of_the_shortest_ones() -> None:
    path = ways("a>b", "a>c", "b>d", "c>d", "d>e").shortest_path(["a"], {"e"})
    assert stops(path) == "abde"


def test_a_goal_that_is_a_start_needs_no_step() -> None:
    assert ways("a>b").shortest_path(["a"], {"a"}) == ()


def test_no_way_is_told_from_an_empty_one() -> None:
    assert ways("a>b").shortest_path(["b"], {"a"}) is None


def test_only_levels_that_every_way_passes_cut() -> None:
    assert ways("a>b", "a>c", "b>d", "c>d", "d>e", "e>f").cut_levels(["a"], {"f"}) == ("d", "e")


def test_nothing_cuts_where_two_ways_share_no_level() -> None:
    assert ways("a>b", "a>c", "b>d", "c>d").cut_levels(["a"], {"d"}) == ()


def test_the_goal_itself_is_no_cut() -> None:
    assert ways("a>b").cut_levels(["a"], {"b"}) == ()


def test_levels_behind_the_management_ladder_are_not_free() -> None:
    graph = ways("a>m", "m>s", "a>p", "p>a", ladder=("m",))
    assert graph.free == {"a", "p"}


def test_leading_to_goes_backwards_and_avoids() -> None:
    graph = ways("a>m", "m>s", "a>p", "p>s", ladder=("m",))
    assert graph.leading_to({"s"}, avoid=graph.ladder) == frozenset({"s", "p", "a"})


def test_a_path_of_some_kinds_takes_no_other_step() -> None:
    graph = ways("a~c", "a>b", "b>c")
    assert stops(graph.shortest_path(["a"], {"c"})) == "ac"
    assert stops(graph.shortest_path(["a"], {"c"}, kinds={"rung"})) == "abc"
    assert graph.shortest_path(["a"], {"c"}, kinds={"promotion"}) is None


def test_what_no_entry_leads_to_is_not_reached() -> None:
    assert ways("a>b", "c>b").reached == {"a", "b"}


def test_the_way_from_where_people_start_is_the_shortest_and_off_the_ladder_where_asked() -> None:
    graph = ways("a>m", "m>s", "a>p", "p>q", "q>s", ladder=("m",))
    assert stops(graph.way_to("s")) == "ams"
    assert stops(graph.way_to("s", free=True)) == "apqs"


def test_where_people_start_or_never_come_no_step_leads() -> None:
    graph = ways("a>b", "c>b")
    assert graph.way_to("a") == ()
    assert graph.way_to("c") == ()


def test_a_proof_marks_only_levels_that_it_passes_each_once() -> None:
    path = ways("a~b", "b>c", "c~b").shortest_path(["a"], {"c"})
    assert path is not None
    told = proof("Round", (*path, Step("c", "b", "lateral", None)), marked=["z", "b"], mark="bars")
    assert told == Proof("Round", ("a", "b", "c", "b"), ("lateral", "rung", "lateral"), ("b",), "bars")


def test_a_proof_without_a_step_is_the_level_that_it_stands_on() -> None:
    assert proof("Here", (), start="a") == Proof("Here", ("a",), ())
