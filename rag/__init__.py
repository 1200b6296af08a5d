"""Finding, quoting and answering: from a question to an answer that cites its letters."""
