"""A real web server on this machine, with pages that behave and pages that do not."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PDF = b"%PDF-1.4 the minutes"


class Site(ThreadingHTTPServer):
    """Remembers what it was asked for; `pages` may be changed while it runs."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, str]] = []
        self.pages: dict[str, bytes] = {"/minutes.pdf": PDF}
        self.moves: dict[str, tuple[int, str]] = {}

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def url(self, path: str, host: str = "city.example") -> str:
        return f"http://{host}:{self.port}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append({"path": self.path, **dict(self.headers.items())})
        if self.path in self.server.moves:
            status, to = self.server.moves[self.path]
            return self._send(status, b"", Location=to)
        special = getattr(self, f"page_{self.path.strip('/')}", None)
        if special:
            return special()
        if self.path in self.server.pages:
            return self._send(200, self.server.pages[self.path], **{"Content-Type": "application/pdf; v=1"})
        return self._send(404, b"nothing here")

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def page_named(self) -> None:
        self._send(200, PDF, **{"Content-Disposition": "attachment; filename*=UTF-8''acta%20%C3%B1.pdf"})

    def page_locked(self) -> None:
        self._send(403, b"")

    def page_gone(self) -> None:
        self._send(410, b"")

    def page_broken(self) -> None:
        self._send(500, b"")

    def page_packed(self) -> None:
        self._send(200, gzip.compress(PDF), **{"Content-Encoding": "gzip"})

    def page_bomb(self) -> None:
        self._send(200, gzip.compress(bytes(50_000_000)), **{"Content-Encoding": "gzip"})

    def page_brotli(self) -> None:
        self._send(200, b"x", **{"Content-Encoding": "br"})

    def page_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(bytes(65536))

    def page_trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def page_headers(self) -> None:
        """Headers that never come to an end."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            self.wfile.write(b"X-%d: y\r\n" % number)
            self.wfile.flush()
            time.sleep(0.05)

    def page_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"short")
        self.close_connection = True

    def page_noise(self) -> None:
        self.wfile.write(b"\0\1\2 no web here\r\n\r\n")
        self.close_connection = True

    def log_message(self, *args: object) -> None:
        """Quiet."""

    def handle(self) -> None:
        """A reader that goes away is what these tests are about."""
        try:
            super().handle()
        except OSError:
            self.close_connection = True


@contextmanager
def running() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join()
