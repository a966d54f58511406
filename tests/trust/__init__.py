"""Whether anything of a user's is ever lost: real processes that are killed, starved and run at once.

``python -m tests.trust`` repeats every attack and prints a row each; ``--quick`` is the part that the tests run.
"""
