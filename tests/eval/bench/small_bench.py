"""A bench of a few made-up pairs, for the tests of the bench."""

import json
from pathlib import Path

from eval.bench.material import PAIRS, QUERIES, Material, Pair, read_material

SUBJECTS = {
    "kade": ("Komt er een nieuwe kade in de haven?", "De kade wordt in 2027 gebouwd."),
    "brug": ("Wat kost de brug over de rivier?", "De brug kost 4 miljoen euro."),
    "huur": ("Gaat de huurprijs van woningen omhoog?", "Verhuurders mogen de huurprijs met 3 procent verhogen."),
    "trein": (
        "Rijdt er weer een nachttrein naar Wenen?",
        "De nachttrein rijdt sinds mei, meldt de spoorwegmaatschappij.",
    ),
    "bijen": (
        "Hoe gaat het met de wilde bijen?",
        "De bijensterfte neemt af, blijkt uit de Nationale Telling Bijen (NTB).",
    ),
    "school": ("Krijgen scholen meer geld?", "Basisscholen ontvangen extra bekostiging."),
}
ASKED = {
    "brug": ("How much does the bridge cost?", "Hoeveel miljoen kost de brug?"),
    "huur": ("Will the rent go up?", "Mag mijn huisbaas de huur verhogen?"),
    "trein": ("Is there a night train to Vienna?", "Gaat er een trein naar Wenen?"),
    "school": ("Do schools get more money?", "Krijgen basisscholen meer geld?"),
}
PAIRS_MADE = tuple(Pair(name, *words) for name, words in SUBJECTS.items())


def small_folder(folder: Path) -> Path:
    """Write the bench into a folder."""
    pairs = [{"id": one.id, "vraag": one.question, "antwoord": one.answer} for one in PAIRS_MADE]
    queries = [
        {"id": name, "en": english, "nl": dutch, "quote": SUBJECTS[name][1]} for name, (english, dutch) in ASKED.items()
    ]
    for name, records in ((PAIRS, pairs), (QUERIES, queries)):
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in records)
        (folder / name).write_text("".join(lines), encoding="utf-8")
    return folder


def small_material(folder: Path) -> Material:
    """Return the bench, read from a folder."""
    return read_material(small_folder(folder))
