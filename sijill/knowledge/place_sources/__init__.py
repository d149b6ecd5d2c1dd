"""Files of places from outside, each kind read by one module into place records: rows that cannot be read are rejected with a reason."""
