"""Sentences about users: who they are and what they may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, people
from reports.words.people import user_roles
from reports.words.voice import Voice


def not_allowed(refusal: people.NotAllowed, voice: Voice) -> str:
    if refusal.users:
        may = voice.tr("Ask {users}.").format(users=", ".join(refusal.users))
    else:
        may = voice.tr("Ask the administrator to name somebody who may.")
    said = voice.tr("{user} ({roles}) may not do this ({command}); it is for: {needed}. {may}")
    return said.format(
        user=refusal.user,
        roles=user_roles(refusal.roles, voice) or voice.tr("without a role"),
        command=refusal.command,
        needed=user_roles(refusal.needed, voice) or voice.tr("nobody"),
        may=may,
    )


def user_not_registered(refusal: people.UserNotRegistered, voice: Voice) -> str:
    return voice.tr(
        "“{user}” is no user of this book and may not do this ({command}). Give the name of a "
        "registered user, or ask the administrator to add this one."
    ).format(user=refusal.user, command=refusal.command)


def user_locked(refusal: people.UserLocked, voice: Voice) -> str:
    return voice.tr(
        "{user} is locked: {reason}. Ask the administrator to unlock this user, or work as another."
    ).format(user=refusal.user, reason=refusal.reason)


def unknown_user(refusal: people.UnknownUser, voice: Voice) -> str:
    return voice.tr(
        "There is no user “{user}” in this book. Choose one from the list of users."
    ).format(user=refusal.user)


def user_exists(refusal: people.UserExists, voice: Voice) -> str:
    return voice.tr(
        "“{user}” could be taken for the user “{other}”. Choose a name that looks different."
    ).format(user=refusal.user, other=refusal.other)


def users_named(refusal: people.UsersNamed, voice: Voice) -> str:
    return voice.tr(
        "This book has {users} users already. The administrator adds more one by one."
    ).format(users=refusal.users)


def no_administrator_left(refusal: people.NoAdministratorLeft, voice: Voice) -> str:
    return voice.tr(
        "On {day} nobody would be left who may change users. "
        "Give another user the role of administrator first."
    ).format(day=voice.day(refusal.day))


def roles_missing(refusal: people.RolesMissing, voice: Voice) -> str:
    return voice.tr("{user} has no role yet. Choose at least one.").format(user=refusal.user)


def member_is_user(refusal: people.MemberIsUser, voice: Voice) -> str:
    return voice.tr(
        "Member {member} is the user “{user}” already. Each person works under one name only."
    ).format(member=refusal.member, user=refusal.user)


def signature_missing(refusal: people.SignatureMissing, voice: Voice) -> str:
    return voice.tr(
        "{user} signs this ({command}) personally. Give the passphrase of your signing key."
    ).format(user=refusal.user, command=refusal.command)


def no_signing_key(refusal: people.NoSigningKey, voice: Voice) -> str:
    return voice.tr(
        "{user} has no signing key yet. Make one first, or leave the passphrase for signing empty."
    ).format(user=refusal.user)


def wrong_signing_passphrase(refusal: people.WrongSigningPassphrase, voice: Voice) -> str:
    return voice.tr(
        "This passphrase does not open the signing key of {user}. Type it again; if it is lost, "
        "have the key replaced."
    ).format(user=refusal.user)


def name_missing_for_key(refusal: people.NameMissingForKey, voice: Voice) -> str:
    return voice.tr(
        "A signing key belongs to somebody with a name ({command}). Say first who you are."
    ).format(command=refusal.command)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    people.NotAllowed: not_allowed,
    people.UserNotRegistered: user_not_registered,
    people.UserLocked: user_locked,
    people.UnknownUser: unknown_user,
    people.UserExists: user_exists,
    people.UsersNamed: users_named,
    people.NoAdministratorLeft: no_administrator_left,
    people.RolesMissing: roles_missing,
    people.MemberIsUser: member_is_user,
    people.SignatureMissing: signature_missing,
    people.NoSigningKey: no_signing_key,
    people.WrongSigningPassphrase: wrong_signing_passphrase,
    people.NameMissingForKey: name_missing_for_key,
}
