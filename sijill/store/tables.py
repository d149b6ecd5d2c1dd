"""The tables. Those of the record only ever grow (triggers of the migration see to it); those of opinion are replaced as a whole.

Records lie as the contract's JSON, beside them only the columns that a query filters or sorts by. Moments are UTC as ISO text of
one width, so that they sort; ids sort by code point on every server.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Double, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

KEY = Text().with_variant(Text(collation="C"), "postgresql")
SERIAL = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s"}
)

reports = Table(
    "reports", metadata,
    Column("id", KEY, primary_key=True),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("language", Text),
    Column("day", Date, index=True),
    Column("recorded", KEY, nullable=False),
)  # fmt: skip
"""What was published, as it came in. `sha256` is that of `text`; `day` that of `published`."""

readings = Table(
    "readings", metadata,
    Column("seq", SERIAL, primary_key=True, autoincrement=False),
    Column("report", KEY, ForeignKey("reports.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("skips", Text, nullable=False),
    Column("recorded", KEY, nullable=False),
    Index(None, "report", "seq"),
)  # fmt: skip
"""Each time that a machine read a report. The last one of a report is current; the earlier stay."""

claims = Table(
    "claims", metadata,
    Column("seq", SERIAL, primary_key=True),
    Column("reading", SERIAL, ForeignKey("readings.seq"), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("id", KEY, nullable=False, index=True),
    Column("type", Text, nullable=False, index=True),
    Column("modality", Text, nullable=False),
    Column("first_day", Date, index=True),
    Column("end_day", Date),
    Column("lat", Double),
    Column("lon", Double),
    Column("json", Text, nullable=False),
    Index(None, "reading", "rank", unique=True),
    Index(None, "lat", "lon"),
)  # fmt: skip
"""What a reading found, in its order (`rank`). Days are half-open; the point is the first located place where it happened."""

corrections = Table(
    "corrections", metadata,
    Column("seq", SERIAL, primary_key=True),
    Column("report", KEY, ForeignKey("reports.id"), nullable=False, index=True),
    Column("rank", Integer, nullable=False),
    Column("id", KEY, nullable=False, unique=True),
    Column("supersedes", KEY, nullable=False, unique=True),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("json", Text, nullable=False),
    Column("recorded", KEY, nullable=False),
)  # fmt: skip
"""The desk's own claims, each in the place of one that it supersedes, whatever the machine reads later."""

judgements = Table(
    "judgements", metadata,
    Column("seq", SERIAL, primary_key=True),
    Column("id", KEY, nullable=False, unique=True),
    Column("json", Text, nullable=False),
    Column("recorded", KEY, nullable=False),
)  # fmt: skip
"""What people decided, in the order that it was taken down."""

outlooks = Table(
    "outlooks", metadata,
    Column("seq", SERIAL, primary_key=True),
    Column("id", KEY, nullable=False, unique=True),
    Column("json", Text, nullable=False),
    Column("recorded", KEY, nullable=False),
)  # fmt: skip
"""Outlooks that were issued, kept so that they can be scored when their date has come."""

origins = Table(
    "origins", metadata,
    Column("report", KEY, ForeignKey("reports.id"), primary_key=True),
    Column("origin", KEY, nullable=False),
)  # fmt: skip
"""Derived: the independent origin of each report. A report that is missing here is its own."""

ties = Table(
    "ties", metadata,
    Column("report", KEY, ForeignKey("reports.id"), primary_key=True),
    Column("other", KEY, ForeignKey("reports.id"), primary_key=True, index=True),
    Column("outlet", KEY, primary_key=True),
)  # fmt: skip
"""Derived: which reports are of one origin, and why: a copy (`outlet` empty), or the one of an outlet that a report cites."""

marks = Table(
    "marks", metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("report", KEY, ForeignKey("reports.id"), primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Derived: by what copies of each text are found: 32-bit hashes of some of its runs of words and, 2³² higher, one of all of them. `day` is an ordinal."""

events = Table(
    "events", metadata,
    Column("id", KEY, primary_key=True),
    Column("component", KEY, nullable=False, index=True),
    Column("type", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("first_day", Date, index=True),
    Column("end_day", Date),
    Column("lat", Double),
    Column("lon", Double),
    Column("json", Text, nullable=False),
    Index(None, "lat", "lon"),
)  # fmt: skip
"""Derived: the events. Those of one component were joined together, and with no others."""

strands = Table(
    "strands", metadata,
    Column("report", KEY, ForeignKey("reports.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("component", KEY, nullable=False, index=True),
    Column("held_from", Integer, index=True),
    Column("held_to", Integer),
    Column("held_keys", LargeBinary),
)  # fmt: skip
"""Derived: what each report tells of one happening, with the component that it is in and the days (ordinals) and keys (32-bit numbers, little-endian) under which others meet it."""

derived = Table(
    "derived", metadata,
    Column("name", KEY, primary_key=True),
    Column("readings", SERIAL, nullable=False),
    Column("corrections", SERIAL, nullable=False),
    Column("judgements", SERIAL, nullable=False),
)  # fmt: skip
"""Of each derived table, how far the record had grown (the last number of each of its tables) when it was derived."""

RECORD = (reports, readings, claims, corrections, judgements, outlooks)
"""The tables that only grow."""
