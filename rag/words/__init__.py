"""Words: how they are folded and stemmed, what they mean in the other language, and how common they are."""
