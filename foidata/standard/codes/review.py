"""How far a reading can be trusted, and what is said of it."""

from foidata.standard.codelist import Codelist


class DoubtCode(Codelist):
    """Why a reading should be looked at by a person."""

    UNMATCHED_QUESTION = "unmatched_question", "Unmatched question", "No known question resembles this one."
    GUESSED_TOPIC = "guessed_topic", "Guessed topic", "The topic was recognised by wording only."
    UNCLEAR_STATUS = "unclear_status", "Unclear status", "Two statuses fit."
    UNASSIGNED_FIGURE = "unassigned_figure", "Unassigned figure", "A figure in the answer was not claimed."
    AMBIGUOUS_PERIOD = "ambiguous_period", "Ambiguous period", "The period could be read in two ways."
    POSITIONAL_VALUES = "positional_values", "Positional values", "Values are paired with periods by position only."
    SEVERAL_SERVICES = "several_services", "Several services", "Several services answer with different statuses."
    SHARED_ANSWER = "shared_answer", "Shared answer", "One answer serves several questions."
    NUMBERING_RESTARTS = "numbering_restarts", "Numbering restarts", "Question numbers restart or repeat."
    FLATTENED_TABLE = "flattened_table", "Flattened table", "A table was flattened and its cells re-paired."
    FIGURES_BESIDE_REFUSAL = (
        "figures_beside_refusal",
        "Figures beside refusal",
        "Figures stand beside not held or refused.",
    )
    UNCITED_REFUSAL = "uncited_refusal", "Uncited refusal", "A refusal cites no provision."
    WRONG_CITATION = "wrong_citation", "Wrong citation", "The cited provision does not exist or belongs to another law."
    LAW_ASSUMED = "law_assumed", "Law assumed", "The letter names no law."
    AUTHORITY_AMBIGUOUS = "authority_ambiguous", "Authority ambiguous", "The name fits several authorities or none."
    ATTACHMENT_UNREAD = "attachment_unread", "Attachment unread", "The answer is in an attachment that was not read."
    QUOTED_HISTORY = "quoted_history", "Quoted history", "Earlier correspondence is quoted and was left out."
    SUPERSEDED_FIGURES = "superseded_figures", "Superseded figures", "An earlier figure is corrected by this letter."
    NO_QUESTIONS_FOUND = "no_questions_found", "No questions found", "No question was found."
    MASKED_WORDS = "masked_words", "Masked words", "Personal words were masked."
    OCR = "ocr", "Ocr", "The text comes from character recognition."


class CodingState(Codelist):
    """How far a reading has been checked."""

    PROPOSED = "proposed", "Proposed", "Read by a program or a first coder."
    ACCEPTED = "accepted", "Accepted", "Checked and left as it was."
    CORRECTED = "corrected", "Corrected", "Checked and changed."
    REJECTED = "rejected", "Rejected", "Checked and found wrong; not to be used."
    DISPUTED = "disputed", "Disputed", "Two coders disagree."
    FINAL = "final", "Final", "Settled."


class Severity(Codelist):
    """How much a finding matters."""

    ERROR = "error", "Error", "The data does not follow the standard, or says something false about the letter."
    WARNING = "warning", "Warning", "Probably wrong, or easily misread."
    INFO = "info", "Note", "Worth knowing."


class FailOn(Codelist):
    """From which severity on findings make a check fail."""

    ERROR = "error", "Errors", "A check fails when there is an error."
    WARNING = "warning", "Warnings", "A check fails when there is an error or a warning."
    INFO = "info", "Notes", "A check fails when there is any finding."
    NEVER = "never", "Never", "A check never fails."


class Level(Codelist):
    """How much a check asks of data. Each level asks what the one before it asks, and more."""

    CORE = "core", "Core", "The file, the shape of its records, their consistency, authorities and law."
    FULL = "full", "Full", "Also evidence where there is any, quality, privacy and what publishing needs."
    EVIDENCE = "evidence", "Evidence", "Also that every answer, fact and field has evidence."

    def asks(self, other: "Level") -> bool:
        """Whether a check of this level asks what one of the other asks."""
        levels = list(Level)
        return levels.index(other) <= levels.index(self)


class Judged(Codelist):
    """What a finding is about."""

    DATA = "data", "The data", "Whoever made the data can mend it."
    LETTER = "letter", "The letter", "The authority wrote it so: nothing to mend."
