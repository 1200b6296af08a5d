"""The errors that a user can meet.

VraagbaakError
├── LetterError     a file that cannot be read as a letter
├── StoreError      the store of letters cannot be used
├── IndexUnusable   the index is missing, damaged or of another make
│   └── IndexBusy   somebody else is writing it
├── QuestionError   a question or filter that cannot be asked
└── SettingError    a setting that cannot be followed

Each message names the thing, the cause and the next step. Only the edges (command line, window) catch them.
"""


class VraagbaakError(Exception):
    """Something failed in a way that the user can do something about."""


class LetterError(VraagbaakError):
    """A file could not be read as a letter."""


class StoreError(VraagbaakError):
    """The store of letters is missing, damaged or of another version."""


class IndexUnusable(VraagbaakError):  # noqa: N818 - it names a state that a message reports
    """The index is missing, damaged, or made with other settings; or it is busy."""


class IndexBusy(IndexUnusable):
    """Somebody else is writing the index."""


class QuestionError(VraagbaakError):
    """A question or a filter cannot be asked as it stands."""


class SettingError(VraagbaakError):
    """A setting has a value that cannot be followed."""
