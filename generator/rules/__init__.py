"""The rules: what is said about a methodology, one decorated function for each code."""

from generator.rules.base import Rule, Trouble, check, examples
from generator.rules.collected import RULES, rule_with

__all__ = ["RULES", "Rule", "Trouble", "check", "examples", "rule_with"]
