"""Which sentences count people, in each language: as many that do not as that do."""

from __future__ import annotations

import pytest

from ladderc.model.text import Text, plain
from ladderc.rules.headcount import headcount_measure, headcount_phrase

COUNTS = {
    "Leads 5 engineers.": "Leads 5 engineers",
    "Manages several teams through change.": "Manages several teams",
    "MANAGES SEVERAL TEAMS": "MANAGES SEVERAL TEAMS",
    "Manages a team of 6.": "Manages a team of 6",
    "Supervises more than ten people.": "Supervises more than ten people",
    "Oversees 3–4 teams in two sites": "Oversees 3–4 teams",
    "Has led at least two teams.": "led at least two teams",
    "Leads, coaches and develops a team of five.": "Leads, coaches and develops a team of five",
    "Leads and mentors several engineers": "Leads and mentors several engineers",
    "Directly manages up to eight people.": "manages up to eight people",
    "Manages ≥ 5 people": "Manages ≥ 5 people",
    "Manages 1,000 people": "Manages 1,000 people",
    "Manages five or more people": "Manages five or more people",
    "Manages budgets and 12 people": "Manages budgets and 12 people",
    "Manages a group of 12 people.": "Manages a group of 12 people",
    "Heads research; leads a department of 40.": "leads a department of 40",
    "Leads several senior software engineers.": "Leads several senior software engineers",
    "Manages three people managers": "Manages three people managers",
    "Leads one team": "Leads one team",
    "Leads a 6-person team": "Leads a 6-person team",
    "Is the manager of several engineers.": "manager of several engineers",
    "Has 5 direct reports": "5 direct reports",
    "At least five reports": "At least five reports",
    "Has six reports": "six reports",
    "Responsible for a team of 12": "team of 12",
    "Builds a team of 8": "team of 8",
    "Increases the size of the team": "size of the team",
    "Has a wide span of control.": "span of control",
    "Not only manages 5 people but grows them": "manages 5 people",
    "Manages not only five people but a budget": "Manages not only five people",
    "Does not write code, and leads 5 engineers.": "leads 5 engineers",
    "Without writing code, leads several teams": "leads several teams",
    "Does not code, and leads several teams": "leads several teams",
}

COUNTS_NOBODY = [
    "Leads projects across three teams.",
    "Leads initiatives with several teams",
    "Designs tools for five teams",
    "Works in a team of five",
    "Designs systems for a team of 40",
    "Advises a team of 40",
    "Leads headcount planning for 40 engineers.",
    "Plans the headcount of three teams.",
    "Does not manage 5 people",
    "Never manages several engineers.",
    "Doesn't lead several teams",
    "Cannot lead several teams",
    "Does not hire, rate or manage five people",
    "Does not hire, rate, and manage five people",
    "Does not hire and lead five people",
    "Influences several teams without managing several people",
    "Rather than managing several people, guides them by insight.",
    "Judged by impact, regardless of team size.",
    "Independent of team size or span of control",
    "Leads the platform that several teams depend on",
    "Leads three projects teams depend on",
    "Leads two people programmes",
    "Leads several team events",
    "Leads several teams' migrations",
    "Leads several teams’ migrations",
    "Mentors 3 engineers and coaches several people",
    "Leads large changes spanning multiple teams",
    "This leads to multiple teams adopting it",
    "Manages 5 % of people costs",
    "Manages 24/7 teams and 2nd line engineers",
    "Leads a team independently",
    "Leads engineering teams across multiple functional areas",
    "Oversees multiple projects",
    "Publishes 3 reports a quarter",
    "Reviews 5 incident reports each week",
    "Interviews ten people a year",
    "Leads the incident response; five teams follow",
    "Leads discussions between several teams",
]

