"""Turns the edition's Markdown and YAML into pages."""
