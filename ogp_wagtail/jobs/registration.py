"""What this room tells the others: its own work for the clock."""

from ogp_wagtail.jobs import pruning


def register() -> None:
    pruning.register()
