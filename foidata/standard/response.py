"""One authority's reply to one request."""

from foidata.standard.answer import Answer
from foidata.standard.codes import Audience, Dedication, Holding, Law, LeadRole, Outcome, ResponseKind, ServiceArea
from foidata.standard.evidence import Doubt, Evidence
from foidata.standard.record import Record
from foidata.standard.values import (
    AuthorityCode,
    Day,
    Email,
    LicenceCode,
    MediaType,
    Number,
    Offset,
    Sha256,
    Slug,
    Text,
    Url,
    Year,
)


class NamedAuthority(Record):
    """The authority that replied."""

    id: AuthorityCode | None = None
    """Its code in the register. Example: `"LCE"`"""
    name: Text | None = None
    """Its name in the register. Example: `"Leicester City Council"`"""
    name_as_written: Text | None = None
    """Its name in the letter. Example: `"Leicester City Council"`"""


class Request(Record):
    """The request that was replied to."""

    subject: Text | None = None
    """Its subject, as the letter gives it. Example: `"Modern Slavery Leads"`"""
    reference: Text | None = None
    """The authority's reference. Example: `"FOI 12345"`"""
    questionnaire: Slug | None = None
    """The questionnaire that its questions come from. Example: `"leads-funding-training"`"""
    made: Day | None = None
    """When it was made. Example: `"2024-02-08"`"""
    received: Day | None = None
    """When the authority received it. Example: `"2024-02-09"`"""


class ReviewContact(Record):
    """Where to ask for an internal review: the authority's own address, never the regulator's."""

    team: Text | None = None
    """The team or post to write to. Example: `"Information Governance"`"""
    address: Text | None = None
    """Its postal address in one line. Example: `"Town Hall, Exampleton, EX1 1AA"`"""
    email: Email | None = None
    """Its role mailbox. Example: `"foi@example.gov.uk"`"""
    url: Url | None = None
    """Its page or form. Example: `"https://www.example.gov.uk/foi"`"""


class SourcePart(Record):
    """One of the files that a reply came as, and its stretch of the text."""

    name: Text
    """The file's name. Example: `"letter.pdf"`"""
    media_type: MediaType
    """What it is. Example: `"application/pdf"`"""
    sha256: Sha256
    """SHA-256 of its bytes. Example: `"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`"""
    start: Offset
    """Where its text starts. Example: `0`"""
    end: Offset
    """Where its text ends. Example: `1200`"""


class Source(Record):
    """The file that the letter came in, and the letter as one unchanging text."""

    name: Text
    """The file's name. Example: `"letter.txt"`"""
    media_type: MediaType
    """What it is. Example: `"text/plain"`"""
    sha256: Sha256
    """SHA-256 of its bytes. Example: `"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`"""
    reader: Text | None = None
    """What turned the file into text. Example: `"text"`"""
    url: Url | None = None
    """Where it was published. Example: `"https://www.example.gov.uk/foi/1"`"""
    text: Text | None = None
    """The letter, personal words masked. All offsets are in this text. Example: `"Freedom of Information Act …"`"""
    text_sha256: Sha256 | None = None
    """SHA-256 of that text in UTF-8. Example: `"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`"""
    parts: tuple[SourcePart, ...] = ()
    """The files, where it came as several."""

    @property
    def has_letter(self) -> bool:
        """Whether there is a letter to point to, be it by its hash; data that was typed in has none."""
        return self.text is not None or self.text_sha256 is not None


class Conversion(Record):
    """How a program made the record, without clock time, so that the same letter gives the same bytes."""

    tool: Text
    """The program. Example: `"foidata"`"""
    version: Text
    """Its version. Example: `"0.1.0"`"""
    questionnaire_score: Number | None = None
    """How well the questions fit the questionnaire, from 0 to 1. Example: `0.98`"""
    unread: tuple[Evidence, ...] = ()
    """Words of the letter that nothing was read from."""
    doubts: tuple[Doubt, ...] = ()
    """Why a person should look at the letter as a whole."""


class LeadView(Record):
    """What the answers together say of one service's lead: of each field, the last statement made."""

    service: Text | None = None
    """The service, where several answer. Example: `"Adults & Health"`"""
    exists: bool | None = None
    """Whether there is a lead. Example: `true`"""
    role: LeadRole | None = None
    """Specialist, or somebody to turn to. Example: `"specialist"`"""
    team: Text | None = None
    """The team, as written. Example: `"Community Safety"`"""
    service_area: ServiceArea | None = None
    """The part of the authority. Example: `"community_safety"`"""
    audience: Audience | None = None
    """Whom the lead covers. Example: `"both"`"""
    dedication: Dedication | None = None
    """Whether the role is all that the person does. Example: `"additional"`"""
    start_year: Year | None = None
    """The year in which the role began. Example: `2016`"""
    fte: Number | None = None
    """Full-time equivalents. Example: `0.6`"""


class Response(Record):
    """One authority's reply to one request."""

    id: Slug
    """The file's name as a slug. Example: `"000-4c2c9d30c976f435"`"""
    kind: ResponseKind
    """What kind of letter it is. Example: `"reply"`"""
    authority: NamedAuthority | None = None
    """Who replied."""
    request: Request | None = None
    """What was replied to."""
    legal_basis: tuple[Law, ...] = ()
    """The laws that the letter names as its own. Example: `["foia_2000"]`"""
    sent: Day | None = None
    """The letter's date. Example: `"2024-03-12"`"""
    published: Day | None = None
    """When the authority published it. Example: `"2024-04-02"`"""
    holding: Holding | None = None
    """What the letter says of holding the information. Example: `"held"`"""
    outcome: Outcome | None = None
    """The outcome, where the letter states one. Example: `"answered_in_full"`"""
    licence: LicenceCode | None = None
    """The licence for re-use, where the letter states one. Example: `"OGL-UK-3.0"`"""
    review_contact: ReviewContact | None = None
    """Where to ask for an internal review."""
    supersedes: Slug | None = None
    """The response that this one takes the place of. Example: `"foi-12345"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that the fields above were read from; each says which by `of`."""
    source: Source
    """The file and its text."""
    answers: tuple[Answer, ...] = ()
    """What was said to each question."""
    conversion: Conversion | None = None
    """How a program made the record."""

    def leads(self) -> tuple[LeadView, ...]:
        """The leads of the authority, a row a service, joined over all answers."""
        views: dict[str | None, dict[str, object]] = {}
        for answer in self.answers:
            for lead in answer.leads:
                view = views.setdefault(lead.service, {})
                said = {name: getattr(lead, name) for name in LeadView.model_fields}
                view |= {name: value for name, value in said.items() if value is not None}
        return tuple(LeadView(**view) for view in views.values())

    def lead(self) -> LeadView | None:
        """The lead of the authority, when the answers speak of only one."""
        views = self.leads()
        return views[0] if len(views) == 1 else None
