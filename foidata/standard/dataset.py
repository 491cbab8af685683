"""Many responses, and the questionnaires that they answer."""

from typing import Literal

from foidata.standard.codes import Topic
from foidata.standard.period import Period
from foidata.standard.record import Record
from foidata.standard.response import Response
from foidata.standard.values import Day, LicenceCode, Slug, Text, Url

STANDARD: Literal["foidata-1.0"] = "foidata-1.0"
"""The version of the standard that this code writes."""


class AskedQuestion(Record):
    """A question of a questionnaire."""

    id: Slug
    """The slug of its topic, numbered when repeated. Example: `"lead-exists"`"""
    number: Text | None = None
    """Its number in the questionnaire. Example: `"1"`"""
    section: Text | None = None
    """The heading it stands under. Example: `"Modern Slavery Funding"`"""
    text: Text
    """Its words. Example: `"Do you have a specialist lead on modern slavery?"`"""
    topic: Topic
    """What it is about. Example: `"lead_exists"`"""
    periods_asked: tuple[Period, ...] = ()
    """The periods it asks for, in the order asked."""
    cites: tuple[Text, ...] = ()
    """Laws and documents that it names. Example: `["Modern Slavery Act (2015)"]`"""


class Questionnaire(Record):
    """A set of questions that was sent to many authorities."""

    id: Slug
    """Its id. Example: `"leads-funding-training"`"""
    title: Text
    """Its title. Example: `"Modern slavery leads, funding and training"`"""
    description: Text | None = None
    """What it is, who sent it, when. Example: `"Eight questions, first seen in February 2024."`"""
    variant_of: Slug | None = None
    """The questionnaire that this one differs a little from. Example: `"leads-funding-training"`"""
    questions: tuple[AskedQuestion, ...]
    """Its questions, in order."""


class Publisher(Record):
    """Who publishes a dataset."""

    name: Text
    """Its name. Example: `"Example Rights Project"`"""
    url: Url | None = None
    """Its address. Example: `"https://example.org"`"""


class Header(Record):
    """What is said of a dataset as a whole: all of it but the responses."""

    standard: Literal["foidata-1.0"]
    """The version of the standard that it follows. Example: `"foidata-1.0"`"""
    title: Text
    """Its title. Example: `"Modern slavery leads 2024"`"""
    description: Text | None = None
    """What it holds, how it was gathered. Example: `"Replies of 40 councils."`"""
    publisher: Publisher | None = None
    """Who publishes it."""
    licence: LicenceCode | None = None
    """The licence of the dataset itself. Example: `"CC-BY-4.0"`"""
    created: Day | None = None
    """When it was put together. Example: `"2024-05-01"`"""
    synthetic: bool | None = None
    """True when it is invented. Example: `true`"""
    questionnaires: tuple[Questionnaire, ...] = ()
    """Every questionnaire that a response names."""


class Dataset(Header):
    """Responses that were gathered together."""

    responses: tuple[Response, ...]
    """The responses."""

    @property
    def header(self) -> Header:
        """The dataset without its responses."""
        return Header.make(**{name: getattr(self, name) for name in Header.model_fields})

    def questionnaire(self, name: str | None) -> Questionnaire | None:
        """The questionnaire of an id, when the dataset holds it."""
        return next((one for one in self.questionnaires if one.id == name), None)
