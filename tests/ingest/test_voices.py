"""Voices: whether a sentence is the members' or the cabinet's."""

import pytest

from ingest.exchanges.voices import party_speaking, voice


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De leden van de VVD-fractie vragen of dat klopt.", "asks"),
        ("Ook vragen de leden van de fractie van het CDA wat dat kost.", "asks"),
        ("Met betrekking tot Frontex willen deze leden graag weten wat de inzet is.", "asks"),
        ("Door de leden van de SP-fractie wordt gevraagd naar de kosten.", "asks"),
        ("Er wordt door de leden van de VVD-fractie gevraagd naar de kosten.", "asks"),
        ("Kan de minister dit toelichten?", "asks"),
        ("De aan het woord zijnde leden verzoeken om een reactie.", "asks"),
        ("De leden van de VVD-fractie hebben kennisgenomen van de stukken.", "tells"),
        ("Deze leden maken zich zorgen over de grens.", "tells"),
        ("De fractieleden van de PVV constateren dat dit niet werkt.", "tells"),
        ("De leden van de VVD-fractie kan ik melden dat dit klopt.", "speaks"),
        ("Het kabinet deelt de zorg van de leden van de VVD-fractie.", "speaks"),
        ("Het kabinet wijst de leden van de VVD-fractie op de brief.", "speaks"),
        ("Ik dank de leden van de VVD-fractie voor hun vragen.", "speaks"),
        ("In antwoord op de vraag van de leden van de VVD-fractie is dit het geval.", "opens"),
        ("Met de leden van de NSC-fractie is de regering van mening dat dit nodig is.", "opens"),
        ("De leden van de Raad vragen om meer geld.", None),
        ("Dat is niet het geval.", None),
        ("De kosten zijn nog niet bekend.", None),
        ("1. De leden van de VVD-fractie vragen of dat klopt.", "asks"),
        ("2. Het kabinet deelt dit.", "speaks"),
    ],
)
def test_whose_words_a_sentence_is(sentence: str, expected: str | None) -> None:
    assert voice(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("De leden van de VVD-fractie vragen naar de motie van de leden van de SP-fractie.", "VVD"),
        ("De leden van de fractie van het CDA en de leden van de D66-fractie vragen dit.", "CDA en D66"),
        ("De leden van de fracties van GroenLinks-PvdA en D66 vragen dit.", "GroenLinks-PvdA en D66"),
        ("Deze leden vragen dit.", None),
    ],
)
def test_which_party_speaks(sentence: str, party: str | None) -> None:
    assert party_speaking(sentence) == party
