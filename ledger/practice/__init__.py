"""The practice book: an invented housing cooperative that anybody can break and make anew."""

from ledger.practice.batch import write_batch
from ledger.practice.making import make

__all__ = ["make", "write_batch"]
