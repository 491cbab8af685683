"""Invented data for tests: hypothesis strategies for every record of the standard."""

from foidata.testing.datasets import answers, datasets, evidence_in, periods, quantities, questionnaires, responses
from foidata.testing.records import records
from foidata.testing.values import letters, texts

