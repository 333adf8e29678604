"""The journal: every entry down to its paper and its act, and how a mistake is put right."""
