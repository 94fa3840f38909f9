"""The score of a random part of the changes says how sure it is."""

from tools.mutation import draw, interval, outcomes, report

NAMES = [f"calculators.budget.cells.x_sum__mutmut_{number}" for number in range(1000)]
RESULTS = """
    calculators.chooser.x_rank__mutmut_1: killed
    calculators.chooser.x_rank__mutmut_2: survived
    calculators.chooser.x_rank__mutmut_3: timeout
    calculators.chooser.x_rank__mutmut_4: no tests
    calculators.chooser.x_rank__mutmut_5: not checked
"""


def test_a_seed_draws_the_same_changes_in_any_order() -> None:
    drawn = draw(NAMES, 40, seed=7)
    assert len(set(drawn)) == 40
    assert drawn == draw(reversed(NAMES), 40, seed=7)
    assert drawn != draw(NAMES, 40, seed=8)


def test_only_what_was_drawn_counts() -> None:
    rank = "calculators.chooser.x_rank__mutmut_"
    of_three = outcomes(RESULTS, [f"{rank}1", f"{rank}2", f"{rank}3"])
    assert of_three == {f"{rank}1": "killed", f"{rank}2": "survived", f"{rank}3": "timeout"}


def test_what_no_test_noticed_is_listed() -> None:
    told = report(outcomes(RESULTS, [f"calculators.chooser.x_rank__mutmut_{number}" for number in (1, 2, 3, 4)]))
    assert told.startswith("50.0% of 4 changes were noticed")
    assert told.splitlines()[1:] == ["calculators.chooser.x_rank__mutmut_2", "calculators.chooser.x_rank__mutmut_4"]


def test_the_interval_is_wilsons() -> None:
    """380 of 400: the textbook's (0.95 + z²/800 ± z√(0.95·0.05/400 + z²/640000)) / (1 + z²/400) with z = 1.96."""
    low, high = interval(380, 400)
    assert (round(low, 4), round(high, 4)) == (0.924, 0.9674)


def test_a_perfect_score_is_not_certain() -> None:
    low, high = interval(40, 40)
    assert low < 0.92
    assert round(high, 9) == 1
