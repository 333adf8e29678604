"""What a treasurer should do next, and how the cooperative stands."""
