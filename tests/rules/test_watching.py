"""Which sentences say that exits or moves are watched, in each language, and which only look so."""

from __future__ import annotations

import pytest

from ladderc.model.text import plain
from ladderc.rules.watching import watched

BOTH = {
    "en": "Each spring we count exits by track, and moves between tracks in both directions.",
    "de": "Jedes Jahr zählen wir Austritte je Laufbahn und Wechsel in beide Richtungen.",
    "fr": "Chaque année nous mesurons les départs par filière, et les passages dans les deux sens.",
    "es": "Cada año medimos las salidas por trayectoria y los cambios en ambos sentidos.",
    "it": "Ogni anno misuriamo le uscite per percorso e i passaggi nei due sensi.",
    "nl": "Elk jaar meten we het vertrek per loopbaan en de overstappen in beide richtingen.",
}
EXITS = {
    "en": "We publish how many leavers each track had.",
    "de": "Wir veröffentlichen die Fluktuation je Karrierepfad.",
    "fr": "Nous suivons la rétention par parcours.",
    "es": "Publicamos la rotación por carrera; se publica cada año.",
    "it": "Verifichiamo l'abbandono per percorso.",
    "nl": "Wij volgen het verloop per loopbaan.",
}
DENIED = {
    "en": "We do not count exits by track.",
    "de": "Wir zählen keine Austritte je Laufbahn.",
    "fr": "Nous ne mesurons pas les départs par filière.",
    "es": "No medimos las salidas por trayectoria.",
    "it": "Non misuriamo le uscite per percorso.",
    "nl": "Wij meten geen vertrek per loopbaan.",
}
UNWATCHED = {
    "en": "Moves between tracks are open in both directions.",
    "de": "Wechsel zwischen Laufbahnen stehen in beide Richtungen offen.",
    "fr": "Le passage entre filières est ouvert dans les deux sens.",
    "es": "Los cambios están abiertos en ambos sentidos.",
    "it": "I passaggi sono aperti nei due sensi.",
    "nl": "Overstappen staat in beide richtingen open.",
}


@pytest.mark.parametrize(("tag", "sentence"), BOTH.items())
def test_both_figures_are_found(tag: str, sentence: str) -> None:
    assert watched(plain(sentence), tag) == {"exits", "moves"}


@pytest.mark.parametrize(("tag", "sentence"), EXITS.items())
def test_exits_by_track_are_found(tag: str, sentence: str) -> None:
    assert watched(plain(sentence), tag) == {"exits"}


@pytest.mark.parametrize(("tag", "sentence"), DENIED.items())
def test_a_negation_denies_it(tag: str, sentence: str) -> None:
    assert watched(plain(sentence), tag) == frozenset()


@pytest.mark.parametrize(("tag", "sentence"), UNWATCHED.items())
def test_what_is_only_possible_is_not_watched(tag: str, sentence: str) -> None:
    assert watched(plain(sentence), tag) == frozenset()


@pytest.mark.parametrize(
    "sentence",
    [
        "We count exits from the motorway.",
        "The retention of water in pumps is measured.",
        "We count tickets; exits by ferry are none of our business.",
    ],
)
def test_leaving_without_tracks_is_something_else(sentence: str) -> None:
    assert watched(plain(sentence), "en") == frozenset()


def test_not_only_is_no_negation() -> None:
    assert watched(plain("We count not only exits by track."), "en") == {"exits"}


def test_a_metric_needs_no_word_for_counting() -> None:
    assert watched(plain("Regretted exits by ladder"), "en", measured=True) == {"exits"}
