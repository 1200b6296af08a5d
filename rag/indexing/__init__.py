"""The index: generations built of the store, and the two ways in which they are searched."""
