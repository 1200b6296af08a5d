import json
import random
import re
from pathlib import Path

import numpy as np
import pytest

from rag.errors import SettingError
from rag.models.embedding import SHIPPED_FOLDER, StaticModel, load_embedding
from rag.training.__main__ import main
from rag.training.figures import measure
from rag.training.learning import Lessons, Plan
from rag.training.material import Material, read_material
from rag.training.rehearsal import Rehearsal
from rag.training.shipping import ship
from rag.training.vocabulary import Counts, Stems, make_tokenizer, words

SHARED = Path(__file__).parents[2].parent / "shared"

SUBJECTS = [
    ("housing", "woningen", "huis", "De bouw van woningen duurt lang door trage vergunningen."),
    ("police", "politie", "agent", "De politie krijgt meer mensen in de wijken van de stad."),
    ("railway", "spoor", "trein", "Het spoor naar het noorden wordt later aangelegd dan gepland."),
    ("school", "school", "les", "Elke school krijgt geld voor gratis maaltijden van leerlingen."),
]


# So many common words that none of the subjects is taken for a function word.
COMMON = " ".join(f"gewoon{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(130))


def write_shared(folder: Path) -> Path:
    for name in ("parallel", "bench", "terms", "letters"):
        (folder / name).mkdir()
    write = {
        "parallel/all_train_en_nl.tsv": [f"the {en} works well\tde {nl} werkt goed" for en, nl, _, _ in SUBJECTS] * 2,
        "parallel/ntrex128_en_nl.tsv": [f"about the {en}\tover de {nl}" for en, nl, _, _ in SUBJECTS],
        "terms/en-nl.tsv": [f"{en}\t{nl}|{lay}" for en, nl, lay, _ in SUBJECTS],
        "terms/nl-nl.tsv": [f"{lay}\t{nl}" for _, nl, lay, _ in SUBJECTS],
        "letters/a.txt": [
            "Een lange alinea over de woningen en het spoor, die lang genoeg is om te tellen.",
            "",
            "kort",
            "",
            " ".join([COMMON] * 20),
        ],
        "bench/pairs.jsonl": [
            json.dumps({"id": f"p{n}", "vraag": f"Wat gebeurt er met {nl}?", "antwoord": text})
            for n, (_, nl, _, text) in enumerate(SUBJECTS)
        ],
        "bench/questions.jsonl": [
            json.dumps({"document": "d", "vraag": text})
            for text in ("Wat gebeurt er met woningen?", "Komt er meer politie bij de school?")
        ],
        "bench/dev_queries.jsonl": [json.dumps({"id": "p0", "en": "what about housing", "nl": "en de woningen"})],
    }
    for name, lines in write.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return write_shared(tmp_path)


@pytest.fixture
def material(shared: Path) -> Material:
    return read_material(shared, shared / "terms", shared / "letters")


def test_what_is_measured_with_is_not_learned_from(material: Material) -> None:
    assert [pair.id for pair in material.pairs] == ["p1", "p2", "p3"]
    assert material.questions == ("Komt er meer politie bij de school?",)


def test_material_is_read_once_and_whole(material: Material) -> None:
    assert len(material.sentences) == 4
    assert material.english_terms[0].alternatives == ("woningen", "huis")
    assert len(material.paragraphs) == 2


def test_a_missing_file_is_named(shared: Path) -> None:
    (shared / "bench" / "pairs.jsonl").unlink()
    with pytest.raises(SettingError, match=r"pairs\.jsonl cannot be read .*--shared"):
        read_material(shared, shared / "terms", shared / "letters")


def test_words_are_lower_case_without_accents_or_signs() -> None:
    assert words("Dé UNHCR-toegang, 1.000 keer!") == ["de", "unhcr", "toegang", "1", "000", "keer"]


def test_an_unseen_compound_is_cut_into_its_words() -> None:
    tokenizer = make_tokenizer({"boeren": 9, "boer": 9, "grond": 9, "en": 99, "verkeer": 3, "licht": 2, "re": 1})
    assert tokenizer.encode("boerengrond").tokens == ["boeren", "grond"]
    assert tokenizer.encode("Verkeerslicht").tokens == ["verkeer", "s", "licht"]
    assert tokenizer.encode("日本").tokens == ["日本"]
    assert set(tokenizer.encode("日本").ids) == {0}


def test_a_word_of_the_list_is_a_token_of_its_own(material: Material) -> None:
    tokenizer = make_tokenizer(Counts.of(material).kept())
    for english, dutch, lay, _ in SUBJECTS:
        assert tokenizer.encode(f"{english} {dutch} {lay}").tokens == [english, dutch, lay]


def test_a_word_has_the_stem_of_its_language(material: Material) -> None:
    stems = Stems(Counts.of(material))
    assert stems.own("woningen") == ("dutch", "woon")
    assert stems.own("housing") == ("english", "hous")


def test_made_questions_use_the_terms_of_a_user(material: Material) -> None:
    rehearsal = Rehearsal(material, Counts.of(material), random.Random(1))
    asked = [rehearsal.questions("en") for _ in range(20)]
    assert all(len(examples) <= 9 for examples in asked)
    found = {word for examples in asked for question, _ in examples for word in question.split()}
    assert {"police", "railway"} <= found
    everyday = {word for _ in range(20) for question, _ in rehearsal.questions("nl") for word in question.split()}
    assert {"agent", "trein"} <= everyday


def test_a_batch_has_no_text_to_find_twice(material: Material) -> None:
    lessons = Lessons(material, Counts.of(material), Plan(batch=64))
    for batch in lessons.round():
        found = [second for _, second in batch]
        assert len(found) == len(set(found)) > 1


def test_a_shipped_model_keeps_the_vectors_within_rounding(tmp_path: Path) -> None:
    tokenizer = make_tokenizer({"een": 5, "twee": 3})
    vectors = np.random.default_rng(0).standard_normal((tokenizer.get_vocab_size(), 16)).astype(np.float32)
    ship(tokenizer, vectors, tmp_path / "model")
    made = StaticModel(tmp_path / "model").vectors(["een twee"])[0]
    mean = vectors[tokenizer.encode("een twee").ids].mean(axis=0)
    assert float(made @ mean) / float(np.linalg.norm(mean)) > 0.999


def test_the_command_makes_the_same_model_twice(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for out in ("one", "two"):
        folders = ["--shared", str(shared), "--letters", str(shared / "letters"), "--terms", str(shared / "terms")]
        main([*folders, "--out", str(shared / out), "--rounds", "2"])
    one, two = (sorted((shared / out).iterdir()) for out in ("one", "two"))
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]
    printed = capsys.readouterr().out
    assert "round 2 of 2" in printed
    assert "English nDCG@10: " in printed
    assert StaticModel(shared / "one").name in (shared / "one" / "README.md").read_text(encoding="utf-8")


def test_figures_count_ranks_and_ties_against_the_model(shared: Path) -> None:
    figures = measure(lambda texts: np.ones((len(texts), 2), np.float32), shared)
    assert figures["English nDCG@10"] == pytest.approx(1 / np.log2(5))
    assert figures["Dutch recall@5"] == 1.0
    assert figures["English news sentence to its Dutch translation, first"] == 0.0


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data to measure with are not at hand")
def test_the_shipped_model_reaches_the_figures_of_its_card() -> None:
    card = (SHIPPED_FOLDER / "README.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| (.+) \| (0\.\d+) \|$", card, re.MULTILINE))
    for name, value in measure(load_embedding().vectors, SHARED).items():
        assert float(stated[name]) == pytest.approx(value, abs=0.003)
