"""Many letters at once."""

import datetime
import shutil
from pathlib import Path

import pytest
from letters import SEEDS, letter

from foidata.documents.document import Unreadable
from foidata.letters.batch import Known, Outcome, alike, convert_files, informed, with_ids
from foidata.letters.convert import convert, gather, questionnaires
from foidata.letters.manifest import manifest
from foidata.standard.answer import Coding

LETTERS = [str(path) for path in sorted(SEEDS.glob("*.txt"))]


def test_one_bad_file_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    outcomes = list(convert_files([LETTERS[0], str(tmp_path / "empty.txt"), LETTERS[1]], questionnaires()))
    assert [outcome.response is not None for outcome in outcomes] == [True, False, True]
    assert outcomes[1].reason.startswith(f"{tmp_path}") or "empty.txt: empty" in outcomes[1].reason


def test_jobs_change_the_speed_and_nothing_else() -> None:
    one = list(convert_files(LETTERS * 3, questionnaires(), jobs=1))
    two = list(convert_files(LETTERS * 3, questionnaires(), jobs=2))
    assert one == two


def test_an_unchanged_letter_is_taken_over_with_what_people_corrected(tmp_path: Path) -> None:
    first = with_ids(convert_files(LETTERS, questionnaires()))
    reviewed = first[0].but(
        answers=(first[0].answers[0].but(coding=Coding(state="accepted", coder="coder-a")), *first[0].answers[1:])
    )
    before = gather([reviewed, first[1]], "before")
    copy = tmp_path / Path(LETTERS[1]).name
    shutil.copy(LETTERS[1], copy)
    copy.write_text(copy.read_text(encoding="utf-8") + "\nChanged.\n", encoding="utf-8")
    outcomes = list(convert_files([LETTERS[0], str(copy)], questionnaires(), before=before))
    assert [outcome.kept for outcome in outcomes] == [True, False]
    assert outcomes[0].response == reviewed


def test_letters_of_one_name_get_ids_of_their_own() -> None:
    responses = [convert(letter(f"1. How many?\n\n{number}\n")) for number in (3, 4, 4)]
    ids = [one.id for one in with_ids(Outcome("letter.txt", response) for response in responses)]
    assert ids[0] == "letter"
    assert len(set(ids)) == 3


def test_the_same_letter_and_nearly_the_same_letter_are_named() -> None:
    text = (SEEDS / "000_4c2c9d30c976f435.txt").read_text(encoding="utf-8")
    letters = [letter(text, "a.txt"), letter(text, "b.txt"), letter(text.replace("£50k", "£60k"), "c.txt")]
    responses = with_ids(Outcome(one.name, convert(one)) for one in letters)
    assert list(alike(responses)) == [("a", "b", True), ("a", "c", False), ("b", "c", False)]


def test_a_manifest_adds_what_the_letter_does_not_say(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text("file,authority,received,url\nletter.txt,Leicester City Council,2024-02-08,https://example.org/1\n")
    known = manifest(path)["letter.txt"]
    response = informed(convert(letter("1. How many staff were trained?\n\n3\n")), known)
    assert response.authority is not None
    assert response.request is not None
    assert response.authority.id == "LCE"
    assert response.request.received == datetime.date(2024, 2, 8)
    assert response.source.url == "https://example.org/1"


def test_a_manifest_does_not_overrule_the_letter() -> None:
    response = convert(letter("Date: 3 May 2024\n\n1. How many staff were trained?\n\n3\n"))
    assert informed(response, Known(sent=datetime.date(2020, 1, 1))).sent == datetime.date(2024, 5, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,url\na,b\n", "has the column name"),
        ("url\nb\n", "no column file"),
        ("file,sent\na.txt,yesterday\n", r"manifest.csv:2: sent is yesterday; write a day as"),
    ],
)
def test_a_broken_manifest_says_where(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text(text)
    with pytest.raises(Unreadable, match=message):
        manifest(path)
