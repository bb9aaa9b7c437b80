"""One module a screen; screens join the widgets to the store."""
