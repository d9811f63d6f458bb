"""Taps, commands and links of everybody, replayed by everybody else."""
