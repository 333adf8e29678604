"""What people are told about an audit pack: the sheet that lies in it, and what a check found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.words.voice import Voice

BOOK = "book.satcha"

if TYPE_CHECKING:
    from ledger.domain.packs import FaultFound, PackFound, PackMade


def read_me(voice: Voice) -> str:
    """How an auditor checks the pack, for a plain text file in it."""
    return voice.tr(
        "Audit pack of a cooperative's book\n"
        "\n"
        "1. On your own computer: satcha audit-pack FOLDER --check\n"
        "   It compares the signature and every file with the list, then opens the book and audits "
        "it whole.\n"
        "2. Without the program: read verify_book.py first, then run\n"
        '   python3 verify_book.py book.satcha --code "CODE FROM A MEMBER\'S RECEIPT"\n'
        "3. Compare the code and the key code with your pin book, and write the new code into it.\n"
        "4. Ask three members, drawn by lot, for their last receipts, and look up their codes.\n"
        "\n"
        "registers.xlsx names people by initials; their names are in the book. acts.jsonl and "
        "acts.csv say who did what and when; report-*.json are the monthly reports as they were "
        "kept when the month was closed.\n"
    )


def pack_made(made: PackMade, voice: Voice) -> str:
    """Where the pack lies, and what to write down."""
    said = voice.tr("The audit pack lies in {path}. Its code is {code}.").format(
        path=made.path, code=made.code
    )
    if made.slot:
        said += " " + voice.tr("Only {name}'s passphrase opens the copy of the book in it.").format(
            name=made.slot
        )
    if made.signed_by:
        return f"{said} " + voice.tr("It is signed by {name}, key code {code}.").format(
            name=made.signed_by, code=made.key_code
        )
    return f"{said} " + voice.tr(
        "It is not signed, for you have no signing key: the area Set-up makes one."
    )


def pack_sentences(found: PackFound, voice: Voice) -> list[str]:
    """What was found, one sentence each; the last ones say what the pack is of."""
    manifest = found.manifest
    said = [_fault(one, voice) for one in found.faults]
    if not found.faults:
        count = voice.number(len(manifest.files))
        said.append(
            voice.tr("All {count} files are as listed.").format(count=count)
            if not found.audited
            else voice.tr(
                "All {count} files are as listed, and the book was audited whole: all is well."
            ).format(count=count)
        )
    if not found.audited and not found.faults and any(f.name == BOOK for f in manifest.files):
        said.append(voice.tr("The book itself was not opened: give its passphrase for that."))
    said.append(
        voice.tr("Made by {maker} for {receiver}, up to act {act}, code {code}.").format(
            maker=manifest.made_by, receiver=manifest.receiver, act=manifest.act, code=manifest.code
        )
    )
    if not found.key_code:
        said.append(voice.tr("Nobody signed the pack."))
    else:
        said.append(
            voice.tr("Signed by {name}, key code {code}: compare it with your pin book.").format(
                name=found.signed_by, code=found.key_code
            )
        )
    return said


def _fault(one: FaultFound, voice: Voice) -> str:
    return {
        "signature": voice.tr(
            "The signature does not stand under this list of files: the list was changed."
        ),
        "unknown key": voice.tr("The key that signed is not the one that is known for this name."),
        "missing": voice.tr("The file {file} is missing."),
        "changed": voice.tr("The file {file} is not the one that was listed."),
        "not listed": voice.tr("The file {file} is not in the list: it was put there later."),
        "book": voice.tr("The audit of the book {file} finds faults: satcha check names them."),
        "head": voice.tr("The book {file} does not end where the list says."),
    }[one.fault.value].format(file=one.file)
