"""法律援助: legal aid, from an application to the subsidy and the closed file."""
