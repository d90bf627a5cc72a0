"""What PostgreSQL keeps of a password."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.passwords import is_of, kept

# Of the password, the salt and the rounds of the example in RFC 7677.
EXAMPLE = "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="


def test_it_is_what_the_standard_makes() -> None:
    assert is_of(EXAMPLE, "pencil")
    assert not is_of(EXAMPLE, "pencils")


def test_two_are_never_the_same() -> None:
    assert kept("pencil") != kept("pencil")
    assert is_of(kept("pencil"), "pencil")
    assert "pencil" not in kept("pencil")


@pytest.mark.parametrize("found", ["", "md5a6343a68d964ca596d9752250d54bb8a", "SCRAM-SHA-256$4096:?$a:b"])
def test_what_is_kept_in_another_way_is_of_no_password(found: str) -> None:
    assert not is_of(found, "pencil")
