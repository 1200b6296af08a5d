import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from rag.errors import SettingError
from rag.models.model_folder import ModelFolder

ROOT = Path(__file__).parents[3]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
FIND = "import sys; from rag.models.model_folder import ModelFolder; print(ModelFolder.find(sys.argv[1]).fingerprint())"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files of a model, of which nothing can be run."""
    made = tmp_path / "model"
    (made / "1_Pooling").mkdir(parents=True)
    (made / "modules.json").write_text(json.dumps([{"path": "", "type": "T"}, {"path": "1_Pooling", "type": "P"}]))
    for name in ("config.json", "tokenizer.json", "1_Pooling/config.json", "config_sentence_transformers.json"):
        (made / name).write_text("{}")
    save_file({"rows": np.arange(2_000_000, dtype=np.float32)}, made / "model.safetensors")
    return made


def _print_of(folder: Path) -> str:
    return ModelFolder.find(str(folder)).fingerprint()


def test_a_folder_is_a_model_by_its_own_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    found = ModelFolder.find("model")
    assert (found.label, found.setting, found.path) == ("model", str(folder), folder)


@pytest.mark.parametrize(
    "name", ["config.json", "tokenizer.json", "1_Pooling/config.json", "config_sentence_transformers.json"]
)
def test_every_description_decides(folder: Path, name: str) -> None:
    before = _print_of(folder)
    (folder / name).write_text('{"other": 1}')
    assert _print_of(folder) != before


@pytest.mark.parametrize("name", ["README.md", "eval.json", ".cache/config.json", "openvino/config.json"])
def test_what_does_not_decide_does_not_count(folder: Path, name: str) -> None:
    before = _print_of(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("{}")
    assert _print_of(folder) == before
    assert _print_of(Path(shutil.copytree(folder, folder.with_name("elsewhere")))) == before


@pytest.mark.parametrize("part", [0, 100, 255])
def test_a_changed_stretch_of_the_weights_counts(folder: Path, part: int) -> None:
    before = _print_of(folder)
    weights = folder / "model.safetensors"
    content = bytearray(weights.read_bytes())
    stretch = len(content) // 256
    content[part * stretch : (part + 1) * stretch] = bytes(byte ^ 1 for byte in content[part * stretch :][:stretch])
    weights.write_bytes(content)
    assert _print_of(folder) != before
    assert ModelFolder.find(str(folder)).fingerprint("and prompts") != _print_of(folder)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"holds no sentence-transformers model \(modules.json is missing\)"):
        ModelFolder.find(str(tmp_path))


def test_weights_in_a_form_that_can_hold_code_are_refused(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(SettingError, match="no weights as safetensors"):
        ModelFolder.find(str(folder))


def test_a_damaged_description_is_named(folder: Path) -> None:
    (folder / "modules.json").write_text("{")
    with pytest.raises(SettingError, match=r"modules\.json cannot be read"):
        ModelFolder.find(str(folder)).fingerprint()


def _find_offline(home: Path, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, "HF_HOME": str(home), "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([sys.executable, "-c", FIND, name], env=given, cwd=home, capture_output=True, text=True)


def test_a_model_of_the_hub_is_taken_from_this_machine(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "hub" / "models--owner--model"
    (kept / "refs").mkdir(parents=True)
    (kept / "refs" / "main").write_text(COMMIT)
    shutil.copytree(folder, kept / "snapshots" / COMMIT)
    done = _find_offline(tmp_path, "owner/model")
    assert (done.stdout.strip(), done.stderr) == (_print_of(folder), "")


def test_a_model_of_the_hub_that_is_not_here_is_not_asked_for_offline(tmp_path: Path) -> None:
    done = _find_offline(tmp_path, "owner/model", HF_HUB_OFFLINE="1")
    assert "embedding owner/model: it is not on this machine and cannot be downloaded (HF_HUB_OFFLINE" in done.stderr
    assert "is downloaded" not in done.stderr


def test_a_download_is_told_before_and_its_failure_after(tmp_path: Path) -> None:
    done = _find_offline(tmp_path, "owner/model", HF_ENDPOINT="http://127.0.0.1:9", no_proxy="*", HF_HUB_OFFLINE="0")
    assert done.stderr.startswith("vraagbaak: embedding owner/model is not on this machine; it is downloaded")
    assert "SettingError: embedding owner/model: it is not on this machine and cannot be downloaded" in done.stderr
    assert "set embedding to the folder of a copy of it, or to shipped" in done.stderr
