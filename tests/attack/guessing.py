"""Fields by chance for commands and questions: most of them known to the book, some to nobody."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ledger.storage.reading import Reader

Schema = Mapping[str, Any]

AMOUNTS = (
    *("0", "0.01", "-1", "1", "20", "50", "100", "100", "500", "1000", "1250.50"),
    *("5000", "20000", "99999999.99", "9999999999.99"),
)
RATES = ("0", "1", "6", "7.5", "10", "15", "50", "100", "101", "-1", "0.000000001")
BY_UNIT = {"baht": AMOUNTS, "percent": RATES}
AREAS = ("0-1-20", "100", "1-0-0.5")
NUMBERS = (0, 1, 2, 3, 5, 12, 36, 180, -1, 10**6, 2**62, 2569, 2026)
DAYS = ("2024-02-29", "1999-12-31", "2569-03-01", "0001-01-01", "9999-12-31", "2026-02-28")
WORDS = (
    *("", "x", "ก", "สมชาย ใจดี", "=1+1", "<b>x</b>", "1", "ก" * 300, "\u200b", "\u202eกข"),
    *("a\nb", "53020", "-", "2569/000001"),
)
PLAIN = frozenset({"reason", "resolution", "purpose", "payee", "approved_by", "document", "note"})

# Fields whose values stand in a column of another name.
COLUMNS = {
    **dict.fromkeys(("member", "members", "guarantors", "leader", "payer", "to"), "members.number"),
    **dict.fromkeys(("card", "cards", "target"), "cards.number"),
    **dict.fromkeys(("loan", "loans", "clears", "source"), "loan_contracts.card"),
    **dict.fromkeys(("zone", "zones"), "zones.code"),
    **dict.fromkeys(("account", "parent"), "accounts.code"),
    **dict.fromkeys(("bank", "welfare_bank"), "bank_accounts.code"),
    **dict.fromkeys(("claim",), "welfare_claims.number"),
    "type": "loan_types.code",
    "product": "savings_products.code",
    "charge": "charges.number",
    "entry": "entries.number",
    "fund": "funds.code",
    "project": "projects.code",
    "lease": "leases.code",
    "grant": "grants.code",
    "policy": "insurance_policies.code",
    "round": "match_rounds.number",
    "benefit": "welfare_rules.code",
    "application": "applications.number",
    "question": "audit_questions.number",
    "request": "approval_requests.number",
    "hold": "holds.number",
    "meeting": "meetings.number",
    "carrying": "carryings.number",
    "run": "import_runs.number",
    "asset": "fixed_assets.number",
}


@dataclass(frozen=True, slots=True)
class _Inside:
    """What a schema refers to, and the commands that may stand in a field."""

    kinds: Schema
    commands: Sequence[tuple[str, Schema]]


class Guesses:
    """Draws values; ``learn`` reads what the book holds by now."""

    def __init__(self, seed: int, today: date) -> None:
        self.chance = random.Random(seed)
        self._today = today
        self._known: dict[str, list[Any]] = defaultdict(list)

    def learn(self, reader: Reader) -> None:
        self._known.clear()
        for (table,) in reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
            names = [row[1] for row in reader.rows(f"PRAGMA table_info({table})")]
            for row in reader.rows(f"SELECT * FROM {table} LIMIT 200"):  # noqa: S608 - its own names
                for name, value in zip(names, row, strict=True):
                    if isinstance(value, str | int):
                        self._known[name].append(value)
                        self._known[f"{table}.{name}"].append(value)

    def fields(self, schema: Schema, inner: Sequence[tuple[str, Schema]] = ()) -> dict[str, Any]:
        """A JSON object; ``inner`` are the commands that may stand inside, by name."""
        return self._object(schema, _Inside(schema.get("$defs", {}), inner))

    def _object(self, schema: Schema, inside: _Inside) -> dict[str, Any]:
        asked = schema.get("required", ())
        return {
            name: self._value(name, kind, inside)
            for name, kind in schema.get("properties", {}).items()
            if name in asked or self.chance.random() < 0.2
        }

    def _value(self, name: str, kind: Schema, inside: _Inside) -> Any:
        if "$ref" in kind:
            kind = inside.kinds[kind["$ref"].rpartition("/")[2]]
        if "anyOf" in kind:
            return self._value(name, self.chance.choice(kind["anyOf"]), inside)
        if "enum" in kind:
            return self.chance.choice(kind["enum"])
        return self._of_type(kind.get("type"), name, kind, inside)

    def _of_type(self, what: Any, name: str, kind: Schema, inside: _Inside) -> Any:
        made: dict[Any, Callable[[], Any]] = {
            "array": lambda: self._several(name, kind["items"], inside),
            "object": lambda: self._nested(kind, inside),
            "boolean": lambda: self.chance.random() < 0.5,
            "integer": lambda: self._known_or(name, int, NUMBERS),
            "string": lambda: self._text(name, kind),
        }
        return made.get(what, lambda: None)()

    def _several(self, name: str, kind: Schema, inside: _Inside) -> list[Any]:
        return [self._value(name, kind, inside) for _ in range(self.chance.choice((0, 1, 1, 2, 3)))]

    def _nested(self, kind: Schema, inside: _Inside) -> dict[str, Any]:
        if "properties" in kind:
            return self._object(kind, inside)
        if not inside.commands:  # one inside one that is inside another: no deeper
            return {}
        command, schema = self.chance.choice(inside.commands)
        return {"command": command, **self.fields(schema)}

    def _text(self, name: str, kind: Schema) -> str:
        if kind.get("format") == "date":
            return self._day()
        if kind.get("pattern", "").startswith("^[0-9]{4}-"):
            return self._day()[:7]
        among = AREAS if name == "area" else BY_UNIT.get(kind.get("description", ""))
        if among:
            return self.chance.choice(among)
        if name in PLAIN and self.chance.random() < 0.9:
            return "มติ ๑/๒๕๖๙"
        return str(self._known_or(name, str, WORDS))

    def _known_or(self, name: str, kind: type, others: Sequence[Any]) -> Any:
        column = COLUMNS.get(name, name)
        known = [one for one in self._known.get(column, ()) if isinstance(one, kind)]
        known = known or [one for one in self._known.get(name, ()) if isinstance(one, kind)]
        return self.chance.choice(known if known and self.chance.random() < 0.9 else others)

    def _day(self) -> str:
        among = self.chance.random()
        if among < 0.7:
            return self._today.isoformat()
        if among < 0.95:
            return (self._today - timedelta(self.chance.randrange(-200, 400))).isoformat()
        return self.chance.choice(DAYS)
