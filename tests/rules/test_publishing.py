from datetime import date
from typing import Any

import pytest
from judged import answer, dataset, faults, letter, messages

from foidata.rules import Asked, Unjudged, rules
from foidata.standard.dataset import Header

PUBLISHED = Asked(for_publication=True)
WHOLE = {
    "standard": "foidata-1.0",
    "title": "Leads 2024",
    "description": "Replies of 38 of 40 authorities asked.",
    "publisher": {"name": "Example Rights Project"},
    "licence": "CC-BY-4.0",
    "created": "2024-05-01",
}


def header(**fields: Any) -> Header:
    return Header.make(**WHOLE | fields)


def test_a_dataset_introduces_itself_before_it_is_published() -> None:
    rule = "dataset-undescribed"
    assert not faults(rule, header(), asked=PUBLISHED)
    assert [fault.fix for fault in faults(rule, header(publisher=None, created=None), asked=PUBLISHED)] == [
        "Add publisher.",
        "Add created.",
    ]


@pytest.mark.parametrize("name", ["dataset-undescribed", "title-too-long-for-portals", "dataset-without-licence"])
def test_working_data_need_not_introduce_itself(name: str) -> None:
    (rule,) = (one for one in rules() if one.name == name)
    outcomes = list(rule.outcomes(Header(standard="foidata-1.0", title="x" * 200), Asked()))
    assert outcomes == [Unjudged("asked only of data about to be published")]


def test_a_title_fits_a_portals_address() -> None:
    rule = "title-too-long-for-portals"
    assert not faults(rule, header(title="x" * 100), asked=PUBLISHED)
    assert messages(rule, header(title="x" * 101), PUBLISHED) == [
        "The title has 101 characters; portals keep 100 of them in the address."
    ]


def test_invented_letters_are_marked_and_not_of_real_authorities() -> None:
    invented = letter("invented", answer(), authority={"id": "x-example:a"})
    real = letter("real", answer(), authority={"id": "LCE"})
    assert messages("invented-not-marked", dataset(invented, real)) == [
        "1 letter is of invented authorities such as x-example:a, but the dataset is not marked as synthetic."
    ]
    assert not faults("invented-not-marked", dataset(invented, synthetic=True))
    assert messages("invented-of-real-authority", dataset(invented, real, synthetic=True)) == [
        "real is invented, yet has answers of Leicester City Council."
    ]
    assert not faults("invented-of-real-authority", dataset(real))
    assert not faults("invented-of-real-authority", dataset(real.but(answers=()), synthetic=True))


def test_a_published_reply_says_by_a_code_whose_it_is() -> None:
    rule, named = "authority-not-identified", letter("a", authority={"name_as_written": "Corporate Services"})
    assert [fault.at for fault in faults(rule, named, asked=PUBLISHED)] == [("authority",)]
    assert [fault.at for fault in faults(rule, letter("a"), asked=PUBLISHED)] == [()]
    assert not faults(rule, letter("a", authority={"id": "LCE"}), asked=PUBLISHED)
    assert not faults(rule, letter("a", kind="acknowledgement"), asked=PUBLISHED)
    assert not faults(rule, named)


def test_a_dataset_is_no_older_than_its_letters() -> None:
    rule, may = "created-before-its-letters", letter("may", sent="2024-05-02")
    assert faults(rule, dataset(may, created="2024-05-01"))
    assert not faults(rule, dataset(may, created="2024-05-02"))
    assert not faults(rule, dataset(may))
    misread = dataset(letter("misread", sent="2042-05-02"), created="2024-05-01")
    assert not faults(rule, misread, asked=Asked(today=date(2024, 6, 1)))
