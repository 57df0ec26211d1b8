"""An invented coalition of three cities, put into a site and taken out of it again without a trace.

What is so stands in ``content/facts.yml``, what is said in ``content/es.yml`` and ``content/en.yml``, and the words of
the files in ``content/documents.yml``. Days are counted from the day on which it is put in, so it never gets old.
"""
