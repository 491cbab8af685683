"""Several services answer one question."""

import pytest
from letters import letter

from foidata.documents.span import Span
from foidata.letters.convert import convert
from foidata.letters.services import service_parts


def parts(text: str, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(one.label.text, one.words.text) for one in service_parts(Span(text, 0, len(text)), known)]


def test_services_on_lines_of_their_own_are_parts() -> None:
    text = "Adults & Health: adults only\nChildren and Young People: children only\nHousing: N/A"
    assert parts(text) == [
        ("Adults & Health", "adults only"),
        ("Children and Young People", "children only"),
        ("Housing", "N/A"),
    ]


def test_services_in_one_line_are_parts() -> None:
    assert parts("Adult Social Care: 12. Housing: none.") == [("Adult Social Care", "12."), ("Housing", "none.")]


@pytest.mark.parametrize(
    "text", ["Housing: none.", "Yes: see below.", "The amounts are: 2019: £5", "Note: the figures: are"]
)
def test_one_name_or_no_service_is_no_part(text: str) -> None:
    assert parts(text) == []


def test_one_name_that_was_among_several_before_is_a_part() -> None:
    assert parts("Housing: a two hour session.", ("Housing", "Adults")) == [("Housing", "a two hour session.")]


def test_each_service_has_its_own_status_and_facts() -> None:
    text = (
        "Exampleton Borough Council\n\nQ1. How much was spent on supporting victims of modern slavery in 2021 and 2022?\n\n"
        "Adult Social Care:\n2021 £4,000\n2022 £5,500\nChildren's Services: this is part of the overall budget.\nHousing: £0\n"
    )
    (answer,) = convert(letter(text)).answers
    assert [(part.label, part.status.value) for part in answer.parts] == [
        ("Adult Social Care", "answered"),
        ("Children's Services", "not_recorded_separately"),
        ("Housing", "nil"),
    ]
    assert answer.status.value == "partly_answered"
    assert [
        (
            line.service,
            line.status.value,
            line.period.label if line.period else "",
            line.amount.value if line.amount else None,
        )
        for line in answer.funding
    ] == [
        ("Adult Social Care", "answered", "2021", 4000),
        ("Adult Social Care", "answered", "2022", 5500),
        ("Children's Services", "not_recorded_separately", "2021", None),
        ("Children's Services", "not_recorded_separately", "2022", None),
        ("Housing", "nil", "2021", 0),
        ("Housing", "nil", "2022", 0),
    ]
    assert "several_services" in [doubt.code.value for doubt in answer.doubts]
