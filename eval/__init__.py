"""Question sets, figures and gates."""