ELSEWHERE = {
    "de": (
        "Führt fünf Mitarbeitende.",
        "Leitet mehrere Teams.",
        "Hat mindestens drei Personen geführt.",
        "Verantwortet ein Team von 6.",
        "Hohe Führungsspanne",
        "Führt nicht nur fünf Personen, sondern entwickelt sie",
    ),
    "fr": (
        "Encadre cinq personnes.",
        "Dirige une équipe de 6.",
        "Supervise plus de dix collaborateurs",
        "Taille de l'équipe",
        "Responsable d’une équipe de 12",
    ),
    "es": (
        "Gestiona cinco personas.",
        "Lidera un equipo de 6 personas",
        "Supervisa a más de diez ingenieros",
        "Tiene 5 personas a su cargo",
    ),
    "it": (
        "Gestisce cinque persone.",
        "Guida più team",
        "Dirige un gruppo di 6 persone",
        "Ha 5 riporti diretti",
    ),
    "nl": (
        "Geeft leiding aan vijf mensen.",
        "Leidt meerdere teams",
        "Heeft minstens drie medewerkers aangestuurd",
        "Leidt een team van acht",
    ),
}

NOBODY_ELSEWHERE = {
    "de": (
        "Führt fünf Projekte.",
        "Arbeitet mit mehreren Teams.",
        "Führt keine fünf Mitarbeitenden.",
        "Führt Änderungen über drei Teams hinweg.",
        "Unabhängig von der Teamgröße",
        "Ohne mehrere Personen zu führen",
        "Leitet eine Gruppe Ingenieure",
    ),
    "fr": (
        "Dirige cinq projets.",
        "N'encadre pas cinq personnes.",
        "Quelle que soit la taille de l'équipe",
        "Travaille dans une équipe de cinq",
        "Dirige une équipe",
    ),
    "es": (
        "Dirige cinco proyectos",
        "No gestiona cinco personas",
        "Independientemente del tamaño del equipo",
        "Trabaja en un equipo de cinco",
    ),
    "it": (
        "Guida cinque progetti",
        "Non gestisce cinque persone",
        "Indipendentemente dalla dimensione del team",
        "Lavora in un team di cinque",
    ),
    "nl": (
        "Leidt vijf projecten",
        "Geeft geen leiding aan vijf mensen",
        "Ongeacht de teamgrootte",
        "Werkt in een team van vijf",
    ),
}


@pytest.mark.parametrize(("sentence", "words"), COUNTS.items())
def test_a_sentence_that_counts_people_is_quoted(sentence: str, words: str) -> None:
    assert headcount_phrase(plain(sentence), "en-GB") == words


@pytest.mark.parametrize("sentence", COUNTS_NOBODY)
def test_a_sentence_that_counts_nobody_is_left_alone(sentence: str) -> None:
    assert headcount_phrase(plain(sentence), "en") is None


@pytest.mark.parametrize(("tag", "sentence"), [(tag, one) for tag, many in ELSEWHERE.items() for one in many])
def test_other_languages_count_too(tag: str, sentence: str) -> None:
    assert headcount_phrase(plain(sentence), tag) is not None


@pytest.mark.parametrize(("tag", "sentence"), [(tag, one) for tag, many in NOBODY_ELSEWHERE.items() for one in many])
def test_other_languages_are_left_alone_too(tag: str, sentence: str) -> None:
    assert headcount_phrase(plain(sentence), tag) is None


def test_every_language_of_a_text_is_read_by_its_own_words() -> None:
    text = Text((("en", "Sets direction."), ("de-AT", "Leitet mehrere Teams.")))
    assert headcount_phrase(text, "en") == "Leitet mehrere Teams"


@pytest.mark.parametrize(
    "name", ["Direct reports", "Number of direct reports", "Team size", "Headcount", "People managed"]
)
def test_a_metric_that_is_a_count_of_people(name: str) -> None:
    assert headcount_measure(plain(name), "en") is not None


@pytest.mark.parametrize(
    "name",
    ["Headcount against plan", "Number of teams using the platform", "Attrition", "Engineers trained", "Reports"],
)
def test_a_metric_that_is_about_something_else(name: str) -> None:
    assert headcount_measure(plain(name), "en") is None
