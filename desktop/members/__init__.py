"""The register of members, and everything one member has, promised and owes."""
