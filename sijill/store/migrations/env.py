"""What Alembic runs: the steps, on the connection that the store hands over and inside its transaction."""

from alembic import context

from sijill.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
