"""The words that a value was read from."""

from foidata.standard.codes import DoubtCode
from foidata.standard.record import Record
from foidata.standard.values import FieldPath, Offset, Position, Text


class Evidence(Record):
    """A stretch of the letter's text that a record was read from.

    The quote is the authority; the offsets are an index to it. They match the TextPositionSelector and the
    TextQuoteSelector of the W3C Web Annotation model.
    Example: `{"start": 356, "end": 373, "quote": "No not currently.", "of": ["exists"]}`
    """

    start: Offset
    """How many code points of the text stand before the quote. Example: `356`"""
    end: Offset
    """How many code points of the text stand before the first one after the quote. Example: `373`"""
    quote: Text
    """The words, exactly as the letter has them. Example: `"No not currently."`"""
    of: tuple[FieldPath, ...] = ()
    """The fields that the words support; absent when they support the whole object. Example: `["exists"]`"""
    page: Position | None = None
    """The page of the letter, from 1, where it has pages. Example: `1`"""


class Doubt(Record):
    """A reason why a person should look at a reading."""

    code: DoubtCode
    """What is doubtful. Example: `"attachment_unread"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that are doubtful."""
