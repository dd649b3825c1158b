"""The only code that writes files. Whatever stops it, what was published before stays whole.

Layout of the build folder: `docs/` the tool-neutral tree, `store/` the PDFs by key, `site/` the published site,
`site.zip` the same to carry along, `.bezig` who is building, `.gebouwd` what the last
build left. `nieuw/` is a site in the making, and
`site.oud/` the last one on a disk that cannot exchange two folders.
"""

from .files import write_atomically
from .folders import forget, in_the_making, replace_folder
from .packing import SUMS, checksums, pack_site, publish_site, zip_folder
from .standing import Standing
from .store import Store
from .tree import Outcome, Progress, publish_tree
from .turns import Busy, turn

__all__ = [
    "SUMS",
    "Busy",
    "Outcome",
    "Progress",
    "Standing",
    "Store",
    "checksums",
    "forget",
    "in_the_making",
    "pack_site",
    "publish_site",
    "publish_tree",
    "replace_folder",
    "turn",
    "write_atomically",
    "zip_folder",
]
