"""Which conditions are nothing but time, in each language: as many that ask for more as that do not."""

from __future__ import annotations

import pytest

from ladderc.model.text import plain
from ladderc.rules.time_served import is_only_time

NAMES = frozenset({"senior", "specialist", "g4", "s4"})

TIME = {
    "en": (
        "Two years in the grade",
        "24 months as Senior Specialist",
        "At least 3 years at G4",
        "Seniority",
        "Five or more years of service with the firm",
        "Minimum time in role: one year",
        "1-2 years of experience",
    ),
    "de": (
        "Zwei Jahre in der Stufe",
        "Mindestens 24 Monate als Senior Specialist",
        "Betriebszugehörigkeit von fünf Jahren",
    ),
    "fr": ("Deux ans dans le poste", "Ancienneté d'au moins trois ans", "24 mois au niveau G4"),
    "es": ("Dos años en el puesto", "Antigüedad mínima de tres años", "Al menos 24 meses en la empresa"),
    "it": ("Due anni nel ruolo", "Anzianità di almeno tre anni", "Almeno 24 mesi in azienda"),
    "nl": ("Twee jaar in de functie", "Anciënniteit van minstens drie jaar", "Minimaal 24 maanden op niveau G4"),
}

MORE = {
    "en": (
        "Two years of leading a field",
        "A season's plan that held",
        "A part kept running for a year",
        "No minimum time in grade",
        "Not less than a letter from two departments",
        "Designs that stood after a year",
        "Senior Specialist",
    ),
    "de": ("Ein Jahr ohne Unfall geplant", "Keine Mindestzeit in der Stufe", "Ein Entwurf, der zwei Jahre hielt"),
    "fr": ("Un plan tenu pendant un an", "Aucune ancienneté", "Deux ans sans accident"),
    "es": ("Un plan cumplido durante un año", "Sin antigüedad", "Dos años sin accidentes"),
    "it": ("Un piano rispettato per un anno", "Nessuna anzianità", "Due anni senza incidenti"),
    "nl": ("Een plan dat een jaar hield", "Geen anciënniteit", "Twee jaar zonder ongeluk"),
}


def each(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, condition) for language, conditions in table.items() for condition in conditions]


@pytest.mark.parametrize(("language", "condition"), each(TIME))
def test_time_alone(language: str, condition: str) -> None:
    assert is_only_time(plain(condition), language, NAMES)


@pytest.mark.parametrize(("language", "condition"), each(MORE))
def test_more_than_time(language: str, condition: str) -> None:
    assert not is_only_time(plain(condition), language, NAMES)
