"""An assistant whose answers a language model writes, with its replies from a tape: a run with a model and no key."""

from collections.abc import Sequence

from eval.run import DEPTH, Answering
from eval.tape import Tape
from rag.answer import Answer, Hit
from rag.letter import Letter
from rag.settings import Settings
from rag.writing.patience import Patience
from rag.writing.writer import Writer


class Written:
    """Hands each answer of an assistant to the writer that the product has, which speaks by the tape."""

    def __init__(self, assistant: Answering, settings: Settings, tape: Tape) -> None:
        patience = Patience(settings.model_first_token, settings.model_next_token, settings.model_total)
        self._assistant = assistant
        self._writer = Writer(settings.model, lambda: tape.speak, patience, settings.model_context)

    def ask(self, question: str, *, talk: Sequence[Answer] = ()) -> Answer:
        """Answer a question and have the answer written."""
        answer = self._assistant.ask(question, talk=talk)
        *_, written = self._writer.write(answer.searched or question, answer.language, answer)
        return written

    def search(self, question: str, k: int = DEPTH) -> tuple[Hit, ...]:
        """Search as the assistant does."""
        return self._assistant.search(question, k)

    def letters(self) -> tuple[Letter, ...]:
        """Return the assistant's letters."""
        return self._assistant.letters()
