"""Which conditions ask for having led people or for a trial, in each language, and which deny it or ask for merit."""

from __future__ import annotations

import pytest

from ladderc.model.text import Text, plain
from ladderc.rules.people_evidence import asks_for_leading, can_be_read

ASKS = {
    "en": (
        "A trial of six months that either side may end",
        "Letters from those led",
        "Has coached two juniors",
        "Not only expert work: has brought up a successor",
        "A hard conversation they led",
        "Someone they helped to grow",
        "360° feedback",
    ),
    "de": (
        "Sechs Monate Führung auf Probe",
        "Rückmeldung des Teams",
        "Nicht nur Fachwissen, sondern Führungserfahrung",
    ),
    "fr": ("Une période d'essai de six mois", "A encadré deux apprentis", "L'avis de l'équipe"),
    "es": ("Un período de prueba de seis meses", "Ha liderado un equipo", "La opinión del equipo"),
    "it": ("Un periodo di prova di sei mesi", "Ha guidato un team", "Il parere del team"),
    "nl": ("Een proeftijd van zes maanden", "Heeft een collega begeleid", "Feedback van het team"),
}

ASKS_FOR_MERIT = {
    "en": (
        "The hardest problem of the year, solved",
        "No trial is needed",
        "Without experience of leading people",
        "Letters from two customers",
        "A budget kept",
        "Never on probation",
        "Two patents",
    ),
    "de": ("Das schwerste Problem des Jahres", "Keine Führungserfahrung nötig", "Ohne Probezeit"),
    "fr": ("Le problème le plus dur de l'année", "Sans période d'essai", "Pas de coaching"),
    "es": ("El problema más difícil del año", "Sin período de prueba", "Dos patentes"),
    "it": ("Il problema più difficile dell'anno", "Senza periodo di prova", "Due brevetti"),
    "nl": ("Het moeilijkste probleem van het jaar", "Zonder proeftijd", "Twee octrooien"),
}


def each(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, condition) for language, conditions in table.items() for condition in conditions]


@pytest.mark.parametrize(("language", "condition"), each(ASKS))
def test_leading_people_or_a_trial(language: str, condition: str) -> None:
    assert asks_for_leading(plain(condition), language)


@pytest.mark.parametrize(("language", "condition"), each(ASKS_FOR_MERIT))
def test_merit_alone(language: str, condition: str) -> None:
    assert not asks_for_leading(plain(condition), language)


def test_a_text_can_be_read_where_one_of_its_languages_is_known() -> None:
    assert can_be_read(Text((("pl", "Problem roku"), ("en", "The problem of the year"))), "pl-PL")
    assert not can_be_read(plain("Problem roku"), "pl-PL")
