"""What a procedure is (engine), and one folder per statutory procedure. Pure: no Django."""
