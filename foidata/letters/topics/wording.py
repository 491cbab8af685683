"""The topic of a question that no questionnaire knows, by the words in it."""

import re

from foidata.standard.codes import Topic

_SLAVERY = r"slaver|traffick|exploit|victim|surviv"
_TRAINING = (
    r"\btrain(?:ing|ed|s)?\b|\bcourses?\b|\be-?\s?learning|awareness sessions?|\binduction\b|\bworkshops?\b"
    r"|\bonline module|\blive session|\brefresher\b|\btoolbox talk"
)
_MONEY = (
    r"\bhow much\b(?! (?:time|notice|training|of))|\bbudgets?\b|\bspen[dt](?:ing)?\b|\bexpenditure\b|\bcosts?\b"
    r"|\bfund(?:s|ed|ing)?\b|\bgrants?\b|\bmon(?:ey|ies)\b|\binvest|\bvalue of\b|\bwas paid\b|\bpaid (?:to|for)\b"
    r"|\bamount\b|\bsums? of\b"
)
_COUNT = r"\bhow many\b|\bnumbers? (?:of|who|that)\b|\btotals?\b|\bhow often\b"
_LEAD = (
    r"\bleads?\b|single point of contact|\bpoints? of contact\b|\bspoc\b|\bco-?ordinators?\b|\bchampions?\b"
    r"|\baccountable\b"
    r"|\bofficers?\b|\bpost(?:s|-?\s?holders?)?\b|\brole\b|dedicated (?:team|staff|person)"
)
_CHILD = (
    r"\bchild(?:ren)?\b|\byoung (?:people|persons?)\b|\bminors?\b|\bunder[- ]18|\blooked[- ]after\b|\bcare leavers?\b"
)
_NRM = r"\bNRM\b|national referral mechanism"
_DETAIL = (
    r"\bby (?:age|gender|sex|nationality|type|exploitation|year of birth)\b|broken down|break(?:down| down)"
    r"|\bgenders?\b"
    r"|\bnationalit(?:y|ies)\b|(?:type|kind|form)s? of (?:\w+ )?exploitation|exploitation types?|\bsplit by\b"
    r"|\boutcomes?\b"
    r"|\b(?:conclusive|reasonable) grounds\b"
)
_HOMELESS = r"\bhomeless(?:ness)?\b|\bhousing (?:applications?|options)\b"
_HOUSING = (
    r"\bhous(?:ing|ed)\b|\baccommodat|\bhomeless|\bpropert(?:y|ies)\b|\brefuges?\b|\bsafe[- ]?houses?\b|\bhotels?\b"
    r"|\bplaced? (?:in|outside|them|by|with)\b|\btenanc"
)

