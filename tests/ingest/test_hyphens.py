"""Joining at line ends."""

import pytest

from ingest.lines.hyphens import Hyphens

TYPESET = Hyphens(
    [
        "De geanno-",
        "teerde agenda van de CCS-",
        "project en de WK-documenten",
        "zoals solidari-",
        "teit en zee met egel",
    ]
)
UNBROKEN = Hyphens(["het is zo dat een go-and-see-bezoek", "en een opt-", "out met niet-", "medewerking"])


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("De geanno-", "teerde agenda", "De geannoteerde agenda"),
        ("een CCS-", "project", "een CCS-project"),
        ("de GroenLinks-PvdA-", "fractie", "de GroenLinks-PvdA-fractie"),
        ("de GroenLinks-", "PvdA-fractie", "de GroenLinks-PvdA-fractie"),
        ("van WK-", "documenten", "van WK-documenten"),
        ("de asiel-", "en migratieketen", "de asiel- en migratieketen"),
        ("de controle-", "versus de uitvoeringstaak", "de controle- versus de uitvoeringstaak"),
        ("van hoog-", "naar laagopgeleid", "van hoog- naar laagopgeleid"),
        ("een ambte-", "naar", "een ambtenaar"),
        ("ST limité-", "documenten", "ST limité-documenten"),
        ("bij niet-", "nakomen", "bij niet-nakomen"),
        ("gedefini-", "eerde", "gedefinieerde"),
        ("een zee-", "egel", "een zee-egel"),
        ("de jaren 2025-", "2026", "de jaren 2025-2026"),
        ("lidstaten -", "juist ook", "lidstaten - juist ook"),
        ("gewoon", "verder", "gewoon verder"),
        ("https://x.nl/een-", "twee.html", "https://x.nl/een-twee.html"),
        ("emissie\u00ad", "factoren", "emissiefactoren"),
    ],
)
def test_in_a_typeset_letter(left: str, right: str, joined: str) -> None:
    assert TYPESET.join(left, right) == joined


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("een go-and-", "see-bezoek", "een go-and-see-bezoek"),
        ("een opt-", "out", "een opt-out"),
        ("de Pact-", "afspraken", "de Pact-afspraken"),
        ("op EU-", "niveau", "op EU-niveau"),
    ],
)
def test_in_a_letter_that_breaks_no_words(left: str, right: str, joined: str) -> None:
    assert not UNBROKEN.breaks_words
    assert UNBROKEN.join(left, right) == joined
