"""法律援助同行评估: a colleague reads the closed file and says how the work was done."""
