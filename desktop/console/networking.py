"""``satcha network``: an office that registers organisations and adds up their packages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import PASSPHRASE_OPTION, USER_OPTION, passphrase_of
from desktop.console.handing_in import MONTH_OPTION, month_of
from desktop.console.network_keys import KEY_PASSPHRASE_OPTION, make_recovery_key
from desktop.console.reading import JSON_OPTION, json_given, object_from
from desktop.console.refusals import PlaceMissing
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.domain.codec import read_value
from ledger.domain.refusals import NotAChoice

if TYPE_CHECKING:
    from ledger.domain.network.rollup import Chosen
    from ledger.network.office import Office

Deed = Callable[[Given], object]

FROM_OPTION = Option("from", "FILE", N_("a new office: a JSON object with name_th and name_en"))
ORGANISATION_OPTION = Option("organisation", "CODE", N_("which organisation"))
CONFIRM_OPTION = Option(
    "confirm", "CODE", N_("the code of the signing key, as the cooperative's own slip says it")
)
UNSIGNED_OPTION = Option("unsigned", says=N_("the organisation has no signing key"))
BECAUSE_OPTION = Option(
    "because", "TEXT", N_("why a package is taken that is older than the last one")
)
REHEARSE_OPTION = Option("rehearse", says=N_("only look at the packages and keep nothing"))
NETWORK_OPTION = Option("network", "CODE", N_("only the organisations of this network"))
PLACE_OPTION = Option("place", "CODE", N_("only the organisations in this place"))
BY_OPTION = Option("by", "SORT", N_("a row for each network, place of a level, or kind"))
OUT_OPTION = Option("out", "PATH", N_("where the file goes; one of that name is replaced"))
LANGUAGE_OPTION = Option(
    "paper-language",
    "LANGUAGE",
    N_("th, en or both: the language of the paper"),
    choices=("th", "en", "both"),
)
WORST_OPTION = Option("worst", "FIGURE", N_("by which figure organisations stand, worst first"))
EARLIER_OPTION = Option(
    "earlier", "MONTH", N_("the month to compare with; the one before if none is named")
)
VERSION_OPTION = Option("version", "NUMBER", N_("an older version of the month"))


def _network(given: Given) -> int:
    deed = given.places["ACTION"]
    if deed in ANSWERS:
        with opened(given) as office:
            answer = ANSWERS[deed](given, office)
    elif deed in DEEDS:
        answer = DEEDS[deed](given)
    else:
        raise NotAChoice("ACTION", deed, (*DEEDS, *ANSWERS))
    if isinstance(answer, int):
        return answer
    given.terminal.answer(AnswerWriter(given.language).text(answer))
    return DONE


def opened(given: Given) -> Office:
    """The office of the call.

    Raises:
        NotAnOffice, OfficeBroken, NoSuchBook, WrongPassphrase …: why it does not open.
    """
    from ledger.book import Secret
    from ledger.network.office import Office

    secret = Secret(given.option("user"), passphrase_of(given))
    return Office.open(Path(given.places["OFFICE"]), secret)


def chosen(given: Given) -> Chosen:
    from ledger.domain.network.rollup import Chosen

    return Chosen(given.option("network"), given.option("place"))


def _new(given: Given) -> object:
    from ledger.domain.network.register import OfficeName
    from ledger.network.office import Office

    if not given.has("from"):
        raise PlaceMissing("--from", given.call.usage)
    name = read_value(OfficeName, object_from(given, given.option("from")))
    path, passphrase = Path(given.places["OFFICE"]), passphrase_of(given)
    if not passphrase:
        given.terminal.say(given.voice.tr("This office's file is not encrypted."))
    with Office.new(path, name, user=given.option("user"), passphrase=passphrase) as office:
        return {"path": str(path), "code": office.stamp.code}


def _add(given: Given) -> object:
    from ledger.domain.network.register import Additions

    more = read_value(Additions, json_given(given))
    with opened(given) as office:
        return {"added": office.add(more), "code": office.stamp.code}


def _register(given: Given) -> object:
    from ledger.network.questions import register

    with opened(given) as office:
        return register(office)


def _receive(given: Given) -> int:
    from desktop.console.receiving import receive_all

    if "FILE" not in given.places:
        raise PlaceMissing("FILE", given.call.usage)
    with opened(given) as office:
        return receive_all(given, office)


def _roll_up(given: Given, office: Office) -> object:
    from ledger.domain.network.rollup import By
    from ledger.network.questions import roll_up

    by = read_value(By, given.option("by", By.NETWORK.value), "--by")
    return roll_up(office, month=month_of(given), by=by, chosen=chosen(given))


def _compare(given: Given, office: Office) -> object:
    from ledger.domain.network.answers import Worst
    from ledger.network.questions import compare

    worst = read_value(Worst, given.option("worst", Worst.PAR_30.value), "--worst")
    return compare(office, month=month_of(given), worst=worst, chosen=chosen(given))


def _packages(given: Given) -> object:
    from ledger.network.questions import packages

    with opened(given) as office:
        return packages(office, month=month_of(given), chosen=chosen(given))


def _change(given: Given, office: Office) -> object:
    from ledger.network.questions import change

    month = month_of(given)
    earlier = month_of(given, "earlier") if given.has("earlier") else month.plus(-1)
    return change(office, month=month, earlier=earlier, chosen=chosen(given))


def _missing(given: Given, office: Office) -> object:
    from ledger.network.questions import missing

    return missing(office, month=month_of(given), chosen=chosen(given))


def _figures(given: Given, office: Office) -> object:
    from ledger.network.questions import organisation_month

    if not given.has("organisation"):
        raise PlaceMissing("--organisation", given.call.usage)
    version = given.option("version", "0")
    if not version.isascii() or not version.isdecimal():
        raise NotAChoice("--version", version, ("1", "2"))
    return organisation_month(
        office,
        organisation=given.option("organisation"),
        month=month_of(given),
        version=int(version),
    )


def _recovery_key(given: Given) -> object:
    with opened(given) as office:
        return make_recovery_key(given, office)


def _check(given: Given) -> object:
    with opened(given) as office:
        office.check()
        return {"clean": True, "acts": office.stamp.number, "code": office.stamp.code}


# The questions of a month, which are papers as well.
ANSWERS: Mapping[str, Callable[[Given, Office], object]] = {
    "roll-up": _roll_up,
    "compare": _compare,
    "missing": _missing,
    "change": _change,
    "figures": _figures,
}


def _print(given: Given) -> object:
    from desktop.console.network_printing import print_paper

    with opened(given) as office:
        return print_paper(given, office, ANSWERS)


DEEDS: Mapping[str, Deed] = {
    "new": _new,
    "add": _add,
    "register": _register,
    "receive": _receive,
    "packages": _packages,
    "print": _print,
    "recovery-key": _recovery_key,
    "check": _check,
}

CALLS = (
    Call(
        "network",
        N_(
            "a network office: new, add, register, receive, packages, roll-up, compare, missing, "
            "change, figures, print, recovery-key, check"
        ),
        _network,
        places=("ACTION", "OFFICE", "[FILE]"),
        example="satcha network roll-up surin.satnet --month 2026-10 --by province",
        options=(
            FROM_OPTION,
            JSON_OPTION,
            MONTH_OPTION,
            NETWORK_OPTION,
            PLACE_OPTION,
            BY_OPTION,
            WORST_OPTION,
            EARLIER_OPTION,
            ORGANISATION_OPTION,
            VERSION_OPTION,
            CONFIRM_OPTION,
            UNSIGNED_OPTION,
            BECAUSE_OPTION,
            REHEARSE_OPTION,
            OUT_OPTION,
            LANGUAGE_OPTION,
            KEY_PASSPHRASE_OPTION,
            USER_OPTION,
            PASSPHRASE_OPTION,
        ),
    ),
)
