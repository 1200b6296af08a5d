"""The model card: what the model is, what it learned from, what it reaches and what it cannot do."""

from pathlib import Path
from string import Template
from typing import Final

from rag.models.embedding import StaticModel
from rag.training.material import Material

_CARD: Final = Template("""\
---
language: [en, nl]
library_name: sentence-transformers
pipeline_tag: sentence-similarity
license: apache-2.0
---
# Embedding model for English and Dutch questions on Dutch letters

`$name`

A static model: the vector of a text is the mean of the vectors of its words, brought to length 1.
$tokens words and parts of words, $dimension dimensions, stored as eight-bit integers with one factor a word.
Without torch: `rag.models.embedding.load_embedding("shipped")`. With it: `SentenceTransformer("rag/data/model")`.
Both give the same vectors. No prompt is needed before a question or a passage.

## For what
To find, with a question in English or in everyday Dutch, the Dutch answer of a minister that answers it. It is
meant to stand next to a search by words. A text without any word that it knows has a vector of zeros.

## Data
| what | how much | origin and licence |
|---|---|---|
| English-Dutch sentence pairs | $sentences | Dutch government COVID-19 dashboard (EUPL-1.2), $others |
| English terms with Dutch ones | $english_terms | written for this project (`rag/data/en-nl.tsv`) |
| everyday Dutch terms with official ones | $everyday_terms | written for this project (`rag/data/nl-nl.tsv`) |
| questions of members of parliament with their answers | $pairs | official publications of the Dutch government |
| questions of members of parliament | $questions | official publications of the Dutch government |
| paragraphs of the letters in `corpus/` | $paragraphs | official publications of the Dutch government |

None of these texts is in the model: it holds words and numbers. From the Dutch texts questions are made by
putting English or everyday terms in the place of their rarer words.

## Training
`python -m rag.training --shared DIR`; it needs no GPU and uses one processor core. A word is a token when it is
in a term list or frequent enough; other words are cut into the fewest tokens. Dutch stems start in random
directions, English words between their translations. The loss is sentence-transformers'
`MultipleNegativesRankingLoss`, both ways, with the other texts of a batch as the wrong answers.
The same data give the same files on the same machine; other processors may round otherwise.

## Figures
Measured with the shipped files, without any other search beside them. The queries and the pairs that answer
them were not trained on; the other pairs, in which they are searched for as well, were.

| measure | value |
|---|---|
$figures

Queries are searched for among all pairs; a pair scores what the best of its question, its answer and both
together scores. The choices of training were made with these same queries, so expect somewhat less on others.

## Limits
- It does not know word order: "A sues B" and "B sues A" are the same to it, and negation hardly counts.
- A name that it never saw is cut into parts that mean nothing; a search by words finds such names better.
- Words of two languages that are written alike ("brand", "arts") share one vector.
- It knows the subjects of Dutch politics until 2026, and no languages but these two.
- Long texts blur: give it a question, an answer or a paragraph, not a whole letter.
""")

_OTHERS: Final = (
    "STS benchmark in Dutch (CC BY-SA 4.0 and mixed), SICK-NL (MIT), "
    "Universal Declaration of Human Rights (public domain)"
)


def write_card(folder: Path, model: StaticModel, material: Material, figures: dict[str, float]) -> None:
    """Write README.md into the model's folder."""
    text = _CARD.substitute(
        name=model.name,
        tokens=_grouped(model.tokens),
        dimension=model.dimension,
        others=_OTHERS,
        sentences=_grouped(len(material.sentences)),
        english_terms=_grouped(len(material.english_terms)),
        everyday_terms=_grouped(len(material.everyday_terms)),
        pairs=_grouped(len(material.pairs)),
        questions=_grouped(len(material.questions)),
        paragraphs=_grouped(len(material.paragraphs)),
        figures="\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items()),
    )
    (folder / "README.md").write_text(text, encoding="utf-8")


def _grouped(count: int) -> str:
    return f"{count:,}"
