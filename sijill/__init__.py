"""Sijill: a sourced register of what is reported about a conflict.

The line, a package each: records (the nouns) ← knowledge (what the reader knows) ← read (report → claims) ← events (claims → events)
← situation (who holds what, who was harmed) ← store, ingest, export ← pipeline (the only glue) ← desk, cli.
"""

__version__ = "0.1.0"
