"""The calculators by name, behind one interface: declare inputs, read them, evaluate."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calculators import budget, chooser, duration, trajectories
from calculators.core import parameters, refusals
from calculators.core.fields import Field, InputErrors, examples_left, read, to_form_text
from calculators.core.parameters.prefill import DAY_OF_FIGURES, defaults, known_on
from calculators.core.results import Line, Result


@dataclass(frozen=True, slots=True)
class Calculator:
    """A calculator as forms, links and documents see it."""

    name: str
    title: str
    fields: Mapping[str, Field]
    from_values: Callable[[Mapping[str, Any]], Any]
    evaluate: Callable[[Any], Result]
    questions: tuple[str, ...] = ()
    """The inputs that the form asks first; it folds all others, if there are any."""
    quick: Callable[[Any], Sequence[Line]] | None = None
    """Works out the main figures alone, where all else takes much longer."""

    def figures(self, inputs: Any) -> Sequence[Line]:
        """The main figures, which a page shows first."""
        return self.quick(inputs) if self.quick else self.evaluate(inputs).lines

    def read(self, raw: Mapping[str, str]) -> Any:
        """Make inputs from the values of a form, by name as typed; an absent input has its default.

        The defaults are those of the day that the values keep (`cijfers_van`), or else the newest. Raises `InputErrors`
        with a Dutch message per control that is wrong.
        """
        known = known_on(raw)
        values, errors = read(self.fields, raw, defaults(self.fields, known))
        if errors:
            raise InputErrors(errors)
        try:
            return self.from_values({**values, DAY_OF_FIGURES: known})
        except InputErrors as error:  # of inputs that do not go together: each can be read by itself
            texts = {name: refusals.named(self.fields[name], text) for name, text in error.messages.items()}
            raise InputErrors(texts) from error

    def examples_left(self, raw: Mapping[str, str]) -> tuple[str, ...]:
        """The labels of inputs that still have our example and that the reader did not agree with."""
        return tuple(self.fields[name].label for name in examples_left(raw, self.fields))

    def other_defaults(self, raw: Mapping[str, str]) -> dict[str, str]:
        """The defaults, by name as form text, that differ from the newest because `raw` keeps an earlier day."""
        known = known_on(raw)
        if known == parameters.NEWEST:
            return {}
        today = defaults(self.fields, parameters.NEWEST)
        then = defaults(self.fields, known)
        return {name: to_form_text(self.fields[name], value) for name, value in then.items() if value != today[name]}


CALCULATORS = {
    "budget": Calculator(
        "budget",
        budget.TITLE,
        budget.FIELDS,
        budget.from_values,
        budget.evaluate,
        questions=budget.QUESTIONS,
        quick=budget.figures,
    ),
    "looptijd": Calculator("looptijd", duration.TITLE, duration.FIELDS, duration.from_values, duration.evaluate),
    "trajecten": Calculator(
        "trajecten", trajectories.TITLE, trajectories.FIELDS, trajectories.from_values, trajectories.evaluate
    ),
    "keuzehulp": Calculator("keuzehulp", chooser.TITLE, chooser.FIELDS, chooser.from_values, chooser.evaluate),
}
"""Every calculator by the name that forms carry in `data-calculator`."""
