"""Settings mean the same to the tool and to whoever reads their published schema."""

import json
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from pydantic import ValidationError

from foidata.publish.schemas import schema_of
from foidata.standard.configuration import Configuration

SCHEMA = schema_of(Configuration, "config.schema.json", "Settings")


@pytest.mark.parametrize(
    ("settings", "fine"),
    [
        ({"select": ["FOI2", "unknown-code"], "ignore": ["foi502"]}, True),
        ({"severity": {"FOI214": "info"}, "per_file": {"2015/*.json": ["FOI4"]}}, True),
        ({"severity": {}, "per_file": {"*": []}}, True),
        ({"level": "core", "fail_on": "never", "format": "concise", "most": 0, "today": "now"}, True),
        ({"for_publication": False, "waivers": "waivers.csv", "today": "2024-02-29"}, True),
        ({"select": "FOI2"}, False),
        ({"select": []}, False),
        ({"select": ["FOI2, FOI3"]}, False),
        ({"severity": {"FOI214": "fatal"}}, False),
        ({"severity": {"": "info"}}, False),
        ({"severity": ["FOI214"]}, False),
        ({"per_file": {"*.json": "FOI4"}}, False),
        ({"per_file": {"": ["FOI4"]}}, False),
        ({"level": "everything"}, False),
        ({"most": "5"}, False),
        ({"most": -1}, False),
        ({"today": "tomorrow"}, False),
        ({"today": "2023-02-29"}, False),
        ({"for_publication": "yes"}, False),
        ({"colour": True}, False),
    ],
)
def test_every_engine_says_the_same_of_settings(settings: dict[str, Any], *, fine: bool) -> None:
    try:
        ours = bool(Configuration.model_validate_json(json.dumps(settings), strict=True))
    except ValidationError:
        ours = False
    theirs = jsonschema.Draft202012Validator(SCHEMA), jsonschema_rs.Draft202012Validator(SCHEMA)
    assert [ours, *(one.is_valid(settings) for one in theirs)] == [fine] * 3
