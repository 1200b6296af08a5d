"""The errors that a user of eval can meet.

VraagbaakError
└── EvalError
    ├── SetError      a question set that cannot be read, or that claims of the letters what is not so
    ├── GateError     gates that cannot be read, or that name no figure
    └── RecordError   a record of an earlier run, or of a language model, that cannot be used
"""

from rag.errors import VraagbaakError


class EvalError(VraagbaakError):
    """Something about a run failed in a way that the user can do something about."""


class SetError(EvalError):
    """A question set cannot be read, or names a place that the letters do not have."""


class GateError(EvalError):
    """The gates cannot be read, or name a figure that does not exist."""


class RecordError(EvalError):
    """A record of an earlier run, or of what a language model said, cannot be used."""
