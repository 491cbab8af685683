import json

import pytest

from foidata.rules import catalogue as module
from foidata.rules import rules
from foidata.rules.catalogue import catalogue, explain


def test_the_catalogue_holds_every_rule_as_plain_json() -> None:
    written = json.loads(json.dumps(catalogue()))
    assert [entry["code"] for entry in written["rules"]] == [rule.code for rule in rules()]
    assert all(all(entry.values()) for entry in written["rules"])


@pytest.mark.parametrize("word", ["FOI214", "foi214", "cost-beside-not-applicable", "cost_beside_not_applicable"])
def test_a_rule_is_explained_by_code_or_name(word: str) -> None:
    page = explain(word)
    assert page.startswith("FOI214 cost-beside-not-applicable (warning, about the letter)")
    assert "Nothing to mend" in page


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(LookupError, match="did you mean cost-beside-not-applicable"):
        explain("cost-besides-not-aplicable")


def test_a_retired_code_leads_to_its_replacement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RETIRED", {"FOI299": "FOI214"})
    assert explain("foi299").startswith("FOI299 is out of use; FOI214 took its place.")


def test_a_retired_code_is_not_used_again_and_leads_to_a_rule() -> None:
    codes = {rule.code for rule in rules()}
    assert not codes & set(module.RETIRED)
    assert set(module.RETIRED.values()) <= codes
