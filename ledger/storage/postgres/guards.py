"""The guards of a book on a server: what the triggers in the file do, in PostgreSQL's words.

Nothing is replaced there without asking: what is in the way of a new row refuses it, or is updated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledger.storage.ddl import BESIDE, CHAINED, SEALED_OTHERWISE

# Whoever writes, with whatever search path: the tables meant are those of this book.
_HEAD = "RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS"

FUNCTIONS = f"""
CREATE FUNCTION guard_never() {_HEAD} $$
BEGIN
  RAISE EXCEPTION 'satcha: nothing is %', TG_ARGV[0];
END $$;
CREATE FUNCTION guard_in_act() {_HEAD} $$
BEGIN
  IF NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) THEN
    RAISE EXCEPTION 'satcha: every row belongs to the open act';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION guard_acts_follow() {_HEAD} $$
BEGIN
  IF NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts)
    OR NEW.previous <> COALESCE((SELECT fingerprint FROM acts ORDER BY number DESC LIMIT 1), '')
  THEN
    RAISE EXCEPTION 'satcha: acts follow each other';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION guard_entries_sealed() {_HEAD} $$
DECLARE
  of record;
BEGIN
  SELECT COUNT(*) AS number, COALESCE(SUM(debit) <> SUM(credit), true) AS differ,
    MIN(fund) <> MAX(fund) AS funds, MIN(day) AS first_day, MAX(day) AS last_day,
    MIN(act) AS first_act, MAX(act) AS last_act,
    COALESCE(bool_or(event IN ('year_income', 'year_expense')), false) AS closing
  INTO of FROM lines WHERE entry = NEW.number;
  IF of.number < 2 OR of.differ
    OR of.first_day <> NEW.day OR of.last_day <> NEW.day
    OR of.first_act <> NEW.act OR of.last_act <> NEW.act
    OR (of.closing AND NEW.event NOT IN ('year_closed', 'year_reopened'))
    OR (of.funds AND EXISTS (SELECT 1 FROM lines WHERE entry = NEW.number
                             GROUP BY fund HAVING SUM(debit) <> SUM(credit)))
  THEN
    RAISE EXCEPTION 'satcha: unbalanced';
  END IF;
  IF NEW.event NOT IN ('year_closed', 'year_reopened') AND EXISTS (
    SELECT 1 FROM closings WHERE number = (SELECT MAX(number) FROM closings)
    AND closed_through IS NOT NULL AND substr(NEW.day, 1, 7) <= closed_through)
  THEN
    RAISE EXCEPTION 'satcha: period closed';
  END IF;
  IF NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM entries) THEN
    RAISE EXCEPTION 'satcha: entry numbers follow each other';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION guard_entries_close_years() {_HEAD} $$
BEGIN
  IF NEW.event NOT IN ('year_closed', 'year_reopened') THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM lines WHERE entry = NEW.number
    AND (event NOT IN ('year_income', 'year_expense') OR card IS NOT NULL))
  THEN
    RAISE EXCEPTION 'satcha: only lines that close a year';
  END IF;
  IF (NEW.event = 'year_reopened')::int <> (
    SELECT COUNT(*) FROM fiscal_years AS y WHERE y."on" >= NEW.day AND y.closed = 1
    AND y.act = (SELECT MAX(act) FROM fiscal_years WHERE year = y.year))
    OR (NEW.event = 'year_reopened' AND (NEW.reverses IS NULL OR NOT EXISTS (
      SELECT 1 FROM fiscal_years WHERE "on" = NEW.day AND entry = NEW.reverses)))
  THEN
    RAISE EXCEPTION 'satcha: year closed';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION guard_lines_before_seal() {_HEAD} $$
BEGIN
  IF NEW.entry <= (SELECT COALESCE(MAX(number), 0) FROM entries) THEN
    RAISE EXCEPTION 'satcha: the entry is sealed';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION guard_personal_only_erased() {_HEAD} $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM erasures WHERE person = OLD.number) THEN
    RAISE EXCEPTION 'satcha: personal data are erased by an act';
  END IF;
  RETURN OLD;
END $$;
CREATE FUNCTION guard_free_texts_only_erased() {_HEAD} $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM text_erasures WHERE commitment = OLD.commitment) THEN
    RAISE EXCEPTION 'satcha: free texts are erased by an act';
  END IF;
  RETURN OLD;
END $$;
"""


def triggers() -> Iterator[str]:
    """Every guard of every table, in the order in which the file has them."""
    yield _before("acts", "follow", "INSERT", "guard_acts_follow()")
    yield _before("entries", "sealed", "INSERT", "guard_entries_sealed()")
    yield _before("entries", "close_years", "INSERT", "guard_entries_close_years()")
    yield _before("lines", "before_seal", "INSERT", "guard_lines_before_seal()")
    yield from _never("personal", ("UPDATE",))
    yield _before("personal", "only_erased", "DELETE", "guard_personal_only_erased()")
    yield from _never("free_texts", ("UPDATE",))
    yield _before("free_texts", "only_erased", "DELETE", "guard_free_texts_only_erased()")
    for table in CHAINED:
        yield from _never(table, ("UPDATE", "DELETE"))
    for table in (*BESIDE, *(one for one in CHAINED if one not in SEALED_OTHERWISE)):
        yield _before(table, "in_act", "INSERT", "guard_in_act()")
    # PostgreSQL empties whole tables without asking the guards of their rows.
    for table in (*BESIDE, *CHAINED):
        yield (
            f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION guard_never('emptied');"
        )


def _never(table: str, verbs: Iterable[str]) -> Iterator[str]:
    for verb in verbs:
        done = {"UPDATE": "updated", "DELETE": "deleted"}[verb]
        yield _before(table, f"never_{done}", verb, f"guard_never('{done}')")


def _before(table: str, name: str, verb: str, call: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {verb} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {call};"
    )
