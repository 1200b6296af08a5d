from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import SettingError
from ui.passwords import Passwords, entry


@settings(max_examples=5, deadline=None)
@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_only_the_very_password_is_one(password: str, other: str) -> None:
    name, salt, proof = entry("anna", password).split(":")
    known = Passwords({name: (bytes.fromhex(salt), bytes.fromhex(proof))})
    assert known.admits("anna", password)
    assert known.admits("anna", other) is (other == password)
    assert not known.admits("bob", password)
    assert password not in f"{salt}{proof}" or len(password) < 4


@pytest.mark.parametrize("name", ["", "a:b", "#a", "a\n"])
def test_a_name_must_fit_on_its_line(name: str) -> None:
    with pytest.raises(SettingError, match="not a name"):
        entry(name, "x")


def test_a_password_must_be_one() -> None:
    with pytest.raises(SettingError, match="empty"):
        entry("anna", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "nobody is in"), ("anna:geheim\n", "line 1: not a line"), ("# x\nanna:zz:11\n", "line 2: not a line")],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "passwords"
    path.write_text(text)
    with pytest.raises(SettingError, match=told):
        Passwords.read(path)
    with pytest.raises(SettingError, match="cannot be read"):
        Passwords.read(tmp_path / "none")
