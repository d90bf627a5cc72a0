"""The filter with_texts, as templates call it."""

from __future__ import annotations

import pytest
from ansible.errors import AnsibleFilterError
from ansible_collections.llmops.litellm.plugins.filter.with_texts import FilterModule

COMPLETE = {"path": "/etc/litellm/note", "content": "from the host"}


def test_a_file_gets_the_text_that_it_names() -> None:
    files = [COMPLETE, {"path": "/etc/litellm/config.yaml", "source": "config"}]
    given = FilterModule().filters()["with_texts"](files, {"config": "model_list: []\n", "settings": ""})
    assert given == [COMPLETE, {"path": "/etc/litellm/config.yaml", "content": "model_list: []\n"}]


def test_names_without_a_text_are_named() -> None:
    files = [{"path": "/a", "source": "gateway/new.py"}, {"path": "/b", "source": "config"}]
    with pytest.raises(AnsibleFilterError, match=r"No text has the name config, gateway/new\.py"):
        FilterModule().filters()["with_texts"](files, {})
