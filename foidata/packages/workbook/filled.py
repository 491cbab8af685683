"""A dataset as a workbook."""

from foidata.packages.pack import refuse_shared_ids
from foidata.packages.table import DATASET
from foidata.packages.tables import row_of, tables
from foidata.packages.workbook.layout import sheets
from foidata.packages.workbook.write import workbook
from foidata.standard.dataset import Dataset


def filled(dataset: Dataset) -> bytes:
    """The bytes of the workbook of a dataset. Raises Unwritable when sheets cannot hold it."""
    refuse_shared_ids(dataset)
    rows = tables(dataset)
    for row, response in zip(rows["responses"], dataset.responses, strict=True):
        row["source_text"] = response.source.text
    return workbook({**rows, DATASET: [row_of(dataset.header, sheets()[DATASET].table, {})]})
