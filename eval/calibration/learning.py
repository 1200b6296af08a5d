"""Learning: the networks of :mod:`rag.answering.confidence`, trained on what was seen in many corpora."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from eval.calibration.corpora import Row
from rag.answering.confidence import POOLED, Network
from rag.answering.signs import OF_CONCEPT, OF_PLACE

Doubles = NDArray[np.float64]
Weights = dict[str, list[list[float]] | list[float]]

LETTERS_WEIGHT = 3.0
"""What a question about letters counts beside one about pairs, of which there are many more."""

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: widths of the layers, times through the rows, rows a step, highest rate, decay of the weights."""

    each: int = 8
    whole: int = 16
    rounds: int = 12
    batch: int = 256
    rate: float = 3e-3
    decay: float = 0.1
    networks: int = 4


class _Sets(nn.Module):
    """The network as torch trains it; :class:`rag.answering.confidence.Network` is the same without torch."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.concept1, self.concept2 = nn.Linear(len(OF_CONCEPT), plan.each), nn.Linear(plan.each, plan.each)
        self.whole1 = nn.Linear(2 * plan.each + len(OF_PLACE), plan.whole)
        self.whole2, self.direct = nn.Linear(plan.whole, 1), nn.Linear(len(OF_PLACE), 1)
        self.drop = nn.Dropout(0.1)

    def forward(self, concepts: Tensor, there: Tensor, place: Tensor) -> Tensor:
        """Return logits (rows,); ``concepts`` (rows, most, 10) are padded, ``there`` (rows, most) is 1 where not."""
        each = torch.relu(self.concept2(torch.relu(self.concept1(concepts)))) * there[..., None]
        joined = torch.cat([each.sum(1) / POOLED, each.amax(1), place], dim=1)
        found: Tensor = self.whole2(self.drop(torch.relu(self.whole1(joined)))) + self.direct(place)
        return found[:, 0]


class Lesson:
    """All rows as arrays, each sign brought to mean 0 and spread 1."""

    def __init__(self, rows: Sequence[Row]) -> None:
        most = max(len(row.signs.concepts) for row in rows)
        flat = np.concatenate([row.signs.concepts for row in rows])
        place = np.stack([row.signs.place for row in rows])
        self.scales = {
            "concept.mean": flat.mean(axis=0),
            "concept.spread": flat.std(axis=0) + 1e-6,
            "place.mean": place.mean(axis=0),
            "place.spread": place.std(axis=0) + 1e-6,
        }
        concepts = np.zeros((len(rows), most, len(OF_CONCEPT)), np.float32)
        there = np.zeros((len(rows), most), np.float32)
        for at, row in enumerate(rows):
            seen = (row.signs.concepts - self.scales["concept.mean"]) / self.scales["concept.spread"]
            concepts[at, : len(seen)], there[at, : len(seen)] = seen, 1
        self.concepts, self.there = torch.from_numpy(concepts), torch.from_numpy(there)
        self.place = torch.from_numpy((place - self.scales["place.mean"]) / self.scales["place.spread"])
        self.right = torch.tensor([float(row.right) for row in rows])
        self.weight = torch.tensor([LETTERS_WEIGHT if row.letters else 1.0 for row in rows])


def train(rows: Sequence[Row], plan: Plan | None = None) -> list[Weights]:
    """Return the weights of several networks, each from another start; the same rows give the same ones.

    What is barred teaches nothing.
    """
    plan = plan or Plan()
    lesson = Lesson([row for row in rows if not row.barred])
    return [_weights(_trained(lesson, plan, seed), lesson) for seed in range(plan.networks)]


def probabilities(weights: Sequence[Weights], rows: Sequence[Row]) -> Doubles:
    """Return for each row how likely it is, by these networks, that its place answers."""
    networks = [Network(one) for one in weights]
    logits = np.array([np.mean([one.logit(row.signs) for one in networks]) for row in rows])
    return np.where([row.barred for row in rows], 0.0, 1 / (1 + np.exp(-logits)))


def _trained(lesson: Lesson, plan: Plan, seed: int) -> _Sets:
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    network = _Sets(plan)
    optimizer = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    count = len(lesson.right)
    steps = plan.rounds * -(-count // plan.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.rate, total_steps=steps)
    for _ in range(plan.rounds):
        order = torch.randperm(count)
        for start in range(0, count, plan.batch):
            some = order[start : start + plan.batch]
            logits = network(lesson.concepts[some], lesson.there[some], lesson.place[some])
            losses = nn.functional.binary_cross_entropy_with_logits(logits, lesson.right[some], reduction="none")
            optimizer.zero_grad()
            torch.autograd.backward([(losses * lesson.weight[some]).mean()])
            optimizer.step()
            schedule.step()
    return network.eval()


def _weights(network: _Sets, lesson: Lesson) -> Weights:
    layers = {
        "concept.1": network.concept1,
        "concept.2": network.concept2,
        "whole.1": network.whole1,
        "whole.2": network.whole2,
        "direct": network.direct,
    }
    found: Weights = {name: _rounded(scale) for name, scale in lesson.scales.items()}
    for name, layer in layers.items():
        found[f"{name}.weight"] = _rounded(layer.weight.detach().numpy())
        found[f"{name}.bias"] = _rounded(layer.bias.detach().numpy())
    return found


def _rounded(values: NDArray[np.float32]) -> list[list[float]] | list[float]:
    rounded: list[list[float]] | list[float] = np.round(values.astype(np.float64), DIGITS).tolist()
    return rounded
