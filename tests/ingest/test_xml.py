"""Official XML: the schemas, what the metadata state, and XML that is hostile or of another kind."""

import json
from pathlib import Path

import pytest
from lxml import etree

from rag.errors import LetterError
from rag.letter import Letter
from tests.ingest.exact_pairs import pairs
from tests.ingest.one_letter import read_letter

SHARED = Path(__file__).parents[2].parent / "shared" / "letters" / "op-xml"
META = (
    '<metadata><meta name="OVERHEIDop.vergaderjaar" content="2023-2024"/>'
    '<meta name="DC.identifier" content="ah-tk-20232024-1314"/>'
    '<meta name="DCTERMS.issued" content="2024-03-25"/><meta name="OVERHEIDop.indiener" content="A. Vraagsteller"/>'
    '<meta name="OVERHEIDop.ontvanger" content="B. Antwoorder"/></metadata>'
)
PAIR = (
    "<vraag><nr>Vraag 1</nr><al>Is dit zo?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al><al>Zeker.</al>"
    "</antwoord>"
)


def read(xml: str, source: str = "a.xml") -> Letter:
    return read_letter(xml.encode(), source)


def questions(inner: str, meta: str = META) -> Letter:
    return read(f"<officiele-publicatie>{meta}<kamervragen>{inner}</kamervragen></officiele-publicatie>")


def test_the_new_schema() -> None:
    letter = questions(PAIR)
    assert pairs(letter) == [(("1",), "Is dit zo?", "Ja.\n\nZeker.")]
    assert (letter.id, letter.kind, letter.chamber) == ("ah-tk-20232024-1314", "answers", "Tweede Kamer")
    assert letter.citation == "Aanhangsel Handelingen II 2023/24, nr. 1314"


def test_metadata_fill_what_the_text_does_not_say() -> None:
    letter = questions(PAIR)
    assert (letter.date, letter.submitted) == ("2024-03-25", None)
    assert [(asker.name, asker.party) for asker in letter.askers] == [("A. Vraagsteller", None)]
    assert [minister.name for minister in letter.ministers] == ["B. Antwoorder"]


def test_the_description_says_more_than_the_metadata() -> None:
    letter = questions(
        "<kamervraagkop><tekstregel>Vergaderjaar 2023-2024</tekstregel></kamervraagkop>"
        "<kamervraagnummer>1314</kamervraagnummer>"
        '<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Mutluer</achternaam></naam> '
        "(GroenLinks-PvdA) aan de Minister van Justitie en Veiligheid over <kamervraagonderwerp>zaken"
        '</kamervraagonderwerp> (ingezonden <datum isodata="2024-03-06">6 maart 2024</datum>).'
        '</kamervraagomschrijving><kamervraagomschrijving type="antwoord">Antwoord van Minister Jansen (Justitie en '
        'Veiligheid) (ontvangen <datum isodata="2024-03-22">22 maart 2024</datum>).</kamervraagomschrijving>' + PAIR
    )
    assert (letter.date, letter.submitted) == ("2024-03-22", "2024-03-06")
    assert [(asker.name, asker.party) for asker in letter.askers] == [("Mutluer", "GroenLinks-PvdA")]
    assert [str(minister) for minister in letter.ministers] == ["Jansen, minister van Justitie en Veiligheid"]
    assert letter.title == "Antwoord op vragen van het lid Mutluer (GroenLinks-PvdA) over zaken"
    assert "1314" not in letter.text


def test_the_head_names_the_letter_where_metadata_are_missing() -> None:
    head = (
        '<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel></kamervraagkop>'
        "<kamervraagnummer>1314</kamervraagnummer>"
    )
    assert questions(head + PAIR, meta="").id == "ah-tk-20232024-1314"


def test_the_old_schema() -> None:
    letter = read(
        "<officiele-publicatie><kamervragen><body><vragen><vraagnummer>12</vraagnummer>"
        "<vraag><nummer>1</nummer><al>Wat?</al></vraag><vraag><nummer>2.</nummer><al>Hoe?</al></vraag></vragen>"
        "<reactie><antwoord><nummer>1</nummer><al>Dit.</al></antwoord><antwoord><nummer>2.</nummer><al>Zo.</al>"
        "</antwoord></reactie></body></kamervragen></officiele-publicatie>"
    )
    assert pairs(letter) == [(("1",), "Wat?", "Dit."), (("2",), "Hoe?", "Zo.")]


