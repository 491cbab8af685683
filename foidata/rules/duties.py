"""Which services a question is about that only some authorities run."""

from collections.abc import Mapping
from types import MappingProxyType

from foidata.standard.codes import Topic
from foidata.standard.reference import Authority, authorities
from foidata.standard.response import Response

SOCIAL_CARE, HOUSING = "social care", "homelessness"

DUTIES: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.CHILDREN_TRAFFICKED: SOCIAL_CARE,
        Topic.CHILDREN_NON_UK: SOCIAL_CARE,
        Topic.CHILDREN_UNACCOMPANIED: SOCIAL_CARE,
        Topic.CHILDREN_MISSING: SOCIAL_CARE,
        Topic.CHILDREN_PLACEMENTS: SOCIAL_CARE,
        Topic.HOUSING_APPLICATIONS: HOUSING,
        Topic.HOUSING_PRIORITY_NEED: HOUSING,
    }
)
"""The topics that are about one service alone."""


_NO_COUNCILS = ("combined_authority", "combined_county_authority", "strategic_regional_authority")


def runs(authority: Authority, duty: str) -> bool:
    """Whether an authority runs a service."""
    return {SOCIAL_CARE: authority.social_care, HOUSING: authority.housing}[duty]


def council_of(response: Response) -> Authority | None:
    """The council of the register that replied; none for a body above councils, whose duties are others."""
    found = authorities().get(response.authority.id or "") if response.authority else None
    return None if found is None or found.type in _NO_COUNCILS else found
