"""The house style of a municipality: the styles, header and footer of its own Word template.

`reading.read` takes from a template only what documents need, and refuses the rest. `keeping.kept` writes the same as a
small Word file, which the browser keeps: reading that gives an equal house style. `applying.in_house_style` puts it on
a document.
"""

MOST_BYTES = 5_000_000
"""The largest template that is read, in bytes; messages for a larger one are made of it."""
DAMAGED = "Dit bestand is beschadigd, of geen Wordsjabloon. Open het in Word, bewaar het opnieuw en kies het dan."


class TemplateError(ValueError):
    """The reason, in Dutch, why a template is refused."""
