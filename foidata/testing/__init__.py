"""Invented data for tests: hypothesis strategies for every record of the standard.

`records(Model)` gives whatever the shape of a model allows; `quantities` to `datasets` give what also makes sense, so
that no rule calls anything in it an error; `single_faults(Model)` gives records with one fault of shape, and names it.

    @given(foidata.testing.datasets())
    def test_our_export_keeps_every_answer(dataset: Dataset) -> None: ...
"""

from foidata.testing.datasets import answers, datasets, evidence_in, periods, quantities, questionnaires, responses
from foidata.testing.records import records
from foidata.testing.single_faults import SingleFault, single_faults
from foidata.testing.values import letters, texts
from foidata.testing.written import WrittenLetter, written_letters

__all__ = [
    "SingleFault",
    "WrittenLetter",
    "answers",
    "datasets",
    "evidence_in",
    "letters",
    "periods",
    "quantities",
    "questionnaires",
    "records",
    "responses",
    "single_faults",
    "texts",
    "written_letters",
]
