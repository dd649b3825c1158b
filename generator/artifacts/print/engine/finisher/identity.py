"""What a file says of itself: also PDF/UA-1, and nothing about the tool that made it."""

from __future__ import annotations

import re
from typing import Any

from .objects import resolve

PDF_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""The claim itself, and the description of its vocabulary without which PDF/A forbids the claim."""

PRODUCER = re.compile(rb'<rdf:Description rdf:about="" pdf:Producer="[^"]*" ?/>')
END = b"</rdf:RDF>"


def finish_identity(pdf: Any) -> None:
    """Adds the PDF/UA claim to the metadata packet and takes the producer out of it and out of the info.

    The packet stays uncompressed, so that plain tools and search engines can read it.
    """
    pdf.info.pop("Producer", None)
    packet = resolve(pdf, pdf.catalog["Metadata"])
    before, end, after = PRODUCER.sub(b"", b"".join(packet.stream)).partition(END)
    packet.stream = [before + PDF_UA + end + after]
    packet.compress = False
