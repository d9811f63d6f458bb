"""Benchmarks: what the portal promises, against floors measured in the same run."""
