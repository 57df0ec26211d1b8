"""Memory of the web process while a file of 2 GB is sent to it and refused.

Run from the repository's root:

    python -m benchmarks.uploads [--gib 2]

The application is called as a web server calls it, with a body that is made while it is read. Told is by how much the
peak of the process grew over that of a small upload: for the page's script, which is refused by the announced length,
and for a form without script, where the large file is left out and the small ones beside it arrive.
"""

import argparse
import resource
import tempfile
from typing import Any

from benchmarks.measured import tell
from benchmarks.site import fresh_site  # sets Django up: before all that follow

# isort: split
from django.contrib.auth import get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import Site

from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.plans.models import Plan
from tests import factories

MEBIBYTE = 1024 * 1024
BOUNDARY, TOKEN = "measured", "t" * 32


class Body:
    """A form with files of so many bytes each, made while it is read."""

    def __init__(self, *sizes: int) -> None:
        fields = part('name="csrfmiddlewaretoken"') + TOKEN.encode() + part('name="do"') + b"upload"
        self.parts: list[bytes | int] = [fields.removeprefix(b"\r\n")]
        for number, size in enumerate(sizes):
            self.parts += [part(f'name="files"; filename="{number}.bin"'), size, str(number).encode()]
        self.parts.append(f"\r\n--{BOUNDARY}--\r\n".encode())
        self.length = sum(one if isinstance(one, int) else len(one) for one in self.parts)
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes."""
        most = self.length if size < 0 else size
        while self.parts and not self.parts[0]:
            self.parts.pop(0)
        if not self.parts:
            return b""
        first = self.parts[0]
        data = bytes(min(first, most)) if isinstance(first, int) else first[:most]
        self.parts[0] = first - len(data) if isinstance(first, int) else first[most:]
        self.given += len(data)
        return data

    readline = read


def part(about: str) -> bytes:
    """The head of a part."""
    return f"\r\n--{BOUNDARY}\r\nContent-Disposition: form-data; {about}\r\n\r\n".encode()


def sent(plan: Plan, session: str, body: Body, accept: str) -> int:
    """Send a body to the page; returns the status of the answer."""
    statuses: list[str] = []
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": reverse("ogp_repository", args=[plan.key]),
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "HTTP_HOST": "testserver",
        "HTTP_ACCEPT": accept,
        "HTTP_COOKIE": f"sessionid={session}; csrftoken={TOKEN}",
        "CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}",
        "CONTENT_LENGTH": str(body.length),
        "wsgi.url_scheme": "http",
        "wsgi.input": body,
    }
    answer = WSGIHandler()(environ, lambda status, headers: statuses.append(status))
    b"".join(answer)
    answer.close()
    return int(statuses[0].split()[0])


def peak() -> float:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(size: int) -> dict[str, Any]:
    """Send a small file, then the large one in both ways."""
    plan = Plan.objects.get(key=factories.plan(factories.landing(Site.objects.get().root_page)).key)
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("ana", "ana@example.org", "ana"))
    session = client.cookies["sessionid"].value
    assert sent(plan, session, Body(3 * MEBIBYTE), "text/html") == 200
    before, by_script, by_form = peak(), Body(size), Body(2 * MEBIBYTE, size, 4 * MEBIBYTE)
    refused = sent(plan, session, by_script, "application/json") == 413
    script = peak() - before
    arrived = sent(plan, session, by_form, "text/html") == 200
    return {
        "workload": {
            "GiB sent": by_form.given // 1024**3,
            "refused unread": int(refused and not by_script.given),
            "files that arrived beside it": (EvidenceItem.objects.count() - 1) * arrived,
        },
        "figures": {
            "more memory, MiB, page's script": round(script),
            "more memory, MiB, form without script": round(peak() - before),
        },
    }


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gib", type=int, default=2)
    size = parser.parse_args().gib * 1024**3
    with tempfile.TemporaryDirectory() as media, fresh_site(), override_settings(MEDIA_ROOT=media):
        tell(big_upload=measured(size))


if __name__ == "__main__":
    main()
