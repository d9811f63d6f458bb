"""The scenes of the user's guide, played on a running demo and photographed."""
