"""Letter → Questionnaire: the questions that a letter repeats, as a draft to be checked."""

from collections import Counter

from foidata.documents.document import Document
from foidata.letters.convert import questionnaires
from foidata.letters.interpret import topic_of_passage
from foidata.letters.periods_asked import periods_asked
from foidata.letters.segment import segment
from foidata.standard.dataset import AskedQuestion, Questionnaire


def draft(document: Document, name: str, title: str) -> Questionnaire | None:
    """The questions of a letter as a questionnaire; none when it repeats no question.

    Topics are those of the nearest wording, so a person should look at each.
    """
    passages = segment(document, questionnaires()).passages
    seen: Counter[str] = Counter()
    questions = []
    for passage in passages:
        topic, _ = topic_of_passage(passage)
        slug = topic.value.replace("_", "-")
        seen[slug] += 1
        questions.append(
            AskedQuestion.make(
                id=slug if seen[slug] == 1 else f"{slug}-{seen[slug]}",
                number=passage.id,
                section=passage.section.text.strip(" :") if passage.section else None,
                text=passage.question.text,
                topic=topic,
                periods_asked=tuple(period for _, period in periods_asked(passage)),
            )
        )
    return Questionnaire.make(id=name, title=title, questions=tuple(questions)) if questions else None
