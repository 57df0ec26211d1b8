"""The search engines, behind one interface (``engines.base``); ``engines.chosen`` picks the site's."""
