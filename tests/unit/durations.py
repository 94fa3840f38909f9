"""Random terms, with every option there is."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from calculators.duration import Inputs

durations = st.builds(
    Inputs,
    startdatum=st.dates(date(2020, 1, 1), date(2060, 12, 31)),
    contract=st.sampled_from(("bepaald", "onbepaald")),
    looptijd_jaren=st.integers(1, 120).map(lambda months: Decimal(months) / 12),
    voorbereiding_maanden=st.integers(0, 24),
    eerste_inschrijving_maanden=st.integers(0, 24),
    evaluatie_maanden=st.integers(1, 36),
    beslissing_maanden=st.integers(1, 24),
    plan_einde=st.integers(2026, 2060),
    werkjaar_start_maand=st.integers(1, 12).map(str),
)
