"""Events know their component, and strands are kept, so that a decision joins again only what it touches. Events are derived: those of before stay until then."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
KEPT = ("id", "type", "status", "first_day", "end_day", "lat", "lon", "json")


def upgrade() -> None:
    """The table of events made anew around the rows of before, each a component of its own, and an empty table of strands."""
    for name in ("first_day", "type", "lat_lon"):
        op.drop_index(f"ix_events_{name}", "events")
    op.rename_table("events", "events_before")
    if op.get_bind().dialect.name == "postgresql":
        for constraint in ("pk_events", "uq_events_rank"):
            op.drop_constraint(constraint, "events_before")
    op.create_table(
        "events",
        *(sa.Column(name, KEY, nullable=False) for name in ("id", "component")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("type", "status")),
        *(sa.Column(name, sa.Date()) for name in ("first_day", "end_day")),
        *(sa.Column(name, sa.Double()) for name in ("lat", "lon")),
        sa.Column("json", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    before = sa.table("events_before", *(sa.column(name) for name in KEPT))
    after = sa.table("events", *(sa.column(name) for name in ("component", *KEPT)))
    op.execute(after.insert().from_select(["component", *KEPT], sa.select(before.c.id, *before.c)))
    op.drop_table("events_before")
    for name in ("component", "first_day", "type"):
        op.create_index(f"ix_events_{name}", "events", [name])
    op.create_index("ix_events_lat_lon", "events", ["lat", "lon"])
    op.create_table(
        "strands",
        sa.Column("report", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("component", KEY, nullable=False),
        *(sa.Column(name, sa.Integer()) for name in ("held_from", "held_to")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_strands_report"),
        sa.PrimaryKeyConstraint("report", "number", name="pk_strands"),
    )
    for name in ("component", "held_from"):
        op.create_index(f"ix_strands_{name}", "strands", [name])
