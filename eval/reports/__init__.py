"""The forms in which a reader gets a report: a terminal, JUnit XML, Markdown, and a page to read through."""
