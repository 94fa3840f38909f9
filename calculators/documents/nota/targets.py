"""The part of the note on trajectories: what to expect, for the moment that was agreed, and that it is no norm."""

from decimal import Decimal

from calculators.core import parameters
from calculators.core.fields import InputErrors
from calculators.core.numbers import format_number, format_percent, rounded
from calculators.core.parameters.prefill import known_on
from calculators.core.results import Line
from calculators.core.sentences import uncapitalised
from calculators.documents import docx
from calculators.documents.docx import Column
from calculators.documents.docx.xml import Xml, join
from calculators.documents.expected import Expected, expected
from calculators.dossier import Document
from calculators.render.values import format_result
from calculators.trajectories.evaluation import counts_successes
from calculators.trajectories.limits import CAPACITY, CEILING, OWN, PLACES


def trajectories(document: Document) -> Xml:
    """What the reader may expect, when the calculator was used; always what the figure from research means."""
    return join(_outcome(document), docx.para(_ceiling(document), style="Aandacht"))


def _outcome(document: Document) -> Xml | None:
    if not document.inputs("trajecten"):
        return None
    try:
        found = expected(document)
    except InputErrors:
        return None
    result = found.result
    shown = [
        line for line in result.lines if line.key != "bindend" and not (found.lacking and counts_successes(line.key))
    ]
    title = "Verwachte trajecten, een indicatie"
    columns = (Column("Verwachting", 72), Column("Uitkomst", 28, True))
    return join(
        docx.para(title, style="Caption"),
        docx.table(title, columns, [(_expected(line), _about(line)) for line in shown]),
        docx.para(_LIMITS[str(result.totals["bindend"])]),
        docx.para(_success(found)),
    )


def _expected(line: Line) -> str:
    """The label without "hoogstens", which the outcome says."""
    return line.label.replace("hoogstens ", "").replace("Hoogstens te", "Te")


def _about(line: Line) -> str:
    """A count in whole numbers, rounded down: part of a child is no promise, and neither is the whole."""
    if not isinstance(line.value, Decimal):
        return format_result(line.value, line.unit)
    word = "ongeveer" if counts_successes(line.key) else "hoogstens"
    return f"{word} {format_number(Decimal(int(rounded(line.value, 6))))}"


def _success(found: Expected) -> str:
    """At which moment successful referrals are counted, or why the note gives no number of them."""
    if found.moment is None:
        why = "We spraken nog niet af wanneer een toeleiding geslaagd is."
        return f"{why} Daarom staat hier geen aantal geslaagde toeleidingen."
    moment, own = uncapitalised(found.moment.name), found.inputs.eigen_slaagaandeel
    if found.lacking:
        why = (
            f"Voor het moment dat we afspraken, {moment}, geeft geen enkele bron een cijfer, en we hebben er zelf geen."
        )
        return f"{why} Daarom staat hier geen aantal geslaagde toeleidingen."
    source = f", met ons eigen cijfer: {format_percent(own)} van de gestarte trajecten" if own is not None else ""
    return f"Geslaagd telt hier {moment}{source}."


_LIMITS = {
    CEILING: "Het cijfer uit het onderzoek, herrekend voor deze post, bepaalt hoeveel trajecten er hoogstens zijn.",
    CAPACITY: "De uren voor individuele toeleiding bepalen hoeveel trajecten er hoogstens zijn.",
    PLACES: "De vrije plaatsen bij de partners bepalen hoeveel trajecten er hoogstens zijn: elk traject vraagt er een.",
    OWN: "Het aandeel van het hoogste aantal dat we zelf kozen, bepaalt hoeveel trajecten er hoogstens zijn.",
}
"""In a sentence, which limit binds in a full year."""


def _ceiling(document: Document) -> str:
    known = known_on(document.inputs("trajecten"))
    started, least, most = (
        format_number(parameters.get(name).on(known, known))
        for name in ("ceiling_started", "ceiling_succeeded_min", "ceiling_succeeded_max")
    )
    return (
        "Een ervaren voltijdse ambassadeur met een uitgebouwd netwerk, rechtstreekse toegang tot de doelgroep, een "
        f"brede blik en genoeg tijd kan {started} trajecten per jaar starten en {least} tot {most} kinderen en "
        "jongeren succesvol toeleiden. De bron zegt niet op welk moment zij succes mat. Dat cijfer is een indicatie in "
        "de beste omstandigheden, en geen norm."
    )
