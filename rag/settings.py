"""Settings: one frozen object, filled from flags, the environment (``VRAAGBAAK_...``) or ``vraagbaak.toml``."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


def home() -> Path:
    """Return the folder that default paths start from: the checkout, or else the current folder."""
    checkout = Path(__file__).resolve().parents[1]
    return checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()


class Settings(BaseSettings):
    """Everything that a user can set; flags win over the environment, the environment over the file."""

    model_config = SettingsConfigDict(
        env_prefix="VRAAGBAAK_",
        toml_file=home() / "vraagbaak.toml",
        frozen=True,
        extra="forbid",
        protected_namespaces=(),
    )

    index: Path = Field(default_factory=lambda: home() / "index", description="folder of the store and its index")
    corpus: Path = Field(default_factory=lambda: home() / "corpus", description="folder of letters that ingest reads")
    inbox: Path = Field(default_factory=lambda: home() / "inbox", description="folder of letters added in the window")
    uploads: bool = Field(default=True, description="whether letters may be added and removed in the window")
    passwords: Path | None = Field(default=None, description="file of who may use the window, with their passwords")
    proxy_header: str | None = Field(
        default=None, description="header in which a proxy names who signed in with it; without it nobody gets in"
    )
    questions_a_minute: int = Field(
        default=30, ge=0, description="questions of one person at most, when the window is served to others; 0: any"
    )
    seconds_a_question: float = Field(
        default=120, ge=0, description="seconds that an answer in the window may take; 0: any"
    )
    log_questions: bool = Field(default=False, description="whether the log of the window tells what was asked")
    embedding: str = Field(
        default="shipped",
        description="embedding model: shipped, the folder of a sentence-transformers model, or one on the hub",
    )
    lexicon: Path | None = Field(
        default=None, description="folder of a lexicon of one's own: en-nl.tsv, nl-nl.tsv, or both"
    )

    model: str = Field(
        default="",
        description="language model that writes answers, as PROVIDER:NAME (ollama:llama3.1, openai:gpt-4.1); "
        "empty for none. Its key comes from the provider's own variable",
    )
    model_url: str = Field(
        default="",
        description="address of an OpenAI-compatible server that serves the model (http://localhost:8000/v1)",
    )
    model_context: int = Field(
        default=4096, ge=1024, description="tokens that the model takes in all: quotes, question and its reply"
    )
    model_first_token: float = Field(
        default=30.0, gt=0, description="seconds to wait for the first word of a language model"
    )
    model_next_token: float = Field(default=10.0, gt=0, description="seconds to wait for each next word")
    model_total: float = Field(default=90.0, gt=0, description="seconds for an answer of a language model in all")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: flags, environment, file."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
