"""The content files keep to their schema, and their references point somewhere."""

from importlib import resources

import pytest

from calculators import chooser
from calculators.core import content
from calculators.core.content.reading import ContentError
from calculators.core.partner_role import PartnerRole
from calculators.dossier import authority
from calculators.trajectories import inputs
from macros import page_parts, sources, tables

GOOD = """
[[glossary_entry]]
term = "netwerk"
short = "Mensen die elkaar kennen."
synonyms = ["kring"]
abbr = false
"""


def test_every_file_has_the_records_of_the_instrument() -> None:
    for load in (content.sources, content.factors, content.glossary, content.partner_kinds, content.items):
        assert load() is load(), "read once"
    assert len(content.factors()) == 13
    assert {partner.kind for partner in content.partner_kinds()} == {"toeleider", "vereniging", "bestuur"}
    assert {source.origin for source in content.sources()} == {"instrument", "aanvullend"}
    assert [step.number for step in content.steps()] == [1, 2, 3, 4, 5, 6]
    assert len(content.strategies()) == len(content.profiles()) == 6
    assert len(content.cutoffs()) == 3
    assert 40 <= len(content.items()) <= 60


def test_items_profiles_and_sources_name_what_exists() -> None:
    steps = [step.id for step in content.steps()]
    assert [item.step for item in content.items()] == sorted((item.step for item in content.items()), key=steps.index)
    assert {item.step for item in content.items()} == set(steps)
    assert [s.profile for s in content.strategies()] == [profile.id for profile in content.profiles()]
    assert tuple(map(content.profile_of, content.strategies())) == content.profiles()
    assert {step for source in content.sources() for step in source.steps} <= {*steps, "intro"}


def test_a_record_is_read_as_it_is_written() -> None:
    (term,) = content.parse("glossary.toml", GOOD, content.GlossaryEntry)
    assert term == content.GlossaryEntry("netwerk", "Mensen die elkaar kennen.", ("kring",), False)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("abbr = false", "", "glossary.toml, [[glossary_entry]] 1 (netwerk): missing key 'abbr'"),
        ("abbr = false", "abbr = false\nkort = 1", "unknown key 'kort'"),
        ("abbr = false", "abbr = 0", "key 'abbr' cannot be 0"),
        ('["kring"]', '["kring", 3]', "key 'synonyms'"),
        ('["kring"]', '"kring"', "key 'synonyms'"),
        ('"Mensen die elkaar kennen."', '""', "key 'short' cannot be ''"),
        ("[[glossary_entry]]", "[[terms]]", "unknown table 'terms'"),
        ("[[glossary_entry]]", "[glossary_entry]", "unknown table 'glossary_entry'"),
        ("abbr = false", "abbr = false\n" + GOOD, "'netwerk' appears more than once"),
        ("abbr = false", "abbr = ", "glossary.toml: Invalid value"),
    ],
)
def test_a_broken_record_is_named(before: str, after: str, message: str) -> None:
    with pytest.raises(ContentError) as error:
        content.parse("glossary.toml", GOOD.replace(before, after), content.GlossaryEntry)
    assert message in str(error.value)


def test_a_choice_outside_the_list_is_refused() -> None:
    text = '[[partner_kind]]\nid = "x"\nkind = "school"\nname = "x"\nquestions = []\nfacts = []\n'
    with pytest.raises(ContentError, match="key 'kind' cannot be 'school'"):
        content.parse("partners.toml", text, content.PartnerKind)


def test_an_unknown_role_of_a_partner_is_named() -> None:
    text = (
        '[[partner_kind]]\nid = "school"\nkind = "school"\nname = "School"\nquestions = ["Wie?"]\nfacts = ["S2B.3"]\n'
    )
    with pytest.raises(ContentError, match=r"partners\.toml, \[\[partner_kind\]\] 1 \(school\): key 'kind' cannot be"):
        content.parse("partners.toml", text, content.PartnerKind)
    (kind,) = content.parse("partners.toml", text.replace('kind = "school"', 'kind = "bestuur"'), content.PartnerKind)
    assert kind.kind is PartnerRole.GOVERNMENT


def test_code_and_data_name_the_same_things() -> None:
    assert {source.theme for source in content.sources()} == sources.THEMES.keys()
    files = {
        path.name.removesuffix(".toml")
        for path in resources.files("calculators.core.parameters").iterdir()
        if path.name.endswith(".toml")
    }
    assert files == tables.THEMES.keys()
    assert set(authority.RULES.values()) <= {rule.id for rule in content.rules() if rule.kind == "beslissing"}
    assert page_parts._TOOLS.keys() == {step.id for step in content.steps()}
    assert {factor.side for factor in content.factors()} <= chooser.SIDES.keys()
    assert {strategy.side for strategy in content.strategies()} == chooser.SIDES.keys()
    assert inputs.ENROLMENT in {cutoff.id for cutoff in content.cutoffs()}
