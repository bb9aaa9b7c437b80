"""The app in a web page of this machine; needs the extra `serve`."""
