"""The calculators of the console: every rule of the books to be tried without a book.

Each module has ``answer(case) -> dict``, which raises a refusal for what cannot be computed, and
``Case``, the shape of what goes in. Some have ``answer_text``, the same answer made faster as JSON.
"""

from __future__ import annotations

from types import MappingProxyType

CALCULATORS = MappingProxyType(
    {
        "plan": "desktop.console.calculators.plan:answer",
        "divide": "desktop.console.calculators.divide:answer",
        "savings-interest": "desktop.console.calculators.savings_interest:answer",
        "dividend": "desktop.console.calculators.dividend:answer",
        "surplus": "desktop.console.calculators.surplus:answer",
        "welfare": "desktop.console.calculators.welfare:answer",
    }
)
