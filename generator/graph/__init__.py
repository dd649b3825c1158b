"""Linking and questions: from documents to one graph in which everything knows its place."""

from generator.graph.linking import link
from generator.graph.methodiek import Edge, LooseEnd, Methodiek, Node

__all__ = ["Edge", "LooseEnd", "Methodiek", "Node", "link"]
