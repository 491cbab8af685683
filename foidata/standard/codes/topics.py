"""What a question can be about."""

from foidata.standard.codelist import Codelist


class Topic(Codelist, also=("facts",)):
    """What a question is about. Questions are compared by topic, never by number."""

    LEAD_EXISTS = (
        "lead_exists",
        "Lead exists",
        "Whether the authority has a specialist lead or single point of contact.",
        "leads posts notes",
    )
    LEAD_TEAM = "lead_team", "Team of the lead", "Service or team where the lead sits.", "leads notes"
    LEAD_AUDIENCE = "lead_audience", "Whom the lead covers", "Adults, children or both.", "leads notes"
    LEAD_DEDICATION = (
        "lead_dedication",
        "Dedicated or added duty",
        "Whether the role is only for this or on top of other work.",
        "leads notes",
    )
    LEAD_START = "lead_start", "Start of the lead", "Year in which the role began.", "leads posts notes"
    LEAD_CONTACT = (
        "lead_contact",
        "Contact of the lead",
        "Who the lead is or how to reach them; a role or mailbox, never a name.",
        "leads notes",
    )
    FUNDING_BY_YEAR = (
        "funding_by_year",
        "Money by year",
        "Sums put into identifying and supporting victims, by period.",
        "funding activities posts notes",
    )
    FUNDING_AND_ACTIVITIES = (
        "funding_and_activities",
        "Money, resources and activities",
        "Budgets or any other resources for anti-trafficking work, and what was done with them.",
        "funding activities partnerships posts documents notes",
    )
    FUNDING_OTHER = (
        "funding_other",
        "Other money",
        "Sums for one named purpose: a training budget, a grant, a contract.",
        "funding activities notes",
    )
    TRAINING_FIRST_RESPONDER = (
        "training_first_responder",
        "First Responder training",
        "Training to make NRM referrals.",
        "training partnerships counts notes",
    )
    TRAINING_SURVIVOR_HOUSING = (
        "training_survivor_housing",
        "Survivor housing training",
        "Training on the housing rights of survivors.",
        "training counts notes",
    )
    TRAINING_GENERAL = (
        "training_general",
        "General training",
        "Training or awareness on modern slavery in general.",
        "training counts notes",
    )
    TRAINING_CONTENT = (
        "training_content",
        "What the training is like",
        "Scope, eligibility, format, duration, themes, materials.",
        "training claims documents notes",
    )
    TRAINING_UPTAKE = "training_uptake", "Numbers trained", "Staff trained, attendance, completion.", "counts notes"
    STRATEGY_DOCUMENT = (
        "strategy_document",
        "Strategy or plan",
        "A copy or the existence of a strategy, plan or terms of reference.",
        "documents claims partnerships notes",
    )
    POLICY_POSITION = (
        "policy_position",
        "Policy",
        "Whether and how modern slavery stands in policy or priorities.",
        "claims documents notes",
    )
    REFERRAL_PATHWAY = (
        "referral_pathway",
        "Referral pathway",
        "Agreed process for concerns and referrals.",
        "claims documents notes",
    )
    PARTNERSHIP = "partnership", "Partnerships", "Multi-agency groups and joint work.", "partnerships claims notes"
    NRM_REFERRALS = "nrm_referrals", "NRM referrals", "Referrals into the National Referral Mechanism.", "counts notes"
    NRM_BREAKDOWN = (
        "nrm_breakdown",
        "NRM referrals in detail",
        "By exploitation, nationality, sex, age, decision.",
        "counts notes",
    )
    DUTY_TO_NOTIFY = "duty_to_notify", "Duty to notify", "Reports under s.52 Modern Slavery Act.", "counts notes"
    RECORDING_PRACTICE = (
        "recording_practice",
        "Recording",
        "Whether figures are recorded and retrievable.",
        "claims notes",
    )
    STATEMENT_PUBLISHED = (
        "statement_published",
        "Modern slavery statement",
        "Whether a s.54 style statement is published, and where.",
        "claims documents notes",
    )
    SUPPLIER_CHECKS = (
        "supplier_checks",
        "Supplier checks",
        "Procurement clauses, due diligence, findings.",
        "claims counts documents notes",
    )
    CHARTER = "charter", "Charter", "Adoption of the Co-operative Party or another charter.", "claims documents notes"
    HOUSING_APPLICATIONS = (
        "housing_applications",
        "Homelessness applications",
        "Applications by people who may be victims.",
        "counts notes",
    )
    HOUSING_PRIORITY_NEED = (
        "housing_priority_need",
        "Priority need decisions",
        "Found or not found in priority need.",
        "counts notes",
    )
    HOUSING_POLICY = (
        "housing_policy",
        "Housing practice",
        "How survivors are asked about, assessed and placed.",
        "claims counts documents notes",
    )
    CHILDREN_TRAFFICKED = (
        "children_trafficked",
        "Trafficked children",
        "Children identified or suspected as trafficked.",
        "counts notes",
    )
    CHILDREN_NON_UK = "children_non_uk", "Nationality of children", "How many are not UK nationals.", "counts notes"
    CHILDREN_UNACCOMPANIED = (
        "children_unaccompanied",
        "Unaccompanied children",
        "Unaccompanied or separated children in care.",
        "counts notes",
    )
    CHILDREN_MISSING = "children_missing", "Missing children", "Children and episodes missing.", "counts notes"
    CHILDREN_PLACEMENTS = "children_placements", "Placements of children", "Where children were placed.", "counts notes"
    CRIMINAL_EXPLOITATION = (
        "criminal_exploitation",
        "Criminal exploitation",
        "County lines and other criminal exploitation.",
        "counts claims notes",
    )
    SUPPORT_COMMISSIONED = (
        "support_commissioned",
        "Commissioned support",
        "Contracts, grants or services for survivors, and how many used them.",
        "activities funding counts notes",
    )
    ENFORCEMENT = (
        "enforcement",
        "Inspection and disruption",
        "Inspections, investigations, prosecutions.",
        "counts activities notes",
    )
    AWARENESS_CAMPAIGN = "awareness_campaign", "Public awareness", "Campaigns and materials.", "activities notes"
    OTHER = "other", "Other", "None of these.", "claims counts documents activities notes"
