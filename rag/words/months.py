"""The names of the months, in the order of the year."""

from rag.answer import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

DUTCH_MONTH = "|".join(MONTHS["nl"])
"""Any month as Dutch writes it, for a regular expression."""
