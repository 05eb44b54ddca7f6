"""The Markdown extension: citations and entity links to notes and backlinks. Knows nothing of MkDocs."""
