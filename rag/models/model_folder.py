"""The folder of an embedding model: found on this machine or downloaded from the hub, and told apart from others.

From the hub comes only what the model is made of, and never code: weights as safetensors, and as ONNX where there are.
"""

import hashlib
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rag.errors import SettingError

ONNX_FILE: Final = "onnx/model.onnx"

_DESCRIPTIONS: Final = ("modules.json", "config.json")
_PATTERNS: Final = ("*.json", "*.txt", "*.model", "*.safetensors", f"{ONNX_FILE}*")
_DECIDING: Final = ("modules.json", "*config.json", "config_sentence_transformers.json", "tokenizer.json")
_HUB_NAME: Final = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)

_SAMPLES: Final = 256
_SAMPLE: Final = 4096

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder that holds a sentence-transformers model.

    Attributes:
        label: what the model is called.
        setting: what to set to choose it: its name on the hub, or the path of its folder.
        path: the folder.
    """

    label: str
    setting: str
    path: Path

    @classmethod
    def find(cls, name: str) -> "ModelFolder":
        """Find a model by the path of its folder or by its name on the hub.

        Raises:
            SettingError: there is no such model, it cannot be downloaded, or a part of it is missing.
        """
        local = Path(name).expanduser()
        if name and local.is_dir():
            found = cls(local.resolve().name, str(local.resolve()), local.resolve())
        elif _HUB_NAME.fullmatch(name) and not name.startswith("."):
            found = cls(name, name, _from_hub(name))
        else:
            raise SettingError(
                f"embedding {name}: there is no such folder, and a model of the Hugging Face hub is named OWNER/NAME; "
                "set embedding to shipped, to the folder of a model, or to such a name."
            )
        found._check()
        return found

    def fingerprint(self, also: str = "") -> str:
        """Return a hash of what decides over the model's vectors, as hexadecimal digits.

        Descriptions and tokenizer count whole. Of weights the size counts, and blocks at places spread evenly over
        the file: training changes them nearly everywhere, and reading all of them would make every question wait.
        """
        digest = hashlib.sha256(also.encode())
        for path in sorted({*self._files(_DECIDING), *self._weights()}):
            try:
                digest.update(f"{path.relative_to(self.path).as_posix()} {path.stat().st_size}\n".encode())
                for part in _samples(path) if path.suffix in {".safetensors", ".onnx"} else [path.read_bytes()]:
                    digest.update(part)
            except OSError as error:
                raise SettingError(
                    f"embedding {self.setting}: {path} cannot be read ({error.strerror}); put the file back."
                ) from error
        return digest.hexdigest()

    def description(self, name: str) -> dict[str, Any]:
        """Return what a JSON file of the model says; nothing when there is no such file.

        Raises:
            SettingError: the file is damaged.
        """
        found = self._read(name)
        return found if isinstance(found, dict) else {}

    def modules(self) -> list[dict[str, Any]]:
        """Return what is said of the parts that a text goes through, in their order.

        Raises:
            SettingError: the file that says it is damaged.
        """
        found = self._read(_DESCRIPTIONS[0])
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def _read(self, name: str) -> object:
        try:
            found: object = json.loads((self.path / name).read_text(encoding="utf-8"))
            return found
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise SettingError(
                f"embedding {self.setting}: {self.path / name} cannot be read ({error}); put the file back."
            ) from error

    def _check(self) -> None:
        if not any((self.path / name).is_file() for name in _DESCRIPTIONS):
            raise SettingError(
                f"embedding {self.setting}: {self.path} holds no sentence-transformers model ({_DESCRIPTIONS[0]} is "
                "missing); set embedding to the folder that holds that file."
            )
        if not any(path.suffix == ".safetensors" for path in self._weights()):
            raise SettingError(
                f"embedding {self.setting}: {self.path} holds no weights as safetensors; only these are loaded. "
                "Save the model in that form, or choose another one."
            )

    def _weights(self) -> list[Path]:
        onnx = self.path / ONNX_FILE
        return [*self._files(("*.safetensors",)), *([onnx] if onnx.is_file() else [])]

    def _files(self, patterns: tuple[str, ...]) -> Iterator[Path]:
        """Yield the files of the model itself and of its modules, each module in a folder of its own."""
        for pattern in patterns:
            yield from self.path.glob(pattern)
            for folder in filter(None, (one.get("path") for one in self.modules())):
                yield from (self.path / str(folder)).glob(pattern)


def _samples(path: Path) -> Iterator[bytes]:
    step = max(path.stat().st_size // _SAMPLES, _SAMPLE)
    with path.open("rb") as file:
        for start in range(0, path.stat().st_size, step):
            file.seek(start)
            yield file.read(_SAMPLE)


def _from_hub(name: str) -> Path:
    """Return the folder of a model of the hub as it was downloaded; download it if it was not."""
    from huggingface_hub import constants, snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError, RepositoryNotFoundError

    # What the library's own client raises, whichever client that is.
    transport: type[Exception] = HfHubHTTPError.__bases__[0]
    try:
        return Path(snapshot_download(name, allow_patterns=list(_PATTERNS), local_files_only=True))
    except LocalEntryNotFoundError as error:
        if constants.HF_HUB_OFFLINE:
            raise _not_fetched(name, "HF_HUB_OFFLINE is set") from error
    except (HfHubHTTPError, OSError, ValueError) as error:
        raise _not_fetched(name, str(error)) from error
    _LOG.warning("vraagbaak: embedding %s is not on this machine; it is downloaded from huggingface.co, once.", name)
    try:
        return Path(snapshot_download(name, allow_patterns=list(_PATTERNS)))
    except RepositoryNotFoundError as error:
        raise _not_fetched(name, "the hub has no public model of that name") from error
    except LocalEntryNotFoundError as error:
        raise _not_fetched(name, "huggingface.co cannot be reached") from error
    except (transport, OSError, ValueError, RuntimeError) as error:
        raise _not_fetched(name, str(error).splitlines()[0] if str(error) else type(error).__name__) from error


def _not_fetched(name: str, cause: str) -> SettingError:
    return SettingError(
        f"embedding {name}: it is not on this machine and cannot be downloaded ({cause}); try again with a network, "
        "set embedding to the folder of a copy of it, or to shipped."
    )
