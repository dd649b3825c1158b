"""What the system refuses, said in Dutch: a full disk, a folder that is read-only, a file that is not there."""

from __future__ import annotations

import errno
import os

WORDS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de ruimte die je op deze schijf mag gebruiken is op",
    errno.EFBIG: "het bestand wordt groter dan hier mag",
    errno.EROFS: "deze schijf is alleen te lezen",
    errno.EACCES: "geen toestemming",
    errno.EPERM: "geen toestemming",
    errno.ENOENT: "dit bestand of deze map is er niet",
    errno.EEXIST: "dit bestand of deze map bestaat al",
    errno.EISDIR: "dit is een map en geen bestand",
    errno.ENOTDIR: "een deel van dit pad is geen map",
    errno.ENOTEMPTY: "deze map is niet leeg",
    errno.ENAMETOOLONG: "deze naam is te lang",
    errno.ELOOP: "deze verwijzing draait in een kring",
    errno.EXDEV: "dit staat op een andere schijf",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENFILE: "er staan te veel bestanden open",
    errno.ENOMEM: "er is te weinig geheugen",
    errno.EIO: "de schijf geeft een fout bij lezen of schrijven",
    errno.EADDRINUSE: "dit adres is al in gebruik",
    errno.EADDRNOTAVAIL: "dit adres hoort niet bij deze computer",
    errno.EPIPE: "wie meelas is gestopt",
}


def in_dutch(error: OSError) -> str:
    """Return what went wrong and where, as far as the system says."""
    what = WORDS.get(error.errno or 0) or error.strerror or str(error)
    where = error.filename2 or error.filename
    return f"{what}: {os.fsdecode(where)}" if isinstance(where, str | bytes | os.PathLike) else what
