"""The only door to Dask: a cluster as a plain executor."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

SECONDS = 10
"""How long a cluster may take to answer."""


class NoCluster(Exception):
    """There is no cluster to work with; says in Dutch why."""


@contextmanager
def executor_at(address: str | None) -> Iterator[Executor | None]:
    """Give what works on the cluster at an address, or None without one. Raises NoCluster."""
    if address is None:
        yield None
        return
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster("voor --dask is het pakket 'distributed' nodig: pip install '.[dask]'") from None
    try:
        client = Client(address, timeout=SECONDS)
    except (OSError, ValueError) as error:
        raise NoCluster(f"geen Dask-cluster op '{address}' ({type(error).__name__})") from None
    with client:
        yield client.get_executor()
