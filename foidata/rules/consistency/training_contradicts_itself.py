from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Delivery, Severity, Status
from foidata.standard.facts import Training

_OWN = (Delivery.STANDALONE, Delivery.PART_OF_OTHER)


@rule("FOI251", Severity.WARNING)
def training_contradicts_itself(training: Training) -> Iterator[Fault]:
    """A training is given according to one field, and not given according to another.

    "No, but it is covered in our safeguarding course" is a yes with a reservation. A chart by `provided` and one by
    `delivery` would count the council on different sides.

    Example: `provided` is false and `delivery` is part_of_other.

    Fix: Covered inside another course is provided, part_of_other. Not given at all is not provided, with delivery none
    or without it.
    """
    if training.provided is False and (training.delivery in _OWN or training.duration_minutes or training.mandatory):
        how = training.delivery.value if training.delivery in _OWN and training.delivery else "described in detail"
        yield Fault(("provided",), f"The training is not provided, yet it is {how}.", "false")
    elif training.provided and training.delivery is Delivery.NONE:
        yield Fault(("delivery",), "The training is provided, yet its delivery is none.", training.delivery.value)
    elif training.provided and training.status is Status.NIL:
        yield Fault(("status",), "The training is provided, yet its status is nil.", training.status.value)
