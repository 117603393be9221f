"""What is learned from labelled sentences: small linear models beside the tables, each explained by a text's own words."""
