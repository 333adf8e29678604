"""The small book, whose papers are printed here."""

from tests.queries.book_fixtures import kept_book, mine, small

__all__ = ["kept_book", "mine", "small"]
