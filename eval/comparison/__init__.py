"""What a user would build instead, on the same questions and letters: ``python -m eval.comparison`` prints a table."""
