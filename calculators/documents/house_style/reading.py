"""Takes a house style from a template: only what documents need, and what could do harm is refused."""

from collections.abc import Iterator, Mapping

from calculators.documents.docx.xml import Xml
from calculators.documents.house_style import TemplateError
from calculators.documents.house_style.images import ending
from calculators.documents.house_style.package import Package, opened
from calculators.documents.house_style.style import FOLDER, HouseStyle, Part, Reference
from calculators.documents.house_style.xml_reader import attribute, child, children, every, text_of

MOST_CARRIED = 3_000_000
"""The most bytes that a template may add to each document."""

_REFERENCES = {"w:headerReference": "header", "w:footerReference": "footer"}
_SIDES = ("w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer")
_REACHING_OUT = frozenset(
    ("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "DATABASE", "MACROBUTTON", "RD", "HYPERLINK")
)
"""Fields with which a header could fetch something or start something."""

_FIELD_PARTS = ("w:instrText", "w:fldChar")

_FIELD = (
    "In de koptekst of voettekst staat een veld ({field}) dat iets van buiten haalt. Vervang het door gewone tekst."
)
_OBJECT = (
    "In de koptekst of voettekst zit een ingesloten object. Vervang het in Word door een gewoon beeld (png of jpg)."
)
_HEAVY = (
    "De beelden in de koptekst en de voettekst zijn samen te groot: hoogstens "
    f"{MOST_CARRIED // 1_000_000} MB. Maak ze in Word kleiner."
)
_BROKEN = "De koptekst of de voettekst is beschadigd. Open het sjabloon in Word, bewaar het opnieuw en kies het dan."


def read(data: bytes) -> HouseStyle:
    """The house style in a Word template or document. Raises `TemplateError`, in Dutch, for what is refused."""
    package = opened(data)
    main = package.main()
    relations = package.relations(main)
    body = child(package.tree(main, "w:document"), "w:body")
    sections = every(body, "w:sectPr") if body else []
    section = sections[0] if sections else None
    paths = {relation.kind: relation.target for relation in relations.values()}
    carrier = _Carrier(package)
    theme = carrier.carry("theme", paths["theme"]) if paths.get("theme") in package.files else ""
    numbering = paths.get("numbering", "")
    pictures = carrier.images(numbering) if numbering in package.files else {}
    references = tuple(_references(section, {key: relation.target for key, relation in relations.items()}, carrier))
    settings = package.tree(paths["settings"]) if paths.get("settings") in package.files else None
    return HouseStyle(
        styles=package.tree(paths.get("styles", ""), "w:styles"),
        numbering=package.tree(numbering, "w:numbering") if numbering in package.files else None,
        pictures=pictures,
        references=references,
        margins=_margins(child(section, "w:pgMar")),
        first_differs=_is_on(section, "w:titlePg"),
        even_differs=_is_on(settings, "w:evenAndOddHeaders"),
        theme=theme,
        parts=carrier.parts,
    )


def _references(section: Xml | None, targets: Mapping[str, str], carrier: "_Carrier") -> Iterator[Reference]:
    for element in children(section, *_REFERENCES):
        kind = _REFERENCES[element.name]
        target = targets.get(attribute(element, "r:id"), "")
        yield Reference(kind, attribute(element, "w:type") or "default", carrier.carry(kind, target))


def _margins(found: Xml | None) -> dict[str, int]:
    given = {side: attribute(found, side) for side in _SIDES}
    return {side.removeprefix("w:"): int(value) for side, value in given.items() if value.isdecimal()}


def _is_on(piece: Xml | None, name: str) -> bool:
    switch = child(piece, name)
    return switch is not None and attribute(switch, "w:val") not in {"0", "false", "off"}


class _Carrier:
    """Takes over files of a template with the images they show, each once, under names of our own."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.parts: dict[str, Part] = {}
        self.paths: dict[str, str] = {}

    def carry(self, kind: str, path: str) -> str:
        """Take a theme, a header or a footer; gives its new path. Raises `TemplateError`."""
        if path in self.paths:
            return self.paths[path]
        tree = self.package.tree(path)
        if kind != "theme":
            _check_fields(tree)
        images = self.images(path)
        used = {
            str(value) for element in every(tree) for key, value in element.attributes.items() if key.startswith("r:")
        }
        if not used - {""} <= images.keys():
            raise TemplateError(_BROKEN)
        return self._take(path, Part(kind, self.package.files[path], images), "xml")

    def images(self, path: str) -> dict[str, str]:
        """Take the images to which a file refers; gives their new paths, by the ids it uses."""
        found = self.package.relations(path)
        if any(relation.kind != "image" for relation in found.values()):
            raise TemplateError(_OBJECT)
        return {key: self._image(relation.target) for key, relation in found.items()}

    def _image(self, path: str) -> str:
        if path in self.paths:
            return self.paths[path]
        content = self.package.files.get(path)
        if content is None:
            raise TemplateError(_BROKEN)
        return self._take(path, Part("image", content), ending(content))

    def _take(self, old: str, part: Part, suffix: str) -> str:
        new = self.paths[old] = f"{FOLDER}/deel{len(self.paths) + 1}.{suffix}"
        self.parts[new] = part
        if sum(len(part.content) for part in self.parts.values()) > MOST_CARRIED:
            raise TemplateError(_HEAVY)
        return new


def _check_fields(tree: Xml) -> None:
    """Raise `TemplateError` for a field that reaches out. Word may cut its name in pieces, which stand in one field."""
    written = [text_of(element) if element.name == "w:instrText" else "\0" for element in every(tree, *_FIELD_PARTS)]
    simple = [attribute(element, "w:instr") for element in every(tree, "w:fldSimple")]
    for code in [*"".join(written).split("\0"), *simple]:
        name = next(iter(code.split()), "").upper()
        if name in _REACHING_OUT:
            raise TemplateError(_FIELD.format(field=name))
