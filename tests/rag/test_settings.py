from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_settings import SettingsConfigDict

from rag.settings import Settings, home


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings from outside."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"VRAAGBAAK_{name.upper()}", raising=False)


def _with_file(folder: Path, text: str) -> type[Settings]:
    (folder / "vraagbaak.toml").write_text(text, encoding="utf-8")

    class Here(Settings):
        model_config = SettingsConfigDict(toml_file=folder / "vraagbaak.toml")

    return Here


def test_paths_start_from_the_checkout(tmp_path: Path) -> None:
    assert (home() / "pyproject.toml").is_file()
    made = _with_file(tmp_path, "")()
    assert (made.index, made.corpus) == (home() / "index", home() / "corpus")


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = _with_file(tmp_path, 'index = "/from/file"\ncorpus = "/also/from/file"\n')
    assert here().index == Path("/from/file")
    monkeypatch.setenv("VRAAGBAAK_INDEX", "/from/environment")
    assert here().index == Path("/from/environment")
    assert here().corpus == Path("/also/from/file")


def test_a_flag_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VRAAGBAAK_INDEX", "/from/environment")
    assert Settings(index=tmp_path).index == tmp_path


def test_settings_do_not_change(tmp_path: Path) -> None:
    made = Settings(index=tmp_path)
    with pytest.raises(ValidationError, match="frozen"):
        made.index = tmp_path / "other"  # type: ignore[misc]


def test_an_unknown_setting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="indeks"):
        _with_file(tmp_path, 'indeks = "/typo"\n')()


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())
