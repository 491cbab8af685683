from collections.abc import Iterator

from foidata.rules import Fault, Within, rule
from foidata.standard.codes import Severity
from foidata.standard.facts import Post


@rule("FOI207", Severity.ERROR)
def same_as_nowhere(post: Post, within: Within) -> Iterator[Fault]:
    """A post is said to be the same as one that is not there.

    `same_as` keeps a post from being counted twice. When it points to nothing, the post is counted not at all.

    Example: the post under Q5 is the same as that of answer `1`, but answer `1` names no post.

    Fix: Name the other answer that first speaks of the post, or leave `same_as` out.
    """
    if post.same_as is None:
        return
    target = next((answer for answer in within.response.answers if answer.id == post.same_as), None)
    if target is None or not target.posts:
        missing = "does not exist" if target is None else "names no post"
        yield Fault(
            ("same_as",), f"The post is the same as that of answer {post.same_as}, which {missing}.", post.same_as
        )
    elif target is within.answer:
        yield Fault(("same_as",), "The post is said to be the same as one of its own answer.", post.same_as)
