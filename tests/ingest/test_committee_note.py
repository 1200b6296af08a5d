from tests.ingest.one_letter import read_letter

LETTER = """Eerste Kamer der Staten-Generaal
Vergaderjaar 2024–2025
31 985 Buitenlands beleid
BM VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
De leden van de vaste commissie voor Buitenlandse Zaken1 hebben vragen gesteld over het verdrag.
1 Samenstelling: Van Apeldoorn (SP), Beukering (Fractie-Beukering)
1. Wat is uw oordeel over het verdrag?
Antwoord
Israël is een partner.
2. Bent u bereid het verdrag op te schorten?
Antwoord
Nee, dat is niet aan de orde.
"""


def test_a_note_on_who_sits_in_the_committee_takes_no_question_with_it() -> None:
    letter = read_letter(LETTER.encode(), "vso.txt")
    found = [(letter.at(one.question_span), letter.at(one.answer_span)) for one in letter.exchanges]
    assert [answer for _, answer in found] == ["Israël is een partner.", "Nee, dat is niet aan de orde."]
    assert "Wat is uw oordeel over het verdrag?" in found[0][0]
    assert "Bent u bereid het verdrag op te schorten?" in found[1][0]
    assert [note.text for note in letter.notes] == ["Samenstelling: Van Apeldoorn (SP), Beukering (Fractie-Beukering)"]
