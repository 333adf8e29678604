"""One reader's language and number habits, and how people's own writing is read back."""
