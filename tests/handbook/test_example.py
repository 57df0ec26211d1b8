"""The example that opens the README is the package's docstring, and it runs."""

import doctest

from ogp_wagtail import handbook


def test_the_example_in_the_docstring_runs() -> None:
    results = doctest.testmod(handbook)
    assert results.attempted >= 6
    assert results.failed == 0


def test_every_public_name_is_there() -> None:
    for name in handbook.__all__:
        assert hasattr(handbook, name)
