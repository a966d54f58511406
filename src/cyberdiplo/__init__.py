"""Multilateral cyber diplomacy: who said what, where, for whom, and where it is written."""

__version__ = "0.1.0"
