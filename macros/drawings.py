"""Drawings as inline SVG, made from the same data as the text.

Each is drawn twice, wide and narrow, and the style sheet shows the one that fits, so that letters never get smaller
than the text around them. A list under it says the same in words.
"""

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from calculators.chooser import SIDES
from calculators.core import content
from calculators.core.content import Cutoff, Step, Strategy, profile_of
from calculators.core.sentences import uncapitalised
from calculators.render.html import Html, el
from macros.searchable_html import prose

type Shapes = list[Html]

_WHO = {"vraag": "kinderen, jongeren en gezinnen", "beide": "", "aanbod": "vrijetijdsaanbieders"}
_LINE = 17  # the height of a line of text, in the units of every drawing
_WIDE, _NARROW = 720, 300  # the width of the drawings, in the same units


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: its name for screen readers, its content in sentences, and the functions that draw both versions."""

    title: str
    words: tuple[str, ...]
    wide: Callable[[Html], Html]
    narrow: Callable[[Html], Html]


def tekening(name: str) -> str:
    """Draw the six steps, the strategies between demand and supply, or the three cut-off moments."""
    drawing = {"stappen": _steps, "strategieen": _strategies, "meetmomenten": _cutoffs}[name]()
    spoken = Html(el("title", drawing.title) + el("desc", " ".join(drawing.words)))
    pictures = [
        el("div", drawing.wide(spoken), class_="tekening-breed"),
        el("div", drawing.narrow(spoken), class_="tekening-smal"),
    ]
    words = el(
        "details",
        el("summary", "Deze tekening in woorden"),
        el("p", f"{drawing.title}."),
        el("ul", [el("li", sentence) for sentence in drawing.words]),
        data_search_exclude=True,  # the page says it too
    )
    return prose(el("figure", pictures, words, class_="tekening", data_tekening=name))


def _steps() -> Drawing:
    steps = content.steps()
    return Drawing(
        "De zes stappen vormen een brug van kinderen en jongeren naar vrije tijd",
        tuple(f"Stap {step.number}: {uncapitalised(step.title)}." for step in steps),
        lambda spoken: _bridge(steps, spoken),
        lambda spoken: _ladder(steps, spoken),
    )


def _bridge(steps: Sequence[Step], spoken: Html) -> Html:
    """The deck of a bridge with a numbered stop per step; pillars stand on the arch of the site's logo."""
    deck, middle = 122, 360
    shapes = [
        el("path", d=f"M40 236Q{middle} 44 680 236", class_="t-boog"),
        el("path", d=f"M20 {deck}H700", class_="t-lijn"),
        *_text(20, 262, ["kinderen en jongeren"], "t-klein"),
        *_text(700, 262, ["jeugdwerk en vrije tijd"], "t-klein t-einde"),
    ]
    for step in steps:
        x = 70 + (step.number - 1) * 116
        from_middle = (x - middle) / 320
        arch = 140 + 96 * from_middle * from_middle
        shapes.append(el("path", d=f"M{x} {deck}V{arch:.0f}", class_="t-boog"))
        lines = textwrap.wrap(step.title, 15)
        shapes += _text(x, deck - 26 - _LINE * (len(lines) - 1), lines, "t-midden")
        shapes += _number(x, deck, step.number)
    return _picture(_WIDE, 276, shapes, spoken)


