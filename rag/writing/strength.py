"""Whether a sentence says the opposite of its quotes, or more: "always", "only" or "must" where they do not.

The tables hold the beginnings of words, Dutch and English together; one that begins with ``=`` is a whole word, and a
``+`` stands for a space.
"""

import re

from rag.writing.likeness import ALIKE, Passage, likeness

_OPPOSITES = (
    ("stijg gestegen toename toenemen toegenomen toeneemt verhog verhoog ophog opgehoog groei increas rise risen rising rose grow grew raise raising",
     "daal daling gedaald dalen afname afnemen afgenomen afneemt verlag verlaag vermind krimp decreas decline fall fell reduc lower drop shrink"),
    ("=meer =more hoger higher groter larger ruim =boven exceed overschr", "=minder =less =fewer lager lower kleiner smaller =onder =below"),
    ("uitbrei expan verruim verruiming widen exten", "inperk beperk restrict versmal narrow limit"),
    ("versterk strengthen versterking", "verzwak weaken"),
    ("verbeter improv", "verslechter worsen deteriorat"),
    ("versnel accelerat sneller faster", "vertrag slow delay langzamer slower"),
    ("=before =prior voorafgaand voordat alvorens voor+het+eind voor+eind", "=na =nadat =after achteraf afterwards"),
    ("aanvaard accept goedkeur goedgekeurd approv instem consent", "verwerp verworpen reject afkeur afgekeur afwijz afgewez disapprov"),
    ("toestaan toegestaan toelaat allow permit", "verbied verbod verboden prohibit forbid forbidden"),
    ("vrijwillig voluntar", "gedwongen dwang forced compuls verplicht"),
    ("binnen within inside", "buiten outside"),
    ("openba public", "vertrouwelijk confidential geheim secret besloten"),
    ("=begin begin start begon begonnen aanvang", "einde beeindig stop gestopt eindig =end ended terminat"),
    ("maximaal maximum hoogstens ten hoogste", "minimaal minimum minstens"),
    ("steun support voorstander", "tegenstander oppos bestrijd"),
    ("=positief positieve positive", "=negatief negatieve negative"),
    ("tijdelijk temporar", "permanent blijvend"),
    ("import invoer", "export uitvoer"),
    ("winst profit", "verlies loss"),
)  # fmt: skip
_STRONGER = (
    ("=altijd =always", "=altijd steeds telkens voortdurend doorlopend continu =tijde =tijden always constant ieder elk vrijwel =alle"),
    ("=nooit =never nimmer", "=nooit nimmer =never =eerder =geen =niet"),
    ("=alleen uitsluitend =enkel =only solely exclusively", "=alleen uitsluitend =enkel slechts louter =pas =only =enige primair =tenzij voorbehouden beperk =geen =niet zolang"),
    ("=moet =moeten =must =verplicht =obliged", "=moet moeten moest dien verplicht vereis noodza nodig behoor behor gehouden hoef zal zullen alleen uitsluitend enkel essentieel voorwaarde mag mogen "
     "must require oblig eis"),
    ("garande guarant gegarand", "garande gegarand borg waarborg verzeker guarant =zeker"),
    ("=alle =all =every =iedere =elke", "alle ieder elk =all every =geen geheel volledig gehele =heel =hele telkens"),
)  # fmt: skip


def _pattern(forms: str) -> re.Pattern[str]:
    parts = [
        re.escape(form.lstrip("=")).replace(r"\+", r"\s+") + (r"\b" if form[0] == "=" else "") for form in forms.split()
    ]
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


_OPPOSITE_PATTERNS = tuple((_pattern(one), _pattern(other)) for one, other in _OPPOSITES)
_STRONGER_PATTERNS = tuple((_pattern(said), _pattern(needs)) for said, needs in _STRONGER)


def says_opposite(claim: Passage, quote: Passage) -> bool:
    """Say whether a claim has a word whose opposite its quote has, and not that word itself."""
    for pair in _OPPOSITE_PATTERNS:
        for mine, theirs in (pair, pair[::-1]):
            turned = mine.search(claim.text) and not theirs.search(claim.text)
            if turned and theirs.search(quote.text) and _lacks(quote, claim, mine):
                return True
    return False


def says_more(claim: Passage, quote: Passage) -> bool:
    """Say whether a claim is stronger than its quote: "always", "never", "only", "must", "all"."""
    return any(
        said.search(claim.text) and not needs.search(quote.text) and _lacks(quote, claim, said)
        for said, needs in _STRONGER_PATTERNS
    )


def _lacks(quote: Passage, claim: Passage, pattern: re.Pattern[str]) -> bool:
    """Say whether a quote says what fits a pattern in a claim neither with the same words nor with others."""
    if pattern.search(quote.text):
        return False
    rows = [row for row, word in enumerate(claim.words) if pattern.match(word.text)]
    alike = likeness(claim, quote)
    return not rows or not alike.size or not all(alike[row].max() >= ALIKE for row in rows)
