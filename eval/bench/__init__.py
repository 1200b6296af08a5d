"""The search measured: against the usual ways of searching, with each of its parts left out, and by the clock.

``python -m eval.bench DIR`` prints one table. DIR holds ``pairs.jsonl`` (``id``, ``vraag``, ``antwoord``: a question
and its answer) and ``dev_queries.jsonl`` (``id`` of a pair, ``en`` and ``nl``: a question in each language that the
pair answers, and ``quote``: the words of the answer that answer it best).
"""
