import re
from pathlib import Path

import pytest

from foidata import rules as package
from foidata.packages.fault import KINDS
from foidata.packages.fault import Fault as Met
from foidata.rules import ANY_OTHER, GROUPS, NOTHING_TO_MEND, Asked, Fault, Rule, rules
from foidata.standard.codes import Judged, Severity
from foidata.validate.walk import subjects

EACH = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


@EACH
def test_a_rule_has_a_page(rule: Rule) -> None:
    assert len(rule.title.split()) >= 4
    assert not rule.title.endswith(".")
    assert len(rule.why.split()) >= 8
    assert rule.example.endswith(".")
    assert rule.fix.endswith(".")


@EACH
def test_a_rule_is_named_after_its_function_and_stands_alone_in_a_file_of_that_name(rule: Rule) -> None:
    folder = GROUPS[int(rule.code[3])][0]
    file = Path(package.__file__ or "").parent / folder / f"{rule.name.replace('-', '_')}.py"
    assert rule.name == rule.check.__name__.replace("_", "-")
    assert re.fullmatch("FOI[0-9]{3}", rule.code)
    assert file.read_text("utf-8").count("@rule(") == 1


@EACH
def test_a_rule_judges_something_that_a_walk_comes_by(rule: Rule) -> None:
    assert set(rule.subjects) <= set(subjects())


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in rules()}) == len({rule.name for rule in rules()}) == len(rules())


def test_every_file_in_the_folders_is_a_rule() -> None:
    folders = [Path(package.__file__ or "").parent / folder for folder, _ in GROUPS.values()]
    files = {path.stem for folder in folders for path in folder.glob("*.py") if path.stem != "__init__"}
    assert files == {rule.check.__name__ for rule in rules()}


def test_every_kind_of_reading_fault_is_named_by_exactly_one_rule() -> None:
    named = [kind for rule in rules() for kind in rule.kinds]
    assert sorted(named) == sorted([*KINDS, ANY_OTHER])


def test_findings_about_a_letter_are_at_most_warnings_and_leave_nothing_to_mend() -> None:
    letters = [rule for rule in rules() if rule.judges is Judged.LETTER]
    assert letters
    assert all(rule.severity is not Severity.ERROR and rule.fix == NOTHING_TO_MEND for rule in letters)


def test_a_fault_that_no_rule_names_is_not_lost() -> None:
    any_other = next(rule for rule in rules() if ANY_OTHER in rule.kinds)
    met = Met("brand_new", "/responses/0/id", "something is wrong", "A B")
    assert list(any_other.outcomes(met, Asked())) == [Fault((), "Something is wrong.", "A B")]


def test_a_misspelt_code_is_answered_with_the_nearest() -> None:
    unknown_code = next(rule for rule in rules() if rule.name == "unknown-code")
    met = Met("enum", "/status", "'nill' is not on the list", "nill", context={"known": ("answered", "nil")})
    (fault,) = unknown_code.outcomes(met, Asked())
    assert isinstance(fault, Fault)
    assert fault.fix == "Did you mean nil?"
