"""The books of one cooperative: two doors in (run a command, ask a question), no Qt, no prose."""
