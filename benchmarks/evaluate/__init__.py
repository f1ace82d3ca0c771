"""What accuracy.py scores, each corpus in a module of its own."""
