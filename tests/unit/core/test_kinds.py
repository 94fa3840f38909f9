"""What readers type in a field, by what it holds: read right, or asked about, and never read as something else."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.calculator import CALCULATORS
from calculators.core.fields import Field, Kind, parse, to_form_text
from calculators.dossier.declared import FIELDS
from calculators.dossier.declared import NUMBERS as PROMISED

BUDGET, TARGETS = CALCULATORS["budget"].fields, CALCULATORS["trajecten"].fields
ONE_OFF, WAGE, VOUCHER = BUDGET["eenmalig"], BUDGET["jaarloonkost"], BUDGET["maaltijdcheque"]
EMPLOYMENT, GROWTH, TOGETHER = BUDGET["fte"], BUDGET["index_loon"], TARGETS["fte"]
INDEX, PER_KM, HOURS = BUDGET["index_coefficient"], BUDGET["verplaatsing_tarief"], TARGETS["uren_per_traject"]
MONTHS, CATERING, GOAL = TARGETS["maanden"], BUDGET["werkingskosten_catering"], TARGETS["doel_trajecten"]
PLACES, LAST_YEAR = TARGETS["vrije_plaatsen"], BUDGET["plan_einde"]
TERM, START, WAY, SCALE = BUDGET["looptijd_jaren"], BUDGET["startdatum"], BUDGET["uitvoering"], BUDGET["schaal"]

READ = [
    (ONE_OFF, "€ 2.500,-", "2500"),
    (ONE_OFF, "2500 euro", "2500"),
    (ONE_OFF, "61.400,50\n", "61400.50"),
    (ONE_OFF, "0,505", "0.505"),
    (ONE_OFF, "1.234,567", "1234.567"),
    (EMPLOYMENT, "80 %", "80"),
    (EMPLOYMENT, "80%", "80"),
    (EMPLOYMENT, "\uff18\uff10\uff05", "80"),
    (WAGE, "\uff16\uff15\uff0e\uff10\uff10\uff10\uff0c\uff15", "65000.5"),
    (GROWTH, "\u22122,5 %", "-2.5"),
    (GROWTH, "0,8", "0.8"),
    (INDEX, "2,1647", "2.1647"),
    (INDEX, "2,208", "2.208"),
    (INDEX, "2.1647", "2.1647"),
    (PER_KM, "0,4326", "0.4326"),
    (PER_KM, "€ 0,433", "0.433"),
    (PER_KM, "0.433", "0.433"),
    (HOURS, "12,125", "12.125"),
    (PLACES, "2.500", "2500"),
    (LAST_YEAR, "2031", "2031"),
]
ASKED = [
    (ONE_OFF, "500\t600", "Bedoel je 500 of 600?"),
    (ONE_OFF, "1.500\n2", "Bedoel je 1.500 of 2?"),
    (ONE_OFF, "500\n500", "Bedoel je 500?"),
    (EMPLOYMENT, "80\n4000", "Bedoel je 80?"),
    (EMPLOYMENT, "0\n0", "Je plakte meer dan één cel of regel. Welke bedoel je?"),
    (START, "1\n2", "Je plakte meer dan één cel of regel. Welke bedoel je?"),
    (ONE_OFF, "Laptop\t500", "Je plakte meer dan één cel of regel. Welke bedoel je?"),
    (ONE_OFF, "1\t2\t3", "Je plakte meer dan één cel of regel. Welke bedoel je?"),
    (ONE_OFF, "5.000 + 600", "Bedoel je 5.600?"),
    (ONE_OFF, "12*500", "Bedoel je 6.000?"),
    (ONE_OFF, "3 000 x 1,5", "Bedoel je 4.500?"),
    (ONE_OFF, "2.500 in 2027", "Bedoel je 2.500?"),
    (EMPLOYMENT, "40 + 40", "Bedoel je 80 %?"),
    (ONE_OFF, "0.500", "Bedoel je 0,50 of 500?"),
    (ONE_OFF, "2,500", "Bedoel je 2,50 of 2.500?"),
    (ONE_OFF, "30,000", "Bedoel je 30 of 30.000?"),
    (ONE_OFF, "61,455", "Bedoel je 61,4550 of 61.455?"),
    (ONE_OFF, "1,000,000", "Bedoel je 1.000.000?"),
    (ONE_OFF, "61,400.50", "Bedoel je 61.400,50?"),
    (ONE_OFF, "64k", "Bedoel je 64.000?"),
    (ONE_OFF, "90,000,000", "een bedrag in van € 0 tot en met € 10.000.000."),
    (ONE_OFF, "5 %", "een bedrag in euro in, geen percentage."),
    (WAGE, "61,400", "Bedoel je 61.400?"),
    (WAGE, "64 k", "Bedoel je 64.000?"),
    (VOUCHER, "7,500", "Bedoel je 7,50?"),
    (VOUCHER, "7.500", "Bedoel je 7,50?"),
    (EMPLOYMENT, "0,8", "van 5 % tot en met 100 %. Bedoel je 80 %?"),
    (EMPLOYMENT, "0.8", "van 5 % tot en met 100 %. Bedoel je 80 %?"),
    (EMPLOYMENT, "12.500", "Bedoel je 12,5 %?"),
    (EMPLOYMENT, "200", "Vul dan ook “Aantal gelijke posten” in, of neem meer posten."),
    (EMPLOYMENT, "€ 80", "een percentage in, geen bedrag in euro. Bedoel je 80 %?"),
    (EMPLOYMENT, "1,000,000k", "een percentage in, bijvoorbeeld 80 of 2,5."),
    (TOGETHER, "0,8", "van 1 % tot en met 6.000 %. Bedoel je 80 %?"),
    (INDEX, "2.208", "Bedoel je 2,208?"),
    (INDEX, "2164", "een getal in van 1 tot en met 5."),
    (PLACES, "2,500", "Bedoel je 2.500?"),
    (PLACES, "30,000", "Bedoel je 30?"),
    (PLACES, "2,5", "een geheel getal in, bijvoorbeeld 3. Bedoel je 2 of 3?"),
    (LAST_YEAR, "2,031", "Bedoel je 2031?"),
    (LAST_YEAR, "31", "een jaartal in van 2009 tot en met 2060. Bedoel je 2031?"),
    (EMPLOYMENT, "halftijds", "Bedoel je 50 %?"),
    (EMPLOYMENT, "tachtig", "Bedoel je 80 %?"),
    (EMPLOYMENT, "4/5", "Bedoel je 80 %?"),
    (EMPLOYMENT, "80 à 90", "Bedoel je 80 % of 90 %?"),
    (EMPLOYMENT, "8O", "Bedoel je 80 %?"),
    (EMPLOYMENT, "veel", "een percentage in, bijvoorbeeld 80 of 2,5."),
    (EMPLOYMENT, "", "een percentage in, bijvoorbeeld 80 of 2,5."),
    (WAGE, "ongeveer 61.400 per jaar", "Bedoel je 61.400?"),
    (WAGE, "61,4", "Bedoel je 61.400?"),
    (WAGE, "6140050", "Bedoel je 61.400,50?"),
    (WAGE, "-61400", "Bedoel je 61.400?"),
    (WAGE, "2000 of 3000 of 4000 of 5000", "een bedrag in, bijvoorbeeld 61.400,50."),
    (TERM, "drie jaar", "Bedoel je 3?"),
    (TERM, "zes maanden", "Bedoel je 0,5?"),
    (TERM, "een half jaar", "Bedoel je 0,5?"),
    (TERM, "3 kwartalen", "Bedoel je 0,75?"),
    (TERM, "2 j 8 m", "Bedoel je 32 maanden?"),
    (TERM, "1½ jaar", "Bedoel je 1,5?"),
    (TERM, "3 tot 4 jaar", "Bedoel je 3 of 4?"),
    (TERM, "²", "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden."),
    (TERM, "8 weken", "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden."),
    (TERM, "36", "Bedoel je 36 maanden? Typ dan “36 maanden”."),
    (START, "31-2-2027", "Deze datum bestaat niet. Bedoel je 28 februari 2027?"),
    (START, "3/15/2027", "Deze datum bestaat niet. Bedoel je 15 maart 2027?"),
    (START, "1-9-27", "Schrijf het jaartal met vier cijfers. Bedoel je 1 september 2027?"),
    (START, "99-99-27", "Schrijf het jaartal met vier cijfers."),
    (START, "99-99-2027", "Deze datum bestaat niet."),
    (START, "onvolledig", "een volledige datum in, bijvoorbeeld 1-3-2027."),
    (START, "1-1-1999", "een datum in van 1 januari 2010 tot en met 31 december 2060."),
    (WAY, "x", "mogelijkheden: Eigen personeel, Partner met een opdracht of Partner met een subsidie."),
    (SCALE, "€", "op elke regel een trap en een jaarsalaris, bijvoorbeeld: 0 17.300."),
    (SCALE, ";;\n\t", "op elke regel een trap en een jaarsalaris, bijvoorbeeld: 0 17.300."),
    (SCALE, "a", "Regel 1: “a” is geen getal."),
]
MEANT = [
    (EMPLOYMENT, "vier vijfde", "80 %"),
    (EMPLOYMENT, "viervijfden", "80 %"),
    (EMPLOYMENT, "drie vierde", "75 %"),
    (EMPLOYMENT, "2/3", "66,67 %"),
    (EMPLOYMENT, "½", "50 %"),
    (EMPLOYMENT, "0,8 VTE", "80 %"),
    (EMPLOYMENT, "1 fte", "100 %"),
    (EMPLOYMENT, "30,4/38", "80 %"),
    (EMPLOYMENT, "19 uur/38 uur", "50 %"),
    (EMPLOYMENT, "vijfentachtig", "85 %"),
    (GROWTH, "25 ‰", "2,5 %"),
    (WAGE, "65 duizend", "65.000"),
    (WAGE, "vijfenzestigduizend", "65.000"),
    (WAGE, "0,065 miljoen", "65.000"),
    (WAGE, "6,5E+04", "65.000"),
    (CATERING, "tweehonderd", "200"),
    (CATERING, "geen", "0"),
    (CATERING, "n.v.t.", "0"),
    (CATERING, "2 euro 50", "2,50"),
    (PER_KM, "43 cent", "0,43"),
    (HOURS, "2u30", "2,5"),
    (HOURS, "7:36", "7,6"),
    (HOURS, "90 minuten", "1,5"),
    (HOURS, "twee en een half uur", "2,5"),
    (MONTHS, "1 jaar", "12"),
    (MONTHS, "3 kwartalen", "9"),
    (GOAL, "een dertigtal", "30"),
    (LAST_YEAR, "31/12/2031", "2031"),
    (TERM, "anderhalve", "1,5"),
    (TERM, "anderhalf jaar", "1,5"),
    (TERM, "tweeënhalf jaar", "2,5"),
    (TERM, "twee en een half jaar", "2,5"),
    (TERM, "drieëneenhalf jaar", "3,5"),
    (TERM, "2 jaar en half", "2,5"),
    (TERM, "drie kwart jaar", "0,75"),
    (TERM, "driekwart jaar", "0,75"),
    (TERM, "achttien maanden", "1,5"),
    (TERM, "5/12", "5 maanden"),
    (START, "okt. 2027", "1 oktober 2027"),
    (START, "10/2027", "1 oktober 2027"),
    (START, "september '27", "1 september 2027"),
    (START, "half september 2027", "15 september 2027"),
    (START, "eind februari 2028", "29 februari 2028"),
    (START, "1e september 2027", "1 september 2027"),
    (START, "maandag 1 maart 2027", "1 maart 2027"),
    (START, "vanaf 1/9/2027", "1 september 2027"),
    (START, "1/9/2027 0:00", "1 september 2027"),
    (START, "20270901", "1 september 2027"),
    (START, "01092027", "1 september 2027"),
    (START, "September 1, 2027", "1 september 2027"),
    (START, "1/9/2027 of 1/10/2027", "1 september 2027 of 1 oktober 2027"),
]
NO_GUESS = [
    (EMPLOYMENT, "30,4u", "een percentage in, bijvoorbeeld 80 of 2,5."),
    (WAGE, "5.400 per maand", "Je typte een cijfer per maand: reken dat eerst om."),
    (WAGE, "€ 5.400/mnd", "Je typte een cijfer per maand: reken dat eerst om."),
    (GOAL, "5 per week", "Je typte een cijfer per week: reken dat eerst om."),
    (BUDGET["maandloon"], "40.000 per jaar", "Je typte een cijfer per jaar: reken dat eerst om."),
    (GOAL, "40%", "een geheel getal in, geen percentage."),
    (INDEX, "220,8 procent", "een getal in, geen percentage."),
    (TERM, "1/1/2027-31/12/2029", "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden."),
    (TERM, "2027-2029", "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden."),
    (TERM, "1/0 jaar", "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden."),
    (WAGE, "1e99", "een bedrag in, bijvoorbeeld 61.400,50."),
    (START, "september", "een volledige datum in, bijvoorbeeld 1-3-2027."),
    (START, "30 september 99", "Schrijf het jaartal met vier cijfers."),
    (START, "rond 31/9/2027", "een volledige datum in, bijvoorbeeld 1-3-2027."),
]
EVERY = [
    *(field for one in CALCULATORS.values() for field in one.fields.values()),
    *FIELDS.values(),
    *PROMISED.values(),
]
"""Every field of every calculator and of the dossier: some have one bound, or none."""
PHRASES = [text for rows in (READ, ASKED, MEANT, NO_GUESS) for _, text, _ in rows]
NUMBERS = [
    (f"{form}: {name}", field)
    for form, one in CALCULATORS.items()
    for name, field in one.fields.items()
    if field.kind in (Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.WHOLE)
]


@pytest.mark.parametrize(("field", "text", "value"), READ)
def test_what_has_one_meaning_is_read(field: Field, text: str, value: str) -> None:
    assert parse(field, text) == Decimal(value)


@pytest.mark.parametrize(("field", "text", "message"), ASKED)
def test_what_is_refused_names_the_field_and_the_cure(field: Field, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"“{field.label}”")) as error:
        parse(field, text)
    assert str(error.value).replace("\u00a0", " ").endswith(message)


@pytest.mark.parametrize(("field", "text", "answer"), MEANT)
def test_what_was_meant_is_asked(field: Field, text: str, answer: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"“{field.label}”")) as error:
        parse(field, text)
    assert str(error.value).replace("\u00a0", " ").endswith(f" Bedoel je {answer}?")


@pytest.mark.parametrize(("field", "text", "message"), NO_GUESS)
def test_what_would_be_a_wild_guess_is_not_asked(field: Field, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"“{field.label}”")) as error:
        parse(field, text)
    assert str(error.value).replace("\u00a0", " ").endswith(message)


@given(
    st.sampled_from(EVERY),
    st.text("0123456789,./ ejuhmo€%ë½twandr-'\n\t;", max_size=14) | st.sampled_from(PHRASES),
)
def test_any_text_is_read_or_refused_in_words(field: Field, text: str) -> None:
    """What the refusal asks can be typed."""
    told = refusal(field, text)
    assert not told or f"“{field.label}”" in told
    for answer in told.partition("Bedoel je ")[2].partition("?")[0].split(" of "):
        assert not answer or parse(field, answer) is not None


@pytest.mark.parametrize("text", PHRASES)
def test_what_one_field_asks_about_stops_no_other(text: str) -> None:
    for field in EVERY:
        told = refusal(field, text)
        assert not told or f"“{field.label}”" in told, field.label


def refusal(field: Field, text: str) -> str:
    try:
        parse(field, text)
    except ValueError as error:
        return str(error)
    return ""


@given(st.sampled_from(EVERY), st.integers(25, 60), st.sampled_from(["", ",5", "-"]))
def test_a_number_of_any_length_is_answered(field: Field, digits: int, more: str) -> None:
    text = f"-{'9' * digits}" if more == "-" else "9" * digits + more
    if field.kind is not Kind.TEXT:
        with pytest.raises(ValueError, match=re.escape(f"“{field.label}”")):
            parse(field, text)


def test_fields_with_one_label_are_told_apart() -> None:
    for name, which in (("fte_2", "post 2"), ("subsidie_bedrag_1", "subsidie 1"), ("promotie_prijs", "promotie")):
        with pytest.raises(ValueError, match=rf"“.+” \({which}\)"):
            parse(BUDGET[name], "veel")


@st.composite
def filled_in(draw: st.DrawFn) -> tuple[Field, Any]:
    """A field with any value within its bounds."""
    _, field = draw(st.sampled_from(NUMBERS))
    if field.kind is Kind.WHOLE:
        return field, draw(st.integers(field.minimum, field.maximum))
    return field, draw(st.decimals(field.minimum, field.maximum, places=draw(st.integers(0, 8))))


@given(filled_in())
def test_what_stands_in_a_form_is_always_read_as_itself(filled: tuple[Field, Any]) -> None:
    field, value = filled
    assert parse(field, to_form_text(field, value)) == value


@given(filled_in())
def test_the_english_notation_is_read_as_itself_or_asked_about(filled: tuple[Field, Any]) -> None:
    """What is asked names the right number, in a notation that can be typed."""
    field, value = filled
    value = round(Decimal(value), 2)
    for text in (f"{value:,.2f}", f"{value:,.0f}" if value == round(value) else f"{value:,}"):
        try:
            assert parse(field, text) == value
        except ValueError as error:
            answers = str(error).partition("Bedoel je ")[2].removesuffix("?").split(" of ")
            assert value in [parse(field, answer) for answer in answers]


def test_a_number_with_thousands_or_three_decimals_stands_in_a_form_without_doubt() -> None:
    wide = Field("Getal", Kind.NUMBER, None, minimum=Decimal(0), maximum=Decimal(10_000))
    for field, value, text in (
        (wide, "1.505", "1,5050"),
        (ONE_OFF, "1.505", "1,5050"),
        (ONE_OFF, "0.505", "0,505"),
        (INDEX, "2.208", "2,208"),
        (GROWTH, "2500", "2500"),
    ):
        assert to_form_text(field, Decimal(value)) == text
    with pytest.raises(ValueError, match=r"Bedoel je 1,5050 of 1\.505\?$"):
        parse(wide, "1,505")
