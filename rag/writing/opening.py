"""Opening the language model that the settings name: any that LangChain's ``init_chat_model`` knows.

LangChain and a provider's package take seconds to import, so that happens when the first answer is to be written.
"""

import os
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from rag.errors import SettingError
from rag.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Message = tuple[Literal["system", "human"], str]
Speak = Callable[[Sequence[Message]], Generator[str, None, None]]
"""Asks a model: the pieces of its reply as they come. A piece may be empty, which is a sign of life."""

_KEY = "OPENAI_API_KEY"


def open_model(settings: Settings) -> Speak:
    """Return a way to ask the model that the settings name.

    Raises:
        SettingError: the model is not known, its package is not installed, or its key is missing.
    """
    model = _chat_model(settings)

    def speak(messages: Sequence[Message]) -> Generator[str, None, None]:
        from langsmith import tracing_context

        # Whatever the environment says of tracing: words go to the model that was set, and nowhere else.
        with tracing_context(enabled=False):
            for chunk in model.stream(list(messages)):
                yield str(chunk.text)

    return speak


def _chat_model(settings: Settings) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    try:
        opened: BaseChatModel = init_chat_model(**_arguments(settings))
    except ImportError as error:
        package = (error.msg or "").rpartition("pip install ")[2].strip("` .") or "its package"
        raise SettingError(
            f"The language model {settings.model} needs a package that is not installed; "
            f"install it with `pip install {package}`."
        ) from error
    except Exception as error:  # a provider's package may raise anything when it is set up
        raise SettingError(
            f"The language model {settings.model} cannot be opened ({_first_line(error)}); "
            "set `model` to PROVIDER:NAME, and the key in the provider's own variable."
        ) from error
    return opened


def _arguments(settings: Settings) -> dict[str, Any]:
    """Return what ``init_chat_model`` is called with; a model behind an address speaks as OpenAI's do."""
    patience = max(settings.model_first_token, settings.model_next_token)
    options: dict[str, Any] = {"temperature": 0, "timeout": patience, "max_retries": 0}
    if settings.model_url:
        options |= {"model_provider": "openai", "base_url": settings.model_url}
        if _KEY not in os.environ:
            options["api_key"] = "none"  # a server of one's own asks for no key, but the package does
        return options | {"model": settings.model.removeprefix("openai:")}
    if settings.model.startswith("ollama:"):
        options = {"temperature": 0, "num_ctx": settings.model_context, "client_kwargs": {"timeout": patience}}
    return options | {"model": settings.model}


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__).rstrip(".")
