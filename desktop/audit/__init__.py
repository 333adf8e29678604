"""The auditor's desk: the check of the book, questions, samples, confirmations, red flags."""
