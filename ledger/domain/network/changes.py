"""What became of figures since an earlier month: of those that handed in both, no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.domain.days import Month
from ledger.domain.network.figures import KeyFigures, KeyRatios, added, ratios_of
from ledger.domain.network.register import Organisation
from ledger.domain.network.rollup import Chosen, Versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The sums of two months over the same organisations.

    ``organisations`` handed in both months; who handed in one of them alone is named, and is in
    neither sum: a cooperative that comes late must not look like growth.
    """

    month: Month
    earlier: Month
    chosen: Chosen
    organisations: int
    only_month: tuple[str, ...]
    only_earlier: tuple[str, ...]
    figures: KeyFigures
    earlier_figures: KeyFigures
    ratios: KeyRatios
    earlier_ratios: KeyRatios


def changed_since(  # noqa: PLR0913 - two months, and whose they are
    organisations: Sequence[Organisation],
    versions: Versions,
    before: Versions,
    *,
    month: Month,
    earlier: Month,
    chosen: Chosen,
) -> Change:
    """The newest version of each organisation in the month, and in the earlier one."""
    codes = [one.code for one in organisations]
    both = [code for code in codes if code in versions and code in before]
    now = added(versions[code][-1].figures.key for code in both)
    then = added(before[code][-1].figures.key for code in both)
    return Change(
        month=month,
        earlier=earlier,
        chosen=chosen,
        organisations=len(both),
        only_month=tuple(code for code in codes if code in versions and code not in before),
        only_earlier=tuple(code for code in codes if code in before and code not in versions),
        figures=now,
        earlier_figures=then,
        ratios=ratios_of(now),
        earlier_ratios=ratios_of(then),
    )
