"""The small book for every test of a question."""

from tests.queries.book_fixtures import kept_book, mine, small

__all__ = ["kept_book", "mine", "small"]
