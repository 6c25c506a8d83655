"""A change of pay changes no byte of a public build, and the comparison that says so sees planted influence."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TODAY, public_view
from firms import amounts, firm

from ladderc import pipeline
from ladderc.rules.engine import judge
from ladderc.view.view import View


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """The files that are not the same in two builds, by name."""
    left, right = tree(one), tree(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def two_firms(source: Path, folder: Path) -> tuple[Path, Path]:
    """The firm twice: as it is, and with managers' pay so far above that parity fails."""
    raised = firm(source, folder / "raised", {amount: str(int(amount) * 3 + 7) for amount in amounts(source)[::2]})
    return firm(source, folder / "plain"), raised


@pytest.mark.slow
def test_a_change_of_pay_changes_no_byte_of_a_public_build(meridian: Path, tmp_path: Path) -> None:
    plain, raised = two_firms(meridian, tmp_path)
    pipeline.build(public_view(plain), tmp_path / "one")
    pipeline.build(public_view(raised), tmp_path / "two")
    assert differing(tmp_path / "one", tmp_path / "two") == []


@pytest.mark.slow
def test_taking_all_pay_away_changes_no_byte_of_a_public_build(meridian: Path, tmp_path: Path) -> None:
    plain, _ = two_firms(meridian, tmp_path)
    bare = firm(meridian, tmp_path / "bare")
    for path in (bare / "pay").iterdir():
        path.unlink()
    pipeline.build(public_view(plain), tmp_path / "one")
    pipeline.build(public_view(bare), tmp_path / "two")
    assert differing(tmp_path / "one", tmp_path / "two") == []


@pytest.mark.slow
def test_counts_that_know_about_pay_are_noticed(
    meridian: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, raised = two_firms(meridian, tmp_path)
    for name, root in (("one", plain), ("two", raised)):
        framework = pipeline.check(root, TODAY).framework
        assert framework is not None
        knowing = judge(framework, TODAY.isoformat(), pay=True)
        with monkeypatch.context() as patch:
            patch.setattr(pipeline, "judge", lambda *_, knowing=knowing, **__: knowing)
            pipeline.build(public_view(root), tmp_path / name, ["site"])
    assert "site/parity.html" in differing(tmp_path / "one", tmp_path / "two")


@pytest.mark.slow
def test_an_order_that_follows_pay_is_noticed(meridian: Path, tmp_path: Path) -> None:
    plain, raised = two_firms(meridian, tmp_path)
    for name, root in (("one", plain), ("two", raised)):
        pipeline.build(_sorted_by_pay(root), tmp_path / name, ["data"])
    assert differing(tmp_path / "one", tmp_path / "two") == ["site/framework.json"]


def _sorted_by_pay(root: Path) -> View:
    """A public View whose tracks stand in the order of their highest pay."""
    framework = pipeline.check(root, TODAY).framework
    assert framework is not None
    least = {resolved.level: resolved.band.min for pay in framework.pay for resolved in pay.bands if not pay.later}
    view = public_view(root)
    return view._replace(tracks=tuple(sorted(view.tracks, key=lambda track: least[track.levels[-1].ref.key])))
