"""Strands keep the keys by which others meet them, and ties and marks say who copies whom, so that new reports are joined to what they touch.

What was derived before is marked as never derived: it stays until it is made anew, at the next report or decision.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """A column and two tables."""
    op.add_column("strands", sa.Column("held_keys", sa.LargeBinary()))
    op.create_table(
        "ties",
        *(sa.Column(name, KEY, nullable=False) for name in ("report", "other", "outlet")),
        *(sa.ForeignKeyConstraint([name], ["reports.id"], name=f"fk_ties_{name}") for name in ("report", "other")),
        sa.PrimaryKeyConstraint("report", "other", "outlet", name="pk_ties"),
    )
    op.create_index("ix_ties_other", "ties", ["other"])
    op.create_table(
        "marks",
        sa.Column("mark", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_marks_report"),
        sa.PrimaryKeyConstraint("mark", "day", "report", name="pk_marks"),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM derived")
