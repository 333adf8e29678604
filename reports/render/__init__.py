"""Draws documents as pages, sheets and text; knows no bookkeeping."""
