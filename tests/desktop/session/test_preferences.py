"""How one user likes to read."""

from __future__ import annotations

import pytest

from desktop.parts import look
from desktop.session.preferences import SIZES, Preferences, preferences_from


def test_the_language_changes_there_and_back():
    first = Preferences("th")

    assert first.in_other_language().language == "en"
    assert first.in_other_language().in_other_language() == first


def test_the_text_grows_and_shrinks_within_the_sizes_of_the_look():
    sizes = [Preferences()]
    while sizes[-1].larger() != sizes[-1]:
        sizes.append(sizes[-1].larger())

    assert tuple(one.percent for one in sizes) == SIZES == look.SIZES
    assert sizes[-1].smaller() == sizes[-2]
    assert sizes[0].smaller() == sizes[0]


@pytest.mark.parametrize("percent", [100, 175])
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("dark", [True, False])
def test_what_is_kept_comes_back(language, percent, dark):
    chosen = Preferences(language, percent, dark)

    assert preferences_from(dict(chosen.items()), Preferences()) == chosen


@pytest.mark.parametrize(
    "kept",
    [{}, {"language": "fr"}, {"percent": "101"}, {"percent": "many"}, {"dark": "perhaps"}],
)
def test_what_makes_no_sense_is_as_good_as_not_kept(kept):
    before = Preferences("en", 125, dark=True)

    assert preferences_from(kept, before) == before
