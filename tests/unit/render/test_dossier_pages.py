"""What the pages show of a dossier: to its reader, and of a colleague's file."""

from calculators.dossier import Document
from calculators.render import filled, overview


def test_answers_of_the_same_name_are_all_shown() -> None:
    names = ["Provincie Voorbeeld", "Stad Voorbeeld", "Fonds Voorbeeld"]
    budget = {"subsidies_aantal": "3", **{f"subsidie_naam_{n}": name for n, name in enumerate(names, start=1)}}
    shown = str(filled.fragment(Document(calculators={"budget": budget})))
    assert [name for name in names if name not in shown] == []


def test_a_result_without_a_number_is_in_words() -> None:
    shown = str(overview.fragment(Document(calculators={"trajecten": {"uren_per_week": "30"}})))
    assert "Wat de grens bepaalt" in shown
    assert [key for key in ("plafond", "capaciteit") if f">{key}<" in shown] == []
