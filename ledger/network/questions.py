"""What an open network office is asked; the answers are pure values that papers take as well."""

from __future__ import annotations

from ledger.domain.days import Month
from ledger.domain.network.answers import (
    Comparison,
    Missing,
    MissingRow,
    OrganisationMonth,
    PackageRow,
    Packages,
    RegisterAnswer,
    Worst,
    compared,
    version_rows,
)
from ledger.domain.network.changes import Change, changed_since
from ledger.domain.network.figures import ratios_of
from ledger.domain.network.rollup import EVERYBODY, By, Chosen, RollUp, by_organisation, chosen_of
from ledger.domain.network.rollup import roll_up as rolled_up
from ledger.domain.refusals.network import NotHandedIn
from ledger.network.office import Office
from ledger.queries.handed_in import key_code


def register(office: Office) -> RegisterAnswer:
    """All that was entered."""
    known = office.register
    return RegisterAnswer(
        office=known.office,
        stamp=office.stamp,
        places=tuple(known.places.values()),
        networks=tuple(known.networks.values()),
        organisations=tuple(known.organisations.values()),
    )


def packages(office: Office, *, month: Month, chosen: Chosen = EVERYBODY) -> Packages:
    """What was received of a month, by organisation and version.

    Raises:
        UnknownNetwork, UnknownPlace: nobody can be chosen so.
    """
    known = office.register
    versions = by_organisation(office.submissions(month), month)
    rows = []
    for one in chosen_of(known, chosen, versions):
        received = versions.get(one.code, [])
        for told, row in zip(received, version_rows(received), strict=True):
            rows.append(
                PackageRow(
                    organisation=one.code,
                    name_th=one.name_th,
                    name_en=one.name_en,
                    month=month,
                    version=row.version,
                    newest=told is received[-1],
                    changed=row.changed,
                    received_at=row.received_at,
                    user=row.user,
                    act=row.act,
                    sequence=row.sequence,
                    code=row.code,
                    key=key_code(told.public) if told.public else "",
                    because=row.because,
                )
            )
    return Packages(month, chosen, tuple(rows))


def roll_up(
    office: Office, *, month: Month, by: By = By.NETWORK, chosen: Chosen = EVERYBODY
) -> RollUp:
    """The sums of a month.

    Raises:
        UnknownNetwork, UnknownPlace: nobody can be chosen so.
    """
    return rolled_up(office.register, office.submissions(month), month, by=by, chosen=chosen)


def compare(
    office: Office, *, month: Month, worst: Worst = Worst.PAR_30, chosen: Chosen = EVERYBODY
) -> Comparison:
    """Organisations side by side, the worst first.

    Raises:
        UnknownNetwork, UnknownPlace: nobody can be chosen so.
    """
    return compared(roll_up(office, month=month, chosen=chosen), worst)


def change(office: Office, *, month: Month, earlier: Month, chosen: Chosen = EVERYBODY) -> Change:
    """The sums of a month beside those of an earlier one, over who handed in both.

    Raises:
        UnknownNetwork, UnknownPlace: nobody can be chosen so.
    """
    now = by_organisation(office.submissions(month), month)
    before = by_organisation(office.submissions(earlier), earlier)
    organisations = chosen_of(office.register, chosen, {**before, **now})
    return changed_since(organisations, now, before, month=month, earlier=earlier, chosen=chosen)


def missing(office: Office, *, month: Month, chosen: Chosen = EVERYBODY) -> Missing:
    """Who has not handed in a month.

    Raises:
        UnknownNetwork, UnknownPlace: nobody can be chosen so.
    """
    versions = by_organisation(office.submissions(month), month)
    organisations = chosen_of(office.register, chosen, versions)
    last = office.last_months()
    return Missing(
        month=month,
        chosen=chosen,
        organisations=len(organisations),
        reported=sum(one.code in versions for one in organisations),
        rows=tuple(
            MissingRow(
                one.code,
                one.name_th,
                one.name_en,
                one.telephone,
                one.networks,
                one.place,
                last.get(one.code),
            )
            for one in organisations
            if one.code not in versions
        ),
    )


def organisation_month(
    office: Office, *, organisation: str, month: Month, version: int = 0
) -> OrganisationMonth:
    """What one organisation gave of a month, in its newest version or in the one asked for.

    Raises:
        UnknownOrganisation, NotHandedIn: there is nothing of it.
    """
    one = office.register.organisation(organisation)
    versions = [each for each in office.submissions_of(organisation) if each.month == month]
    found = [each for each in versions if version in (0, each.version)]
    if not found:
        raise NotHandedIn(organisation, month)
    figures = found[-1].figures
    return OrganisationMonth(
        organisation=one,
        month=month,
        version=found[-1].version,
        figures=figures,
        ratios=ratios_of(figures.key),
        versions=version_rows(versions),
    )