def _ladder(steps: Sequence[Step], spoken: Html) -> Html:
    height = 64
    last = 30 + height * (len(steps) - 1)
    shapes = [el("path", d=f"M24 30V{last}", class_="t-lijn")]
    for step in steps:
        y = 30 + height * (step.number - 1)
        lines = textwrap.wrap(step.title, 28)
        shapes += _number(24, y, step.number)
        shapes += _text(54, y + 5 - _LINE * (len(lines) - 1) // 2, lines)
    return _picture(_NARROW, last + 30, shapes, spoken)


def _strategies() -> Drawing:
    strategies = content.strategies()
    words = []
    for side, label in SIDES.items():
        names = ", ".join(
            f"{strategy.number}. {strategy.name} ({profile_of(strategy).name})"
            for strategy in strategies
            if strategy.side == side
        )
        who = f" ({_WHO[side]})" if _WHO[side] else ""
        words.append(f"{label}{who}: {names}.")
    return Drawing(
        "Zes strategieën tussen vraag en aanbod, met het profiel in dezelfde volgorde (onze lezing)",
        tuple(words),
        lambda spoken: _columns(strategies, spoken),
        lambda spoken: _stack(strategies, spoken),
    )


def _columns(strategies: Sequence[Strategy], spoken: Html) -> Html:
    """An axis from demand (left) to supply (right), with the strategies of each side below it."""
    width, gap, box, top = 232, 12, 84, 74
    by_side = {side: [strategy for strategy in strategies if strategy.side == side] for side in SIDES}
    tallest = max(map(len, by_side.values()))
    shapes = [el("path", d="M14 44H706M24 36L14 44L24 52M696 36L706 44L696 52", class_="t-as")]
    anchors = ("t-vet", "t-vet t-midden", "t-vet t-einde")
    for lane, (side, anchor) in enumerate(zip(SIDES, anchors, strict=True)):
        x = lane * (width + gap)
        shapes += _text(x + lane * width // 2, 24, [_lane_label(side)], anchor)
        shift = (tallest - len(by_side[side])) * (box + 12) // 2  # centres a shorter lane
        for place, strategy in enumerate(by_side[side]):
            shapes += _box(x, top + shift + place * (box + 12), width, box, strategy)
    return _picture(_WIDE, top + tallest * (box + 12), shapes, spoken)


def _stack(strategies: Sequence[Strategy], spoken: Html) -> Html:
    """The same axis from top (demand) to bottom (supply)."""
    box, y = 76, 0
    shapes: Shapes = []
    for side in SIDES:
        lines = textwrap.wrap(_lane_label(side), 36)
        shapes += _text(26, y + 22, lines, "t-vet")
        y += 18 + _LINE * len(lines)
        for strategy in strategies:
            if strategy.side == side:
                shapes += _box(26, y, 274, box, strategy)
                y += box + 10
        y += 8
    axis = el("path", d=f"M8 6V{y - 14}M0 16L8 6L16 16M0 {y - 24}L8 {y - 14}L16 {y - 24}", class_="t-as")
    return _picture(302, y, [axis, *shapes], spoken)


def _box(x: int, y: int, width: int, height: int, strategy: Strategy) -> Shapes:
    room = width - 50  # a letter takes about 7.6 units in bold and 6.6 in small print
    name = textwrap.wrap(strategy.name, int(room / 7.6), break_long_words=False)
    profile = textwrap.wrap(profile_of(strategy).name, int(room / 6.6), break_long_words=False)
    top = y + 6 + (height - _LINE * (len(name) + len(profile))) // 2 + 7
    return [
        el("rect", x=str(x), y=str(y), width=str(width), height=str(height), rx="8", class_=f"t-vak t-{strategy.side}"),
        *_number(x + 23, y + height // 2, strategy.number),
        *_text(x + 44, top, name, "t-vet"),
        *_text(x + 44, top + _LINE * len(name), profile, "t-klein"),
    ]


def _cutoffs() -> Drawing:
    cutoffs = content.cutoffs()
    return Drawing(
        "Drie meetmomenten op een tijdlijn",
        tuple(f"{cutoff.name}: {uncapitalised(cutoff.description)}" for cutoff in cutoffs),
        lambda spoken: _timeline(cutoffs, spoken),
        lambda spoken: _timeline_down(cutoffs, spoken),
    )


def _timeline(cutoffs: Sequence[Cutoff], spoken: Html) -> Html:
    """Months from left to right, with a band for each moment. Trial sessions come before the first one."""
    y, start, month = 30, 100, 43
    shapes = [
        el("path", d=f"M20 {y}H{start}", class_="t-lijn t-stippel"),
        el("path", d=f"M{start} {y}H706M694 {y - 8}L706 {y}L694 {y + 8}", class_="t-lijn"),
    ]
    for number, cutoff in enumerate(cutoffs, 1):
        first, last = start + month * cutoff.months_min, start + month * cutoff.months_max
        shapes += _moment(f"M{first} {y}H{last}", (first + last) // 2, y, number)
        name, text = textwrap.wrap(cutoff.name, 24), textwrap.wrap(cutoff.description, 26)
        shapes += _text((first + last) // 2, y + 40, name, "t-vet t-midden")
        shapes += _text((first + last) // 2, y + 40 + _LINE * len(name), text, "t-midden")
    return _picture(_WIDE, 160, shapes, spoken)


def _timeline_down(cutoffs: Sequence[Cutoff], spoken: Html) -> Html:
    """The same timeline from top to bottom."""
    start, month = 36, 21
    bottom = start + month * cutoffs[-1].months_max
    shapes = [
        el("path", d=f"M24 6V{start}", class_="t-lijn t-stippel"),
        el("path", d=f"M24 {start}V{bottom + 46}M16 {bottom + 34}L24 {bottom + 46}L32 {bottom + 34}", class_="t-lijn"),
    ]
    for number, cutoff in enumerate(cutoffs, 1):
        first, last = start + month * cutoff.months_min, start + month * cutoff.months_max
        y = (first + last) // 2
        shapes += _moment(f"M24 {first}V{last}", 24, y, number)
        shapes += _text(54, y - 4, [cutoff.name], "t-vet")
        shapes += _text(54, y - 4 + _LINE, textwrap.wrap(cutoff.description, 33))
    return _picture(_NARROW, bottom + 56, shapes, spoken)


def _moment(band: str, x: int, y: int, number: int) -> Shapes:
    return [el("path", d=band, class_="t-band"), *_number(x, y, number)]


def _number(x: int, y: int, number: int) -> Shapes:
    return [
        el("circle", cx=str(x), cy=str(y), r="15", class_="t-stip"),
        *_text(x, y + 5, [str(number)], "t-nummer t-midden"),
    ]


def _text(x: int, y: int, lines: Iterable[str], class_: str = "") -> Shapes:
    return [
        el("text", line, x=str(x), y=str(y + _LINE * place), class_=class_.strip() or None)
        for place, line in enumerate(lines)
    ]


def _picture(width: int, height: int, shapes: Shapes, spoken: Html) -> Html:
    # Hidden from screen readers and search: the name and the description, which come first, say the same in words.
    hidden = el("g", shapes, aria_hidden="true")
    box = f"0 0 {width} {height}"
    return el("svg", spoken, hidden, viewBox=box, role="img", focusable="false", data_search_exclude="ja")


def _lane_label(side: str) -> str:
    return f"{SIDES[side]}: {_WHO[side]}" if _WHO[side] else SIDES[side]
