import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.writing.drafting import Claim, drafted, visible

REPLY = (
    "<think>Eerst denken. [1]</think>\n## Kop\nOp 18 juni 2026 zei de minister iets [1]. Het kost 4,3 procent. [2]\n\n"
    "- Eerste punt [1][3]\n- Tweede punt, art. 3.106a [2], en meer [1]."
)


def _texts(reply: str) -> list[str]:
    return [one.text for one in drafted(reply, whole=True)]


def test_sentences_keep_their_marks_also_those_after_the_full_stop() -> None:
    assert _texts(REPLY) == [
        "Op 18 juni 2026 zei de minister iets [1].",
        "Het kost 4,3 procent. [2]",
        "Eerste punt [1][3]",
        "Tweede punt, art. 3.106a [2], en meer [1].",
    ]


def test_paragraphs_and_lists_are_kept() -> None:
    assert [one.lead for one in drafted(REPLY, whole=True)] == ["\n\n", " ", "\n- ", "\n- "]


def test_each_part_of_a_sentence_has_the_marks_that_follow_it() -> None:
    (sentence,) = drafted("Het een [1], en het ander [2] [3], maar niet alles.", whole=True)
    assert sentence.claims == (
        Claim("Het een", (1,), ","),
        Claim("en het ander", (2, 3), ","),
        Claim("maar niet alles.", (2, 3)),
    )


@pytest.mark.parametrize(
    ("mark", "numbers"),
    [
        ("[1]", (1,)),
        ("[1, 2]", (1, 2)),
        ("[2-4]", (2, 3, 4)),
        ("[bron 2]", (2,)),
        ("【3】", (3,)),
        ("[^1]", (1,)),
        ("[1][2]", (1, 2)),
    ],
)
def test_marks_are_read_in_the_forms_that_models_write(mark: str, numbers: tuple[int, ...]) -> None:
    (sentence,) = drafted(f"Zo is het {mark}.", whole=True)
    assert sentence.claims == (Claim("Zo is het", numbers, "."),)


def test_a_sentence_without_marks_has_no_numbers() -> None:
    (sentence,) = drafted("Zo is het.", whole=True)
    assert sentence.claims == (Claim("Zo is het.", ()),)


@pytest.mark.parametrize(
    "reply", ["<think>Hm.</think>Ja.", "Hm.</think>Ja.", "<thinking>Hm. <b></thinking>Ja.", "Ja.<think>Hm. Nog"]
)
def test_thoughts_are_not_visible(reply: str) -> None:
    assert visible(reply) == "Ja."


@given(st.integers(0, len(REPLY)))
def test_what_is_drafted_of_a_part_stays_so(length: int) -> None:
    part = REPLY[:length]
    if "</think>" in part:
        some, whole = drafted(part, whole=False), drafted(REPLY, whole=True)
        assert some == whole[: len(some)]
    else:
        assert not [one for one in drafted(part, whole=False) if "denken" not in one.text]


@given(st.text(st.sampled_from("ab .[]12-*#\n<>/think!?"), max_size=60))
def test_anything_can_be_drafted(reply: str) -> None:
    for sentence in drafted(reply, whole=True):
        assert sentence.text
        assert sentence.claims
