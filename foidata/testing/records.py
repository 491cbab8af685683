"""Records of any kind."""

from typing import Any, TypeVar

from hypothesis.strategies import SearchStrategy

from foidata.standard.record import Record
from foidata.testing.plain import plain, plain_with

R = TypeVar("R", bound=Record)


def records(record: type[R], /, **fields: SearchStrategy[Any]) -> SearchStrategy[R]:
    """Records of a kind: whatever its model allows, sensible or not.

    Fields can be given strategies of their own; None leaves an optional field out. A field that the model gets tomorrow
    is drawn without a change here.

        records(Quantity, qualifier=st.just("range"))
    """
    unknown = fields.keys() - record.model_fields.keys()
    if unknown:
        raise TypeError(f"{record.__name__} has no field {', '.join(sorted(unknown))}")
    return (plain_with(record, fields) if fields else plain(record)).map(record.model_validate)
