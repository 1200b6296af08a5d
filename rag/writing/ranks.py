"""Making the vocabulary that tokens are counted with: byte-pair merges of the letters that come with the project.

``python -m rag.writing.ranks`` writes ``rag/data/ranks.tiktoken``: one token a line in base64, in the order in which
tokens are merged, the 256 single bytes first.
"""

import base64
from collections.abc import Iterable, Iterator

from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

from rag.settings import home
from rag.writing.budget import PIECES, RANKS

SIZE = 700
"""Tokens, with the single bytes. One is 2.7 characters of these letters, and 2.4 of other ministries'; in a vocabulary
of 32,000 of a model that knows Dutch little it is 2.9 and 3.1."""


def ranks(texts: Iterable[str], size: int = SIZE) -> list[bytes]:
    """Return the tokens of some texts in the order in which they are merged."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PIECES), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=size, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    byte_of = {sign: byte for byte, sign in _signs(alphabet)}
    ordered = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    merged = [bytes(byte_of[sign] for sign in token) for token, _ in ordered if len(token) > 1]
    return [bytes([byte]) for byte in range(256)] + merged


def _signs(alphabet: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each byte with the sign that stands for it: those that print stand for themselves, the others follow."""
    own = {byte for byte in range(256) if chr(byte) in set(alphabet)}
    others = (byte for byte in range(256) if byte not in own)
    yield from ((byte, chr(byte)) for byte in own)
    yield from ((byte, chr(256 + n)) for n, byte in enumerate(others))


def letters() -> list[str]:
    """Return the letters that come with the project."""
    return [path.read_text(encoding="utf-8") for path in sorted((home() / "corpus").glob("*.txt"))]


if __name__ == "__main__":
    RANKS.write_bytes(b"".join(base64.b64encode(token) + b"\n" for token in ranks(letters())))
