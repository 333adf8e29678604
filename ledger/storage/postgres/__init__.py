"""The same tables on the PostgreSQL server of an office: schema, guards, roles, statements."""
