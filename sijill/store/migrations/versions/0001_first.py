"""The first tables, and the triggers that keep the record append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RECORD = ("reports", "readings", "claims", "corrections", "judgements", "outlooks")


def upgrade() -> None:
    """From nothing to all tables."""
    _reports()
    _readings()
    _decisions()
    _derived()
    _append_only()


def _column(name: str, kind: sa.types.TypeEngine[str] = KEY) -> sa.Column[str]:
    return sa.Column(name, kind, nullable=False)


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", KEY, primary_key=True),
        _column("text", sa.Text()),
        _column("sha256", sa.Text()),
        *(sa.Column(name, sa.Text()) for name in ("title", "published", "outlet", "url", "language")),
        sa.Column("day", sa.Date()),
        _column("recorded"),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
    )
    op.create_index("ix_reports_day", "reports", ["day"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("seq", SERIAL, autoincrement=False),
        _column("report"),
        _column("reader", sa.Text()),
        _column("skips", sa.Text()),
        _column("recorded"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_readings_report"),
        sa.PrimaryKeyConstraint("seq", name="pk_readings"),
    )
    op.create_index("ix_readings_report_seq", "readings", ["report", "seq"])
    op.create_table(
        "claims",
        sa.Column("seq", SERIAL),
        sa.Column("reading", SERIAL, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        _column("id"),
        _column("type", sa.Text()),
        _column("modality", sa.Text()),
        *_days_and_point(),
        _column("json", sa.Text()),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"], name="fk_claims_reading"),
        sa.PrimaryKeyConstraint("seq", name="pk_claims"),
    )
    for name in ("first_day", "id", "type"):
        op.create_index(f"ix_claims_{name}", "claims", [name])
    op.create_index("ix_claims_lat_lon", "claims", ["lat", "lon"])
    op.create_index("ix_claims_reading_rank", "claims", ["reading", "rank"], unique=True)


def _days_and_point() -> tuple[sa.Column[object], ...]:
    return (sa.Column("first_day", sa.Date()), sa.Column("end_day", sa.Date()), sa.Column("lat", sa.Double()), sa.Column("lon", sa.Double()))


def _decisions() -> None:
    op.create_table(
        "corrections",
        sa.Column("seq", SERIAL),
        _column("report"),
        sa.Column("rank", sa.Integer(), nullable=False),
        *(_column(name) for name in ("id", "supersedes")),
        *(_column(name, sa.Text()) for name in ("author", "reason", "json")),
        _column("recorded"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_corrections_report"),
        sa.PrimaryKeyConstraint("seq", name="pk_corrections"),
        sa.UniqueConstraint("id", name="uq_corrections_id"),
        sa.UniqueConstraint("supersedes", name="uq_corrections_supersedes"),
    )
    op.create_index("ix_corrections_report", "corrections", ["report"])
    for name in ("judgements", "outlooks"):
        op.create_table(
            name,
            sa.Column("seq", SERIAL),
            _column("id"),
            _column("json", sa.Text()),
            _column("recorded"),
            sa.PrimaryKeyConstraint("seq", name=f"pk_{name}"),
            sa.UniqueConstraint("id", name=f"uq_{name}_id"),
        )


def _derived() -> None:
    op.create_table(
        "origins",
        _column("report"),
        _column("origin"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_origins_report"),
        sa.PrimaryKeyConstraint("report", name="pk_origins"),
    )
    op.create_table(
        "events",
        _column("id"),
        sa.Column("rank", sa.Integer(), nullable=False),
        *(_column(name, sa.Text()) for name in ("type", "status")),
        *_days_and_point(),
        _column("json", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("rank", name="uq_events_rank"),
    )
    for name in ("first_day", "type"):
        op.create_index(f"ix_events_{name}", "events", [name])
    op.create_index("ix_events_lat_lon", "events", ["lat", "lon"])
    op.create_table(
        "derived",
        _column("name"),
        *(sa.Column(name, SERIAL, nullable=False) for name in ("readings", "corrections", "judgements")),
        sa.PrimaryKeyConstraint("name", name="pk_derived"),
    )


def _append_only() -> None:
    """No statement, whoever sends it, changes or removes a row of the record."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION sijill_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
        )
        for table in RECORD:
            op.execute(f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION sijill_append_only()")
        return
    for table in RECORD:
        for act in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END")
