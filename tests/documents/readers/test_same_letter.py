"""One letter reads to the same questions, answers and facts, whatever it was written with."""

import json
from pathlib import Path
from typing import Any

import pytest
from render import FORMATS, Bullets, Letter, Numbered, Table, Words, email, paragraphs, text

from foidata.documents.read import read_bytes
from foidata.letters.convert import convert
from foidata.standard.json import plain

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
MADE_UP: Letter = (
    Words("Exampleton Borough Council\nFreedom of Information Act 2000 – reference FOI 12345"),
    Words("12 March 2024"),
    Words("Thank you for your request about modern slavery. You asked:"),
    Numbered(
        (
            "Do you as a local authority have a specialist lead/single point of contact on issues relating to modern slavery?",
            "For each of the following years, please indicate how much money your local authority invested in identifying and supporting potential victims of modern slavery: 2019/20 to 2021/22",
            "What specialist training do you provide for employees to carry out their duties as First Responders?",
        )
    ),
    Words("Our response:"),
    Words("1. Yes. The post is in Community Safety and began in 2018; 0.6 of a full-time post."),
    Words("2. Please see below."),
    Table((("Year", "Spend"), ("2019/20", "£12,000"), ("2020/21", "£0"), ("2021/22", "£29,750"))),
    Words("3. The Council provides:"),
    Bullets(
        ("e-learning for all staff", "a half-day course for social workers, held by the Exampleton Safeguarding Board")
    ),
    Words("If you are dissatisfied with the handling of your request please write to:"),
    Words("Information Governance\nTown Hall\nExampleton EX1 1AA\nfoi@exampleton.gov.uk"),
    Words("You may re-use the information under the Open Government Licence v3.0."),
)
LETTERS = {path.stem: paragraphs(path.read_text(encoding="utf-8")) for path in SEEDS} | {"made up": MADE_UP}
MAIL_ONLY = ("sent", "request", "evidence", "conversion")
"""What an e-mail's own heading tells too."""


def told(data: bytes) -> dict[str, Any]:
    """The record of a letter without its file and offsets; white space and hyphens are as each program sets them."""
    response = convert(read_bytes(data, "letter"))

    def same(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: same(one) for name, one in value.items() if name not in ("source", "start", "end")}
        if isinstance(value, list):
            return [same(one) for one in value]
        return " ".join(value.split()).replace("\u2010", "-") if isinstance(value, str) else value

    found: dict[str, Any] = same(json.loads(json.dumps(plain(response), default=str)))
    return found


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_holds_answers_and_facts(name: str) -> None:
    answers = told(text(LETTERS[name]))["answers"]
    assert len(answers) >= 2
    assert any(set(answer) - {"id", "question", "text", "status", "evidence", "topic", "doubts"} for answer in answers)


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("format_", [name for name in FORMATS if name not in ("text", "email", "msg")])
def test_every_format_of_a_letter_tells_the_same(format_: str, name: str) -> None:
    assert told(FORMATS[format_](LETTERS[name])) == told(text(LETTERS[name]))


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("format_", ["email", "msg", "web mail"])
def test_a_letter_in_an_email_tells_the_same(format_: str, name: str) -> None:
    data = email(LETTERS[name], only_html=True) if format_ == "web mail" else FORMATS[format_](LETTERS[name])
    mail, letter = told(data), told(text(LETTERS[name]))
    assert {key: mail[key] for key in mail if key not in MAIL_ONLY} == {
        key: letter[key] for key in letter if key not in MAIL_ONLY
    }
    assert mail["request"]["questionnaire"] == letter["request"]["questionnaire"]


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_offset_of_a_record_is_a_place_in_its_text(format_: str, name: str) -> None:
    response = convert(read_bytes(FORMATS[format_](LETTERS[name]), "letter"))
    source = response.source
    assert source.reader == format_
    quotes = [
        (one.quote, (source.text or "")[one.start : one.end]) for answer in response.answers for one in answer.evidence
    ]
    assert quotes
    assert [quote for quote, place in quotes if quote != place] == []
