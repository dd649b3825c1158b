"""The door between a document and the world, which is shut: only assets come in."""

from __future__ import annotations

from weasyprint.urls import URLFetcher, URLFetcherResponse

from .assets import Assets
from .settings import BASE_URL


class AssetFetcher(URLFetcher):  # type: ignore[misc]
    """Answers from the assets and refuses everything else: no network, no disk, no `data:`.

    A refusal is remembered, because WeasyPrint swallows some of them without a word above debug level.
    """

    def __init__(self, assets: Assets) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._assets = assets
        self.refused: list[str] = []
        self.served: set[str] = set()

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The asset behind a URL; raises PermissionError, which WeasyPrint takes for a failed download."""
        address = url.partition("#")[0].partition("?")[0]
        name = address.removeprefix(BASE_URL)
        if not address.startswith(BASE_URL) or name not in self._assets:
            self.refused.append(url)
            raise PermissionError("refused")
        self.served.add(name)
        data, mime = self._assets[name]
        return URLFetcherResponse(url, data, {"Content-Type": mime})
