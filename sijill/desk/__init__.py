"""The analyst's desk: pages of what the store holds, and the forms in which people decide. Needs the extra `desk`."""

from sijill.desk.app import create_app

__all__ = ["create_app"]
