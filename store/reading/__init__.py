"""From a file to a Document, one stage a module; `pipeline` holds their order."""
