"""法院委派、委托调解: a court sends a dispute to a mediation organisation before or after it registers the case."""