_ROWS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (Topic.CHARTER, (r"\bcharter\b",)),
    (
        Topic.LEAD_DEDICATION,
        (
            (
                r"employed specifically|on top of|other (?:\w+ )?(?:duties|responsibilities|work)"
                r"|full[- ]time|part[- ]time"
                r"|\bsole(?:ly)?\b|dedicated (?:to|role)|(?:share|percentage|proportion) of (?:the|their) time"
            ),
            rf"{_LEAD}|\bduties\b",
        ),
    ),
    (Topic.LEAD_START, (r"\bwhat year\b|\bwhen (?:was|were|did)\b|\bhow long\b|\bsince when\b", _LEAD)),
    (Topic.LEAD_AUDIENCE, (r"children and adults|adults and children|\bwhich group\b|\bboth groups\b", _LEAD)),
    (
        Topic.LEAD_TEAM,
        (
            (
                r"(?:what|which) (?:team|department|service|directorate)|\bwhere (?:does|do|is"
                r"|are)\b[^?]*\b(?:sit|based|located)"
            ),
            _LEAD,
        ),
    ),
    (
        Topic.LEAD_CONTACT,
        (
            (
                r"\b(?:mailbox|inbox|e-?mail address|contact details|job titles?)\b|\bname (?:of )?(?:the |any "
                r"|your )?(?:\w+ )?"
                r"(?:officer|lead|person|manager|contact)|\bwho (?:is|leads|can be|should be|do we|would)\b"
                r"|\bwhere (?:should|can|do)\b[^?]*\b(?:send|write|report|contact)"
            ),
            rf"{_LEAD}|{_SLAVERY}|\breach|\bcontact",
        ),
    ),
    (
        Topic.LEAD_EXISTS,
        (
            r"\b(?:have|has|had|is there|are there|employs?|appoint\w*|designat\w*|which)\b",
            (
                r"\bleads?\b|\bsingle point of contact|\bpoints? of contact\b|\bspoc\b|\bco-?ordinators?\b"
                r"|\bchampions?\b|\baccountable\b"
                r"|\bdedicated (?:team|staff|post|officer|person)|\bpost that\b|\bofficers? (?:for|responsible|who)\b"
                r"|slavery (?:officer|post)"
            ),
        ),
    ),
    (Topic.FUNDING_AND_ACTIVITIES, (_MONEY, r"\bresources\b|\bactivities\b")),
    (Topic.FUNDING_OTHER, (_TRAINING, r"\bhow much\b|\bbudget|\bspen[dt]\b|\bcosts?\b|\bpaid\b")),
    (
        Topic.TRAINING_SURVIVOR_HOUSING,
        (_TRAINING, r"\bhousing\b|\baccommodation\b|\bhomeless", r"surviv|\brights?\b|victim"),
    ),
    (
        Topic.TRAINING_FIRST_RESPONDER,
        (_TRAINING, r"first responders?", r"\b(?:what|which|any|is there|do|does|provide)\b"),
    ),
    (Topic.TRAINING_UPTAKE, (_TRAINING, rf"{_COUNT}|\bcompletion rate|\bpercentage of (?:staff|employees)")),
    (
        Topic.TRAINING_GENERAL,
        (
            _TRAINING,
            (
                r"^\W*(?:(?:is|are) (?:any|there)|do(?:es)?\b|has\b|have\b"
                r"|what (?:\w+ ){0,3}training)[^?]*\b(?:offer|provid|deliver"
                r"|giv|receiv|train)"
            ),
        ),
    ),
    (
        Topic.TRAINING_CONTENT,
        (
            _TRAINING,
            (
                r"\bformats?\b|\bonline\b|\bin[- ]person\b|\bhow long does\b|\brunning time\b|\bduration\b"
                r"|\bmandatory\b"
                r"|\bcompulsory\b|\beligible\b|\bopen to\b|\bwho (?:delivers|provides|runs)\b"
                r"|\bwhich (?:of these )?(?:staff|subjects|forms)\b"
                r"|\bsubjects?\b|\bthemes?\b|\bslides\b|\bhand-?outs?\b|\bmaterials?\b|\bone form\b"
                r"|\bgeneral, or\b|\bcontents?\b"
                r"|\bwhat does (?:the|it)\b[^?]*\b(?:cover|contain|include)"
            ),
        ),
    ),
    (
        Topic.TRAINING_CONTENT,
        (
            (
                r"\bslides\b|\bhand-?outs?\b|\btraining materials?\b|\bdoes the content\b"
                r"|\bhow long does it last\b|\b(?:which|what) formats?\b"
                r"|\bcan every member\b|\bwhich of these subjects\b|\b(?:is it )?(?:compulsory|mandatory) (?:for"
                r"|and)\b|\bopen to agency\b"
                r"|\bwho delivers it\b|\brunning time\b"
            ),
        ),
    ),
    (Topic.TRAINING_GENERAL, (_TRAINING,)),
    (Topic.TRAINING_UPTAKE, (r"first responders?", _COUNT, r"\bstaff\b|\bpayroll\b|\bemployees\b|\bofficers\b")),
    (Topic.STATEMENT_PUBLISHED, (r"\bstatements?\b",)),
    (Topic.DUTY_TO_NOTIFY, (r"duty to notify|\bsection 52\b|\bMS1\b",)),
    (
        Topic.SUPPORT_COMMISSIONED,
        (
            r"\bcommission|\bsupport (?:services?|providers?|organisations?)\b",
            r"^(?:(?!how much|cost|spen[dt]|budget|value|price).)*$",
        ),
    ),
    (
        Topic.SUPPORT_COMMISSIONED,
        (
            _COUNT,
            (
                r"\bthe service support|\b(?:people|adults|victims|survivors)\b[^?]*\b(?:supported(?! or| accomm"
                r"| hous| lodg)|receiv\w+ support)"
            ),
        ),
    ),
    (
        Topic.FUNDING_OTHER,
        (
            _MONEY,
            (
                r"\bgrants?\b|\bcontracts?\b|\bbids?\b|\binterpret|\bcampaigns?\b|\bprevent|\bhomeless|\baccommodation\b|\bhotels?\b"
                r"|\bplacements?\b|\bposts?\b|\bsalar|\bspend expected|\bfunding expected|\bsame purpose\b|\bthose\b"
            ),
        ),
    ),
    (Topic.FUNDING_BY_YEAR, (_MONEY, rf"{_SLAVERY}|\bunaccompanied\b|\bUASC\b|\bthese funds\b|\bfunds\b")),
    (Topic.FUNDING_OTHER, (_MONEY,)),
    (
        Topic.SUPPLIER_CHECKS,
        (r"\bsuppliers?\b|\bcontractors?\b|\bsupply chains?\b|\btenders?\b|\bprocure|\bbidders?\b|\bcontracts?\b",),
    ),
    (
        Topic.STRATEGY_DOCUMENT,
        (r"\bstrateg(?:y|ies|ic)\b|\baction plans?\b|\bdelivery plans?\b|\bterms of reference\b",),
    ),
    (Topic.POLICY_POSITION, (r"\bpolic(?:y|ies)\b", _SLAVERY)),
    (Topic.POLICY_POSITION, (r"\bcorporate plan\b|\bcouncil plan\b|\bpriorit(?:y|ies)\b(?! need)",)),
    (
        Topic.AWARENESS_CAMPAIGN,
        (r"\bcampaigns?\b|raise (?:public )?awareness|\bposters?\b|\bpublicity\b|\bleaflets?\b",),
    ),
    (
        Topic.CHILDREN_MISSING,
        (r"\b(?:gone|go|went|still|been|are) missing\b|\bmissing (?:episodes?|children|from)\b|\babsent\b",),
    ),
    (Topic.CRIMINAL_EXPLOITATION, (r"county lines|criminal(?:ly)? exploit",)),
    (
        Topic.CHILDREN_TRAFFICKED,
        (
            _CHILD,
            r"\b(?:found|thought|identified|suspected|known)\b[^?]*(?:traffick|slaver)",
            r"^(?:(?!unaccompanied|UASC|missing).)*$",
        ),
    ),
    (Topic.CHILDREN_TRAFFICKED, (r"unaccompanied|\bUASC\b", r"\balso\b[^?]*(?:victim|traffick)")),
    (Topic.CHILDREN_UNACCOMPANIED, (r"unaccompanied|\bUASC\b|separated child",)),
    (Topic.NRM_BREAKDOWN, (rf"{_NRM}|\breferr", _DETAIL, r"^(?:(?!homeless|housing|priority need).)*$")),
    (Topic.CHILDREN_NON_UK, (r"not UK nationals?|non-?UK|foreign national|nationalit(?:y|ies)", _CHILD)),
    (Topic.HOUSING_PRIORITY_NEED, (r"priority need",)),
    (
        Topic.HOUSING_APPLICATIONS,
        (_HOMELESS, rf"{_COUNT}|\bapplications?\b|\bapplicants?\b|\bduty\b|\bassistance\b|\bhelp\b"),
    ),
    (Topic.HOUSING_APPLICATIONS, (_COUNT, r"\bapplied as homeless|\bhousing applicants?")),
    (
        Topic.CHILDREN_PLACEMENTS,
        (
            rf"{_CHILD}|\bthem\b",
            (
                r"\bplacements?\b|where they were first placed|\bfoster|\bchildren['’]?s? homes?\b"
                r"|\bsupported lodgings?\b"
                r"|\bsemi-supported\b|\blooked for\?"
            ),
        ),
    ),
    (Topic.CHILDREN_PLACEMENTS, (r"where they were first placed|looked for\?",)),
    (
        Topic.RECORDING_PRACTICE,
        (
            (
                r"\b(?:on|in) what system\b|\bhow (?:is|are|does|do)\b[^?]*\brecord|\bdo(?:es)? (?:you|your \w+"
                r"|the \w+) (?:\w+ )?(?:record|keep|collect|log|monitor)"
                r"|\b(?:recorded|retriev\w+|reportable) (?:in|on|centrally|separately)|\byearly total\b"
                r"|\bquality of\b[^?]*\bdata\b"
                r"|\badded to the record\b"
            ),
        ),
    ),
    (
        Topic.REFERRAL_PATHWAY,
        (
            (
                r"\bpathways?\b|\bprotocols?\b|\bprocedures?\b|\b(?:agreed )?routes?\b|\bprocess (?:for|do|does"
                r"|is)\b|\bwhat happens\b"
                r"|\bsteps\b[^?]*\b(?:taken|follow)|\bwhich teams? (?:complete|make|fill)"
            ),
        ),
    ),
    (
        Topic.ENFORCEMENT,
        (
            (
                r"\boffences?\b|\barrest|\bprosecut|\bcharges?\b|\bconvictions?\b|\binspect|\braids?\b"
                r"|\benforcement\b|\bclosure orders?\b"
                r"|\bcrime reports?\b|\ballegations?\b|\bin custody\b|\boperations?\b|\bcrimes?\b|\binvestigat"
                r"|\bwarrants?\b"
            ),
        ),
    ),
    (
        Topic.NRM_REFERRALS,
        (rf"{_NRM}|potential victims were referred|\bfirst responders?\b|\breferrals?\b|\breferred\b",),
    ),
    (Topic.CHILDREN_TRAFFICKED, (_CHILD, r"traffick|slaver|exploit")),
    (Topic.HOUSING_POLICY, (rf"{_HOUSING}|\bvulnerab|\bfirst interview\b",)),
    (
        Topic.PARTNERSHIP,
        (r"\bpartner(?:s|ships?)?\b|multi-?agency|\bnetworks?\b|\bgroups?\b|\bforums?\b|\bMARAC\b|\bmeetings?\b",),
    ),
    (Topic.RECORDING_PRACTICE, (r"\brecord(?:s|ed|ing)?\b",)),
    (Topic.POLICY_POSITION, (r"\bpolic(?:y|ies)\b",)),
)
_COMPILED = tuple(
    (topic, tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)) for topic, patterns in _ROWS
)
_GOES_ON = re.compile(r"\b(?:them|those|these|they|their|it|its|that|there|the same|had it|such)\b", re.IGNORECASE)


def topic_of(question: str) -> Topic | None:
    """The topic all of whose words a question holds; the narrower topics are tried first."""
    plain = " ".join(question.replace("’", "'").split())
    return next((topic for topic, patterns in _COMPILED if all(one.search(plain) for one in patterns)), None)


def goes_on(question: str) -> bool:
    """Whether a question speaks of what the one before it asked about: `How many of them …`."""
    return _GOES_ON.search(question) is not None
