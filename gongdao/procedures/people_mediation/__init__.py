"""人民调解: people's mediation, from an application to a performed or confirmed agreement."""
