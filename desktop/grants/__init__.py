"""Projects: grants, leased land with its plots, insurance, and what joins them."""
