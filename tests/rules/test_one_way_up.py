"""Which sentences call management the way up or belittle experts: as many that do not as that do."""

from __future__ import annotations

import pytest

from ladderc.model.text import Text, plain
from ladderc.rules.one_way_up import upward_words

SAID = {
    "en": {
        "Ready to be promoted to manager.": "promoted to manager",
        "The best engineers move up into management.": "move up into management",
        "Promotion to Senior Engineering Manager follows.": "Promotion to Senior Engineering Manager",
        "Steps up to a leadership role after two years": "Steps up to a leadership role",
        "Was promoted to Team Lead": "promoted to Team Lead",
        "Rises to head of department": "Rises to head of",
        "Is not only promoted to manager but paid as one": "promoted to manager",
        "Does not hesitate for long, and is promoted to manager": "promoted to manager",
        "Whoever stays here is just an expert.": "just an expert",
        "Remains only a technical specialist": "only a technical specialist",
        "Is no longer just an individual contributor": "just an individual contributor",
        "Seen as merely a specialist, with no say": "merely a specialist",
    },
    "de": {
        "Wird nach zwei Jahren zum Manager befördert.": "zum Manager befördert",
        "Die Beförderung zur Führungskraft ist das Ziel.": "Beförderung zur Führungskraft",
        "Kann in die Führungsebene aufsteigen": "in die Führungsebene aufsteigen",
        "Aufstieg ins Management": "Aufstieg ins Management",
        "Ist nur ein Spezialist.": "nur ein Spezialist",
        "Bleibt bloß Fachkraft": "bloß Fachkraft",
    },
    "fr": {
        "Sera promue manager.": "promue manager",
        "Accéder au management est le but": "Accéder au management",
        "Une promotion au poste de directrice": "promotion au poste de directrice",
        "Reste un simple expert": "simple expert",
        "Elle est seulement une experte.": "seulement une experte",
    },
    "es": {
        "Listo para ascender a gerente.": "ascender a gerente",
        "El ascenso a un puesto de mando": "ascenso a un puesto de mando",
        "Es solo un experto.": "solo un experto",
    },
    "it": {
        "Pronto per essere promosso a manager.": "promosso a manager",
        "La promozione a dirigente": "promozione a dirigente",
        "Resta solo uno specialista": "solo uno specialista",
    },
    "nl": {
        "Wordt bevorderd tot manager.": "bevorderd tot manager",
        "Kan doorgroeien naar een leidinggevende functie": "doorgroeien naar een leidinggevende functie",
        "Is tot teamleider gepromoveerd": "tot teamleider gepromoveerd",
        "Blijft slechts een specialist": "slechts een specialist",
    },
}

NOT_SAID = {
    "en": [
        "Not just an expert: a teacher as well.",
        "Is not just an expert",
        "Is more than just an expert",
        "Is never seen as just an expert",
        "Is the expert that others ask",
        "Solves what only an expert can solve",
        "Only experts sign off designs",
        "It is only an expert who notices",
        "Is promoted to product manager",
        "Promotion to Senior Project Manager",
        "Promoted to management consultant",
        "Promotion to G5 by the manager",
        "Promotion to Principal Engineer, proposed by the manager",
        "Nobody is promoted to manager.",
        "Is not promoted to manager",
        "Nobody has to move up into management",
        "A promotion to manager is not the only way",
        "A change of work rather than a promotion to manager",
        "Moves to management and comes back",
        "Rises to a challenge that the manager sets",
        "Grows without being promoted to manager",
        "Managers and specialists are promoted alike",
    ],
    "de": [
        "Wird zum Projektmanager befördert.",
        "Niemand wird zum Manager befördert",
        "Wird nicht zur Führungskraft befördert",
        "Ist nicht nur ein Experte",
        "Ist mehr als nur ein Experte",
        "Löst, was nur ein Experte kann",
        "Wechselt in die Führung und kommt zurück",
        "Eine Beförderung zum Manager ist nicht nötig",
    ],
    "fr": [
        "Promu chef de projet",
        "N'est pas promue manager",
        "N'est pas seulement une experte",
        "Personne n'est promu manager",
        "Passe au management et en revient",
        "Bien plus qu'un simple expert",
    ],
    "es": [
        "Ascender a jefe de proyecto",
        "No asciende a gerente",
        "No es solo un experto",
        "Nadie asciende a gerente",
        "Es mucho más que solo un experto",
    ],
    "it": [
        "Promosso a responsabile di progetto",
        "Non è promosso a manager",
        "Non è solo un esperto",
        "Nessuno è promosso a manager",
        "È molto più che solo un esperto",
    ],
    "nl": [
        "Bevorderd tot projectmanager",
        "Wordt niet bevorderd tot manager",
        "Is niet slechts een specialist",
        "Niemand wordt bevorderd tot manager",
        "Is veel meer dan alleen een specialist",
    ],
}


@pytest.mark.parametrize(
    ("tag", "sentence", "words"), [(tag, *pair) for tag, pairs in SAID.items() for pair in pairs.items()]
)
def test_the_words_are_quoted(tag: str, sentence: str, words: str) -> None:
    assert upward_words(plain(sentence), tag) == words


@pytest.mark.parametrize(("tag", "sentence"), [(tag, one) for tag, many in NOT_SAID.items() for one in many])
def test_what_says_it_not_is_left_alone(tag: str, sentence: str) -> None:
    assert upward_words(plain(sentence), tag) is None


def test_every_language_of_a_text_is_read_by_its_own_words() -> None:
    text = Text((("en", "Sets direction."), ("de-AT", "Wird zum Manager befördert.")))
    assert upward_words(text, "en") == "zum Manager befördert"
