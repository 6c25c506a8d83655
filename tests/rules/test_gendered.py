"""Which titles name one gender, in each language: as many that do not as that do."""

from __future__ import annotations

import pytest

from ladderc.model.text import Text, plain
from ladderc.rules.gendered import gendered_words

ONE_GENDER = {
    "en": {"Chairman": "“Chair”", "senior salesman": "“salesperson”", "Manageress": "“Manager”"},
    "de": {
        "Leiterin Einkauf": "“Leitung”",
        "Software-Entwickler": "“Software-Entwickler / Software-Entwicklerin”",
        "Produktmanagerin": "“Produktmanager”",
        "Analyst für Daten": "“Analyst / Analystin”",
        "Fachmann für Lager": "“Fachkraft”",
    },
    "fr": {
        "Ingénieur en chef": "“Ingénieur / Ingénieure”",
        "Directrice des opérations": "“Direction”",
        "Expert en sécurité": "“Expert / Experte”",
    },
    "es": {
        "Director financiero": "“Dirección”",
        "Técnico de redes": "“Técnico / Técnica”",
        "Ingeniera de datos": "“Ingeniería”",
    },
    "it": {"Direttore tecnico": "“Direzione”", "Sviluppatrice": "“Sviluppatore / Sviluppatrice”"},
    "nl": {"Vakman": "“Vakkracht”", "Medewerkster": "“Medewerker”", "Projectleidster": "“Projectleider”"},
}

EVERYONE = {
    "en": [
        "Chair",
        "Manager",
        "Human Resources Partner",
        "Craftsmanship Lead",
        "Salesman/Saleswoman",
        "Woman's Health Adviser",
    ],
    "de": [
        "Leitung Einkauf",
        "Produktmanager",
        "Data Analyst",
        "Entwickler/in",
        "Entwickler_in",
        "Entwickler(in)",
        "EntwicklerIn",
        "Entwickler (w/m/d)",
        "Entwicklerinnen und Entwickler",
        "Senior Engineer",
        "Administrator",
        "Leitung Entwickler-Werkzeuge",
        "Kaufmann / Kauffrau",
    ],
    "fr": [
        "Responsable qualité",
        "Ingénieur·e",
        "Ingénieur(e) principal(e)",
        "Développeur / Développeuse",
        "Directeur H/F",
        "Chargé.e de projet",
        "Senior Expert",
        "Architecte",
        "Technicien/technicienne",
    ],
    "es": [
        "Engineering Director",
        "Analista",
        "Director/a financiero/a",
        "Jefatura de proyecto",
        "Especialista de soporte técnico",
        "Ingeniero o ingeniera",
        "Gerente",
        "Director (m/f)",
    ],
    "it": [
        "Responsabile",
        "Direzione tecnica",
        "Direttore/trice",
        "Analista",
        "Sviluppatore / Sviluppatrice",
        "Supporto tecnico",
    ],
    "nl": ["Vakkracht", "Medewerker", "Projectleider", "Directeur", "Manager (m/v)", "Vakman/vakvrouw"],
}


@pytest.mark.parametrize(
    ("tag", "title", "instead"), [(tag, *pair) for tag, titles in ONE_GENDER.items() for pair in titles.items()]
)
def test_a_title_that_names_one_gender_gets_a_proposal(tag: str, title: str, instead: str) -> None:
    assert instead in [word.instead for word in gendered_words(plain(title), tag)]


@pytest.mark.parametrize(("tag", "title"), [(tag, title) for tag, titles in EVERYONE.items() for title in titles])
def test_a_title_for_everyone_is_left_alone(tag: str, title: str) -> None:
    assert gendered_words(plain(title), tag) == ()


def test_each_language_is_read_by_its_own_words() -> None:
    title = Text((("en", "Director"), ("es", "Director general")))
    assert [word.word for word in gendered_words(title, "en")] == ["Director"]
