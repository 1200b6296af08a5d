"""Access: who asks, how much each may ask, and whether letters may be added in the window."""

import threading
import time
from collections import deque
from collections.abc import Callable

_MINUTE = 60.0
_MOST_PEOPLE = 10_000


class Access:
    """The rules of one window; by default those for the one person at this machine.

    Args:
        may_add: whether letters may be added and removed in the window.
        questions_a_minute: of one person at most; 0 sets no limit.
        seconds_a_question: that an answer may take at most; 0 sets no limit.
        log_questions: whether the log tells what was asked.
        clock: seconds that only go up.
    """

    def __init__(
        self,
        *,
        may_add: bool = True,
        questions_a_minute: int = 0,
        seconds_a_question: float = 0,
        log_questions: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.may_add = may_add
        self.questions_a_minute = questions_a_minute
        self.seconds_a_question = seconds_a_question or None
        self.log_questions = log_questions
        self._clock = clock
        self._asked: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def wait(self, person: str) -> float:
        """Return for how many seconds a person must wait before the next question; with 0, it is counted as asked."""
        if not self.questions_a_minute:
            return 0.0
        with self._lock:
            now = self._clock()
            asked = self._asked.setdefault(person, deque())
            while asked and asked[0] <= now - _MINUTE:
                asked.popleft()
            if len(asked) >= self.questions_a_minute:
                return asked[0] + _MINUTE - now
            asked.append(now)
            self._forget(now)
            return 0.0

    def _forget(self, now: float) -> None:
        """Forget who has not asked for a minute, when many are remembered."""
        if len(self._asked) > _MOST_PEOPLE:
            self._asked = {one: asked for one, asked in self._asked.items() if asked and asked[-1] > now - _MINUTE}
