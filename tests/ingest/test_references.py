"""References to other letters: each form, and what is none."""

import pytest

from ingest.pointing.references import references


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kamerstuk 32 317, nr. 974", ["kst-32317-974"]),
        ("Kamerstukken II, 2025/26, 22112 nr. 4363", ["kst-22112-4363"]),
        ("Kamerstuk 36 410 XIV, nr. 9", ["kst-36410-XIV-9"]),
        ("21 501-02, nr. 2733", ["kst-21501-02-2733"]),
        ("Kamerstuk 22 112, 2962", ["kst-22112-2962"]),
        ("Kamerstuk 32 761 en 30 821, Nr. 152", ["kst-30821-152"]),
        ("Kamerstukken I 2022/23, 25 295, BM", ["kst-25295-BM"]),
        ("kst-36600-VII-1", ["kst-36600-VII-1"]),
        ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1314", ["ah-20232024-1314"]),
        ("Aanhangsel Handelingen II 2023/24, nr. 1314", ["ah-tk-20232024-1314"]),
        ("Aanhangsel van de Handelingen I, vergaderjaar 1999–2000, nr. 7", ["ah-ek-19992000-7"]),
        ("Aanhangsel Handelingen, vergaderjaar 2022–203, nr. 844", []),
        ("Aanhangsel Handelingen, vergaderjaar 2022–2024, nr. 844", []),
        ("de vragen (2026Z04651)", ["2026Z04651"]),
        ("(kenmerk 7268126)", ["kenmerk-7268126"]),
        ("mijn brief van 11 mei 2026 (kenmerk 7268126)", ["kenmerk-7268126"]),
        ("mijn brief van 11 mei 2026 zegt dat", ["brief-2026-05-11"]),
        ("de brief van de minister van 11 mei 2026", ["brief-2026-05-11"]),
        (
            "de brief van de minister van Asiel en Migratie van 11 mei 2026",
            ["brief-2026-05-11/minister van asiel en migratie"],
        ),
        ("mijn brief van 31 februari 2026", []),
        ("mijn brief van 11 mei jl.", []),
        ("de motie-Smit (Kamerstuk 19637, nr. 3358)", []),
        ("het amendement-Klaver c.s. (Kamerstuk 33 576, nr. 298)", []),
        ("de motie-Smit (Kamerstuk 19637, nr. 3358) en de brief (Kamerstuk 19637, nr. 3360)", ["kst-19637-3360"]),
        ("een bedrag van 12 345 euro", []),
        ("artikel 3, nr. 4", []),
    ],
)
def test_references_in_their_one_form(text: str, names: list[str]) -> None:
    found = references(f"Zie {text}.")
    assert [one.name for one in found] == names
    assert all(f"Zie {text}."[slice(*one.span)] in text for one in found)
