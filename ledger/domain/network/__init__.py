"""The network level as pure values and sums: what one cooperative gives, and what many make.

``figures`` is what one cooperative gives of one closed month, sums without a name; every figure of
it can be added. ``common_chart`` brings the accounts of any book to the groups that all networks
share. ``register`` holds networks, places and organisations as an office knows them, and
``submission`` what it received, version by version. ``rollup`` adds them up by network, kind of
network or place, counts nobody twice and takes out what organisations owe each other; ``changes``
sets a month beside an earlier one;
``checks`` looks whether figures from outside foot.

The package itself is made and read in ``ledger.exchange``, the office's file lies in
``ledger.network``.
"""
