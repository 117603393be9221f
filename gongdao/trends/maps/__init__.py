"""Where areas lie: boundaries read from GeoJSON, for maps and for the scan's circles. Nothing personal."""
