"""A set made of what people said of answers, for a person to read through before it is run.

An answer that was called right is kept as it was: its cited places are gold, and a no stays a no. Of one that was
called wrong only the question is known: it comes without gold, with what was said of it as a note, and the linter
asks for the rest. A question that was asked more than once is taken as it was judged last.
"""

from collections.abc import Mapping, Sequence

from eval.gold import gold_of
from eval.proposals import first_sentence
from eval.sets import Question
from rag.answer import Place
from rag.feedback import Feedback
from rag.indexing.passages import places
from rag.letter import Letter


def questions_of(feedback: Sequence[Feedback], letters: Sequence[Letter]) -> tuple[Question, ...]:
    """Return the questions, in the order in which they were first asked."""
    known = {place.key: place for letter in letters for place in places(letter)}
    last = {one.question: one for one in feedback}
    return tuple(_question(f"heard-{n:03d}", one, known) for n, one in enumerate(last.values(), 1))


def _question(name: str, heard: Feedback, known: Mapping[str, Place]) -> Question:
    if heard.verdict != "right":
        note = ": ".join(filter(None, (heard.verdict, heard.note)))
        return Question(name, heard.language, heard.question, "single", "answered", note=note)
    cited = [known[key] for key in dict.fromkeys(heard.cited) if key in known]
    if not cited:
        return Question(name, heard.language, heard.question, "near_topic", "not_found", note=heard.note)
    kind = "single" if len(cited) == 1 else "several"
    gold = tuple(map(gold_of, cited))
    quote = first_sentence(cited[0])
    return Question(name, heard.language, heard.question, kind, "answered", gold, quote, note=heard.note)
