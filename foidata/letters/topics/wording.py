"""The topic of a question that no questionnaire knows, by the words in it."""

import re

from foidata.standard.codes import Topic

_WORDINGS: tuple[tuple[Topic, str], ...] = (
    (
        Topic.LEAD_DEDICATION,
        (
            r"(?:employed specifically|on top of|other (?:professional )?duties|full[- ]time|dedicated (?:to|role)"
            r"|sole(?:ly)? )[^?]*(?:role|post|duties|lead)?"
        ),
    ),
    (Topic.LEAD_START, r"(?:what year|when|how long)[^?]*\b(?:lead|point of contact|post|role|co-?ordinator)"),
    (
        Topic.LEAD_AUDIENCE,
        r"(?:lead|point of contact|post|role)[^?]*(?:both )?(?:children and adults|adults and children|which group)",
    ),
    (
        Topic.LEAD_TEAM,
        r"(?:what|which) (?:team|department|service|directorate)[^?]*(?:lead|contact|post|based|sit|they|in\b)",
    ),
    (
        Topic.LEAD_CONTACT,
        r"\b(?:name|contact details|e-?mail)\b[^?]*(?:lead|officer|point of contact|responsible)|who (?:is|leads)",
    ),
    (
        Topic.LEAD_EXISTS,
        (
            r"\b(?:have|has|is there|employ)\b[^?]*(?:modern slavery |specialist |anti-slavery )[^?]*(?:lead"
            r"|point of contact|officer|co-?ordinator|champion)|single point of contact"
        ),
    ),
    (
        Topic.TRAINING_UPTAKE,
        (
            r"how many (?:\w+ ){0,6}(?:staff|employees|officers|people|members)[^?]*(?:trained|training|attended"
            r"|completed)"
        ),
    ),
    (Topic.TRAINING_SURVIVOR_HOUSING, r"training[^?]*(?:housing|accommodation|homeless)[^?]*(?:surviv|right)"),
    (
        Topic.FUNDING_OTHER,
        (
            r"(?:budget|spend|spent|cost|fund\w*|how much)[^?]*(?:training|grant|contract|prevention|homeless)"
            r"|(?:training|grant|contract|prevention|homeless\w*)[^?]*\b(?:budget|spend|cost)\b"
            r"|(?:spend|funding) expected to continue|\bgrants?\b[^?]*\b(?:receiv\w+|award\w*)"
        ),
    ),
    (Topic.TRAINING_FIRST_RESPONDER, r"training[^?]*first responder|first responder[^?]*training"),
    (
        Topic.TRAINING_CONTENT,
        (
            r"(?:training|course|session)[^?]*(?:general|one form|every member|formats?|how long|last|subjects?"
            r"|themes?|content|materials?|mandatory)|^(?:is the training|can every|in which formats"
            r"|how long does it last|which of these subjects)"
        ),
    ),
    (Topic.FUNDING_AND_ACTIVITIES, r"(?:budgets?|funding)[^?]*(?:resources|activities)"),
    (
        Topic.FUNDING_BY_YEAR,
        (
            r"(?:how much|what funding|what (?:amount|sum)|funding|budget|money|invested|spent|spend"
            r"|allocated)[^?]*(?:slavery|trafficking|victims|exploitation|funds)|what were these funds"
        ),
    ),
    (Topic.TRAINING_GENERAL, r"\btrain(?:ing|ed)\b|awareness sessions?|e-?learning"),
    (Topic.CHARTER, r"\bcharter\b"),
    (
        Topic.STATEMENT_PUBLISHED,
        (
            r"(?:transparency|modern slavery|human trafficking)[^?]*statement[^?]*(?:publish|link|section 54)?"
            r"|section 54 statement"
        ),
    ),
    (Topic.SUPPLIER_CHECKS, r"\b(?:suppliers?|contractors?|supply chains?|tenders?|procurement|contracts?)\b"),
    (Topic.STRATEGY_DOCUMENT, r"\b(?:strategy|action plan|strategic plan)\b"),
    (Topic.POLICY_POSITION, r"\bpolic(?:y|ies)\b[^?]*(?:slavery|trafficking|exploitation|statement)"),
    (Topic.DUTY_TO_NOTIFY, r"duty to notify|section 52|\bMS1\b"),
    (
        Topic.CHILDREN_MISSING,
        r"(?:child|looked after|young)[^?]*\b(?:missing|absent)\b|\bmissing\b[^?]*(?:child|episodes)",
    ),
    (Topic.CHILDREN_UNACCOMPANIED, r"unaccompanied|\bUASC\b|separated child"),
    (Topic.CHILDREN_NON_UK, r"not UK nationals?|non-?UK|nationalit(?:y|ies)[^?]*child|foreign national"),
    (Topic.CHILDREN_PLACEMENTS, r"\bplacements?\b|where they were first placed|looked for\?"),
    (Topic.CRIMINAL_EXPLOITATION, r"county lines|criminal(?:ly)? exploit"),
    (Topic.HOUSING_PRIORITY_NEED, r"priority need"),
    (
        Topic.HOUSING_APPLICATIONS,
        r"homeless(?:ness)? (?:applications?|help|assistance|duty)|applications?[^?]*homeless",
    ),
    (
        Topic.CHILDREN_TRAFFICKED,
        r"(?:child|looked after|young people|under 18)[^?]*(?:traffick|slavery|exploit)|(?:traffick|slavery)[^?]*child",
    ),
    (
        Topic.NRM_BREAKDOWN,
        (
            r"(?:NRM|national referral mechanism)[^?]*(?:\bby (?:age|gender|sex|nationality|type|exploitation|year of"
            r" birth)|broken down|gender|nationality|type of exploitation)"
        ),
    ),
    (Topic.NRM_REFERRALS, r"\bNRM\b|national referral mechanism|potential victims were referred|\breferrals?\b"),
    (Topic.REFERRAL_PATHWAY, r"\b(?:pathway|protocol|procedure)\b"),
    (Topic.TRAINING_GENERAL, r"\b(?:what|which|any|provide|receive) (?:\w+ ){0,2}training\b"),
    (Topic.HOUSING_POLICY, r"\b(?:housing|accommodation|homeless\w*|vulnerab\w+)\b"),
    (Topic.FUNDING_OTHER, r"\bbudgets?\b|\bhow much\b[^?]*\b(?:spen[dt]|cost)"),
    (Topic.PARTNERSHIP, r"\bpartner(?:s|ships?)?\b|multi-?agency|\bnetworks?\b"),
    (Topic.AWARENESS_CAMPAIGN, r"\bcampaigns?\b|raise (?:public )?awareness|posters?"),
    (Topic.ENFORCEMENT, r"inspections?|prosecut|raids?|enforcement"),
    (Topic.SUPPORT_COMMISSIONED, r"commission(?:ed|ing)?|support services?"),
    (Topic.RECORDING_PRACTICE, r"\brecord(?:s|ed|ing)?\b"),
)
_COMPILED = tuple((topic, re.compile(pattern, re.IGNORECASE)) for topic, pattern in _WORDINGS)


def topic_of(question: str) -> Topic | None:
    """The topic whose words a question holds; the narrower topics are tried first."""
    plain = " ".join(question.replace("’", "'").split())
    return next((topic for topic, pattern in _COMPILED if pattern.search(plain)), None)
