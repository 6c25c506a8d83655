"""Which sentences decide on people, in each language: as many that do not, among them negations, as that do."""

from __future__ import annotations

import pytest

from ladderc.model.text import Text, plain
from ladderc.rules.people_duties import duty_phrase, is_people_matter

DECIDES = {
    "en": (
        "Decides on hiring for the team.",
        "Decides hiring and pay.",
        "Owns the roadmap, hiring and pay.",
        "Owns the hiring process.",
        "Approves leave.",
        "Approves holiday requests.",
        "Signs off on salary increases",
        "Is responsible for the performance reviews of four engineers.",
        "Conducts performance reviews",
        "Holds annual appraisals.",
        "Hires engineers for the team.",
        "Hires and develops engineers.",
        "Dismisses people who do not perform",
        "Has the final say on dismissals.",
        "Sets pay within the budget.",
        "Decides whom to hire",
        "Runs disciplinary procedures.",
        "Rates people twice a year.",
        "Has hired engineers",
        "Accountable for recruitment and onboarding",
        "Owns and decides pay.",
        "Owns recruitment of engineers",
        "Holds performance reviews with people",
        "Decides ratings, raises and bonuses",
    ),
    "de": (
        "Entscheidet über Einstellungen.",
        "Verantwortet Einstellungen und Gehälter",
        "Genehmigt Urlaub.",
        "Führt Leistungsbeurteilungen durch.",
        "Hat über Einstellungen entschieden",
        "Stellt Ingenieure ein.",
    ),
    "fr": (
        "Décide des embauches.",
        "Valide les congés.",
        "Est responsable du recrutement.",
        "Mène les entretiens d'évaluation.",
        "Recrute des ingénieurs",
    ),
    "es": (
        "Decide sobre contrataciones.",
        "Aprueba las vacaciones.",
        "Es responsable de los despidos.",
        "Realiza evaluaciones del desempeño.",
        "Contrata ingenieros",
    ),
    "it": (
        "Decide sulle assunzioni.",
        "Approva le ferie.",
        "È responsabile dei licenziamenti.",
        "Conduce i colloqui di valutazione.",
        "Assume ingegneri",
    ),
    "nl": (
        "Beslist over aanstellingen.",
        "Keurt verlof goed.",
        "Is verantwoordelijk voor salarissen.",
        "Voert beoordelingsgesprekken.",
        "Heeft over aanstellingen beslist",
    ),
}

DECIDES_NOTHING = {
    "en": (
        "Interviews candidates and gives a view.",
        "Onboards new hires.",
        "Mentors colleagues.",
        "Takes part in hiring.",
        "Advises managers who decide on pay.",
        "Does not decide on hiring, ratings or pay.",
        "Never hires, rates or dismisses people.",
        "Helps decide on hiring",
        "Owns the pay module.",
        "Owns the leave planning service.",
        "Decides which holidays the calendar shows",
        "Approves the hiring bar's wording",
        "Owns the payroll pipeline.",
        "Is responsible for the rating service.",
        "Decides to leave a design alone",
        "Sets pay-as-you-go limits",
        "Rates suppliers twice a year.",
        "Holds design reviews.",
        "Owns the performance of the search service.",
        "Decides on trials and bets",
        "Writes performance reports",
        "Owns the hiring exercise for the field.",
        "Approves designs when people are on leave.",
        "Decides without hiring anyone",
        "Supports those who decide on pay",
        "Rates engineers' designs",
        "Owns incident reviews",
        "Contributes to hiring decisions",
        "Is consulted on hiring",
        "Determines ratings of bonds",
        "Decides compensation for delayed passengers",
        "Owns recruitment of test users",
        "Plans their own leave",
        "Runs performance reviews of critical services",
        "Owns the technical interview",
    ),
    "de": (
        "Entscheidet nicht über Einstellungen.",
        "Führt Vorstellungsgespräche.",
        "Unterstützt Führungskräfte bei Einstellungen.",
        "Entscheidet über die Einstellungen des Systems.",
        "Berät Führungskräfte, die über Gehälter entscheiden",
        "Verantwortet das Urlaubsmodul",
        "Genehmigt keinen Urlaub",
    ),
    "fr": (
        "Ne décide pas des embauches.",
        "Participe au recrutement.",
        "Conseille ceux qui décident des salaires.",
        "Décide de l'architecture.",
        "Forme les nouvelles recrues",
        "Mène des entretiens d'embauche",
    ),
    "es": (
        "No decide sobre contrataciones.",
        "Participa en la contratación.",
        "Asesora a quienes deciden sobre salarios.",
        "Decide la arquitectura.",
        "Entrevista a candidatos",
    ),
    "it": (
        "Non decide sulle assunzioni.",
        "Partecipa alle assunzioni.",
        "Consiglia chi decide sugli stipendi.",
        "Decide l'architettura.",
        "Intervista i candidati",
    ),
    "nl": (
        "Beslist niet over aanstellingen.",
        "Denkt mee over aanstellingen.",
        "Adviseert leidinggevenden die over salarissen beslissen.",
        "Bepaalt de architectuur.",
        "Begeleidt nieuwe collega's",
        "Keurt geen verlof goed.",
        "Regelt verlof goed.",
    ),
}


def each(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, sentence) for language, sentences in table.items() for sentence in sentences]


@pytest.mark.parametrize(("language", "sentence"), each(DECIDES))
def test_a_decision_on_people_is_found(language: str, sentence: str) -> None:
    assert duty_phrase(plain(sentence), language)


@pytest.mark.parametrize(("language", "sentence"), each(DECIDES_NOTHING))
def test_other_sentences_are_left_alone(language: str, sentence: str) -> None:
    assert duty_phrase(plain(sentence), language) is None


def test_the_words_are_quoted_as_written() -> None:
    text = Text((("en", "Designs pumps. Signs off on Salary increases for all."), ("de", "Baut Pumpen.")))
    assert duty_phrase(text, "en") == "Signs off on Salary increases"


def test_a_verb_in_two_parts_is_quoted_with_both() -> None:
    assert duty_phrase(plain("Bouwt pompen en keurt verlof goed."), "nl") == "keurt verlof goed"
    assert duty_phrase(plain("Stelt jaarlijks de salarissen vast."), "nl") == "Stelt jaarlijks de salarissen vast"


@pytest.mark.parametrize(
    "name", ["Hiring", "Whom to hire", "Pay", "Annual leave", "Hiring in the field", "Recruitment"]
)
def test_a_domain_that_is_a_matter_of_people(name: str) -> None:
    assert is_people_matter(plain(name), "en-GB")


@pytest.mark.parametrize(
    "name",
    ["Who works on what", "Pay module", "Leave planning product", "Which design is built", "Shift plan", "Budget"],
)
def test_a_domain_that_is_none(name: str) -> None:
    assert not is_people_matter(plain(name), "en-GB")
