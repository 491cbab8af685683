"""What holds for every closed list: codes that can be read, with label and meaning."""

import re

import pytest

import foidata.standard.codes
from foidata.standard.codelist import Codelist, closed_lists
from foidata.standard.codes import Law, PeriodKind, Status, Topic

LISTS = sorted(closed_lists().values(), key=lambda one: one.__name__)


@pytest.mark.parametrize("codes", LISTS, ids=lambda one: one.__name__)
def test_each_code_has_a_label_and_a_meaning(codes: type[Codelist]) -> None:
    for code in codes:
        assert re.fullmatch("[a-z0-9]+(?:_[a-z0-9]+)*|[A-Z]{3}", code.value)
        assert code.name == code.value.upper()
        assert code.label == code.label.strip() != ""
        assert code.meaning == code.meaning.strip()
        assert code.meaning.endswith(".")


@pytest.mark.parametrize("codes", LISTS, ids=lambda one: one.__name__)
def test_codes_and_labels_are_each_used_once(codes: type[Codelist]) -> None:
    assert len(codes) == len(codes.__members__)
    assert len({code.label for code in codes}) == len(codes)


@pytest.mark.parametrize("codes", LISTS, ids=lambda one: one.__name__)
def test_each_list_is_published_a_code_a_row_with_the_same_columns(codes: type[Codelist]) -> None:
    rows = list(codes.rows())
    assert [row["code"] for row in rows] == [code.value for code in codes]
    assert all(list(row)[:5] == ["code", "label", "meaning", "status", "since"] for row in rows)
    assert len({tuple(row) for row in rows}) == 1
    assert {row["status"] for row in rows} == {"current"}


def test_every_list_has_its_own_name_and_stands_in_the_front_of_the_package() -> None:
    assert [codes.list_name() for codes in LISTS] == [
        name for name, _ in sorted(closed_lists().items(), key=lambda pair: pair[1].__name__)
    ]
    assert {codes.__name__ for codes in LISTS} == set(foidata.standard.codes.__all__)
    assert PeriodKind.list_name() == "period_kind"


def test_a_code_knows_its_match_in_another_list() -> None:
    assert Status.NIL.matched("value_allowed") == "0"
    assert Status.WITHHELD.matched("exemption_required") == "rule"
    with pytest.raises(KeyError):
        Status.NIL.matched("no_such_column")


def test_only_nil_is_zero() -> None:
    assert [one for one in Status if one.matched("value_allowed") == "0"] == [Status.NIL]


def test_a_code_is_text() -> None:
    assert Law.FOIA_2000 == "foia_2000"
    assert f"{Topic.LEAD_EXISTS}" == "lead_exists"
