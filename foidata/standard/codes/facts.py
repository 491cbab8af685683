"""What the facts of an answer say."""

from foidata.standard.codelist import Codelist


class LeadRole(Codelist):
    """What the person does."""

    SPECIALIST = "specialist", "Specialist", "A post or person whose field is modern slavery."
    POINT_OF_CONTACT = (
        "point_of_contact",
        "Point of contact",
        "A person or team to turn to, without being a specialist.",
    )


class ServiceArea(Codelist, also=("words",)):
    """Which part of an authority it is."""

    ADULT_SOCIAL_CARE = (
        "adult_social_care",
        "Adult social care",
        "Social care for adults.",
        "adult social care; adults; ASC",
    )
    ADULT_SAFEGUARDING = (
        "adult_safeguarding",
        "Adult safeguarding",
        "Protection of adults at risk.",
        "safeguarding adults; MASH adults",
    )
    CHILDRENS_SERVICES = (
        "childrens_services",
        "Children's services",
        "Social care and other services for children.",
        "children's services; children's social care; CSC",
    )
    CHILD_SAFEGUARDING = (
        "child_safeguarding",
        "Child safeguarding",
        "Protection of children at risk, exploitation teams included.",
        "MASH; contextual safeguarding; exploitation team",
    )
    COMMUNITY_SAFETY = (
        "community_safety",
        "Community safety",
        "Community safety, safer neighbourhoods, anti-social behaviour.",
        "community safety; safer neighbourhoods; ASB",
    )
    HOUSING = (
        "housing",
        "Housing and homelessness",
        "Housing options, homelessness, council housing.",
        "housing options; homelessness",
    )
    PUBLIC_PROTECTION = (
        "public_protection",
        "Public protection and trading standards",
        "Trading standards, licensing, environmental health.",
        "regulatory services; environmental health; licensing",
    )
    PROCUREMENT = (
        "procurement",
        "Procurement and commissioning",
        "Buying and commissioning.",
        "procurement; commissioning",
    )
    PUBLIC_HEALTH = "public_health", "Public health", "Public health.", ""
    CORPORATE = (
        "corporate",
        "Corporate, policy or legal",
        "Chief executive, policy, legal and democratic services.",
        "chief executive; policy; legal; monitoring officer",
    )
    HR = "hr", "Human resources", "Human resources and workforce.", ""
    PARTNERSHIP = (
        "partnership",
        "External partnership",
        "A partner or joint team outside the authority.",
        "police; PCC; partnership",
    )
    MULTIPLE = "multiple", "More than one area", "More than one of these.", ""
    OTHER = "other", "Other", "None of these.", ""


class Audience(Codelist):
    """Whom a lead covers."""

    ADULTS = "adults", "Adults", "Adults only."
    CHILDREN = "children", "Children", "Children only."
    BOTH = "both", "Both", "Adults and children."


class Dedication(Codelist):
    """Whether the role is all that the person does."""

    DEDICATED = "dedicated", "Dedicated", "The person does nothing else."
    ADDITIONAL = "additional", "On top of other duties", "The role is carried out beside other duties."
    MIXED = "mixed", "Mixed", "Some of those concerned do nothing else, others do."


class TrainingSubject(Codelist):
    """What a training is for."""

    FIRST_RESPONDER = "first_responder", "First Responders", "Making referrals to the National Referral Mechanism."
    SURVIVOR_HOUSING = "survivor_housing", "Survivor housing", "Housing rights of survivors."
    AWARENESS = "awareness", "Awareness", "Knowing and noticing modern slavery."
    SAFEGUARDING = "safeguarding", "Safeguarding", "Protection of adults or children in general."
    OTHER = "other", "Other", "None of these."


class Delivery(Codelist):
    """How a training is given."""

    STANDALONE = "standalone", "On its own", "A course of its own."
    PART_OF_OTHER = "part_of_other", "Part of another", "Covered inside another course."
    EXTERNAL = "external", "External", "Given by somebody outside the authority."
    NONE = "none", "None", "Not given."


class PartnershipRole(Codelist):
    """What the authority is in a partnership."""

    MEMBER = "member", "Member", "It takes part."
    LEAD = "lead", "Lead", "It leads."
    CHAIR = "chair", "Chair", "It chairs."
    FOUNDER = "founder", "Founder", "It brought the partnership together."


class Stage(Codelist):
    """How far a partnership has come."""

    PLANNED = "planned", "Planned", "Not yet begun."
    EARLY = "early", "Early", "Begun, still being formed."
    ESTABLISHED = "established", "Established", "At work."
    ENDED = "ended", "Ended", "No longer there."


class DocumentKind(Codelist):
    """What kind of document it is."""

    STRATEGY = "strategy", "Strategy", "Aims and how to reach them."
    POLICY = "policy", "Policy", "What the authority holds itself to."
    ACTION_PLAN = "action_plan", "Action plan", "Steps, owners and dates."
    TERMS_OF_REFERENCE = "terms_of_reference", "Terms of reference", "What a group is for and how it works."
    STATEMENT = "statement", "Statement", "A modern slavery or transparency statement."
    PROCEDURE = "procedure", "Procedure", "How staff are to act."
    TRAINING_MATERIAL = "training_material", "Training material", "Slides, hand-outs, modules."
    DATA = "data", "Data", "Figures in a file."
    OTHER = "other", "Other", "None of these."


class Access(Codelist):
    """What the letter does with a document."""

    ATTACHED = "attached", "Attached", "Sent with the letter."
    LINKED = "linked", "Linked", "An address is given."
    PUBLISHED = "published", "Published", "Said to be public, without an address."
    PLANNED = "planned", "Planned", "To be published or written later."
    WITHHELD = "withheld", "Withheld", "Held and not given."
    NOT_HELD = "not_held", "Not held", "Not held."


class ActivityKind(Codelist):
    """What kind of activity it is."""

    PROJECT = "project", "Project", "Work with an aim and an end."
    OPERATION = "operation", "Operation", "Visits, inspections, enforcement, alone or with the police."
    CAMPAIGN = "campaign", "Campaign", "Making the public or a trade aware."
    TRAINING_EVENT = "training_event", "Training event", "A course, session or conference."
    SERVICE = "service", "Service", "Help given to people, commissioned or own."
    STAFF_TIME = "staff_time", "Staff time", "Hours of people employed for other things too."
    GROUP = "group", "Group", "A meeting or group that does the work."
    OTHER = "other", "Other", "None of these."


class NoteKind(Codelist):
    """What a remark is."""

    CAVEAT = "caveat", "Caveat", "It limits what another statement means."
    CONTEXT = "context", "Context", "Background."
    COMMITMENT = "commitment", "Commitment", "Something the authority says that it will do."
    OTHER_BODY = "other_body", "Other body", "It names another body that holds the information or is responsible."
