"""Records of any kind."""

from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

from hypothesis.strategies import SearchStrategy

from foidata.standard.record import Record
from foidata.testing.plain import Field, Frame, Lazy, plain

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
    given: dict[Field, Lazy] = {(record, name): partial(_itself, fields[name]) for name in fields}
    drawn = plain(record, Frame(fields=MappingProxyType(given), always=frozenset(given))) if given else plain(record)
    return drawn.map(record.model_validate)


def _itself(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return strategy
