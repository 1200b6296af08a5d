"""Training: texts that mean the same are drawn together, all others of the same batch apart."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer

from rag.training.material import Material, Terms
from rag.training.rehearsal import Example, Rehearsal
from rag.training.starting import starting_vectors
from rag.training.vocabulary import Counts, Stems, make_tokenizer

_BETAS: Final = (0.9, 0.99)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    ``scale`` multiplies the cosines before the softmax: low, since a text is only the sum of its words.
    """

    dimension: int = 256
    rounds: int = 6
    batch: int = 256
    rate: float = 2e-3
    scale: float = 8.0
    seed: int = 20260618


class SharedBag(torch.nn.Module):
    """Token vectors of which each is the sum of its own and that of its stem.

    What is learned from one form of a word reaches all its forms.
    """

    def __init__(self, vectors: NDArray[np.float64], stem_of: list[int]) -> None:
        super().__init__()
        self.own = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(vectors).float(), freeze=False)
        stems = torch.zeros(max(stem_of) + 1, vectors.shape[1])
        self.stem = torch.nn.EmbeddingBag.from_pretrained(stems, freeze=False)
        self.register_buffer("stem_of", torch.tensor(stem_of))

    def forward(self, ids: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
        """Return the mean vector of each text; ``offsets`` says where in ``ids`` each text starts."""
        mean: torch.Tensor = self.own(ids, offsets) + self.stem(self.get_buffer("stem_of")[ids], offsets)
        return mean

    def folded(self) -> NDArray[np.float32]:
        """Return one vector for each token."""
        rows: NDArray[np.float32] = (self.own.weight + self.stem.weight[self.get_buffer("stem_of")]).detach().numpy()
        return rows


class Lessons:
    """The examples of each round, in batches of one kind and in an order of chance."""

    def __init__(self, material: Material, counts: Counts, plan: Plan) -> None:
        self._chance = random.Random(plan.seed)
        self._material = material
        self._batch = plan.batch
        self._rehearsal = Rehearsal(material, counts, self._chance)

    def round(self) -> list[list[Example]]:
        """Return the batches of one round; made questions and choices among alternatives are new each time."""
        kinds: list[list[Example]] = [
            list(self._material.sentences),
            self._named(self._material.english_terms),
            self._named(self._material.everyday_terms),
            self._rehearsal.questions("en"),
            self._rehearsal.questions("nl"),
            [(pair.question, pair.answer) for pair in self._material.pairs],
        ]
        batches = [batch for examples in kinds for batch in self._batches(examples)]
        self._chance.shuffle(batches)
        return batches

    def _named(self, lists: tuple[Terms, ...]) -> list[Example]:
        return [(terms.term, self._chance.choices(terms.alternatives, _by_rank(terms))[0]) for terms in lists]

    def _batches(self, examples: list[Example]) -> list[list[Example]]:
        self._chance.shuffle(examples)
        parts = (examples[start : start + self._batch] for start in range(0, len(examples), self._batch))
        batches = [list({second: (first, second) for first, second in part}.values()) for part in parts]
        return [batch for batch in batches if len(batch) > 1]


def train(material: Material, plan: Plan, tell: Callable[[str], None]) -> tuple[Tokenizer, NDArray[np.float32]]:
    """Return the tokenizer and the vectors of its tokens; the same material and plan give the same ones.

    ``tell`` is given one line after each round.
    """
    torch.manual_seed(plan.seed)
    torch.set_num_threads(1)
    counts = Counts.of(material)
    tokenizer = make_tokenizer(counts.kept())
    start = starting_vectors(tokenizer, counts, material.english_terms, plan.dimension, plan.seed)
    bag = SharedBag(start, _stem_of(tokenizer, counts))
    lessons = Lessons(material, counts, plan)
    static = StaticEmbedding(tokenizer, embedding_dim=plan.dimension)
    static.add_module("embedding", bag)
    model = SentenceTransformer(modules=[static, Normalize()], device="cpu")
    _follow(lessons, model, plan, tell)
    vectors = bag.folded()
    vectors[0] = 0.0
    return tokenizer, vectors


def _follow(lessons: Lessons, model: SentenceTransformer, plan: Plan, tell: Callable[[str], None]) -> None:
    """Train through all rounds, the rate falling to nothing."""
    loss = MultipleNegativesRankingLoss(
        model, plan.scale, directions=("query_to_doc", "doc_to_query"), partition_mode="per_direction"
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=plan.rate, betas=_BETAS)
    for number in range(plan.rounds):
        batches = lessons.round()
        total = 0.0
        for place, batch in enumerate(batches):
            done = (number + place / len(batches)) / plan.rounds
            optimizer.param_groups[0]["lr"] = plan.rate * (1 - done)
            features = [model.preprocess([example[side] for example in batch]) for side in (0, 1)]
            value = loss(features, None)
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            total += value.item()
        tell(f"round {number + 1} of {plan.rounds}: mean loss {total / len(batches):.3f}")


def _stem_of(tokenizer: Tokenizer, counts: Counts) -> list[int]:
    """Return for each token the number of its stem."""
    stems = Stems(counts)
    numbers: dict[tuple[str, str], int] = {}
    tokens = (tokenizer.id_to_token(number) or "" for number in range(tokenizer.get_vocab_size()))
    return [numbers.setdefault(stems.own(token), len(numbers)) for token in tokens]


def _by_rank(terms: Terms) -> list[float]:
    return [1 / (1 + rank) for rank in range(len(terms.alternatives))]
