"""`make deploy` for real, from folders, accounts and environments that others call it in."""
