"""Elasticsearch 8 and 9: passages are copied there by jobs and found there; the database says what is seen.

``options`` what a site may say; ``server`` the connection; ``layout`` names and mapping; ``queries`` our queries in
its language; ``engine`` the search; ``changes`` and ``mirroring`` the way of a change to the server; ``drift`` and
``rebuilding`` how the copy is put right; ``status`` how it stands.
"""
