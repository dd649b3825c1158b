"""What the classes of a toolkit item ask, in words for people."""

from __future__ import annotations

from generator.model.toolkit import Bewaren, Gebruik, Recht

GEBRUIK: dict[Gebruik, str] = {
    "G0": "mag zonder begeleiding",
    "G1": "met begeleiding in de buurt",
    "G2": "alleen samen met een getrainde medewerker",
    "G3": "alleen mentor of ambulant hulpverlener, afgestemd met de gedragswetenschapper, nooit in de groep",
}

BEWAREN: dict[Bewaren, str] = {
    "B0": "geen persoonsgegevens; mag blijven liggen",
    "B1": "van het meisje zelf; zij bepaalt of het blijft of weg mag",
    "B2": "naar het zorgsysteem; vernietig daarna het papier",
    "B3": "de uitkomst blijft in het instrument zelf",
}

RECHT: dict[Recht, str] = {
    "EIGEN": "eigen blad",
    "KAART": "instrument van een ander; wij geven alleen een kaart",
    "DERDE": "uitgave van een ander; wij geven een kaart en een eigen blad erbij",
    "OFFICIEEL": "officieel formulier; wij geven alleen uitleg en een checklist",
    "ONBEKEND": "herkomst onbekend; de eigenaar moet eerst beslissen",
}
