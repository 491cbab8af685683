"""How people write values, and what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidata.packages.cells import cell, value_of
from foidata.packages.codelists import codelist
from foidata.packages.habits import habit, joined, period_of, split
from foidata.packages.labels import meant, shown
from foidata.packages.table import Column, tables_of_standard
from foidata.packages.table_schemas import lists_of_columns


def column(name: str) -> Column:
    table, _, own = name.partition(".")
    return tables_of_standard()[table].column(own)


@pytest.mark.parametrize(
    ("name", "text", "means"),
    [
        ("funding.amount_value", "£1,200", "1200"),
        ("funding.amount_value", "£1,200.50", "1200.5"),
        ("funding.amount_value", "£0", "0"),
        ("funding.amount_value", " 1200 ", "1200"),
        ("funding.amount_value", "1,200", "1200"),
        ("funding.amount_value", "1\u00a0200", "1200"),
        ("funding.amount_value", "GBP 1200", "1200"),
        ("funding.amount_value", "£50k", "50000"),
        ("funding.amount_value", "1.2 million", "1200000"),
        ("counts.quantity_value", "twelve", "12"),
        ("leads.start_year", "2016.0", "2016"),
        ("leads.exists", "Yes", "true"),
        ("leads.exists", "FALSE", "false"),
        ("leads.status", "Not held", "not_held"),
        ("leads.status", " NOT  HELD ", "not_held"),
        ("leads.status", "Answered: none", "nil"),
        ("leads.service_area", "Children’s services", "childrens_services"),
        ("responses.authority_id", "leicester city council", "LCE"),
        ("responses.authority_id", "Leicester City Council (LCE)", "LCE"),
        ("responses.legal_basis", "Freedom of Information Act 2000", '["foia_2000"]'),
        (
            "answers.exemptions",
            "foia_s12_1; Someone else's personal data; release would break a data protection principle (foia_s40_2)",
            '["foia_s12_1","foia_s40_2"]',
        ),
        ("training.formats", "e-learning;classroom", '["e-learning","classroom"]'),
        ("training.formats", "e-learning\nclassroom\n", '["e-learning","classroom"]'),
        ("responses.sent", "13/03/2024", "2024-03-13"),
        ("responses.sent", "12/12/2024", "2024-12-12"),
        ("responses.sent", "12 March 2024", "2024-03-12"),
        ("responses.sent", "12 Mawrth 2024", "2024-03-12"),
        ("responses.sent", "March 12th, 2024", "2024-03-12"),
        ("responses.sent", "2024/3/12", "2024-03-12"),
        ("responses.sent", "2024-03-12T00:00:00", "2024-03-12"),
        ("funding.period_start", "13.04.2023", "2023-04-13"),
    ],
)
def test_a_habit_is_read_where_it_means_one_thing(name: str, text: str, means: str) -> None:
    found = habit(text, column(name))
    assert found is not None
    assert (found.text, found.fix) == (means, f"Write {means}.")
    assert habit(means, column(name)) is None


@pytest.mark.parametrize(
    ("name", "text", "fix"),
    [
        ("responses.sent", "12/03/2024", "Write 2024-03-12 for 12 March 2024 or 2024-12-03 for 3 December 2024."),
        ("responses.sent", "45363", "If 45363 stands for 12 March 2024, write 2024-03-12."),
        ("counts.quantity_value", "*", "Leave quantity_value empty, and let the status be suppressed."),
        ("counts.quantity_value", "Not held", "Leave quantity_value empty, and let the status be not_held."),
        ("counts.quantity_value", "none", "Leave quantity_value empty, and let the status be nil."),
    ],
)
def test_a_habit_that_could_mean_more_is_only_explained(name: str, text: str, fix: str) -> None:
    found = habit(text, column(name))
    assert found is not None
    assert (found.text, found.fix) == (None, fix)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("<5", {"quantity_high": "4", "quantity_qualifier": "at_most", "quantity_stated": "<5"}),
        ("fewer than 5", {"quantity_high": "4", "quantity_qualifier": "at_most", "quantity_stated": "fewer than 5"}),
        ("5 or fewer", {"quantity_high": "5", "quantity_qualifier": "at_most", "quantity_stated": "5 or fewer"}),
        ("5+", {"quantity_low": "5", "quantity_qualifier": "at_least", "quantity_stated": "5+"}),
        (">5", {"quantity_low": "6", "quantity_qualifier": "at_least", "quantity_stated": ">5"}),
        (
            "1-4",
            {"quantity_low": "1", "quantity_high": "4", "quantity_qualifier": "range", "quantity_stated": "1-4"},
        ),
        ("about 40", {"quantity_value": "40", "quantity_qualifier": "approximate", "quantity_stated": "about 40"}),
        (
            "up to £15,000",
            {"quantity_high": "15000", "quantity_qualifier": "at_most", "quantity_stated": "up to £15,000"},
        ),
    ],
)
def test_a_bound_says_which_cells_it_belongs_in(text: str, cells: dict[str, str]) -> None:
    found = habit(text, column("counts.quantity_value"))
    assert found is not None
    assert (found.text, dict(found.quantity)) == (None, cells)
    assert all(value in found.fix for name, value in cells.items() if name != "quantity_stated")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("funding.amount_value", "1200"),
        ("funding.amount_value", "£1,200 a year"),
        ("funding.amount_value", "1,20"),
        ("funding.amount_value", "12%"),
        ("counts.quantity_value", "5 out of 6"),
        ("counts.quantity_value", "n/a"),
        ("leads.status", "not_held"),
        ("leads.status", "nill"),
        ("leads.exists", "1"),
        ("responses.sent", "2024-03-12"),
        ("responses.sent", "31/02/2024"),
        ("responses.authority_id", "Durham County Council"),  # of which the register knows two
        ("answers.text", "£1,200"),
        ("answers.refers_to", '["1"]'),
        ("leads.team", ""),
    ],
)
def test_what_is_right_or_says_nothing_certain_is_no_habit(name: str, text: str) -> None:
    assert habit(text, column(name)) is None


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("2023/24", "2023/24"),
        ("2023-24", "2023/24"),
        ("2023", "2023"),
        (" April 2023  to March 2024", "2023/24"),
        ("2023-12", "2023-12"),
        ("2023-04/2023-09", "2023-04/2023-09"),
        ("2023/24 academic year", "2023/24 ac"),
        ("since 2014", "2014/.."),
        ("13 March 2024", "2024-03-13"),
        ("2011-12", None),
        ("2023/2024", None),
        ("12/03/2024", None),
        ("FY24", None),
        ("2022/23 and 2023/24", None),
        ("last year", None),
    ],
)
def test_words_are_a_period_only_when_they_are_one(words: str, label: str | None) -> None:
    found = period_of(words)
    assert (found and found.label) == label
    assert found is None or found.stated is None


@pytest.mark.parametrize("name", sorted(lists_of_columns()))
def test_every_code_is_read_as_it_is_shown_and_as_it_is_written(name: str) -> None:
    for row in codelist(name):
        code = row["code"]
        assert [meant(name, words) for words in (shown(name, code), code, f" {code.upper()} ")] == [code] * 3


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_a_list_is_written_so_that_it_is_read_again(values: list[str]) -> None:
    formats = column("training.formats")
    text = joined(values, formats)
    assert values == (value_of(text, "array") if text.startswith("[") else split(text, formats))


@given(st.sampled_from(sorted(tables_of_standard())), st.data())
def test_a_value_in_its_own_form_is_never_a_habit(table: str, data: st.DataObject) -> None:
    own = data.draw(st.sampled_from(tables_of_standard()[table].columns))
    for example in own.schema.get("examples", ()):
        assert habit(cell(example), own) is None
