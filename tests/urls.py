"""Addresses of the site on which the tests run."""

from sandbox.urls import urlpatterns

__all__ = ["urlpatterns"]
