"""Reading undoes writing: a letter of known content reads back as that content, in every layout."""

from hypothesis import given

from foidata.documents.read import read_bytes
from foidata.letters.convert import convert
from foidata.testing import WrittenLetter, written_letters


@given(written_letters())
def test_reading_undoes_writing(letter: WrittenLetter) -> None:
    answers = convert(read_bytes(letter.text.encode(), "letter.txt")).answers
    assert [(one.topic, one.status) for one in answers] == [(said.topic, said.status) for said in letter.answers]
    for answer, said in zip(answers, letter.answers, strict=True):
        assert " ".join((answer.text or "").split()) == " ".join(said.words.split())
        if said.fact:
            field, value = said.fact
            assert [getattr(fact, field) for fact in answer.facts if hasattr(fact, field)] == [value]
        sums = [(line.period.label, line.amount.value) for line in answer.funding if line.period and line.amount]
        assert sums == list(said.sums)


@given(written_letters())
def test_no_answer_gains_a_figure_that_it_does_not_state(letter: WrittenLetter) -> None:
    for answer, said in zip(
        convert(read_bytes(letter.text.encode(), "letter.txt")).answers, letter.answers, strict=True
    ):
        stated = {amount for _, amount in said.sums}
        assert {line.amount.value for line in answer.funding if line.amount} <= stated
        assert answer.counts == ()
