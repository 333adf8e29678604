"""The frame around all areas: navigation, top bar, search, status, and the start of the program."""
