"""Which sentences tie a benefit or a ceiling of pay to managing people, in each language: as many that do not as that do."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ladderc.link import link
from ladderc.model.text import Text, plain
from ladderc.rules.eligibility import eligibility_phrase
from ladderc.rules.engine import judge
from ladderc.rules.pay_caps import pay_cap_phrase
from ladderc.sources.read import read

TIED = {
    "en": {
        "Bonus: managers and above.": "managers and above",
        "A bonus is paid to managers and above.": "managers and above",
        "The company car is for directors and up.": "directors and up",
        "Equity is granted from director level upwards.": "from director level",
        "Private health insurance for managers only.": "managers only",
        "Only people managers are eligible for the bonus plan.": "Only people managers",
        "Stock options are reserved for directors.": "reserved for directors",
        "Everyone with direct reports receives an allowance.": "with direct reports",
        "Whoever manages others gets nothing extra; those who manage people are entitled to a sabbatical.": "who manage people",
        "The bonus depends on the number of direct reports.": "depends on the number of direct reports",
        "Managers are eligible for the incentive plan.": "Managers are eligible",
        "The bonus is open to manager+ roles.": "manager+",
    },
    "de": {
        "Ein Bonus wird ab Führungsebene gezahlt.": "ab Führungsebene",
        "Dienstwagen nur für Führungskräfte.": "nur für Führungskräfte",
        "Bonus: Teamleiter aufwärts.": "Teamleiter aufwärts",
        "Anspruch auf einen Dienstwagen haben Beschäftigte mit Personalverantwortung.": "mit Personalverantwortung",
        "Die Zulage richtet sich nach der Teamgröße.": "richtet sich nach der Teamgröße",
    },
    "fr": {
        "La prime est réservée aux managers.": "réservée aux managers",
        "Une voiture de fonction pour les directeurs et au-dessus.": "directeurs et au-dessus",
        "Bonus à partir du niveau manager.": "à partir du niveau manager",
        "Seuls les chefs d’équipe reçoivent une prime.": "Seuls les chefs d’équipe",
        "La prime dépend de la taille de l’équipe.": "dépend de la taille de l’équipe",
    },
    "es": {
        "El bono es solo para directivos.": "solo para directivos",
        "Coche de empresa a partir de director.": "a partir de director",
        "Reciben un bono las personas con personal a su cargo.": "con personal a su cargo",
        "Bono: jefes de equipo y superiores.": "jefes de equipo y superiores",
    },
    "it": {
        "Il bonus è riservato ai dirigenti.": "riservato ai dirigenti",
        "Auto aziendale da manager in su.": "da manager in su",
        "Solo i responsabili di team ricevono il premio.": "Solo i responsabili di team",
        "Ha diritto al bonus chi lavora con riporti diretti.": "con riporti diretti",
    },
    "nl": {
        "De bonus is alleen voor leidinggevenden.": "alleen voor leidinggevenden",
        "Leaseauto vanaf managerniveau.": "vanaf managerniveau",
        "Medewerkers die leidinggeven krijgen een toeslag.": "die leidinggeven",
        "De bonus is voor managers en hoger.": "managers en hoger",
    },
}

FREE = {
    "en": [
        "A bonus is paid from G4 on, on every track.",
        "The bonus is not only for managers.",
        "The bonus is for everyone, not just managers and above.",
        "Equity is granted regardless of whether one has direct reports.",
        "Company cars are never reserved for directors.",
        "Managers decide on the bonus of managers and above.",
        "Reviews bonus proposals for managers and above.",
        "Only managers may nominate for the award.",
        "Shares knowledge with managers and above.",
        "Explains the benefits of a design to directors and above.",
        "Only project managers keep the register of prizes.",
        "Experts and managers are eligible for the incentive plan.",
        "Only managers and experts at G6 are eligible for a sabbatical.",
        "Coaches people with direct reports before the bonus round.",
        "Presents to managers and above.",
        "The bonus is paid to everybody. Managers and above meet on Mondays.",
        "No bonus depends on the number of direct reports.",
    ],
    "de": [
        "Ein Bonus wird ab G4 gezahlt, auf jedem Weg.",
        "Der Bonus ist nicht nur für Führungskräfte.",
        "Dienstwagen gibt es unabhängig von Führungsverantwortung.",
        "Entscheidet über den Bonus der Führungskräfte und darüber.",
        "Erhält Rat von Kollegen mit Personalverantwortung.",
        "Niemals richtet sich die Zulage nach der Teamgröße.",
    ],
    "fr": [
        "La prime est versée à partir de G4.",
        "La prime n’est pas réservée aux managers.",
        "Seuls les managers proposent le prix.",
        "Mène des actions avec les directeurs et au-dessus.",
        "Une prime sans condition, et jamais selon la taille de l’équipe.",
    ],
    "es": [
        "El bono se paga a partir de G4.",
        "El bono no es solo para directivos.",
        "Propone los bonos de directores y superiores.",
        "Un bono para todos, con o sin equipo.",
    ],
    "it": [
        "Il bonus spetta da G4 in poi, su ogni percorso.",
        "Il bonus non è riservato ai dirigenti.",
        "Approva i premi dei dirigenti e superiori.",
        "Un premio per tutti, a prescindere dal ruolo.",
    ],
    "nl": [
        "De bonus geldt vanaf G4, op elk pad.",
        "De bonus is niet alleen voor leidinggevenden.",
        "Beslist over de bonus van managers en hoger.",
        "Een toeslag voor iedereen, ongeacht de teamgrootte.",
        "Leert van collega's die leidinggeven.",
    ],
}

CAPPED = {
    "en": {
        "Pay is capped at the manager’s.": "is capped at the manager’s",
        "The salary of an expert may not exceed that of their manager.": "exceed that of their manager",
        "No one earns more than their manager.": "more than their manager",
        "An expert's pay stays below the salary of the line manager.": "stays below the salary of the line manager",
        "Earns at most what the manager earns.": "at most what the manager",
        "Nobody is paid more than their team lead.": "more than their team lead",
        "Managers must always earn more than their reports.": "more than their reports",
    },
    "de": {
        "Das Gehalt ist auf das der Führungskraft begrenzt.": "der Führungskraft begrenzt",
        "Das Gehalt darf das der Führungskraft nicht übersteigen.": "der Führungskraft nicht übersteigen",
        "Das Gehalt übersteigt nie das der Führungskraft.": "übersteigt nie das der Führungskraft",
        "Niemand verdient mehr als die Führungskraft.": "mehr als die Führungskraft",
        "Das Gehalt ist gedeckelt auf das Gehalt des Vorgesetzten.": "gedeckelt auf das Gehalt des Vorgesetzten",
    },
    "fr": {
        "Le salaire ne dépasse pas celui du manager.": "dépasse pas celui du manager",
        "La rémunération est plafonnée à celle du responsable.": "plafonnée à celle du responsable",
        "Personne ne gagne plus que son manager.": "plus que son manager",
    },
    "es": {
        "El salario no puede superar el de su jefe.": "superar el de su jefe",
        "La retribución está limitada a la del responsable.": "limitada a la del responsable",
        "Nadie cobra más que su jefe.": "más que su jefe",
    },
    "it": {
        "Lo stipendio non può superare quello del proprio responsabile.": "superare quello del proprio responsabile",
        "La retribuzione resta inferiore a quella del capo.": "resta inferiore a quella del capo",
        "Nessuno guadagna più del proprio manager.": "più del proprio manager",
    },
    "nl": {
        "Het salaris is gemaximeerd op dat van de leidinggevende.": "gemaximeerd op dat van de leidinggevende",
        "Het salaris overstijgt nooit dat van de manager.": "overstijgt nooit dat van de manager",
        "Niemand verdient meer dan zijn leidinggevende.": "meer dan zijn leidinggevende",
        "Het salaris mag dat van de leidinggevende niet overstijgen.": "van de leidinggevende niet overstijgen",
    },
}

UNCAPPED = {
    "en": [
        "May earn more than their manager.",
        "Pay is not capped at the manager's.",
        "It is not unusual that an expert earns more than their manager.",
        "Is paid no less than the manager of the team.",
        "Pay is reviewed with the manager each year.",
        "Authority over pay is limited to the manager.",
        "Never exceeds the budget that the manager gave.",
        "Nobody earns more than the grade allows, and the manager explains why.",
        "Saves up to a tenth of the band's cost with the manager of the plant.",
    ],
    "de": [
        "Kann mehr verdienen als die Führungskraft.",
        "Das Gehalt darf das der Führungskraft übersteigen.",
        "Das Gehalt ist nicht auf das der Führungskraft begrenzt.",
        "Das Gehalt ist nicht gedeckelt auf das des Vorgesetzten.",
        "Bespricht das Gehalt jährlich mit der Führungskraft.",
        "Es ist nicht ungewöhnlich, dass jemand mehr verdient als die Führungskraft.",
    ],
    "fr": [
        "Peut gagner plus que son manager.",
        "Le salaire n’est jamais plafonné à celui du manager.",
        "Parle du salaire avec son manager.",
    ],
    "es": [
        "Puede cobrar más que su jefe.",
        "El salario no está limitado al de su jefe.",
        "Habla del salario con su jefe.",
    ],
    "it": [
        "Può guadagnare più del proprio capo.",
        "La retribuzione non è limitata a quella del responsabile.",
        "Parla dello stipendio con il proprio capo.",
    ],
    "nl": [
        "Kan meer verdienen dan de leidinggevende.",
        "Het salaris mag dat van de leidinggevende overstijgen.",
        "Het salaris is niet gemaximeerd op dat van de manager.",
        "Bespreekt het salaris met de leidinggevende.",
    ],
}


def cases(sentences: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    return [(language, sentence, words) for language, known in sentences.items() for sentence, words in known.items()]


def silent(sentences: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, sentence) for language, known in sentences.items() for sentence in known]


@pytest.mark.parametrize(("language", "sentence", "words"), cases(TIED))
def test_a_benefit_that_is_tied_to_managing_is_found_by_its_words(language: str, sentence: str, words: str) -> None:
    assert eligibility_phrase(plain(sentence), language) == words


@pytest.mark.parametrize(("language", "sentence"), silent(FREE))
def test_a_benefit_that_is_not_tied_is_left_alone(language: str, sentence: str) -> None:
    assert eligibility_phrase(plain(sentence), language) is None


@pytest.mark.parametrize(("language", "sentence", "words"), cases(CAPPED))
def test_a_ceiling_at_a_managers_pay_is_found_by_its_words(language: str, sentence: str, words: str) -> None:
    assert pay_cap_phrase(plain(sentence), language) == words


@pytest.mark.parametrize(("language", "sentence"), silent(UNCAPPED))
def test_pay_without_such_a_ceiling_is_left_alone(language: str, sentence: str) -> None:
    assert pay_cap_phrase(plain(sentence), language) is None


@pytest.mark.parametrize("language", TIED)
def test_in_each_language_as_many_sentences_are_left_alone(language: str) -> None:
    assert len(FREE[language]) >= len(TIED[language])
    assert len(UNCAPPED[language]) >= len(CAPPED[language])


def test_a_text_about_a_benefit_need_not_name_it() -> None:
    text = plain("For managers and above.")
    assert eligibility_phrase(text, "en") is None
    assert eligibility_phrase(text, "en", given=True) == "managers and above"


def test_english_is_read_in_every_framework_and_each_version_of_a_text() -> None:
    text = Text((("fr", "La prime est versée à tous."), ("en", "The bonus is for managers only.")))
    assert eligibility_phrase(text, "fr") == "managers only"
    assert pay_cap_phrase(plain("Pay may not exceed that of the manager."), "nl") == "exceed that of the manager"


def test_where_nothing_is_written_nothing_is_proved(tmp_path: Path) -> None:
    (tmp_path / "tracks").mkdir()
    (tmp_path / "framework.yaml").write_text("language: 1\nname: Bare\ngrades: [{id: G1}]\n")
    (tmp_path / "tracks" / "expert.yaml").write_text(
        "id: expert\nname: Expert\nkind: specialist\nlevels: [{id: E1, grade: G1, title: Expert}]\n"
    )
    framework = link(read(tmp_path), frozenset(), datetime.date(2026, 11, 21)).framework
    assert framework is not None
    said = {result.verdict.rule: result.verdict for result in judge(framework, "2026-11-21").results}
    for rule in ("eligibility-by-grade", "pay-capped-by-manager"):
        assert (said[rule].state, said[rule].lacking) == ("not-judged", "a text to read")
