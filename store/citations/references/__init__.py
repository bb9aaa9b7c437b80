"""References of other forms than a number or a symbol: names, treaties, goals, short forms, places of the document."""
