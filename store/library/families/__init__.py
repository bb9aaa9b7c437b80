"""How documents belong together: drafts, the resolutions they became, reports on these, the series of a title."""
