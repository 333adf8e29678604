"""To come, for now nothing is here yet."""

CALLS = ()
