"""The letter as a whole: what it is, under which law, with which outcome."""

from foidata.standard.codelist import Codelist


class ResponseKind(Codelist):
    """What kind of letter it is."""

    REPLY = "reply", "Reply", "A reply to the request: it answers or refuses questions."
    ACKNOWLEDGEMENT = (
        "acknowledgement",
        "Acknowledgement",
        "It only says that the request has arrived, or that more time is needed.",
    )
    CLARIFICATION_REQUEST = (
        "clarification_request",
        "Request for clarification",
        "It asks the requester what is meant before it answers.",
    )
    INTERNAL_REVIEW = "internal_review", "Internal review", "The outcome of a review of an earlier reply."
    REPLACEMENT = "replacement", "Replacement", "A reply that takes the place of an earlier one."
    LOG_ENTRY = "log_entry", "Log entry", "A page of the authority's disclosure log that retells request and reply."
    OTHER = "other", "Other", "None of these: perhaps not a letter at all."


class Law(
    Codelist,
    also=(
        "short",
        "nations",
    ),
):
    """The laws under which a request can be answered."""

    FOIA_2000 = (
        "foia_2000",
        "Freedom of Information Act 2000",
        "The access law of England, Wales and Northern Ireland.",
        "FOIA",
        "England; Wales; Northern Ireland",
    )
    EIR_2004 = (
        "eir_2004",
        "Environmental Information Regulations 2004",
        "The access law for environmental information in England, Wales and Northern Ireland.",
        "EIR",
        "England; Wales; Northern Ireland",
    )
    FOISA_2002 = (
        "foisa_2002",
        "Freedom of Information (Scotland) Act 2002",
        "The access law of Scotland.",
        "FOISA",
        "Scotland",
    )
    EISR_2004 = (
        "eisr_2004",
        "Environmental Information (Scotland) Regulations 2004",
        "The access law for environmental information in Scotland.",
        "EI(S)R",
        "Scotland",
    )


class Holding(Codelist):
    """What the letter says of whether the authority holds the information."""

    HELD = "held", "Held", "The letter says that the authority holds what was asked for."
    PARTLY_HELD = "partly_held", "Partly held", "The letter says that the authority holds some of what was asked for."
    NOT_HELD = "not_held", "Not held", "The letter says that the authority does not hold what was asked for."


class Outcome(
    Codelist,
    also=(
        "cabinet_office_statistics",
        "s45_code_line",
        "alaveteli_state",
    ),
):
    """The outcome that a letter states for the whole request."""

    ANSWERED_IN_FULL = (
        "answered_in_full",
        "Answered in full",
        "Every question answered; nothing withheld.",
        "granted in full",
        "granted in full",
        "successful",
    )
    ANSWERED_IN_PART = (
        "answered_in_part",
        "Answered in part",
        "Some given, some withheld or refused.",
        "partially withheld",
        "granted in part and refused in part",
        "partially_successful",
    )
    PART_NOT_HELD = (
        "part_not_held",
        "Part given, rest not held",
        "Some given, the rest not held.",
        "granted in full or partially withheld by practice",
        "granted in part, not held in part",
        "partially_successful",
    )
    REFUSED_IN_FULL = (
        "refused_in_full",
        "Refused in full",
        "All held information withheld.",
        "fully withheld",
        "refused in full",
        "rejected",
    )
    NOT_HELD = (
        "not_held",
        "Not held",
        "Nothing held.",
        "information not held (outside resolvable requests)",
        "refused in full because not held",
        "not_held",
    )
    COST_REFUSAL = (
        "cost_refusal",
        "Refused on cost",
        "s.12 or burden exception.",
        "procedural refusal",
        "refused in full",
        "rejected",
    )
    VEXATIOUS_REFUSAL = (
        "vexatious_refusal",
        "Refused as vexatious or repeated",
        "s.14.",
        "procedural refusal",
        "refused in full",
        "rejected",
    )
    NCND = "ncnd", "Neither confirmed nor denied", "Whole request.", "fully withheld", "refused in full", "rejected"
    CLARIFICATION_OPEN = (
        "clarification_open",
        "Waiting for clarification",
        "No final answer.",
        "not resolvable: clarification sought",
        "clock stopped",
        "waiting_clarification",
    )
    LAPSED = (
        "lapsed",
        "Lapsed or withdrawn",
        "Requester did not reply or withdrew.",
        "not resolvable: lapsed",
        "withdrawn",
        "user_withdrawn",
    )
    TRANSFERRED = (
        "transferred",
        "Transferred",
        "Sent to another authority.",
        "not resolvable: transferred",
        "(none)",
        "waiting_response",
    )
    NO_RESPONSE = (
        "no_response",
        "No response",
        "Overdue with no final answer.",
        "still being processed",
        "not yet processed",
        "waiting_response_very_overdue (computed, also waiting_response_overdue)",
    )
    ACKNOWLEDGED = (
        "acknowledged",
        "Acknowledged only",
        "Waiting inside the limit.",
        "still being processed",
        "not yet processed",
        "waiting_response",
    )
    INTERNAL_REVIEW = (
        "internal_review",
        "Under internal review",
        "Review asked for.",
        "counted separately",
        "internal review",
        "internal_review",
    )
