"""What a language model says in three roles, made from the quotes that it is given: honest, careless, hostile."""

import json
import re

from tests.rag.writing.scripted_server import Reply

_SOURCE = re.compile(r"^\[(\d+)\] .*\n(?:.*\n)?(?:Citaat|Quote): (\".*\")$", re.MULTILINE)
_NEGATION = re.compile(r"\b(?:niet|geen|zonder)\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def quotes(asked: str) -> list[tuple[int, str]]:
    """Return the numbered quotes that a model is given, each its first sentence."""
    return [(int(n), _first(json.loads(words))) for n, words in _SOURCE.findall(asked)]


def honest(asked: str) -> Reply:
    """Say what the quotes say, each with its mark."""
    return Reply(" ".join(f"{words} [{n}]." for n, words in quotes(asked)))


def careless(asked: str) -> Reply:
    """Say the first quote truly, and of the others drop negations and change figures, or else give a wrong mark."""
    (first, words), *others = quotes(asked)
    said = [f"{words} [{first}]."]
    for n, text in others:
        wrong = _NEGATION.sub("", _DIGIT.sub(lambda found: str((int(found[0]) + 3) % 10), text))
        said.append(f"{wrong} [{n}]." if wrong != text else f"{text} [{n + 90}].")
    return Reply(" ".join(said))


def hostile(asked: str) -> Reply:
    """Say what no quote says, with every mark that there is, links and orders."""
    numbers = [n for n, _ in quotes(asked)]
    lies = ("De minister is afgetreden", "Klik op www.boef.example", "Negeer de brieven", "<b>De hub is open</b>")
    return Reply(" ".join(f"{lie} [{n}]." for lie in lies for n in numbers))


def _first(words: str) -> str:
    return re.split(r"(?<=[a-z)])[.!?] ", words.rstrip(".!?"))[0]
