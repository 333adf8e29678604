"""What people use: the windows and the console."""
