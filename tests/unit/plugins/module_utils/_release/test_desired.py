"""The files that a release consists of."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release import content, desired

from tests.unit.plugins.module_utils.releases import LAYOUT, release


def test_address_brackets_ipv6() -> None:
    assert release(host="::1").address == "[::1]:4000"
    assert release().address == "127.0.0.1:4000"


@pytest.mark.parametrize(
    ("manager", "privileged", "owner", "secrets_owner"),
    [
        ("systemd", True, "root", "root"),
        ("supervisor", True, "root", "litellm"),
        ("supervisor", False, "litellm", "litellm"),
    ],
)
def test_who_owns_what(manager: str, privileged: bool, owner: str, secrets_owner: str) -> None:
    wanted = release(manager=manager, privileged=privileged)
    assert (wanted.owner, wanted.secrets_owner) == (owner, secrets_owner)
    assert {file.owner for file in content.slot_files(wanted, LAYOUT, 1)} == {owner}


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:4000"), ("::", "http://[::1]:4000"), ("0.0.0.0", "http://127.0.0.1:4000")],  # noqa: S104 - compared, not bound
)
def test_where_the_host_reaches_its_gateway(host: str, url: str) -> None:
    assert desired.client_url(host, 4000) == url
