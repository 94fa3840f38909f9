"""Joins the styles and lists of our documents with those of a template.

A style that Word knows by itself (a heading, a list) is the template's, if it has it. Our own styles (the text of a
table, an article) are added to it, under another name if the template has one of that name.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from calculators.documents.docx.xml import Xml, xml_element
from calculators.documents.house_style.xml_reader import (
    attribute,
    changed,
    child,
    children,
    every,
    with_attributes,
    with_children,
)

STYLED = {"w:pStyle": "paragraph", "w:rStyle": "character", "w:tblStyle": "table"}
"""The elements that name a style, and the type of that style."""

_RELATED = ("w:basedOn", "w:next", "w:link")
_BEFORE_LIST = ("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl")
_AFTER_PARAGRAPH = ("w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr")
_OURS = "Gids"

type Ids = Mapping[tuple[str, str], str]
"""The id of a style in the joined list, by its type and its id in our documents."""


@dataclass(frozen=True, slots=True)
class Lists:
    """By how much the numbers of our lists are raised, so that they differ from the template's."""

    abstract: int
    concrete: int


def lists_beside(numbering: Xml | None) -> Lists:
    """How much to add to the numbers of our lists, so that they come after all numbers in a template."""
    if numbering is None:
        return Lists(0, 0)
    abstract = [int(attribute(element, "w:abstractNumId") or 0) for element in every(numbering, "w:abstractNum")]
    concrete = [int(attribute(element, "w:numId") or 0) for element in every(numbering, "w:num")]
    return Lists(max(abstract, default=-1) + 1, max(concrete, default=0))


def joined_numbering(ours: Xml, theirs: Xml | None, lists: Lists, ids: Ids) -> Xml:
    """The lists of both; ours have other numbers and mark the styles of `ids`."""
    raised = changed(ours, lambda element: _raised(restyled(element, ids), lists))
    base = theirs or with_children(raised)
    kinds = ("w:numPicBullet", "w:abstractNum", "w:num", "w:numIdMacAtCleanup")
    return with_children(
        base, *(element for kind in kinds for tree in (base, raised) for element in children(tree, kind))
    )


def _raised(piece: Xml, lists: Lists) -> Xml:
    match piece.name:
        case "w:abstractNum":
            return with_attributes(
                piece, {"w:abstractNumId": int(attribute(piece, "w:abstractNumId")) + lists.abstract}
            )
        case "w:num":
            return with_attributes(piece, {"w:numId": int(attribute(piece, "w:numId")) + lists.concrete})
        case "w:abstractNumId":
            return with_attributes(piece, {"w:val": int(attribute(piece, "w:val")) + lists.abstract})
        case "w:numId":
            return with_attributes(piece, {"w:val": int(attribute(piece, "w:val")) + lists.concrete})
    return piece


def restyled(piece: Xml, ids: Ids) -> Xml:
    """The same element, naming the style in the joined list."""
    kind = STYLED.get(piece.name)
    given = attribute(piece, "w:val")
    return with_attributes(piece, {"w:val": ids.get((kind, given), given)}) if kind else piece


def joined_styles(ours: Xml, theirs: Xml, lists: Lists) -> tuple[Xml, Ids]:
    """The styles of the template with those it lacks, and where each of ours is found in them."""
    ids = dict(_found(ours, theirs))
    added = [_added(style, ids, lists) for style in children(ours, "w:style") if not _same(style, theirs)]
    shared = {ids[_key(style)]: style for style in children(ours, "w:style") if _same(style, theirs)}
    known = [
        _complete(element, theirs, shared.get(attribute(element, "w:styleId")), lists) for element in children(theirs)
    ]
    return with_children(theirs, *map(_in_dutch, known), *added), ids


def _found(ours: Xml, theirs: Xml) -> Iterator[tuple[tuple[str, str], str]]:
    taken = {attribute(element, "w:styleId") for element in children(theirs, "w:style")}
    for style in children(ours, "w:style"):
        same = _same(style, theirs)
        own = attribute(style, "w:styleId")
        yield _key(style), attribute(same, "w:styleId") if same else _free(own, taken)


