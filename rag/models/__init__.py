"""Embedding models: the shipped one, and any other."""
