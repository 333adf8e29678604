"""Files of others, spoilt by chance: each is read or refused with a sentence (F1 to F5)."""

from __future__ import annotations

import io
import random
import signal
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from unittest.mock import patch

from ledger.book import Book, Secret, keys_of, whole_acts
from ledger.book.copies import back_up
from ledger.book.copy_list import LIST, listed
from ledger.book.erased import ERASED, erased_there
from ledger.domain.import_maps import ImportMap, ImportTarget, TextEncoding
from ledger.domain.refusals import Refusal
from ledger.exchange import apart
from ledger.exchange.journal_file import read_journal
from ledger.exchange.member_file import read_members
from ledger.exchange.opening_blank import write_opening_workbook
from ledger.exchange.opening_reading import read_opening
from ledger.exchange.statement_file import read_statement
from ledger.queries.opening import OpeningLists, opening_lists
from ledger.storage import file
from ledger.storage.key_ring import read_ring
from tests.attack.results import Result
from tests.attack.tampering import unsigned_book
from tests.attack.worker import WORDS
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

LONGEST_S = 60
BANK = "on=วันที่\ntext=รายการ\npaid_out=ถอน\npaid_in=ฝาก\nbalance=คงเหลือ"
PEOPLE = "given=ชื่อ\nfamily=สกุล\njoined=วันสมัคร\nnational_id=เลขบัตร"
STATEMENT = (
    "ธนาคารเพื่อการเกษตร\nวันที่,รายการ,ถอน,ฝาก,คงเหลือ\n"
    '22/11/2568 10:35,เงินโอน,,"๑,๒๕๐.๕๐","1,250.50"\n23/11/2025,ค่าธรรมเนียม,10.00,,"1,240.50"\n'
)
NAMES = "ชื่อ,สกุล,วันสมัคร,เลขบัตร\nสมชาย,ใจดี,1/2/2568,1101700230678\nมาลี,ดี,๒/๓/๖๘,\n"
JOURNAL = (
    "entry,date,account,amount,memo\n1,2025-01-05,assets:cash,5,a\n1,2025-01-05,equity:start,-5,\n"
)
OFX = (
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n"
    "COMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>"
    "<BANKTRANLIST>\n<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20251122120000<TRNAMT>1250.50<FITID>1"
    "<NAME>Transfer</STMTTRN>\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
)
# What breaks readers: bounds, other scripts, signs, marks of formats, bytes of no encoding.
DICTIONARY = (
    *(b"9" * 40, b"-0", b"NaN", b"1e999", b"0.005", b"2147483648", b"31/02/2568", b"29/2/2566"),
    *(b'"', b'""', b"\r", b"\n", b"\0", b",", b";", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe0\xb8"),
    *(b"<", b"&#0;", b"]]>", b"<![CDATA[", b"{", b"[" * 600, b"=1+1", b"null", b"{}", b"[]"),
    "๐๙".encode(),
    "\u202e\u200b".encode(),
)

Reads = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Target:
    """A reader of files of others, and the files it is meant for."""

    name: str
    file: str
    reads: Reads
    seeds: tuple[bytes, ...]
    weight: int = 10


def fuzz(folder: Path, *, seed: int, tries: int) -> Result:
    """F: every reader, with files spoilt in one to eight places; only refusals come out."""
    says = "tables, statements, workbooks, acts, keys, lists spoilt: read or refused"
    result = Result("F1-F5 fuzz", says, seed)
    folder.mkdir(parents=True)
    chance = random.Random(seed)
    with patch.object(apart, "_READ", apart.rows_here), quick_guesses():
        targets = _targets(folder)
        drawn = [one for one in targets for _ in range(one.weight)]
        for _ in range(tries):
            result.tried += 1
            wrong = _tried(chance.choice(drawn), folder, chance)
            if wrong:
                result.note(wrong)
        planted = Result("", "", seed)
        careless = Target("careless", "c.json", _careless, (b'{"a": [1, 2]}',))
        for _ in range(200):
            wrong = _tried(careless, folder, chance)
            if wrong:
                planted.note(wrong)
    result.planted["a reader that trusts what it reads"] = bool(planted.wrong)
    return result


def _careless(path: Path) -> object:
    return path.read_text("utf-8").split('"a"')[1]


def _tried(target: Target, folder: Path, chance: random.Random) -> str:
    spoilt = _spoilt(chance.choice(target.seeds), chance)
    path = folder / target.file
    path.write_bytes(spoilt)
    try:
        with _alarm():
            target.reads(path)
    except Refusal:
        return ""
    except BaseException as error:  # noqa: BLE001 - whatever comes out of a reader is the finding
        kept = folder / f"found-{target.name}-{len(list(folder.glob('found-*')))}"
        kept.write_bytes(spoilt)
        return f"{target.name}: {type(error).__name__}: {str(error)[:80]} ({kept.name})"
    return ""


@contextmanager
def _alarm() -> Iterator[None]:
    """A reader that does not come back is ended, and found."""

    def over(*_: object) -> None:
        raise TimeoutError(f"more than {LONGEST_S} s")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(LONGEST_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _spoilt(whole: bytes, chance: random.Random) -> bytes:
    """Spoilt in some places; a packed file is half the time unpacked, spoilt and packed again."""
    if whole.startswith(b"PK") and chance.random() < 0.8:
        return _repacked(whole, chance)
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        kind = chance.random()
        if kind < 0.25 and data:
            data[at % len(data)] ^= 1 << chance.randrange(8)
        elif kind < 0.6:
            data[at:at] = chance.choice(DICTIONARY)
        elif kind < 0.75:
            del data[at : at + chance.randrange(1, 40)]
        elif kind < 0.9:
            other = chance.randrange(len(data) + 1)
            data[at:at] = data[other : other + chance.randrange(1, 200)]
        else:
            del data[at:]
    return bytes(data)


def _repacked(whole: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        hit = chance.choice(names)
        for name in names:
            data = old.read(name)
            if name == hit:
                if chance.random() < 0.05:
                    continue
                data = _spoilt(data, chance)
            new.writestr(name, data)
    return out.getvalue()


# ── the readers ─────────────────────────────────────────────────────────────────────────────────


def _map(target: ImportTarget, columns: str, encoding: TextEncoding) -> ImportMap:
    return ImportMap("x", target, encoding, columns)


def _targets(folder: Path) -> list[Target]:
    path = unsigned_book(folder / "from")
    with Book.open(path) as book:
        lists = book.ask(opening_lists)
        back_up(book, folder / "stick")
        acts = "".join(f"{line.rstrip()}\n" for line in whole_acts.act_lines(book)).encode()
    Book.found(folder / "k.satcha", founding(), user="malee", passphrase=WORDS).close()
    bank = _map(ImportTarget.BANK, BANK, TextEncoding.UTF_8)
    thai = _map(ImportTarget.BANK, BANK, TextEncoding.WINDOWS_874)
    people = _map(ImportTarget.MEMBERS, PEOPLE, TextEncoding.UTF_8)
    known = (folder / "stick" / LIST).read_bytes()
    erased = b'{"1": [{"person": 1, "commitment": "ab", "member": "00001"}]}'
    head, *rest = acts.splitlines(keepends=True)
    reads_acts = partial(_refounded, _empty_book(folder / "empty.satcha"))
    return [
        Target("statement", "s.csv", lambda at: read_statement(at, bank, ()), _csv(STATEMENT)),
        Target("thai", "t.csv", lambda at: read_statement(at, thai, ()), _csv(STATEMENT, "cp874")),
        Target("ofx", "o.ofx", lambda at: read_statement(at, None, ()), _csv(OFX)),
        Target("people", "p.csv", lambda at: read_members(at, people, (), ()), _csv(NAMES)),
        Target("journal", "j.csv", read_journal, _csv(JOURNAL)),
        Target("workbook", "w.xlsx", lambda at: read_opening(at, lists), _workbooks(lists), 2),
        Target("acts", "a.jsonl", reads_acts, (head + b"".join(rest[:4]), head + rest[0]), 2),
        Target("keys", "k.keys", lambda at: read_ring(at.read_bytes()), _keys(folder)),
        Target("list", LIST, lambda at: listed(at.parent), (known,)),
        Target("erased", ERASED, lambda at: erased_there(at.parent, "1"), (erased,)),
    ]


def _csv(text: str, encoding: str = "utf-8") -> tuple[bytes, ...]:
    return (text.encode(encoding), b"\xef\xbb\xbf" + text.encode(encoding))


def _keys(folder: Path) -> tuple[bytes, ...]:
    return (keys_of(folder / "k.satcha").read_bytes(),)


def _workbooks(lists: OpeningLists) -> tuple[bytes, ...]:
    out = io.BytesIO()
    write_opening_workbook(lists, out)
    return (out.getvalue(),)


def _empty_book(path: Path) -> bytes:
    """A file with all its tables and no act: to make them anew costs more than to read the acts."""
    file.close(file.create(path))
    return path.read_bytes()


def _refounded(empty: bytes, path: Path) -> object:
    target = path.with_name("refounded.satcha")
    for one in target.parent.glob("refounded*"):
        one.unlink()
    target.write_bytes(empty)
    connection, _ = file.open_file(target, Secret())
    book = Book(target, connection)
    with path.open(encoding="utf-8", errors="surrogateescape") as lines:
        return whole_acts.made_of(lines, book, lambda: file.discard(connection, target))
