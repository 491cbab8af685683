"""Quantities and periods."""

from foidata.standard.codelist import Codelist


class Qualifier(Codelist):
    """How exact a quantity is."""

    EXACT = "exact", "Exact", "The number itself."
    APPROXIMATE = (
        "approximate",
        "Approximate",
        "The number, called rough by the letter: about, around, approx., estimated.",
    )
    AT_LEAST = "at_least", "At least", "No less than the lower bound."
    AT_MOST = "at_most", "At most", "No more than the upper bound."
    RANGE = "range", "Range", "Between the two bounds, both included."


class PeriodKind(Codelist):
    """What kind of period it is. The bounds decide it, not the wording."""

    CALENDAR_YEAR = "calendar_year", "Calendar year", "1 January to 31 December."
    FINANCIAL_YEAR = "financial_year", "Financial year", "1 April to 31 March."
    ACADEMIC_YEAR = "academic_year", "Academic year", "1 September to 31 August."
    HALF_YEAR = "half_year", "Half year", "Six months that make half of a calendar or financial year."
    QUARTER = "quarter", "Quarter", "Three months that make a quarter of a calendar or financial year."
    MONTH = "month", "Month", "One calendar month."
    RANGE = "range", "Range", "From one day, month or year to another."
    DATE = "date", "Date", "One day: a state of things as at that day."
    OPEN = "open", "Open", "A period with only one end stated: since, or to date."


class Currency(Codelist):
    """The currency of an amount."""

    GBP = "GBP", "Pound sterling", "Pounds, pence as decimals."


class Basis(Codelist):
    """What span an amount covers."""

    TOTAL = "total", "Total", "The whole of the period given."
    PER_YEAR = "per_year", "Per year", "Each year of the period given."
    ONE_OFF = "one_off", "One-off", "Paid once."


class Nature(Codelist):
    """What kind of money it is."""

    ACTUAL = "actual", "Actual", "Spent."
    BUDGET = "budget", "Budget", "Set aside."
    FORECAST = "forecast", "Forecast", "Expected to be spent."
    GRANT = "grant", "Grant", "Given by somebody else for this."


class Dimension(Codelist):
    """By what a count is broken down."""

    SEX = "sex", "Sex", "Sex or gender."
    AGE_GROUP = "age_group", "Age group", "Age, or adult and child."
    NATIONALITY = "nationality", "Nationality", "Nationality or group of nationalities."
    EXPLOITATION = "exploitation", "Exploitation", "Kind of exploitation."
    DECISION = "decision", "Decision", "Decision of the National Referral Mechanism."
    SERVICE = "service", "Service", "Service or team."
    PLACEMENT = "placement", "Placement", "Kind of placement."
    CATEGORY_OF_NEED = "category_of_need", "Category of need", "Category of need or of priority."
    TRAINING = "training", "Training", "Course or kind of training."
    OTHER = "other", "Other", "None of these."
