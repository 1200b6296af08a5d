"""Answers written by a language model from quotes, each sentence checked against the quotes that it cites."""
