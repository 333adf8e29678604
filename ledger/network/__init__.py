"""The network level: an office registers organisations, receives packages and adds them up.

It stands above ``ledger.exchange`` and knows no book, only what books handed in. ``Office`` is its
open file and its two doors: ``add`` and ``receive`` change it, the questions of
``ledger.network.questions`` read. Values and sums are pure and stand in ``ledger.domain.network``,
where papers find them as well; here they are brought together with the file.
"""
