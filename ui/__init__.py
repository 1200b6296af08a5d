"""The edges that people use: command line and chat window."""
