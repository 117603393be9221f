"""公道 Gongdao: an open platform for a city's judicial administration (司法行政)."""
