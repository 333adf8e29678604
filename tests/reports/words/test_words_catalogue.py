"""Where the Thai texts come from, and the small reader of editable catalogues."""

import gettext
import os
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po as babel_read_po

from reports.words import catalogue
from reports.words.catalogue import texts_in, thai_texts
from reports.words.po import read_po

PO = r"""# a comment
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"

#. note: a heading
#: somewhere.py:1
msgid "Balance"
msgstr "ยอดคงเหลือ"

msgid ""
"A long text "
"with a \"quoted\" word\n"
msgstr ""
"ข้อความยาว "
"กับ \"คำ\"\n"

msgid "{count} member"
msgid_plural "{count} members"
msgstr[0] "สมาชิก {count} คน"

#, fuzzy
msgid "Uncertain"
msgstr "ไม่แน่"

msgid "Missing"
msgstr ""

msgctxt "verb"
msgid "Open"
msgstr "เปิด"

#~ msgid "Old"
#~ msgstr "เก่า"
"""


@pytest.fixture
def locale(tmp_path):
    folder = tmp_path / "locale" / "th" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    return folder


def compiled(folder, translation):
    with (folder / "satcha.mo").open("wb") as file:
        text = f'msgid "Balance"\nmsgstr "{translation}"\n'
        write_mo(file, babel_read_po(text.encode().splitlines(keepends=True), charset="utf-8"))


def test_every_compiled_text_is_found_as_gettext_finds_it(locale):
    odd = ["a", "a b", "A", "ab", "é", "ไทย", "~", "a\\n", *(f"text {at}" for at in range(90))]
    entries = [f'msgid "{text}"\nmsgstr "<{text}>"' for text in odd]
    entries += [f'msgid "n {text}"\nmsgid_plural "{text}s"\nmsgstr[0] "<n>"' for text in odd[:6]]
    text = "\n\n".join((PO.replace('msgctxt "verb"\n', ""), *entries))
    with (locale / "satcha.mo").open("wb") as file:
        write_mo(file, babel_read_po(text.encode().splitlines(keepends=True), charset="utf-8"))
    with (locale / "satcha.mo").open("rb") as file:
        theirs = gettext.GNUTranslations(file)
    ours = texts_in(locale.parents[1])
    assert ours is not None

    for message in (*(one.replace("\\n", "\n") for one in odd), "Balance", "Open", "", "text"):
        assert ours.gettext(message) == theirs.gettext(message)
        plural = f"n {message}"
        assert ours.gettext(plural) == theirs.gettext(plural)
        assert ours.ngettext(plural, "more", 1) == theirs.ngettext(plural, "more", 1)
    assert [ours.ngettext("one", "more", count) for count in (1, 2)] == ["one", "more"]
    assert ours.ngettext("{count} member", "{count} members", 2) == "สมาชิก {count} คน"


def test_what_is_no_catalogue_is_not_taken_for_one(locale):
    (locale / "satcha.mo").write_bytes(bytes(64))

    with pytest.raises(ValueError, match="not a compiled catalogue"):
        texts_in(locale.parents[1])


def test_an_editable_catalogue_is_read():
    assert read_po(PO) == {
        "Balance": "ยอดคงเหลือ",
        'A long text with a "quoted" word\n': 'ข้อความยาว กับ "คำ"\n',
        "{count} member": "สมาชิก {count} คน",
    }


def test_both_ends_of_line_are_taken():
    assert read_po(PO.replace("\n", "\r\n")) == read_po(PO)


def test_the_small_reader_agrees_with_babel():
    ours = read_po(PO)
    theirs = babel_read_po(PO.encode().splitlines(keepends=True), charset="utf-8")

    for message in theirs:
        if message.id and not message.fuzzy and not message.context:
            one = message.id if isinstance(message.id, str) else message.id[0]
            said = [message.string] if isinstance(message.string, str) else message.string
            assert said is not None
            assert ours.get(one, "") == said[0]


def test_the_compiled_catalogue_is_preferred(locale, tmp_path):
    (locale / "satcha.po").write_text('msgid "Balance"\nmsgstr "เก่า"\n', encoding="utf-8")
    compiled(locale, "ใหม่")
    os.utime(locale / "satcha.po", ns=(1, 1))

    texts = texts_in(tmp_path / "locale")

    assert texts is not None
    assert texts.gettext("Balance") == "ใหม่"


def test_an_edited_catalogue_newer_than_the_compiled_one_is_read(locale, tmp_path):
    compiled(locale, "เก่า")
    os.utime(locale / "satcha.mo", ns=(1, 1))
    (locale / "satcha.po").write_text(PO, encoding="utf-8")

    texts = texts_in(tmp_path / "locale")

    assert texts is not None
    assert texts.gettext("Balance") == "ยอดคงเหลือ"
    assert texts.ngettext("{count} member", "{count} members", 2) == "สมาชิก {count} คน"
    assert texts.ngettext("{count} act", "{count} acts", 1) == "{count} act"
    assert texts.ngettext("{count} act", "{count} acts", 2) == "{count} acts"
    assert not list(locale.glob("*.tmp"))


def test_a_folder_without_catalogue_has_none(tmp_path):
    assert texts_in(tmp_path) is None


def test_an_installed_program_finds_its_texts_under_share(monkeypatch, tmp_path, locale):
    (locale / "satcha.po").write_text(PO, encoding="utf-8")
    installed = tmp_path / "share" / "satcha"
    installed.mkdir(parents=True)
    (tmp_path / "locale").rename(installed / "locale")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(catalogue, "__file__", str(tmp_path / "a" / "b" / "c" / "catalogue.py"))

    assert thai_texts.__wrapped__().gettext("Balance") == "ยอดคงเหลือ"


def test_without_any_catalogue_english_stays(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(catalogue, "__file__", str(tmp_path / "a" / "b" / "c" / "catalogue.py"))

    assert thai_texts.__wrapped__().gettext("Balance") == "Balance"


def test_the_catalogue_of_this_checkout_is_found_beside_the_packages():
    beside = Path(catalogue.__file__).resolve().parents[2]

    assert (beside / "reports").is_dir()
    assert thai_texts() is thai_texts()
