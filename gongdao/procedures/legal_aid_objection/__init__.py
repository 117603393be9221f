"""法律援助异议: the bureau above examines a decision not to give, or to end, legal aid."""
