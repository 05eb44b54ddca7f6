"""Archive to drawings: SVG made when the site is built, with links, titles and a table of the same numbers."""
