"""The file: settings, tables, guards, and the unit of work that seals each act."""
