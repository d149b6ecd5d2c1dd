"""The outside world → Report: text, Markdown, HTML pages and JSON Lines, from files and standard input.

Whatever cannot be read is told in one line, with its cure, and does not keep the rest from being read.
"""

from sijill.ingest.files import Given, Note, Taken, expected, read_inputs

__all__ = ["Given", "Note", "Taken", "expected", "read_inputs"]
