"""The edition to take along: the book as EPUB and PDF, and a copy of the site for a folder. Called by `make editions`.

The book is made from what hooks/pages makes, the copy from the built site. This room may use what only `make` installs,
such as a browser; nothing that builds the site calls it.
"""
