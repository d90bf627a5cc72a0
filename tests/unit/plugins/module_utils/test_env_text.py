"""Any value comes back from both readers as it was, or is refused by name."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import dotenv
import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._env_text import environment_file
from hypothesis import example, given
from hypothesis import strategies as st

SECRET = "sk-never-shown"  # noqa: S105 - a test's own

NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,8}", fullmatch=True)
AWKWARD = st.text(alphabet="\\\"'$`%#=;\n\t \r\0x{}é\x07\x7f\u2028", max_size=12)


def systemd_reads(text: str) -> dict[str, str]:
    """What EnvironmentFile= makes of the text; see systemd.exec(5): double quotes, POSIX escapes, several lines."""
    found: dict[str, str] = {}
    rest = text
    while rest:
        name, _equals, rest = rest.partition("=")
        assert rest.startswith('"'), "only quoted values are written"
        value, position = "", 1
        while rest[position] != '"':
            if rest[position] == "\\":
                position += 1
                escaped = rest[position]
                value += "" if escaped == "\n" else escaped if escaped in '"\\`$' else f"\\{escaped}"
            else:
                value += rest[position]
            position += 1
        assert rest[position + 1] == "\n", "nothing follows the closing quote"
        rest = rest[position + 2 :]
        found[name] = value
    return found


def dotenv_reads(text: str) -> dict[str, str | None]:
    """What the gateway makes of a file with the text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "service.env")
        path.write_bytes(text.encode())
        return dict(dotenv.dotenv_values(path, interpolate=False))


@given(st.dictionaries(NAMES, st.text() | AWKWARD, max_size=4))
@example({"A": 'say "hi"', "B": "C:\\new\\table", "C": "a\\\nb", "D": "${HOME} $(id) `id` %n 100%"})
@example({"A": " leading and trailing ", "B": "two\nlines\n", "C": "#no comment", "D": "", "E": "é\U0001f600"})
@example({"A": '\\"', "B": "'", "C": "\x07\x1b\x7f", "D": "export X=1"})
def test_both_readers_read_what_was_written(values: dict[str, str]) -> None:
    try:
        text = environment_file(values)
    except ValueError as refused:
        (name,) = [name for name in values if str(refused).startswith(f"the value of {name} ")]
        unreadable = any(code in "\0\r\ufeff" or ord(code) > 0xD7FF for code in values[name])
        assert unreadable or values[name].endswith("\\"), "refused without need"
    else:
        assert systemd_reads(text) == values
        assert dotenv_reads(text) == values


@pytest.mark.parametrize(
    "value", ["\0", "a\rb", "a\r\nb", "\ud800", "\ufdd0", "\ufffe", "\U0010ffff", "\ufeff", "ends with \\"]
)
def test_what_one_of_both_cannot_read_is_refused_by_name(value: str) -> None:
    with pytest.raises(ValueError, match=r"^the value of API_KEY ") as refused:
        environment_file({"API_KEY": f"{SECRET}{value}"})
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    ("value", "kind"), [(None, "missing"), ([SECRET], "a collection"), ({"a": SECRET}, "a collection")]
)
def test_what_is_no_text_is_refused(value: object, kind: str) -> None:
    with pytest.raises(ValueError, match=f"^the value of API_KEY is {kind}, not text$"):
        environment_file({"API_KEY": value})


@pytest.mark.parametrize("name", ["", "1A", "A-B", "A B", "A=B", "A\n", "É", "A.B"])
def test_a_name_that_no_variable_has(name: str) -> None:
    with pytest.raises(ValueError, match=r"is not a name for an environment variable$"):
        environment_file({name: SECRET})


def test_numbers_and_booleans_are_written_as_python_prints_them() -> None:
    assert environment_file({"A": 60, "B": True, "C": 0.5}) == 'A="60"\nB="True"\nC="0.5"\n'


def test_nothing_is_an_empty_file() -> None:
    assert environment_file({}) == ""


def test_the_order_is_kept() -> None:
    assert list(systemd_reads(environment_file({"B": "", "A": "", "C": ""}))) == ["B", "A", "C"]


def test_a_shell_sees_a_quoted_word() -> None:
    """The file is also one that an operator can read with ``set -a; . file``, as long as no value has a $ or `."""
    text = environment_file({"A": 'say "hi" \\ there'})
    shown = subprocess.run(  # noqa: S603 - a test's own text
        ["/bin/sh", "-c", f'{text}exec "$0" -c "import sys; print(sys.argv[1])" "$A"', sys.executable],
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == 'say "hi" \\ there\n'
