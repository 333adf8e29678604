"""The window of a network office: packages, register, who is missing, roll-up, papers.

It stands beside the window of a book and is made of the same parts. ``session`` is the open office
as all its areas see it, with the month and the organisations that are looked at everywhere
(``state.Sight``); it shows what ``ledger.network`` answers and has no other way to the file. Each
area is a screen and its dialogs; ``window`` is the frame around them.
"""
