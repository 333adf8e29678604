"""The end of a month: what has to be right before it closes, closing it, and opening it again."""
