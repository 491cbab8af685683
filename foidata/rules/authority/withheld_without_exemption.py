from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Judged, Severity


@rule("FOI310", Severity.WARNING, judges=Judged.LETTER)
def withheld_without_exemption(answer: Answer) -> Iterator[Fault]:
    """An answer is refused, and no provision of the law is cited for it.

    The acts require a refusal to name the exemption relied on. Without it the refusal cannot be compared or
    appealed.

    Example: "We are unable to provide this information" with status `withheld` and no section named.
    """
    cited = answer.exemptions or answer.cited_as or answer.refers_to
    if not cited and answer.status.matched("exemption_required") == "rule":
        message = f"{asked_under(answer)} is {answer.status.label.lower()}, but no provision is cited."
        words = next(((one.start, one.end) for one in answer.evidence), None)
        yield Fault(("status",), message, answer.status.value, letter=words)
