"""What is proven of everything that was written: that no edition says more than it may, and that nothing leaks."""

from generator.proof.proving import prove

__all__ = ["prove"]
