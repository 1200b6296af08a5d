"""The making of the shipped model from sentence pairs, term lists, questions and letters.

Run as ``python -m rag.training --shared DIR``; nothing else in the product imports it.
"""
