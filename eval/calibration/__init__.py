"""Calibration: how sure Vraagbaak may be that a place answers, learned from questions of which it is known."""