def _free(wanted: str, taken: Collection[str]) -> str:
    while wanted in taken:
        wanted += _OURS
    return wanted


def _key(style: Xml) -> tuple[str, str]:
    return attribute(style, "w:type"), attribute(style, "w:styleId")


def _name(style: Xml) -> str:
    return attribute(child(style, "w:name"), "w:val")


def _same(style: Xml, theirs: Xml) -> Xml | None:
    """The template's style for one of ours that Word knows by itself."""
    if attribute(style, "w:customStyle"):
        return None
    alike = [
        element for element in children(theirs, "w:style") if attribute(element, "w:type") == attribute(style, "w:type")
    ]
    default = next((element for element in alike if attribute(element, "w:default") in {"1", "true"}), None)
    if attribute(style, "w:default"):
        return default
    return next((element for element in alike if _name(element).casefold() == _name(style).casefold()), None)


def _added(style: Xml, ids: Ids, lists: Lists) -> Xml:
    kind, own = _key(style)
    renamed = ids[kind, own]

    def fitted(piece: Xml) -> Xml:
        if piece.name in _RELATED:
            given = attribute(piece, "w:val")
            return with_attributes(piece, {"w:val": ids.get((kind, given), given)})
        if piece.name == "w:name" and renamed != own:
            return with_attributes(piece, {"w:val": f"{attribute(piece, 'w:val')} ({_OURS.lower()})"})
        return _raised(piece, lists)

    return with_attributes(changed(style, fitted), {"w:styleId": renamed})


def _own_list(style: Xml | None) -> int:
    """The number of the list of a style; 0 without one."""
    lists = every(style, "w:numId") if style else []
    return int(attribute(lists[0], "w:val") or 0) if lists else 0


def _complete(style: Xml, theirs: Xml, ours: Xml | None, lists: Lists) -> Xml:
    """A style of the template with what our texts count on: a list, and that a heading stays with what follows."""
    if style.name != "w:style" or ours is None:
        return style
    number = _own_list(ours)
    if number and not _has_list(style, theirs):
        list_ = xml_element("w:numPr", xml_element("w:numId", w_val=number + lists.concrete))
        style = _with_look(style, list_, _BEFORE_LIST)
    if every(ours, "w:keepNext") and not every(style, "w:keepNext"):
        style = _with_look(style, xml_element("w:keepNext"), ("w:pStyle",))
    return style


def _with_look(style: Xml, new: Xml, after: Collection[str]) -> Xml:
    """A style with one more property of its paragraphs, at its place in Word's order."""
    look = child(style, "w:pPr")
    if look is None:
        return _inserted(style, xml_element("w:pPr", new), _AFTER_PARAGRAPH)
    rest = tuple(element.name for element in children(look) if element.name not in after)
    fitted = _inserted(look, new, rest)
    return with_children(style, *(fitted if element is look else element for element in children(style)))


def _has_list(style: Xml | None, theirs: Xml, deepest: int = 10) -> bool:
    if style is None or not deepest:
        return False
    if _own_list(style):
        return True
    base = attribute(child(style, "w:basedOn"), "w:val")
    parent = next((element for element in children(theirs, "w:style") if attribute(element, "w:styleId") == base), None)
    return _has_list(parent, theirs, deepest - 1)


def _inserted(piece: Xml, new: Xml, before: Collection[str]) -> Xml:
    inner = children(piece)
    at = next((place for place, element in enumerate(inner) if element.name in before), len(inner))
    return with_children(piece, *inner[:at], new, *inner[at:])


def _in_dutch(piece: Xml) -> Xml:
    """The defaults of a template, with the language of our texts."""
    if piece.name != "w:docDefaults":
        return piece
    return changed(
        piece, lambda element: with_attributes(element, {"w:val": "nl-BE"}) if element.name == "w:lang" else element
    )
