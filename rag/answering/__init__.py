"""Answers: which places answer, which of their sentences, and how these are introduced."""
