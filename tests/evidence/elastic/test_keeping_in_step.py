"""The copy on the server follows the database: changes by a job, what differs by comparison, all of it by a rebuild."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from ogp_wagtail.evidence import index, outside
from ogp_wagtail.evidence.engines.elastic import asking, drift, layout, mirroring, rebuilding, writer
from ogp_wagtail.evidence.engines.elastic.drift import Copy, differing
from ogp_wagtail.evidence.engines.elastic.engine import ElasticsearchEngine
from ogp_wagtail.evidence.engines.elastic.layout import Names
from ogp_wagtail.evidence.engines.elastic.server import Server, ServerAway
from ogp_wagtail.evidence.models import EvidenceItem, IndexChange, IndexMirror, Passage, SearchEntry
from ogp_wagtail.evidence.text import parse
from ogp_wagtail.jobs.models import Job
from tests.evidence.elastic.conftest import settle, throw_away

Keep = Callable[..., EvidenceItem]


def there(elastic: ElasticsearchEngine, words: str) -> list[str]:
    """What the server itself answers, never the database in its place."""
    drift.refresh(elastic.server)
    page = elastic.answer(parse(words, "en"), SearchEntry.objects.in_use(), {}, 10, 0)
    titles = dict(SearchEntry.objects.values_list("pk", "title"))
    return [titles[hit.entry] for hit in page.hits]


def copies(server: Server) -> list[Copy]:
    drift.refresh(server)
    return list(drift.there(server))


def test_a_change_queues_one_job_after_its_commit_and_is_told_by_it(
    elastic: ElasticsearchEngine, keep: Keep, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        keep("The reservoir.", title="Minutes")
    assert Job.objects.filter(kind="evidence.mirror").count() == 1
    outside.tell()
    assert there(elastic, "reservoir") == ["Minutes"]
    assert not IndexChange.objects.exists()


def test_a_rolled_back_change_is_never_told(elastic: ElasticsearchEngine, keep: Keep) -> None:
    item = keep("The reservoir.", title="Minutes")
    settle(elastic.server)
    with transaction.atomic():
        index.take_out(item.search_entry)
        transaction.set_rollback(True)
    assert not IndexChange.objects.exists()
    assert there(elastic, "reservoir") == ["Minutes"]


def test_what_is_deleted_leaves_the_server_too(elastic: ElasticsearchEngine, keep: Keep) -> None:
    item = keep("The reservoir.", title="Minutes")
    settle(elastic.server)
    item.delete()
    settle(elastic.server)
    assert copies(elastic.server) == []


def test_while_another_writes_nobody_else_does(elastic: ElasticsearchEngine, keep: Keep) -> None:
    keep("The reservoir.", title="Minutes")
    with writer.only_writer() as mirror:
        assert mirror is not None
        assert elastic.catch_up() == 0
        with writer.only_writer() as second:
            assert second is None
    assert elastic.catch_up() > 0


def test_a_killed_writer_holds_up_the_others_no_longer_than_its_lease(elastic: ElasticsearchEngine) -> None:
    writer.keep(writer="killed", writes_until=timezone.now() - timedelta(seconds=1))
    with writer.only_writer() as mirror:
        assert mirror is not None
    assert IndexMirror.objects.get().writer == ""


def test_a_comparison_finds_what_is_missing_old_and_too_much() -> None:
    here = [Copy(1, 1, 5), Copy(2, 1, 5), Copy(4, 2, 9)]
    copied = [Copy(1, 1, 5), Copy(3, 1, 5), Copy(4, 2, 8)]
    assert list(differing(here, copied)) == [2, 3, 4]


def test_the_tick_repairs_what_the_server_lost_and_what_it_has_too_much(
    elastic: ElasticsearchEngine, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drift, "AT_ONCE", 1)  # read in several parts
    for number in range(3):
        keep("The reservoir.", title=f"Item {number}", source_path=str(number))
    settle(elastic.server)
    before = copies(elastic.server)
    lost = Passage.objects.earliest("pk").pk
    alias = Names(elastic.server.options.prefix).alias
    elastic.server.client.delete(index=alias, id=str(lost))
    elastic.server.client.index(
        index=alias, id="999999", document={"passage": 999_999, "entry": 1, "stamp": 0, "words": "reservoir"}
    )
    assert copies(elastic.server) != before
    writer.keep(compared_at=None)
    assert elastic.repair() == 2
    assert copies(elastic.server) == before


def test_the_tick_compares_at_once_when_the_numbers_differ(elastic: ElasticsearchEngine, keep: Keep) -> None:
    keep("The reservoir.", title="Minutes")
    settle(elastic.server)
    assert not drift.is_due(elastic.server)
    IndexChange.objects.all().delete()
    elastic.server.client.delete(
        index=Names(elastic.server.options.prefix).alias, id=str(Passage.objects.get().pk)
    )
    assert drift.is_due(elastic.server)


def test_a_new_title_under_the_same_passage_is_seen_as_a_difference(
    elastic: ElasticsearchEngine, keep: Keep
) -> None:
    item = keep("The reservoir.", title="Old")
    settle(elastic.server)
    SearchEntry.objects.update(title="New")
    index.put(SearchEntry.objects.get(item=item))
    IndexChange.objects.all().delete()  # as if the notes were lost
    assert drift.put_right(elastic.server) == 1
    assert there(elastic, "new") == ["New"]


def test_an_interrupted_rebuild_goes_on_and_searches_read_the_old_index_until_its_end(
    elastic: ElasticsearchEngine, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirroring, "BATCH", 1)
    for number in range(3):
        keep("The reservoir.", title=f"Item {number}", source_path=str(number))
    settle(elastic.server)
    rebuilding.begin(elastic.server)
    half = IndexMirror.objects.get().filling
    assert rebuilding.fill(elastic.server) == 1
    assert len(there(elastic, "reservoir")) == 3
    assert rebuilding.renew(elastic.server) == 2  # the one that was written is not written again
    assert rebuilding.behind(elastic.server, Names(elastic.server.options.prefix).all) == [half]
    assert len(there(elastic, "reservoir")) == 3
    assert IndexMirror.objects.get().filling == ""


def test_changes_made_during_a_rebuild_are_in_the_old_and_in_the_new_index(
    elastic: ElasticsearchEngine, keep: Keep
) -> None:
    changed = keep("The reservoir.", title="Changed")
    gone = keep("The reservoir too.", title="Gone", source_path="gone")
    settle(elastic.server)
    rebuilding.begin(elastic.server)
    while rebuilding.fill(elastic.server):
        pass
    keep("The reservoir again.", title="Later", source_path="later")
    SearchEntry.objects.filter(item=changed).update(title="Renamed")
    index.put(SearchEntry.objects.get(item=changed))
    gone.delete()
    settle(elastic.server)
    assert set(there(elastic, "reservoir")) == {"Renamed", "Later"}
    rebuilding.put_in_place(elastic.server)
    assert set(there(elastic, "reservoir")) == {"Renamed", "Later"}
    assert there(elastic, "renamed") == ["Renamed"]
    assert drift.put_right(elastic.server) == 0


def test_a_rebuild_whose_new_index_is_lost_begins_again(elastic: ElasticsearchEngine, keep: Keep) -> None:
    keep("The reservoir.", title="Minutes")
    settle(elastic.server)
    rebuilding.begin(elastic.server)
    elastic.server.client.indices.delete(index=IndexMirror.objects.get().filling)
    assert rebuilding.renew(elastic.server) == 1
    assert there(elastic, "reservoir") == ["Minutes"]


def test_a_new_layout_is_filled_by_the_tick_and_takes_the_place_of_the_old_one(
    elastic: ElasticsearchEngine, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("The reservoir.", title="Minutes")
    settle(elastic.server)
    monkeypatch.setattr(layout, "LAYOUT", layout.LAYOUT + 1)
    with pytest.raises(ServerAway):
        there(elastic, "reservoir")
    elastic.server.breaker.worked()
    elastic.repair()
    assert there(elastic, "reservoir") == ["Minutes"]
    assert len(rebuilding.behind(elastic.server, Names(elastic.server.options.prefix).all)) == 1


def test_the_index_of_another_site_on_the_same_server_is_left_alone(
    elastic: ElasticsearchEngine, keep: Keep
) -> None:
    other = f"{elastic.server.options.prefix}-b-passages-1-x"
    elastic.server.client.indices.create(index=other)
    try:
        rebuilding.renew(elastic.server)
        assert rebuilding.behind(elastic.server, other) == [other]
    finally:
        elastic.server.client.indices.delete(index=other)


def test_asking_for_the_numbers_of_a_missing_index_says_what_to_do(elastic: ElasticsearchEngine) -> None:
    throw_away(elastic.server)
    assert "ogp_reindex" in elastic.status()["problems"][0]
    elastic.server.breaker.worked()
    rebuilding.renew(elastic.server)
    assert elastic.status()["problems"] == []
    assert asking.count(elastic.server) == 0
