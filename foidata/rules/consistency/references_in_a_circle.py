from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.circles import in_circles
from foidata.rules.words import asked_under
from foidata.standard.codes import Severity, Status
from foidata.standard.response import Response


@rule("FOI236", Severity.ERROR)
def references_in_a_circle(response: Response) -> Iterator[Fault]:
    """Answers that only refer to others, or posts that are the same as others, point round in a circle.

    Whoever follows them arrives nowhere: the answer is lost, and the post is counted not at all.

    Example: Q2 says "see Q3" and Q3 says "see Q2"; the post under Q1 is the same as that of Q5, and the post under Q5
    the same as that of Q1.

    Fix: Let one of them stand on its own: the answer or post that comes first. Where the letter itself goes round in
    a circle, use status unclear.
    """
    pointers: dict[str, tuple[str, ...]] = {}
    naming: dict[str, tuple[str, ...]] = {}
    for answer in response.answers:
        if answer.status is Status.SEE_OTHER_ANSWER:
            pointers[answer.id] = answer.refers_to
        if answer.posts and all(post.same_as for post in answer.posts):
            naming[answer.id] = tuple(post.same_as for post in answer.posts if post.same_as)
    lost, uncounted = in_circles(pointers), in_circles(naming)
    for at, answer in enumerate(response.answers):
        if answer.id in lost:
            message = (
                f"{asked_under(answer)} refers to {answer.refers_to[0]}, and the references lead round in a circle."
            )
            yield Fault(("answers", at, "refers_to"), message, answer.refers_to[0])
        if answer.id in uncounted:
            message = f"The post under {asked_under(answer)} is the same as one that leads back to it."
            yield Fault(("answers", at, "posts", 0, "same_as"), message, answer.posts[0].same_as)
