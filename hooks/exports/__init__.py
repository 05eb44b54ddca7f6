"""Archive to files that people take away."""
