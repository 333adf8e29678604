"""A network office's key on the console: made, given, used when nobody is left, taken away."""

from __future__ import annotations

import json

import pytest

from tests.console.calling import call
from tests.support.quick_keys import quick_guesses

MALEE, AGAIN, OFFICE = "four words nobody guesses", "six new words of hers", "office in the town"
SURIN = "เครือข่ายสุรินทร์"
BOOK = json.dumps({"name": {"th": "บ้านมั่นคงริมคลอง", "en": "Rim Khlong"}, "kind": "housing"})
WHO = ("--user", "malee")


def known(passphrase=MALEE, **more):
    return {"LANG": "en_GB.UTF-8", "SATCHA_PASSPHRASE": passphrase, **more}


@pytest.fixture(scope="module", autouse=True)
def quick():
    with quick_guesses():
        yield


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """The office makes its key, the book gets it, the office lets malee in, and is taken away."""
    folder = tmp_path_factory.mktemp("console-network-keys")
    office, own, book = folder / "s.satnet", folder / "surin.key", folder / "b.satcha"
    named = json.dumps({"name_th": SURIN, "name_en": "Surin"})
    call("network", "new", office, "--from", named, surroundings=known(""))
    making = ("network", "recovery-key", office, own)
    told = {"no words": call(*making, surroundings=known(""))}
    told["made"] = call(*making, surroundings=known("", SATCHA_KEY_PASSPHRASE=OFFICE))
    told["again"] = call(*making, surroundings=known("", SATCHA_KEY_PASSPHRASE=OFFICE))
    told["keys"] = call("network", "recovery-key", office, surroundings=known(""))
    told["office"] = call("network", "check", office, surroundings=known(""))
    call("new", book, "--from", BOOK, *WHO, surroundings=known())
    add = ("keys", book, "add-network", *WHO, "--public-key-file", f"{own}.public.txt")
    told["unconfirmed"] = call(*add, surroundings=known())
    told["add"] = call(*add, "--confirm", told["made"].json["code"], surroundings=known())
    told["twice"] = call(*add, "--confirm", told["made"].json["code"], surroundings=known())
    recover = ("keys", book, "recover", "--network-key-file", own, "--name")
    words = {"SATCHA_NEW_PASSPHRASE": AGAIN}
    told["stranger"] = call(*recover, "pim", surroundings=known(OFFICE, **words))
    hers = (*recover, "malee")
    told["wrong"] = call(*hers, surroundings=known("something else", **words))
    told["recover"] = call(*hers, surroundings=known(OFFICE, **words))
    told["notes"] = call("ask", book, "key-notes", *WHO, surroundings=known(AGAIN))
    told["check"] = call("check", book, *WHO, surroundings=known(AGAIN))
    remove = ("keys", book, "remove-network", *WHO, "--name", SURIN)
    told["remove"] = call(*remove, "--sheet", folder / "a.pdf", surroundings=known(AGAIN))
    told["gone"] = call(*hers, surroundings=known(OFFICE, **words))
    return told


def test_the_office_makes_a_key_and_notes_it_in_its_own_chain(story):
    made = story["made"].json
    assert story["no words"].refusal == "PlaceMissing"
    assert (made["name"], made["public"]) == (SURIN, f"{made['private']}.public.txt")
    assert f"tell them the code {made['code']}" in story["made"].err
    assert story["again"].refusal == "NetworkFileTaken"
    assert story["keys"].json["keys"] == [{"name": SURIN, "code": made["code"]}]
    assert story["office"].json["clean"]


def test_the_book_takes_the_key_only_with_the_code_that_the_office_says(story):
    made = story["made"].json
    assert story["unconfirmed"].refusal == "NetworkKeyUnconfirmed"
    assert story["unconfirmed"].json["facts"] == {"network": SURIN, "code": made["code"]}
    assert made["code"] in story["unconfirmed"].err
    networks = [{"name": SURIN, "code": made["code"]}]
    assert story["add"].json["users"] == ["malee"]
    assert story["add"].json["networks"] == networks
    assert story["twice"].refusal == "NetworkKeyExists"


def test_the_office_lets_somebody_in_and_the_book_tells_of_it(story):
    assert story["stranger"].refusal == "UserNotRegistered"
    assert (story["wrong"].refusal, story["wrong"].code) == ("WrongNetworkPassphrase", 3)
    assert story["recover"].json["users"] == ["malee"]
    assert "make a new key with a new recovery sheet" in story["recover"].err
    newest = story["notes"].json["rows"][0]
    assert (newest["by_network"], newest["networks"], newest["by"]) == (SURIN, [SURIN], "malee")
    assert story["check"].json["clean"]


def test_who_is_taken_away_opens_nothing_any_more(story):
    assert story["remove"].json["users"] == ["malee"]
    assert (story["gone"].refusal, story["gone"].code) == ("NetworkKeyMissing", 3)
