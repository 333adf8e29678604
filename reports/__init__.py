"""Words, figures and paper made from the ledger's answers; runs no command."""