def test_answers_without_numbers_stand_in_the_order_of_their_questions() -> None:
    letter = questions(
        "<vraag><nr>Vraag 1</nr><al>Wat?</al></vraag><vraag><nr>Vraag 2</nr><al>Hoe?</al></vraag>"
        "<antwoord><al>Dit.</al></antwoord><antwoord><al>Zo.</al></antwoord>"
    )
    assert pairs(letter) == [(("1",), "Wat?", "Dit."), (("2",), "Hoe?", "Zo.")]


def test_a_heading_inside_the_first_paragraph() -> None:
    letter = questions(
        "<vraag><al>Vraag 1</al><al>Wat?</al></vraag><antwoord><al>Antwoord 1</al><al>Dit.</al></antwoord>"
    )
    assert pairs(letter) == [(("1",), "Wat?", "Dit.")]


def test_questions_that_share_an_answer() -> None:
    letter = questions(
        "<vraag><nr>Vraag 2</nr><al>Wat?</al></vraag><vraag><nr>Vraag 4</nr><al>Hoe?</al></vraag>"
        "<antwoord><nr>Antwoord 2 en 4</nr><al>Zo.</al></antwoord>"
    )
    assert pairs(letter) == [(("2", "4"), "Wat?\n\nHoe?", "Zo.")]


def test_notes_are_kept_apart() -> None:
    letter = questions(
        '<vraag><nr>Vraag 1</nr><al>Kent u het bericht?<noot type="voet"><noot.nr>1</noot.nr><noot.al>Een krant.'
        "</noot.al></noot> Zo ja?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>"
    )
    assert pairs(letter) == [(("1",), "Kent u het bericht? Zo ja?", "Ja.")]
    (note,) = letter.notes
    assert (note.mark, note.text) == ("1", "Een krant.")
    assert note.at is not None
    assert letter.text[: note.at].endswith("bericht?")


def test_lists_tables_and_emphasis_keep_their_words() -> None:
    letter = questions(
        "<vraag><nr>Vraag 1</nr><al>Wat?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Dit <nadruk>is</nadruk>, zie "
        "<extref>36 410, nr. 72</extref>:</al><lijst><li><li.nr>a.</li.nr><al>een;</al></li><li><li.nr>b.</li.nr>"
        "<al>twee.</al></li></lijst><table><tgroup><tbody><row><entry><al>2023</al></entry><entry><al>7</al></entry>"
        "</row></tbody></tgroup></table></antwoord>"
    )
    assert " ".join(pairs(letter)[0][2].split()) == "Dit is, zie 36 410, nr. 72: a. een; b. twee. 2023 | 7"


def test_a_remark_is_no_part_of_the_last_answer() -> None:
    letter = questions(PAIR + "<kamervraagopmerking><al>Deze vragen vullen andere aan.</al></kamervraagopmerking>")
    assert pairs(letter) == [(("1",), "Is dit zo?", "Ja.\n\nZeker.")]
    assert "Deze vragen vullen andere aan." in letter.text


def test_a_parliamentary_paper() -> None:
    letter = read(
        '<officiele-publicatie><kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2025-2026'
        '</tekstregel><tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel></kamerstukkop>'
        "<dossier><dossiernummer><dossiernr>32 317</dossiernr></dossiernummer><titel>JBZ-Raad</titel></dossier>"
        "<stuk><stuknr>Nr. <ondernummer>974</ondernummer></stuknr><titel>VERSLAG VAN EEN SCHRIFTELIJK OVERLEG</titel>"
        '<datumtekst>Vastgesteld <datum isodatum="2025-10-08">8 oktober 2025</datum></datumtekst><algemeen>'
        "<vrije-tekst><tekst><tussenkop>Vragen en opmerkingen van de leden van de PVV-fractie</tussenkop>"
        "<al>De leden van de PVV-fractie vragen wat de minister doet?</al><tussenkop>Antwoord</tussenkop><al>Veel.</al>"
        "<tussenkop>Vragen en opmerkingen van de leden van de SP-fractie</tussenkop><al>Hoe gaat dat?</al>"
        "<tussenkop>Antwoord</tussenkop><al>Zo.</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk>"
        "</officiele-publicatie>"
    )
    assert (letter.id, letter.kind, letter.date) == ("kst-32317-974", "consultation", "2025-10-08")
    assert letter.citation == "Kamerstukken II 2025/26, 32 317, nr. 974"
    assert [(one.party, letter.at(one.answer_span)) for one in letter.exchanges] == [("PVV", "Veel."), ("SP", "Zo.")]


LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "ha"}">' for at in range(10))
HOSTILE = {
    "entities": f"<!DOCTYPE a [{LAUGHS}]><officiele-publicatie><al>&l9;</al></officiele-publicatie>",
    "refers": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><kamervragen><al>&x;</al></kamervragen>',
    "parameters": '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><kamervragen/>',
    "unknown": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><kamervragen><al>&eigen;</al></kamervragen>',
    "deep": "<kamervragen>" + "<al>" * 100_000 + "</al>" * 100_000 + "</kamervragen>",
    "cut off": "<officiele-publicatie><kamervragen><vraag><nr>Vraag 1</nr><al>Wat",
    "another kind": "<rss><channel><al>Vraag 1</al></channel></rss>",
    "no text": "<officiele-publicatie><kamervragen><vraag/></kamervragen><al/></officiele-publicatie>",
    "empty": " \n",
    "no XML": "Vraag 1\nWat?",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_or_foreign_xml_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(LetterError, match=r"^a\.xml: [^\n]{20,250}$"):
        read(HOSTILE[name])


def test_a_wrong_encoding_is_named() -> None:
    body = f"<kamervragen><al>Eén café.</al>{PAIR}</kamervragen>"
    with pytest.raises(LetterError, match="encoding"):
        read_letter(f'<?xml version="1.0" encoding="UTF-8"?>{body}'.encode("cp1252"), "a.xml")
    with pytest.raises(LetterError, match="encoding"):
        read_letter(f'<?xml version="1.0" encoding="x-geen"?>{body}'.encode(), "a.xml")
    for name in ("cp1252", "utf-16", "iso-8859-1"):
        letter = read_letter(f'<?xml version="1.0" encoding="{name}"?>{body}'.encode(name), "a.xml")
        assert "Eén café." in letter.text


def test_references_to_known_characters_are_read_without_a_dtd() -> None:
    letter = read(
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><kamervragen><vraag><nr>Vraag 1</nr><al>E&eacute;n &amp; '
        "t<nadruk>w</nadruk>&eacute;&eacute;?</al></vraag><antwoord><al>Ja.</al></antwoord></kamervragen>"
    )
    assert pairs(letter) == [(("1",), "Eén & twéé?", "Ja.")]


def _plain(fragment: str) -> str:
    """The words of a fragment, read the short way: numbers and notes taken out, the rest put together."""
    element = etree.fromstring(fragment)
    for name in ("nr", "noot"):
        for one in list(element.iter(name)):
            before, parent = one.getprevious(), one.getparent()
            assert parent is not None
            if before is None:
                parent.text = (parent.text or "") + (one.tail or "")
            else:
                before.tail = (before.tail or "") + (one.tail or "")
            parent.remove(one)
    return " ".join("".join(map(str, element.itertext())).split())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared letters are not at hand")
def test_real_questions_and_answers_equal_the_gold_pairs() -> None:
    compared = 0
    for path in sorted(SHARED.glob("*.xml")):
        gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
        letter = read_letter(path.read_bytes(), path.name)
        assert letter.id == gold["identifier"]
        assert letter.date == gold["issued"]
        found = {number: one for one in letter.exchanges for number in one.numbers}
        assert set(found) == set(gold["vraagdata"])
        for number, pair in gold["vraagdata"].items():
            spans = {"vraag": found[number].question_span, "antwoord": found[number].answer_span}
            for role, span in spans.items():
                read_words = " ".join(letter.at(span).split())
                assert read_words == _plain(pair[role][1])
                compared += 1
    assert compared == 20
