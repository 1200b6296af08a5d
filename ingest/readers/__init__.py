"""Readers: one for each format, from bytes to a manuscript."""
