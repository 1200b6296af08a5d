"""Questions: what they name, what they want, what they follow on, and the concepts that they ask for."""
