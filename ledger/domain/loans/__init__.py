"""Loans as pure rules: the plan of instalments, and the card that payments make.

A plan: ``terms`` (what it is made from) → ``checks`` → ``dues`` (days) → ``course`` (their cost) →
``segments`` and ``declining``, or ``flat`` (rows) → ``plans.plan_of``; ``level`` knows the equal
instalment. A card: ``contract`` (rules, events, answers) → ``card.card_of``, which leads an
``open_loan`` through its days and has ``paying`` divide each payment; ``running`` holds interest,
``obligations`` the rows and penalties, ``standing`` and ``forecast`` what is late and to come;
``from_plan`` takes rules, rows and payouts from a plan's terms.
"""
